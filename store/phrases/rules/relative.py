"""Days and periods counted from the day of the article: today, next week, this summer."""

from __future__ import annotations

from datetime import timedelta

from store.phrases import parts as part
from store.phrases.grammar import Made, Parts, Rule
from store.phrases.lengths import Length
from store.phrases.meanings import Meaning, Setting, from_day
from store.phrases.rules.pointing import TWO_AWAY, away
from store.phrases.rules.weekdays import coming_weekday, past_weekday
from store.phrases.spans import (
    WEEK_DAYS,
    Span,
    Unit,
    add_months,
    month_of,
    one_day,
    unit_away,
    unit_holding,
    weekend_of,
)

_SATURDAY, _SUNDAY = 5, 6


def _shifted(days: int) -> Meaning:
    return from_day(lambda day: one_day(day + timedelta(days=days)))


def _today(parts: Parts) -> Made:
    return "DATE", _shifted(parts.of("days", int))


def _length_from(parts: Parts) -> Made:
    days = parts.of("days", int)
    length = parts.of("length", Length) if "length" in parts else Length(1, 1, Unit.WEEK)
    if days < 0 or not length.exact or length.unit in (Unit.DAY, Unit.HOUR, Unit.MINUTE):
        return None
    return "DATE", from_day(lambda day: length.after(day + timedelta(days=days)))


def _year_away(parts: Parts) -> Made:
    years = parts.of("years", int)
    return "PERIOD", from_day(lambda day: unit_away(day, years, Unit.YEAR))


def _overnight(_: Parts) -> Made:
    return "PERIOD", from_day(lambda day: Span(day - timedelta(days=1), day))


def unit_pointed_at(parts: Parts) -> Made:
    """Return the unit of the calendar that the pointing word leads to."""
    unit, count = Unit(parts.of("unit", str)), away(parts)
    if unit in (Unit.HOUR, Unit.MINUTE):
        return None
    if unit is Unit.SEASON and count == 0:
        return "PERIOD", from_day(lambda day: unit_holding(day, unit))
    symbol = "DATE" if unit is Unit.DAY else "PERIOD"
    return symbol, from_day(lambda day: unit_away(day, count, unit))


def _weekend(parts: Parts) -> Made:
    count = away(parts)
    if parts.symbol("which") in ("COMING", "COMINGS"):
        return "PERIOD", coming_weekday(_SATURDAY).changed(lambda span: weekend_of(span.first))
    if parts.symbol("which") in ("PASTA", "PASTS"):
        return "PERIOD", past_weekday(_SUNDAY).changed(lambda span: weekend_of(span.first))
    return "PERIOD", from_day(lambda day: unit_away(day, count, Unit.WEEKEND))


def _bare_weekend(_: Parts) -> Made:
    def spans(setting: Setting) -> list[Span]:
        return [weekend_of(setting.around + timedelta(days=WEEK_DAYS * week)) for week in (-1, 0, 1)]

    return "PERIOD", Meaning(spans, "week")


def _of_named_year(parts: Parts) -> Made:
    return _in_year(parts, parts.of("years", int))


def _of_year(parts: Parts) -> Made:
    return _in_year(parts, away(parts))


def _in_year(parts: Parts, count: int) -> Made:
    """Return a day or period in the year so many after the article's."""
    meaning = parts.of("kept", Meaning)
    if meaning.missing != "year" or meaning.completed is None:
        return None
    complete = meaning.completed

    def spans(setting: Setting) -> list[Span]:
        return list(complete(setting.day.year + count, meaning.month or 1).spans(setting))

    return parts.symbol("kept"), Meaning(spans, month=meaning.month)


def _day_of_month(parts: Parts) -> Made:
    number = parts.of("day" if "day" in parts else "number", int)
    count = away(parts) if "which" in parts else 0

    def spans(setting: Setting) -> list[Span]:
        first = add_months(setting.day.replace(day=1), count)
        day = part.nth_day(month_of(first.year, first.month), number)
        return [day] if day else []

    return "DATE", Meaning(spans)


def _days_of_month(parts: Parts) -> Made:
    first, last, count = parts.of("first", int), parts.of("day", int), away(parts)

    def change(month: Span) -> Span | None:
        begin, end = part.nth_day(month, first), part.nth_day(month, last)
        return Span(begin.first, end.last) if begin and end and first < last else None

    return "PERIOD", from_day(lambda day: unit_away(day, count, Unit.MONTH)).changed(change)


def _week_holding(parts: Parts) -> Made:
    return "PERIOD", parts.of("kept", Meaning).changed(lambda span: unit_holding(span.first, Unit.WEEK))


def _weekend_holding(parts: Parts) -> Made:
    return "PERIOD", parts.of("kept", Meaning).changed(lambda span: weekend_of(span.first))


def _weekend_beside(parts: Parts) -> Made:
    meaning = parts.of("kept", Meaning).bound()
    week = timedelta(days=WEEK_DAYS)

    def before(span: Span) -> Span:
        weekend = weekend_of(span.first)
        return weekend if weekend.last < span.first else weekend_of(span.first - week)

    def after(span: Span) -> Span:
        weekend = weekend_of(span.last)
        return weekend if weekend.first > span.last else weekend_of(span.last + week)

    return "PERIOD", meaning.counted(before if "BEFORE" in parts.symbol("side") else after)


def _midweek(parts: Parts) -> Made:
    count = away(parts) if "which" in parts else 0
    return "PERIOD", from_day(lambda day: unit_away(day, count, Unit.WEEK)).changed(
        lambda week: part.third(week, part.MID)
    )


