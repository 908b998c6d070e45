"""Counts: how many commitments lie on each shelf on any day, from sums over spans of days that every write keeps.

A node of the sums covers as many days up to its number as its lowest bit says (a Fenwick tree): any day is the sum of
about ten nodes and a change of one day touches about twenty, however many days there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    alive: int
    """How many commitments lie there on that day."""
    current: int
    """How many lie there after the last day."""
    later: int
    """How many placings end after that day."""
    began: int
    """Those that began by that day."""
    all_began: int
    """Those there are in all."""


Steps = Mapping[tuple[str, int, int], tuple[int, int]]
"""What changes: by day, band and shelf, how many placings more begin and end there."""

_SHELVES = 8
"""More than there are shelves, so that one number names a band and a shelf: grouping by one takes less than by two."""
_BY_BAND = f"""
    SELECT band * {_SHELVES} + shelf,
      sum(CASE node WHEN {LAST_NODE} THEN 0 ELSE began END), sum(CASE node WHEN {LAST_NODE} THEN 0 ELSE ended END),
      sum(CASE node WHEN {LAST_NODE} THEN began END), sum(CASE node WHEN {LAST_NODE} THEN ended END)
    FROM placing_counts WHERE node {LISTED} {{0}} GROUP BY 1"""


def bands(connection: Connection) -> dict[int, Band]:
    """Fetch every band by its number."""
    return {
        number: Band(number, track, frozenset(recognised.split()), frozenset(bound.split()))
        for number, track, recognised, bound in connection.execute("SELECT id, track, recognised, bound FROM bands")
    }


class Tallies:
    """The placings of every band and shelf counted for a day; what a write bears on is counted again when asked for."""

    def __init__(self, connection: Connection, day: date) -> None:
        self._nodes = listed([*_covering(day.toordinal()), LAST_NODE])
        self._by_band = _counted(connection.execute(_BY_BAND.format(""), (self._nodes,)))
        self._by_shelf: dict[int, list[Tally]] | None = None
        self._stale: set[int] = set()

    def forget(self, bands_: Iterable[int]) -> None:
        """Have some bands counted again."""
        self._stale.update(bands_)
        self._by_shelf = None

    def by_shelf(self, connection: Connection) -> Mapping[int, Sequence[Tally]]:
        """List what was counted, by shelf, each shelf in the order of the bands."""
        if self._stale:
            stale = (self._nodes, listed(self._stale))
            counted = _counted(connection.execute(_BY_BAND.format(f"AND band {LISTED}"), stale))
            self._by_band.update({band: counted.get(band, []) for band in self._stale})
            self._stale.clear()
        if self._by_shelf is None:
            self._by_shelf = {}
            for band in sorted(self._by_band):
                for tally in self._by_band[band]:
                    self._by_shelf.setdefault(tally.shelf, []).append(tally)
        return self._by_shelf


def _counted(rows: Iterable[Sequence[int]]) -> dict[int, list[Tally]]:
    found: dict[int, list[Tally]] = {}
    for place, began, ended, all_began, all_ended in rows:
        if all_began:
            band, shelf = divmod(place, _SHELVES)
            tally = Tally(band, shelf, began - ended, all_began - all_ended, all_ended - ended, began, all_began)
            found.setdefault(band, []).append(tally)
    return found


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
