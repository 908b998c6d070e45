"""The desk: everything on the dashboard, placed by the frame for the size of the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.handlers import Foreseen
from tui.render.frame import Box, Frame

Places = Mapping[str, Box]
"""Boxes by the id of the widget that takes them."""


def places_of(frame: Frame) -> dict[str, Box]:
    """Name the boxes of a frame by the widgets that fill them."""
    edges = {"header": frame.header, "footer": frame.footer, "tabs": frame.tabs, "notice": frame.notice}
    return {
        **{pane.value: box for pane, box in frame.panes.items()},
        **{name: box for name, box in edges.items() if box is not None},
    }


class FrameLayout(Layout):
    """Places widgets by their id; those without a place are not shown but stay where they can be focused."""

    name = "frame"

    def __init__(self, place: Callable[[Size], Places]) -> None:
        self._place = place

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002 - Textual asks for it
        """Place the children that have a place."""
        parent.pre_layout(self)
        places = self._place(size)
        return [
            WidgetPlacement(Region(box.x, box.y, box.width, box.height), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if (box := places.get(child.id or "")) is not None
        ]


Drag = Callable[[int, int], object]
"""Moves something by cells from where it was taken hold of."""


class Desk(Foreseen, Widget):
    """Holds the panes and the edges."""

    def __init__(self, *children: Widget, place: Callable[[Size], Places]) -> None:
        super().__init__(*children, id="desk")
        self._frame_layout = FrameLayout(place)

    @property
    def layout(self) -> Layout:
        """Place by the frame, whatever the style sheet says."""
        return self._frame_layout


class DragDesk(Desk):
    """A desk on which things can be moved with the mouse."""

    def __init__(
        self, *children: Widget, place: Callable[[Size], Places], grip: Callable[[int, int], Drag | None]
    ) -> None:
        super().__init__(*children, place=place)
        self._grip = grip
        self._held: tuple[int, int, Drag] | None = None
        """Where something was taken hold of, and what moves it."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of what lies under the mouse."""
        x, y = event.screen_offset
        drag = self._grip(x, y)
        if drag is not None:
            event.stop()
            self._held = x, y, drag
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move what is held."""
        if self._held is not None:
            x, y, drag = self._held
            drag(event.screen_offset.x - x, event.screen_offset.y - y)

    def on_mouse_up(self) -> None:
        """Let go of it."""
        if self._held is not None:
            self._held = None
            self.release_mouse()
