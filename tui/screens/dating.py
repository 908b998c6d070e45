"""When the windows of what is highlighted are shown: once its evidence is there."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.messages import Highlighted, Told
from tui.render.frame import Pane, too_small
from tui.screens.base import BoardScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.domain.board import Board


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

    @property
    def awaits(self) -> bool:
        """Whether the windows are shown once the evidence is there."""
        return bool(self._awaited)

    def forget(self) -> None:
        """Wait for it no longer."""
        self._awaited = ""

    def board_changed(self, board: Board) -> None:
        """Open what was waited for, if this is it."""
        label, self._awaited = self._awaited, ""
        if label and board.evidence.subject == label:
            self._open(board, "")

    def _open(self, board: Board, only: str) -> None:
        from tui.screens.windows import WindowsScreen

        self._screen.app.push_screen(WindowsScreen(board, only), self._chosen)

    def _chosen(self, label: str | None) -> None:
        if label:
            self._show(label)
