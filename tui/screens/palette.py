"""The palette: commands by name, and every commitment and round by label or words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from textual import events, on
from textual.widgets import Input

from store.domain.board import Board, Row
from tui.render.help import palette_sheet
from tui.render.spans import Block, Role, Sheet, paragraph
from tui.screens.sheet import SheetScreen


@runtime_checkable
class Knowing(Protocol):
    """An app that can say what there is evidence of."""

    def knows(self, label: str) -> bool:
        """Whether there is evidence of something."""


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
        """List what the words find; evidence is offered only of what there is."""
        sheet = palette_sheet(self.words, self._find(self.words), self._board.rounds, width)
        kind, _, label = sheet.stops[-1].label.partition(":") if sheet.stops else ("", "", "")
        if kind == "show" and not (isinstance(self.app, Knowing) and self.app.knows(label)):
            kept = [
                Block(tuple(sheet.line(y) for y in range(stop.top, stop.top + stop.height)), stop.label)
                for stop in sheet.stops[:-1]
            ]
            sheet = Sheet(kept)
        if not sheet.stops:
            return Sheet([Block(paragraph(f"Nothing is called “{self.words.strip()}”.", width, Role.MUTED))])
        return sheet

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
