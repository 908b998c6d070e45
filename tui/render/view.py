"""What the screens of views have in common: their first line, and the lines that some words leave."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.render.bars import moments, reading_words
from tui.render.spans import Block, Line, Role, Sheet, line_cells, paragraph, put, spread

if TYPE_CHECKING:
    from tui.render.faces import Drawable
    from tui.render.spans import Stop


def view_head(name: str, about: str, board: Board | None, width: int) -> Line:
    """Draw the first line of a view: its name, what it is about, and as on the board the reading and the day."""
    left: Line = ((f" {name}  ", Role.ACCENT), put(about, Role.STRONG))
    if board is None:
        return spread(left, (), width)
    rights = moments(board.moment, reading_words(board.reading))
    right = next((line for line in rights if line_cells(left) + line_cells(line) < width), rights[-1])
    return spread(left, right, width)


def narrowed(sheet: Sheet, words: str, width: int) -> Sheet:
    """Keep what has some words; without words everything."""
    return holding(sheet, words, width) if words.split() else sheet


def holding(sheet: Drawable, words: str, width: int) -> Sheet:
    """Keep the blocks with a cursor in which every word occurs, whatever the case, and what stands above each.

    What has no cursor of its own is a heading or a note: a heading stays with what is kept below it.
    """
    wanted = words.casefold().split()
    blocks: list[Block] = []
    heading: list[Line] = []
    end = 0
    for stop in sheet.stops:
        if stop.top > end:
            heading = [sheet.line(y) for y in range(end, stop.top)]
        end = stop.top + stop.height
        lines = tuple(sheet.line(y) for y in range(stop.top, end))
        if _occur(wanted, lines, stop):
            if heading:
                blocks.append(Block(tuple(heading)))
                heading = []
            blocks.append(Block(lines, stop.label))
    return Sheet(blocks or [Block(paragraph(f"Nothing here has “{words}”. Esc shows all.", width, Role.MUTED))])


def _occur(wanted: Sequence[str], lines: Sequence[Line], stop: Stop) -> bool:
    hay = " ".join([stop.label, *("".join(text for text, _ in line) for line in lines)]).casefold()
    return all(word in hay for word in wanted)
