"""Notices: what is due around a day, and what was written since an entry of the journal, read off the indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from heapq import merge
from itertools import islice, takewhile
from operator import itemgetter

from store.domain import notices as rules
from store.domain.notices import Notices, Seen, Since
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.shelves import Shelf
from store.domain.standing import Standing
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Schedule
from store.repository import fetch
from store.repository.boards import build_outline
from store.repository.changed import changes
from store.repository.names import KINDS, TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from sqlite3 import Connection

    from store.domain.board import Board
    from store.domain.changes import Change
    from store.domain.journal import JournalEntry
    from store.repository.answers import Answers
    from store.repository.setting import Setting

MOST = 100
"""How many commitments and writes of a sort are listed at most."""
_SHELVES = (Shelf.OPEN_HUMANITARIAN, Shelf.OPEN, Shelf.ASKED)
_TOLD = (
    "source", "report", "commitment", "claim", "signal", "gate", "position", "discrepancy", "judgement",
    "round", "exchange", "actor", "track",
)  # fmt: skip
"""Kinds of rows, in the order in which they are told."""
_KNOWN = {"sources": "published", "judgements": "day"} | dict.fromkeys(
    ("reports", "commitments", "claims", "signals", "gates", "positions", "discrepancies"), "known_on"
)
"""The column that says from which day on a row is known; rows of other tables have none."""


def notices(store: Answers, query: BoardQuery, seen: Seen | None) -> Notices:
    """Read what a person should know of on the day of a query. Raises UnknownError, StoreError, BusyError."""
    with store.settled(query) as setting:
        outline = build_outline(setting)
        overdue = _overdue(setting)
        due = list(islice(_that(setting, _ahead(setting), partial(rules.is_due, day=setting.day)), MOST))
        now = _now(setting, outline) if outline.moment.latest else None
        since = _since(setting, outline, seen, overdue) if seen is not None else None
    return Notices(
        day=setting.day,
        due=tuple(due),
        coming=tuple(rules.coming_of(outline.rounds, setting.day)),
        overdue=tuple(overdue[:MOST]),
        more_overdue=len(overdue) > MOST,
        since=since,
        now=now,
    )


def news(store: Answers, query: BoardQuery, seen: Seen) -> Since | None:
    """Read only what is new since a person looked; None where that was another store. Raises as `notices`."""
    with store.settled(query) as setting:
        return _since(setting, build_outline(setting), seen, _overdue(setting, seen.day))


def seen_now(store: Answers, query: BoardQuery) -> Seen:
    """Say what there is to see of the newest evidence, to be noted as seen. Raises StoreError, BusyError."""
    with store.settled(BoardQuery(query.today)) as setting:
        return _now(setting, build_outline(setting))


def _overdue(setting: Setting, since: date | None = None) -> list[Standing]:
    """Reckon what is overdue, what became so last first, one more than is listed; only what became so `since` a day."""
    gone_by: Iterator[_Placed] = _placed(setting, _DUE_BEFORE, setting.day, latest_first=True)
    if since is not None:
        first = since.isoformat()
        gone_by = takewhile(lambda row: row[0] >= first, gone_by)
    found = islice(_that(setting, gone_by, lambda held: held.schedule is Schedule.OVERDUE), MOST + 1)
    return sorted(found, key=rules.last_day, reverse=True)


def _ahead(setting: Setting) -> Iterator[_Placed]:
    return _placed(setting, _DUE_AHEAD, setting.day + timedelta(days=rules.SOON), latest_first=False)


def _that(setting: Setting, placed: Iterator[_Placed], holds: Callable[[Standing], bool]) -> Iterator[Standing]:
    """Reckon where placed commitments stand, a stretch of them at a time, and hand out those of which something holds.

    Where it holds of few, the search is given up after some stretches.
    """
    for _ in range(_STRETCHES):
        numbers = [number for _, number in islice(placed, MOST + 1)]
        if not numbers:
            return
        standings = setting.standings(numbers)
        yield from (standings[number] for number in numbers if holds(standings[number]))


def _placed(setting: Setting, query: str, bound: date, *, latest_first: bool) -> Iterator[_Placed]:
    """List what is not carried out by its last day, whatever band and shelf it lies on; each is read as it is asked."""
    day = setting.day.isoformat()
    cursors = [
        setting.connection.execute(query, (band, shelf, day, bound.isoformat()))
        for band in setting.bands()
        for shelf in _SHELVES
    ]
    try:
        rows = [((row["due"], row["commitment"]) for row in cursor) for cursor in cursors]
        yield from merge(*rows, key=itemgetter(0), reverse=latest_first)
    finally:
        for cursor in cursors:
            cursor.close()


_Placed = tuple[str, int]
"""The last day of a commitment, and its number."""
_STRETCHES = 5
_PLACED = """SELECT due, commitment FROM placings WHERE band = ?1 AND shelf = ?2
    AND since <= ?3 AND (until IS NULL OR until > ?3) AND due {}"""
_DUE_AHEAD = _PLACED.format("BETWEEN ?3 AND ?4 ORDER BY due")
_DUE_BEFORE = _PLACED.format("< ?4 ORDER BY due DESC")
"""Name what lies on a shelf of a band on a day, by its last day: that day and after it, and before it."""


def _now(setting: Setting, outline: Board) -> Seen:
    entries = fetch.journal(setting.connection, 1, None, None)
    strict = _strict(setting, outline)
    gates, rounds = rules.states_of(strict.rounds, strict.outlook)
    newest = entries[0] if entries else None
    return Seen(
        entry=newest.id if newest else 0,
        at="",
        entry_at=newest.at if newest else "",
        day=outline.moment.evidence_ends,
        gates=gates,
        rounds=rounds,
    )


def _strict(setting: Setting, outline: Board) -> Board:
    """Return the outline on the strict reading, on which states are kept."""
    if outline.reading == Reading():
        return outline
    return build_outline(setting._replace(query=setting.query._replace(reading=Reading())))


def _since(setting: Setting, outline: Board, seen: Seen, overdue: Sequence[Standing]) -> Since | None:
    """Say what is new since; None where what was seen is of another store."""
    connection = setting.connection
    written = fetch.journal(connection, 1, None, seen.entry + 1) if seen.entry else []
    if seen.entry and (not written or written[0].id != seen.entry or written[0].at != seen.entry_at):
        return None
    strict = _strict(setting, outline)
    gates, rounds = rules.states_of(strict.rounds, strict.outlook)
    latest = outline.moment.latest
    # of a day gone by nothing may be told that came later; what its states were is no news
    later = seen.day is not None and seen.day < setting.day
    entries = _entries(connection, seen.entry) if latest else []
    moved_rounds = rules.moved(seen.rounds, rounds) if latest and setting.query.track is None else ()
    return Since(
        seen=seen,
        counts=_counts(connection, seen.entry, setting.day, latest=latest),
        taken_back=_taken_back(connection, seen.entry) if latest else 0,
        gates=rules.moved(seen.gates, gates) if latest else (),
        gates_known=len(gates) if latest else 0,
        rounds=moved_rounds,
        overdue=_became_overdue(seen, overdue),
        changes=_changes(setting, seen, outline) if later else (),
        entries=tuple(entries),
    )


def _became_overdue(seen: Seen, overdue: Sequence[Standing]) -> tuple[str, ...]:
    if seen.day is None:
        return ()
    return tuple(standing.commitment.label for standing in overdue if rules.last_day(standing) >= seen.day)


def _changes(setting: Setting, seen: Seen, outline: Board) -> tuple[Change, ...]:
    compared = setting._replace(query=setting.query._replace(since=seen.day))
    return changes(compared, outline.rounds)


def _entries(connection: Connection, after: int) -> list[JournalEntry]:
    return [entry for entry in fetch.journal(connection, MOST, None, None) if entry.id > after]


def _counts(connection: Connection, after: int, day: date, *, latest: bool) -> dict[str, int]:
    """Count the rows that entries after one wrote and that are in force, by kind; only of what is known on the day."""
    found: dict[str, int] = {}
    query = "SELECT wrote FROM journal WHERE id > ? AND wrote IS NOT NULL AND id NOT IN (SELECT entry FROM undone)"
    for row in connection.execute(query, (after,)).fetchall():
        for table, span in _spans(fetch.read_wrote(row["wrote"])):
            count = span[1] - span[0] + 1 if latest else _known(connection, table, span, day)
            found[table] = found.get(table, 0) + count
    return {kind: found[TABLES[kind]] for kind in _TOLD if found.get(TABLES[kind])}


def _spans(wrote: Mapping[str, Sequence[int]] | None) -> Iterator[tuple[str, Sequence[int]]]:
    for table, span in (wrote or {}).items():
        if table in KINDS and len(span) > 1:
            yield table, span


def _known(connection: Connection, table: str, span: Sequence[int], day: date) -> int:
    column = _KNOWN.get(table)
    if column is None:
        return 0
    query = f"SELECT count(*) FROM dated_{table} WHERE id BETWEEN ? AND ? AND {column} <= ?"
    return int(connection.execute(query, (*span[:2], day.isoformat())).fetchone()[0])


def _taken_back(connection: Connection, after: int) -> int:
    """Count the entries seen then that are undone now and were undone since."""
    query = """SELECT count(DISTINCT target) FROM journal WHERE id > ?1 AND action = 'undo' AND target <= ?1
        AND target IN (SELECT entry FROM undone)"""
    return int(connection.execute(query, (after,)).fetchone()[0])
