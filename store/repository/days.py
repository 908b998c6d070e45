"""Days of evidence: on which days anything became known, from a count of facts by day that every write keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository.fetch import IN_FORCE, LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection

_EVIDENCE = {
    "claims": "known_on",
    "signals": "known_on",
    "reports": "known_on",
    "gates": "known_on",
    "positions": "known_on",
    "sources": "published",
}
"""The tables whose rows are evidence, and the columns of their days."""
_OF_ENTRY = "SELECT {1} AS day, count(*) AS n FROM dated_{0} WHERE id BETWEEN ? AND ? AND {2} GROUP BY 1"
_OF_ROWS = "SELECT {1} AS day, count(*) AS n FROM dated_{0} WHERE id {3} AND {2} GROUP BY 1"
_ON_THEIR_OWN = """SELECT {1} AS day, count(*) AS n FROM {0}
    WHERE {2} AND id NOT IN (SELECT number FROM redatings WHERE what = '{0}') GROUP BY 1"""

_OF_ALL = "SELECT {1} AS day, count(*) AS n FROM {0} GROUP BY 1"
"""Where everything is in force and nothing corrected, an index on the day is enough."""


class Near(NamedTuple):
    """How a day lies among the days of evidence; None where there is no such day."""

    newest: date | None
    previous: date | None
    following: date | None


def near(connection: Connection, day: date) -> Near:
    """Find the newest day of evidence, and those before and after a day."""
    row = connection.execute(
        """SELECT (SELECT max(day) FROM evidence_days), (SELECT max(day) FROM evidence_days WHERE day < ?1),
                  (SELECT min(day) FROM evidence_days WHERE day > ?1)""",
        (day.isoformat(),),
    ).fetchone()
    return Near(*(date.fromisoformat(found) if found else None for found in row))


def around(connection: Connection, day: date, reach: int) -> tuple[date, ...]:
    """List up to so many days of evidence before and after a day, with the day itself where it brought any."""
    rows = connection.execute(
        """SELECT * FROM (SELECT day FROM evidence_days WHERE day < ?1 ORDER BY day DESC LIMIT ?2)
           UNION ALL SELECT * FROM (SELECT day FROM evidence_days WHERE day >= ?1 ORDER BY day LIMIT ?2 + 1)""",
        (day.isoformat(), reach),
    )
    return tuple(sorted(date.fromisoformat(row["day"]) for row in rows))


def newest(connection: Connection) -> date | None:
    """Return the day of the newest evidence; None in an empty store."""
    found = connection.execute("SELECT max(day) FROM evidence_days").fetchone()[0]
    return date.fromisoformat(found) if found else None


def newest_beside(connection: Connection, left_out: Iterable[tuple[str, int]]) -> date | None:
    """Return the day of the newest evidence when some rows (table, number) are left out."""
    without = facts_of(connection, left_out)
    for row in connection.execute("SELECT day, facts FROM evidence_days ORDER BY day DESC"):
        if row["facts"] > without[row["day"]]:
            return date.fromisoformat(row["day"])
    return None


def facts(connection: Connection, wrote: Mapping[str, Sequence[int]]) -> Counter[str]:
    """Count by day what is in force of the evidence that an entry wrote or moved (first and last number by table)."""
    found: Counter[str] = Counter()
    for table, column in _EVIDENCE.items():
        if table in wrote:
            found.update(_counted(connection, _OF_ENTRY.format(table, column, IN_FORCE), wrote[table]))
    if "redatings" in wrote:
        moved = connection.execute("SELECT what, number FROM redatings WHERE id BETWEEN ? AND ?", wrote["redatings"])
        found.update(facts_of(connection, [(row["what"], row["number"]) for row in moved]))
    return found


def facts_of(connection: Connection, rows: Iterable[tuple[str, int]]) -> Counter[str]:
    """Count by day what is in force of some rows (table, number)."""
    numbers: dict[str, list[int]] = {}
    for table, number in rows:
        numbers.setdefault(table, []).append(number)
    found: Counter[str] = Counter()
    for table, column in _EVIDENCE.items():
        if table in numbers:
            query = _OF_ROWS.format(table, column, IN_FORCE, LISTED)
            found.update(_counted(connection, query, (listed(set(numbers[table])),)))
    return found


def keep(connection: Connection, before: Counter[str], after: Counter[str]) -> None:
    """Bring the kept count from how some evidence lay before a write to how it lies after it."""
    changed = Counter(after)
    changed.subtract(before)
    moved = [(day, number) for day, number in changed.items() if number]
    query = "INSERT INTO evidence_days (day, facts) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET facts = ?"
    held = dict(
        connection.execute(
            f"SELECT day, facts FROM evidence_days WHERE day {LISTED}", (listed([day for day, _ in moved]),)
        ).fetchall()
    )
    for day, number in moved:
        now = held.get(day, 0) + number
        if now:
            connection.execute(query, (day, now, now))
        else:
            connection.execute("DELETE FROM evidence_days WHERE day = ?", (day,))


def recount(connection: Connection) -> None:
    """Count the days of all evidence anew."""
    connection.execute("DELETE FROM evidence_days")
    corrected = {(row["what"], row["number"]) for row in connection.execute("SELECT what, number FROM redatings")}
    found = facts_of(connection, corrected)
    undone = connection.execute("SELECT EXISTS (SELECT 1 FROM undone)").fetchone()[0]
    query = _ON_THEIR_OWN if corrected or undone else _OF_ALL
    for table, column in _EVIDENCE.items():
        found.update(_counted(connection, query.format(table, column, IN_FORCE), ()))
    keep(connection, Counter(), found)


def _counted(connection: Connection, query: str, values: Sequence[object]) -> Counter[str]:
    return Counter({row["day"]: row["n"] for row in connection.execute(query, values)})
