"""What the lines at the edges of the dashboard say."""

from __future__ import annotations

from functools import lru_cache

from textual.widget import Widget

from store.domain.board import Board
from tui.commands.command import Where
from tui.commands.footer import Situation, footer_hints, on_board
from tui.render.bars import Hint, KeyBar, key_bar, masthead, tab_row, too_small_words, work_bar
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


_BARS = 16
"""How many bars of keys are remembered at most."""


def _bar(now: Situation | None, width: int) -> KeyBar:
    """Draw the keys of a situation; None = a list is open."""
    return key_bar(_PICKING if now is None else footer_hints(now), width)


def _is_picker(over: Widget | None) -> bool:
    return over is not None and over.id == "picker"


class Edges:
    """Draws the masthead, the row of panes, the keys and the sentence where the screen is too small."""

    def __init__(self, screen: BoardScreen, trail: Trail, *, read_only: bool) -> None:
        self._screen = screen
        self._trail = trail
        self._read_only = read_only
        self._bar = lru_cache(_BARS)(_bar)
        """Draws the keys; it lasts no longer than these edges, since people choose keys of their own."""
        self._head: tuple[Board | None, int, Line] | None = None
        """The first line drawn last: of which board, how wide, and how."""

    def masthead(self, width: int) -> Line:
        """Draw the first line."""
        board = self._screen.board
        if self._head is None or self._head[0] is not board or self._head[1] != width:
            self._head = board, width, masthead(board, width)
        return self._head[2]

    def tabs(self, width: int) -> KeyBar:
        """Draw the row of panes."""
        return tab_row(self._trail.pane, width, self._trail.layout.hidden)

    def notice(self, _width: int) -> Line:
        """Say what the screen needs."""
        return ((too_small_words(*self._screen.size), Role.TEXT),)

    def keys(self, width: int) -> KeyBar:
        """Draw what can be done now, or how far long work is."""
        work = work_bar(self._screen.working, width)
        if work is not None:
            return work
        now = None if _is_picker(self._screen.over) else self.situation(self._screen.board)
        return self._bar(now, width)

    def situation(self, board: Board | None) -> Situation:
        """Return what decides which commands can be given now."""
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
