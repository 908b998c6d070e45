"""Counts: how many commitments lie on each shelf on any day, from sums over spans of days that every write keeps.

A node of the sums covers as many days up to its number as its lowest bit says (a Fenwick tree): any day is the sum of
about ten nodes and a change of one day touches about twenty, however many days there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.migrations.m0003_bounded import LAST_NODE
from store.repository.fetch import LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection


class Band(NamedTuple):
    """Commitments of one track that the same parties recognise."""

    number: int
    track: str
    recognised: frozenset[str]
    bound: frozenset[str]


class Tally(NamedTuple):
    """How the placings of a band on a shelf of the strict reading lie to a day."""

    band: int
    shelf: int
    began: int
    """Those that began by that day."""
    ended: int
    """Those that ended by that day."""
    all_began: int
    """Those there are in all."""
    all_ended: int
    """Those that ever ended."""

    @property
    def alive(self) -> int:
        """How many commitments lie there on that day."""
        return self.began - self.ended

    @property
    def current(self) -> int:
        """How many lie there after the last day."""
        return self.all_began - self.all_ended

    @property
    def later(self) -> int:
        """How many placings end after that day."""
        return self.all_ended - self.ended


Steps = Mapping[tuple[str, int, int], tuple[int, int]]
"""What changes: by day, band and shelf, how many placings more begin and end there."""

_BY_BAND = f"""
    SELECT band, shelf,
      coalesce(sum(began) FILTER (WHERE node < {LAST_NODE}), 0) AS began,
      coalesce(sum(ended) FILTER (WHERE node < {LAST_NODE}), 0) AS ended,
      coalesce(sum(began) FILTER (WHERE node = {LAST_NODE}), 0) AS all_began,
      coalesce(sum(ended) FILTER (WHERE node = {LAST_NODE}), 0) AS all_ended
    FROM placing_counts WHERE node {LISTED} GROUP BY band, shelf ORDER BY band, shelf"""


def bands(connection: Connection) -> dict[int, Band]:
    """Fetch every band by its number."""
    return {
        row["id"]: Band(row["id"], row["track"], frozenset(row["recognised"].split()), frozenset(row["bound"].split()))
        for row in connection.execute("SELECT * FROM bands")
    }


def tallies(connection: Connection, day: date) -> list[Tally]:
    """Count the placings of every band and shelf for a day."""
    nodes = [*_covering(day.toordinal()), LAST_NODE]
    return [Tally(*row) for row in connection.execute(_BY_BAND, (listed(nodes),)) if row["all_began"]]


def add(connection: Connection, steps: Steps) -> None:
    """Keep the sums after placings came or went."""
    sums: dict[tuple[int, int, int], list[int]] = {}
    for (day, band, shelf), (began, ended) in steps.items():
        if began or ended:
            for node in _touched(date.fromisoformat(day).toordinal()):
                held = sums.setdefault((node, band, shelf), [0, 0])
                held[0] += began
                held[1] += ended
    connection.executemany(_ADD, ((*place, *held) for place, held in sums.items() if any(held)))


_ADD = """INSERT INTO placing_counts (node, band, shelf, began, ended) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (node, band, shelf) DO UPDATE SET began = began + excluded.began, ended = ended + excluded.ended"""


def recount(connection: Connection) -> None:
    """Count everything anew from the placings, in a few statements."""
    connection.execute("DELETE FROM placing_counts")
    connection.execute(
        f"""INSERT INTO placing_counts (node, band, shelf, began, ended)
            SELECT {_number("day")}, band, shelf, sum(began), sum(ended) FROM (
              SELECT since AS day, band, shelf, count(*) AS began, 0 AS ended FROM placings GROUP BY 1, 2, 3
              UNION ALL SELECT until, band, shelf, 0, count(*) FROM placings WHERE until IS NOT NULL GROUP BY 1, 2, 3)
            GROUP BY 1, 2, 3"""
    )
    step = 1
    while step < LAST_NODE:  # each node hands its sum on to the one that covers it, the short spans first
        connection.execute(
            """INSERT INTO placing_counts (node, band, shelf, began, ended)
               SELECT node + ?1, band, shelf, began, ended FROM placing_counts WHERE node & (2 * ?1 - 1) = ?1
               ON CONFLICT (node, band, shelf)
               DO UPDATE SET began = began + excluded.began, ended = ended + excluded.ended""",
            (step,),
        )
        step *= 2


def _number(day: str) -> str:
    """Write the number of a day in SQL, the same that `date.toordinal` gives."""
    return f"CAST(julianday({day}) - 1721424.5 AS INTEGER)"


def _covering(number: int) -> Iterator[int]:
    """List the nodes that together cover every day up to one."""
    while number:
        yield number
        number &= number - 1


def _touched(number: int) -> Iterable[int]:
    """List the nodes that cover a day."""
    while number <= LAST_NODE:
        yield number
        number += number & -number
