"""The board: one immutable value with everything that is on the screen, for a day and a reading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from store.domain.gates import GateStanding
from store.domain.journal import JournalEntry, Judgement
from store.domain.model import Actor, Claim, Discrepancy, Exchange, Position, Report, Signal, Source, Track
from store.domain.outlook import NO_OUTLOOK, Outlook
from store.domain.reading import Reading
from store.domain.rounds import RoundStanding
from store.domain.shelves import BOARD_ORDER, Order, Shelf
from store.domain.standing import Standing
from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.domain.changes import Change


class Row(NamedTuple):
    """A commitment on the board: where it stands and on which shelf it lies on this reading."""

    standing: Standing
    shelf: Shelf
    key: tuple[int, str, int]
    """Its place in the board's order: shelf, last due day, number."""

    @property
    def label(self) -> str:
        """The label of the commitment."""
        return self.standing.commitment.label


class Page(NamedTuple):
    """A stretch of the obligations in the board's order; never the whole store."""

    rows: tuple[Row, ...] = ()
    more_before: bool = False
    more_after: bool = False
    filter: str = ""
    """The words and terms that the rows were chosen by."""
    order: Order = BOARD_ORDER
    """How they are put in order."""
    matches: int | None = None
    """How many there are in all; None where that was not counted."""

    @property
    def found(self) -> str:
        """Say how many there are, as far as that is known."""
        if self.matches is not None:
            return f"{self.matches:,}"
        return f"{len(self.rows)}{'+' if self.more_after or self.more_before else ''}"


class Totals(NamedTuple):
    """How many commitments lie on each shelf on this reading, counted from the index."""

    by_shelf: Mapping[Shelf, int]

    @property
    def open(self) -> int:
        """Obligations not yet carried out."""
        return self.by_shelf.get(Shelf.OPEN_HUMANITARIAN, 0) + self.by_shelf.get(Shelf.OPEN, 0)

    @property
    def done(self) -> int:
        """Obligations carried out."""
        return self.by_shelf.get(Shelf.DONE, 0)

    @property
    def owed(self) -> int:
        """Obligations in all."""
        return self.open + self.done

    @property
    def all(self) -> int:
        """Commitments of every kind."""
        return sum(self.by_shelf.values())


class Evidence(NamedTuple):
    """Everything the record holds about one thing, as known on a day. Fields that do not concern its kind are empty."""

    subject: str = ""
    """The label of what it is about; empty where nothing is highlighted."""
    kind: str = ""
    """What it is: `commitment`, `round`, `claim`, `signal`, `gate`, `exchange`, `source`, `actor` and so on."""
    standing: Standing | None = None
    """The commitment's standing."""
    round: RoundStanding | None = None
    gate: GateStanding | None = None
    gates: tuple[GateStanding, ...] = ()
    """Gates that require or hold back the thing."""
    claims: tuple[Claim, ...] = ()
    """Claims about it (of a source or actor: made in or by it), oldest first; superseded ones left out."""
    signals: tuple[Signal, ...] = ()
    """Newest first."""
    reports: tuple[Report, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    positions: tuple[Position, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """Every judgement on it that is in force, newest first, also those that took an earlier one back."""
    sources: Mapping[str, Source] = MappingProxyType({})
    """The sources that the facts above cite, by label."""
    actor: Actor | None = None
    history: tuple[JournalEntry, ...] = ()
    """The newest journal entries on it, newest first."""


NO_EVIDENCE = Evidence()


class Moment(NamedTuple):
    """When the board is: which day it shows, and how that lies to the evidence and to today."""

    day: date
    """The board shows what was known on the evening of this day."""
    evidence_ends: date | None
    """The day of the newest evidence; None in an empty store."""
    today: date
    latest: bool
    """Whether the board follows the newest evidence."""
    previous: date | None = None
    """The nearest earlier day that brought evidence."""
    following: date | None = None
    """The nearest later day that brought evidence."""

    @property
    def age(self) -> int | None:
        """Days from the newest evidence to today."""
        return (self.today - self.evidence_ends).days if self.evidence_ends else None


class Board(NamedTuple):
    """What all panes show."""

    moment: Moment
    reading: Reading
    tracks: tuple[Track, ...]
    """The tracks shown."""
    track: Track | None
    """The track whose next round is shown."""
    actors: Mapping[str, Actor]
    rounds: tuple[RoundStanding, ...]
    """Rounds, then other meetings, each in order."""
    page: Page
    totals: Totals
    outlook: Outlook = NO_OUTLOOK
    evidence: Evidence = NO_EVIDENCE
    """What is known of the highlighted thing."""
    days: tuple[date, ...] = ()
    """The days around this one that brought evidence."""
    changes: tuple[Change, ...] = ()
    """What changed since the day the board was compared with."""
    changes_since: date | None = None
    compared: bool = True
    """Whether what changed has been worked out; until then `changes` is empty."""
    every_track: tuple[Track, ...] = ()
    """All tracks of the record, of which `tracks` are shown."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the track shown."""
        return self.track.parties if self.track else ()
