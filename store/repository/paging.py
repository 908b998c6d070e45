"""Paging: pages cut from the board's order, for any day, reading, tracks and filter; never all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice
from math import isqrt

from store.domain.board import Totals
from store.domain.shelves import OWED_SHELVES, Shelf, shelf_on
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository import searching
from store.repository.counts import Tally
from store.repository.walking import FIRST, LAST, Place, Stretch, Walk, Way, holding, stretches_of, walked

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Protocol, TypeVar

    _K = TypeVar("_K")

    class Places(Protocol[_K]):
        """Places in an order, from which pages are cut."""

        def key_of(self, number: int) -> _K | None:
            """Find where a commitment lies; None where it is not there."""

        def after(self, key: _K | None) -> Iterator[_K]:
            """Walk down from behind a place (None = from the top)."""

        def before(self, key: _K | None) -> Iterator[_K]:
            """Walk up from above a place (None = from the bottom)."""


Key = tuple[int, str, int]
"""A place in the board's order: shelf on the reading, last due day, number of the commitment."""
_HITS = 256
"""How many hits of a filter are taken in one go."""
_DIRECT, _SCARCE = 12_000, 80
"""Up to how many hits are all looked at where they are no more than this part of what there is: words tied to the
order, such as those of one round, can lie far down, and to walk there would take many times that."""
_NEAR = 512
"""How many places of a shelf are looked at for words before hits are counted: mostly a page of them lies there."""
_FURTHER = 2
"""How many times as far as hits lie apart on average a page of them is looked for, before all hits are looked at."""
AMONG = 20_000
"""Up to how many hits are found first and each place of a walk looked up among them; words tied to the order, such as
those of one round, can lie far down, and looking into the words of each place on the way takes several times that."""


