"""Lengths of time: so many units, exactly, or from so many to so many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from store.phrases.spans import Span, Unit, add

VAGUE_LEAST = 2
"""The least that `a few` means."""
VAGUE_MOST = {Unit.DAY: 7, Unit.WEEK: 4, Unit.MONTH: 3, Unit.YEAR: 3}
"""The most that `a few` means, by unit."""
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.MONTH: 30, Unit.QUARTER: 90, Unit.SEASON: 90}
_DAYS |= {Unit.YEAR: 365, Unit.DECADE: 3650, Unit.CENTURY: 36500}
_HOURS_A_DAY = 24
_MINUTES_A_DAY = 1440
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Length:
    """So many units of time, from the least to the most."""

    low: int
    """The least number."""
    high: int
    """The greatest number."""
    unit: Unit
    """Of what."""
    vague: bool = False
    """Whether it was said without a number."""
    rest: Length | None = None
    """What comes on top, in a smaller unit: the `4 months` of `2 years and 4 months`."""

    @property
    def exact(self) -> bool:
        """Whether both ends are one."""
        return self.low == self.high

    def after(self, day: date) -> Span:
        """Return the days that lie so far after a day."""
        span = _span(add(day, self.low, self.unit), add(day, self.high, self.unit))
        return span if self.rest is None else self.rest.after(span.last)

    def before(self, day: date) -> Span:
        """Return the days that lie so far before a day."""
        span = _span(add(day, -self.high, self.unit), add(day, -self.low, self.unit))
        return span if self.rest is None else self.rest.before(span.first)

    @property
    def least_days(self) -> int:
        """How many days the least is; hours are rounded up."""
        return _days(self.low, self.unit) + (self.rest.least_days if self.rest else 0)

    @property
    def most_days(self) -> int:
        """How many days the most is; hours are rounded up."""
        return _days(self.high, self.unit) + (self.rest.most_days if self.rest else 0)


def together(first: Length, second: Length) -> Length | None:
    """Return two lengths as one, the second in a smaller unit; None where they do not belong together."""
    if not (first.exact and second.exact) or first.rest or _days(1, second.unit) >= _days(1, first.unit):
        return None
    return replace(first, rest=second)


def from_to(first: Length, second: Length) -> Length | None:
    """Return a length from one to another, where both are days or weeks; None elsewhere."""
    if {first.unit, second.unit} - {Unit.DAY, Unit.WEEK} or first.rest or second.rest:
        return None
    return counted(first.least_days, second.most_days, Unit.DAY)


def vague(unit: Unit) -> Length | None:
    """Return `a few` units; None for units that are not counted so."""
    if unit in (Unit.HOUR, Unit.MINUTE):
        return Length(VAGUE_LEAST, 12, unit, vague=True)
    most = VAGUE_MOST.get(unit)
    return None if most is None else Length(VAGUE_LEAST, most, unit, vague=True)


def counted(low: int, high: int, unit: Unit) -> Length | None:
    """Return so many units; None where the numbers make no length."""
    if not 0 <= low <= high <= _LARGEST:
        return None
    return Length(low, high, unit)


def _days(count: int, unit: Unit) -> int:
    """Return a count of units in days."""
    if unit is Unit.HOUR:
        return -(-count // _HOURS_A_DAY)
    if unit is Unit.MINUTE:
        return -(-count // _MINUTES_A_DAY)
    if unit is Unit.MONTH and count and count % 12 == 0:
        return count // 12 * _DAYS[Unit.YEAR]
    return count * _DAYS.get(unit, 1)


def _span(first: date, last: date) -> Span:
    """Return a run of days as a day where it is one."""
    return Span(first, last, Unit.DAY if first == last else Unit.STRETCH)
