"""What the parts of the dashboard know of it."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import Reactive, reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from store.domain.board import Board
from tui.panes.strips import LOOKS
from tui.render.frame import Pane
from tui.screens.painting import AtOnce, FrontFirst


class BoardScreen(Screen[None]):
    """A screen bound to the board on which things can be asked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget that has the keys. It and the one before draw themselves; Textual would draw the whole screen anew."""
    board: reactive[Board | None] = reactive[Board | None](None, repaint=False)
    behind: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the evidence is about something else than what is highlighted."""

    def __init__(self) -> None:
        super().__init__()
        self.over: Widget | None = None
        """The list or the line that is open over the board."""
        self._compositor = FrontFirst()
        self._painting = AtOnce(self, self._on_timer_update)

    @property
    def _update_timer(self) -> Timer:
        """Return what paints the screen."""
        return self._painting

    def _compositor_refresh(self) -> None:
        """Paint, unless the first frame shows it all; what would have been painted is painted after that."""
        if not getattr(self.app, "covered", False):
            super()._compositor_refresh()

    def ask(self, prompt: Widget) -> None:
        """Open a line to type in."""
        raise NotImplementedError

    def overlay(self, picker: Widget) -> None:
        """Open a list over the board."""
        raise NotImplementedError

    def close_overlay(self) -> None:
        """Close what is open over the board, and return to the pane."""
        raise NotImplementedError

    def go(self, pane: Pane) -> None:
        """Move to a pane."""
        raise NotImplementedError
