"""Pane 1: the rounds, then the other meetings."""

from __future__ import annotations

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.frame import Pane
from tui.render.rounds import rounds_sheet
from tui.render.spans import Sheet


class RoundsPane(BoardPane):
    """Where the talks stand, round by round."""

    PANE = Pane.ROUNDS

    def part(self, board: Board) -> object:
        """Return the rounds."""
        return board.rounds

    def draw(self, board: Board, width: int, height: int) -> Sheet:  # noqa: ARG002 - the height plays no part
        """Lay the rounds out."""
        return rounds_sheet(board.rounds, width)
