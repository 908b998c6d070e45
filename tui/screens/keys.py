"""The cheat-sheet: every key at one glance."""

from __future__ import annotations

from tui.render.keys import keys_sheet
from tui.render.spans import Sheet
from tui.screens.plain import PlainSheet


class KeysScreen(PlainSheet):
    """Lists every key in columns, grouped by place."""

    HEADING = "Every key"
    OPENED_BY = "cheat_sheet"
    CSS = "KeysScreen #sheet { width: 100%; max-width: 150; height: 100%; max-height: 60; }"

    def draw(self, width: int) -> Sheet:
        """List the keys."""
        return keys_sheet(width)
