"""What is sent to the terminal: only cells that look different from what it shows, in as few codes as that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


class Look(NamedTuple):
    """How a cell is drawn, as a terminal is told."""

    bits: int
    fore: str
    back: str


Cell = tuple[str, Look]


class Sent(NamedTuple):
    """A strip that was sent to the terminal."""

    strip: Strip
    cells: list[Cell] | None
    """Its cells; None where they cannot be told one by one."""


_PLAIN = Look(0, "", "")


class Shown:
    """What the terminal shows, by the place of each strip on it."""

    def __init__(self) -> None:
        self._strips: dict[int, dict[int, Sent]] = {}
        """What was sent by the cell it begins at, by line."""
        self._looks: dict[Style, Look] = {}

    def forget(self) -> None:
        """Take nothing for granted: the terminal may show anything."""
        self._strips.clear()

    def at(self, x: int, y: int) -> Sent | None:
        """Return what is shown at a place; None where that is not known."""
        return self._strips.get(y, {}).get(x)

    def note(self, x: int, y: int, sent: Sent) -> None:
        """Note what is shown at a place now."""
        self._strips.setdefault(y, {})[x] = sent

    def lay_out(self, y: int, edges: Iterable[int]) -> None:
        """Forget a line where the strips on it are divided otherwise than before."""
        line = self._strips.get(y)
        if line is not None and not line.keys() <= set(edges):
            del self._strips[y]

    def look(self, style: Style | None, system: ColorSystem) -> Look:
        """Return the codes of a style."""
        if style is None:
            return _PLAIN
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = _look(style, system)
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
        overrun = -1
        for x, y, strip in self._strips():
            before = self._shown.at(x, y)
            if before is None or before.strip is not strip or y == overrun:
                cells = self._cells(strip, system)
                self._shown.note(x, y, Sent(strip, cells))
                if cells is None:
                    pen.move(x, y)
                    pen.raw(strip.render(console))
                    # Terminals differ in how wide they draw such characters: what follows is sent again over them.
                    overrun = y
                else:
                    _send(pen, x, y, before.cells if before and y != overrun else None, cells)
        return pen.done()

    def _strips(self) -> Iterator[tuple[int, int, Strip]]:
        """List the strips that may have changed, with their places."""
        if isinstance(self._update, LayoutUpdate):
            for y, strips in enumerate(self._update.strips, self._update.region.y):
                x, placed = self._update.region.x, []
                for strip in strips:
                    placed.append((x, y, strip))
                    x += strip.cell_length
                self._shown.lay_out(y, [x for x, _, _ in placed])
                yield from placed
            return
        for y in sorted({y for y, _, _ in self._update.spans}):
            line = self._update.chops[y]
            self._shown.lay_out(y, line)
            yield from ((x, y, strip) for x, strip in line.items() if strip is not None)

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


def _send(pen: Pen, x: int, y: int, known: list[Cell] | None, cells: list[Cell]) -> None:
    """Write the cells that differ from those known."""
    if known is None or len(known) != len(cells):
        known = []
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


def _runs(known: list[Cell], cells: list[Cell]) -> Iterator[tuple[int, int]]:
    """List the stretches of cells that differ from the known ones; all of them where none are known."""
    if not known:
        yield 0, len(cells)
        return
    first = last = -1
    for index, (old, new) in enumerate(zip(known, cells, strict=True)):
        if old == new or _both_blank(old, new):
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
