"""Weekdays, days of the month without a month, and times of a day beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.meanings import Meaning, day_of_month, from_day, kept, pair, weekday
from store.phrases.rules.pointing import TWO_AWAY, away
from store.phrases.spans import WEEK_DAYS, Span, one_day, week_of

_AROUND = ("COMING", "COMINGS", "PASTA", "PASTS")
"""Pointing words that look for the nearest such day, not for a week."""


def in_week(number: int, weeks: int) -> Meaning:
    """Return a weekday of the week so many after the article's."""
    return from_day(lambda day: one_day(week_of(day).first + timedelta(days=WEEK_DAYS * weeks + number)))


def _weekday(parts: Parts) -> Made:
    number, which = parts.of("weekday", int), parts.symbol("which")
    if which in _AROUND:
        return "DATE", coming_weekday(number) if which.startswith("COMING") else past_weekday(number)
    strict = in_week(number, away(parts))
    if which == "NEXT":
        return "DATE", kept(strict, coming_weekday(number))
    if which == "LAST":
        return "DATE", kept(strict, past_weekday(number))
    return "DATE", strict


def coming_weekday(number: int) -> Meaning:
    """Return the first such day after the article's."""
    return from_day(lambda day: _after_day(number, day))


def past_weekday(number: int) -> Meaning:
    """Return the last such day before the article's."""
    return from_day(lambda day: _before_day(number, day))


def _following(parts: Parts) -> Made:
    return "DATE", coming_weekday(parts.of("weekday", int))


def _weekday_of_week(parts: Parts) -> Made:
    return "DATE", in_week(parts.of("weekday", int), away(parts))


def _future(meaning: Meaning) -> Meaning:
    """Return a piece as it is meant of what is to come."""
    return Meaning(lambda setting: (meaning.at(setting.ahead()),))


def _weekday_beside(parts: Parts) -> Made:
    number, anchor = parts.of("weekday", int), parts.of("anchor", Meaning).bound()
    if parts.symbol("side") == "BEFORE":
        return "DATE", anchor.changed(lambda span: _before_day(number, span.first))
    return "DATE", anchor.changed(lambda span: _after_day(number, span.last))


def _after_day(number: int, day: date) -> Span:
    return one_day(day + timedelta(days=(number - day.weekday() - 1) % WEEK_DAYS + 1))


def _before_day(number: int, day: date) -> Span:
    return one_day(day - timedelta(days=(day.weekday() - number - 1) % WEEK_DAYS + 1))


def _weekday_after(parts: Parts) -> Made:
    coming = _future(weekday(parts.of("weekday", int)))
    return "DATE", coming.changed(lambda span: one_day(span.first + timedelta(days=WEEK_DAYS)))


def _until_time(parts: Parts) -> Made:
    return "DATE", replace(parts.of("kept", Meaning), place="end")


def _bare_weekday(parts: Parts) -> Made:
    return "DATE", weekday(parts.of("weekday", int))


def _bare_day(parts: Parts) -> Made:
    return "DATE", day_of_month(parts.of("day" if "day" in parts else "number", int))


def _bare_days(parts: Parts) -> Made:
    return "PERIOD", pair(day_of_month(parts.of("first", int)), day_of_month(parts.of("last", int)))


def _same(parts: Parts) -> Made:
    """Keep the one piece that counts."""
    return parts.symbol("kept"), parts.get("kept")


_THE_WEEK = "of the week, Monday to Sunday, that the pointing word leads to"
_OF = "(?:OF | IN | ON | FROM | COMMA | DURING | DASH)*"
_DAY_MEANS = "that day of the month the article appeared in, or the one beside it where the tense says so"

WEEKDAYS = (
    Rule("end of a day", "", "(?:THE? END OF? THE? DAYWORD) (?:OF | ON | COMMA)* (?P<kept>DATE)", _until_time),
    Rule(
        "weekday beside a date",
        "",
        "WEEKDAY (?:TIME | DAYPART | COMMA | DASH | LP | THE | ON)* (?P<kept>DATE) RP?",
        _same,
    ),
    Rule("weekday beside a date", "", "(?P<kept>DATE) (?:COMMA | DASH | LP | ON)* WEEKDAY RP?", _same),
    Rule(
        "day of the month",
        _DAY_MEANS,
        "WEEKDAY COMMA? THE? (?P<day>ORD)",
        _bare_day,
    ),
    Rule(
        "days of the month",
        "from one day of the month to the other",
        "BEGIN? THE (?P<first>ORD) (?:RANGE | AND | OR) THE? (?P<last>ORD)",
        _bare_days,
    ),
    Rule(
        "days of the month",
        "from one day of the month to the other",
        "BEGIN? (?P<first>DAYNO | OW) NUMBERWORD? (?:RANGE | AND | OR) (?P<last>DAYNO | OW) NUMBERWORD (?!MONTHREF)",
        _bare_days,
    ),
    Rule(
        "day of the month",
        _DAY_MEANS,
        "(?P<day>DAYNO | OW) NUMBERWORD (?!MONTHREF)",
        _bare_day,
    ),
    Rule(
        "day of the month",
        _DAY_MEANS,
        "(?<=ORDPREP) THE (?P<day>ORD) (?!NOUN | DASH | MONTHREF | UNIT | WEEKDAY | AND NOUN)",
        _bare_day,
    ),
)
"""Days that lean on a weekday or an article."""

