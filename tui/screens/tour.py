"""The tour, in a box in that corner which covers least of the pane it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import ModalScreen

from tui.layouts import twins
from tui.panes.listing import Listing
from tui.panes.strips import LOOKS
from tui.render.frame import Pane, too_small
from tui.render.spans import Block, Sheet
from tui.render.tour import tour_lines, tour_steps

_WIDTH, _FRAME, _PADDING = 46, 2, 2
_ON = ("enter", "right", "space", "l", *twins("l"))
_BACK = ("left", "h", *twins("h"), "backspace")
_END = ("escape", "q", *twins("q"))

PointAt = Callable[[Pane], Region]
"""Moves to a pane, and returns where it lies on the screen."""


class TourScreen(ModalScreen[None], inherit_bindings=False):
    """Leads through the panes. Enter goes on, Esc ends."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    CSS = """
    TourScreen { background: $background 0%; }
    #tour { position: absolute; background: $talks-raised; border: round $talks-accent; padding: 0 1;
        border-subtitle-color: $talks-muted; }
    """

    def __init__(self, point_at: PointAt) -> None:
        super().__init__()
        self._point_at = point_at
        self._steps = tour_steps()
        self.number = 0
        """Which step is shown."""
        self._box = Listing(id="tour")

    def compose(self) -> ComposeResult:
        """Make the box."""
        yield self._box

    def on_mount(self) -> None:
        """Begin."""
        self._show()

    def on_resize(self, _event: events.Resize) -> None:
        """Place the box for the new size; where there is no room for it, end."""
        if too_small(*self.app.size):
            self.dismiss(None)
        else:
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_attached:
            return
        target = self._point_at(self._steps[self.number].pane)
        across, down = self.app.size
        width = min(_WIDTH, across - _FRAME)
        lines = tour_lines(self._steps, self.number, width - _FRAME - _PADDING)
        height = min(len(lines) + _FRAME, down - 1)
        box = _corner(target, width, height, across, down)
        styles = self._box.styles
        styles.width, styles.height, styles.offset = width, height, (box.x, box.y)
        self._box.present(Sheet([Block(lines)]), fresh=True)
        self._box.border_subtitle = f"{self.number + 1} of {len(self._steps)}"

    def on_key(self, event: events.Key) -> None:
        """Go on, back or away; no key reaches the board."""
        event.stop()
        event.prevent_default()
        if event.key in _END:
            self.dismiss(None)
        elif event.key in _ON:
            self._go(1)
        elif event.key in _BACK:
            self._go(-1)

    def on_click(self, event: events.Click) -> None:
        """Go on."""
        event.stop()
        self._go(1)

    def _go(self, by: int) -> None:
        if self.number + by >= len(self._steps):
            self.dismiss(None)
            return
        self.number = max(0, self.number + by)
        self._show()


def _corner(target: Region, width: int, height: int, across: int, down: int) -> Region:
    """Choose the corner, between the first and the last line, that covers least of what is spoken of."""
    right, below = max(0, across - width - 1), max(1, down - height - 1)
    corners = [Region(x, y, width, height) for y in (below, 1) for x in (right, 1)]
    return min(corners, key=lambda corner: corner.intersection(target).area)
