"""Pane 4: the evidence of whatever is highlighted."""

from __future__ import annotations

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.evidence import evidence_sheet
from tui.render.frame import Pane
from tui.render.spans import Sheet


class EvidencePane(BoardPane):
    """Who says so, where and in which words."""

    PANE = Pane.EVIDENCE

    def __init__(self) -> None:
        super().__init__()
        self._subject = ""

    def part(self, board: Board) -> object:
        """Return the evidence."""
        return board.evidence

    def draw(self, board: Board, width: int, height: int) -> Sheet:  # noqa: ARG002 - the height plays no part
        """Lay the evidence out; that of another thing begins at its top."""
        if self._subject != board.evidence.subject:
            self._subject = board.evidence.subject
            self.cursor = 0
            self.top = 0
        return evidence_sheet(board, width)

    def title_words(self, board: Board) -> str:
        """Name what it is about."""
        return board.evidence.subject

    def subtitle_words(self, board: Board) -> str:  # noqa: ARG002 - the sheet says it
        """Say how much lies below."""
        below = self.sheet.height - self.size.height
        return f"{below} more lines" if below > 0 else ""

    def moved(self) -> None:
        """Stay: a cursor inside the evidence does not change what it is about."""
