"""The form of a thing of the record: a new one, or one that is mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from store.domain.fields import Entry, Form, FormField
from store.domain.forms import FORMS
from store.domain.records import Held, Named, Start
from store.domain.typed import TYPE_CHECKING
from tui.forms.field import Field, Offer
from tui.forms.offers import at_hand, joined_in, last_part
from tui.forms.reading import Typed, fields_of
from tui.forms.scribe import Draft
from tui.messages import Told
from tui.screens.form import FormScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from store.domain.model import Actor
    from tui.forms.scribe import Scribe

LABEL = "label"
"""The name of the field with what a new thing is called."""
_LOOKED_UP = (Entry.LABEL, Entry.LABELS, Entry.PLACE, Entry.UNIT)
_CLOSED = (Entry.WORD, Entry.YES_NO, Entry.ACTOR, Entry.ACTORS, Entry.LABEL, Entry.LABELS, Entry.PLACE)
"""Entries that take nothing but what is offered."""
_CALLED = Field(LABEL, "called", "", "its label; empty = the next free one")


class RecordScreen(FormScreen):
    """A form that begins with what is known of the thing."""

    def __init__(self, scribe: Scribe, actors: Mapping[str, Actor], saved: Callable[[str], object]) -> None:
        super().__init__()
        self._scribe, self._actors, self._saved = scribe, actors, saved
        self._kind, self._name = "", ""
        self._known: Mapping[str, Any] = {}
        self._seen: Held | None = None
        self._proposed = ""

    def begin(self, kind: str, about: str) -> None:
        """Begin a new thing, given what is highlighted."""
        self._kind = kind
        self._scribe.start(kind, about, self._started)

    def mend(self, label: str) -> None:
        """Begin to mend a thing."""
        self._name = label
        self._scribe.held(label, self._found, self._refused)

    def _started(self, start: Start) -> None:
        self._known, self._proposed = start.fields, start.label
        called = () if self._kind in ("report", "claim") else (_CALLED._replace(text=start.label),)
        self._put_up((*called, *fields_of(FORMS[self._kind], self._known, new=True)))

    def _found(self, held: Held) -> None:
        self._kind, self._name, self._known, self._seen = held.kind, held.label, held.fields, held
        self._put_up(fields_of(FORMS[held.kind], held.fields, new=False))

    def _refused(self, words: str) -> None:
        if self.is_attached:
            self.dismiss(None)
            self.app.post_message(Told(words, warning=True))

    def _put_up(self, fields: tuple[Field, ...]) -> None:
        if self.is_attached:
            self.fields = fields
            self.texts = {field.name: field.text for field in fields}
            self.fill()
            self.reread()

    def heading(self) -> str:
        """Say what is written, and whether it is new."""
        if self._seen is None and self._kind:
            return f"New {self._kind}: {FORMS[self._kind].about}"
        more = " · mended by another statement; the old one is kept" if self._kind and self._form.superseded else ""
        return f"Edit {self._name} {self._kind}".rstrip() + more

    @property
    def _form(self) -> Form:
        return FORMS[self._kind]

    @property
    def _draft(self) -> Draft:
        typed = {
            field.name: self.texts[field.name]
            for field in self.fields
            if field.name != LABEL and self.texts[field.name].strip() != field.text.strip()
        }
        label = self.texts.get(LABEL, "").strip()
        return Draft(self._kind, typed, self._known, label if label != self._proposed else None, self._seen)

    # -- reading and saving

    def reread(self) -> None:
        """Have what was typed read in another thread."""
        self._scribe.read(self._draft, self._read)

    def _read(self, typed: Typed) -> None:
        if self.is_attached and not self.saving:
            general = {"": self.errors[""]} if "" in self.errors else {}
            missing = {name: words for name, words in self.errors.items() if not self.texts.get(name, "").strip()}
            self.show({**missing, **typed.errors, **general}, typed.echoes)

    def save(self) -> None:
        """Save; the form stays until that is done."""
        if not self.fields:
            return
        if self._seen is not None and not self.changed:
            self.leave()
            return
        self.set_saving(saving=True)
        self._scribe.save(self._draft, self._done, self._failed)

    def _done(self, label: str) -> None:
        if self.is_attached:
            self.dismiss(None)
            if self._seen is None:
                self._saved(label)

    def _failed(self, errors: Mapping[str, str], conflict: bool) -> None:
        if not self.is_attached:
            return
        self.set_saving(saving=False)
        self.show(errors, self.echoes)
        first = next((field.name for field in self.fields if field.name in errors), "")
        if first:
            self.go_to(first)
        if conflict and self._seen is not None:
            self._scribe.held(self._seen.label, self._now, lambda _: None)

    def _now(self, held: Held) -> None:
        """Go on from how the thing stands now; what was typed is kept."""
        if self.is_attached and self._seen is not None and self._seen.kind == held.kind:
            before = {field.name: field.text for field in self.fields}
            self._known, self._seen = held.fields, held
            self.fields = fields_of(self._form, held.fields, new=False)
            for field in self.fields:
                if self.texts[field.name].strip() == before[field.name].strip():
                    self.put_text(field.name, field.text)

    # -- what is offered

    def lists(self, field: Field) -> bool:
        """Whether a blank lists what can be put into a field."""
        asked = self._field(field)
        return asked is not None and asked.entry in (*_CLOSED, Entry.UNIT)

    def _field(self, field: Field) -> FormField | None:
        return self._form.field(field.name) if self._kind else None

    def offer(self, field: Field, text: str) -> None:
        """List words and actors at once; what only the store knows once it is looked up."""
        asked = self._field(field)
        if asked is None:
            return
        if asked.entry in _LOOKED_UP:
            self._scribe.near(asked, last_part(asked, text), partial(self._looked_up, field, asked))
            return
        self._show_offers(field, asked, at_hand(asked, last_part(asked, text), self._actors))

    def _looked_up(self, field: Field, asked: FormField, found: Sequence[Named]) -> None:
        colon = ":" if asked.entry is Entry.PLACE else ""
        self._show_offers(field, asked, [Offer(f"{named.label}{colon}", named.words) for named in found])

    def _show_offers(self, field: Field, asked: FormField, offers: Sequence[Offer]) -> None:
        typed = last_part(asked, self.texts[field.name]).casefold()
        exact = any(offer.text.casefold() == typed for offer in offers)
        if exact and len(offers) == 1:
            offers = ()
        self.list_offers(field, offers, chosen=asked.entry in _CLOSED and bool(typed) and not exact)

    def put_in(self, field: Field, offer: Offer) -> str:
        """Put an offer into a field, behind what stands there where it takes several."""
        asked = self._field(field)
        return joined_in(asked, self.texts[field.name], offer) if asked is not None else offer.text
