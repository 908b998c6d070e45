"""Lengths that are counted from the article's day or from another: within two weeks, three days ago, a week after X."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.lengths import Length, vague
from store.phrases.limits import Limits
from store.phrases.meanings import from_day, kept
from store.phrases.spans import Span, Unit, add, one_day, week_of

_DAY = timedelta(days=1)
_ROUGHLY = timedelta(days=3)
_WEEK = 7
_PLURAL = ("UNITS", "WEEKBOTH", "MONTHBOTH")
_NEVER_ROLLING = (Unit.WEEKEND, Unit.SEASON)


def length_said(parts: Parts) -> Length | None:
    """Return the length that was said: with a number, or `days`, or one `week`."""
    value = parts.get("length")
    if isinstance(value, Length):
        return value
    unit = Unit(str(value))
    if unit in _NEVER_ROLLING:
        return None
    return vague(unit) if parts.symbol("length") in _PLURAL else Length(1, 1, unit)


def _ahead(length: Length) -> Callable[[date], Span]:
    """Return the days from tomorrow to the end of a length."""

    def make(day: date) -> Span:
        last = add(day, length.high, length.unit)
        return Span(min(day + _DAY, last), last)

    return make


def _coming(parts: Parts) -> Made:
    length = length_said(parts)
    if length is None:
        return None
    meaning = from_day(_ahead(length))
    if length == Length(1, 1, Unit.WEEK):
        wide = from_day(lambda day: Span(day + _DAY, week_of(day + 7 * _DAY).last))
        return "PERIOD", kept(meaning, wide)
    return "PERIOD", meaning


def _behind(length: Length) -> Callable[[date], Span]:
    """Return the days from the beginning of a length to yesterday."""

    def make(day: date) -> Span:
        first = add(day, -length.high, length.unit)
        return Span(first, max(day - _DAY, first))

    return make


def _past(parts: Parts) -> Made:
    length = length_said(parts)
    return None if length is None else ("PERIOD", from_day(_behind(length)))


def _few(parts: Parts) -> Length | None:
    """Return the length of a few units; of days and nights, which have no singular, one."""
    unit = Unit(parts.of("length", str))
    return Length(1, 1, unit) if parts.symbol("length") == "DAYNIGHT" else vague(unit)


def _coming_few(parts: Parts) -> Made:
    length = _few(parts)
    return None if length is None else ("PERIOD", from_day(_ahead(length)))


def _past_few(parts: Parts) -> Made:
    length = _few(parts)
    return None if length is None else ("PERIOD", from_day(_behind(length)))


def _last_days(_: Parts) -> Made:
    length = vague(Unit.DAY)
    return None if length is None else ("PERIOD", from_day(_behind(length)))


def _within(parts: Parts) -> Made:
    length = length_said(parts)
    if length is None:
        return None
    high, unit = length.high, length.unit
    return "PERIOD", from_day(lambda day: Span(day, add(day, high, unit)))


def _shifted(parts: Parts, make: Callable[[Length], Callable[[date], Span]]) -> Made:
    length = length_said(parts)
    if length is None:
        return None
    return "DATE" if length.exact else "PERIOD", from_day(make(length))


def _ago(parts: Parts) -> Made:
    return _shifted(parts, lambda length: length.before)


def _from_now(parts: Parts) -> Made:
    return _shifted(parts, lambda length: length.after)


def _in_about(parts: Parts) -> Made:
    length = parts.of("length", Length)

    def make(day: date) -> Span:
        span = length.after(day)
        return Span(max(span.first - _ROUGHLY, day), span.last + _ROUGHLY)

    return "PERIOD", from_day(make)


def _long_ago(parts: Parts) -> Made:
    length = parts.of("length", Length)
    return "BOUND", Limits(upper=from_day(lambda day: one_day(add(day, -length.low, length.unit))))


def _lately(parts: Parts) -> Made:
    length = parts.of("length", Length)
    return "PERIOD", from_day(lambda day: Span(add(day, -length.high, length.unit), day))


def _not_within(parts: Parts) -> Made:
    length = length_said(parts)
    if length is None:
        return None
    return "BOUND", Limits(lower=from_day(lambda day: one_day(add(day, length.low, length.unit))))


_COMING = "from the day after the article to the end of the length"
_PAST = "from the beginning of the length to the day before the article"
_WITHIN = "from the article's day to the end of the length"
_OFFSET = "so long before or after; months and years by the calendar, clipped at the month's end"
_IN = "(?:IN | ON | ZA | OVER | DURING | FOR | AT | WITHIN)?"

ROLLING = (
    Rule(
        "in about so long",
        "three days on either side of it",
        "(?:IN | INOFF) ABOUT (?P<length>LEN) (?!ANCHORED)",
        _in_about,
    ),
    Rule("long ago", "at least so long before the article's day", "(?:ATLEAST | OVER) (?P<length>LEN) AGO", _long_ago),
    Rule("not long ago", "from so long before the article's day", "(?:ATMOST | NOMORE) (?P<length>LEN) AGO", _lately),
    Rule("ago", _OFFSET, "(?P<length>LEN | UNITS) ORSO? AGO", _ago),
    Rule("ago", _OFFSET, "(?P<length>UNITS | UNIT) AGO", _ago),
    Rule(
        "within",
        _WITHIN,
        "(?:WITHIN | INUNDER) (?:THE | THIS)? (?:NEXT | COMING | FOLLOWING)? FEW? (?P<length>LEN | UNITS) (?!ANCHORED)",
        _within,
    ),
    Rule("in so long", _OFFSET, "MATTEROF (?P<length>LEN | UNITS)", _from_now),
    Rule("within", _WITHIN, "(?:WITHIN) (?:THE)? (?:NEXT | COMING)? (?P<length>ROLLUNIT) (?!ANCHORED)", _within),
    Rule("not before a length is over", "from the end of the length on", "INOVER (?P<length>LEN | UNIT)", _not_within),
    Rule(
        "not before a length is over",
        "from the end of the length on",
        "(?:ATLEAST | OVER) (?P<length>LEN) (?:FROMNOW | FROM NOW)",
        _not_within,
    ),
    Rule(
        "in the coming days",
        _COMING,
        f"{_IN} THE? (?:NEXT | COMING | FOLLOWING) (?:NEXT | COMING)? (?P<length>LEN) (?!AGO)",
        _coming,
    ),
    Rule("in the coming days", _COMING, f"{_IN} THE? (?:NEXT | COMING | FOLLOWING) FEW? (?P<length>PLURALS)", _coming),
    Rule("in the coming days", _COMING, f"{_IN} THE? (?P<length>UNITS | LEN) AHEAD", _coming),
    Rule("in the coming days", _COMING, f"{_IN} COMINGS FEW? (?P<length>ROLLUNIT)", _coming_few),
    Rule("in the past weeks", _PAST, f"{_IN} PASTS FEW? (?P<length>ROLLUNIT) (?!PERIOD)", _past_few),
    Rule("in the coming week", _COMING, f"{_IN} THE (?P<length>ROLLUNIT) AHEAD", _coming),
    Rule("in the coming week", _COMING, f"{_IN} (?:THE | A)? (?:NEXT)? COMING (?P<length>ROLLUNIT)", _coming),
    Rule(
        "in the coming week",
        _COMING,
        "(?: (?:IN | OVER | DURING)? THE | OVER | DURING ) NEXT (?P<length>ROLLUNIT) (?!OF | DASH)",
        _coming,
    ),
    Rule("in the past weeks", _PAST, f"{_IN} THE? (?:PASTA | LAST) (?P<length>LEN) (?!OF)", _past),
    Rule("in the past weeks", _PAST, f"{_IN} THE? (?:PASTA | LAST | RECENT) FEW? (?P<length>PLURALS) (?!OF)", _past),
    Rule("in the past weeks", _PAST, f"{_IN} THE? LASTDAYS (?!OF | IN | PERIOD | POINTER)", _last_days),
    Rule("in the past week", _PAST, f"{_IN} THE? PASTA (?P<length>ROLLUNIT) (?!OF | PERIOD | POINTER)", _past),
    Rule(
        "in the past week",
        _PAST,
        "(?: (?:IN | OVER | DURING)? THE | OVER | DURING ) LAST (?P<length>ROLLUNIT) (?!OF | DASH)",
        _past,
    ),
    Rule("in so long", _OFFSET, "(?:IN | INOFF) THE? (?P<length>LEN) POSS? FROMNOW? (?!ANCHORED)", _from_now),
    Rule("in so long", _OFFSET, "IN (?P<length>UNITS) (?!ANCHORED)", _from_now),
    Rule("in so long", _OFFSET, "INOFF (?P<length>UNIT | UNITS) (?!ANCHORED)", _from_now),
    Rule("in so long", _OFFSET, "(?P<length>LEN | UNITS) POSS? (?:FROMNOW | FROM NOW)", _from_now),
)
"""Lengths that hang on the article's day."""
