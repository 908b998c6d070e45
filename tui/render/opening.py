"""The opening: the dashboard as it first appears, row by row, from the frame and the faces that its panes have."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.commands.command import Where
from tui.commands.footer import Situation, footer_hints, on_board
from tui.render.bars import key_bar, masthead, tab_row, too_small_words
from tui.render.faces import FACES, View, title_line
from tui.render.frame import Box, Pane, frame
from tui.render.rim import lower_rim, upper_rim
from tui.render.spans import Line, Role, fit, line_cells, put
from tui.wording import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.render.faces import Drawable

FIRST_PANE = Pane.OWED
"""The pane that has the keys when the dashboard opens."""


class Ink(NamedTuple):
    """How a stretch of cells is drawn: tokens of the palette, and weight."""

    colour: str
    ground: str = "ground"
    bold: bool = False


Stretch = tuple[str, Ink]


def opening(board: Board, width: int, height: int, *, read_only: bool) -> list[list[Stretch]]:
    """Draw every row of the screen, each as wide as it is."""
    around = frame(width, height, FIRST_PANE)
    now = on_board(Situation(Where.OWED, read_only=read_only), board)
    rows: list[dict[int, Iterable[Stretch]]] = [{} for _ in range(height)]
    edges = (
        (around.header, masthead(board, width), "raised"),
        (around.tabs, tab_row(FIRST_PANE, width).line, "ground"),
        (around.footer, key_bar(footer_hints(now), width).line, "ground"),
        (around.notice, ((too_small_words(width, height), Role.TEXT),), "ground"),
    )
    for box, line, ground in edges:
        if box is not None:
            rows[box.y][box.x] = _inked(line, box.width, ground)
    for pane, box in around.panes.items():
        for y, stretches in enumerate(_pane(pane, board, box)):
            rows[box.y + y][box.x] = stretches
    return [[stretch for x in sorted(row) for stretch in row[x]] or [(" " * width, Ink("text"))] for row in rows]


def pane_opening(pane: Pane, board: Board, width: int, height: int) -> tuple[Box, list[list[Stretch]]] | None:
    """Draw one pane of that screen, and say where it lies; None where it is not shown."""
    box = frame(width, height, FIRST_PANE).panes.get(pane)
    return None if box is None else (box, [list(row) for row in _pane(pane, board, box)])


def screenful(width: int, height: int) -> int:
    """Count the obligations that a screen of a size can show when the dashboard opens, at least one."""
    box = frame(width, height, FIRST_PANE).panes.get(FIRST_PANE)
    return max(1, box.height - 2) if box is not None else 1


def _pane(pane: Pane, board: Board, box: Box) -> Iterable[Iterable[Stretch]]:
    """Draw a pane with its border; the lines stand one cell from it."""
    focused, face = pane is FIRST_PANE, FACES[pane]
    width, height = box.width - 4, box.height - 2
    sheet = face.sheet(board, width, height)
    edge, title = Ink("accent" if focused else "border"), Ink("strong" if focused else "muted")
    yield _rim(upper_rim(title_line(pane, face.title(board, width)), box.width), edge, title)
    for y in range(height):
        line = sheet.line(y) if y < sheet.height else ()
        yield ("│ ", edge), *_row(sheet, line, y, width, focused=focused), (" │", edge)
    below = face.lower(board, View(sheet, 0, height))
    yield _rim(lower_rim((put(below),) if below else (), box.width), edge, Ink("muted"))


def _rim(line: Line, edge: Ink, plain: Ink) -> list[Stretch]:
    inks = {Role.RULE: edge, Role.STRONG: plain._replace(bold=True)}
    return [(text, inks.get(role, plain)) for text, role in line]


def _row(sheet: Drawable, line: Line, y: int, width: int, *, focused: bool) -> list[Stretch]:
    stop = sheet.stops[0] if focused and sheet.stops else None
    selected = stop is not None and stop.top <= y < stop.top + stop.height
    return _inked(line, width, "cursor" if selected else "ground", bold=selected)


def _inked(line: Line, width: int, ground: str, *, bold: bool = False) -> list[Stretch]:
    """Give each span its ink, and the line its width."""
    shown = fit(line, width)
    found = [(safe(text), Ink(role.value, ground, bold or role is Role.STRONG)) for text, role in shown]
    return [*found, (" " * max(0, width - line_cells(shown)), Ink("text", ground, bold))]
