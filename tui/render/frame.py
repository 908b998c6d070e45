"""The frame: where everything lies on a screen of a size. Pure, so that any painter can use it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from store.domain.typed import NamedTuple

MIN_WIDTH, MIN_HEIGHT = 40, 10
"""Below this nothing but a sentence is shown, and nothing can be changed."""
BOARD_WIDTH, BOARD_HEIGHT = 80, 24
"""Below this one pane is shown at a time."""
THREE_COLUMNS = 160


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


def frame(width: int, height: int, focused: Pane, *, zoomed: bool = False) -> Frame:
    """Place the parts on a screen; `zoomed` gives the focused pane everything between header and footer."""
    if too_small(width, height):
        return Frame(notice=Box(0, 0, width, height))
    header, footer = Box(0, 0, width, 1), Box(0, height - 1, width, 1)
    body = Box(0, 1, width, height - 2)
    if zoomed:
        return Frame({focused: body}, header, footer)
    if width < BOARD_WIDTH or height < BOARD_HEIGHT:
        pane = Box(0, 2, width, height - 3)
        return Frame({focused: pane}, header, footer, tabs=Box(0, 1, width, 1))
    panes = _three_columns(body) if width >= THREE_COLUMNS else _two_columns(body)
    return Frame(panes, header, footer)


def _two_columns(body: Box) -> dict[Pane, Box]:
    left = 24 if body.width < 100 else min(44, max(30, body.width * 28 // 100))
    strip = 4 if body.height < 28 else min(9, body.height // 5)
    upper = body.height - strip
    rounds = 8 if upper < 24 else max(10, upper * 9 // 20)
    owed = 12 if upper < 24 else upper * 11 // 20
    right = body.width - left
    return {
        Pane.ROUNDS: Box(0, body.y, left, rounds),
        Pane.NEXT: Box(0, body.y + rounds, left, upper - rounds),
        Pane.OWED: Box(left, body.y, right, owed),
        Pane.EVIDENCE: Box(left, body.y + owed, right, upper - owed),
        Pane.CHANGES: Box(0, body.y + upper, body.width, strip),
    }


def _three_columns(body: Box) -> dict[Pane, Box]:
    left = min(50, body.width * 21 // 100)
    right = min(90, body.width * 29 // 100)
    middle = body.width - left - right
    rounds = max(12, body.height * 2 // 5)
    owed = body.height - max(9, body.height // 4)
    return {
        Pane.ROUNDS: Box(0, body.y, left, rounds),
        Pane.NEXT: Box(0, body.y + rounds, left, body.height - rounds),
        Pane.OWED: Box(left, body.y, middle, owed),
        Pane.CHANGES: Box(left, body.y + owed, middle, body.height - owed),
        Pane.EVIDENCE: Box(left + middle, body.y, right, body.height),
    }
