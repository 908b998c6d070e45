"""The journal: every write leaves an entry; undo and redo are further entries about earlier ones."""

from __future__ import annotations

import json
from collections.abc import Mapping

from store.domain.journal import JournalEntry
from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING
from store.ids import mint
from store.repository import derived, fetch, values

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
    from typing import Any

_OWN_WRITES = "'judge', 'claim', 'import', 'redate', 'accept', 'word', 'add', 'edit'"
"""Writes that their author can undo."""
Sides = tuple[str | None, str | None]
"""How a thing stood and how it stands."""


def record(connection: Connection, author: Author, action: str, subject: str, **rest: Any) -> JournalEntry:
    """Append an entry; `rest` may hold before, after, why, wrote (rows by table), target and its reserved number."""
    wrote: Mapping[str, Any] | None = rest.get("wrote")
    cursor = connection.execute(
        """INSERT INTO journal (id, uid, at, who, action, subject, before, after, why, wrote, target)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            rest.get("number"),
            mint(author.at),
            author.at.isoformat(timespec="seconds"),
            author.name,
            action,
            subject,
            rest.get("before"),
            rest.get("after"),
            rest.get("why"),
            json.dumps(wrote) if wrote is not None else None,
            rest.get("target"),
        ),
    )
    return entry(connection, cursor.lastrowid or 0)


def next_number(connection: Connection) -> int:
    """Return the number that the next entry will have; the caller holds the write transaction."""
    row = connection.execute("SELECT max(seq) AS seq FROM sqlite_sequence WHERE name = 'journal'").fetchone()
    return int(row["seq"] or 0) + 1


def reserve(connection: Connection, number: int) -> None:
    """Keep a number for an entry that is recorded after others; those get later ones."""
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'journal'", (number,))


def entry(connection: Connection, number: int) -> JournalEntry:
    """Read one entry."""
    return values.journal_entry(connection.execute("SELECT * FROM journal WHERE id = ?", (number,)).fetchone())


def newest_on(connection: Connection, subject: str) -> JournalEntry | None:
    """Read the newest entry on a thing."""
    row = connection.execute(_NEWEST_ON, (subject, subject)).fetchone()
    return values.journal_entry(row) if row is not None else None


_NEWEST_ON = """SELECT * FROM journal WHERE id = max(
    coalesce((SELECT max(id) FROM journal WHERE subject = ?), 0),
    coalesce((SELECT max(entry) FROM judgements WHERE about = ?), 0))"""
"""What is judged together with others has an entry whose subject names them all."""


def turn(connection: Connection, author: Author, action: str, target: Row, sides: Sides) -> JournalEntry:
    """Append an entry that takes another one out of force, or puts it back, and keep the board's order."""
    before, after = sides
    subject, why, number = target["subject"], target["why"], target["id"]
    with derived.following(connection, fetch.wrote(target)):
        return record(connection, author, action, subject, before=before, after=after, why=why, target=number)


def put_back(connection: Connection, author: Author, number: int) -> JournalEntry:
    """Append an entry that puts an undone one back in force."""
    row = connection.execute("SELECT * FROM journal WHERE id = ?", (number,)).fetchone()
    return turn(connection, author, "redo", row, (row["before"], row["after"]))


def to_undo(connection: Connection, author: Author) -> Row | None:
    """Find the last write of an author that is in force."""
    row: Row | None = connection.execute(
        f"""SELECT * FROM journal WHERE who = ? AND action IN ({_OWN_WRITES})
           AND id NOT IN (SELECT entry FROM undone) ORDER BY id DESC LIMIT 1""",
        (author.name,),
    ).fetchone()
    return row


def to_redo(connection: Connection, author: Author) -> Row | None:
    """Find the write of an author that was undone last and not since, unless they wrote something new after that."""
    row: Row | None = connection.execute(
        f"""SELECT t.* FROM journal u JOIN journal t ON t.id = u.target
           WHERE u.who = ?1 AND u.action = 'undo' AND u.target IN (SELECT entry FROM undone)
             AND NOT EXISTS (SELECT 1 FROM journal n WHERE n.target = u.target AND n.id > u.id)
             AND u.id > coalesce((SELECT max(id) FROM journal
                                  WHERE who = ?1 AND action IN ({_OWN_WRITES})), 0)
           ORDER BY u.id DESC LIMIT 1""",
        (author.name,),
    ).fetchone()
    return row
