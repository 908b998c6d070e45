"""The timeline as lines: the axis, the lanes, and the same happenings as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from store.domain.timeline import Happening, Lane, Timeline
from store.domain.typed import NamedTuple
from tui.commands.chosen import key_words
from tui.render.happenings import LANE_NAMES, backward, full_lines, list_line, onward, plain_words, shared_words
from tui.render.lanes import Group, arranged, drawn, grouped
from tui.render.names import Actors
from tui.render.scale import Scale, Tick
from tui.render.spans import Block, Line, Role, Sheet, Span, Stop, fill, fit, paragraph, put
from tui.wording import day_words

MARGIN = 14
"""Columns left of the axis, in which the lanes are named."""
_NARROW, _NARROW_MARGIN = 60, 6
_NAMED = 5
"""How many of what has no day are named."""


class Chart(NamedTuple):
    """What is in sight, and where."""

    scale: Scale
    rows: Mapping[Lane, Sequence[Sequence[Group]]]
    margin: int

    @property
    def groups(self) -> list[Group]:
        """Every group in sight."""
        return [group for rows in self.rows.values() for row in rows for group in row]

    def group_of(self, key: str) -> Group | None:
        """Find the group that holds a happening."""
        return next((g for g in self.groups if any(one.key == key for one in g.happenings)), None)

    def lane_at(self, y: int) -> Lane | None:
        """Return the lane drawn on a line of the sheet."""
        lanes = [lane for lane, rows in self.rows.items() for _ in rows]
        return lanes[y - 2] if 2 <= y < len(lanes) + 2 else None


def margin_for(width: int) -> int:
    """Return how many columns name the lanes."""
    return MARGIN if width >= _NARROW else _NARROW_MARGIN


def hay_of(happening: Happening, timeline: Timeline) -> str:
    """Return what words are looked for in."""
    return plain_words(happening, timeline.actors).casefold()


def wanted(
    timeline: Timeline, words: str, lanes: Sequence[Lane], hays: Mapping[str, str] = MappingProxyType({})
) -> tuple[Happening, ...]:
    """Choose the happenings of some lanes in which every word occurs, whatever the case; `hays` are made already."""
    asked = words.casefold().split()
    mine = [happening for happening in timeline.happenings if happening.lane in lanes]
    if not asked:
        return tuple(mine)
    found = ((happening, hays.get(happening.key) or hay_of(happening, timeline)) for happening in mine)
    return tuple(happening for happening, hay in found if all(word in hay for word in asked))


def chart_of(happenings: Sequence[Happening], scale: Scale, lanes: Sequence[Lane], height: int, width: int) -> Chart:
    """Lay out what is in sight."""
    rows = arranged(grouped(happenings, scale), lanes, max(len(lanes), height - 2))
    return Chart(scale, rows, margin_for(width))


def chart_sheet(chart: Chart, timeline: Timeline, chosen: Group | None) -> Sheet:
    """Draw the axis and the lanes."""
    scale = chart.scale
    slot = scale.slot(timeline.day)
    width = scale.zoom.cells
    column = slot * width + width // 2 if 0 <= slot < scale.slots else None
    blank = (" " * chart.margin, Role.TEXT)
    lines: list[Line] = [
        (blank, *_marked(scale.coarse(), _as_of(timeline.day, scale, column), scale.columns)),
        (blank, *_axis(scale, column)),
    ]
    cut = timeline.cut
    for lane, rows in chart.rows.items():
        for number, row in enumerate(rows):
            name = _lane_name(lane, timeline, chart.margin, cut) if number == 0 else blank
            lines.append((name, *drawn(row, scale, chosen, column)))
    return Sheet([Block(tuple(lines))])


def _lane_name(lane: Lane, timeline: Timeline, margin: int, cut: Sequence[Lane]) -> Span:
    number = list(Lane).index(lane) + 1
    text = f"{number} {LANE_NAMES[lane]}" + ("+" if lane in cut else "")
    return fill(text[: margin - 1], margin - 1) + " ", Role.STRONG if timeline.counts.get(lane) else Role.MUTED


def _ticks(ticks: Sequence[Tick], columns: int) -> str:
    """Write marks on a line; one without room before the next is left out."""
    cells = [" "] * columns
    ends = [*(tick.column for tick in ticks[1:]), columns + 1]
    for tick, end in zip(ticks, ends, strict=False):
        if tick.column + len(tick.text) < end:
            cells[tick.column : tick.column + len(tick.text)] = tick.text
    return "".join(cells)[:columns]


def _axis(scale: Scale, column: int | None) -> Line:
    text = _ticks(scale.fine(), scale.columns)
    if column is None:
        return ((text, Role.MUTED),)
    here = text[column] if text[column] != " " else "┃"
    return (text[:column], Role.MUTED), (here, Role.WARN), (text[column + 1 :], Role.MUTED)


def _as_of(day: date, scale: Scale, column: int | None) -> tuple[int, str]:
    """Return where the day of the board is named: above its column, or at the edge beyond which it lies."""
    words = f"as of {day_words(day)}"
    if column is None:
        left = scale.slot(day) < 0
        words = f"◂ {words}" if left else f"{words} ▸"
        return (0 if left else max(0, scale.columns - len(words))), words
    words = f"▼ {words}"
    if column + len(words) <= scale.columns:
        return column, words
    words = f"as of {day_words(day)} ▼"
    return max(0, column - len(words) + 1), words


def _marked(ticks: Sequence[Tick], mark: tuple[int, str], columns: int) -> Line:
    """Write the day of the board among the months; one that it would touch is left out."""
    at, words = mark
    end = at + len(words)
    text = _ticks([one for one in ticks if one.column + len(one.text) < at or one.column > end], columns)
    return fit(((text[:at], Role.MUTED), put(words, Role.WARN), (text[end:], Role.MUTED)), columns)


class ListSheet(Sheet):
    """Happenings as a list, a line each; only lines in sight are ever drawn."""

    def __init__(self, happenings: Sequence[Happening], actors: Actors, width: int) -> None:
        super().__init__(())
        self.stops = [Stop(happening.key, y, 1) for y, happening in enumerate(happenings)]
        self._happenings, self._actors, self._width = happenings, actors, width

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._happenings)

    def line(self, y: int) -> Line:
        """Draw a line."""
        return list_line(self._happenings[y], self._actors, self._width)


def list_sheet(happenings: Sequence[Happening], timeline: Timeline, width: int) -> Sheet:
    """List the happenings in the order of time: the same as the chart, in words."""
    if not happenings:
        return Sheet([Block(paragraph("Nothing on record has a day here.", width, Role.MUTED))])
    return ListSheet(happenings, timeline.actors, width)


def detail_sheet(happening: Happening | None, group: Group | None, timeline: Timeline, width: int) -> Sheet:
    """Tell what is highlighted in full."""
    if happening is None:
        lanes = f"{key_words('up', '↑')} and {key_words('down', '↓')} to another lane"
        words = f"Nothing is highlighted: {backward()} and {onward()} go through what happened, {lanes}."
        return Sheet([Block(paragraph(words if timeline.happenings else _empty(timeline), width, Role.MUTED))])
    place = group.happenings.index(happening) + 1 if group is not None and happening in group.happenings else 1
    count = len(group.happenings) if group is not None else 1
    return Sheet([Block((*full_lines(happening, timeline, width), *shared_words(place, count, width)))])


def _empty(timeline: Timeline) -> str:
    return f"Nothing on record by {day_words(timeline.day)} has a day."


def notes(timeline: Timeline, hidden: Sequence[Lane]) -> str:
    """Say what the timeline leaves out: hidden lanes, lanes of which only the newest are shown, and what has no day."""
    parts = [f"{LANE_NAMES[lane].lower()}: newest {timeline.fetched(lane):,} of {timeline.counts[lane]:,}"
             for lane in timeline.cut]  # fmt: skip
    if hidden:
        named = ", ".join(f"{list(Lane).index(lane) + 1} {LANE_NAMES[lane].lower()}" for lane in hidden)
        parts.append(f"hidden: {named}")
    if timeline.undated:
        more = f" +{len(timeline.undated) - _NAMED}" if len(timeline.undated) > _NAMED else ""
        parts.append(f"no day: {' '.join(timeline.undated[:_NAMED])}{more}")
    return " · ".join(parts)
