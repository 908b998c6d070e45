"""What the lines at the edges of the dashboard say."""

from __future__ import annotations

from store.domain.board import Board
from tui.commands import Situation, Where, footer_hints, on_board
from tui.render.bars import Hint, KeyBar, key_bar, masthead, tab_row, too_small_words
from tui.render.frame import Pane
from tui.render.spans import Line, Role
from tui.screens.base import BoardScreen
from tui.screens.trail import Trail

_PICKING = (
    Hint("letter", "chooses", "", 1),
    Hint("↑↓ ⏎", "move and choose", "", 2),
    Hint("Esc", "back", "", 0),
    Hint("Ctrl+Q", "quit", "quit_now", 0),
)


class Edges:
    """Draws the masthead, the row of panes, the keys and the sentence where the screen is too small."""

    def __init__(self, screen: BoardScreen, trail: Trail, *, read_only: bool) -> None:
        self._screen = screen
        self._trail = trail
        self._read_only = read_only

    def masthead(self, width: int) -> Line:
        """Draw the first line."""
        return masthead(self._screen.board, width)

    def tabs(self, width: int) -> KeyBar:
        """Draw the row of panes."""
        return tab_row(self._trail.pane, width)

    def notice(self, _width: int) -> Line:
        """Say what the screen needs."""
        return ((too_small_words(*self._screen.size), Role.TEXT),)

    def keys(self, width: int) -> KeyBar:
        """Draw what can be done now."""
        if self._screen.query("#picker"):
            return key_bar(_PICKING, width)
        return key_bar(footer_hints(self._situation(self._screen.board)), width)

    def _situation(self, board: Board | None) -> Situation:
        trail = self._trail
        now = Situation(
            place=Where.OWED if trail.pane is Pane.OWED else Where.LIST,
            read_only=self._read_only,
            zoomed=trail.zoomed,
            in_evidence=trail.pane is Pane.EVIDENCE,
        )
        if board is None:
            return now
        return on_board(now, board)
