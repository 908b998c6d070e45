"""The palette: commands by name, and every commitment and round by label or words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on
from textual.widgets import Input

from store.domain.board import Board, Row
from tui.render.help import palette_sheet
from tui.render.spans import Sheet
from tui.screens.sheet import SheetScreen


class PaletteScreen(SheetScreen):
    """Finds what to do and where to go."""

    AUTO_FOCUS = "#search"
    HEADING = "Find a command, a commitment or a round"
    HINT = "⏎ goes · Esc closes"

    def __init__(self, board: Board, find: Callable[[str], Sequence[Row]]) -> None:
        super().__init__()
        self._board = board
        self._find = find
        """Looks commitments up in the record."""

    def draw(self, width: int) -> Sheet:
        """List what the words find."""
        return palette_sheet(self.words, self._find(self.words), self._board.rounds, width)

    def chosen(self, label: str) -> None:
        """Hand the choice back."""
        self.dismiss(label)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the words keep the keys."""
        steps = {"down": 1, "up": -1}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.listing.step(steps[event.key])

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        if self.listing.label:
            self.dismiss(self.listing.label)
