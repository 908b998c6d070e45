"""Taking back any entry of the journal, whoever wrote it: tried out first, refused where something rests on it.

An undo or redo is an entry like every other: taking back an undo puts the undone entry back in force.
"""

from __future__ import annotations

from store.domain.changes import Change, day_changes
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.undoing import Moment, Obstacle, Turning, differences
from store.errors import ConflictError, UnknownError, UsageError
from store.repository import days, fetch, journal, placings, redated, states, writing
from store.repository.connection import writing as written
from store.repository.dependence import Dependence
from store.repository.meetings import meetings, standings
from store.repository.names import KINDS
from store.repository.returning import Return

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

_MOST = 60
"""How many commitments are compared at most."""
_NAMED = 3
"""How many obstacles a sentence names."""
_TURNS = ("undo", "redo")
_CALLED = {"redatings": "corrected day", "vocabulary": "word"}
_PLURALS = {"discrepancy": "discrepancies"}


class Asked(NamedTuple):
    """What taking an entry back means."""

    entry: Row
    target: Row
    action: str


def asked(connection: Connection, number: int) -> Asked:
    """Find out what taking an entry back means. Raises UnknownError, UsageError where there is nothing to take back."""
    entry = _row(connection, number)
    if entry is None:
        raise UnknownError(f"the journal has no entry {number}: `talks-tui log` lists them")
    if entry["action"] == "begin":
        raise UsageError(f"entry {number} is the record that the store began with: it cannot be undone")
    target = _row(connection, entry["target"]) if entry["action"] in _TURNS else entry
    if target is None:
        raise UnknownError(f"the journal has lost entry {entry['target']}, which entry {number} is about")
    last = connection.execute(
        "SELECT id, action, who FROM journal WHERE target = ? ORDER BY id DESC LIMIT 1", (target["id"],)
    ).fetchone()
    if entry["action"] in _TURNS:
        if last["id"] != number:
            raise UsageError(f"entry {number} holds no more: entry {last['id']} ({last['action']}) came after it")
        return Asked(entry, target, "redo" if entry["action"] == "undo" else "undo")
    if last is not None and last["action"] == "undo":
        raise UsageError(f"entry {number} is undone already, by entry {last['id']}: undo that one to put it back")
    return Asked(entry, target, "undo")


def preview(connection: Connection, number: int, author: Author) -> Turning:
    """Say what taking an entry back would change, and what is in the way; nothing is kept of it.

    Raises UnknownError, UsageError.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        return _tried(connection, asked(connection, number), author)
    finally:
        connection.rollback()


def turn(connection: Connection, number: int, author: Author, seen: Turning | None = None) -> Receipt:
    """Take an entry back, by a further one.

    Raises UnknownError, UsageError; ConflictError where something rests on the entry, or where it would change
    something else than the author has seen.
    """
    with written(connection):
        found = asked(connection, number)
        if seen is not None:
            _check_seen(connection, found, author, seen)
        obstacles = _in_the_way(connection, found)
        if obstacles:
            raise ConflictError(refusal_words(found.entry["id"], found.action, obstacles))
        before = days.newest(connection)
        entry = writing.turn(connection, author, found.action, found.target)
        stranded = Dependence(connection, found.target).stranded(before, days.newest(connection))
        if stranded:
            raise ConflictError(refusal_words(found.entry["id"], found.action, stranded))
    verb = "undone" if found.action == "undo" else "put back"
    return Receipt(entry, f"{verb} entry {found.target['id']}: {writing.changed(entry)}")


def refusal_words(number: int, action: str, obstacles: tuple[Obstacle, ...]) -> str:
    """Say in a sentence why an entry cannot be taken back."""
    named = "; ".join(
        f"entry {one.entry.id} ({one.entry.action}, by {one.entry.who}) {one.why}" for one in obstacles[:_NAMED]
    )
    more = f"; and {len(obstacles) - _NAMED} more" if len(obstacles) > _NAMED else ""
    if action == "redo":
        return f"what entry {number} undid cannot be put back: {named}{more}; nothing was changed"
    return f"something rests on entry {number}: {named}{more}; nothing was changed"


def in_the_way(connection: Connection, number: int) -> tuple[Obstacle, ...]:
    """List what rests on an entry as it stands. Raises UnknownError, UsageError where it cannot be taken back."""
    return _in_the_way(connection, asked(connection, number))


def _in_the_way(connection: Connection, found: Asked) -> tuple[Obstacle, ...]:
    if found.action == "undo":
        return Dependence(connection, found.target).of_undoing()
    return Return(connection, found.target).of_putting_back()


def _check_seen(connection: Connection, found: Asked, author: Author, seen: Turning) -> None:
    """See that nobody wrote anything since that changes what taking the entry back comes to."""
    if newest_entry(connection) == seen.newest:
        return
    connection.execute("SAVEPOINT look")
    now = _tried(connection, found, author)
    connection.execute("ROLLBACK TO look")
    connection.execute("RELEASE look")
    if now._replace(newest=seen.newest) != seen:
        raise ConflictError(
            f"somebody wrote meanwhile, and taking back entry {seen.entry.id} comes to something else now; "
            f"nothing was changed: look at it again"
        )


def newest_entry(connection: Connection) -> int:
    """Return the number of the newest entry; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0])


def _tried(connection: Connection, found: Asked, author: Author) -> Turning:
    """Take an entry back to see what that comes to; the caller rolls it back."""
    obstacles = _in_the_way(connection, found)
    wrote = fetch.wrote(found.target)
    newest = newest_entry(connection)
    numbers = placings.affected(connection, wrote)
    changes: tuple[Change, ...] = ()
    if not obstacles:
        labels = _labels(connection, numbers[:_MOST])
        before, ends = _moment(connection, labels), days.newest(connection)
        writing.turn(connection, author, found.action, found.target)
        moved = day_changes(redated.newest_write(connection))
        changes = (*moved, *differences(before, _moment(connection, labels)))
        obstacles = Dependence(connection, found.target).stranded(ends, days.newest(connection))
    return Turning(
        journal.entry(connection, found.entry["id"]),
        found.action,
        journal.entry(connection, found.target["id"]),
        () if obstacles else changes,
        counted(wrote),
        max(0, len(numbers) - _MOST),
        obstacles,
        newest,
    )


def _moment(connection: Connection, labels: list[str]) -> Moment:
    setting = states.settled(connection)
    found = meetings(setting)
    return Moment(found.rounds, tuple(found.gates), standings(setting, labels))


def counted(wrote: dict[str, list[int]]) -> str:
    """Say how many rows of each kind an entry wrote."""
    found = []
    for table, (first, last) in wrote.items():
        kind = _CALLED.get(table) or KINDS.get(table, table.rstrip("s"))
        number = last - first + 1
        found.append(f"{number:,} {kind if number == 1 else _PLURALS.get(kind, f'{kind}s')}")
    return ", ".join(found)


def _labels(connection: Connection, numbers: list[int]) -> list[str]:
    rows = connection.execute(
        f"SELECT label FROM commitments WHERE id {fetch.LISTED} ORDER BY id", (fetch.listed(numbers),)
    )  # fmt: skip
    return [row["label"] for row in rows]


def _row(connection: Connection, number: int) -> Row | None:
    row: Row | None = connection.execute("SELECT * FROM journal WHERE id = ?", (number,)).fetchone()
    return row
