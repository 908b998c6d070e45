"""Units, months and seasons that a word points at: this week, next month, last summer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.phrases import parts as part
from store.phrases.grammar import Made, Parts, Rule
from store.phrases.meanings import from_day
from store.phrases.rules.pointing import THIRDS
from store.phrases.rules.relative import unit_pointed_at
from store.phrases.rules.remainders import EARLIER, LATER
from store.phrases.spans import (
    SEASON_STARTS,
    Span,
    Unit,
    month_of,
    season_of,
    unit_away,
    unit_holding,
)

_NEXT_UNIT = "this: the one that holds the article's day; next and last: the one after or before it"
_NAMED = "the last that ended before the article's day, or the first that begins after it"


def _this_or_next(parts: Parts) -> Made:
    unit = Unit(parts.of("unit", str))
    first, last = THIRDS.get(parts.symbol("part")), THIRDS.get(parts.symbol("last"))

    def make(day: date) -> Span:
        begin, end = unit_holding(day, unit), unit_away(day, 1, unit)
        begin = (part.third(begin, first) if first is not None else None) or begin
        end = (part.third(end, last) if last is not None else None) or end
        return Span(begin.first, end.last)

    return "PERIOD", from_day(make)


def _rest_of_unit(parts: Parts) -> Made:
    return LATER(parts) if parts.symbol("side").startswith("LATER") else EARLIER(parts)


def _named(parts: Parts) -> Made:
    which = parts.symbol("which")
    season = parts.get("name") if parts.symbol("name") == "SEASON" else None
    number = 0 if season else parts.of("name", int)

    def make(year: int) -> Span:
        return season_of(year, str(season)) if season else month_of(year, number)

    def find(day: date) -> Span:
        spans = [make(year) for year in range(day.year - 2, day.year + 3)]
        if which in ("LAST", "PASTA", "PASTS"):
            return next(span for span in reversed(spans) if span.last < day)
        if which in ("NEXT", "COMING", "COMINGS"):
            return next(span for span in spans if span.first > day)
        return next((span for span in spans if season and span.holds(day)), make(day.year))

    return "PERIOD", replace(from_day(find), month=number or SEASON_STARTS[str(season)])


NAMED = (
    Rule(
        "next, last or this month or season",
        _NAMED,
        "THE? (?P<which>POINTER) (?P<name>MONTH | SEASON) POSS? (?!DAYNO | Y)",
        _named,
    ),
    Rule(
        "next, last or this month or season",
        _NAMED,
        "(?P<name>MONTH | SEASON) (?P<which>NEXT | LAST) (?!UNIT | UNITS | LEN | MONTH | WEEKDAY)",
        _named,
    ),
)
"""Months and seasons that are pointed at; they come before months that are only named."""

UNITS = (
    Rule(
        "this unit or the next",
        "both, or from the part of the one to the part of the other",
        "(?P<part>THIRD)? OF? THIS (?P<unit>UNIT) (?:OR | AND | DASH) (?P<last>THIRD)? NEXT "
        "(?! UNIT | UNITS | LEN | MONTH | WEEKDAY | SEASON )",
        _this_or_next,
    ),
    Rule(
        "later or earlier in this unit",
        "from the day after the article to its end, or from its beginning to the day before the article",
        "(?P<side>LATER_ | EARLIER_) (?:IN | ON)? THIS (?P<whole>UNIT)",
        _rest_of_unit,
    ),
    Rule(
        "this, next or last unit",
        _NEXT_UNIT,
        "(?<!THE) (?P<which>THIS | NEXT | LAST) (?P<unit>UNIT) (?! IN PERIOD | PERIOD | DASH | OLD) (?! OF (?!X) )",
        unit_pointed_at,
    ),
    Rule(
        "this, next or last unit",
        _NEXT_UNIT,
        "THE (?P<which>NEXT | LAST | FOLLOWING) (?P<unit>UNIT) (?! OF | IN PERIOD | PERIOD | DASH | OLD)",
        unit_pointed_at,
    ),
)
"""Units of the calendar that are pointed at; rolling lengths come before them."""
