"""What is sent to the terminal: only cells that look different from what it shows, in as few codes as that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from store.domain.typed import NamedTuple
from tui.pen import ON, PLAIN, SEEN_ON_BLANKS, Look, Pen, look_of

_BRIDGE = 4
"""How many unchanged cells are rather sent again than jumped over: a jump costs as much."""


_STYLES = 2048
"""How many styles are remembered at most."""
_STRETCHES = 4096
"""How many stretches of text in one look are remembered at most."""


Cell = tuple[str, Look]
Part = tuple[str, Look, list[Cell]]
"""A text in one look, and its cells."""


class Place(NamedTuple):
    """A cell of the screen."""

    x: int
    y: int


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

    def drawn(self, x: int, width: int) -> Strip | None:
        """Return the strip of a width that begins at a cell; None where there is none, or its cells are not known."""
        strip = self.strips.get(x)
        known = strip is not None and strip.cell_length == width and self.cells[x] is not None
        return strip if known else None

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
        self._stretches: dict[tuple[str, int], tuple[Look, list[Cell]]] = {}
        """The cells of a text in a look, by the identity of the look: most of what is drawn was drawn before."""

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
            return PLAIN
        known = self._looks.get(id(style))
        if known is not None and known[0] is style:
            return known[1]
        if len(self._looks) >= _STYLES:
            self._looks.clear()
        look = look_of(style, system)
        self._looks[id(style)] = style, look
        return look

    def stretch(self, text: str, look: Look) -> list[Cell]:
        """Return the cells of a text in a look."""
        known = self._stretches.get((text, id(look)))
        if known is not None and known[0] is look:
            return known[1]
        if len(self._stretches) >= _STRETCHES:
            self._stretches.clear()
        cells = [(char, look) for char in text]
        self._stretches[text, id(look)] = look, cells
        return cells


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
                old = None if overrun else row.drawn(x, strip.cell_length)
                if old is not None and self._mend(pen, row, Place(x, y), (old, strip), system):
                    continue
                parts = self._parts(strip, system)
                if parts is None:
                    pen.move(x, y)
                    pen.raw(strip.render(console))
                    row.known(x, strip.cell_length)
                    row.draw(x, strip, [None] * strip.cell_length)
                    # Terminals differ in how wide they draw such characters: what follows is sent again over them.
                    overrun = True
                    continue
                cells = [cell for _, _, cells in parts for cell in cells]
                known = row.known(x, len(cells))
                _send(pen, Place(x, y), [None] * len(cells) if overrun else known, parts)
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

    def _mend(self, pen: Pen, row: Row, at: Place, strips: tuple[Strip, Strip], system: ColorSystem) -> bool:
        """Send what differs between a strip that is shown and the one in its place; False where that is not known."""
        found: list[tuple[int, list[Part]]] = []
        for first, segments in _stretches(*strips):
            parts = self._parts(segments, system)
            if parts is None:
                return False
            found.append((at.x + first, parts))
        for x, parts in found:
            end = x + sum(len(cells) for _, _, cells in parts)
            _send(pen, Place(x, at.y), row.cells[x:end], parts)
            for _, _, cells in parts:
                row.cells[x : x + len(cells)] = cells
                x += len(cells)
        row.strips[at.x] = strips[1]
        return True

    def _parts(self, strip: Iterable[Segment], system: ColorSystem) -> list[Part] | None:
        """Take a strip apart; None where its cells and characters are not the same number, or it holds links."""
        parts: list[Part] = []
        for text, style, control in strip:
            if control or (style is not None and style.link) or not _one_cell_each(text):
                return None
            look = self._shown.look(style, system)
            if look.bits >> len(ON):
                return None
            parts.append((text, look, self._shown.stretch(text, look)))
        return parts


def _stretches(old: Strip, new: Strip) -> Iterator[tuple[int, list[Segment]]]:
    """List the stretches of a strip that are not made of the same pieces as another, with the cells they begin at.

    What was drawn in the way that `Row.drawn` asks for has as many characters as cells, so that the places of its
    pieces are known; so are those of the new pieces up to the first that has not.
    """
    before, place = dict[int, Segment](), 0
    for segment in old:
        before[place] = segment
        place += len(segment.text)
    place = end = 0
    first, held = 0, list[Segment]()
    between: list[Segment] = []
    for segment in new:
        was = before.get(place)
        same = was is not None and (was is segment or (was.style is segment.style and was.text == segment.text))
        if same:
            between.append(segment)
        else:
            if held and place - end <= _BRIDGE:
                held.extend(between)
            elif held:
                yield first, held
                held = []
            if not held:
                first = place
            held.append(segment)
            end, between = place + len(segment.text), []
        place += len(segment.text)
    if held:
        yield first, held


def _send(pen: Pen, at: Place, known: Sequence[Cell | None], parts: Iterable[Part]) -> None:
    """Write of each part the cells from the first to the last that differ from those known."""
    begin = end = 0
    written = False
    for text, look, cells in parts:
        was = known[begin : begin + len(cells)]
        first, after = (0, 0) if was == cells else _differing(was, cells)
        if first < after:
            gap = known[end : begin + first]
            if written and len(gap) <= _BRIDGE:
                for between, its_look in _pieces(gap):
                    pen.put(between, its_look)
            else:
                pen.move(at.x + begin + first, at.y)
            pen.put(text[first:after], look)
            written, end = True, begin + after
        begin += len(cells)


def _differing(known: Sequence[Cell | None], cells: Sequence[Cell]) -> tuple[int, int]:
    """Return the first cell that differs from the known one, and the one after the last."""
    first, after = 0, len(cells)
    while first < after and _alike(known[first], cells[first]):
        first += 1
    while first < after and _alike(known[after - 1], cells[after - 1]):
        after -= 1
    return first, after


def _alike(known: Cell | None, cell: Cell) -> bool:
    return known == cell or (known is not None and cell[0] == " " and _both_blank(known, cell))


@lru_cache(4096)
def _one_cell_each(text: str) -> bool:
    return text.isascii() or all(char.isascii() or get_character_cell_size(char) == 1 for char in text)


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
