"""What is sent to the terminal: only cells that look different from what it shows, in as few codes as that takes.

A strip that takes the place of another one is compared with it piece by piece; where lines are divided otherwise than
before, as when something opens over them, cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from store.domain.typed import NamedTuple
from tui.pen import SEEN_ON_BLANKS, Look, Pen
from tui.shown import Cell, Part, Shown

_BRIDGE = 4
"""How many unchanged cells are rather sent again than jumped over: a jump costs as much."""


class Place(NamedTuple):
    """A cell of the screen."""

    x: int
    y: int


Stretch = tuple[int, list[Part]]
"""What is sent, and the cell of its strip from which on."""


class ThriftyUpdate(CompositorUpdate):
    """An update of the compositor that sends only cells that differ from what is shown."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, shown: Shown) -> None:
        self._update = update
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        pen, shown, system = Pen(), self._shown, console._color_system or ColorSystem.TRUECOLOR
        for y, pieces in self._lines():
            row, overrun = shown.row(y, [x for x, _ in pieces]), False
            for x, strip in pieces:
                if row.strips.get(x) is strip and not overrun:
                    continue
                old = None if overrun else row.drawn(x, strip.cell_length)
                stretches = None if old is None else self._stretches(old, strip, system)
                if stretches is not None:
                    _write(pen, Place(x, y), stretches)
                    row.strips[x] = strip
                    continue
                parts = shown.parts(strip, system)
                if parts is None:
                    pen.move(x, y)
                    pen.raw(strip.render(console))
                    row.draw(x, strip, known=False)
                    # Terminals differ in how wide they draw such characters: what follows is sent again over them.
                    overrun = True
                    continue
                width = strip.cell_length
                _send(pen, Place(x, y), [None] * width if overrun else shown.cells(row, x, width, system), parts)
                row.draw(x, strip)
        return pen.done()

    def _lines(self) -> Iterator[tuple[int, list[tuple[int, Strip]]]]:
        """List the lines that may have changed: the strips on each, with the cells they begin at."""
        if isinstance(self._update, LayoutUpdate):
            for y, strips in enumerate(self._update.strips, self._update.region.y):
                x, pieces = self._update.region.x, []
                for strip in strips:
                    pieces.append((x, strip))
                    x += strip.cell_length
                yield y, pieces
            return
        for y in sorted({y for y, _, _ in self._update.spans}):
            yield y, [(x, strip) for x, strip in self._update.chops[y].items() if strip is not None]

    def _stretches(self, old: Strip, new: Strip, system: ColorSystem) -> list[Stretch] | None:
        """List what differs in a strip from the known one in its place; None where its cells cannot be known."""
        earlier = iter(old)
        was, began = next(earlier, None), 0
        found, place, end = list[Stretch](), 0, 0
        for segment in new:
            length = len(segment.text)
            while was is not None and began < place:
                began += len(was.text)
                was = next(earlier, None)
            if began != place or not _same(was, segment):
                part = self._shown.part(segment, system)
                if part is None:
                    return None
                text, look = part
                first, after = 0, length
                if was is not None and began == place and len(was.text) == length:
                    first, after = _differing(was.text, self._shown.look(was.style, system), text, look)
                if first < after:
                    gap = place + first - end
                    if found and end >= place and gap <= _BRIDGE:
                        found[-1][1].append((text[first - gap : after], look))
                    else:
                        found.append((place + first, [(text[first:after], look)]))
                    end = place + after
            place += length
        return found


def _same(one: Segment | None, other: Segment) -> bool:
    return one is other or (one is not None and one.style is other.style and one.text == other.text)


def _write(pen: Pen, at: Place, stretches: Iterable[Stretch]) -> None:
    for first, parts in stretches:
        pen.move(at.x + first, at.y)
        for text, look in parts:
            pen.put(text, look)


def _differing(old: str, was: Look, text: str, look: Look) -> tuple[int, int]:
    """Return the first character of a text that looks different from the one in its place, and that after the last."""
    first, after = 0, len(text)
    if was == look:
        if old == text:
            return 0, 0
        while first < after and old[first] == text[first]:
            first += 1
        while old[after - 1] == text[after - 1]:
            after -= 1
    elif was.back == look.back and not (was.bits | look.bits) & SEEN_ON_BLANKS:
        while first < after and old[first] == text[first] == " ":
            first += 1
        while first < after and old[after - 1] == text[after - 1] == " ":
            after -= 1
    return first, after


def _send(pen: Pen, at: Place, known: Sequence[Cell | None], parts: Iterable[Part]) -> None:
    """Write of each part the cells from the first to the last that differ from those known."""
    begin = end = 0
    written = False
    for text, look in parts:
        was, cells = known[begin : begin + len(text)], [(char, look) for char in text]
        first, after = (0, 0) if was == cells else _changed(was, cells)
        if first < after:
            gap = known[end : begin + first]
            if written and len(gap) <= _BRIDGE:
                for between, its_look in _pieces(gap):
                    pen.put(between, its_look)
            else:
                pen.move(at.x + begin + first, at.y)
            pen.put(text[first:after], look)
            written, end = True, begin + after
        begin += len(text)


def _changed(known: Sequence[Cell | None], cells: Sequence[Cell]) -> tuple[int, int]:
    """Return the first cell that differs from the known one, and the one after the last."""
    first, after = 0, len(cells)
    while first < after and _alike(known[first], cells[first]):
        first += 1
    while first < after and _alike(known[after - 1], cells[after - 1]):
        after -= 1
    return first, after


def _alike(known: Cell | None, cell: Cell) -> bool:
    return known == cell or (known is not None and cell[0] == " " and _both_blank(known, cell))


def _both_blank(one: Cell, other: Cell) -> bool:
    """Whether two cells are blanks that look the same, whatever letters would look like there."""
    (char, look), (other_char, other_look) = one, other
    return (
        char == other_char == " "
        and look.back == other_look.back
        and not (look.bits | other_look.bits) & SEEN_ON_BLANKS
    )


def _pieces(cells: Iterable[Cell | None]) -> Iterator[tuple[str, Look]]:
    """Join cells of one look."""
    for look, alike in groupby(filter(None, cells), key=itemgetter(1)):
        yield "".join(char for char, _ in alike), look
