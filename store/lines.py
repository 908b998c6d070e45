"""The line format of the record (seeds/README.md): text in, checked lines out. Problems are collected, not raised."""

from __future__ import annotations

import json
import re

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.ids import derive

if TYPE_CHECKING:
    from typing import Any

_WINDOW = ("window", "loose", "phrase", "rule")
_CITE = ("at", "words", "strength", "by", "for", "via")

KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actor": (("name", "kind", "role"), ("for", "office", "aliases", "members", "note")),
    "track": (("name", "parties"), ("host", "mediators", "note")),
    "source": (
        ("origin", "published", "basis"),
        ("title", "publisher", "upstream", "window", "why", "address", "digest", "lang", "note"),
    ),
    "round": (("track", "kind", "name"), ("ordinal", "note")),
    "commitment": (
        ("track", "from", "to", "category", "what"),
        ("round", "unit", "mirrors", "needs", "known", "note"),
    ),
    "exchange": (("track", "name"), ("legs", "serves", "place", "witness", "note", *_WINDOW)),
    "report": (
        ("at", "strength"),
        ("state", "place", "host", "duration", "minutes", "heads", "outcome", "known", "note", *_WINDOW, *_CITE),
    ),
    "claim": (
        ("about", "measure", "at", "strength"),
        (
            *("figure", "basis", "progress", "event", "instrument", "recognised_by", "role", "way", "supersedes"),
            *("per", "ratio", "counts_from", "on_days", "extends"),
            *("known", "note", *_WINDOW, *_CITE),
        ),
    ),
    "signal": (
        ("track", "about", "modality", "at", "strength"),
        ("round", "said", "known", "note", "supersedes", *_WINDOW, *_CITE),
    ),
    "gate": (
        ("track", "holds", "mode", "condition", "testable", "at", "strength"),
        ("round", "requires", "holds_commitments", "known", "note", *_CITE),
    ),
    "position": (("actor", "topic", "stance", "summary", "strength", "at"), ("track", "reply", "known", "note")),
    "discrepancy": (("kind", "about", "summary", "treat_as", "at"), ("known", "note")),
    "judgement": (("about", "aspect", "author", "day"), ("value", "reason", "rests_on", "note")),
}
"""Every kind in the order in which it is saved: the keys it must have, and those it may have."""

_TEXT_LISTS = (
    *("aliases", "members", "parties", "mediators", "needs", "serves", "heads", "recognised_by"),
    *("requires", "holds_commitments"),
)
_WHOLE_NUMBERS = ("ordinal", "minutes", "extends")
_LONGEST = 1_000_000
_LARGEST = 1_000_000
_LABEL = re.compile(r"[^\s,>]{1,64}")


class Line(NamedTuple):
    """One fact of the record, its keys checked but its values not yet."""

    number: int
    """Where it stands, counted from 1."""
    kind: str
    label: str
    fields: dict[str, Any]
    uid: str
    """Derived from what the line says."""


class _Keys(NamedTuple):
    """The keys of one kind."""

    required: frozenset[str]
    texts: frozenset[str]
    """Those whose value may be one text; nearly every value is, so these are told apart first."""
    allowed: frozenset[str]


_KEYS = {
    kind: _Keys(
        frozenset(required),
        frozenset((*required, *optional)) - {*_TEXT_LISTS, *_WHOLE_NUMBERS, "testable", "legs"},
        frozenset((*required, *optional)),
    )
    for kind, (required, optional) in KINDS.items()
}
_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


def is_remark(text: str) -> bool:
    """Whether a line is empty or a remark, which says nothing."""
    return not text or text.startswith("#")


def read_line(text: str, number: int) -> Line:
    """Read one line of the record, without blanks around it. Raises ValueError with what is wrong with it."""
    if len(text) > _LONGEST:
        raise ValueError(f"the line is longer than {_LONGEST:,} characters")
    try:
        fields = _decode(text)
    except (ValueError, RecursionError):
        raise ValueError("this is no JSON object on one line") from None
    if not isinstance(fields, dict) or not fields:
        raise ValueError("this is no JSON object on one line")
    kind = next(iter(fields))
    if kind not in KINDS:
        raise ValueError(f"a line begins with its kind, and '{_short(kind)}' is none of {', '.join(KINDS)}")
    label = fields.pop(kind)
    if not isinstance(label, str) or not _LABEL.fullmatch(label) or not label.isprintable():
        raise ValueError(f"'{_short(str(label))}' is no label: 1 to 64 signs, without blanks, commas or >")
    _check_keys(kind, label, fields)
    return Line(number, kind, label, fields, derive(_canonical([kind, label, fields])))


def _check_keys(kind: str, label: str, fields: dict[str, Any]) -> None:
    keys = _KEYS[kind]
    texts, more = keys.texts, []
    for key, value in fields.items():
        if value.__class__ is not str or not value or key not in texts:
            more.append(key)
    if not (keys.required.issubset(fields) and all(fields[key] not in (None, "") for key in more)):
        missing = [key for key in KINDS[kind][0] if fields.get(key) in (None, "")]
        if missing:
            raise ValueError(f"{kind} {_short(label)} lacks {', '.join(missing)}")
    for key in more:
        if key not in keys.allowed:
            raise ValueError(f"{kind} {_short(label)} has an unknown key '{_short(key)}'")
        _check_value(kind, label, key, fields[key])


def _check_value(kind: str, label: str, key: str, value: Any) -> None:
    if value is None:
        return
    if key in _TEXT_LISTS:
        right = isinstance(value, list) and all(isinstance(item, str) for item in value)
    elif key in _WHOLE_NUMBERS:
        right = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST
    elif key == "testable":
        right = isinstance(value, bool)
    elif key == "legs":
        right = isinstance(value, list) and all(_is_leg(leg) for leg in value)
    elif key == "at" or (key == "about" and kind == "discrepancy"):
        right = isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))
    else:
        right = isinstance(value, str)
    if not right:
        raise ValueError(f"{kind} {_short(label)}: '{key}' has a value of the wrong kind")


def _is_leg(leg: object) -> bool:
    if not isinstance(leg, dict) or not {"from", "to", "category"} <= leg.keys() <= {"from", "to", "category", "parts"}:
        return False
    return all(isinstance(value, str) or (key == "parts" and value is None) for key, value in leg.items())


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