class Order(NamedTuple):
    """The board's order of commitments for a day, a reading, some bands and a filter."""

    connection: Connection
    day: date
    bands: Mapping[int, bool]
    """The bands shown, and whether the reading recognises them."""
    tallies: Mapping[int, Sequence[Tally]]
    """Of every band, shown or not, by the shelf of the strict reading."""
    nowhere: searching.Nowhere
    """What was found nowhere of late."""
    words: tuple[str, ...] = ()
    """What the filter asks for."""
    markers: tuple[str, ...] = ()
    """What else the index of words is to find: the mark of the only track shown."""
    size: int = 120

    def totals(self) -> Totals:
        """Count what lies on each shelf, from the kept counts; a filter does not change them."""
        counted: dict[Shelf, int] = {}
        for raw, tallies in self.tallies.items():
            for recognised in (True, False):
                alive = sum(tally.alive for tally in tallies if self.bands.get(tally.band) is recognised)
                if alive:
                    shelf = shelf_on(Shelf(raw), recognised)
                    counted[shelf] = counted.get(shelf, 0) + alive
        return Totals(counted)

    def key_of(self, number: int) -> Key | None:
        """Find where a commitment lies; None where it is not on this board."""
        patterns = searching.patterns(self.words)
        row = self.connection.execute(
            f"""SELECT shelf, due, band FROM placings WHERE commitment = ?1 AND since <= ?2
                AND (until IS NULL OR until > ?2) {holding("commitment", patterns, 3)}""",
            (number, self.day.isoformat(), *patterns),
        ).fetchone()
        if row is None or row["band"] not in self.bands:
            return None
        return shelf_on(Shelf(row["shelf"]), self.bands[row["band"]]), row["due"], number

    def after(self, key: Key | None) -> Iterator[Key]:
        """Walk down the board from behind a place (None = from the top)."""
        return self._walk(key or (-1, *FIRST), descending=False)

    def before(self, key: Key | None) -> Iterator[Key]:
        """Walk up the board from above a place (None = from the bottom)."""
        return self._walk(key or (len(Shelf), *LAST), descending=True)

    def _walk(self, key: Key, *, descending: bool) -> Iterator[Key]:
        hits = partial(self._hits, descending=descending)
        if self.words and self._few() is not None:
            return hits(key)
        return walked(self._along(key, descending=descending), key, hits)

    def _along(self, key: Key, *, descending: bool) -> Iterator[Key]:
        """Walk shelf after shelf. Raises TooFarError where hits lie so far down that it is better to look at each."""
        edge = LAST if descending else FIRST
        for shelf in reversed(Shelf) if descending else Shelf:
            if shelf == key[0] or (shelf < key[0]) is descending:
                start = key[1:] if shelf == key[0] else edge
                for due, number in self._shelf(shelf, start, descending=descending):
                    yield shelf, due, number

    def _few(self, *only: str) -> int | None:
        """Count the hits, of all or of what can lie on a shelf, where they are few; None where they are not.

        They are few where looking at each takes less than walking until a page is found, or at least not long.
        """
        marks = (*self.markers, *only)
        if self.nowhere.holds(self.words, marks):
            return 0
        most = max(isqrt(self.size * self._alive), min(_DIRECT, self._alive // _SCARCE))
        hits = self._count(most, *only)
        if not hits:
            self.nowhere.note(self.words, marks)
        return hits if hits <= most else None

    @property
    def _alive(self) -> int:
        return sum(tally.alive for tallies in self.tallies.values() for tally in tallies)

    def _count(self, most: int, *only: str) -> int:
        return searching.count(self.connection, (*self.words, *self.markers, *only), most)

    def _shelf(self, shelf: Shelf, start: Place, *, descending: bool) -> Iterator[Place]:
        """Walk a shelf: where words are sought, look at the places that lie nearest before anything is counted."""
        stretches = self._stretches(shelf)
        further = partial(self._further, shelf, stretches, descending=descending)
        if not self.words or any(stretch.way is not Way.ALL_NOW for stretch in stretches):
            return further(start)
        walk = Walk(
            self.connection, self.day, start, descending, self.size, searching.patterns(self.words), None, _NEAR
        )
        return walked(walk.places(stretches), start, further)

    def _stretches(self, shelf: Shelf) -> list[Stretch]:
        stretches = []
        for raw in Shelf:
            here = self.tallies.get(raw, ())
            lying = {recognised for recognised in (True, False) if shelf_on(raw, recognised) is shelf}
            wanted = [tally for tally in here if self.bands.get(tally.band) in lying]
            stretches.extend(stretches_of(wanted, here, self.size, filtered=bool(self.words)))
        return stretches

    def _further(
        self, shelf: Shelf, stretches: Sequence[Stretch], start: Place, *, descending: bool
    ) -> Iterator[Place]:
        """Walk a shelf whose hits, if there are any, lie anywhere."""
        only = searching.SHELF_MARKERS.get(shelf)
        few = self._few(only) if self.words and only else None
        if only and few is not None:
            key, end = (shelf, *start), (shelf, *(FIRST if descending else LAST))
            for _, due, number in self._hits(key, descending=descending, end=end, only=(only,)) if few else ():
                yield due, number
            return
        patterns = searching.patterns(self.words)
        hits = self._count(AMONG) if patterns else 0
        among = searching.expression((*self.words, *self.markers)) if 0 < hits <= AMONG else None
        reach = _FURTHER * self.size * self._alive // hits if among else 0
        walk = Walk(self.connection, self.day, start, descending, self.size, patterns, among, reach)
        yield from walk.places(stretches)

    def _hits(self, key: Key, *, descending: bool, end: Key | None = None, only: tuple[str, ...] = ()) -> Iterator[Key]:
        """Walk the few commitments that the index of words finds, from behind one place up to another."""
        order = "DESC" if descending else "ASC"
        behind, before = ("<", ">") if descending else (">", "<")
        recognising = json.dumps([number for number, recognised in self.bands.items() if recognised])
        found = searching.expression((*self.words, *self.markers, *only))
        edge, within = (
            key[0] in (-1, len(Shelf)),
            f"AND (place, due, commitment) {before} (?9, ?10, ?11)" if end else "",
        )
        while True:
            start = "" if edge else f"AND (place, due, commitment) {behind} (?6, ?7, ?8)"
            query = _HITS_QUERY.format(order=order, between=f"{start} {within}")
            values = (self.day.isoformat(), found, json.dumps(list(self.bands)), recognising, _HITS, *key, *(end or ()))
            rows = self.connection.execute(
                query, values[: 5 if not (start or end) else 8 if not end else 11]
            ).fetchall()
            for place, due, number in rows:
                key, edge = (place, due, number), False
                yield Shelf(place), due, number
            if len(rows) < _HITS:
                return


_HITS_QUERY = f"""
    SELECT CASE WHEN shelf > {int(max(OWED_SHELVES))} OR band IN (SELECT value FROM json_each(?4)) THEN shelf
                WHEN shelf = {int(Shelf.DONE)} THEN {int(Shelf.ASKED_DONE)} ELSE {int(Shelf.ASKED)} END AS place,
           due, commitment
    FROM placings
    WHERE commitment IN (SELECT rowid FROM search WHERE search MATCH ?2) AND since <= ?1
      AND (until IS NULL OR until > ?1) AND band IN (SELECT value FROM json_each(?3)) {{between}}
    ORDER BY place {{order}}, due {{order}}, commitment {{order}} LIMIT ?5"""
"""The shelf on the reading is that of `shelf_on`: bands that it does not recognise owe nothing."""


def page_keys(
    order: Places[_K], around: int | None, size: int, *, from_end: bool
) -> tuple[list[_K], bool, bool]:  # fmt: skip
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


def _take(keys: Iterator[_K], number: int) -> list[_K]:
    return list(islice(keys, number))
