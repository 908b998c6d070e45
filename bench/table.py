"""What was measured, as one table with the goals beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured."""

    what: str
    store: str
    """How many commitments the store holds; "" where it plays no part."""
    value: float | None
    """None where it could not be measured: `note` says why."""
    unit: str
    ratio: float | None = None
    """How many times `against` it is."""
    against: str = ""
    goal: str = ""
    met: bool | None = None
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        """Write the cells of its row."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} {self.against}".rstrip()
        verdict = "" if self.met is None or self.value is None else ("met" if self.met else "MISSED")
        value = "–" if self.value is None else f"{self.value:,.{0 if self.value >= 1000 else 1}f} {self.unit}"
        return self.what, self.store, value.strip(), ratio, self.goal, verdict, self.note


HEADINGS = ("what", "store", "median", "ratio", "goal", "", "note")
_RIGHT = (1, 2, 3)
"""Columns that are set to the right."""


def at_most(value: float | None, limit: float) -> bool | None:
    """Say whether a goal is met; None where nothing was measured."""
    return None if value is None else value <= limit


def not_measured(what: str, store: str, why: str) -> Figure:
    """Make the row of something that could not be measured."""
    return Figure(what, store, None, "", note=why)


def table(title: str, figures: Sequence[Figure]) -> str:
    """Lay rows out under a title."""
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(_width(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = ["  ".join(_padded(cell, widths[i], right=i in _RIGHT) for i, cell in enumerate(row)) for row in rows]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join((title, *(line.rstrip() for line in (lines[0], rule, *lines[1:])), ""))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if right else text + blanks
