"""The desk: everything on the dashboard, placed by the frame for the size of the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

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


class Desk(Widget):
    """Holds the panes and the edges."""

    def __init__(self, *children: Widget, place: Callable[[Size], Places]) -> None:
        super().__init__(*children, id="desk")
        self._frame_layout = FrameLayout(place)

    @property
    def layout(self) -> Layout:
        """Place by the frame, whatever the style sheet says."""
        return self._frame_layout
