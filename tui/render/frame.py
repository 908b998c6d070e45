"""The frame: where everything lies on a screen of a size. Pure, so that any painter can use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from store.domain.typed import NamedTuple

MIN_WIDTH, MIN_HEIGHT = 40, 10
"""Below this nothing but a sentence is shown, and nothing can be changed."""
BOARD_WIDTH, BOARD_HEIGHT = 80, 24
"""Below this one pane is shown at a time."""
THREE_COLUMNS = 160
"""From here on three columns are shown where nothing else is asked for."""
LEAST_FOR_THREE = 110
"""Below this there is no room for three columns, whatever is asked for."""
_NARROWEST, _LOWEST = 20, 4
"""Cells that a pane has at least, in width and in height; what changed is a strip that can be lower by one."""
_STRIP = 3


class Pane(StrEnum):
    """The panes in the order of their numbers."""

    ROUNDS = "rounds"
    OWED = "owed"
    NEXT = "next"
    EVIDENCE = "evidence"
    CHANGES = "changes"

    @property
    def number(self) -> int:
        """The key that jumps to it."""
        return list(Pane).index(self) + 1

    @property
    def heading(self) -> str:
        """What its border says."""
        return {"rounds": "Rounds", "owed": "Owed", "next": "Next round", "evidence": "Evidence"}.get(
            self.value, "What changed"
        )


class Columns(StrEnum):
    """How many columns are wanted."""

    AUTOMATIC = "automatic"
    THREE = "three"
    TWO = "two"
    ONE = "one"
    """One pane at a time."""


class Border(StrEnum):
    """What can be moved between panes, named by what it makes larger or smaller."""

    LEFT = "left"
    """The width of the left column."""
    RIGHT = "right"
    """The width of the right one of three columns."""
    ROUNDS = "rounds"
    """The height of the rounds, over the next round."""
    OWED = "owed"
    """The height of what is owed, over the evidence."""
    CHANGES = "changes"
    """The height of what changed, at the bottom."""


class Layout(NamedTuple):
    """What a person wants otherwise than it is by itself."""

    columns: Columns = Columns.AUTOMATIC
    hidden: frozenset[Pane] = frozenset()
    shifts: Mapping[Border, int] = MappingProxyType({})
    """Cells by which something is larger (or smaller, below 0) than it would be by itself."""


AUTOMATIC = Layout()
"""Everything as it is by itself."""


class Box(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


class Frame(NamedTuple):
    """Where the parts of the screen lie; a part that has no box is not shown."""

    panes: Mapping[Pane, Box] = MappingProxyType({})
    header: Box | None = None
    footer: Box | None = None
    tabs: Box | None = None
    """The row that names the panes where only one is shown."""
    notice: Box | None = None
    """The sentence shown where the screen is too small."""


def too_small(width: int, height: int) -> bool:
    """Whether a screen is too small to show and change anything."""
    return width < MIN_WIDTH or height < MIN_HEIGHT


def columns_at(width: int, height: int, wanted: Columns = Columns.AUTOMATIC) -> Columns:
    """Return how many columns a screen shows: those wanted where there is room for them."""
    if width < BOARD_WIDTH or height < BOARD_HEIGHT or wanted is Columns.ONE:
        return Columns.ONE
    if wanted is Columns.TWO or (wanted is Columns.THREE and width >= LEAST_FOR_THREE):
        return wanted
    return Columns.THREE if width >= THREE_COLUMNS else Columns.TWO


def frame(width: int, height: int, focused: Pane, *, zoomed: bool = False, layout: Layout = AUTOMATIC) -> Frame:
    """Place the parts on a screen; `zoomed` gives the focused pane everything between header and footer.

    The focused pane is always shown, also where the layout hides it.
    """
    if too_small(width, height):
        return Frame(notice=Box(0, 0, width, height))
    header, footer = Box(0, 0, width, 1), Box(0, height - 1, width, 1)
    body = Box(0, 1, width, height - 2)
    if zoomed:
        return Frame({focused: body}, header, footer)
    columns = columns_at(width, height, layout.columns)
    if columns is Columns.ONE:
        pane = Box(0, 2, width, height - 3)
        return Frame({focused: pane}, header, footer, tabs=Box(0, 1, width, 1))
    shown = [pane for pane in Pane if pane is focused or pane not in layout.hidden]
    place = _three_columns if columns is Columns.THREE else _two_columns
    return Frame(place(body, shown, layout.shifts), header, footer)


def _two_columns(body: Box, shown: Sequence[Pane], shifts: Mapping[Border, int]) -> dict[Pane, Box]:
    lefts = [pane for pane in (Pane.ROUNDS, Pane.NEXT) if pane in shown]
    rights = [pane for pane in (Pane.OWED, Pane.EVIDENCE) if pane in shown]
    if not lefts and not rights:
        return {Pane.CHANGES: body}
    strip = 4 if body.height < 28 else min(9, body.height // 5)
    strip = _within(strip + shifts.get(Border.CHANGES, 0), _STRIP, body.height - 2 * _LOWEST)
    upper = body.height - (strip if Pane.CHANGES in shown else 0)
    rounds = 8 if upper < 24 else max(10, upper * 9 // 20)
    owed = 12 if upper < 24 else upper * 11 // 20
    left = 24 if body.width < 100 else min(44, max(30, body.width * 28 // 100))
    left = _within(left + shifts.get(Border.LEFT, 0), _NARROWEST, body.width - 2 * _NARROWEST)
    left = 0 if not lefts else left if rights else body.width
    placed = {
        **_stacked(Box(0, body.y, left, upper), lefts, rounds + shifts.get(Border.ROUNDS, 0)),
        **_stacked(Box(left, body.y, body.width - left, upper), rights, owed + shifts.get(Border.OWED, 0)),
    }
    if Pane.CHANGES in shown:
        placed[Pane.CHANGES] = Box(0, body.y + upper, body.width, strip)
    return placed


def _three_columns(body: Box, shown: Sequence[Pane], shifts: Mapping[Border, int]) -> dict[Pane, Box]:
    lefts = [pane for pane in (Pane.ROUNDS, Pane.NEXT) if pane in shown]
    middles = [pane for pane in (Pane.OWED, Pane.CHANGES) if pane in shown]
    left, right = max(24, min(50, body.width * 21 // 100)), min(90, body.width * 29 // 100)
    left = _within(left + shifts.get(Border.LEFT, 0), _NARROWEST, body.width // 2 - _NARROWEST)
    right = _within(right + shifts.get(Border.RIGHT, 0), _NARROWEST, body.width // 2 - _NARROWEST)
    left = left if lefts else 0
    right = right if Pane.EVIDENCE in shown else 0
    if not middles:  # one of the outer columns takes its room
        left, right = (left, body.width - left) if right else (body.width, 0)
    rounds = max(12, body.height * 2 // 5) + shifts.get(Border.ROUNDS, 0)
    owed = body.height - max(9, body.height // 4) - shifts.get(Border.CHANGES, 0)
    middle = Box(left, body.y, body.width - left - right, body.height)
    return {
        **_stacked(Box(0, body.y, left, body.height), lefts, rounds),
        **_stacked(middle, middles, owed),
        **({Pane.EVIDENCE: Box(body.width - right, body.y, right, body.height)} if right else {}),
    }


def _stacked(room: Box, panes: Sequence[Pane], first: int) -> dict[Pane, Box]:
    """Place one pane or two in a column; `first` is how high the upper one shall be."""
    if len(panes) < 2:
        return dict.fromkeys(panes, room)
    first = _within(first, _LOWEST, room.height - _LOWEST)
    upper, lower = panes
    rest = Box(room.x, room.y + first, room.width, room.height - first)
    return {upper: room._replace(height=first), lower: rest}


def _within(wanted: int, least: int, most: int) -> int:
    return max(least, min(wanted, most))
