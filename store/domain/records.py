"""Things of the record made and mended by hand: what is asked for, and what is on record now."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from store.domain.windows import Window

Fields = Mapping[str, "Any"]
"""The keys of a line of the record with their values; for what comes along, `part.key`."""


class NewRecord(NamedTuple):
    """A thing to be put on record."""

    kind: str
    fields: Fields
    label: str | None = None
    """What it shall be called; None = the next free label of its kind."""


class Held(NamedTuple):
    """A thing as it is on record: what a line says of it."""

    kind: str
    label: str
    number: int
    """The number of its row."""
    fields: Fields = MappingProxyType({})


class Edit(NamedTuple):
    """Changes to a thing that is on record."""

    seen: Held
    """The thing as it was when the changes were made; where one of them meets another change, that is a conflict."""
    changed: Fields
    """What shall stand in the fields that change; None = nothing."""


class Start(NamedTuple):
    """What a new thing of a kind begins with."""

    label: str
    """The next free label; empty where it is made of the name."""
    fields: Fields
    """What is most likely, given what is highlighted."""


class Named(NamedTuple):
    """Something that can be named in a field."""

    label: str
    words: str
    """What it is, in short."""


_BLANK: tuple[object, ...] = (None, "", [], ())


def same(one: object, other: object) -> bool:
    """Whether two values of a field say the same; nothing is nothing however it is written."""
    return (one in _BLANK and other in _BLANK) or one == other


WINDOW_KEYS = ("window", "loose", "phrase", "rule")
"""The keys of a line that one window takes."""


def window_of(fields: Fields) -> Window:
    """Read the window of a line. Raises ValueError."""
    from store.domain.windows import make_window

    return make_window(*(fields.get(key) for key in WINDOW_KEYS))


def window_keys(window: Window) -> dict[str, str | None]:
    """Write a window as the keys of a line."""
    return dict(zip(WINDOW_KEYS, (window.edtf, window.loose_edtf, window.phrase, window.rule), strict=True))


def spelled(value: object) -> str:
    """Write a value of a line as the journal does."""
    if value in _BLANK:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(spelled(one) for one in value)
    if isinstance(value, dict):
        return f"{value['from']}>{value['to']} {value['category']} {value.get('parts') or ''}".rstrip()
    return str(value)


def told(fields: Fields, titles: Mapping[str, str]) -> str:
    """Write fields in one sentence of the journal, each by its title: "what Remains · unit bodies"."""
    return " · ".join(f"{titles.get(name, name)} {spelled(value)}" for name, value in fields.items())
