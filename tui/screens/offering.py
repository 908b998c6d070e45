"""Typing into fields: how one moves from field to field, and what is offered below the one that is typed into."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.widgets import Input

from tui.forms.field import Field, Offer
from tui.panes.prompt import SafeInput
from tui.screens.fields import FieldsScreen, box_id


class OfferingScreen(FieldsScreen, inherit_bindings=False):
    """Fields to type in. A subclass reads them (`reread`) and says what can be put into each (`offer`)."""

    def __init__(self) -> None:
        super().__init__()
        self.listing = False
        """Whether something was typed for which offers are listed."""

    @property
    def closed(self) -> bool:
        """Whether nothing can be typed now."""
        return False

    def reread(self) -> None:
        """Read what was typed, then `show` how it is understood."""
        raise NotImplementedError

    def lists(self, field: Field) -> bool:
        """Whether a blank in the empty field lists all that can be put into it."""
        del field
        return False

    def offer(self, field: Field, text: str) -> None:
        """Look up what can be put into a field, then call `list_offers`."""
        del field, text

    def put_in(self, field: Field, offer: Offer) -> str:
        """Return the text of a field with an offer in it."""
        del field
        return offer.text

    def _box(self) -> SafeInput | None:
        return self.focused if isinstance(self.focused, SafeInput) else None

    def action_move(self, by: int) -> None:
        """Move to the next field, or in the list below the field while one is open."""
        if self.closed:
            return
        if self.listing and self.offers.display:
            self.offers.step(by)
        else:
            self.leave_field(by)

    def action_turn(self, by: int) -> None:
        """Take what is highlighted in the list, then move on."""
        if not self.closed:
            self.take()
            self.leave_field(by)

    def leave_field(self, by: int) -> None:
        """Move to the next field, or to the one before."""
        self.close_offers()
        if by > 0:
            self.focus_next(Input)
        else:
            self.focus_previous(Input)

    def take(self) -> bool:
        """Put the highlighted offer into the field; whether there was one."""
        offer, field, box = self.offers.choice, self.current, self._box()
        if not self.listing or offer is None or field is None or box is None:
            return False
        text = self.put_in(field, offer)
        self.close_offers()
        box.value = text
        box.cursor_position = len(text)
        return True

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        field = next((f for f in self.fields if box_id(f.name) == event.input.id), None)
        if field is None or self.texts[field.name] == event.value:
            return
        if event.value == " " and self.lists(field):
            event.input.value, self.texts[field.name] = "", ""
            self._list(field, "")
            return
        self.texts[field.name] = event.value
        self.errors = {name: words for name, words in self.errors.items() if name not in ("", field.name)}
        self.say(self.KEYS)
        self.reread()
        if field == self.current:
            self._list(field, event.value)

    def _list(self, field: Field, text: str) -> None:
        self.listing = True
        self.offer(field, text)

    def list_offers(self, field: Field, offers: Sequence[Offer], *, chosen: bool) -> None:
        """List what can be put into a field, if that still has the keys; `chosen` highlights the first of them."""
        box = self._box()
        if field != self.current or not self.listing or box is None:
            return
        self.offers.show(offers, chosen=0 if chosen else None)
        self.redraw()
        place, room = box.region, self.size
        width = min(max(36, place.width * 2), room.width - place.x - 2)
        below = room.height - place.y - 1
        above = self.offers.lines > below and place.y > below
        self.offers.styles.width, self.offers.styles.height = width, min(self.offers.lines, place.y if above else below)
        self.offers.styles.offset = (place.x, place.y - self.offers.lines if above else place.y + 1)

    def close_offers(self) -> None:
        """Take the list away."""
        self.listing = False
        self.offers.show((), chosen=None)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show what can be written in the field that has the keys."""
        self.close_offers()
        self.redraw()
