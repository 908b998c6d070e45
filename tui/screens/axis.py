"""What is looked at on the timeline: the size and place of the axis, the lanes, the words, and what is highlighted."""

from __future__ import annotations

from collections.abc import Callable

from store.domain.timeline import EMPTY_TIMELINE, Happening, Lane, Span, Timeline
from tui.render.scale import Scale, Zoom, first_scale
from tui.render.steering import across, beside, brought_in, edge, in_sight, newest_by, picked
from tui.render.timeline import Chart, chart_of, hay_of, margin_for, wanted

_BEYOND = 4
"""How many screenfuls of days are kept at most where not everything was fetched."""
_AT_THE_END = 0.8
"""Where the day of the board comes to lie, as a share of the width, when it is brought into sight."""


class Axis:
    """The state of the timeline's screen. Its moves change only itself; whoever draws it asks it what there is."""

    def __init__(self) -> None:
        self.timeline: Timeline = EMPTY_TIMELINE
        self.words = ""
        self.hidden: set[Lane] = set()
        self.at = ""
        """The key of what is highlighted."""
        self.scale: Scale | None = None
        """None until it was drawn once."""
        self._size = (0, 0)
        self._asked: tuple[Timeline | None, str, frozenset[Lane]] = (None, "", frozenset())
        self._hays: dict[str, str] = {}
        self._wanted: tuple[Happening, ...] = ()
        """What was chosen for what was asked last: looking for words in everything takes longer than a key may."""
        self._laid: tuple[tuple[Happening, ...], Scale | None, tuple[int, int]] = ((), None, (0, 0))
        self._chart = chart_of((), Scale(Zoom.DAY, 0, 3), [], 0, 0)

    @property
    def lanes(self) -> list[Lane]:
        """The lanes that are shown."""
        return [lane for lane in Lane if lane not in self.hidden]

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """What is shown of what was fetched, in the order of time."""
        asked = self.timeline, self.words, frozenset(self.hidden)
        if self._asked[0] is not asked[0] or self._asked[1:] != asked[1:]:
            if self.words and not self._hays:
                self._hays = {one.key: hay_of(one, self.timeline) for one in self.timeline.happenings}
            self._asked, self._wanted = asked, wanted(self.timeline, self.words, self.lanes, self._hays)
        return self._wanted

    @property
    def happening(self) -> Happening | None:
        """What is highlighted."""
        return next((one for one in self.happenings if one.key == self.at), None)

    def take(self, timeline: Timeline) -> None:
        """Show another timeline; of another day, with that day in sight."""
        moved = self.timeline is not EMPTY_TIMELINE and timeline.day != self.timeline.day
        self.timeline = timeline
        self._hays = {}
        if moved and self.scale is not None and not 0 <= self.scale.slot(timeline.day) < self.scale.slots:
            self.scale = self.scale.showing(timeline.day, _AT_THE_END)

    def settle(self) -> None:
        """Highlight what is newest where what was highlighted is not shown any more."""
        if self.happening is None:
            newest = newest_by(self.happenings, self.timeline.day)
            self.at = newest.key if newest is not None else ""

    def chart(self, width: int, height: int) -> Chart:
        """Lay out what is in sight on a pane of a size; the first time, as much as there is."""
        columns = max(3, width - margin_for(width))
        if self.scale is None:
            shown = self.timeline.happenings
            firsts = [day for one in shown if (day := one.window.earliest or one.last) is not None]
            lasts = [day for one in shown if (day := one.last or one.window.earliest) is not None]
            self.scale = first_scale(columns, min(firsts, default=None), max(lasts, default=None), self.timeline.day)
        self.scale = self.scale._replace(columns=columns).moved(0)
        self._size = width, height
        asked = self.happenings, self.scale, (width, height)
        if self._laid[0] is not asked[0] or self._laid[1:] != asked[1:]:
            self._laid = asked
            self._chart = chart_of(self.happenings, self.scale, self.lanes, height, width)
        return self._chart

    @property
    def missing(self) -> Span | None:
        """The days that should be fetched for what is in sight, with a screenful to each side; None where all are."""
        if self.scale is None:
            return None
        first, last = self.scale.first, self.scale.last
        span, cut = self.timeline.span, bool(self.timeline.cut)
        beyond = span is None or (span[1] - span[0]).days > _BEYOND * ((last - first).days + 1)
        if self.timeline.covers((first, last)) and not (cut and beyond):
            return None
        return self.scale.moved(-self.scale.slots).first, self.scale.moved(self.scale.slots).last

    def move(self, command: str) -> bool:
        """Move to another happening, or scroll; False where a command does neither."""
        step = _MOVES.get(command)
        if step is not None:
            step(self)
        return step is not None

    def onto(self, choose: Callable[[Happening], Happening]) -> None:
        """Highlight something else, and bring it into sight."""
        happening = self.happening
        if happening is not None:
            chosen = choose(happening)
            self.at = chosen.key
            if self.scale is not None:
                self.scale = brought_in(self.scale, chosen)

    def scroll(self, by: int) -> None:
        """Scroll by a screenful; what is highlighted stays in sight."""
        if self.scale is not None:
            self.scale = self.scale.moved(by * max(1, self.scale.slots - 1))
            found = in_sight(self.chart(*self._size), self.happening, from_right=by < 0)
            self.at = found.key if found is not None else self.at

    def zoom(self, by: int) -> str:
        """Come closer (-1) or go farther (1), around what is highlighted; a sentence where that cannot be."""
        if self.scale is None:
            return ""
        sizes = list(Zoom)
        place = sizes.index(self.scale.zoom) + by
        if not 0 <= place < len(sizes):
            return f"There is nothing {'closer than days' if by < 0 else 'farther than months'}."
        window = self.happening.window if self.happening else None
        day = (window.earliest or window.latest if window else None) or self.timeline.day
        self.scale = self.scale.zoomed(sizes[place], day)
        return ""

    def toggle(self, lane: Lane) -> str:
        """Hide or show a lane; a sentence where it is the last one."""
        hidden = self.hidden ^ {lane}
        if len(hidden) == len(Lane):
            return "The last lane stays."
        self.hidden = hidden
        return ""

    def pick(self, x: int, y: int) -> None:
        """Highlight what lies at a place of the sheet; again, the next that lies there."""
        group = picked(self.chart(*self._size), x, y)
        if group is not None:
            keys = [one.key for one in group.happenings]
            self.at = keys[(keys.index(self.at) + 1) % len(keys)] if self.at in keys else keys[0]


_MOVES: dict[str, Callable[[Axis], None]] = {
    "next_happening": lambda axis: axis.onto(lambda at: beside(axis.happenings, at, 1)),
    "previous_happening": lambda axis: axis.onto(lambda at: beside(axis.happenings, at, -1)),
    "down": lambda axis: axis.onto(lambda at: across(axis.happenings, axis.lanes, at, 1)),
    "up": lambda axis: axis.onto(lambda at: across(axis.happenings, axis.lanes, at, -1)),
    "first": lambda axis: axis.onto(lambda at: edge(axis.happenings, at, last=False)),
    "last": lambda axis: axis.onto(lambda at: edge(axis.happenings, at, last=True)),
    "screen_right": lambda axis: axis.scroll(1),
    "screen_left": lambda axis: axis.scroll(-1),
    "page_down": lambda axis: axis.scroll(1),
    "page_up": lambda axis: axis.scroll(-1),
}
