"""Help: every key, those of the focused pane first, searchable."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from tui.commands.command import Where
from tui.render.frame import Pane
from tui.render.help import help_sheet
from tui.render.spans import Sheet
from tui.screens.plain import PlainSheet


class HelpScreen(PlainSheet):
    """Lists the keys."""

    SEARCHED = True
    OPENED_BY = "help"
    HEADING = "Keys"
    HINT = "/ searches · q or Esc closes"

    def __init__(self, pane: Pane | None, *, inbox: bool = False, view: Where | None = None) -> None:
        super().__init__()
        self._pane, self._inbox, self._view = pane, inbox, view

    def draw(self, width: int) -> Sheet:
        """List the keys that the words are found in."""
        return help_sheet(self._pane, self.words, width, inbox=self._inbox, view=self._view)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.listing.focus()
