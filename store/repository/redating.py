"""Correcting a source's day of publication, with all that hung on it, in one transaction.

Every statement was known from the source's day unless its line says another (`known`), so what has the old day as its
own moves with the source, and boards of both days follow. What was said on that very day is taken for said on the day
of publication, and is said on the new one: the record does not tell the two apart, so `keep` names those that were
dated by their own words. What has a day of saying of its own keeps it, and its window with it. Windows that hung on
the day are reckoned anew where the rules reproduce them; every other one is listed and left for a person.

Exchanges and rounds have no source and so no day to hang on; what sources report of rounds has. A contradiction is
known once the last of its sources is, a commitment from its first claim, and a judgement no later than the evidence
ends: these follow.
"""

from __future__ import annotations

from store.domain.redating import NewDay, Redating, sides
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import ConflictError
from store.ids import mint
from store.repository import days, fetch, journal, placings
from store.repository.connection import writing
from store.repository.moving import Moving

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAMED = 12
"""How many labels a sentence names at most."""


def preview(connection: Connection, new: NewDay) -> Redating:
    """List what a corrected day would move and leave; nothing is written. Raises UnknownError, UsageError."""
    return Moving(connection, new).redating


def redate(connection: Connection, new: NewDay, author: Author) -> Receipt:
    """Write a corrected day and what it moves.

    Raises UnknownError, UsageError, and ConflictError where the list is no longer the one that the author has seen.
    """
    with writing(connection):
        moving = Moving(connection, new)
        found = moving.redating
        _check_seen(connection, found, new.seen)
        entry = journal.next_number(connection)
        first = fetch.next_number(connection, "redatings")
        moved = [(row["what"], row["number"]) for row in moving.rows]
        before = days.facts_of(connection, moved)
        rows = [
            row | {"id": number, "uid": mint(author.at), "entry": entry}
            for number, row in enumerate(moving.rows, first)
        ]
        columns = list(rows[0])
        query = f"INSERT INTO redatings ({', '.join(columns)}) VALUES ({fetch.marks(columns)})"
        connection.executemany(query, [[row[column] for column in columns] for row in rows])
        wrote = {"redatings": [first, rows[-1]["id"]]}
        days.keep(connection, before, days.facts_of(connection, moved))
        placings.rewrite(connection, placings.affected(connection, wrote))
        was, now = sides(found.changes)
        written = journal.record(
            connection, author, "redate", found.source, before=was, after=now, why=new.why, wrote=wrote
        )  # fmt: skip
    return Receipt(written, sentence(found), found)


def _check_seen(connection: Connection, found: Redating, seen: Redating | None) -> None:
    if seen is None or seen == found:
        return
    newest = journal.newest_on(connection, found.source)
    if newest is not None and newest.id > seen.newest:
        what = f"{found.source} was changed by {newest.who} meanwhile (it is dated {found.published} now)"
    else:
        what = f"what hangs on {found.source} was changed meanwhile"
    raise ConflictError(f"{what}; nothing was saved: look at the list again")


def sentence(found: Redating) -> str:
    """Say what a correction came to."""
    windows = [change.label for change in found.windows]
    parts = [f"{found.source} published {found.published} → {found.day}"]
    if windows:
        parts.append(f"reckoned anew: {_named(windows)}")
    if found.left:
        parts.append(f"left for a person: {_named([change.label for change in found.left])}")
    return " · ".join(parts)


def _named(labels: list[str]) -> str:
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return ", ".join(labels[:_NAMED]) + more
