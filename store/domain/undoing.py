"""Taking back any entry of the journal: what that would change, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from store.domain.changes import Change, commitment_changes, gate_changes, round_changes
from store.domain.gates import GateStanding
from store.domain.journal import JournalEntry
from store.domain.quantities import Quantity, format_figure
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import spoken


class JournalFilter(NamedTuple):
    """Which entries of the journal are wanted; what is None leaves all."""

    who: str | None = None
    """The person who wrote them."""
    about: str | None = None
    """The label of a thing: entries that changed it, or wrote anything that names it."""
    first: date | None = None
    """The first day of writing, by the writer's clock (UTC)."""
    last: date | None = None


def people_meant(typed: str, people: Sequence[str]) -> list[str]:
    """List whom a name may mean: those so called, else those whose names begin so, else those that hold it."""
    folded = typed.strip().casefold()
    if typed.strip() in people:
        return [typed.strip()]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [name for name in people if folded and fits(name.casefold(), folded)]
        if found:
            return found
    return []


_NAMED = 6


def people_words(typed: str, meant: Sequence[str], people: Sequence[str]) -> str:
    """Say in a sentence why a name means nobody, or several."""
    if meant:
        return f"'{typed.strip()}' may be {_listed(meant)}"
    return f"nobody called '{typed.strip()}' has written anything; there is {_listed(people) or 'nobody'}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


class JournalPage(NamedTuple):
    """A stretch of the journal, newest first."""

    entries: tuple[JournalEntry, ...]
    undone: frozenset[int]
    """Those of the entries that are out of force."""
    more: bool
    """Whether there are older ones."""
    people: tuple[str, ...]
    """Everybody who wrote anything."""


class Written(NamedTuple):
    """A row of the record, as an entry wrote it."""

    kind: str
    label: str
    words: str


class Obstacle(NamedTuple):
    """An entry that would be left without what it rests on."""

    entry: JournalEntry
    why: str


class Turning(NamedTuple):
    """What taking an entry back comes to."""

    entry: JournalEntry
    """The entry asked about."""
    action: str
    """What is done: `undo`, or `redo` where the entry itself undid something."""
    target: JournalEntry
    """The entry that goes out of force, or back into it."""
    changes: tuple[Change, ...]
    """What would be different on the board of the latest evidence, read strictly."""
    counted: str
    """The rows that go or come back: "2 claims, 1 source"; empty where there are none."""
    unseen: int
    """How many commitments that the rows bear on were not compared, because there are too many."""
    obstacles: tuple[Obstacle, ...]
    """What stands in the way; where there is anything, it cannot be done."""
    newest: int
    """The newest entry of the journal by then."""

    @property
    def verb(self) -> str:
        """What is done, as a word for people."""
        return "put back" if self.action == "redo" else "undo"


class EntryOpened(NamedTuple):
    """One entry with what it wrote and what became of it."""

    entry: JournalEntry
    rows: tuple[Written, ...]
    more: int
    """How many rows beyond those it wrote."""
    target: JournalEntry | None
    """The entry that an undo or redo is about."""
    turns: tuple[JournalEntry, ...]
    """The entries that undid it or put it back, oldest first."""
    obstacles: tuple[Obstacle, ...]
    """What depends on it now."""
    refusal: str
    """Why it can never be taken back as it stands; empty where only what depends on it may be in the way."""

    @property
    def undone(self) -> bool:
        """Whether it is out of force."""
        return bool(self.turns) and self.turns[-1].action == "undo"


class Moment(NamedTuple):
    """How the board stands at some moment."""

    rounds: Sequence[RoundStanding]
    gates: Sequence[GateStanding]
    standings: Mapping[str, Standing]


def differences(before: Moment, after: Moment) -> tuple[Change, ...]:
    """List what is different between two moments: rounds, gates, then commitments, each with all its aspects."""
    return (
        *_gone(before.rounds, after.rounds),
        *round_changes(before.rounds, after.rounds),
        *gate_changes(before.gates, after.gates),
        *commitment_changes(before.standings, after.standings),
        *_terms(before.standings, after.standings),
    )


def _gone(before: Iterable[RoundStanding], after: Iterable[RoundStanding]) -> list[Change]:
    """List the rounds that are not there any more."""
    left = {standing.round.label for standing in after}
    return [
        Change(standing.round.label, standing.round.name, "state", spoken(standing.state), None)
        for standing in before
        if standing.round.label not in left
    ]


def _terms(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> list[Change]:
    """List what else is different in commitments that are there at both moments."""
    found: list[Change] = []
    for label, now in after.items():
        was = before.get(label)
        if was is None:
            continue
        pairs = (
            ("owed", _figure(was.terms.quantity), _figure(now.terms.quantity)),
            ("recognised by", _who(was.terms.recognised_by), _who(now.terms.recognised_by)),
            ("verification", spoken(was.verification), spoken(now.verification)),
        )
        found.extend(Change(label, now.commitment.what, what, old, new) for what, old, new in pairs if old != new)
    return found


def _figure(quantity: Quantity | None) -> str:
    return format_figure(quantity) if quantity else "no figure"


def _who(parties: Iterable[str]) -> str:
    return ", ".join(parties) or "nobody"
