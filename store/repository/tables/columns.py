"""Values that many kinds of line share, checked and written as columns (ValueError says what is wrong)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any, TypeVar

from store.domain.quantities import parse_figure
from store.domain.windows import OPEN, make_window, parse_span
from store.domain.words import Strength
from store.lines import KINDS

Row = tuple[str, dict[str, Any]]
"""A table and the values of one row in it."""
V = TypeVar("V")
ATTRIBUTES = {"from": "from_", "for": "for_"}
"""How the keys of a line are called as attributes, where Python has the word for something else."""
UNSPOKEN = "0000-01-01"
"""The first day of a commitment until the claims about it are in; no line can give it."""
_CACHED = 4096
"""How many days and figures are remembered as they are stored; the same ones come again and again."""


class UnknownNameError(ValueError):
    """A line names something that is not known, or not yet."""


class Known(dict[str, V]):
    """What things of one kind are known by their labels: those met lately; others are looked up one by one.

    It never holds more than `most`, so that memory does not grow with the record.
    """

    def __init__(self, kind: str, look: Callable[[str], V | None] | None = None, most: int = 20_000) -> None:
        super().__init__()
        self._kind, self._look, self._most = kind, look, most

    def __missing__(self, label: str) -> V:
        found = self._look(label) if self._look else None
        if found is None:
            raise UnknownNameError(f"there is no {self._kind} '{label}'")
        self.keep(label, found)
        return found

    def keep(self, label: str, value: V) -> None:
        """Remember one."""
        if len(self) >= self._most:
            self.clear()
        self[label] = value

    def holds(self, label: str) -> bool:
        """Whether there is one of that label."""
        try:
            return self[label] is not None
        except UnknownNameError:
            return False


def _labels() -> dict[str, Known[bool]]:
    return {kind: Known(kind) for kind in LABELLED}


LABELLED = ("track", "round", "commitment", "exchange", "gate")
"""Kinds whose labels other lines may refer to."""


@dataclass(slots=True)
class Names:
    """What may be referred to while lines are turned into rows: the store's things and those of the lines before."""

    actors: dict[str, str | None] = field(default_factory=dict)
    """Code of each actor -> the side it speaks for (a side speaks for itself; outsiders for nobody)."""
    sources: Known[str] = field(default_factory=lambda: Known("source"))
    """Label of each source -> the day it was published."""
    labels: dict[str, Known[bool]] = field(default_factory=_labels)
    """Labels by kind: tracks, rounds, commitments, exchanges, gates."""
    claims: Known[int] = field(default_factory=lambda: Known("claim"))
    """Number of each labelled claim."""
    signals: Known[int] = field(default_factory=lambda: Known("signal"))

    def actor(self, code: str | None) -> str | None:
        """Check the code of an actor."""
        if code is not None and code not in self.actors:
            raise UnknownNameError(f"there is no actor '{code}'")
        return code

    def of(self, kind: str, label: str | None) -> str | None:
        """Check the label of a thing of one kind."""
        if label is not None:
            self.labels[kind][label]  # raises UnknownNameError
        return label


@cache
def _values(kind: type[StrEnum]) -> frozenset[str]:
    return frozenset(word.value for word in kind)


def attributes(kind: str, fields: Mapping[str, Any]) -> SimpleNamespace:
    """Let the keys of a line be read as attributes: None where it has none."""
    keys = (key for part in KINDS[kind] for key in part)
    return SimpleNamespace(**{ATTRIBUTES.get(key, key): fields.get(key) for key in keys})


def choose(kind: type[StrEnum], value: str | None, what: str) -> str | None:
    """Check that a word is one of those that an axis has."""
    if value is None or value in _values(kind):
        return value
    raise ValueError(f"{what} '{value}' is none of {', '.join(kind)}")


@lru_cache(_CACHED)
def day_of(text: str) -> str:
    """Check an ISO day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"'{text}' is no day: write it as 2025-06-30") from None


@lru_cache(_CACHED)
def figure_columns(text: str | None) -> tuple[str | None, int | None, int | None, int | None]:
    """Write a figure as columns: qualifier, low, point, high."""
    if not text:
        return None, None, None, None
    figure = parse_figure(text)
    return figure.qualifier.value, figure.low, figure.point, figure.high


def span(text: str | None) -> tuple[str | None, str | None]:
    """Read the text form of a span of days as two stored days."""
    earliest, latest = parse_span(text) if text else (None, None)
    if earliest and latest and earliest > latest:
        raise ValueError(f"'{text}' ends before it begins")
    return (earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)


WINDOW = ("earliest", "latest", "loose_earliest", "loose_latest", "phrase", "rule")
_Ends = tuple[str | None, str | None]


def _ends(text: str | None) -> _Ends:
    """Read the days of a span one by one; raises ValueError, as parse_span does."""
    if not text:
        return None, None
    first, slash, last = text.strip().partition("/")
    earliest = None if first in ("", OPEN) else day_of(first)
    if not slash:
        return earliest, earliest
    return earliest, None if last in ("", OPEN) else day_of(last)


def window_values(text: str | None, loose: str | None, phrase: str | None, rule: str | None) -> tuple[str | None, ...]:
    """Write the window of a line as the values of the columns in WINDOW. Stored days sort as days do."""
    if not text and not loose:
        return None, None, None, None, phrase, rule
    earliest, latest = _ends(text)
    wide_earliest, wide_latest = _ends(loose)
    if (
        (earliest and latest and earliest > latest)
        or (wide_latest and (latest is None or wide_latest < latest))
        or (wide_earliest and (earliest is None or wide_earliest > earliest))
    ):
        make_window(text, loose)  # raises ValueError and says which
    loose_earliest = wide_earliest if wide_earliest != earliest else None
    return earliest, latest, loose_earliest, wide_latest if wide_latest != latest else None, phrase, rule


def window_columns(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Write the window of a line as columns."""
    values = window_values(fields.get("window"), fields.get("loose"), fields.get("phrase"), fields.get("rule"))
    return dict(zip(WINDOW, values, strict=True))


def places_of(fields: Mapping[str, Any]) -> list[str]:
    """List the places in sources that a line rests on; the first one is its source."""
    at = fields["at"]
    places = [at] if isinstance(at, str) else list(at)
    if not places:
        raise ValueError("'at' names no place")
    return places


def source_of(place: str, names: Names) -> str:
    """Return the label of the source that a place lies in."""
    label = place.rpartition(":")[0] or place
    names.sources[label]  # raises UnknownNameError
    return label


def cite_columns(fields: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Write where a line stands and who speaks as columns."""
    places = places_of(fields)
    sources = [source_of(place, names) for place in places]
    speaker = names.actor(fields.get("by"))
    said_for = fields.get("for") or (names.actors[speaker] if speaker else None)
    return {
        "source": sources[0],
        "locator": ", ".join(places),
        "words": fields.get("words"),
        "strength": choose(Strength, fields["strength"], "strength"),
        "speaker": speaker,
        "speaks_for": names.actor(said_for),
        "via": fields.get("via"),
        "known_on": day_of(fields["known"]) if fields.get("known") else names.sources[sources[0]],
    }


def sides_of(way: str) -> tuple[str, str]:
    """Read a direction such as RU>UA as the codes of its two sides."""
    debtor, arrow, creditor = way.partition(">")
    if not arrow:
        raise ValueError(f"'{way}' is no direction: write it as RU>UA")
    return debtor.strip(), creditor.strip()
