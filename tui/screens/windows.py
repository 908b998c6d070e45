"""The windows of the highlighted thing: which words and which rule its days were made from."""

from __future__ import annotations

from store.domain.board import Board
from tui.render.spans import Sheet
from tui.render.windows import windows_sheet
from tui.screens.plain import PlainSheet


class WindowsScreen(PlainSheet):
    """Lists windows with phrase, rule, source and place."""

    HEADING = "When, in which words, by which rule"
    HINT = "● on the board · ⏎ evidence · {key} or Esc closes"
    OPENED_BY = "windows"

    def __init__(self, board: Board, only: str) -> None:
        super().__init__()
        self._board = board
        self._only = only
        """The statement whose window alone is shown; empty = all."""

    def draw(self, width: int) -> Sheet:
        """List the windows."""
        return windows_sheet(self._board, self._only, width)

    def chosen(self, label: str) -> None:
        """Hand back what shall be opened."""
        self.dismiss(label)
