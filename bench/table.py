"""What was measured, as tables with the goals beside the figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from bench.numbers import Ratio, Sample, sample

WIDTH = 100
"""Columns that a table may take."""


class Figure(NamedTuple):
    """One thing that was measured."""

    what: str
    store: str
    """How many commitments the store holds; "" where it plays no part."""
    unit: str
    values: Sample | None
    """None where it could not be measured: `note` says why."""
    ratio: Ratio | None = None
    """How many times `against` it is."""
    against: str = ""
    goal: str = ""
    met: bool | None = None
    """None where there is no goal or nothing was measured."""
    note: str = ""

    def cells(self, *, short: bool = False) -> tuple[str, ...]:
        """Write the cells of its row, in `short` without the ends of the ratio."""
        verdict = "" if self.met is None else ("met" if self.met else "MISSED")
        return self.what, self.store, self._value(), self._ratio(short=short), self.goal, verdict

    def _value(self) -> str:
        if self.values is None:
            return "–"
        ends = f" [{_short(self.values.low)}..{_short(self.values.high)}]" if len(self.values.values) > 1 else ""
        return f"{_short(self.values.median)}{ends} {self.unit}".strip()

    def _ratio(self, *, short: bool) -> str:
        if self.ratio is None:
            return ""
        wide = not short and self.ratio.low is not None and self.ratio.high is not None
        ends = f" [{self.ratio.low:.2f}..{self.ratio.high:.2f}]" if wide else ""
        return f"{self.ratio.value:.2f}{ends} {self.against}".rstrip()

    def as_object(self) -> dict[str, Any]:
        """Return it for JSON."""
        values, ratio = self.values, self.ratio
        return {
            "what": self.what, "store": self.store, "unit": self.unit, "goal": self.goal, "met": self.met,
            "median": values and values.median, "min": values and values.low, "max": values and values.high,
            "p95": values and values.late, "n": len(values.values) if values else 0,
            "ratio": ratio and ratio.value, "ratio_low": ratio and ratio.low, "ratio_high": ratio and ratio.high,
            "against": self.against, "note": self.note,
        }  # fmt: skip


class Goal(NamedTuple):
    """The most that something may be."""

    most: float | None = None
    """In the unit of the figure."""
    ratio: float | None = None

    def words(self, unit: str, against: str) -> str:
        """Write it."""
        said = [] if self.most is None else [f"≤ {self.most:g} {unit}".rstrip()]
        return ", ".join(said if self.ratio is None else [*said, f"≤ {self.ratio:g} {against}"])

    def met(self, values: Sample | None, ratio: Ratio | None) -> bool | None:
        """Say whether it is met; None where what it asks for was not measured."""
        if (self.most is not None and values is None) or (self.ratio is not None and ratio is None):
            return None
        if self.most is None and self.ratio is None:
            return None
        small = self.most is None or (values is not None and values.median <= self.most)
        return small and (self.ratio is None or (ratio is not None and ratio.value <= self.ratio))


def figure(
    what: str,
    store: str,
    unit: str,
    values: Sample | float | None,
    goal: Goal | None = None,
    *,
    ratio: Ratio | float | None = None,
    against: str = "",
    note: str = "",
) -> Figure:
    """Make a row, and hold it against its goal."""
    measured = sample([values]) if isinstance(values, int | float) else values
    times = Ratio(ratio) if isinstance(ratio, int | float) else ratio
    asked = goal or Goal()
    said = note or ("" if measured else "not measured")
    return Figure(
        what, store, unit, measured, times, against, asked.words(unit, against), asked.met(measured, times), said
    )


def not_measured(what: str, store: str, why: str) -> Figure:
    """Make the row of something that could not be measured."""
    return Figure(what, store, "", None, note=why)


_HEADINGS = ("what", "store", "median [min..max]", "ratio [95 %]", "goal", "")
_RIGHT = (1, 2, 3)
"""Columns that are set to the right."""


def table(title: str, figures: Sequence[Figure]) -> str:
    """Lay rows out under a title; what else there is to say of a row stands under it."""
    short = False
    widths = _widths(figures, short=short)
    if sum(widths) + len(widths) > WIDTH:
        short = True
        widths = _widths(figures, short=short)
    lines = [title, _line(_HEADINGS, widths), " ".join("-" * width for width in widths if width)]
    for row in figures:
        lines.append(_line(row.cells(short=short), widths))
        lines += [f"    {part}" for part in _wrapped(row.note)]
    return "\n".join((*lines, ""))


def verdicts(figures: Sequence[Figure]) -> str:
    """Count the goals that are met, and name those that are not, each with the stores where it is missed."""
    held = [row for row in figures if row.goal and not row.goal.startswith("<")]
    missed: dict[str, list[str]] = {}
    for row in held:
        if row.met is False:
            missed.setdefault(f"{row.what} ({row.goal})", []).append(row.store)
    lost = sum(map(len, missed.values()))
    unknown = sum(row.met is None for row in held)
    lines = [f"Goals: {len(held) - lost - unknown} met, {lost} missed, {unknown} not measured"]
    for what, where in missed.items():
        lines.append(f"  missed: {what}{': ' * any(where)}{' · '.join(filter(None, where))}")
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return " ".join(_padded(cell, widths[i], right=i in _RIGHT) for i, cell in enumerate(cells)).rstrip()


def _widths(figures: Sequence[Figure], *, short: bool) -> list[int]:
    rows = [_HEADINGS, *(row.cells(short=short) for row in figures)]
    return [max(_width(row[place]) for row in rows) for place in range(len(_HEADINGS))]


def _wrapped(note: str) -> list[str]:
    lines: list[str] = []
    for word in note.split():
        if lines and _width(f"{lines[-1]} {word}") <= WIDTH - 4:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.{1 if abs(value) >= 10 else 2}f}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if right else text + blanks
