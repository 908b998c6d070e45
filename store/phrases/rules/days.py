"""Days of a month, by name and in figures."""

from __future__ import annotations

from store.phrases.figures import Pair, full_year
from store.phrases.grammar import Made, Parts, Rule
from store.phrases.meanings import day_of_month, day_of_year, pair
from store.phrases.spans import month_of

_LEAP_YEAR = 2024
_MONTHS = 12
_SAYINGS = ((24, 7), (9, 11))
"""Figures that are sayings: `24/7`, `9/11`."""


def year_said(parts: Parts, name: str = "year") -> int | None:
    """Return the year, where one is said."""
    return full_year(parts.of(name, int)) if name in parts else None


def _exists(month: int, number: int) -> bool:
    """Whether a month ever has such a day."""
    return 1 <= month <= _MONTHS and 1 <= number <= month_of(_LEAP_YEAR, month).last.day


def _day(parts: Parts) -> Made:
    number, month = parts.of("day", int), parts.of("month", int)
    return ("DATE", day_of_year(month, number, year_said(parts))) if _exists(month, number) else ("X", None)


def _days(parts: Parts) -> Made:
    month, year = parts.of("month", int), year_said(parts)
    first, last = parts.of("first", int), parts.of("last", int)
    if not (_exists(month, last) and _exists(1, first)):
        return None
    begin = day_of_year(month, first, year) if first < last and _exists(month, first) else day_of_month(first)
    return "PERIOD", pair(begin, day_of_year(month, last, year))


def _short(parts: Parts) -> Made:
    day, month = parts.of("kept", Pair)
    if month > _MONTHS:
        day, month = month, day
    return (
        ("DATE", day_of_year(month, day))
        if month <= _MONTHS and _exists(month, day) and (day, month) not in _SAYINGS
        else None
    )


def _short_range(parts: Parts) -> Made:
    first, (last, month) = parts.of("first", int), parts.of("kept", Pair)
    if not (first < last and month <= _MONTHS and _exists(month, last)):
        return None
    return "PERIOD", pair(day_of_year(month, first), day_of_year(month, last))


def _short_days(parts: Parts) -> Made:
    month, (first, last) = parts.of("month", int), parts.of("kept", Pair)
    if not (first < last and _exists(month, last)):
        return None
    year = year_said(parts)
    return "PERIOD", pair(day_of_year(month, first, year), day_of_year(month, last, year))


_YEAR_AFTER = "(?: (?:COMMA | OF)? (?P<year>Y) YEARMARK? )?"
_MONTH_YEAR = f"(?P<month>MONTH) {_YEAR_AFTER}"
_YEAR_ANYWHERE = (
    "(?: (?:COMMA | OF | DASH | SLASH | TIME | DAYPART | IN | THE YEARWORD | YEARWORD | "
    "YEAROF)* (?P<year>Y) YEARMARK? (?!UNIT | UNITS) )?"
)
_MONTH_YEAR_FIRST = f"(?P<month>MONTH) (?P<kept>SHORT) {_YEAR_AFTER}"
_DAY_MEANS = "that day; a year that is not said is the one the tense points to"
_RUN_MEANS = "from the first day to the last; what one leaves out the other gives"

DAYS = (
    Rule("day and month", _DAY_MEANS, f"HOLIDAY COMMA (?P<day>DAYNO) (?P<month>MONTH) {_YEAR_ANYWHERE}", _day),
    Rule("month and day", _DAY_MEANS, f"HOLIDAY COMMA (?P<month>MONTH) (?P<day>DAYNO) {_YEAR_ANYWHERE}", _day),
    Rule("days of a month", _RUN_MEANS, f"FROM (?P<first>DAYNO) ON (?P<last>DAYNO) {_MONTH_YEAR}", _days),
    Rule(
        "days of a month",
        _RUN_MEANS,
        "BEGIN? (?P<first>N) (?:RANGE | AND | OR) (?P<kept>SHORT)",
        _short_range,
    ),
    Rule(
        "days of a month",
        _RUN_MEANS,
        "BEGIN? THE? (?P<first>DAYNO | OW) NUMBERWORD? (?: (?:COMMA DAYNO)* COMMA? (?:RANGE | AND | "
        "OR) ) THE? "
        f"(?P<last>DAYNO | OW) (?:THE | OF | DASH)* {_MONTH_YEAR}",
        _days,
    ),
    Rule(
        "days of a month",
        _RUN_MEANS,
        "BEGIN? (?P<month>MONTH) BEGIN? THE? (?P<first>DAYNO | "
        "OW) (?: (?:COMMA DAYNO)* COMMA? (?:RANGE | AND | OR) ) THE? "
        "(?P<last>DAYNO | OW) (?! (?:OF | THE | DASH)* MONTH | COUNTEDUNIT | UNITS | DASH UNIT) (?: (?:COMMA | "
        "OF)? (?P<year>Y) YEARMARK? )?",
        _days,
    ),
    Rule("days of a month", _RUN_MEANS, f"(?P<kept>SHORT) OF? {_MONTH_YEAR}", _short_days),
    Rule("days of a month", _RUN_MEANS, f"{_MONTH_YEAR_FIRST}", _short_days),
    Rule(
        "days of a month",
        _RUN_MEANS,
        f"BEGIN (?P<first>DAYNO) (?:RANGE | AND) (?P<month>MONTH) THE? (?P<last>DAYNO) {_YEAR_ANYWHERE}",
        _days,
    ),
    Rule(
        "year, month, day",
        _DAY_MEANS,
        "(?P<year>Y) (?:COMMA | DASH | SLASH)? (?P<month>MONTH) (?:DASH | SLASH)? (?P<day>DAYNO) (?!MONTH)",
        _day,
    ),
    Rule(
        "day and month",
        _DAY_MEANS,
        "(?P<day>DAYNO | OW) (?:DAYWORD | NUMBERWORD)? (?:OF | THE | DASH | SLASH | COMMA)* (?P<month>MONTH) "
        f"{_YEAR_ANYWHERE}",
        _day,
    ),
    Rule(
        "month and day",
        _DAY_MEANS,
        "(?P<month>MONTH) (?:DASH | SLASH | COMMA (?=THE? ORD))? THE? (?P<day>DAYNO | OW) (?! COUNTEDUNIT | UNITS | "
        "DASH UNIT) "
        f"{_YEAR_ANYWHERE}",
        _day,
    ),
)
"""Days of a named month, and runs of them."""

FIGURES = (
    Rule("day and month in figures", _DAY_MEANS, "(?<=BEFOREDATE) (?P<kept>SHORT)", _short),
    Rule("day and month in figures", _DAY_MEANS, "(?P<kept>SHORT) (?=RANGE (?:SHORT | DATE))", _short),
)
"""Days in figures that a word of time stands before."""

DAYS_ALONE = (
    Rule("day and month", _DAY_MEANS, f"(?P<day>N) POINT (?P<month>MONTH) {_YEAR_ANYWHERE}", _day),
    Rule("day and month in figures", _DAY_MEANS, "(?P<kept>SHORT | POINTED)", _short),
)
"""What counts only where nothing else stands in the text."""
