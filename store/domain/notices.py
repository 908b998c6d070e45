"""Notices: what falls due, what is overdue, and what is new since a person last looked.

Days are reckoned from the day of the board, never from today's clock: an old record does not turn red by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from store.domain.changes import Change
from store.domain.journal import JournalEntry
from store.domain.outlook import Outlook
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Schedule, spoken

SOON = 14
"""How many days ahead something counts as coming."""


class Coming(NamedTuple):
    """A round, or the setting of its date, whose days are near."""

    standing: RoundStanding
    what: str
    """What the days are of: the state of the round, or `its date to be set`."""
    first: date | None
    last: date | None


class Seen(NamedTuple):
    """What a person saw of a store when they last looked."""

    entry: int
    """The newest journal entry."""
    at: str
    """When that was, ISO 8601."""
    entry_at: str = ""
    """When that entry was written: another store in the same place has another one there."""
    day: date | None = None
    """The newest day of evidence; None in a store without any."""
    gates: Mapping[str, str] = MappingProxyType({})
    """The states of the gates on the next round, by label, on the strict reading."""
    rounds: Mapping[str, str] = MappingProxyType({})
    """The states of the rounds, by label."""


class Moved(NamedTuple):
    """A state that is another one now."""

    label: str
    before: str | None
    """None = there was no such thing."""
    after: str | None
    """None = there is none any more."""


class Since(NamedTuple):
    """What is new since a person last looked."""

    seen: Seen
    counts: Mapping[str, int]
    """How many rows of each kind came, by the singular of the kind: `claim`, `source`."""
    taken_back: int
    """How many of the writes seen then were undone since."""
    gates: tuple[Moved, ...]
    """Gates that stand otherwise."""
    gates_known: int
    """How many gates there are now."""
    rounds: tuple[Moved, ...]
    overdue: tuple[str, ...]
    """Labels of what became overdue with the evidence that came."""
    changes: tuple[Change, ...]
    """What the evidence of later days changed."""
    entries: tuple[JournalEntry, ...]
    """The writes themselves, newest first, a stretch of them."""

    @property
    def anything(self) -> bool:
        """Whether anything is new at all."""
        moved = self.gates or self.rounds or self.overdue or self.changes
        return bool(self.counts or self.taken_back or moved or self.entries)


class Notices(NamedTuple):
    """What a person should know of without asking."""

    day: date
    """The day they are of."""
    due: tuple[Standing, ...] = ()
    """What falls due within days, the nearest first."""
    coming: tuple[Coming, ...] = ()
    overdue: tuple[Standing, ...] = ()
    """What is overdue, what became so last first."""
    more_overdue: bool = False
    """Whether there is more of it than is listed."""
    since: Since | None = None
    """What is new; None where nobody looked before."""
    now: Seen | None = None
    """What there is to see now, to be noted as seen; None on a day gone by, which hides what came after."""


def last_day(standing: Standing) -> date:
    """Return the loosest last day of what is due."""
    return standing.terms.due.last_day or date.max


def is_due(standing: Standing, day: date) -> bool:
    """Whether it falls due soon: not carried out, and its last day is near."""
    if standing.delivery.done or standing.schedule not in (Schedule.OPEN, Schedule.DUE):
        return False
    return 0 <= (last_day(standing) - day).days <= SOON


def coming_of(rounds: Iterable[RoundStanding], day: date) -> list[Coming]:
    """List the rounds whose days, or whose setting of a date, touch the days ahead."""
    found = []
    for standing in rounds:
        if standing.state.over:
            continue
        for what, window in ((spoken(standing.state), standing.window), ("its date to be set", standing.date_expected)):
            first, last = window.earliest, window.latest
            if not window.bounded or (last is not None and last < day):
                continue
            if first is None or (first - day).days <= SOON:
                found.append(Coming(standing, what, first, last))
    return found


def states_of(rounds: Iterable[RoundStanding], outlook: Outlook) -> tuple[dict[str, str], dict[str, str]]:
    """Return the states of the gates and of the rounds, by label, as they are kept."""
    gates = {standing.gate.label: standing.state.value for standing in outlook.gates}
    return gates, {standing.round.label: standing.state.value for standing in rounds}


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Moved, ...]:
    """List the states that are others now."""
    labels = dict.fromkeys((*after, *before))
    pairs = ((label, before.get(label), after.get(label)) for label in labels)
    return tuple(Moved(label, old, new) for label, old, new in pairs if old != new)


def gate_words(since: Since) -> str:
    """Say what became of the gates: "gate unchanged", "gate G1 closed → open"; empty where there are none."""
    if since.gates:
        return ", ".join(f"gate {m.label} {_state(m.before)} → {_state(m.after)}" for m in since.gates)
    return "" if not since.gates_known else "gate unchanged" if since.gates_known == 1 else "gates unchanged"


def _state(word: str | None) -> str:
    return spoken(word) if word is not None else "none"


_PLURALS = {"discrepancy": "discrepancies"}


def count_words(counts: Mapping[str, int]) -> Sequence[str]:
    """Say how many of each kind: "3 claims", "1 source"."""
    return [f"{count:,} {kind if count == 1 else _PLURALS.get(kind, f'{kind}s')}" for kind, count in counts.items()]


def since_words(since: Since, when: str) -> str:
    """Say it in one line: "since Tuesday: 3 claims, gate unchanged"."""
    parts = list(count_words(since.counts))
    if since.taken_back:
        parts.append(f"{since.taken_back} taken back")
    parts.extend(f"{m.label} {_state(m.before)} → {_state(m.after)}" for m in since.rounds)
    if since.overdue:
        parts.append(f"{len(since.overdue)} overdue")
    if not parts:
        parts.append("nothing new" if not since.anything else f"{len(since.entries)} changes")
    gates = gate_words(since)
    return f"since {when}: {', '.join([*parts, *([gates] if gates else [])])}"
