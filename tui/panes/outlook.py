"""Pane 3: the next round, what holds it back, who said what about when."""

from __future__ import annotations

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.frame import Pane


class OutlookPane(BoardPane):
    """When the next round is, according to whom."""

    PANE = Pane.NEXT

    def part(self, board: Board) -> object:
        """Return the outlook, and the reading that its blockers depend on."""
        return board.outlook, board.reading
