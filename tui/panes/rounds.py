"""Pane 1: the rounds, then the other meetings."""

from __future__ import annotations

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.frame import Pane


class RoundsPane(BoardPane):
    """Where the talks stand, round by round."""

    PANE = Pane.ROUNDS

    def part(self, board: Board) -> object:
        """Return the rounds, and the tracks that they are shown under."""
        return board.rounds, board.tracks
