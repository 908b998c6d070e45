"""What the screens of the inbox have in common: their keys, where each command goes, the way back."""

from __future__ import annotations

from typing import ClassVar

from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Where
from tui.commands.inbox import inbox_hints
from tui.messages import CommandGiven
from tui.panes.article import MARKS
from tui.render.bars import KeyBar, key_bar
from tui.render.spans import Role, fit, put
from tui.screens.full import FullScreen
from tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from tui.inbox.clerk import Clerk

_OF_THE_APP = ("quit", "quit_now", "theme", "about", "cheat_sheet")
"""What the app does whatever screen is in front; all else that is not done here would be done to the board below."""


class InboxPage(FullScreen, inherit_bindings=False):
    """A full screen of the inbox. Esc goes back one step, `i` to the board."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.INBOX,)
    ALWAYS = ("inbox", "back", "quit", "help")
    CSS = MARKS

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk = clerk
        self.verbs |= {
            "help": lambda: self.app.push_screen(HelpScreen(None, inbox=True)),
            "inbox": clerk.leave,
            "back": self.back,
            "undo": clerk.changes.undo,
            "redo": clerk.changes.redo,
        }

    def look_again(self) -> None:
        """Fetch anew what is shown."""
        raise NotImplementedError

    def keys(self, width: int) -> KeyBar:
        """Draw what can be done now, or how far the reading of an article is."""
        words = self.clerk.reads.words
        if words:
            return KeyBar(fit((put(f" {words}", Role.ACCENT), put(" · Esc cancels", Role.MUTED)), width), ())
        return key_bar(inbox_hints(self.PLACES, read_only=self.clerk.read_only), width)

    def otherwise(self, command: str) -> None:
        """Hand to the app what it does whatever screen is in front."""
        if command in _OF_THE_APP:
            self.app.post_message(CommandGiven(command))

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
