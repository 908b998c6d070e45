"""Lanes of the timeline: which happenings share a place, where each lies, and how a lane is drawn. Pure.

A place of one slot is a dot, or the number of what lies there. What is known only as a range of days is drawn over all
of them, `├━━┄┄┄┤`: solid where its words put it, dotted as far as they may reach; an arrow where an end is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from store.domain.timeline import Happening, Lane
from store.domain.typed import NamedTuple
from tui.render.scale import Scale
from tui.render.spans import Line, Role

_DOT = "●"
_OPEN = 10**9
"""A slot beyond all days."""


class Group(NamedTuple):
    """Happenings of one lane that lie on the very same slots."""

    lane: Lane
    first: int
    """Its first slot; far below zero = open."""
    last: int
    solid: tuple[int, int]
    """The slots in which its words put it."""
    happenings: tuple[Happening, ...]

    @property
    def wide(self) -> bool:
        """Whether it lies on more than one slot."""
        return self.last > self.first


Rows = Mapping[Lane, Sequence[Sequence[Group]]]
"""The rows of each lane, each with groups that do not overlap."""


def grouped(happenings: Iterable[Happening], scale: Scale) -> list[Group]:
    """Gather what shares its slots, from left to right; what is not in sight is left out."""
    places: dict[tuple[Lane, int, int], list[Happening]] = {}
    for happening in happenings:
        first = _slot(scale, happening.first, -_OPEN)
        last = _slot(scale, happening.last, _OPEN)
        if last >= 0 and first < scale.slots:
            places.setdefault((happening.lane, first, last), []).append(happening)
    found = [
        Group(lane, first, last, _solid(held, scale, first, last), tuple(held))
        for (lane, first, last), held in places.items()
    ]
    return sorted(found, key=lambda group: (max(group.first, -1), group.last))


def _slot(scale: Scale, day: date | None, otherwise: int) -> int:
    return otherwise if day is None else scale.slot(day)


def _solid(held: Sequence[Happening], scale: Scale, first: int, last: int) -> tuple[int, int]:
    """Return the slots that are certain of all of them: those between two given ends."""
    begin, end = first, last
    for happening in held:
        window = happening.window
        if window.earliest is None or window.latest is None:
            return 0, -1
        begin, end = max(begin, scale.slot(window.earliest)), min(end, scale.slot(window.latest))
    return begin, end


def stacked(groups: Sequence[Group], most: int) -> list[list[Group]]:
    """Put the groups of a lane into rows without overlap; where there are too few rows, the last takes the rest."""
    rows: list[list[Group]] = []
    for group in groups:
        free = next((row for row in rows if row[-1].last < group.first), None)
        if free is not None:
            free.append(group)
        elif len(rows) < max(1, most):
            rows.append([group])
        else:
            rows[-1].append(group)
    return rows or [[]]


def arranged(groups: Sequence[Group], lanes: Sequence[Lane], height: int) -> dict[Lane, list[list[Group]]]:
    """Share the rows there are among the lanes: one each, then in turn to those that need more."""
    mine = {lane: [group for group in groups if group.lane is lane] for lane in lanes}
    wanted = {lane: len(stacked(mine[lane], height)) for lane in lanes}
    given = dict.fromkeys(lanes, 1)
    left = height - len(lanes)
    while left > 0 and (short := [lane for lane in lanes if given[lane] < wanted[lane]]):
        for lane in short[:left]:
            given[lane] += 1
        left -= len(short[:left])
    return {lane: stacked(mine[lane], given[lane]) for lane in lanes}


def drawn(row: Sequence[Group], scale: Scale, chosen: Group | None, as_of: int | None) -> Line:
    """Draw a row; `as_of` is the column of the day of the board, marked where nothing else lies."""
    cells: list[tuple[str, Role]] = [(" ", Role.TEXT)] * scale.columns
    if as_of is not None and 0 <= as_of < scale.columns:
        cells[as_of] = ("┃", Role.WARN)
    taken = {column for group in row for column in range(*_columns(group, scale))}
    for group in sorted(row, key=lambda group: (group == chosen, not group.wide)):
        role = Role.MARKED if group == chosen else Role.TEXT
        for column, char in _strokes(group, scale, taken):
            cells[column] = (char, role)
    return _joined(cells)


def _columns(group: Group, scale: Scale) -> tuple[int, int]:
    """Return the first column of a group, and the one after its last."""
    width = scale.zoom.cells
    return max(0, group.first * width), min(scale.columns, (group.last + 1) * width)


def _strokes(group: Group, scale: Scale, taken: Set[int]) -> Iterable[tuple[int, str]]:
    width = scale.zoom.cells
    first, end = _columns(group, scale)
    last = end - 1
    count = str(len(group.happenings)) if len(group.happenings) > 1 else ""
    if not group.wide:
        return list(_in_a_slot(count, first, last, taken, scale.columns))
    begin, after = group.solid[0] * width, (group.solid[1] + 1) * width
    chars = ["━" if begin <= column < after else "┄" for column in range(first, last + 1)]
    chars[0] = "├" if group.first >= 0 else "◂"
    if len(chars) > 1 or group.first < 0:
        chars[-1] = "┤" if group.last < scale.slots else "▸"
    if count and len(count) + 2 <= len(chars):
        at = (len(chars) - len(count)) // 2
        chars[at : at + len(count)] = count
    return [(first + i, char) for i, char in enumerate(chars)]


def _in_a_slot(count: str, first: int, last: int, taken: Set[int], columns: int) -> Iterable[tuple[int, str]]:
    """Draw a dot or a number; a number too long for the slot runs on where nothing lies, else it is a plus."""
    room = last - first + 1
    if not count or (len(count) <= room):
        text = (count or _DOT).center(room) if room > 1 else count or _DOT
    elif first + len(count) <= columns and taken.isdisjoint(range(last + 1, first + len(count))):
        text = count
    else:
        text = "+".center(room)
    return [(first + i, char) for i, char in enumerate(text)]


def _joined(cells: Sequence[tuple[str, Role]]) -> Line:
    spans: list[tuple[str, Role]] = []
    for char, role in cells:
        if spans and spans[-1][1] is role:
            spans[-1] = spans[-1][0] + char, role
        else:
            spans.append((char, role))
    return tuple(spans)
