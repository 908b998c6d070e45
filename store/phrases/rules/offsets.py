"""Lengths that hang on another day or on an event: a week after X, three days before X, the two weeks to X."""

from __future__ import annotations

from datetime import timedelta

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.lengths import Length
from store.phrases.limits import Limits
from store.phrases.meanings import Meaning
from store.phrases.rules.rolling import length_said
from store.phrases.spans import Span, add, one_day

_DAY = timedelta(days=1)
_WEEK = 7
_OFFSET = "so long before or after; months and years by the calendar, clipped at the month's end"
_IN = "(?:IN | ON | ZA | OVER | DURING | FOR | AT | WITHIN)?"


def _within_of(parts: Parts) -> Made:
    length, anchor = parts.of("length", Length), parts.of("anchor", Meaning).bound()
    high, unit = length.high, length.unit
    return "PERIOD", anchor.counted(lambda span: Span(span.last, add(span.last, high, unit)))


def _within_before(parts: Parts) -> Made:
    length, anchor = parts.of("length", Length), parts.of("anchor", Meaning).bound()
    high, unit = length.high, length.unit
    return "PERIOD", anchor.counted(lambda span: Span(add(span.first, -high, unit), span.first))


def _after(parts: Parts) -> Made:
    length, anchor = length_said(parts), parts.of("anchor", Meaning).bound()
    if length is None:
        return None
    return "DATE" if length.exact else "PERIOD", anchor.counted(lambda span: length.after(span.last))


def _from_weekday(parts: Parts) -> Made:
    length, anchor = parts.of("length", Length), parts.of("anchor", Meaning).bound()
    if parts.symbol("how") == "ON" and length.least_days % _WEEK:
        return None
    if anchor.missing != "week":
        return _after(parts)
    coming = Meaning(lambda setting: (anchor.at(setting.ahead()),))
    return "DATE" if length.exact else "PERIOD", coming.changed(lambda span: length.after(span.last))


def _before(parts: Parts) -> Made:
    length, anchor = length_said(parts), parts.of("anchor", Meaning).bound()
    if length is None:
        return None
    return "DATE" if length.exact else "PERIOD", anchor.counted(lambda span: length.before(span.first))


def _up_to(parts: Parts) -> Made:
    length, anchor = parts.of("length", Length), parts.of("anchor", Meaning).bound()
    high, unit = length.high, length.unit
    return "PERIOD", anchor.counted(lambda span: Span(add(span.last + _DAY, -high, unit), span.last))


def _either_side(parts: Parts) -> Made:
    length = parts.of("length", Length)

    def change(span: Span) -> Span:
        return Span(length.before(span.first).first, length.after(span.last).last)

    return "PERIOD", parts.of("anchor", Meaning).counted(change)


def _beside(parts: Parts) -> Made:
    length, anchor = length_said(parts), parts.of("anchor", Meaning).bound()
    if length is None:
        return None
    if parts.symbol("side") in ("BEFORE", "SOONBEFORE"):
        return "PERIOD", anchor.counted(lambda span: Span(length.before(span.first).first, span.first - _DAY))
    return "PERIOD", anchor.counted(lambda span: Span(span.last + _DAY, length.after(span.last).last))


def _long_after(parts: Parts) -> Made:
    length, anchor = parts.of("length", Length), parts.of("anchor", Meaning).bound()
    return "BOUND", Limits(lower=anchor.counted(lambda span: one_day(add(span.last, length.low, length.unit))))


def _eve(parts: Parts) -> Made:
    return "DATE", parts.of("anchor", Meaning).changed(lambda span: one_day(span.first - _DAY))


def _morrow(parts: Parts) -> Made:
    return "DATE", parts.of("anchor", Meaning).changed(lambda span: one_day(span.last + _DAY))


def _or_next(parts: Parts) -> Made:
    later = parts.symbol("side") == "MORROW"

    def change(span: Span) -> Span:
        return Span(span.first, span.last + _DAY) if later else Span(span.first - _DAY, span.last)

    return "PERIOD", parts.of("day", Meaning).changed(change)


def _condition(_: Parts) -> Made:
    return "CONDITION", None