ALONE_DAYS = (
    Rule(
        "day of the month",
        _DAY_MEANS,
        "THE? (?P<day>ORD) (?!MONTHREF | WEEKDAY | UNIT | HALFA) | "
        "THE (?P<number>N) (?!MONTHREF | UNIT | UNITS | WEEKDAY)",
        _bare_day,
    ),
)
"""Days of the month that count only where nothing else stands in the text."""

WEEKDAYS_POINTED = (
    Rule(
        "the following weekday", "the first after the article's day", "THE FOLLOWING (?P<weekday>WEEKDAY)", _following
    ),
    Rule("weekday of a week", _THE_WEEK, "(?P<which>BEFORELAST) (?P<weekday>WEEKDAY)", _weekday_of_week),
    Rule(
        "weekday of a week",
        _THE_WEEK,
        f"THE? (?P<weekday>WEEKDAY) {_OF} THE? (?P<which>THIS | NEXT | LAST | COMING) WEEKWORD POSS?",
        _weekday_of_week,
    ),
    Rule(
        "weekday of a week",
        _THE_WEEK,
        f"(?P<which>THIS | NEXT | LAST | COMING) WEEKWORD POSS? {_OF} THE? (?P<weekday>WEEKDAY)",
        _weekday_of_week,
    ),
    Rule(
        "weekday of a week",
        _THE_WEEK,
        f"THE? (?P<weekday>WEEKDAY) {_OF} THE? WEEKWORD {TWO_AWAY}",
        _weekday_of_week,
    ),
    Rule("weekday of a week", _THE_WEEK, f"THE? (?P<weekday>WEEKDAY) {TWO_AWAY}", _weekday_of_week),
    Rule(
        "weekday a week on", "a week after the next such day", "(?P<weekday>WEEKDAY) WEEKWORD (?!END)", _weekday_after
    ),
    Rule(
        "next, last or coming weekday",
        "next and last: of the week after or before; coming and past: the first after or before the article's day",
        "THE? (?P<which>POINTER) (?P<weekday>WEEKDAY) (?! OF (?:THE | PERIOD | POINTER) | IN (?:PERIOD | "
        "POINTER) | PERIOD | POINTER (?:MONTHWORD | YEARWORD) | BEFORE THE? (?:DATE | PERIOD))",
        _weekday,
    ),
    Rule(
        "next, last or coming weekday",
        "next and last: of the week after or before; coming and past: the first after or before the article's day",
        "(?P<weekday>WEEKDAY) (?P<which>NEXT | LAST) (?!UNIT | UNITS | MONTH | SEASON | LEN)",
        _weekday,
    ),
)
"""Weekdays of a week, and those that a word points at."""

WEEKDAY_BESIDE = (
    Rule(
        "weekday before or after a day",
        "the last such day before it, or the first after it",
        "(?:THE | THE? OPENA | THE? FIRST | THE? LAST) (?P<weekday>WEEKDAY) (?P<side>BEFORE | AFTER | "
        "FOLLOWING) THE? (?P<anchor>DATE | PERIOD)",
        _weekday_beside,
    ),
)
"""Weekdays counted from another day."""

BARE_WEEKDAY = (
    Rule(
        "weekday",
        "the last such day for what was, the next for what is to come; the article's own day counts",
        "(?P<weekday>WEEKDAY)",
        _bare_weekday,
    ),
)
"""A weekday that no other rule took."""

TIMES_OF_DAY = (
    Rule(
        "time of day",
        "",
        "(?:SOONBEFORE | SOONAFTER) (?:DAYPART | TIME) (?:OF | ON | COMMA | THE)* (?P<kept>DATE)",
        _same,
    ),
    Rule("end of a day", "", "(?P<kept>DATE) OUT", _until_time),
    Rule("time of day", "", "(?<=BEFORE) (?:DAYPART | TIME) (?:OF | ON | COMMA | THE)* (?P<kept>DATE)", _until_time),
    Rule("time of day", "", "DAYPART (?:OF | ON | COMMA | THE)* (?P<kept>DATE)", _same),
    Rule("time of day", "", "TIME (?:ON | COMMA | OF | DAYPART)* (?P<kept>DATE)", _same),
    Rule("time of day", "", "(?P<kept>DATE) (?: (?:AT | COMMA | IN | BY | DASH)* (?:TIME | DAYPART) )+", _same),
    Rule(
        "later or earlier that day",
        "",
        "(?:LATER | EARLIER | EARLY | LATE | MID) DASH? (?:ON | IN)? (?P<kept>DATE)",
        _same,
    ),
)
"""Times and parts of a day say nothing about the day."""
