"""What was typed into a form, read field by field against the record; days against the day of the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from store.domain.fields import Entry, Form, FormField
from store.domain.forms import FORMS
from store.domain.quantities import parse_figure
from store.domain.records import WINDOW_KEYS, window_keys, window_of
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window
from store.errors import UnknownError, UsageError
from tui.forms import texts as read
from tui.forms.field import Field
from tui.phrasing import NO_WINDOW_READ, days_words, is_span, read_day, read_phrase, read_span
from tui.wording import day_words, figure_words, window_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Protocol

    from store.domain.model import Actor
    from store.domain.records import Named

    class Looks(Protocol):
        """What is asked of the record while texts are read."""

        def actors(self) -> dict[str, Actor]:
            """List every actor by code."""

        def published(self, source: str) -> date | None:
            """Return the day on which a source was published; None where there is none."""

        def near(self, kinds: Sequence[str], text: str) -> list[Named]:
            """List things whose labels or words begin with a text."""


_GROUPS = {
    "owed": "What is owed, as a source says it",
    "report": "What a source reports of it",
    "said": "What a source says of it",
}
_CHOSEN = (Entry.WORD, Entry.YES_NO, Entry.ACTOR, Entry.LABEL)
_PAST, _FUTURE = "past", "future"


class Typed(NamedTuple):
    """What typed texts come to."""

    changed: Mapping[str, Any]
    """Values of the fields that were typed in; None = nothing."""
    errors: Mapping[str, str]
    """Why a field cannot be read, by its name."""
    echoes: Mapping[str, str]
    """How a field is understood, by its name."""
    unknown: bool = False
    """Whether each error is about something that the record does not hold."""


def fields_of(form: Form, known: Mapping[str, Any], *, new: bool) -> tuple[Field, ...]:
    """List the fields to type in: of a new thing all, of one on record those that can be changed."""
    found, part = [], ""
    for field in form.fields:
        if not new and (field.fixed or field.part):
            continue
        heading = _GROUPS[field.part] if field.part and field.part != part else ""
        part = field.part
        text, replaced = read.text_of(field, known), field.entry in _CHOSEN
        found.append(Field(field.name, field.title, text, hint_of(field), field.required, replaced, heading))
    return tuple(found)


def hint_of(field: FormField) -> str:
    """Say what can be written in a field."""
    words = ", ".join(map(read.shown_word, field.words)) if field.words else ""
    return f"{field.means}: {words}" if words else field.means


def read_form(
    kind: str, typed: Mapping[str, str], known: Mapping[str, Any], looks: Looks, *, whole: bool = False
) -> Typed:
    """Read texts by the name of their fields. With `whole` a field that is needed and empty is an error too."""
    form, reader = FORMS[kind], _Reader(kind, typed, known, looks)
    changed: dict[str, Any] = {}
    errors: dict[str, str] = {}
    unknown = 0
    for name in typed:
        if form.field(name) is None:
            errors[name] = f"a {kind} has no such field; it has {', '.join(one.name for one in form.fields)}"
    for field in form.fields:
        before = read.text_of(field, known).strip()
        text = typed.get(field.name, before).strip()
        if text == before:
            reader.echo(field, text)
            continue
        try:
            changed |= reader.value(field, text)
        except UnknownError as error:
            errors[field.name] = str(error)
            unknown += 1
        except UsageError as error:
            errors[field.name] = str(error)
    if whole:
        errors |= {
            field.name: "it cannot be empty"
            for field in form.fields
            if field.required and not field.part and not typed.get(field.name, read.text_of(field, known)).strip()
        }
    return Typed(changed, errors, reader.echoes, unknown=bool(errors) and unknown == len(errors))


class _Reader:
    """Reads the fields of one form."""

    def __init__(self, kind: str, typed: Mapping[str, str], known: Mapping[str, Any], looks: Looks) -> None:
        self._kind, self._typed, self._known, self._looks = kind, typed, known, looks
        self._actors = looks.actors()
        self.echoes: dict[str, str] = {}
        self._readers: dict[Entry, Callable[[FormField, str], Any]] = {
            Entry.WORD: lambda field, text: read.read_word(field, text),
            Entry.ACTOR: self._actor,
            Entry.ACTORS: self._several,
            Entry.TEXTS: lambda _, text: read.parts_of(text),
            Entry.LABEL: self._label,
            Entry.LABELS: lambda field, text: [self._label(field, part) for part in read.parts_of(text)],
            Entry.PLACE: self._place,
            Entry.FIGURE: self._figure,
            Entry.NUMBER: lambda _, text: read.read_number(text),
            Entry.YES_NO: lambda _, text: read.read_yes_no(text),
            Entry.WAY: lambda _, text: read.read_way(text, self._actors),
            Entry.LEGS: lambda field, text: read.read_legs(text, self._actors, field.words),
            Entry.DAY: self._day,
            Entry.SPAN: self._span,
        }

    def value(self, field: FormField, text: str) -> dict[str, Any]:
        """Return the keys that a text comes to. Raises UsageError."""
        if field.entry is Entry.WHEN:
            return self._window(field, text)
        if not text:
            return {field.name: None}
        reader = self._readers.get(field.entry)
        return {field.name: reader(field, text) if reader is not None else text}

    def echo(self, field: FormField, text: str) -> None:
        """Say how a text is understood that nobody touched; what cannot be read is left for whoever touches it."""
        if not text:
            return
        if field.entry is Entry.WHEN:
            prefix = f"{field.part}." if field.part else ""
            window = window_of({key: self._known.get(f"{prefix}{key}") for key in WINDOW_KEYS})
            self.echoes[field.name] = _window_echo(window)
        elif field.entry in (Entry.ACTOR, Entry.LABEL, Entry.PLACE, Entry.FIGURE, Entry.DAY):
            with suppress(UsageError, UnknownError):
                self.value(field, text)

    def _actor(self, field: FormField, text: str) -> str:
        code = read.read_actor(text, self._actors)
        self.echoes[field.name] = self._actors[code].name
        return code

    def _several(self, field: FormField, text: str) -> list[str]:
        codes = [read.read_actor(part, self._actors) for part in read.parts_of(text)]
        self.echoes[field.name] = ", ".join(self._actors[code].name for code in codes)
        return codes

    def _label(self, field: FormField, text: str) -> str:
        wanted = text.casefold()
        for named in self._looks.near(field.kinds, text):
            if named.label.casefold() == wanted:
                self.echoes[field.name] = named.words
                return named.label
        raise UnknownError(f"there is no {' or '.join(field.kinds)} '{text}'")

    def _place(self, field: FormField, text: str) -> str | list[str]:
        places = read.parts_of(text)
        for place in places:
            label, colon, line = place.rpartition(":")
            source = label if colon else line
            day = self._looks.published(source)
            if day is None:
                raise UnknownError(f"there is no source '{source}'")
            if not colon or not line.strip():
                raise UsageError(f"which line of {source}: write {source}:5")
            self.echoes.setdefault(field.name, f"published {day_words(day)}")
        return places if len(places) > 1 else places[0]

    def _figure(self, field: FormField, text: str) -> str:
        figure = read.read_figure(text)
        self.echoes[field.name] = figure_words(parse_figure(figure))
        return figure

    def _day(self, field: FormField, text: str) -> str:
        found = read_day(text, self._anchor(field)[0] if field.name != "published" else None, tense=None)
        if found.day is None:
            raise UsageError(found.refusal)
        self.echoes[field.name] = day_words(found.day, weekday=True)
        return found.day.isoformat()

    def _span(self, field: FormField, text: str) -> str | None:
        window = self._resolved(field, text, _PAST)
        self.echoes[field.name] = _window_echo(window)
        return window.edtf

    def _window(self, field: FormField, text: str) -> dict[str, Any]:
        prefix = f"{field.part}." if field.part else ""
        window = self._resolved(field, text, _tense(self._kind, field, self._typed, self._known)) if text else Window()
        if text:
            self.echoes[field.name] = _window_echo(window)
        return {f"{prefix}{key}": value for key, value in window_keys(window).items()}

    def _resolved(self, field: FormField, text: str, tense: str) -> Window:
        if is_span(text):
            return read_span(text)
        anchor, source = self._anchor(field)
        try:
            found = read_phrase(text, anchor, tense=tense)
        except UsageError:
            if anchor is not None:
                raise
            raise UsageError("it hangs on the day of a source: say where it stands first, or write days") from None
        if found is None:
            raise UsageError(NO_WINDOW_READ)
        window = found.window()._replace(phrase=text)
        if not found.dated:
            self.echoes[field.name] = days_words(found)
        elif found.relative and anchor is not None:
            self.echoes[f"{field.name} read"] = f"read on {day_words(anchor)}, the day of {source}"
        return window

    def _anchor(self, field: FormField) -> tuple[date | None, str]:
        """Return the day that phrases are read against: that of the source named in the same group."""
        for name in (f"{field.part}.at" if field.part else "at", "at", "said.at", "report.at"):
            known = self._known.get(name)
            text = self._typed.get(name) or (known if isinstance(known, str) else (known or [""])[0])
            places = read.parts_of(text)
            if places:
                source = places[0].rpartition(":")[0] or places[0]
                return self._looks.published(source), source
        return None, ""


_COMING = ("scheduled", "expected", "proposed")


def _tense(kind: str, field: FormField, texts: Mapping[str, str], known: Mapping[str, Any]) -> str:
    """Return whether a phrase most likely speaks of what was or of what is to come."""

    def now(name: str) -> str:
        return texts.get(name, str(known.get(name) or "")).strip()

    coming = field.part == "owed" or kind == "signal" or now("measure") == "owed"
    return _FUTURE if coming or now("state") in _COMING or now("report.state") in _COMING else _PAST


def _window_echo(window: Window) -> str:
    days = window_words(window, year=True) if window.bounded else "no day named"
    return f"{days} · {window.rule}" if window.rule else days
