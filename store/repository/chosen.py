"""Chosen: the obligations that a filter leaves, in any order, as places that pages are cut from.

Where a term leaves few, those are all looked at; else the order is walked along an index until a page is full.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from functools import partial
from typing import Any

from store.domain.filtering import Filter
from store.domain.shelves import Order
from store.domain.typed import TYPE_CHECKING
from store.repository.choosing import NOTHING, Part
from store.repository.clauses import Clauses, Source, table_of
from store.repository.walking import TooFarError, walked

if TYPE_CHECKING:
    from store.repository.setting import Setting

Key = tuple[int, Any, int]
"""A place in an order: its stretch, the value there (None where there is none), the number of the commitment."""
_CHUNK = 512
_MOST = 100_000
"""Up to how many commitments that can meet a term are counted."""
_UNSURE = 2
"""One in how many meets a term of which that is not known."""
_SORTED = 1.5
"""What it costs to look at a hit that is put in order afterwards, in places of a walk."""
_REACH = 4_000
"""How many places are walked past at most for one page, where a term leaves few enough to be looked at instead."""


class Chosen(Clauses):
    """The places that a filter leaves in an order."""

    def __init__(self, setting: Setting, chosen: Filter, order: Order, size: int) -> None:
        super().__init__(setting, chosen, order)
        self._size = size
        self._alive = sum(tally.alive for tallies in setting.tallies().values() for tally in tallies)
        nothing = any(part.where == NOTHING for part in self._parts)
        self._hits: list[Key] | None = [] if nothing else None
        self._best: Part | None = None
        """The term that leaves the fewest, as far as that is known."""
        self._at_once = not nothing and self._few()

    @property
    def matches(self) -> int | None:
        """How many there are; None where that was not counted on the way."""
        return None if self._hits is None else len(self._hits)

    def count(self) -> int:
        """Count all there are."""
        if self._best is not None or self._hits is not None:
            return len(self._found())
        query = f"SELECT count(*) FROM {self._joined('p', table_of('p'))} WHERE {self._wheres('p')}"
        return int(self._connection.execute(query, self._given()).fetchone()[0])

    def key_of(self, number: int) -> Key | None:
        """Find where a commitment lies; None where it is left out."""
        query = f"""SELECT {self._stretch()} AS stretch, {self._value()} AS value, p.commitment
            FROM {self._joined("p", table_of("p"))} WHERE p.commitment = ? AND {self._wheres("p")}"""
        row = self._connection.execute(query, (number, *self._given())).fetchone()
        return tuple(row) if row is not None else None

    def after(self, key: Key | None) -> Iterator[Key]:
        """Walk down from behind a place (None = from the top)."""
        return self._walk(key, back=False)

    def before(self, key: Key | None) -> Iterator[Key]:
        """Walk up from above a place (None = from the bottom)."""
        return self._walk(key, back=True)

    # -- few of them: all are looked at

    def _few(self) -> bool:
        """Find the term that leaves the fewest; whether looking at those takes less than walking along the order."""
        share, least = 1.0, _MOST
        for part in self._parts:
            if not part.way_in:
                share /= _UNSURE
                continue
            query = f"SELECT count(*) FROM (SELECT 1 FROM ({part.way_in}) LIMIT {_MOST})"
            count = self._connection.execute(query, part.way_values).fetchone()[0]
            share *= max(count, 1) / max(self._alive, 1) if count < _MOST else 1 / _UNSURE
            if count < least:
                self._best, least = part, count
        return self._best is not None and least * _SORTED <= min(self._size / share, self._alive)

    def _found(self) -> list[Key]:
        """Look at all that a term leaves, and put them in order."""
        if self._hits is None and (way := self._best) is not None:
            source = f"(SELECT DISTINCT * FROM ({way.way_in})) h"
            number = "id" if way.way_in.startswith("SELECT id") else "rowid" if "search" in way.way_in else "commitment"
            query = f"""SELECT {self._stretch()} AS stretch, {self._value()} AS value, p.commitment
                FROM {source} CROSS JOIN {self._joined("p", f"placings p ON p.commitment = h.{number}")}
                WHERE {self._wheres("p")}"""
            rows = self._connection.execute(query, (*way.way_values, *self._given())).fetchall()
            found = sorted((tuple(row) for row in rows), key=_rank)
            if self._order.reversed:
                found = [key for stretch in self._stretches for key in reversed(found) if key[0] == stretch]
            self._hits = found
        return self._hits or []

    # -- many: the order is walked

    def _walk(self, key: Key | None, *, back: bool) -> Iterator[Key]:
        among = partial(self._among, back=back)
        if self._at_once or self._hits is not None:
            return among(key)
        return walked(self._past(key, back=back), key, among)

    def _among(self, key: Key | None, *, back: bool) -> Iterator[Key]:
        """Walk through all that a term leaves."""
        found = self._found()
        at = found.index(key) if key is not None else len(found) if back else -1
        return reversed(found[:at]) if back else iter(found[at + 1 :])

    def _past(self, key: Key | None, *, back: bool) -> Iterator[Key]:
        """Walk along the order. Raises TooFarError where what is left lies so far apart that it is better looked at."""
        descending = back is not self._order.reversed
        for stretch in reversed(self._stretches) if back else self._stretches:
            if key is None or (stretch < key[0] if back else stretch > key[0]):
                yield from self._along(stretch, None, descending=descending)
            elif stretch == key[0]:
                yield from self._along(stretch, key, descending=descending)

    def _along(self, stretch: int, key: Key | None, *, descending: bool) -> Iterator[Key]:
        streams = [self._stream(stretch, source, key, descending=descending) for source in self._sources(stretch)]
        return heapq.merge(*streams, key=_rank, reverse=descending)

    def _stream(self, stretch: int, source: Source, key: Key | None, *, descending: bool) -> Iterator[Key]:
        """Read places chunk by chunk. Raises TooFarError."""
        size, last = min(_CHUNK, self._size + 1), key
        while True:
            rows = self._chunk(source, last, size, descending=descending)
            for row in rows:
                last = (stretch, row[0], row[1])
                yield last
            if len(rows) < size:
                return
            size = _CHUNK

    def _chunk(self, source: Source, last: Key | None, size: int, *, descending: bool) -> list[Any]:
        order, sign = ("DESC", "<") if descending else ("ASC", ">")
        number = "c.id" if source.table == "c" else f"{source.table}.commitment"
        valued = source.value != "NULL"
        by = f"{source.value} {order}, {number} {order}" if valued else f"{number} {order}"
        behind, given = "1", tuple[Any, ...]()
        if last is not None:
            behind = f"({source.value}, {number}) {sign} (?, ?)" if valued else f"{number} {sign} ?"
            given = last[1:] if valued else last[2:]
        table = table_of(source.table, index=source.by)
        own = source.where.format(recognised=self._recognised, place=self._place)
        alive = "1" if source.table == "c" else self._alive_on(source.table, ended=source.ended)
        query = f"""SELECT {source.value}, {number} FROM {self._joined(source.table, table)}
            WHERE {own} AND {behind} AND {alive} AND {self._meeting} {{0}} ORDER BY {by} LIMIT {size}"""
        if self._best is None:
            return self._connection.execute(query.format(""), (*given, *self._given())).fetchall()
        # not further than so many places: the value that the last of them has is where looking ends
        others = [f"{alias}." for alias in "pfc" if alias != source.table]
        inner = own if not any(other in own for other in others) else f"{source.value} IS NOT NULL" if valued else "1"
        reach = self._connection.execute(
            f"""SELECT {source.value}, {number} FROM {table} WHERE {inner} AND {behind} AND {alive}
                ORDER BY {by} LIMIT 1 OFFSET {_REACH}""",
            given,
        ).fetchone()
        if reach is None:
            return self._connection.execute(query.format(""), (*given, *self._given())).fetchall()
        within = f"AND ({source.value}, {number}) {'>=' if descending else '<='} (?, ?)"
        end: tuple[Any, ...] = tuple(reach)
        if not valued:
            within, end = f"AND {number} {'>=' if descending else '<='} ?", end[1:]
        rows = self._connection.execute(query.format(within), (*given, *self._given(), *end)).fetchall()
        if len(rows) < size:
            raise TooFarError
        return rows


def _rank(key: Key) -> tuple[Any, ...]:
    """Order places: stretch, value, number."""
    return (key[0], key[1] is not None, key[1] if key[1] is not None else 0, key[2])
