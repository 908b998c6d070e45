"""Walking: stretches of the board's order read from the indexes of placings, for any day, merged as they are needed.

A stretch is one band on one shelf. Which index it is read from is chosen by counts: on a late day what lies there now
and the few that ended since, on an early day the few that had begun, between them the order of all that ever lay there.
"""

from __future__ import annotations

import heapq
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository.counts import Tally

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import TypeVar

    _K = TypeVar("_K")
    _S = TypeVar("_S")

Place = tuple[str, int]
"""A place on one shelf: last due day, number of the commitment."""
FIRST: Place = ("", -1)
LAST: Place = ("~", 2**63 - 1)
_CHUNK = 512
_THIN = 4
"""What part of a page must lie within reach for the walk to go on from there."""
_STATEMENT = 16
"""What one more statement costs, in rows looked at."""


class Way(Enum):
    """From which index a stretch is read, and what it takes from there."""

    NOW = ("placings_until", "p.until IS NULL")
    UNTIL = ("placings_until", "p.until > ?1")
    SINCE = ("placings_since", "(p.until IS NULL OR p.until > ?1)")
    ORDER = ("placings_order", "(p.until IS NULL OR p.until > ?1)")
    ALL_NOW = ("placings_now", "p.until IS NULL")


class Stretch(NamedTuple):
    """Some bands on one shelf of the strict reading; several only where they are read together."""

    way: Way
    shelf: int
    bands: tuple[int, ...]
    most: int
    """No more commitments lie there."""


class TooFarError(Exception):
    """A page of hits was not found within so many places: it lies far down, and is sooner found from the hits."""


def walked(places: Iterator[_K], start: _S, instead: Callable[[_K | _S], Iterator[_K]]) -> Iterator[_K]:
    """Walk on from a start; where that goes too far, take what is left from `instead`, behind the last place met."""
    last: _K | _S = start
    try:
        for place in places:
            last = place
            yield place
    except TooFarError:
        yield from instead(last)


