"""Help: every key, those of the focused pane first, searchable."""

from __future__ import annotations

from textual import events, on
from textual.widgets import Input

from tui.commands.chosen import chosen
from tui.commands.command import Where
from tui.layouts import twins
from tui.render.frame import Pane
from tui.render.help import help_sheet
from tui.render.spans import Sheet
from tui.screens.sheet import SheetScreen


def _opening() -> tuple[str, ...]:
    """Return the keys that the person chose for help, which also close it."""
    keys = chosen("help")
    return keys.names if keys is not None else ()


class HelpScreen(SheetScreen):
    """Lists the keys."""

    AUTO_FOCUS = "#lines"
    HEADING = "Keys"
    HINT = "/ searches · q or Esc closes"

    def __init__(self, pane: Pane | None, *, inbox: bool = False, view: Where | None = None) -> None:
        super().__init__()
        self._pane, self._inbox, self._view = pane, inbox, view

    def draw(self, width: int) -> Sheet:
        """List the keys that the words are found in."""
        return help_sheet(self._pane, self.words, width, inbox=self._inbox, view=self._view)

    def on_key(self, event: events.Key) -> None:
        """Search with /, close with q or ?; while words are typed every letter is theirs."""
        if isinstance(self.focused, Input):
            return
        if event.key in ("slash", *twins("slash"), "ctrl+f"):
            event.stop()
            event.prevent_default()
            self.query_one("#search").focus()
        elif event.key in ("q", *twins("q"), "question_mark", *twins("question_mark"), "f1", *_opening()):
            event.stop()
            self.dismiss(None)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.listing.focus()
