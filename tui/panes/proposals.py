"""What is proposed from an article, to move in; and what is known of the one that is highlighted."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message

from tui.panes.framed import Framed
from tui.render.spans import Line, Role, Sheet, put

Draw = Callable[[int], Sheet]
"""Lays something out for a width."""


class DrawnPane(Framed):
    """A listing that a function draws."""

    def __init__(self, name: str, draw: Draw, title: Callable[[], Line], *, keys: bool = True) -> None:
        super().__init__(id=name)
        self._draw_for, self._title = draw, title
        self.can_focus = keys

    def redraw(self, *, keep: str = "") -> None:
        """Draw anew, with the cursor on a label, else where it is."""
        if self.size.width > 0:
            self.present(self._draw_for(self.size.width), keep=keep)
            self.scrolled()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new size."""
        self.redraw()

    def scrolled(self) -> None:
        """Keep the borders true."""
        below = self.sheet.height - self.top - self.size.height
        more = f"{below} more line{'' if below == 1 else 's'}" if below > 0 else ""
        self.write_titles(self._title(), more)


class ChoosingPane(DrawnPane):
    """A listing whose cursor matters: it says where it went and what was opened."""

    class Moved(Message):
        """The cursor came onto something."""

    class Chosen(Message):
        """Enter was pressed, or something was clicked twice."""

    def moved(self) -> None:
        """Say that the cursor moved."""
        self.post_message(self.Moved())

    def opened(self) -> None:
        """Say that something was chosen."""
        if self.label:
            self.post_message(self.Chosen())


def titled(words: str, more: str = "") -> Line:
    """Make a title."""
    return (put(words, Role.STRONG), *((put(f" · {more}", Role.TEXT),) if more else ()))
