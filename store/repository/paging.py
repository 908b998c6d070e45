"""Paging: stretches of the board's order cut from the index of placings, for any day and reading; never all of it."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from store.domain.board import Totals
from store.domain.reading import Reading
from store.domain.shelves import Shelf, shelf_on
from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

Key = tuple[int, str, int]
"""A place in the board's order: shelf on the reading, last due day, number of the commitment."""

_FIRST = ("", -1)
_LAST = ("~", 2**63 - 1)
_CHUNK = 512


class _Group(NamedTuple):
    """Commitments of one track that the same parties recognise: one stretch of the index."""

    track: str
    recognised: str
    bound: str

    def recognised_on(self, reading: Reading) -> bool:
        return reading.recognises(self.recognised.split(), self.bound.split())


class Order(NamedTuple):
    """The board's order of commitments for a day, a reading, tracks and a filter."""

    connection: Connection
    day: date
    reading: Reading
    tracks: tuple[str, ...]
    filter: str = ""

    def totals(self) -> Totals:
        """Count what lies on each shelf, from the kept totals; a filter does not change them."""
        counted: dict[Shelf, int] = {}
        rows = self.connection.execute(
            """SELECT track, recognised, bound, shelf, sum(delta) AS n FROM placing_totals WHERE day <= ?
               GROUP BY track, recognised, bound, shelf""",
            (self.day.isoformat(),),
        )
        for row in rows:
            if row["track"] in self.tracks and row["n"]:
                group = _Group(row["track"], row["recognised"], row["bound"])
                shelf = shelf_on(Shelf(row["shelf"]), group.recognised_on(self.reading))
                counted[shelf] = counted.get(shelf, 0) + row["n"]
        return Totals(counted)

    def key_of(self, number: int) -> Key | None:
        """Find where a commitment lies; None where it is not on this board."""
        row = self.connection.execute(
            f"SELECT * FROM placings WHERE commitment = ? AND since <= ? {self._alive()}",
            (number, self.day.isoformat(), self.day.isoformat(), *self._matching()),
        ).fetchone()
        if row is None or row["track"] not in self.tracks:
            return None
        recognised = _Group(row["track"], row["recognised"], row["bound"]).recognised_on(self.reading)
        return shelf_on(Shelf(row["shelf"]), recognised), row["due"], number

    def after(self, key: Key | None) -> Iterator[Key]:
        """Walk down the board from behind a place (None = from the top)."""
        for shelf in Shelf:
            if key is None or shelf >= key[0]:
                yield from self._shelf(shelf, key[1:] if key and key[0] == shelf else _FIRST, descending=False)

    def before(self, key: Key | None) -> Iterator[Key]:
        """Walk up the board from above a place (None = from the bottom)."""
        for shelf in reversed(Shelf):
            if key is None or shelf <= key[0]:
                yield from self._shelf(shelf, key[1:] if key and key[0] == shelf else _LAST, descending=True)

    def _shelf(self, shelf: Shelf, start: tuple[str, int], *, descending: bool) -> Iterator[Key]:
        streams = [
            self._stream(group, raw, start, descending=descending)
            for group in self._groups()
            for raw in Shelf
            if shelf_on(raw, group.recognised_on(self.reading)) is shelf
        ]
        for due, number in heapq.merge(*streams, reverse=descending):
            yield shelf, due, number

    def _stream(
        self, group: _Group, raw: Shelf, start: tuple[str, int], *, descending: bool
    ) -> Iterator[tuple[str, int]]:
        """Walk one stretch of the index in chunks, so that no statement stays open while others write."""
        sign, order = ("<", "DESC") if descending else (">", "ASC")
        query = f"""SELECT due, commitment FROM placings
            WHERE track = ? AND recognised = ? AND bound = ? AND shelf = ? AND (due, commitment) {sign} (?, ?)
              AND since <= ? {self._alive()}
            ORDER BY due {order}, commitment {order} LIMIT ?"""
        on = self.day.isoformat()
        size = 32
        while True:
            place = (group.track, group.recognised, group.bound, int(raw), *start)
            rows = self.connection.execute(query, (*place, on, on, *self._matching(), size)).fetchall()
            yield from ((row["due"], row["commitment"]) for row in rows)
            if len(rows) < size:
                return
            start, size = (rows[-1]["due"], rows[-1]["commitment"]), _CHUNK

    def _groups(self) -> list[_Group]:
        rows = self.connection.execute("SELECT DISTINCT track, recognised, bound FROM placing_totals")
        groups = [_Group(row["track"], row["recognised"], row["bound"]) for row in rows]
        return [group for group in groups if group.track in self.tracks]

    def _alive(self) -> str:
        found = " AND commitment IN (SELECT rowid FROM search WHERE search MATCH ?)" if self._matching() else ""
        return f"AND (until IS NULL OR until > ?){found}"

    def _matching(self) -> tuple[str, ...]:
        expression = match_expression(self.filter)
        return (expression,) if expression else ()


def match_expression(text: str) -> str:
    """Turn typed words into a full-text query: every word, or a word that begins with it, must occur."""
    words = re.findall(r"\w+", text, re.UNICODE)
    return " ".join(f'"{word}"*' for word in words)


def page_keys(order: Order, around: int | None, size: int, *, from_end: bool) -> tuple[list[Key], bool, bool]:
    """Cut a page: around a commitment, or at the first or last edge; and whether there is more before and after it."""
    middle = order.key_of(around) if around is not None else None
    if middle is not None:
        above = _take(order.before(middle), size // 2 + 1)
        below = _take(order.after(middle), size // 2 + 1)
        keys = [*reversed(above[: size // 2]), middle, *below[: size // 2]]
        return keys, len(above) > size // 2, len(below) > size // 2
    if from_end:
        found = _take(order.before(None), size + 1)
        return [*reversed(found[:size])], len(found) > size, False
    found = _take(order.after(None), size + 1)
    return found[:size], False, len(found) > size


def _take(keys: Iterator[Key], number: int) -> list[Key]:
    return list(islice(keys, number))


def changed_between(connection: Connection, first: date, last: date, tracks: Sequence[str], limit: int) -> list[int]:
    """List commitments that may stand differently on two days: news about them came, or their window ran out."""
    span = (first.isoformat(), last.isoformat())
    rows = connection.execute(
        """SELECT c.id, c.track FROM commitments c WHERE c.id IN (
             SELECT id FROM commitments WHERE label IN (
               SELECT commitment FROM claims WHERE known_on > ?1 AND known_on <= ?2 AND commitment IS NOT NULL
               UNION SELECT s.commitment FROM claims t JOIN serves s ON s.exchange = t.exchange
                 WHERE t.known_on > ?1 AND t.known_on <= ?2
               UNION SELECT t.commitment FROM redatings r JOIN claims t ON t.id = r.number
                 WHERE r.what = 'claims' AND r.known_on > ?1 AND r.known_on <= ?2 AND t.commitment IS NOT NULL
               UNION SELECT s.commitment FROM redatings r JOIN claims t ON t.id = r.number
                 JOIN serves s ON s.exchange = t.exchange
                 WHERE r.what = 'claims' AND r.known_on > ?1 AND r.known_on <= ?2
               UNION SELECT about FROM dated_judgements WHERE day > ?1 AND day <= ?2)
             UNION SELECT commitment FROM placings WHERE until IS NULL AND due < '9999-12-31'
               AND due >= ?1 AND due <= ?2)
           ORDER BY c.id LIMIT ?3""",
        (*span, limit),
    )
    return [row["id"] for row in rows if row["track"] in tracks]
