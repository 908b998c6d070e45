"""Moving on the timeline: what comes next in a lane, what lies beside it in another, what is in sight. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.timeline import Happening, Lane
from tui.render.lanes import Group
from tui.render.scale import Scale
from tui.render.timeline import Chart

_EDGE = 0.15
"""How far from the edge, as a share of the width, lies what was out of sight and comes into it."""


def newest_by(happenings: Sequence[Happening], day: date) -> Happening | None:
    """Choose what is highlighted at first: what began last by a day, else what comes first."""
    begun = [one for one in happenings if (one.window.earliest or one.window.latest or date.max) <= day]
    return begun[-1] if begun else next(iter(happenings), None)


def beside(happenings: Sequence[Happening], at: Happening, by: int) -> Happening:
    """Return what comes next (1) or before (-1) in the same lane; the same where nothing does."""
    lane = [one for one in happenings if one.lane is at.lane]
    place = next((i for i, one in enumerate(lane) if one.key == at.key), None)
    if place is None:
        return at
    return lane[max(0, min(len(lane) - 1, place + by))]


def across(happenings: Sequence[Happening], lanes: Sequence[Lane], at: Happening, by: int) -> Happening:
    """Return what lies nearest in time in the next lane below (1) or above (-1) that holds anything."""
    order = list(lanes)
    if at.lane not in order:
        return at
    place = order.index(at.lane) + by
    while 0 <= place < len(order):
        lane = [one for one in happenings if one.lane is order[place]]
        if lane:
            return min(lane, key=lambda one: abs(_middle(one) - _middle(at)))
        place += by
    return at


def edge(happenings: Sequence[Happening], at: Happening, *, last: bool) -> Happening:
    """Return the first or the last of a lane."""
    lane = [one for one in happenings if one.lane is at.lane]
    return lane[-1 if last else 0] if lane else at


def _middle(happening: Happening) -> int:
    window = happening.window
    day = window.earliest or window.latest or date.max
    return day.toordinal()


def brought_in(scale: Scale, happening: Happening) -> Scale:
    """Return the scale, moved where nothing of a happening's certain days would be in sight."""
    window = happening.window
    first = window.earliest or window.latest
    last = window.latest or window.earliest
    if first is None or last is None:
        return scale
    if scale.slot(last) < 0:
        return scale.showing(last, _EDGE)
    if scale.slot(first) >= scale.slots:
        return scale.showing(first, 1 - _EDGE)
    return scale


def in_sight(chart: Chart, at: Happening | None, *, from_right: bool) -> Happening | None:
    """Choose what is highlighted after a scroll: the same while it is seen, else the outermost seen of its lane."""
    if at is not None and chart.group_of(at.key) is not None:
        return at
    seen = [group for group in chart.groups if at is None or group.lane is at.lane] or chart.groups
    if not seen:
        return at
    group = max(seen, key=lambda g: g.last) if from_right else min(seen, key=lambda g: g.first)
    return group.happenings[-1 if from_right else 0]


def picked(chart: Chart, x: int, y: int) -> Group | None:
    """Return what is drawn at a place of the sheet; of several the narrowest."""
    lane = chart.lane_at(y)
    slot = (x - chart.margin) // chart.scale.zoom.cells
    there = [g for g in chart.groups if g.lane is lane and g.first <= slot <= g.last]
    rows = [row for rows in chart.rows.values() for row in rows]
    drawn = [g for g in there if 0 <= y - 2 < len(rows) and g in rows[y - 2]]
    return min(drawn, key=lambda g: g.last - g.first, default=None)
