"""The text of an article as lines with their numbers, and the words in it that proposals rest on.

Whatever the text holds is shown literally: signs that would act on a terminal as what they are, lines without end
broken. Only the lines in sight are made; where each begins is found before, in a time that grows with the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.render.spans import Line, Role, Span, Stop, cells, fill
from tui.wording import safe

if TYPE_CHECKING:
    from store.reading.article import Article
    from store.reading.article import Span as Stretch

_NARROW = re.compile("[ -~¡-¬®-˿Ͱ-ҁҊ-Ԟ–—‘’“”…•№]*")
"""Text of which every sign takes one cell and is shown as it is."""
_DENSEST = 4
"""How many signs a cell of a line may hold at most: signs without width would else make lines without end."""
_LEAST = 12
"""Cells of text below which numbers are left out."""
_LOOK = 2000
"""How many lines are laid out between looks whether they are still wanted."""


class Row(NamedTuple):
    """A line of the screen: which signs of the text it holds."""

    start: int
    end: int
    number: int
    """The line of the text that it begins; 0 where it goes on with one."""


class Marks(NamedTuple):
    """Stretches of a text in order, none of which overlaps the next."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Stretch]) -> Marks:
        """Join the stretches that touch."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Return the parts of the stretches that lie between two places."""
        place = max(0, bisect_right(self.starts, start) - 1)
        while place < len(self.starts) and self.starts[place] < end:
            first, last = max(start, self.starts[place]), min(end, self.ends[place])
            if first < last:
                yield first, last
            place += 1


@lru_cache(4096)
def _shown(char: str) -> int:
    return cells(safe(char))


def number_width(text: str, width: int) -> int:
    """Count the cells that line numbers take, with the blank after them; 0 where there is no room."""
    digits = len(str(text.count("\n") + 1)) + 1
    return digits if width - digits >= _LEAST else 0


def rows_of(text: str, width: int, stopped: Callable[[], bool] = bool) -> list[Row]:
    """Break a text into lines of at most so many cells; none where that is `stopped`."""
    rows: list[Row] = []
    start, number, look = 0, 1, _LOOK
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for row in _broken(text, start, end, max(1, width)):
            rows.append(row._replace(number=0 if row.start > start else number))
            if len(rows) >= look:
                if stopped():
                    return []
                look = len(rows) + _LOOK
        if end == len(text):
            return rows
        start, number = end + 1, number + 1


def _broken(text: str, start: int, end: int, width: int) -> Iterator[Row]:
    if start == end:
        yield Row(start, end, 0)
    while start < end:
        stop = _fitting(text, start, end, width)
        after = stop
        if stop < end:
            blank = text.rfind(" ", start + 1, stop + 1)
            if blank > start:
                stop, after = blank, blank + 1
        yield Row(start, stop, 0)
        start = after


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Return the sign before which a line that begins somewhere has to end."""
    end = min(end, start + _DENSEST * width)
    if _NARROW.fullmatch(text, start, min(end, start + width)):
        return min(end, start + width)
    room = width
    for place in range(start, end):
        room -= _shown(text[place])
        if room < 0:
            return max(place, start + 1)
    return end


class ArticleSheet:
    """The lines of an article for a width."""

    def __init__(self, article: Article, rows: Sequence[Row], numbers: int) -> None:
        self.article, self.rows, self.numbers = article, rows, numbers
        self.stops: list[Stop] = []
        self._content = Marks.of(passage.span for passage in article.passages)
        self._titles = Marks.of(passage.span for passage in article.passages if passage.headline)
        self._own, self._others = Marks(), Marks()
        self._lines: dict[int, Line] = {}

    def marked(self, own: Iterable[Stretch], others: Iterable[Stretch]) -> ArticleSheet:
        """Return the same lines with other words marked."""
        sheet = ArticleSheet(self.article, self.rows, self.numbers)
        sheet._own, sheet._others = Marks.of(own), Marks.of(others)
        return sheet

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    def row_at(self, place: int) -> int:
        """Return the line that shows a sign of the text."""
        return max(0, bisect_right(self.rows, place, key=attrgetter("start")) - 1)

    def line(self, y: int) -> Line:
        """Return a line."""
        found = self._lines.get(y)
        if found is None:
            found = self._lines[y] = self._made(self.rows[y])
        return found

    def _made(self, row: Row) -> Line:
        number = f"{row.number} " if row.number else ""
        head: tuple[Span, ...] = ((fill(number, self.numbers, right=True), Role.RULE),) if self.numbers else ()
        roles = [Role.MUTED] * (row.end - row.start)
        layers = (
            (self._content, Role.TEXT), (self._titles, Role.STRONG), (self._others, Role.TRACED),
            (self._own, Role.MARKED),
        )  # fmt: skip
        for marks, role in layers:
            for first, last in marks.within(row.start, row.end):
                roles[first - row.start : last - row.start] = [role] * (last - first)
        return (*head, *_runs(self.article.text[row.start : row.end], roles))


def _runs(text: str, roles: Sequence[Role]) -> Iterator[Span]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or roles[place] is not roles[start]:
            yield safe(text[start:place]), roles[start]
            start = place
