"""The page of states and signs: the table that help on the screen reads, as Markdown for `docs/states.md`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from store.domain.quantities import Basis, Qualifier
from store.domain.words import (
    About,
    ClaimRole,
    DayBasis,
    Delivery,
    Event,
    GateMode,
    GateState,
    Instrument,
    Measure,
    Modality,
    RoundState,
    Schedule,
    Strength,
    Verification,
    spoken,
)
from store.reading.record.compared import MatchKind
from store.reading.record.inbox import State
from tui.render.meanings import KINDS, READINGS, SHELVES, SIGNS, meaning
from tui.render.obligations import HEADINGS

AXES: tuple[tuple[str, type[StrEnum]], ...] = (
    ("Instrument: by what act a commitment stands", Instrument),
    ("Delivery: how far it is carried out", Delivery),
    ("Verification: how well a delivery is attested", Verification),
    ("Schedule: where it stands against its days", Schedule),
    ("State of a round", RoundState),
    ("State of a gate", GateState),
    ("What a gate asks for", GateMode),
    ("How firmly something is said about when", Modality),
    ("What is said when of", About),
    ("What a figure measures", Measure),
    ("How a figure is meant", Qualifier),
    ("What a figure counts", Basis),
    ("What is said of an exchange", Event),
    ("Who says it", ClaimRole),
    ("How directly it is said", Strength),
    ("How the day of a source is known", DayBasis),
    ("How a proposal lies to the record", MatchKind),
    ("Where a proposal stands", State),
)
"""Every axis on which something stands, in the order of the page."""
_READINGS = {"": "a party’s own"}


def states_page() -> str:
    """Write the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# States and signs"
    yield ""
    yield "What every word and sign on the screen means. `H` on the dashboard says it of the line under the cursor, and"
    yield "why it stands there. Each axis stands for itself: what is delivered says nothing of who attests it."
    yield ""
    yield "## Signs"
    yield ""
    yield "| sign | where | meaning |"
    yield "| --- | --- | --- |"
    for sign in SIGNS:
        yield f"| `{sign.sign}` | {sign.place or 'everywhere'} | {sign.meaning} |"
    for title, axis in AXES:
        yield from _table(title, {spoken(word): meaning(word) for word in axis})
    yield from _table("Readings: whose view of what is owed", {_READINGS.get(n, n): t for n, t in READINGS.items()})
    yield from _table("Headings of the obligations", {HEADINGS[shelf]: text for shelf, text in SHELVES.items()})
    yield from _table("Kinds of things", {kind.value: text for kind, text in KINDS.items()})


def _table(title: str, rows: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    for word, text in rows.items():
        yield f"- **{word}**: {text}"
