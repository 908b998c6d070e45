"""A form: fields below one another, each with how it is understood beside it. Nothing typed is lost unasked."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.forms.field import Field
from tui.layouts import twins
from tui.render.frame import too_small
from tui.render.spans import Role, put
from tui.screens.offering import OfferingScreen

LEAVING = "Leave and lose what you typed? y / n"


class FormScreen(OfferingScreen, inherit_bindings=False):
    """A form that is saved or left. A subclass says how it is saved (`save`)."""

    # before the field sees them, so that what is typed right after them is the next field's
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("tab", "turn(1)", show=False, priority=True),
        Binding("shift+tab", "turn(-1)", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("escape", "close", show=False, priority=True),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]
    ENTER_SAVES = False
    """Whether Enter saves in every field, and not only in the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.saving = False
        """Whether it is being saved, so that nothing can be done meanwhile."""
        self._asked = False
        """Whether it asks whether to leave what is not saved."""
        self._had_keys: Field | None = None

    @property
    def closed(self) -> bool:
        """Whether nothing can be typed now."""
        return self._asked or self.saving

    def save(self) -> None:
        """Save what was typed, or say at the fields why not."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close; what was typed is let go."""
        self.dismiss(None)

    def keeps_from_leaving(self) -> bool:
        """Whether something typed would be lost if the program ended now; then it is asked for."""
        if self.changed and not self.closed:
            self._ask(asked=True)
        return self.changed

    def on_key(self, event: events.Key) -> None:
        """Answer the question whether to leave; while it is asked no field has the keys."""
        char = event.character or ""
        if not self._asked:
            return
        event.stop()
        if char == "y" or char in twins("y"):
            self.leave()
        elif char == "n" or char in twins("n") or event.key == "enter":
            self._ask(asked=False)

    def _ask(self, *, asked: bool) -> None:
        self._asked = asked
        self.notice = (put("What you typed is not saved yet.", Role.WARN),) if asked else ()
        self.hold_keys(held=asked)
        self.say(LEAVING if asked else self.KEYS)
        self.redraw()

    def set_saving(self, *, saving: bool) -> None:
        """Keep everything as it is while it is being saved."""
        self.saving = saving
        self.notice = (put("saving…", Role.MUTED),) if saving else ()
        self.hold_keys(held=saving)
        self.redraw()

    def hold_keys(self, *, held: bool) -> None:
        """Keep keys from the fields, or give them back to the one that had them."""
        if held:
            self._had_keys = self.current
            self.set_focus(None)
        elif self._had_keys is not None:
            self.go_to(self._had_keys.name)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.take() or self.closed:
            return
        last = bool(self.fields) and self.current == self.fields[-1]
        if self.ENTER_SAVES or last:
            self.action_save()
        else:
            self.leave_field(1)

    def action_save(self) -> None:
        """Save, where there is room to see what."""
        if not (self.closed or too_small(*self.app.size)):
            self.close_offers()
            self.save()

    def action_close(self) -> None:
        """Close the list below the field, else the form; where something would be lost, ask first."""
        if self._asked:
            self._ask(asked=False)
        elif self.saving:
            return
        elif self.listing and self.offers.display:
            self.close_offers()
        elif self.changed:
            self._ask(asked=True)
        else:
            self.leave()
