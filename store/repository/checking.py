"""Checking what was written into the fields of a thing, before it is taken: each fault is said at its field."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from store.domain.fields import Entry, FormField
from store.domain.forms import FORMS
from store.domain.quantities import parse_figure
from store.domain.records import WINDOW_KEYS, window_of
from store.domain.typed import TYPE_CHECKING
from store.errors import FieldsError
from store.lines import KINDS, read_line
from store.repository.referring import names_of
from store.repository.tables.columns import Names, UnknownNameError, day_of, sides_of, source_of

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any

_LONGEST = 4_000
"""How long the text of one field may be."""
_BESIDE_WINDOW = ("loose", "phrase", "rule")


class _Unknown(ValueError):  # noqa: N818 - told at its field, never raised to anybody
    """Something is named that the record does not hold."""


def checked(connection: Connection, kind: str, label: str, fields: Mapping[str, Any], part: str = "") -> None:
    """Check the fields of a thing, or of a line beside it (`part`). Raises FieldsError with all that is wrong.

    What a line beside it is about is written together with it, so that it cannot be looked up yet.
    """
    coming = "" if not part else "round" if kind == "report" else "about"
    names = names_of(connection)
    errors: dict[str, str] = {}
    unknown = 0
    form = FORMS[kind]
    for key in fields:
        if key not in (*KINDS[kind][0], *KINDS[kind][1]) and form.field(key) is None:
            errors[_named(part, key)] = f"a {kind} has no such field"
    for field in form.fields:
        if field.part or field.key == coming:
            continue
        try:
            _check(field, fields, names)
        except (_Unknown, UnknownNameError) as error:
            errors[_named(part, field.name)] = str(error)
            unknown += 1
        except (ValueError, TypeError, KeyError) as error:
            errors[_named(part, field.name)] = str(error)
    if errors:
        raise FieldsError(errors, unknown=unknown == len(errors))
    try:
        read_line(json.dumps({kind: label, **_of_line(kind, fields, coming)}, ensure_ascii=False), 1)
    except ValueError as error:
        raise FieldsError({"": str(error)}) from None


def _named(part: str, key: str) -> str:
    return f"{part}.{key}" if part else key


def _of_line(kind: str, fields: Mapping[str, Any], coming: str) -> dict[str, Any]:
    """Return the keys of a line; a report has its round as its label."""
    said = {key: value for key, value in fields.items() if not (kind == "report" and key == "round")}
    return said if kind == "report" or not coming else {**said, coming: "new"}


def _check(field: FormField, fields: Mapping[str, Any], names: Names) -> None:
    value = fields.get(field.key)
    if value in (None, "", []):
        if field.required:
            raise ValueError("it cannot be empty")
        if field.key == "window" and any(fields.get(key) for key in _BESIDE_WINDOW):
            window_of(fields)
        return
    if any(len(text) > _LONGEST for text in _texts(value)):
        raise ValueError(f"it is longer than {_LONGEST:,} signs")
    check = _CHECKS.get(field.entry)
    if check is not None:
        check(field, value, names)
    elif field.entry is Entry.WHEN:
        window_of({key: fields.get(key) for key in WINDOW_KEYS})


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, (list, tuple)) else []


def _actors(_field: FormField, value: str | Sequence[str], names: Names) -> None:
    for code in [value] if isinstance(value, str) else value:
        names.actor(code)


def _labels(field: FormField, value: str | Sequence[str], names: Names) -> None:
    for label in [value] if isinstance(value, str) else value:
        if not any(names.labels[kind].holds(label) for kind in field.kinds):
            raise _Unknown(f"there is no {' or '.join(field.kinds)} '{label}'")


def _word(field: FormField, value: str, _names: Names) -> None:
    if value not in field.words:
        raise ValueError(f"'{value}' is none of {', '.join(field.words)}")


def _places(_field: FormField, value: str | Sequence[str], names: Names) -> None:
    for place in [value] if isinstance(value, str) else value:
        source_of(place, names)


def _figure(_field: FormField, value: str, _names: Names) -> None:
    parse_figure(value)


def _day(_field: FormField, value: str, _names: Names) -> None:
    day_of(value)


def _number(_field: FormField, value: object, _names: Names) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"'{value}' is no number")


def _yes_no(_field: FormField, value: object, _names: Names) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"'{value}' is neither yes nor no")


def _way(_field: FormField, value: str, names: Names) -> None:
    for side in sides_of(value):
        names.actor(side)


def _legs(field: FormField, value: Sequence[Mapping[str, str]], names: Names) -> None:
    for leg in value:
        names.actor(leg["from"])
        names.actor(leg["to"])
        _word(field, leg["category"], names)


_CHECKS: dict[Entry, Callable[[FormField, Any, Names], None]] = {
    Entry.ACTOR: _actors,
    Entry.ACTORS: _actors,
    Entry.LABEL: _labels,
    Entry.LABELS: _labels,
    Entry.WORD: _word,
    Entry.PLACE: _places,
    Entry.FIGURE: _figure,
    Entry.DAY: _day,
    Entry.NUMBER: _number,
    Entry.YES_NO: _yes_no,
    Entry.WAY: _way,
    Entry.LEGS: _legs,
}
