"""Values that many kinds of line share, checked and written as columns (ValueError says what is wrong)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from store.domain.windows import format_span, make_window, parse_span
from store.domain.words import Strength

Row = tuple[str, dict[str, Any]]
"""A table and the values of one row in it."""


@dataclass(slots=True)
class Names:
    """What may be referred to while lines are turned into rows: the store's things and those of the lines before."""

    actors: dict[str, str | None] = field(default_factory=dict)
    """Code of each actor -> the side it speaks for (a side speaks for itself; outsiders for nobody)."""
    sources: dict[str, str] = field(default_factory=dict)
    """Label of each source -> the day it was published."""
    labels: dict[str, set[str]] = field(default_factory=dict)
    """Labels by kind: tracks, rounds, commitments, exchanges, gates."""
    claims: dict[str, int] = field(default_factory=dict)
    """Number of each labelled claim."""
    signals: dict[str, int] = field(default_factory=dict)

    def actor(self, code: str | None) -> str | None:
        """Check the code of an actor."""
        if code is not None and code not in self.actors:
            raise ValueError(f"there is no actor '{code}'")
        return code

    def of(self, kind: str, label: str | None) -> str | None:
        """Check the label of a thing of one kind."""
        if label is not None and label not in self.labels.get(kind, ()):
            raise ValueError(f"there is no {kind} '{label}'")
        return label


def choose(kind: type[StrEnum], value: str | None, what: str) -> str | None:
    """Check that a word is one of those that an axis has."""
    if value is None:
        return None
    try:
        return kind(value).value
    except ValueError:
        raise ValueError(f"{what} '{value}' is none of {', '.join(kind)}") from None


def day_of(text: str) -> str:
    """Check an ISO day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"'{text}' is no day: write it as 2025-06-30") from None


def span(text: str | None) -> tuple[str | None, str | None]:
    """Read the text form of a span of days as two stored days."""
    earliest, latest = parse_span(text) if text else (None, None)
    if earliest and latest and earliest > latest:
        raise ValueError(f"'{text}' ends before it begins")
    return (earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)


def window_columns(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Write the window of a line as columns."""
    window = make_window(fields.get("window"), fields.get("loose"), fields.get("phrase"), fields.get("rule"))
    earliest, latest = span(format_span(window.earliest, window.latest))
    loose_earliest, loose_latest = span(format_span(window.loose_earliest, window.loose_latest))
    return {
        "earliest": earliest,
        "latest": latest,
        "loose_earliest": loose_earliest,
        "loose_latest": loose_latest,
        "phrase": window.phrase,
        "rule": window.rule,
    }


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
    if label not in names.sources:
        raise ValueError(f"there is no source '{label}'")
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


def way(text: str | None, names: Names) -> str | None:
    """Check a direction such as RU>UA."""
    if text is None:
        return None
    debtor, arrow, creditor = text.partition(">")
    if not arrow:
        raise ValueError(f"'{text}' is no direction: write it as RU>UA")
    return f"{names.actor(debtor.strip())}>{names.actor(creditor.strip())}"
