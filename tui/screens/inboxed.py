"""What the screens of the inbox have in common: their edges, where each command goes, the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.widget import Widget

from store.domain.typed import TYPE_CHECKING
from tui.commands import Where, inbox_hints
from tui.messages import CommandGiven, Told
from tui.panes.desk import Desk, Places
from tui.panes.edges import Clickable
from tui.panes.strips import OneLine
from tui.render.bars import KeyBar, key_bar, too_small_words
from tui.render.frame import too_small
from tui.render.spans import Line, Role, fit, put
from tui.screens.base import BoardScreen
from tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from tui.inbox.clerk import Clerk

_OF_THE_APP = ("quit", "quit_now", "theme")
"""What the app does whatever screen is in front; all else that is not done here would be done to the board below."""


class InboxPage(BoardScreen, inherit_bindings=False):
    """A full screen of the inbox. Esc goes back one step, `i` to the board."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.INBOX,)
    CSS = """
    .role--marked { color: $talks-strong; background: $talks-cursor; text-style: bold underline; }
    .role--traced { color: $talks-quote; text-style: underline; }
    """

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk = clerk
        self.verbs: dict[str, Callable[[], object]] = {
            "help": lambda: self.app.push_screen(HelpScreen(None, inbox=True)),
            "inbox": clerk.leave,
            "back": self.back,
            "undo": clerk.changes.undo,
            "redo": clerk.changes.redo,
        }
        self._header = OneLine(self.headline, id="header")
        self._footer = Clickable(self._keys, id="footer")

    def compose(self) -> ComposeResult:
        """Make the parts; `boxes` places them."""
        notice = OneLine(lambda _: ((too_small_words(*self.size), Role.TEXT),), id="notice")
        yield Desk(self._footer, self._header, *self.parts(), notice, place=self._places)

    def parts(self) -> Iterable[Widget]:
        """Make what lies between the edges."""
        raise NotImplementedError

    def boxes(self, size: Size) -> Places:
        """Place everything for a size."""
        raise NotImplementedError

    def headline(self, width: int) -> Line:
        """Draw the first line."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Fetch anew what is shown."""
        raise NotImplementedError

    def _places(self, size: Size) -> Places:
        boxes = dict(self.boxes(size))
        if self.over is not None and "footer" in boxes:
            boxes["prompt"] = boxes.pop("footer")
        return boxes

    def place_anew(self) -> None:
        """Lay everything out again, and draw the edges."""
        self._header.refresh(layout=True)
        self.draw_edges()

    def draw_edges(self) -> None:
        """Draw the edges anew where they say something else."""
        self._header.redraw()
        self._footer.redraw()

    def _keys(self, width: int) -> KeyBar:
        words = self.clerk.reads.words
        if words:
            return KeyBar(fit((put(f" {words}", Role.ACCENT), put(" · Esc cancels", Role.MUTED)), width), ())
        return key_bar(inbox_hints(self.PLACES, read_only=self.clerk.read_only), width)

    def action_do(self, command: str) -> None:
        """Carry out a command, or hand it to the app."""
        if too_small(*self.size) and command not in ("inbox", "back", "quit", "help"):
            return
        verb = self.verbs.get(command)
        if verb is not None:
            verb()
        elif command in _OF_THE_APP:
            self.app.post_message(CommandGiven(command))

    @on(CommandGiven)
    def _given(self, event: CommandGiven) -> None:
        event.stop()
        self.action_do(event.command)

    def back(self) -> None:
        """Cancel what is being read, else go back one step."""
        if self.clerk.reads.words:
            self.clerk.reads.cancel()
            self.draw_edges()
        else:
            self.step_back()

    def step_back(self) -> None:
        """Go back one step."""
        self.dismiss(None)

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Say something."""
        self.app.post_message(Told(words, warning=warning))
