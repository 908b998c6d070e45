"""Rows of the tables as values of the domain."""

from __future__ import annotations

from datetime import date

from store.domain.journal import JournalEntry, Judgement
from store.domain.model import (
    Cite,
    Discrepancy,
    Exchange,
    Gate,
    Leg,
    Position,
    Round,
    Source,
)
from store.domain.quantities import Qualifier, Quantity, format_figure
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import (
    DayBasis,
    GateMode,
)
from store.repository import lookup

if TYPE_CHECKING:
    from typing import Any, Protocol

    class Row(Protocol):
        """A row whose columns are read by name."""

        def __getitem__(self, column: str, /) -> Any:
            """Return the value of a column."""


def day(text: str | None) -> date | None:
    """Read a stored day."""
    return date.fromisoformat(text) if text else None


def _known(row: Row, key: str = "known_on") -> date:
    return date.fromisoformat(row[key])


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split()) if text else ()


def _places(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


def figure(row: Row) -> str:
    """Write the figure of a row that has one."""
    return format_figure(Quantity(Qualifier(row["qualifier"]), row["low"], row["point"], row["high"]))


def window(row: Row) -> Window:
    """Read the window of a row."""
    if not (row["earliest"] or row["latest"] or row["phrase"]):
        return NO_WINDOW
    return Window(
        day(row["earliest"]),
        day(row["latest"]),
        day(row["loose_earliest"]),
        day(row["loose_latest"]),
        row["phrase"],
        row["rule"],
    )


def cite(row: Row) -> Cite:
    """Read where a fact stands; the row carries its source's origin and basis beside its own columns."""
    return Cite(
        source=row["source"],
        locator=row["locator"],
        words=row["words"],
        strength=lookup.STRENGTH[row["strength"]],
        speaker=row["speaker"],
        speaks_for=row["speaks_for"],
        via=row["via"],
        office=row["office"],
        origin=row["origin"],
        inferred=row["source_basis"] != DayBasis.STATED,
    )


def round_(row: Row) -> Round:
    """Read a round or other meeting."""
    return Round(row["label"], row["track"], row["ordinal"], row["name"], row["kind"] == "meeting")


def gate(row: Row, requires: tuple[str, ...], holds: tuple[str, ...]) -> Gate:
    """Read a gate with the commitments it requires and holds back."""
    return Gate(
        label=row["label"],
        track=row["track"],
        round=row["round"],
        holds=row["holds"],
        mode=GateMode(row["mode"]),
        requires=requires,
        holds_commitments=holds,
        condition=row["condition"],
        testable=bool(row["testable"]),
        known_on=_known(row),
        cite=cite(row),
        note=row["note"],
    )


def judgement(row: Row) -> Judgement:
    """Read a judgement."""
    return Judgement(
        id=row["id"],
        label=row["label"],
        about=row["about"],
        aspect=lookup.ASPECT[row["aspect"]],
        value=row["value"],
        reason=row["reason"],
        rests_on=row["rests_on"],
        author=row["author"],
        day=_known(row, "day"),
        filed_on=day(row["filed"][:10]) if row["filed"] else None,
        supersedes=row["supersedes"],
    )


def source(row: Row) -> Source:
    """Read a source."""
    return Source(
        label=row["label"],
        title=row["title"],
        publisher=row["publisher"],
        upstream=row["upstream"],
        origin=row["origin"],
        published=_known(row, "published"),
        window=Window(day(row["earliest"]), day(row["latest"])),
        basis=DayBasis(row["basis"]),
        why=row["why"],
        address=row["address"],
        digest=row["digest"],
        language=row["language"],
        note=row["note"],
    )


def exchange(row: Row, legs: tuple[Leg, ...], serves: tuple[str, ...]) -> Exchange:
    """Read an exchange with its legs and the commitments it serves."""
    return Exchange(
        row["label"], row["track"], row["name"], window(row), row["place"], row["witness"], legs, serves
    )  # fmt: skip


def leg(row: Row) -> Leg:
    """Read one direction of an exchange."""
    return Leg(row["debtor"], row["creditor"], lookup.CATEGORY[row["category"]], row["parts"])


def position(row: Row) -> Position:
    """Read a position."""
    return Position(
        label=row["label"],
        track=row["track"],
        actor=row["actor"],
        topic=row["topic"],
        stance=row["stance"],
        summary=row["summary"],
        reply=row["reply"],
        strength=lookup.STRENGTH[row["strength"]],
        locators=_places(row["locators"]),
        known_on=_known(row),
    )


def discrepancy(row: Row, about: tuple[str, ...]) -> Discrepancy:
    """Read a contradiction."""
    return Discrepancy(
        label=row["label"],
        kind=row["kind"],
        about=about,
        summary=row["summary"],
        treat_as=row["treat_as"],
        locators=_places(row["locators"]),
        known_on=_known(row),
    )


def journal_entry(row: Row) -> JournalEntry:
    """Read a journal entry."""
    return JournalEntry(
        id=row["id"],
        at=row["at"],
        who=row["who"],
        action=row["action"],
        subject=row["subject"],
        before=row["before"],
        after=row["after"],
        why=row["why"],
        target=row["target"],
    )
