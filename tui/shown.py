"""What a terminal shows: by line the strips that were drawn there, and how each cell looks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.pen import ON, PLAIN, Look, look_of

_STYLES = 2048
"""How many styles are remembered at most."""
_TEXTS = 4096
"""How many texts are remembered at most."""

Cell = tuple[str, Look]
Part = tuple[str, Look]
"""A text in one look, of as many characters as cells."""


class Row:
    """A line of the terminal: what was last drawn there and shows still."""

    def __init__(self) -> None:
        self.strips: dict[int, Strip] = {}
        """What shows, by the cell it begins at."""
        self._unknown: set[int] = set()
        """Where those begin of which only the terminal knows which cell shows what."""
        self._lost = False
        """Whether parts of one of these show still."""

    @property
    def known(self) -> bool:
        """Whether it is known of every cell what it shows."""
        return not (self._lost or self._unknown)

    def drawn(self, x: int, width: int) -> Strip | None:
        """Return the strip of a width that begins at a cell; None where there is none, or its cells are not known."""
        strip = self.strips.get(x)
        return strip if strip is not None and strip.cell_length == width and x not in self._unknown else None

    def within(self, x: int, width: int) -> list[tuple[int, Strip]]:
        """List what shows within a stretch of cells, with the cells it begins at, as far as it is known."""
        pieces = []
        for first, strip in self.strips.items():
            start, end = max(first, x), min(first + strip.cell_length, x + width)
            if start < end and first not in self._unknown:
                pieces.append((start, strip.crop(start - first, end - first)))
        return pieces

    def draw(self, x: int, strip: Strip, *, known: bool = True) -> None:
        """Note what is drawn at a cell now; of what lay there only what sticks out shows still."""
        end = x + strip.cell_length
        for first, old in list(self.strips.items()):
            last = first + old.cell_length
            if first < end and last > x:
                del self.strips[first]
                self._keep_ends(first, old, x, end)
        self.strips[x] = strip
        if not known:
            self._unknown.add(x)

    def _keep_ends(self, first: int, old: Strip, x: int, end: int) -> None:
        last = first + old.cell_length
        if first in self._unknown:
            self._unknown.remove(first)
            self._lost = self._lost or first < x or last > end
            return
        if first < x:
            self.strips[first] = old.crop(0, x - first)
        if last > end:
            self.strips[end] = old.crop(end - first, last - first)


class Shown:
    """What the terminal shows, by line."""

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._looks: dict[int, tuple[Style, Look]] = {}
        """Looks by the identity of their style: to hash and compare styles takes longer than all else about a cell."""

    def forget(self) -> None:
        """Take nothing for granted: the terminal may show anything."""
        self._rows.clear()

    def row(self, y: int, edges: Iterable[int]) -> Row:
        """Return a line that is divided at these cells now.

        Where it was divided otherwise and not every cell of it is known, nothing of it is: the terminal may have
        drawn what is not known wider than it is.
        """
        row = self._rows.get(y)
        if row is None or not (row.known or row.strips.keys() <= set(edges)):
            row = self._rows[y] = Row()
        return row

    def look(self, style: Style | None, system: ColorSystem) -> Look:
        """Return the codes of a style."""
        if style is None:
            return PLAIN
        known = self._looks.get(id(style))
        if known is not None and known[0] is style:
            return known[1]
        if len(self._looks) >= _STYLES:
            self._looks.clear()
        look = look_of(style, system)
        self._looks[id(style)] = style, look
        return look

    def part(self, segment: Segment, system: ColorSystem) -> Part | None:
        """Return the text and look of a segment; None where it has not a cell for each character, or holds links."""
        text, style, control = segment
        if control or not _one_cell_each(text) or (style is not None and style.link):
            return None
        look = self.look(style, system)
        return None if look.bits >> len(ON) else (text, look)

    def parts(self, strip: Iterable[Segment], system: ColorSystem) -> list[Part] | None:
        """Take a strip apart; None where one of its segments has not a cell for each character, or holds links."""
        parts = []
        for segment in strip:
            part = self.part(segment, system)
            if part is None:
                return None
            parts.append(part)
        return parts

    def cells(self, row: Row, x: int, width: int, system: ColorSystem) -> list[Cell | None]:
        """Return what each cell of a stretch shows; None where that is not known."""
        cells: list[Cell | None] = [None] * width
        for first, strip in row.within(x, width):
            place = first - x
            for text, look in self.parts(strip, system) or ():
                cells[place : place + len(text)] = [(char, look) for char in text]
                place += len(text)
        return cells


@lru_cache(_TEXTS)
def _one_cell_each(text: str) -> bool:
    return text.isascii() or all(char.isascii() or get_character_cell_size(char) == 1 for char in text)
