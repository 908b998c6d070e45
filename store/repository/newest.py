"""Newest: the last that was said of or by something, found without looking at all of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from store.domain.model import Claim, Signal
from store.domain.typed import TYPE_CHECKING
from store.repository import facts, fetch

if TYPE_CHECKING:
    from sqlite3 import Connection


def signals_numbered(connection: Connection, numbers: str, parameters: Sequence[object], day: date) -> list[Signal]:
    """Fetch the signals that a query of their numbers names and that were known on a day, newest first."""
    at = _standing(connection, "signals", numbers, parameters, day)
    where = f"t.id {fetch.LISTED} AND t.known_on <= ? ORDER BY t.known_on DESC, t.id DESC"
    return [facts.signal(row) for row in fetch.cited(connection, "signals", where, (at, day.isoformat()))]


def newest_signals(
    connection: Connection, columns: Sequence[str], value: str, day: date, limit: int = fetch.MOST_SAID
) -> list[Signal]:
    """Fetch the newest signals known on a day in one of whose columns a value stands, newest first."""
    query = " UNION ".join(_NEWEST.format("signals", column, fetch.IN_FORCE) for column in columns)
    return signals_numbered(connection, query, (value, day.isoformat(), limit), day)[:limit]


def newest_claims(connection: Connection, columns: Sequence[str], value: str, day: date) -> list[Claim]:
    """Fetch the newest claims known on a day in one of whose columns a value stands, oldest first."""
    query = " UNION ".join(_NEWEST.format("claims", column, fetch.IN_FORCE) for column in columns)
    at = _standing(connection, "claims", query, (value, day.isoformat(), fetch.MOST_SAID), day)
    return fetch.claims(connection, f"t.id {fetch.LISTED} AND t.known_on <= ?", (at, day.isoformat()))


def _standing(connection: Connection, table: str, numbers: str, parameters: Sequence[object], day: date) -> str:
    """List the numbers that a query names, without those that were corrected by a day, of whatever the correction is.

    A correction that rests on the same source holds as long as what it corrects.
    """
    found = [row[0] for row in connection.execute(numbers, parameters)]
    gone = {row[0] for row in connection.execute(_CORRECTED.format(table), (json.dumps(found), day.isoformat()))}
    return json.dumps([number for number in found if number not in gone])


_CORRECTED = """SELECT n.supersedes FROM json_each(?1) j CROSS JOIN {0} n ON n.supersedes = j.value
    WHERE (n.known_on <= ?2 OR n.source = (SELECT source FROM {0} WHERE id = n.supersedes))
      AND n.entry NOT IN (SELECT entry FROM undone)"""
_NEWEST = """SELECT id FROM (SELECT id FROM {0} WHERE {1} = ?1 AND known_on <= ?2 AND {2}
      AND id NOT IN (SELECT number FROM redatings WHERE what = '{0}') ORDER BY known_on DESC, id DESC LIMIT ?3)
    UNION SELECT r.number FROM redatings r JOIN {0} t ON t.id = r.number WHERE r.what = '{0}' AND t.{1} = ?1"""
"""Numbers of the newest rows by their own days, and of the few whose day was ever corrected."""
