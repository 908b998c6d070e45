"""Pane 5: what changed between two days."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.changes import Change
from store.domain.redating import Moved
from tui.panes.pane import BoardPane
from tui.render.frame import Pane


class ChangesPane(BoardPane):
    """What the last step of days changed."""

    PANE = Pane.CHANGES

    def __init__(self) -> None:
        super().__init__()
        self._corrected: tuple[Change, ...] = ()

    def part(self, board: Board) -> object:
        """Return the changes and the days they lie between."""
        return board.changes, board.compared, board.changes_since, board.moment.day

    def fresh(self, board: Board) -> bool:
        """Whether another correction of a source's day stands first, so that the pane begins at it."""
        before, self._corrected = self._corrected, tuple(c for c in board.changes if c.aspect in tuple(Moved))
        return bool(self._corrected) and before != self._corrected
