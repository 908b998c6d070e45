"""The windows of the highlighted thing: which words and which rule its days were made from."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from store.domain.board import Board
from tui.layouts import twins
from tui.render.spans import Sheet
from tui.render.windows import windows_sheet
from tui.screens.sheet import SheetScreen

_CLOSING = ("w", *twins("w"), "q", *twins("q"))


class WindowsScreen(SheetScreen):
    """Lists windows with phrase, rule, source and place."""

    AUTO_FOCUS = "#lines"
    HEADING = "When, in which words, by which rule"
    HINT = "● on the board · ⏎ evidence · w or Esc closes"

    def __init__(self, board: Board, only: str) -> None:
        super().__init__()
        self._board = board
        self._only = only
        """The statement whose window alone is shown; empty = all."""

    def on_mount(self) -> None:
        """Do without the line to search in: there is little to search."""
        self.query_one("#search", Input).display = False

    def draw(self, width: int) -> Sheet:
        """List the windows."""
        return windows_sheet(self._board, self._only, width)

    def chosen(self, label: str) -> None:
        """Hand back what shall be opened."""
        self.dismiss(label)

    def on_key(self, event: events.Key) -> None:
        """Close with the key that opened it."""
        if event.key in _CLOSING:
            event.stop()
            self.dismiss(None)
