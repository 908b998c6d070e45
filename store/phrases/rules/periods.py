"""Months, quarters, seasons, years and feasts by name and number."""

from __future__ import annotations

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.holidays import holiday
from store.phrases.meanings import yearly
from store.phrases.rules.days import year_said
from store.phrases.spans import Span, Unit, month_of, months_from, quarter_of, season_of, year_of

_SAME_CENTURY = 100


def _month(parts: Parts) -> Made:
    month = parts.of("month", int)
    return "PERIOD", yearly(lambda year: month_of(year, month), year_said(parts), month)


def _quarter(parts: Parts) -> Made:
    number = parts.of("number", int) if "number" in parts else 4
    if not 1 <= number <= 4:
        return None
    return "PERIOD", yearly(lambda year: quarter_of(year, number), year_said(parts))


def _half_year(parts: Parts) -> Made:
    number = parts.of("half", int)
    return "PERIOD", yearly(lambda year: months_from(year, 1 + 6 * number, 6, Unit.STRETCH), year_said(parts))


def _half_ordinal(parts: Parts) -> Made:
    number = parts.of("half", int) - 1
    if number not in (0, 1):
        return None
    return "PERIOD", yearly(lambda year: months_from(year, 1 + 6 * number, 6, Unit.STRETCH), year_said(parts))


def _season(parts: Parts) -> Made:
    name = parts.of("season", str)
    return "PERIOD", yearly(lambda year: season_of(year, name), year_said(parts))


def _named_year(parts: Parts) -> Made:
    return "PERIOD", yearly(year_of, parts.of("year", int))


def _years(parts: Parts) -> Made:
    first, last = parts.of("first", int), parts.of("last", int)
    last = last if last >= _SAME_CENTURY else first - first % _SAME_CENTURY + last
    if not first < last < first + _SAME_CENTURY:
        return None
    return "PERIOD", yearly(lambda year: Span(year_of(year).first, year_of(last).last), first)


def _decade(parts: Parts) -> Made:
    year = parts.of("year", int)
    if year % 10 or not year:
        return None
    return "PERIOD", yearly(lambda year: months_from(year, 1, 120, Unit.DECADE), year)


def _feast(parts: Parts) -> Made:
    name = parts.of("name", str)
    return "DATE", yearly(lambda year: holiday(name, year), year_said(parts))


PERIODS = (
    Rule(
        "month",
        "the whole month",
        "(?: (?<!NTH) MONTHWORD OF )? (?P<month>MONTH) (?: DASH? (?:COMMA | OF)? (?P<year>Y) YEARMARK? )?",
        _month,
    ),
    Rule("month", "the whole month", "(?P<year>Y) YEARMARK? COMMA? (?P<month>MONTH)", _month),
    Rule(
        "quarter",
        "three months of the calendar year",
        "(?P<number>QUARTER) (?: (?:COMMA | OF | DASH | THE)* (?P<year>Y) YEARMARK? )?",
        _quarter,
    ),
    Rule("quarter", "three months of the calendar year", "(?P<year>Y) YEARMARK? DASH? (?P<number>QUARTER)", _quarter),
    Rule(
        "quarter",
        "three months of the calendar year",
        "(?P<year>Y) YEARMARK? THE? (?P<number>OW | ORD) QUARTERWORD",
        _quarter,
    ),
    Rule("half-year", "six months of the calendar year", "(?P<year>Y) YEARMARK? DASH? (?P<half>HALFYEAR)", _half_year),
    Rule(
        "quarter",
        "three months of the calendar year",
        "(?P<number>OW | ORD) DASH? QUARTERWORD (?! OF (?:PERIOD | THE)) "
        "(?: (?:COMMA | OF | THE)* (?P<year>Y) YEARMARK? )?",
        _quarter,
    ),
    Rule(
        "half-year",
        "six months of the calendar year",
        "(?P<half>HALFYEAR) (?: OF? (?P<year>Y) YEARMARK? )?",
        _half_year,
    ),
    Rule(
        "half-year",
        "six months of the calendar year",
        "(?P<half>OW | ORD) HALFWORD (?: OF? (?P<year>Y) YEARMARK? )?",
        _half_ordinal,
    ),
    Rule(
        "season",
        "spring March-May, summer June-August, autumn September-November, winter December-February by its December",
        "(?P<season>SEASON) (?:UNITS | UNIT)? (?: (?:COMMA | OF)? (?P<year>Y) (?: (?:DASH | SLASH) (?:N | Y | "
        "K))? YEARMARK? )?",
        _season,
    ),
    Rule("season", "three months", "(?P<year>Y) YEARMARK? (?P<season>SEASON)", _season),
    Rule(
        "feast",
        "a day that is called by its name",
        "(?P<name>HOLIDAY) (?: (?:COMMA | OF)? (?P<year>Y) YEARMARK? )?",
        _feast,
    ),
    Rule("decade", "ten years", "THE? (?P<year>YEARS)", _decade),
    Rule(
        "years",
        "from the first year to the last",
        "(?P<first>Y) YEARMARK? (?:DASH | TO | THROUGH | SLASH) (?P<last>Y) YEARMARK?",
        _years,
    ),
    Rule(
        "years",
        "from the first year to the last",
        "BEGIN (?P<first>Y) YEARMARK? (?:AND | TO | DASH | UNTIL | THROUGH | DO) (?P<last>Y) YEARMARK?",
        _years,
    ),
    Rule("year", "the whole year", "(?: YEAROF | YEARWORD ) (?P<year>Y)", _named_year),
    Rule("year", "the whole year", "(?P<year>Y) YEARMARK", _named_year),
    Rule(
        "year",
        "the whole year",
        "(?: (?<=BEFOREYEAR) | (?<=THIRD DASH) | (?<=BOUNDWORD DASH) ) (?P<year>Y) (?!COUNTED)",
        _named_year,
    ),
)
"""Periods that stand by themselves in a calendar."""

PERIODS_ALONE = (Rule("year", "the whole year", "(?P<year>Y) (?!COUNTED)", _named_year),)
"""What counts only where nothing else stands in the text."""
