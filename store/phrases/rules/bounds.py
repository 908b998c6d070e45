"""Ranges and bounds: from A to B, by X, before X, after X, no earlier than X, since X, around X."""

from __future__ import annotations

from datetime import timedelta

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.limits import Limits
from store.phrases.meanings import Meaning, from_day, pair
from store.phrases.spans import Span, Unit, one_day

_ROUGHLY = timedelta(days=3)


def _range(parts: Parts) -> Made:
    return "PERIOD", pair(parts.of("first", Meaning), parts.of("last", Meaning))


def _bound_range(parts: Parts) -> Made:
    return "PERIOD", pair(parts.of("first", Meaning).bound(), parts.of("last", Meaning).bound())


def _until_range(parts: Parts) -> Made:
    return "PERIOD", pair(parts.of("first", Meaning), parts.of("last", Meaning).bound())


def _from_today(parts: Parts) -> Made:
    return "PERIOD", pair(from_day(one_day), parts.of("last", Meaning).bound())


def _by(parts: Parts) -> Made:
    until = parts.symbol("word") in ("UNTIL", "DO")
    return "BOUND", Limits(upper=parts.of("day", Meaning).bound(), holds_until=until)


def _before(parts: Parts) -> Made:
    meaning = parts.of("day", Meaning)
    if meaning.place == "end":
        return "BOUND", Limits(upper=meaning.bound(), holds_until=True)
    return "BOUND", Limits(
        upper=meaning.bound(), short=True, holds_until=True, loose=meaning if meaning.place == "inside" else None
    )


def _after(parts: Parts) -> Made:
    return "BOUND", Limits(lower=parts.of("day", Meaning).bound(), beyond=True)


def _from(parts: Parts) -> Made:
    return "BOUND", Limits(lower=parts.of("day", Meaning).bound())


def _until_now(parts: Parts) -> Made:
    return "BOUND", Limits(lower=parts.of("first", Meaning).bound(), until_today=True)


def _since(parts: Parts) -> Made:
    return "BOUND", Limits(lower=parts.of("day", Meaning).bound(), until_today=True)


def _between(parts: Parts) -> Made:
    return "BOUND", Limits(
        lower=parts.of("first", Meaning).bound(),
        upper=parts.of("last", Meaning).bound(),
        beyond=parts.symbol("begin") in ("AFTER", "FOLLOWING"),
        short=parts.symbol("end") == "BEFORE" and parts.of("last", Meaning).place != "end",
    )


def _about(parts: Parts) -> Made:
    def widened(span: Span) -> Span:
        if span.unit is not Unit.DAY:
            return span
        return Span(span.first - _ROUGHLY, span.last + _ROUGHLY)

    return "PERIOD", parts.of("day", Meaning).changed(widened)


def _dated(parts: Parts) -> Made:
    return "DATE", parts.get("day")


def _do(parts: Parts) -> Made:
    """Read a word that means `by` a day and `before` a longer period (Russian and Ukrainian)."""
    meaning = parts.of("day", Meaning)
    return _by(parts) if parts.symbol("day") == "DATE" or meaning.place else _before(parts)


_RUN = "from the first day of the one to the last day of the other; what one leaves out the other gives"
_ANY = "(?:IN | ON | AT)? THE? (?P<day>DATE | PERIOD)"
_FIRST = "THE? (?P<first>DATE | PERIOD)"
_LAST = "(?:IN | ON | AT)? THE? (?P<last>DATE | PERIOD)"
_BY = "up to its last day, and open before"
_FROM = "from its first day on, and open after"

