"""Help on the thing under the cursor."""

from __future__ import annotations

from collections.abc import Callable

from tui.render.spans import Sheet
from tui.screens.plain import PlainSheet


class AboutScreen(PlainSheet):
    """Explains what is highlighted."""

    HEADING = "What this is, and what its signs mean"
    OPENED_BY = "about"

    def __init__(self, explain: Callable[[int], Sheet]) -> None:
        super().__init__()
        self._explain = explain

    def draw(self, width: int) -> Sheet:
        """Explain it."""
        return self._explain(width)
