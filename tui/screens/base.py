"""What the parts of the dashboard know of it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.reactive import Reactive, reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from store.domain.board import Board
from tui.handlers import Foreseen
from tui.panes.desk import Desk
from tui.panes.strips import LOOKS
from tui.render.frame import Pane, too_small
from tui.screens.painting import AtOnce, FrontFirst

_SOON = 0.01
"""Seconds until it is looked again whether what was open is gone."""


class BoardScreen(Foreseen, Screen[None]):
    """A screen bound to the board on which things can be asked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget that has the keys. It and the one before draw themselves; Textual would draw the whole screen anew."""
    board: reactive[Board | None] = reactive[Board | None](None, repaint=False)
    behind: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the evidence is about something else than what is highlighted."""

    working: reactive[str] = reactive("", repaint=False)
    """How far the long work under way is, which the last line says in place of the keys; empty where there is none."""

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

    def draw_edges(self) -> None:
        """Draw the edges anew where they say something else."""
        raise NotImplementedError

    def watch_working(self) -> None:
        """Say how far it is."""
        if self.is_attached:
            self.draw_edges()

    def lay_over(self, widget: Widget) -> None:
        """Put in what is open over the board now, once what was open before under the same name is gone."""
        if self.over is not widget or not self.is_attached:
            return
        desk = self.query_one(Desk)
        if any(child.id == widget.id for child in desk.children):
            # it goes only while this screen rests
            self.set_timer(_SOON, partial(self.lay_over, widget))
            return
        # as the first child: a further one at the end would move all others in the order of painting
        desk.mount(widget, before=0)
        if widget.can_focus:
            widget.focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Leave the keys with what is open over the board, wherever was clicked: below, letters are commands."""
        over = self.over
        if over is None or not over.is_attached or over in event.widget.ancestors_with_self:
            return
        takers = (widget for widget in over.walk_children(Widget, with_self=True) if widget.can_focus)
        taker = next(takers, None)
        if taker is not None:
            self.set_focus(taker, scroll_visible=False)

    @property
    def awaits(self) -> bool:
        """Whether what was asked for opens, or shows something, only once it is fetched: keys wait for that."""
        return False

    def ask(self, prompt: Widget) -> None:
        """Open a line to type in, in place of the keys."""
        self.overlay(prompt)

    def overlay(self, widget: Widget) -> None:
        """Open a list or a line over the board; what was open before closes."""
        self.close_overlay()
        self.over = widget
        self.lay_over(widget)
        self.place_anew()

    def close_overlay(self) -> None:
        """Close what is open over the board, and return to what had the keys before."""
        opened, self.over = self.over, None
        if opened is not None:
            opened.remove()
            self.home.focus(scroll_visible=False)
            self.place_anew()

    def on_resize(self, _event: events.Resize) -> None:
        """Take back what cannot be seen any more: nothing is changed blindly."""
        if too_small(*self.size):
            self.close_overlay()

    @property
    def home(self) -> Widget:
        """What has the keys where nothing is open over the board."""
        raise NotImplementedError

    def place_anew(self) -> None:
        """Lay everything out again: something came or went."""
        raise NotImplementedError

    def go(self, pane: Pane) -> None:
        """Move to a pane."""
        raise NotImplementedError
