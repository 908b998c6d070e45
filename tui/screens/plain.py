"""A sheet to read; the keys that opened it close it too."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.widgets import Input

from tui.commands.closing import closing, opener
from tui.layouts import twins
from tui.screens.sheet import SheetScreen

_SEARCHING = ("slash", *twins("slash"), "ctrl+f")


class PlainSheet(SheetScreen):
    """Shows lines. Esc, q and the keys of the command that opened it close it; / searches where it can be searched."""

    AUTO_FOCUS = "#lines"
    SEARCHED = False
    OPENED_BY: ClassVar[str]
    """The command that opened it."""
    HINT = "↑↓ scrolls · {key} or Esc closes"
    """`{key}` stands for the key of that command."""

    @property
    def hint(self) -> str:
        """What its keys do, as the person has them."""
        return self.HINT.format(key=opener(self.OPENED_BY).shown)

    def on_key(self, event: events.Key) -> None:
        """Search, or close; while words are typed every letter is theirs."""
        if isinstance(self.focused, Input):
            return
        if self.SEARCHED and event.key in _SEARCHING:
            event.stop()
            event.prevent_default()
            self.query_one("#search").focus()
        elif event.key in closing(self.OPENED_BY):
            event.stop()
            event.prevent_default()
            self.dismiss(None)