class Walk(NamedTuple):
    """In which direction to walk, from where, and past what."""

    connection: Connection
    day: date
    start: Place
    descending: bool
    size: int
    """How many places are wanted, most likely."""
    patterns: tuple[str, ...] = ()
    """What the words of a commitment must match."""
    among: str | None = None
    """What the index of words is asked for, where a commitment is rather looked up among all that it finds."""
    reach: int = 0
    """How many places of a shelf that is read together are looked at for words in one go; 0 = as many as it takes.
    Raises TooFarError where that is not enough."""

    def places(self, stretches: Sequence[Stretch]) -> Iterator[Place]:
        """Walk stretches together, in the order of the board. No statement stays open while others write."""
        first = min(_CHUNK, share(self.size, len(stretches), filtered=bool(self.patterns)))
        by_way: dict[Way, list[Stretch]] = defaultdict(list)
        for stretch in stretches:
            by_way[stretch.way].append(stretch)
        streams: list[Iterator[Place]] = []
        for mine in by_way.values():
            heads = self._heads(mine, self.start, first)
            streams.extend(self._stream(*pair, first) for pair in zip(mine, heads, strict=True))
        yield from heapq.merge(*streams, reverse=self.descending)

    def _stream(self, stretch: Stretch, head: list[Place], size: int) -> Iterator[Place]:
        left = stretch.most
        while head:
            yield from head
            left -= len(head)
            if len(head) < size or left <= 0:
                return
            size = min(4 * size, _CHUNK)
            head = self._heads([stretch], head[-1], size)[0]

    def _heads(self, stretches: Sequence[Stretch], start: Place, size: int) -> list[list[Place]]:
        """Read the first places of stretches that go the same way."""
        way = stretches[0].way
        if way is Way.ALL_NOW:
            return [self._together(stretch, start, size) for stretch in stretches]
        wanted = json.dumps([(stretch.shelf, *stretch.bands) for stretch in stretches])
        query = f"""SELECT (SELECT json_group_array(due || ' ' || commitment) FROM ({self._query(way, _ONE_BAND)}))
            FROM json_each(?5) s ORDER BY s.key"""
        values = (self.day.isoformat(), *start, size, wanted, *self._sought())
        return [self._sorted(row[0]) for row in self.connection.execute(query, values)]

    def _together(self, stretch: Stretch, start: Place, size: int) -> list[Place]:
        bands = (stretch.shelf, json.dumps(stretch.bands))
        if self.reach:
            return self._near(stretch, start, size, bands)
        query = self._query(stretch.way, _SOME_BANDS, 7)
        values = (self.day.isoformat(), *start, size, *bands, *self._sought())
        return [(row[0], row[1]) for row in self.connection.execute(query, values)]

    def _near(self, stretch: Stretch, start: Place, size: int, bands: tuple[int, str]) -> list[Place]:
        """Look at so many places, and at as many again as long as that finds a fair part of what is wanted."""
        looked = self._replace(patterns=(), among=None)._query(stretch.way, _SOME_BANDS).replace("?4", "?7")
        query = f"SELECT p.due, p.commitment FROM ({looked}) p WHERE 1 {self._holding(8)} LIMIT ?4"
        found: list[Place] = []
        while True:
            place, wanted = found[-1] if found else start, size - len(found)
            values = (self.day.isoformat(), *place, wanted, *bands, self.reach, *self._sought())
            more = [(row[0], row[1]) for row in self.connection.execute(query, values)]
            found.extend(more)
            if len(more) == wanted or self.reach >= stretch.most:
                return found
            if len(more) < max(1, size // _THIN):
                raise TooFarError

    def _query(self, way: Way, where: str, first_pattern: int = 6) -> str:
        index, alive = way.value
        sign, order = ("<", "DESC") if self.descending else (">", "ASC")
        return f"""SELECT p.due, p.commitment FROM placings p INDEXED BY {index}
            WHERE {where} AND {alive} AND p.since <= ?1 AND (p.due, p.commitment) {sign} (?2, ?3)
            {self._holding(first_pattern)}
            ORDER BY p.due {order}, p.commitment {order} LIMIT ?4"""

    def _holding(self, first: int) -> str:
        if self.among is None:
            return holding("p.commitment", self.patterns, first)
        # the sign keeps the hits from being walked instead of the order
        return f"AND +p.commitment IN (SELECT rowid FROM search WHERE search MATCH ?{first})"

    def _sought(self) -> tuple[str, ...]:
        return self.patterns if self.among is None else (self.among,)

    def _sorted(self, places: str) -> list[Place]:
        apart = (place.split(" ") for place in json.loads(places))
        return sorted(((due, int(number)) for due, number in apart), reverse=self.descending)


_SOME_BANDS = "p.shelf = ?5 AND p.band IN (SELECT value FROM json_each(?6))"
_ONE_BAND = "p.shelf = json_extract(s.value, '$[0]') AND p.band = json_extract(s.value, '$[1]')"


def holding(number: str, patterns: Sequence[str], first: int) -> str:
    """Write the condition that the words of a commitment match patterns, the parameters from `first` on."""
    if not patterns:
        return ""
    matched = " AND ".join(f"w.text GLOB ?{first + place}" for place in range(len(patterns)))
    return f"AND EXISTS (SELECT 1 FROM commitment_words w WHERE w.id = {number} AND {matched})"


def share(size: int, stretches: int, *, filtered: bool) -> int:
    """Say how many places of each of some stretches are read first; a filter makes each place dear."""
    return 1 + size // max(1, stretches) if filtered else 2 + 2 * size // max(1, stretches)


def stretches_of(wanted: Sequence[Tally], beside: Iterable[Tally], size: int, *, filtered: bool) -> list[Stretch]:
    """Choose how to read some bands of one shelf; `beside` are all that lie on it, wanted or not."""
    here = [tally for tally in wanted if tally.alive]
    if not here:
        return []
    each = size if filtered else share(size, len(here), filtered=False)
    alone = [_alone(tally, each) for tally in here]
    later = sum(tally.later for tally in here)
    begun_now = sum(max(0, tally.alive - tally.later) for tally in here)
    together = later + size * sum(tally.current for tally in beside) / max(1, begun_now) + _STATEMENT
    if len(here) == 1 or together > sum(cost for cost, _ in alone):
        return [stretch for _, stretches in alone for stretch in stretches]
    numbers = tuple(tally.band for tally in here)
    both = [Stretch(Way.ALL_NOW, here[0].shelf, numbers, sum(tally.alive for tally in here))]
    return both + [_stretch(Way.UNTIL, tally) for tally in here if tally.later]


def _alone(tally: Tally, size: int) -> tuple[float, list[Stretch]]:
    """Choose how to read one band, with about the number of rows that are looked at."""
    begun_now = max(0, tally.alive - tally.later)
    now = tally.later + (size * tally.current / begun_now if begun_now else tally.current)
    since, order = float(tally.began), size * tally.all_began / tally.alive
    if now <= min(since, order):
        ways = [(Way.NOW, tally.current), (Way.UNTIL, tally.later)]
        return now, [_stretch(way, tally) for way, number in ways if number]
    return min((since, [_stretch(Way.SINCE, tally)]), (order, [_stretch(Way.ORDER, tally)]), key=lambda found: found[0])


def _stretch(way: Way, tally: Tally) -> Stretch:
    return Stretch(way, tally.shelf, (tally.band,), tally.alive)
