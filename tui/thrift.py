"""What is sent to the terminal: only cells that look different from what it shows, in as few codes as that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from store.domain.typed import NamedTuple

_ON = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
_OFF = ("22", "22", "23", "24", "25", "25", "27", "28", "29")
"""The codes of bold, dim, italic, underline, blink, quick blink, reverse, hidden, struck out, as Rich counts them."""
_WEIGHTS = 0b11
"""Bold and dim, which one code ends together."""
_SEEN_ON_BLANKS = 0b1_0111_1000
"""Attributes that show where there is no letter."""
_BRIDGE = 4
"""How many unchanged cells are rather sent again than jumped over: a jump costs as much."""


_STYLES = 2048
"""How many styles are remembered at most."""


class Look(NamedTuple):
    """How a cell is drawn, as a terminal is told."""

    bits: int
    fore: str
    back: str


Cell = tuple[str, Look]


_PLAIN = Look(0, "", "")


class Row:
    """A line of the terminal: what each cell shows, and what was last drawn there."""

    def __init__(self) -> None:
        self.strips: dict[int, Strip] = {}
        """What was drawn, by the cell it begins at."""
        self.cells: list[Cell | None] = []
        """What each cell shows; None where that is not known."""

    def known(self, x: int, width: int) -> list[Cell | None]:
        """Return what a stretch of cells shows."""
        missing = x + width - len(self.cells)
        if missing > 0:
            self.cells.extend([None] * missing)
        return self.cells[x : x + width]

    def draw(self, x: int, strip: Strip, cells: Sequence[Cell | None]) -> None:
        """Note what is drawn at a cell now; what lay under it is not there any more."""
        end = x + len(cells)
        for first, old in list(self.strips.items()):
            if first < end and first + old.cell_length > x:
                del self.strips[first]
        self.strips[x] = strip
        self.cells[x:end] = cells


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
        if row is None or (not row.strips.keys() <= set(edges) and None in row.cells):
            row = self._rows[y] = Row()
        return row

    def look(self, style: Style | None, system: ColorSystem) -> Look:
        """Return the codes of a style."""
        if style is None:
            return _PLAIN
        known = self._looks.get(id(style))
        if known is not None and known[0] is style:
            return known[1]
        if len(self._looks) >= _STYLES:
            self._looks.clear()
        look = _look(style, system)
        self._looks[id(style)] = style, look
        return look


def _look(style: Style, system: ColorSystem) -> Look:
    fore, back = style.color, style.bgcolor
    return Look(
        style._attributes & style._set_attributes,
        ";".join(fore.downgrade(system).get_ansi_codes()) if fore else "",
        ";".join(back.downgrade(system).get_ansi_codes(foreground=False)) if back else "",
    )


class Pen:
    """Writes text at places, changing only what has to change of the look."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._look = _PLAIN

    def move(self, x: int, y: int) -> None:
        """Go to a cell."""
        self._out.append(f"\x1b[{y + 1};{x + 1}H")

    def raw(self, text: str) -> None:
        """Write what carries its own codes and ends with none."""
        self._take(_PLAIN)
        self._out.append(text)

    def put(self, text: str, look: Look) -> None:
        """Write a text in a look."""
        held = self._look
        if look != held:
            bare = not (look.bits | held.bits) & _SEEN_ON_BLANKS and not text.strip(" ")
            self._take(Look(held.bits, held.fore, look.back) if bare else look)
        self._out.append(text)

    def done(self) -> str:
        """Return all that was written, leaving no look behind; empty where nothing was."""
        self._take(_PLAIN)
        return "".join(self._out)

    def _take(self, look: Look) -> None:
        held = self._look
        if look == held:
            return
        self._look = look
        if look == _PLAIN:
            self._out.append("\x1b[0m")
            return
        codes = list(_changed(held.bits, look.bits))
        if look.fore != held.fore:
            codes.append(look.fore or "39")
        if look.back != held.back:
            codes.append(look.back or "49")
        self._out.append(f"\x1b[{';'.join(codes)}m")


def _changed(held: int, wanted: int) -> Iterator[str]:
    """List the codes that lead from some attributes to others."""
    gone, kept = held & ~wanted, held & wanted
    if gone & _WEIGHTS:
        gone, kept = gone | (held & _WEIGHTS), kept & ~_WEIGHTS
    yield from dict.fromkeys(code for bit, code in enumerate(_OFF) if gone >> bit & 1)
    yield from (code for bit, code in enumerate(_ON) if (wanted & ~kept) >> bit & 1)


class ThriftyUpdate(CompositorUpdate):
    """An update of the compositor that sends only cells that differ from what is shown."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, shown: Shown) -> None:
        self._update = update
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        pen, system = Pen(), console._color_system or ColorSystem.TRUECOLOR
        for y, pieces in self._lines():
            row, overrun = self._shown.row(y, [x for x, _ in pieces]), False
            for x, strip in pieces:
                if row.strips.get(x) is strip and not overrun:
                    continue
                cells = self._cells(strip, system)
                if cells is None:
                    pen.move(x, y)
                    pen.raw(strip.render(console))
                    row.known(x, strip.cell_length)
                    row.draw(x, strip, [None] * strip.cell_length)
                    # Terminals differ in how wide they draw such characters: what follows is sent again over them.
                    overrun = True
                    continue
                known = row.known(x, len(cells))
                if overrun or known != cells:
                    _send(pen, x, y, [None] * len(cells) if overrun else known, cells)
                row.draw(x, strip, cells)
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

    def _cells(self, strip: Strip, system: ColorSystem) -> list[Cell] | None:
        """Take a strip apart; None where its cells and characters are not the same number, or it holds links."""
        cells: list[Cell] = []
        for text, style, control in strip:
            if control or (style is not None and style.link) or not _one_cell_each(text):
                return None
            look = self._shown.look(style, system)
            if look.bits >> len(_ON):
                return None
            cells.extend([(char, look) for char in text])
        return cells


def _send(pen: Pen, x: int, y: int, known: list[Cell | None], cells: list[Cell]) -> None:
    """Write the cells that differ from those known."""
    for first, after in _runs(known, cells):
        pen.move(x + first, y)
        for text, look in _pieces(cells[first:after]):
            pen.put(text, look)


@lru_cache(4096)
def _one_cell_each(text: str) -> bool:
    return text.isascii() or all(char.isascii() or get_character_cell_size(char) == 1 for char in text)


def _both_blank(one: Cell, other: Cell) -> bool:
    """Whether two cells are blanks that look the same, whatever letters would look like there."""
    (char, look), (other_char, other_look) = one, other
    return (
        char == other_char == " "
        and look.back == other_look.back
        and not (look.bits | other_look.bits) & _SEEN_ON_BLANKS
    )


def _runs(known: list[Cell | None], cells: list[Cell]) -> Iterator[tuple[int, int]]:
    """List the stretches of cells that differ from the known ones."""
    first = last = -1
    for index, (old, new) in enumerate(zip(known, cells, strict=True)):
        if old == new or (old is not None and new[0] == " " and _both_blank(old, new)):
            continue
        if first >= 0 and index - last > _BRIDGE:
            yield first, last + 1
            first = index
        elif first < 0:
            first = index
        last = index
    if first >= 0:
        yield first, last + 1


def _pieces(cells: list[Cell]) -> Iterator[tuple[str, Look]]:
    """Join cells of one look."""
    start = 0
    for index in range(1, len(cells) + 1):
        if index == len(cells) or cells[index][1] != cells[start][1]:
            yield "".join(char for char, _ in cells[start:index]), cells[start][1]
            start = index
