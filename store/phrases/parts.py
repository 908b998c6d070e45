"""The parts of a period: early, middle and late, halves, its n-th week, its first and last days."""

from __future__ import annotations

from datetime import date, timedelta

from store.phrases.spans import WEEK_DAYS, Span, Unit, add, add_months, one_day

EARLY, MID, LATE = 0, 1, 2
_TEN = 10
_THIRD_MONTHS = {Unit.SEASON: 1, Unit.QUARTER: 1, Unit.YEAR: 4}
_WEEK_ENDS = (1, 3, 6)
"""The last weekday of each part of a week: Monday-Tuesday, Wednesday-Thursday, Friday-Sunday."""


def third(span: Span, part: int) -> Span | None:
    """Return the early (0), middle (1) or late (2) part of a period; None where it has none. A day stays whole."""
    if span.unit in (Unit.DAY, Unit.WEEKEND):
        return span
    if span.unit is Unit.WEEK:
        first = 0 if part == EARLY else _WEEK_ENDS[part - 1] + 1
        return _days(span, first, _WEEK_ENDS[part])
    if span.unit is Unit.MONTH:
        return Span(
            span.first + timedelta(days=_TEN * part), span.last if part == LATE else _day(span, _TEN * part + 9)
        )
    if span.unit in _THIRD_MONTHS:
        return _months(span, part * _THIRD_MONTHS[span.unit], _THIRD_MONTHS[span.unit])
    return _by_days(span, part, 3)


def half(span: Span, part: int) -> Span | None:
    """Return the first (0) or second (1) half of a period."""
    if span.unit is Unit.MONTH:
        return _days(span, 0, 14) if part == 0 else Span(_day(span, 15), span.last)
    if span.unit is Unit.YEAR:
        return _months(span, 6 * part, 6)
    if span.unit in (Unit.SEASON, Unit.QUARTER):
        middle = add_months(span.first, 1) + timedelta(days=14)
        return Span(span.first, middle) if part == 0 else Span(middle + timedelta(days=1), span.last)
    return _by_days(span, part, 2)


def nth_week(span: Span, number: int) -> Span | None:
    """Return days 1-7, 8-14 ... of a period; -1 = its last seven days."""
    if number < 0:
        return Span(span.last - timedelta(days=WEEK_DAYS - 1), span.last)
    first = _day(span, WEEK_DAYS * (number - 1))
    last = min(first + timedelta(days=WEEK_DAYS - 1), span.last)
    return Span(first, last) if first <= span.last else None


def nth_weekday(span: Span, number: int, weekday: int) -> Span | None:
    """Return the n-th such weekday of a period, counted from its end where negative."""
    if number > 0:
        day = span.first + timedelta(days=(weekday - span.first.weekday()) % WEEK_DAYS + WEEK_DAYS * (number - 1))
    else:
        day = span.last - timedelta(days=(span.last.weekday() - weekday) % WEEK_DAYS + WEEK_DAYS * (-number - 1))
    return one_day(day) if span.holds(day) else None


def nth_day(span: Span, number: int) -> Span | None:
    """Return the n-th day of a period, counted from its end where negative."""
    day = _day(span, number - 1) if number > 0 else span.last + timedelta(days=number + 1)
    return one_day(day) if span.holds(day) else None


def nth_month(span: Span, number: int) -> Span | None:
    """Return the n-th month of a year, quarter or season, counted from its end where negative."""
    if span.unit not in _THIRD_MONTHS:
        return None
    first = add_months(span.first, number - 1) if number > 0 else add_months(span.last.replace(day=1), number + 1)
    return Span(first, add_months(first, 1) - timedelta(days=1), Unit.MONTH) if span.holds(first) else None


def opening(span: Span, count: int, unit: Unit, number: int = 1) -> Span | None:
    """Return the first so many days, weeks or months of a period, or the second, the third so many."""
    first = add(span.first, count * (number - 1), unit)
    return Span(first, min(add(first, count, unit) - timedelta(days=1), span.last)) if first <= span.last else None


def closing(span: Span, count: int, unit: Unit) -> Span:
    """Return the last so many days, weeks or months of a period."""
    return Span(max(add(span.last + timedelta(days=1), -count, unit), span.first), span.last)


def first_day(span: Span) -> Span:
    """Return its first day."""
    return one_day(span.first)


def last_day(span: Span) -> Span:
    """Return its last day."""
    return one_day(span.last)


def _day(span: Span, offset: int) -> date:
    """Return the day so many days after the first."""
    return span.first + timedelta(days=offset)


def _days(span: Span, first: int, last: int) -> Span:
    """Return the days from one offset to another."""
    return Span(_day(span, first), _day(span, last))


def _months(span: Span, offset: int, count: int) -> Span:
    """Return so many months of a period, from the one at an offset."""
    first = add_months(span.first, offset)
    unit = Unit.MONTH if count == 1 else Unit.STRETCH
    return Span(first, add_months(first, count) - timedelta(days=1), unit)


def _by_days(span: Span, part: int, parts: int) -> Span:
    """Divide a run of days evenly."""
    length = (span.last - span.first).days + 1
    return _days(span, length * part // parts, length * (part + 1) // parts - 1)