RANGES = (
    Rule("from A to B", _RUN, f"DAYPART FROM {_FIRST} ON THE? (?P<last>DATE)", _bound_range),
    Rule(
        "between now and X",
        "from the article's day to the last day",
        f"(?:FROM | BETWEEN)? NOW (?:AND | RANGE | BY) {_LAST}",
        _from_today,
    ),
    Rule(
        "from A until now",
        "from its first day to the article's day",
        f"(?:FROM | BEGINNING | SINCE)? {_FIRST} (?:TODATE | RANGE NOW)",
        _until_now,
    ),
    Rule(
        "from A to B",
        _RUN,
        f"BEGIN {_FIRST} COMMA? (?:RANGE | AND | DO) (?:THROUGH)? {_LAST}",
        _bound_range,
    ),
    Rule("from A to B", _RUN, f"{_FIRST} COMMA? (?:TO | UNTIL | THROUGH | UPTO | INTO) {_LAST}", _until_range),
    Rule("from A to B", _RUN, f"{_FIRST} (?:DASH | SLASH) {_LAST}", _range),
    Rule(
        "A and B, A or B",
        _RUN,
        f"{_FIRST} (?: COMMA (?:ON | IN)? (?:DATE | PERIOD))* COMMA? (?:AND | OR) {_LAST}",
        _range,
    ),
)
"""Two ends."""

BOUNDS = (
    Rule("once X is over", "from the day after its last day on", f"COND {_ANY} (?:PASSED | OUT)", _after),
    Rule(
        "after A and before B",
        "from the day after the one to the day before the other",
        f"(?P<begin>AFTER | FOLLOWING) {_FIRST} (?:COMMA | AND | BUT)* (?P<end>BEFORE | BY | UNTIL | UPTO | "
        f"DO | ENDED) {_LAST}",
        _between,
    ),
    Rule(
        "from A and by B",
        "from the first day of the one to the last day of the other, or the day before it",
        f"(?P<begin>FROM | BEGINNING | SINCE) {_FIRST} (?:COMMA | AND | BUT)* (?P<end>BEFORE | BY | UNTIL | "
        f"UPTO | DO | ENDED) {_LAST}",
        _between,
    ),
    Rule("no earlier than X", _FROM, "(?P<day>DATE | PERIOD) (?:COMMA)? EARLIEST", _from),
    Rule("by X", _BY, f"(?:BY | UNTIL | UPTO | NOMORE | DO | ON | IN | FROM)? {_ANY} COMMA? LATEST", _by),
    Rule("no earlier than X", _FROM, f"(?:BY | UNTIL | UPTO | ON | IN | FROM | BEFORE)? {_ANY} COMMA? EARLIEST", _from),
    Rule("by X", _BY, f"(?P<word>BY | UNTIL | UPTO | THROUGH | LATEST) {_ANY} INCLUSIVE?", _by),
    Rule(
        "before X",
        "up to the day before its first day; before the end of a period: its last day",
        f"BEFORE DASH? {_ANY}",
        _before,
    ),
    Rule("after X", "from the day after its last day on", f"(?:AFTER | FOLLOWING | PASTA) DASH? {_ANY}", _after),
    Rule("from X", _FROM, f"(?:FROM | BEGINNING | EARLIEST) {_ANY} (?:ONWARDS | ON (?!DATE))?", _from),
    Rule("from X", _FROM, f"{_ANY} COMMA? ONWARDS", _from),
    Rule("since X", "from its first day to the article's day", f"SINCE {_ANY}", _since),
    Rule("around X", "three days on either side of a day; a longer period as it is", f"ABOUT {_ANY}", _about),
    Rule("around X", "three days on either side of a day; a longer period as it is", "(?P<day>DATE) ORSO", _about),
    Rule(
        "up to X",
        "up to a day, or the beginning or end of a period: that day; up to a longer period: the day before its first",
        f"(?P<word>DO) {_ANY}",
        _do,
    ),
    Rule("dated", "the day a paper bears", "OT (?P<day>DATE)", _dated),
    Rule("by X", _BY, "(?P<day>DATE | PERIOD) (?:AND | OR) BEFORE", _by),
    Rule("from X", _FROM, "(?P<day>DATE | PERIOD) (?:AND | OR) AFTER", _from),
    Rule("before X", "up to the day before its first day", f"EARLIER_ {_ANY}", _before),
    Rule("after X", "from the day after its last day on", f"LATER_ {_ANY}", _after),
)
"""One end, or two that are each bounded in their own way."""
