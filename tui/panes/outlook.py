"""Pane 3: the next round, what holds it back, who said what about when."""

from __future__ import annotations

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.frame import Pane
from tui.render.outlook import outlook_sheet
from tui.render.spans import Sheet

_ROOM_FOR_READING = 26


class OutlookPane(BoardPane):
    """When the next round is, according to whom."""

    PANE = Pane.NEXT

    def part(self, board: Board) -> object:
        """Return the outlook, and the reading that its blockers depend on."""
        return board.outlook, board.reading

    def draw(self, board: Board, width: int, height: int) -> Sheet:
        """Lay the outlook out."""
        return outlook_sheet(board, width, height)

    def title_words(self, board: Board) -> str:
        """Say whose view of what is owed the blockers are reckoned by."""
        return board.reading.name if self.size.width >= _ROOM_FOR_READING else ""
