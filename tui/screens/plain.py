"""A sheet to read, without a line to search in; the key that opened it closes it too."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.widgets import Input

from tui.layouts import twins
from tui.screens.sheet import SheetScreen


class PlainSheet(SheetScreen):
    """Shows lines. Esc, q and its own key close it."""

    AUTO_FOCUS = "#lines"
    OWN_KEY: ClassVar[str] = ""
    """The key that opened it."""
    CSS = "PlainSheet { align: center middle; background: $background 55%; }"

    def on_mount(self) -> None:
        """Do without the line to search in."""
        self.query_one("#search", Input).display = False

    def on_key(self, event: events.Key) -> None:
        """Close with q, or with the key that opened it."""
        if event.key in ("q", *twins("q"), self.OWN_KEY, *twins(self.OWN_KEY)):
            event.stop()
            event.prevent_default()
            self.dismiss(None)
