"""The lines at the edges of the screen: masthead, row of panes, keys, and the sentence where it is too small."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from tui.messages import CommandGiven
from tui.panes.strips import OneLine
from tui.render.bars import KeyBar
from tui.render.spans import Line


class Clickable(OneLine):
    """A line of words that can be clicked, each standing for a command."""

    def __init__(self, draw: Callable[[int], KeyBar], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(self._line, id=id)
        self._bar = draw

    def _line(self, width: int) -> Line:
        return self._bar(width).line

    def on_click(self, event: events.Click) -> None:
        """Give the command that was clicked."""
        event.stop()
        for first, after, command in self._bar(self.size.width).places:
            if first <= event.x < after:
                self.post_message(CommandGiven(command))
