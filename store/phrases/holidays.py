"""Days that are called by a name: fixed ones, n-th weekdays of a month, and those that hang on Easter."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.phrases.parts import nth_weekday
from store.phrases.spans import Span, month_of, one_day

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MOVING = re.compile(r"(easter|pascha)([+-]\d+)")
_WESTERN = range(1583, 4100)
_EASTERN = range(1900, 2100)
_JULIAN_LAG = 13
"""How many days the Julian calendar lags behind from 1900 to 2099."""


def holiday(name: str, year: int) -> Span | None:
    """Return a day by its entry in the lexicon: `12-25`, `11-thu-4`, `easter+1`; None where it is not reckoned."""
    moving = _MOVING.fullmatch(name)
    if moving:
        sunday = easter(year) if moving[1] == "easter" else pascha(year)
        return None if sunday is None else one_day(sunday + timedelta(days=int(moving[2])))
    month, day, *number = name.split("-", 2)
    if number:
        return nth_weekday(month_of(year, int(month)), int(number[0]), _WEEKDAYS.index(day))
    return one_day(date(year, int(month), int(day)))


def easter(year: int) -> date | None:
    """Return Easter Sunday of the western churches (the anonymous Gregorian reckoning)."""
    if year not in _WESTERN:
        return None
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - skipped - rest % 4) % 7
    late = (golden + 11 * skipped + 22 * weekday) // 451
    month, day = divmod(skipped + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date | None:
    """Return Easter Sunday of the eastern churches (the Julian reckoning), from 1900 to 2099."""
    if year not in _EASTERN:
        return None
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_LAG)
