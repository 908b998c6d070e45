"""Pane 4: the evidence of whatever is highlighted."""

from __future__ import annotations

from textual.reactive import reactive

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.frame import Pane


class EvidencePane(BoardPane):
    """Who says so, where and in which words."""

    PANE = Pane.EVIDENCE
    behind: reactive[bool] = reactive(default=False, repaint=False)
    """Whether something else is highlighted by now."""

    def __init__(self) -> None:
        super().__init__()
        self._subject = ""

    def part(self, board: Board) -> object:
        """Return the evidence; where there is none, also the filter that finds nothing."""
        return board.evidence, "" if board.evidence.subject or board.page.rows else board.page.filter

    def fresh(self, board: Board) -> bool:
        """Whether this is the evidence of another thing, which begins at its top."""
        before, self._subject = self._subject, board.evidence.subject
        return before != self._subject

    def watch_behind(self, behind: bool) -> None:
        """Draw the name of what it is about faintly while something else is highlighted."""
        self.faint = behind
        if self.board is not None and self.is_attached:
            self.write_head(self.board)

    def moved(self) -> None:
        """Stay: a cursor inside the evidence does not change what it is about."""
