"""Days of evidence: on which days anything became known, answered from indexes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.repository.fetch import IN_FORCE

if TYPE_CHECKING:
    from sqlite3 import Connection

_EVIDENCE = (
    ("claims", "known_on"),
    ("signals", "known_on"),
    ("reports", "known_on"),
    ("gates", "known_on"),
    ("positions", "known_on"),
    ("sources", "published"),
)


def newest(connection: Connection) -> date | None:
    """Return the day of the newest evidence; None in an empty store."""
    return _edge(connection, "<=", date.max)


def following(connection: Connection, day: date) -> date | None:
    """Return the next day that brought evidence."""
    return _edge(connection, ">", day)


def previous(connection: Connection, day: date) -> date | None:
    """Return the last day before that brought evidence."""
    return _edge(connection, "<", day)


def _edge(connection: Connection, sign: str, day: date) -> date | None:
    order = "ASC" if sign == ">" else "DESC"
    found = []
    for table, column in _EVIDENCE:
        row = connection.execute(
            f"SELECT {column} FROM {table} WHERE {column} {sign} ? AND {IN_FORCE} ORDER BY {column} {order} LIMIT 1",
            (day.isoformat(),),
        ).fetchone()
        if row is not None:
            found.append(date.fromisoformat(row[0]))
    if not found:
        return None
    return min(found) if sign == ">" else max(found)


def around(connection: Connection, day: date, reach: int) -> tuple[date, ...]:
    """List up to so many days of evidence before and after a day, with the day itself where it brought any."""
    before: list[date] = []
    after: list[date] = []
    step = following(connection, date.fromordinal(day.toordinal() - 1)) if day > date.min else None
    here = [day] if step == day else []
    while len(before) < reach and (earlier := previous(connection, before[-1] if before else day)) is not None:
        before.append(earlier)
    while len(after) < reach and (later := following(connection, after[-1] if after else day)) is not None:
        after.append(later)
    return (*reversed(before), *here, *after)
