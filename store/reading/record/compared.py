"""What proposals are compared with, and what the comparison comes to: values alone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from store.domain.model import Claim, Commitment, Exchange, Position, Report, Round, Signal, Track
from store.domain.quantities import Quantity
from store.domain.typed import NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import Instrument, RoundState
from store.reading.record.naming import Naming


class MatchKind(StrEnum):
    """How a proposal lies to the record."""

    NEW = "new"
    """Nothing on record says it. With a label: the thing is known, what is said of it is not."""
    CONFIRMS = "confirms"
    """The same, from another origin."""
    SAME_ORIGIN = "same origin"
    """The same, and the report that the article goes back to is on record as saying it."""
    DIFFERS = "differs"
    """The record holds another figure, day or state."""
    SUPERSEDES = "supersedes"
    """The same speaker said something else before."""


class Match(NamedTuple):
    """How one proposal, or one direction of it, lies to the record."""

    kind: MatchKind
    label: str | None = None
    """The commitment, round, signal or position that it is about; None where a new one would be made."""
    stored: str | None = None
    """What the record holds, in words: a figure, days, a state."""
    proposed: str | None = None
    """What the article says, in the same words."""
    earlier: str | None = None
    """The label of the claim or signal that it takes the place of."""
    exchange: str | None = None
    """The exchange on record whose days it falls into."""

    @property
    def words(self) -> str:
        """Say it in a line: "differs: C09 6,000 → 6,060"."""
        thing = self.label or self.exchange or ""
        if self.proposed is None or self.stored is None or self.stored == self.proposed:
            change = (self.proposed or "") if thing else ""
        else:
            change = f"{self.stored} → {self.proposed}"
        said = " ".join(part for part in (thing, change) if part)
        return f"{self.kind.value}: {said}" if said else self.kind.value


NEW = Match(MatchKind.NEW)

_WEIGHT = (
    *(MatchKind.DIFFERS, MatchKind.SUPERSEDES, MatchKind.NEW),
    *(MatchKind.CONFIRMS, MatchKind.SAME_ORIGIN),
)


def foremost(matches: tuple[Match, ...]) -> Match:
    """Choose the match that a person must see first: what differs before what is new, that before what is known."""
    return min(matches, key=lambda match: _WEIGHT.index(match.kind), default=NEW)


class Owed(NamedTuple):
    """A commitment on record and where it stands."""

    commitment: Commitment
    owed: Quantity | None = None
    instrument: Instrument = Instrument.EXPECTED
    delivered: Quantity | None = None
    done: bool = False
    claims: tuple[Claim, ...] = ()
    """What is said about it and in force, oldest first."""


class Event(NamedTuple):
    """An exchange on record and what is said about it."""

    exchange: Exchange
    claims: tuple[Claim, ...] = ()


class Meeting(NamedTuple):
    """A round or other meeting on record."""

    round: Round
    state: RoundState = RoundState.PROPOSED
    window: Window = NO_WINDOW
    reports: tuple[Report, ...] = ()


class Record(NamedTuple):
    """As much of the record as one article's proposals are compared with."""

    tracks: tuple[Track, ...] = ()
    commitments: tuple[Owed, ...] = ()
    exchanges: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    signals: tuple[Signal, ...] = ()
    """Newest first."""
    positions: tuple[Position, ...] = ()
    origin: str | None = None
    """The origin of the article, where the record holds a source of it."""
    sources: frozenset[str] = frozenset()
    """The labels of the sources of that origin."""


class Ground(NamedTuple):
    """What a comparison stands on."""

    record: Record
    naming: Naming
    track: Track | None
    """The negotiation that the article is about; None where it is none of those on record."""
    day: date | None
    """The article's day."""
