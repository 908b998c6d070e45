"""The inbox: articles that were read, and what is proposed from each until a person accepts or drops it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from store.domain.changes import Change
from store.domain.journal import JournalEntry
from store.domain.typed import NamedTuple
from store.reading.article import Article, Published
from store.reading.proposals import Proposal
from store.reading.record.compared import NEW, Match, foremost


class State(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    """A journal entry that is in force wrote it into the record."""
    DROPPED = "dropped"
    SPLIT = "split"
    """Two proposals of one direction each took its place."""


class Item(NamedTuple):
    """A proposal in the inbox. Hand it back to change it: who changed it meanwhile is told apart by its version."""

    id: int
    reading: int
    """The number of its reading."""
    proposal: Proposal
    state: State = State.WAITING
    version: int = 1
    corrected: bool = False
    """Whether a person changed what the rules proposed."""
    link: str | None = None
    """The thing on record that a person says it is about; `new` for none; None = as it is matched."""
    half_of: int | None = None
    """The number of the item that it is one direction of."""
    matches: tuple[Match, ...] = (NEW,)
    """How it lies to the record; of what goes both ways one for each direction."""
    entry: int | None = None
    """The journal entry that wrote it into the record, where it is accepted."""
    labels: tuple[str, ...] = ()
    """What that entry calls what it wrote of it."""

    @property
    def number(self) -> str:
        """Its name within the reading: C1."""
        return self.proposal.number

    @property
    def match(self) -> Match:
        """The match that a person must see first."""
        return foremost(self.matches)


class Alike(NamedTuple):
    """A source on record that tells nearly the same as an article."""

    source: str
    how: str
    """same, copy, or similar: then a person must see whether one report lies behind both."""


class Reading(NamedTuple):
    """An article that was read, without its text."""

    id: int
    digest: str
    title: str | None
    publisher: str | None
    address: str | None
    published: Published
    at: str
    """When it was read, UTC, ISO 8601."""
    who: str
    """Who read it."""
    source: str | None = None
    """The label of the source on record that is this very text, or that an accepted item made of it."""
    same_as: str | None = None
    """The source that a person says goes back to the same report."""
    counts: Mapping[State, int] = MappingProxyType({})
    """How many of its proposals stand where; halves are counted, what was split is not."""
    near: tuple[Alike, ...] = ()
    """Sources on record that tell nearly the same, and so may go back to the same report."""
    again: bool = False
    """Whether it was in the inbox before."""


class Opened(NamedTuple):
    """A reading with its text and its items."""

    reading: Reading
    article: Article
    items: tuple[Item, ...]


class Preview(NamedTuple):
    """What accepting some items would change on the board, as of the newest evidence on the strict reading."""

    changes: tuple[Change, ...] = ()
    """Changed rounds and gates, then commitments; of a new commitment, `before` is None."""
    words: str = ""
    """The same in one line: "C09 6,000 → 6,060 · R3 stays gated"."""


class Accepted(NamedTuple):
    """What accepting came to."""

    entry: JournalEntry
    sentence: str
    labels: tuple[str, ...] = ()
    """What was written, by the record's labels."""
