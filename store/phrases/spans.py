"""Spans of days and the arithmetic of the calendar: weeks, months, quarters, seasons, years."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

WEEK_DAYS = 7
_YEAR_MONTHS = 12
_QUARTER_MONTHS = 3


class Unit(StrEnum):
    """What a span is one of."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    HOUR = "hour"
    MINUTE = "minute"
    STRETCH = "stretch"
    """A run of days that is no unit of the calendar."""


MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.QUARTER: _QUARTER_MONTHS,
    Unit.SEASON: _QUARTER_MONTHS,
    Unit.YEAR: _YEAR_MONTHS,
    Unit.DECADE: 10 * _YEAR_MONTHS,
    Unit.CENTURY: 100 * _YEAR_MONTHS,
}
"""How many months a unit of months has."""
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month that each season begins with; winter is named by its December."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, both ends inclusive. Raises ValueError where it would end before it begins."""

    first: date
    """Its first day."""
    last: date
    """Its last day."""
    unit: Unit = Unit.STRETCH
    """What it is one of."""

    def __post_init__(self) -> None:
        """Refuse a run that cannot be."""
        if self.last < self.first:
            raise ValueError(f"a run of days cannot end ({self.last}) before it begins ({self.first})")

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def gap(self, day: date) -> int:
        """How many days lie between it and a day; 0 inside."""
        return max((self.first - day).days, (day - self.last).days, 0)


def one_day(day: date) -> Span:
    """Return the span of one day."""
    return Span(day, day, Unit.DAY)


def add_months(day: date, months: int) -> date:
    """Move a day by calendar months, clipped at the month's end. Raises ValueError outside the calendar."""
    count = day.year * _YEAR_MONTHS + day.month - 1 + months
    year, month = divmod(count, _YEAR_MONTHS)
    length = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))


def add(day: date, count: int, unit: Unit) -> date:
    """Move a day by so many units; 24 hours are a day. Raises ValueError or OverflowError outside the calendar."""
    if unit in MONTHS_IN:
        return add_months(day, count * MONTHS_IN[unit])
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return day + timedelta(days=WEEK_DAYS * count)
    if unit is Unit.HOUR:
        return day + timedelta(days=int(count / 24))
    if unit is Unit.MINUTE:
        return day + timedelta(days=int(count / 1440))
    return day + timedelta(days=count)


@lru_cache(maxsize=1024)
def months_from(year: int, month: int, months: int, unit: Unit) -> Span:
    """Return the span of so many months that begins with the one given."""
    first = date(year, month, 1)
    return Span(first, add_months(first, months) - timedelta(days=1), unit)


def month_of(year: int, month: int) -> Span:
    """Return a month."""
    return months_from(year, month, 1, Unit.MONTH)


def quarter_of(year: int, number: int) -> Span:
    """Return a quarter of the calendar year, 1 to 4."""
    return months_from(year, 1 + _QUARTER_MONTHS * (number - 1), _QUARTER_MONTHS, Unit.QUARTER)


def season_of(year: int, season: str) -> Span:
    """Return a season; a winter is named by its December."""
    return months_from(year, SEASON_STARTS[season], _QUARTER_MONTHS, Unit.SEASON)


def year_of(year: int) -> Span:
    """Return a year."""
    return months_from(year, 1, _YEAR_MONTHS, Unit.YEAR)


def week_of(day: date) -> Span:
    """Return the week that holds a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6), Unit.WEEK)


def weekend_of(day: date) -> Span:
    """Return the Saturday and Sunday of the week that holds a day."""
    monday = week_of(day).first
    return Span(monday + timedelta(days=5), monday + timedelta(days=6), Unit.WEEKEND)


def unit_holding(day: date, unit: Unit) -> Span:
    """Return the unit of the calendar that holds a day; units that are not of the calendar come to the day itself."""
    holding = _HOLDING.get(unit)
    return holding(day) if holding is not None else one_day(day)


def _season_holding(day: date) -> Span:
    """Return the season that holds a day."""
    back = day.month % _QUARTER_MONTHS
    first = add_months(day.replace(day=1), -back)
    return months_from(first.year, first.month, _QUARTER_MONTHS, Unit.SEASON)


_HOLDING: dict[Unit, Callable[[date], Span]] = {
    Unit.WEEK: week_of,
    Unit.WEEKEND: weekend_of,
    Unit.MONTH: lambda day: month_of(day.year, day.month),
    Unit.QUARTER: lambda day: quarter_of(day.year, (day.month + 2) // _QUARTER_MONTHS),
    Unit.SEASON: _season_holding,
    Unit.YEAR: lambda day: year_of(day.year),
    Unit.DECADE: lambda day: months_from(day.year - day.year % 10, 1, MONTHS_IN[Unit.DECADE], Unit.DECADE),
    Unit.CENTURY: lambda day: months_from(day.year - (day.year - 1) % 100, 1, MONTHS_IN[Unit.CENTURY], Unit.CENTURY),
}
"""How the unit that holds a day is found."""


def unit_away(day: date, count: int, unit: Unit) -> Span:
    """Return the unit so many after the one that holds a day; negative = before."""
    return unit_holding(add(unit_holding(day, unit).first, count, unit), unit)
