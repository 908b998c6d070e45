"""Dates and times written in figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from store.phrases.meanings import fixed
from store.phrases.spans import Span, Unit, month_of, months_from, one_day, week_of

_MONTHS = 12
_CENTURY = 100
_TURN = 70
"""From this year of two figures on the century before is meant."""
_HALF = 6


class Pair(NamedTuple):
    """Two numbers with a stroke or a point between them."""

    first: int
    """The one before it."""
    second: int
    """The one after it."""


def read_figures(kind: str, text: str) -> tuple[str, object]:
    """Return the symbol and value of a date or time in figures; unknown where there is no such day."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if kind in ("short", "pointed"):
        return kind.upper(), Pair(*numbers)
    if kind == "thousands":
        return "BIG", int("".join(str(number).zfill(3) for number in numbers))
    if kind == "time":
        return "TIME", None
    read = _READ.get(kind)
    if read is None:
        return "X", None
    try:
        span = read(numbers)
    except ValueError:
        return "X", None
    return "DATE" if span.unit is Unit.DAY else "PERIOD", fixed(span)


def full_year(year: int) -> int:
    """Return a year of two figures in its century."""
    if year >= _CENTURY:
        return year
    return year + (2000 if year < _TURN else 1900)


def _year_first(numbers: Sequence[int]) -> Span:
    return one_day(date(*numbers[:3]))


def _day_first(numbers: Sequence[int]) -> Span:
    """Return the day of day, month, year; where that cannot be, of month, day, year. Raises ValueError."""
    day, month, year = numbers[0], numbers[1], full_year(numbers[2])
    return one_day(date(year, month, day) if month <= _MONTHS else date(year, day, month))


def _week(numbers: Sequence[int]) -> Span:
    return week_of(date.fromisocalendar(numbers[0], numbers[1], 1))


def _month(numbers: Sequence[int]) -> Span:
    return month_of(numbers[0], numbers[1])


def _month_first(numbers: Sequence[int]) -> Span:
    return month_of(numbers[1], numbers[0])


def _half_year(numbers: Sequence[int]) -> Span:
    return months_from(numbers[0], _HALF * (numbers[1] - 1) + 1, _HALF, Unit.STRETCH)


_READ: dict[str, Callable[[Sequence[int]], Span]] = {
    "iso": _year_first,
    "figures": _day_first,
    "week": _week,
    "yearmonth": _month,
    "yearslash": _month,
    "monthyear": _month_first,
    "halfyear": _half_year,
}
"""What the numbers of each way of writing a date come to. Each raises ValueError where there is no such day."""
