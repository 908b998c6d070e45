"""The windows of the highlighted thing: which words and which rule its days were made from."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widgets import Input

from store.domain.board import Board
from tui.layouts import twins
from tui.messages import Highlighted, Told
from tui.render.frame import Pane, too_small
from tui.render.spans import Sheet
from tui.render.windows import windows_sheet
from tui.screens.base import BoardScreen
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


class Dating:
    """Opens the windows of what is highlighted, once its evidence is there."""

    def __init__(self, screen: BoardScreen, show: Callable[[str], None]) -> None:
        self._screen = screen
        self._show = show
        """Shows the evidence of what is chosen."""
        self._awaited = ""
        """The thing whose evidence has to arrive first."""

    def start(self, pane: Pane, label: str) -> None:
        """Show the windows of what the cursor of a pane is on."""
        board = self._screen.board
        if board is None or too_small(*self._screen.size):
            return
        if not label:
            self._screen.post_message(Told("Nothing is highlighted, so there is no window to show."))
        elif pane is Pane.EVIDENCE or board.evidence.subject == label:
            self._open(board, label if pane is Pane.EVIDENCE else "")
        else:
            self._awaited = label
            self._screen.post_message(Highlighted(label, at_once=True))

    def board_changed(self, board: Board) -> None:
        """Open what was waited for, if this is it."""
        label, self._awaited = self._awaited, ""
        if label and board.evidence.subject == label:
            self._open(board, "")

    def _open(self, board: Board, only: str) -> None:
        self._screen.app.push_screen(WindowsScreen(board, only), self._chosen)

    def _chosen(self, label: str | None) -> None:
        if label:
            self._show(label)
