"""The opening: the dashboard as it first appears, row by row, from the frame and the faces that its panes have."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.commands.command import Where
from tui.commands.footer import Situation, footer_hints, on_board
from tui.render.bars import key_bar, masthead, tab_row, too_small_words
from tui.render.faces import FACES, View, title_line
from tui.render.frame import AUTOMATIC, Box, Layout, Pane, frame
from tui.render.obligations import ObligationSheet
from tui.render.outset import BY_ITSELF
from tui.render.rim import lower_rim, upper_rim
from tui.render.spans import Line, Role, fit, line_cells, put
from tui.wording import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.render.faces import Drawable
    from tui.render.outset import Outset
    from tui.render.spans import Stop


class Ink(NamedTuple):
    """How a stretch of cells is drawn: tokens of the palette, and weight."""

    colour: str
    ground: str = "ground"
    bold: bool = False


Stretch = tuple[str, Ink]


def opening(
    board: Board, width: int, height: int, *, read_only: bool, outset: Outset = BY_ITSELF
) -> list[list[Stretch]]:
    """Draw every row of the screen, each as wide as it is."""
    around = frame(width, height, outset.pane, layout=outset.layout)
    place = Where.OWED if outset.pane is Pane.OWED else Where.LIST
    now = on_board(Situation(place, read_only=read_only, in_evidence=outset.pane is Pane.EVIDENCE), board)
    rows: list[dict[int, Iterable[Stretch]]] = [{} for _ in range(height)]
    edges = (
        (around.header, masthead(board, width), "raised"),
        (around.tabs, tab_row(outset.pane, width, outset.layout.hidden).line, "ground"),
        (around.footer, key_bar(footer_hints(now), width).line, "ground"),
        (around.notice, ((too_small_words(width, height), Role.TEXT),), "ground"),
    )
    for box, line, ground in edges:
        if box is not None:
            rows[box.y][box.x] = _inked(line, box.width, ground)
    for pane, box in around.panes.items():
        for y, stretches in enumerate(_pane(pane, board, box, outset)):
            rows[box.y + y][box.x] = stretches
    return [[stretch for x in sorted(row) for stretch in row[x]] or [(" " * width, Ink("text"))] for row in rows]


def pane_opening(
    pane: Pane, board: Board, width: int, height: int, outset: Outset = BY_ITSELF
) -> tuple[Box, list[list[Stretch]]] | None:
    """Draw one pane of that screen, and say where it lies; None where it is not shown."""
    box = frame(width, height, outset.pane, layout=outset.layout).panes.get(pane)
    return None if box is None else (box, [list(row) for row in _pane(pane, board, box, outset)])


def screenful(width: int, height: int, layout: Layout = AUTOMATIC) -> int:
    """Count the obligations that a screen of a size can show beside the other panes, at least one."""
    box = frame(width, height, Pane.OWED, layout=layout).panes.get(Pane.OWED)
    return max(1, box.height - 2) if box is not None else 1


def _pane(pane: Pane, board: Board, box: Box, outset: Outset) -> Iterable[Iterable[Stretch]]:
    """Draw a pane with its border; the lines stand one cell from it."""
    focused, face = pane is outset.pane, FACES[pane]
    width, height = box.width - 4, box.height - 2
    sheet = face.sheet(board, width, height)
    stop, top = _highlighted(sheet, outset.cursors.get(pane, ""), height)
    if top and isinstance(sheet, ObligationSheet):
        sheet.widen(top, height)
    edge, title = Ink("accent" if focused else "border"), Ink("strong" if focused else "muted")
    yield _rim(upper_rim(title_line(pane, face.title(board, width)), box.width), edge, title)
    for y in range(height):
        line = sheet.line(top + y) if top + y < sheet.height else ()
        selected = focused and stop is not None and stop.top <= top + y < stop.top + stop.height
        yield ("│ ", edge), *_inked(line, width, "cursor" if selected else "ground", bold=selected), (" │", edge)
    below = face.lower(board, View(sheet, top, height))
    yield _rim(lower_rim((put(below),) if below else (), box.width), edge, Ink("muted"))


def _rim(line: Line, edge: Ink, plain: Ink) -> list[Stretch]:
    inks = {Role.RULE: edge, Role.STRONG: plain._replace(bold=True)}
    return [(text, inks.get(role, plain)) for text, role in line]


def _highlighted(sheet: Drawable, label: str, height: int) -> tuple[Stop | None, int]:
    """Find the stop that is highlighted, and the first line in sight: no lower than it takes to show that stop."""
    found = next((stop for stop in sheet.stops if stop.label == label), None)
    if found is None or found is sheet.stops[0]:
        return sheet.stops[0] if sheet.stops else None, 0
    return found, max(0, min(found.top + min(found.height, height), sheet.height) - height)


def _inked(line: Line, width: int, ground: str, *, bold: bool = False) -> list[Stretch]:
    """Give each span its ink, and the line its width."""
    shown = fit(line, width)
    found = [(safe(text), Ink(role.value, ground, bold or role is Role.STRONG)) for text, role in shown]
    return [*found, (" " * max(0, width - line_cells(shown)), Ink("text", ground, bold))]
