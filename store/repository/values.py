"""Rows of the tables as values of the domain."""

from __future__ import annotations

from datetime import date

from store.domain.journal import JournalEntry, Judgement
from store.domain.model import (
    Cite,
    Claim,
    Commitment,
    Discrepancy,
    Exchange,
    Gate,
    Leg,
    Position,
    Report,
    Round,
    Signal,
    Source,
)
from store.domain.quantities import Quantity
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import (
    REJECTED,
    Aspect,
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


def _quantity(row: Row) -> Quantity | None:
    if row["qualifier"] is None:
        return None
    return Quantity(lookup.QUALIFIER[row["qualifier"]], row["low"], row["point"], row["high"])


def claim(row: Row) -> Claim:
    """Read a claim."""
    progress, way = row["progress"], row["way"]
    debtor, _, creditor = way.partition(">") if way else ("", "", "")
    return Claim(
        id=row["id"],
        label=row["label"],
        known_on=_known(row),
        cite=cite(row),
        measure=lookup.MEASURE[row["measure"]],
        commitment=row["commitment"],
        exchange=row["exchange"],
        way=(debtor, creditor) if way else None,
        figure=_quantity(row),
        basis=lookup.BASIS[row["basis"]],
        progress=lookup.DELIVERY[progress] if progress and progress != REJECTED else None,
        rejects=progress == REJECTED,
        event=lookup.EVENT[row["event"]] if row["event"] else None,
        instrument=lookup.INSTRUMENT[row["instrument"]] if row["instrument"] else None,
        recognised_by=_split(row["recognised_by"]),
        role=lookup.CLAIMROLE[row["role"]] if row["role"] else None,
        window=window(row),
        note=row["note"],
        supersedes=row["supersedes"],
    )


def signal(row: Row) -> Signal:
    """Read a signal."""
    return Signal(
        id=row["id"],
        label=row["label"],
        track=row["track"],
        known_on=_known(row),
        cite=cite(row),
        about=lookup.ABOUT[row["about"]],
        modality=lookup.MODALITY[row["modality"]],
        said=Window(day(row["said_earliest"]), day(row["said_latest"])),
        window=window(row),
        round=row["round"],
        note=row["note"],
        supersedes=row["supersedes"],
    )


def report(row: Row) -> Report:
    """Read a report on a round."""
    return Report(
        id=row["id"],
        round=row["round"],
        known_on=_known(row),
        cite=cite(row),
        state=lookup.ROUNDSTATE[row["state"]] if row["state"] else None,
        window=window(row),
        place=row["place"],
        host=row["host"],
        duration=row["duration"],
        minutes=row["minutes"],
        heads=_split(row["heads"]),
        outcome=row["outcome"],
        note=row["note"],
        supersedes=row["supersedes"],
    )


def commitment(row: Row) -> Commitment:
    """Read a commitment."""
    return Commitment(
        id=row["id"],
        label=row["label"],
        track=row["track"],
        round=row["round"],
        debtor=row["debtor"],
        creditor=row["creditor"],
        category=lookup.CATEGORY[row["category"]],
        what=row["what"],
        unit=row["unit"],
        known_on=_known(row),
        mirrors=row["mirrors"],
        needs=_split(row["needs"]),
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
        aspect=Aspect(row["aspect"]),
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
