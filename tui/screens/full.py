"""What takes the whole screen in place of the dashboard: a line above, keys below, and what lies between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.widget import Widget

from tui.messages import CommandGiven, Told
from tui.panes.desk import Desk, Places
from tui.panes.edges import Clickable
from tui.panes.strips import OneLine
from tui.render.bars import KeyBar, too_small_words, work_bar
from tui.render.frame import Box, too_small
from tui.render.spans import Line, Role
from tui.screens.base import BoardScreen


class FullScreen(BoardScreen, inherit_bindings=False):
    """A screen with a line above and keys below. A line to type in takes the place of the keys while it is open."""

    ALWAYS: ClassVar[tuple[str, ...]] = ("back", "quit", "help")
    """What can be done even where the screen is too small to show anything."""

    def __init__(self) -> None:
        super().__init__()
        self.verbs: dict[str, Callable[[], object]] = {}
        """What each command does here."""
        self._header = OneLine(self.headline, id="header")
        self._footer = Clickable(self._keys_or_work, id="footer")

    def compose(self) -> ComposeResult:
        """Make the parts; `boxes` places them."""
        notice = OneLine(lambda _: ((too_small_words(*self.size), Role.TEXT),), id="notice")
        yield Desk(self._footer, self._header, *self.parts(), notice, place=self._places)

    def parts(self) -> Iterable[Widget]:
        """Make what lies between the edges."""
        raise NotImplementedError

    def between(self, body: Box) -> Places:
        """Place the parts in the room between the edges."""
        raise NotImplementedError

    def headline(self, width: int) -> Line:
        """Draw the first line."""
        raise NotImplementedError

    def keys(self, width: int) -> KeyBar:
        """Draw what can be done now."""
        raise NotImplementedError

    def _keys_or_work(self, width: int) -> KeyBar:
        return work_bar(self.working.replace("Esc cancels", "Esc on the board cancels"), width) or self.keys(width)

    def otherwise(self, command: str) -> None:
        """Carry out a command that is none of this screen's."""

    def boxes(self, size: Size) -> Places:
        """Place everything for a size."""
        width, height = size
        if too_small(width, height):
            return {"notice": Box(0, 0, width, height)}
        return {
            "header": Box(0, 0, width, 1),
            "footer": Box(0, height - 1, width, 1),
            **self.between(Box(0, 1, width, height - 2)),
        }

    def _places(self, size: Size) -> Places:
        boxes = dict(self.boxes(size))
        if self.over is not None and "footer" in boxes:
            boxes["prompt"] = boxes.pop("footer")
        return boxes

    def place_anew(self) -> None:
        """Lay everything out again, and draw the edges."""
        # only the refresh of a child makes its parent place its children anew
        self._header.refresh(layout=True)
        self.draw_edges()

    def draw_edges(self) -> None:
        """Draw the edges anew where they say something else."""
        self._header.redraw()
        self._footer.redraw()

    def action_do(self, command: str) -> None:
        """Carry out a command."""
        if too_small(*self.size) and command not in self.ALWAYS:
            return
        verb = self.verbs.get(command)
        if verb is not None:
            verb()
        else:
            self.otherwise(command)

    @on(CommandGiven)
    def _given(self, event: CommandGiven) -> None:
        event.stop()
        self.action_do(event.command)

    @property
    def home(self) -> Widget:
        """What has the keys at first."""
        return self.query_one(self.AUTO_FOCUS or "*")

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Say something."""
        self.app.post_message(Told(words, warning=warning))
