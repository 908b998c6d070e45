"""The palette: commands by name, and every commitment and round by label or words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.widgets import Input

from store.domain.board import Board
from tui.commands.command import Command
from tui.messages import Found
from tui.render.help import palette_sheet
from tui.render.spans import Block, Role, Sheet, paragraph
from tui.screens.seeking import SeekingScreen

Find = Callable[[str, Callable[[Found], object]], object]
"""Looks words up in the record and hands over what it found, unless other words are looked up before."""


class PaletteScreen(SeekingScreen):
    """Finds what to do and where to go."""

    HEADING = "Find a command, a commitment or a round"
    HINT = "⏎ goes · Esc closes"

    def __init__(self, board: Board, find: Find, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        """What can be done where it was opened."""
        self._board = board
        self._find = find
        self._found: Found | None = None
        """What the words find in the record; None until it is known."""
        self._going = False
        """Whether Enter was pressed before that."""

    @property
    def awaits(self) -> bool:
        """Whether Enter waits for what the words find."""
        return self._going

    def on_mount(self) -> None:
        """Look up what there is."""
        self._find(self.words, self._take)

    def _take(self, found: Found) -> None:
        """Show what was found, if it is still asked for."""
        if found.words != self.words or not self.is_attached:
            return
        self._found = found
        self.lay_out()
        if self._going:
            super().entered()

    def draw(self, width: int) -> Sheet:
        """List what the words find; evidence is offered only of what there is."""
        found = self._found or Found(self.words)
        sheet = palette_sheet(self.words, found.rows, self._board, width, known=found.known, commands=self._commands)
        if not sheet.stops:
            words = f"Nothing is called “{self.words.strip()}”." if self._found else "looking…"
            return Sheet([Block(paragraph(words, width, Role.MUTED))])
        return sheet

    @on(Input.Changed)
    def _looked_for(self, event: Input.Changed) -> None:
        self._found, self._going = None, False
        self._find(event.value, self._take)

    def entered(self) -> None:
        """Take what the cursor is on, once what the words find is known."""
        self._going = self._found is None
        if not self._going:
            super().entered()