_NEXT_UNIT = "this: the one that holds the article's day; next and last: the one after or before it"
_NAMED = "the last that ended before the article's day, or the first that begins after it"
_OF = "(?:OF | IN | ON | COMMA | DURING | DASH)*"

RELATIVE = (
    Rule(
        "week or weekend of a day", "the one that holds that day", "THE? (?P<kept>DATE) WEEKENDWORD", _weekend_holding
    ),
    Rule(
        "weekend before or after a day",
        "the last that ends before it, or the first that begins after it",
        "THE WEEKENDWORD (?P<side>BEFORE | AFTER | FOLLOWING) THE? (?P<kept>DATE | PERIOD)",
        _weekend_beside,
    ),
    Rule("last or this unit", _NEXT_UNIT, "THE? (?P<unit>UNIT) (?P<which>JUSTENDED)", unit_pointed_at),
    Rule(
        "month or season of a year",
        "that one of last year or this",
        "(?P<years>RYEAR) (?:IN | ON)? (?P<kept>PERIOD | DATE)",
        _of_named_year,
    ),
    Rule(
        "month or season of a year",
        "that one of last year or this",
        "(?P<kept>PERIOD | DATE) (?P<years>RYEAR)",
        _of_named_year,
    ),
    Rule("a length from today or tomorrow", "counted from that day", "(?P<length>LEN) (?P<days>RDAY)", _length_from),
    Rule("a length from today or tomorrow", "counted from that day", "(?P<days>RDAY) WEEKWORD", _length_from),
    Rule("today, tomorrow, yesterday", "counted from the article's day", "(?P<days>RDAY)", _today),
    Rule("last year or this year", "the whole year", "(?P<years>RYEAR)", _year_away),
    Rule("overnight", "the article's day and the one before", "OVERNIGHT", _overnight),
    Rule(
        "this, next or last unit",
        _NEXT_UNIT,
        "THE? (?P<which>NEW) (?P<unit>WEEKWORD | MONTHWORD | QUARTERWORD) (?!OF)",
        unit_pointed_at,
    ),
    Rule("midweek", "Wednesday and Thursday", "MIDWEEK (?: OF? (?P<which>POINTER) WEEKWORD POSS? )?", _midweek),
    Rule("midweek", "Wednesday and Thursday", "(?P<which>POINTER) WEEKWORD POSS? MIDWEEK", _midweek),
    Rule(
        "week or weekend of a day",
        "the one that holds that day",
        "(?: WEEKOF | (?<!NTH) THE? WEEKWORD OF ) THE? WEEKDAY? (?P<kept>DATE | PERIOD)",
        _week_holding,
    ),
    Rule(
        "week or weekend of a day",
        "the one that holds that day",
        "(?<!NTH) THE? WEEKENDWORD OF THE? WEEKDAY? (?P<kept>DATE | PERIOD)",
        _weekend_holding,
    ),
    Rule(
        "the n-th of a month",
        "that day of the month the pointing word leads to",
        "THE? (?:(?P<day>ORD | OW) (?:DAYWORD | NUMBERWORD)? (?:OF | IN)? | (?P<number>N) (?:DAYWORD | "
        "NUMBERWORD | OF | IN)) THE? (?P<which>THIS | NEXT | LAST | "
        "COMING) MONTHWORD POSS?",
        _day_of_month,
    ),
    Rule(
        "days of a month",
        "those days of the month the pointing word leads to",
        "BEGIN? THE? (?P<first>N | ORD) (?:RANGE | AND | OR) THE? (?P<day>N | "
        "ORD) OF? (?P<which>THIS | NEXT | LAST) MONTHWORD",
        _days_of_month,
    ),
    Rule(
        "the n-th of a month",
        "that day of the article's month",
        "THE? (?P<day>ORD) DAYWORD? OF THE? MONTHWORD",
        _day_of_month,
    ),
    Rule(
        "weekend",
        "the Saturday and Sunday of that week",
        "THE? (?P<which>POINTER) WEEKENDWORD (?! (?:OF | IN) (?:PERIOD | THE | POINTER) | PERIOD)",
        _weekend,
    ),
    Rule(
        "weekend",
        "the Saturday and Sunday of that week",
        f"THE? WEEKENDWORD {TWO_AWAY}",
        _weekend,
    ),
    Rule(
        "weekend",
        "the last that has begun for what was, the next not over for what is to come",
        "(?<=SPANPREP) THE? WEEKENDWORD | THE WEEKENDWORD",
        _bare_weekend,
    ),
    Rule(
        "month or season of a year",
        "that one of the year the pointing word leads to",
        f"(?P<kept>PERIOD | DATE) {_OF} THE? (?P<which>POINTER) YEARWORD POSS?",
        _of_year,
    ),
    Rule(
        "month or season of a year",
        "that one of the year the pointing word leads to",
        "(?P<which>THIS | NEXT | LAST) YEARWORD POSS? (?P<kept>PERIOD | DATE)",
        _of_year,
    ),
    Rule(
        "two units away",
        "the one after the next, or before the last",
        f"THE? (?P<unit>UNIT) {TWO_AWAY}",
        unit_pointed_at,
    ),
    Rule(
        "two units away",
        "the one after the next, or before the last",
        f"{TWO_AWAY} (?P<unit>UNIT)",
        unit_pointed_at,
    ),
    Rule(
        "unit by its place",
        _NEXT_UNIT,
        "(?P<unit>UNIT) (?P<which>NEXT) (?!UNIT | UNITS | LEN | MONTH | WEEKDAY | SEASON)",
        unit_pointed_at,
    ),
)
"""Days and periods counted from the day of the article."""