OFFSETS = (
    Rule(
        "a length after a day",
        _OFFSET,
        "INOFF (?P<length>UNIT) (?:AFTER | FROM | FOLLOWING | SINCE) (?P<anchor>DATE | PERIOD)",
        _after,
    ),
    Rule(
        "so long up to a day",
        "the length that ends with that day",
        "THE? (?P<length>LEN) (?:TO | ENDED | UNTIL) (?:ON | IN)? THE? (?P<anchor>DATE | PERIOD)",
        _up_to,
    ),
    Rule(
        "around a day",
        "so long before it and after it",
        "(?:WITHIN | IN)? (?P<length>LEN) EITHERSIDE THE? (?P<anchor>DATE)",
        _either_side,
    ),
    Rule(
        "in the days before or after a day",
        "all of them, without the day itself",
        "(?:IN | DURING | OVER | WITHIN | FOR) THE (?: (?:LAST | FINALA | FIRST))? (?P<length>LEN | UNITS | UNIT) "
        "(?P<side>BEFORE | AFTER | FOLLOWING) THE? (?P<anchor>DATE | PERIOD)",
        _beside,
    ),
    Rule(
        "within a length of a day",
        "from that day to the end of the length",
        "(?:WITHIN | NOMORE | ATMOST | INUNDER) (?:THE (?:NEXT | FIRST))? (?P<length>LEN) (?:OF | AFTER | FROM | "
        "FOLLOWING | SINCE) THE? (?P<anchor>DATE | PERIOD)",
        _within_of,
    ),
    Rule(
        "within a length before a day",
        "the length that ends with that day",
        "WITHIN (?P<length>LEN) (?:BEFORE | DO) THE? (?P<anchor>DATE | PERIOD)",
        _within_before,
    ),
    Rule(
        "at least a length after a day",
        "from the end of the length on",
        "(?:ATLEAST | OVER) (?P<length>LEN) (?:AFTER | FROM | FOLLOWING) THE? (?P<anchor>DATE | PERIOD)",
        _long_after,
    ),
    Rule(
        "a length after a day",
        _OFFSET,
        "(?P<length>LEN) (?P<how>ON | FROM) THE? (?P<anchor>DATE)",
        _from_weekday,
    ),
    Rule(
        "a length after a day",
        _OFFSET,
        "(?:IN | INOFF)? THE? (?P<length>LEN) (?:AFTER | FROM | FOLLOWING | SINCE) THE? (?P<anchor>DATE | PERIOD)",
        _after,
    ),
    Rule(
        "a length before a day",
        _OFFSET,
        "(?:IN | ZA)? THE? (?P<length>LEN | UNIT) BEFORE THE? (?P<anchor>DATE | PERIOD)",
        _before,
    ),
    Rule("a length before a day", _OFFSET, "ZA (?P<length>LEN | UNIT | UNITS) DO (?P<anchor>DATE | PERIOD)", _before),
    Rule(
        "days before a day",
        _OFFSET,
        f"{_IN} THE? FINALA? (?P<length>UNITS) (?:BEFORE) THE? (?P<anchor>DATE | PERIOD)",
        _before,
    ),
    Rule(
        "a length after an event",
        "counted from an event that has no day of its own",
        "(?:WITHIN | IN | INOFF | ATLEAST | ATMOST | NOMORE | OVER | INUNDER | ZA | UPTO | BY)* THE? (?:NEXT | "
        "FIRST | LAST)? (?:LEN | UNITS | UNIT) (?:AFTER | BEFORE | DO | FOLLOWING | FROM) (?=EVENT)",
        _condition,
    ),
    Rule(
        "a length of an event",
        "counted from an event that has no day of its own",
        "(?:WITHIN | INUNDER) LEN OF (?=EVENT)",
        _condition,
    ),
    Rule(
        "a day or the next",
        "two days",
        "(?P<day>DATE) (?:OR | AND) (?P<side>MORROW | EVE) (?!DATE | PERIOD | EVENT)",
        _or_next,
    ),
    Rule("the day before", "the day before that day", "EVE THE? (?P<anchor>DATE | PERIOD)", _eve),
    Rule("the day after", "the day after that day", "MORROW THE? (?P<anchor>DATE | PERIOD)", _morrow),
    Rule(
        "the day before or after an event",
        "counted from an event that has no day of its own",
        "(?:EVE | MORROW) OF? (?=EVENT)",
        _condition,
    ),
)
"""Lengths that hang on another day, or on an event."""
