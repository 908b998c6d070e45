"""The borders between panes: which of them lies at a cell, and what moving one makes of the layout."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from store.domain.typed import NamedTuple
from tui.render.frame import Border, Box, Columns, Frame, Layout, Pane, columns_at, frame

_LEFTS, _MIDDLES = (Pane.ROUNDS, Pane.NEXT), (Pane.OWED, Pane.CHANGES)
_UPWARD = (Border.RIGHT, Border.CHANGES)
"""Borders that make something larger when they move to the left or up."""


class Stretch(NamedTuple):
    """Where a border lies: the first cell behind it, and the cells along it from the first to before the last."""

    upright: bool
    at: int
    first: int
    end: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell is on the border: both panes draw one, so that it is two cells wide."""
        across, along = (x, y) if self.upright else (y, x)
        return self.at - 1 <= across <= self.at and self.first <= along < self.end


class Scene(NamedTuple):
    """A screen with its layout, and the pane that has the keys."""

    width: int
    height: int
    focused: Pane
    layout: Layout

    @property
    def frame(self) -> Frame:
        """Where everything lies."""
        return frame(self.width, self.height, self.focused, layout=self.layout)


def borders(placed: Mapping[Pane, Box]) -> dict[Border, Stretch]:
    """Return the borders that can be moved."""
    found: dict[Border, Stretch] = {}
    for border, upper, lower in (
        (Border.ROUNDS, Pane.ROUNDS, Pane.NEXT),
        (Border.OWED, Pane.OWED, Pane.EVIDENCE),
    ):
        if upper in placed and lower in placed and placed[upper].x == placed[lower].x:
            box = placed[lower]
            found[border] = Stretch(upright=False, at=box.y, first=box.x, end=box.x + box.width)
    strip = placed.get(Pane.CHANGES)
    if strip is not None and any(box.y + box.height == strip.y for box in placed.values()):
        found[Border.CHANGES] = Stretch(upright=False, at=strip.y, first=strip.x, end=strip.x + strip.width)
    lefts, edges = [placed[pane] for pane in _LEFTS if pane in placed], {box.x for box in placed.values()}
    if lefts and lefts[0].width in edges:
        bottom = max(box.y + box.height for box in lefts)
        found[Border.LEFT] = Stretch(upright=True, at=lefts[0].width, first=lefts[0].y, end=bottom)
    right = placed.get(Pane.EVIDENCE)
    middles = [placed[pane] for pane in _MIDDLES if pane in placed]
    if right is not None and any(box.x + box.width == right.x for box in middles):
        found[Border.RIGHT] = Stretch(upright=True, at=right.x, first=right.y, end=right.y + right.height)
    return found


def border_at(scene: Scene, x: int, y: int) -> Border | None:
    """Return the border at a cell; where two meet, the upright one."""
    found = borders(scene.frame.panes)
    held = [border for border, stretch in found.items() if stretch.holds(x, y)]
    return next((border for border in held if found[border].upright), held[0] if held else None)


def dragged(scene: Scene, border: Border, dx: int, dy: int) -> Layout:
    """Return the layout with a border moved by some cells, as far as there is room for it."""
    cells = dx if border in (Border.LEFT, Border.RIGHT) else dy
    return moved(scene, border, -cells if border in _UPWARD else cells)


def moved(scene: Scene, border: Border, by: int) -> Layout:
    """Return the layout with what a border is named by larger or smaller by some cells, as far as there is room."""
    layout = scene.layout
    wanted = _with(layout, border, layout.shifts.get(border, 0) + by)
    by_itself = scene._replace(layout=_with(layout, border, 0))
    # only as far as it went: the way back shall not begin with steps that nothing comes of
    return _with(layout, border, _extent(border, scene._replace(layout=wanted)) - _extent(border, by_itself))


def _with(layout: Layout, border: Border, shift: int) -> Layout:
    shifts = {**layout.shifts, border: shift}
    return layout._replace(shifts={name: cells for name, cells in shifts.items() if cells})


def _extent(border: Border, scene: Scene) -> int:
    """Return how large what a border is named by is."""
    placed = scene.frame.panes
    match border:
        case Border.LEFT:
            return next((placed[pane].width for pane in _LEFTS if pane in placed), 0)
        case Border.RIGHT:
            return placed[Pane.EVIDENCE].width if Pane.EVIDENCE in placed else 0
    pane = Pane(border.value)
    return placed[pane].height if pane in placed else 0


_HIGHER: Mapping[Pane, tuple[tuple[Border, int], ...]] = {
    Pane.ROUNDS: ((Border.ROUNDS, 1), (Border.CHANGES, -1), (Border.LEFT, 1)),
    Pane.NEXT: ((Border.ROUNDS, -1), (Border.CHANGES, -1), (Border.LEFT, 1)),
    Pane.OWED: ((Border.OWED, 1), (Border.CHANGES, -1), (Border.LEFT, -1), (Border.RIGHT, -1)),
    Pane.EVIDENCE: ((Border.OWED, -1), (Border.RIGHT, 1), (Border.CHANGES, -1), (Border.LEFT, -1)),
    Pane.CHANGES: ((Border.CHANGES, 1), (Border.LEFT, -1), (Border.RIGHT, -1)),
}
"""Which border makes a pane larger, and in which direction: the first that there is."""
_WIDER: Mapping[Pane, tuple[tuple[Border, int], ...]] = {
    Pane.ROUNDS: ((Border.LEFT, 1),),
    Pane.NEXT: ((Border.LEFT, 1),),
    Pane.OWED: ((Border.LEFT, -1), (Border.RIGHT, -1)),
    Pane.EVIDENCE: ((Border.RIGHT, 1), (Border.LEFT, -1)),
    Pane.CHANGES: ((Border.LEFT, -1), (Border.RIGHT, -1)),
}


def resized(scene: Scene, by: int, *, wide: bool) -> Layout | None:
    """Return the layout with the focused pane larger or smaller: its height, or its width.

    None where there is nothing that could be moved.
    """
    found = borders(scene.frame.panes)
    if Columns.ONE is columns_at(scene.width, scene.height, scene.layout.columns):
        return None
    for border, sign in (_WIDER if wide else _HIGHER)[scene.focused]:
        stretch = found.get(border)
        if stretch is not None and _beside(scene.frame.panes[scene.focused], stretch):
            return moved(scene, border, sign * by)
    return None


def _beside(box: Box, stretch: Stretch) -> bool:
    """Whether a border is one of a pane's own."""
    low, high = (box.x, box.x + box.width) if stretch.upright else (box.y, box.y + box.height)
    side, far = (box.y, box.y + box.height) if stretch.upright else (box.x, box.x + box.width)
    return stretch.at in (low, high) and side < stretch.end and far > stretch.first


def hiding(layout: Layout, pane: Pane, *, shown: bool) -> Layout:
    """Return the layout with a pane shown or hidden."""
    return layout._replace(hidden=layout.hidden - {pane} if shown else layout.hidden | {pane})


def left_after(layout: Layout, pane: Pane) -> list[Pane]:
    """List the panes that are shown when one is hidden, those behind it first."""
    panes = list(Pane)
    place = panes.index(pane)
    return [other for other in chain(panes[place + 1 :], reversed(panes[:place])) if other not in layout.hidden]
