"""Previews: what accepting would change on the board, found by doing it and taking it back before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.domain.changes import Change, commitment_changes, gate_changes, round_changes
from store.domain.outlook import next_round
from store.domain.requests import Author
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.words import spoken
from store.reading.record.inbox import Item, Preview
from store.reading.record.recorded import counted
from store.repository import journal, placings, states
from store.repository.accepting import take
from store.repository.items import unchanged
from store.repository.meetings import Meetings, meetings, standings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

_MOST = 60
"""How many changed commitments are compared at most."""
_NAMED = 6
"""How many changes the one line holds."""


class _Moment(NamedTuple):
    """How the board stands before a write, or would after it."""

    meetings: Meetings
    standings: Mapping[str, Standing]


def preview(connection: Connection, items: Sequence[Item], author: Author) -> Preview:
    """Say what accepting items would change. Nothing is kept of it. Raises what accepting would raise."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    try:
        held = unchanged(connection, list(items))
        rounds = meetings(states.settled(connection))
        connection.execute("SAVEPOINT trial")
        taken = take(connection, held, author, journal.next_number(connection))
        numbers = placings.affected(connection, taken.wrote)[:_MOST]
        labels = _labels(connection, numbers)
        setting = states.settled(connection)
        after = _Moment(meetings(setting), standings(setting, labels))
        connection.execute("ROLLBACK TO trial")
        connection.execute("RELEASE trial")
        before = _Moment(rounds, standings(states.settled(connection), labels))
    finally:
        connection.rollback()
    return _compared(before, after, taken.counted)


def _labels(connection: Connection, numbers: Iterable[int]) -> list[str]:
    found = [
        connection.execute("SELECT label FROM commitments WHERE id = ?", (number,)).fetchone() for number in numbers
    ]
    return [row["label"] for row in found]


def _compared(before: _Moment, after: _Moment, adding: str) -> Preview:
    changed = commitment_changes(before.standings, after.standings)
    rounds = round_changes(before.meetings.rounds, after.meetings.rounds)
    gates = gate_changes(before.meetings.gates, after.meetings.gates)
    words = [
        *_figures(before.standings, after.standings),
        *(_said(change) for change in (*rounds, *gates)),
        *_still(before.meetings.rounds, after.meetings.rounds),
    ]
    more = f" · and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    said = " · ".join(words[:_NAMED]) + more or f"nothing on the board changes; adds {adding}"
    return Preview((*rounds, *gates, *changed), said)


def _figures(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> list[str]:
    """Say of each commitment what changes first: that it is new, its figure, its delivery, or what is owed."""
    found = []
    for label, now in after.items():
        was = before.get(label)
        if was is None:
            terms = counted(now.terms.quantity)
            found.append(f"{label} new: {now.commitment.what}, {spoken(now.terms.instrument)}, {terms}")
            continue
        pairs = (
            ("", counted(was.delivered), counted(now.delivered)),
            ("", spoken(was.delivery), spoken(now.delivery)),
            ("owed ", counted(was.terms.quantity), counted(now.terms.quantity)),
            ("", spoken(was.terms.instrument), spoken(now.terms.instrument)),
            ("verification ", spoken(was.verification), spoken(now.verification)),
        )
        found.extend(f"{label} {what}{old} → {new}" for what, old, new in pairs[:1] if old != new)
        if not found or not found[-1].startswith(f"{label} "):
            found.extend([f"{label} {what}{old} → {new}" for what, old, new in pairs[1:] if old != new][:1])
    return found


def _said(change: Change) -> str:
    if change.before is None:
        return f"{change.label} new: {change.name}, {change.after}"
    return f"{change.label} {change.before} → {change.after}"


def _still(before: Sequence[RoundStanding], after: Sequence[RoundStanding]) -> list[str]:
    """Say of the next round that it stays as it is, where it does."""
    was, now = next_round(before), next_round(after)
    if was is None or now is None or was.round.label != now.round.label or was.state is not now.state:
        return []
    return [f"{now.round.label} stays {spoken(now.state)}"]
