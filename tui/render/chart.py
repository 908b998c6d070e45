"""Charts as values: series of points over days, the marks of their axes, and the key that says what each sign is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from math import floor, log10

from store.domain.typed import NamedTuple
from tui.render.spans import Line, Role, cut, put
from tui.wording import day_words

_STEPS = (1, 2, 5, 10)
_DAYS = (1, 2, 5, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365, 730, 1825, 3650)
"""By how many days marks of a calendar lie apart."""
_MOST = 8
"""How many marks an axis has at most at its side."""
_LONG = 300
"""From how many days on marks need their year."""
_NAME = 18
"""Columns that a name may take in the key."""


class Kind(StrEnum):
    """How a series is drawn."""

    LINE = "line"
    """A thin line from point to point."""
    DOTS = "dots"
    """A sign at each point."""
    BAR = "bar"
    """Signs from the first point straight up to the second."""


class Series(NamedTuple):
    """Points that are drawn alike."""

    kind: Kind
    points: tuple[tuple[float, float], ...]
    role: Role
    sign: str = ""


class Chart(NamedTuple):
    """A chart over days. Days are their numbers in the calendar."""

    series: tuple[Series, ...]
    x: tuple[float, float]
    """The first and last day in sight."""
    y: tuple[float, float]
    calendar: bool
    """Whether what is drawn upwards are days too."""
    key: tuple[tuple[str, str, Role], ...]
    """Signs and what they are."""


Tick = tuple[float, str]


def x_ticks(chart: Chart, columns: int) -> list[Tick]:
    """Mark days along the foot of a chart."""
    return day_ticks(*chart.x, most=max(1, columns // 12))


def y_ticks(chart: Chart, rows: int) -> list[Tick]:
    """Mark days or counts at the side of a chart."""
    if chart.calendar:
        return day_ticks(*chart.y, most=min(_MOST, max(2, rows // 2)))
    return number_ticks(*chart.y, most=min(_MOST, max(2, rows * 2 // 3)))


def day_ticks(first: float, last: float, *, most: int) -> list[Tick]:
    """Choose days at even distances."""
    length = max(1.0, last - first)
    step = next((days for days in _DAYS if length / days <= most), _DAYS[-1] * max(1, round(length / _DAYS[-1] / most)))
    year = length > _LONG
    start, end = max(1, -int(-first // 1)), min(date.max.toordinal(), floor(last))
    return [(float(day), day_words(date.fromordinal(day), year=year)) for day in range(start, end + 1, step)]


def number_ticks(low: float, high: float, *, most: int) -> list[Tick]:
    """Choose round numbers at even distances."""
    length = max(1.0, high - low)
    power = 10 ** max(0, floor(log10(length / most)))
    step = next(power * size for size in (*_STEPS, 20, 50) if length / (power * size) <= most)
    first = int(-(-low // step))
    return [(float(number * step), f"{number * step:,}") for number in range(first, floor(high / step) + 1)]


def key_line(chart: Chart) -> Line:
    """Say what each sign is."""
    spans: list[tuple[str, Role]] = []
    for sign, words, role in chart.key:
        spans.extend([(f"{sign} ", role), put(f"{cut(words, _NAME)}   ", Role.MUTED)])
    return tuple(spans)


def staircase(points: Sequence[tuple[float, float]], until: float) -> tuple[tuple[float, float], ...]:
    """Carry each value on to the next point, and the last one to the end."""
    found: list[tuple[float, float]] = []
    for x, y in points:
        if found:
            found.append((x, found[-1][1]))
        found.append((x, y))
    if found and found[-1][0] < until:
        found.append((until, found[-1][1]))
    return tuple(found)
