"""Days of evidence: on which days anything became known, answered from indexes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from store.domain.typed import TYPE_CHECKING
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
_OWN = f"""SELECT {{1}} FROM {{0}} WHERE {{1}} {{2}} ? AND {IN_FORCE}
    AND NOT EXISTS (SELECT 1 FROM redated r WHERE r.what = '{{0}}' AND r.number = {{0}}.id)
    ORDER BY {{1}} {{3}} LIMIT 1"""
_CORRECTED = f"""SELECT r.known_on FROM redated r JOIN {{0}} t ON t.id = r.number WHERE r.what = '{{0}}'
    AND r.known_on {{2}} ? AND t.{IN_FORCE} ORDER BY r.known_on {{3}} LIMIT 1"""
"""The nearest day among facts on their own days, from an index, and among the few whose day was corrected."""


def newest(connection: Connection) -> date | None:
    """Return the day of the newest evidence; None in an empty store."""
    return _edge(connection, "<=", date.max)


def newest_beside(connection: Connection, left_out: Iterable[tuple[str, int]]) -> date | None:
    """Return the day of the newest evidence when some rows (table, number) are left out; it looks at every row."""
    found = []
    without = list(left_out)
    for table, column in _EVIDENCE:
        numbers = json.dumps([number for name, number in without if name == table])
        query = (
            f"SELECT max({column}) FROM dated_{table} WHERE {IN_FORCE} AND id NOT IN (SELECT value FROM json_each(?))"
        )
        day = connection.execute(query, (numbers,)).fetchone()[0]
        if day is not None:
            found.append(date.fromisoformat(day))
    return max(found, default=None)


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
        for query in (_OWN, _CORRECTED):
            row = connection.execute(query.format(table, column, sign, order), (day.isoformat(),)).fetchone()
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
