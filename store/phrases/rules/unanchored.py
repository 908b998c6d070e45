"""What names no day: lengths that hang on nothing, conditions and events, and words that say there is no date."""

from __future__ import annotations

from dataclasses import dataclass

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.lengths import Length


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in days; None on a side = open."""

    least: int | None
    """The least number of days."""
    most: int | None
    """The greatest number of days."""


def _exact(parts: Parts) -> Made:
    length = parts.of("length", Length)
    return "DURATION", Duration(length.least_days, length.most_days)


def _least(parts: Parts) -> Made:
    return "DURATION", Duration(parts.of("length", Length).least_days, None)


def _most(parts: Parts) -> Made:
    return "DURATION", Duration(None, parts.of("length", Length).most_days)


def _condition(_: Parts) -> Made:
    return "CONDITION", None


def _none(_: Parts) -> Made:
    return "NOTHING", None


_DAYS = "a length that hangs on no day: a week is 7 days, a month 30, a year 365, hours are rounded up"
_EVENT = "it hangs on an event or a condition that has no day of its own"

UNANCHORED = (
    Rule("at least a length", _DAYS, "(?:FOR)? (?:ATLEAST | OVER) (?:FOR)? A? (?P<length>LEN)", _least),
    Rule("at least a length", _DAYS, "(?P<length>LEN) (?:ATLEAST)", _least),
    Rule(
        "at most a length", _DAYS, "(?:FOR)? (?:ATMOST | UPTO | NOMORE | UNTIL | DO) (?:FOR)? A? (?P<length>LEN)", _most
    ),
    Rule("at most a length", _DAYS, "(?P<length>LEN) (?:ATMOST)", _most),
    Rule("a length of time", _DAYS, "(?P<length>LEN)", _exact),
    Rule("on a condition", _EVENT, "(?:COND | AFTER | BEFORE | UNTIL | FOLLOWING) (?=EVENT)", _condition),
    Rule("no date", "the words name no day", "NONE", _none),
)
"""What names no day, once all that does has been taken."""
