"""Parts of a period: early July, the end of next week, the first half of the year, the last Friday of the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from store.phrases import parts as part
from store.phrases.grammar import Made, Parts, Rule
from store.phrases.lengths import Length
from store.phrases.meanings import Change, Meaning, fixed, from_day
from store.phrases.rules.pointing import THIRDS
from store.phrases.spans import Span, Unit, unit_holding, year_of

_DAY = timedelta(days=1)
_PLACES = {"START": "start", "BEGINNING": "start", "END": "end"}
_EDGES: dict[str, Change] = {"START": part.first_day, "BEGINNING": part.first_day, "END": part.last_day}


def whole(parts: Parts) -> Meaning:
    """Return the period that is divided: a named one, or the unit that holds the article's day."""
    value = parts.get("whole")
    if isinstance(value, Meaning):
        return value
    unit = Unit(str(value))
    return from_day(lambda day: unit_holding(day, unit))


def _part(change: Change, parts: Parts, edge: Change | None = None) -> Made:
    meaning = whole(parts)
    symbol = "DATE" if parts.symbol("whole") == "DATE" else "PERIOD"
    return symbol, meaning.changed(change, edge)


def _third(parts: Parts) -> Made:
    which = parts.symbol("part")
    number = THIRDS[which]
    return _placed(_part(lambda span: part.third(span, number), parts, _EDGES.get(which)), _PLACES.get(which, "inside"))


def _placed(made: Made, place: str) -> Made:
    """Note where in its period a part lies."""
    if made is None or not isinstance(made[1], Meaning):
        return None
    return made[0], replace(made[1], place=place)


def _thirds(parts: Parts) -> Made:
    first, last = THIRDS[parts.symbol("part")], THIRDS[parts.symbol("last")]

    def change(span: Span) -> Span | None:
        begin, end = part.third(span, first), part.third(span, last)
        return Span(begin.first, end.last) if begin and end and first <= last else None

    return _part(change, parts)


def _end(parts: Parts) -> Made:
    return _placed(_part(lambda span: part.third(span, part.LATE), parts, part.last_day), "end")


def _out(parts: Parts) -> Made:
    return _placed(_part(part.last_day, parts, part.last_day), "end")


def _ordinal_half(parts: Parts) -> Made:
    number = parts.of("number", int)
    return _part(lambda span: part.half(span, number - 1), parts) if number in (1, 2) else None


def _twenties(parts: Parts) -> Made:
    return _part(lambda span: Span(span.first + 19 * _DAY, min(span.first + 28 * _DAY, span.last)), parts)


def _end_of_unit(parts: Parts) -> Made:
    meaning = fixed(year_of(parts.of("year", int))) if "year" in parts else whole(parts)
    return "PERIOD", replace(meaning.changed(part.last_day, part.last_day), place="end")


def _half(parts: Parts) -> Made:
    number = 0 if parts.symbol("half") == "FIRSTHALF" else 1
    return _part(lambda span: part.half(span, number), parts)


def _number(parts: Parts, name: str = "number") -> int:
    """Return which one is meant, from the end where negative."""
    match parts.symbol(name):
        case "LAST" | "FINALA" | "PASTA" | "PASTS":
            return -1
        case "PENULT":
            return -2
        case "OPENA":
            return 1
        case _:
            return parts.of(name, int)


def _nth(parts: Parts) -> Made:
    number, unit = _number(parts), Unit(parts.of("unit", str))
    match unit:
        case Unit.DAY:
            return "DATE", whole(parts).changed(lambda span: part.nth_day(span, number))
        case Unit.WEEK:
            return _part(lambda span: part.nth_week(span, number), parts)
        case Unit.MONTH:
            return _part(lambda span: part.nth_month(span, number), parts)
        case Unit.QUARTER:
            return _part(lambda span: _nth_quarter(span, number), parts)
        case Unit.DECADE:
            return _part(lambda span: _ten_days(span, number), parts)
        case Unit.WEEKEND:
            return _part(lambda span: _nth_weekend(span, number), parts)
        case _:
            return None


def _ten_days(span: Span, number: int) -> Span | None:
    if span.unit is not Unit.MONTH or number not in (1, 2, 3, -1):
        return None
    return part.third(span, part.LATE if number < 0 else number - 1)


def _nth_quarter(span: Span, number: int) -> Span | None:
    first = part.nth_month(span, 3 * number - 2 if number > 0 else 3 * number)
    if span.unit is not Unit.YEAR or first is None:
        return None
    return unit_holding(first.first, Unit.QUARTER)


def _nth_weekend(span: Span, number: int) -> Span | None:
    saturday = part.nth_weekday(span, number, 5)
    return Span(saturday.first, saturday.first + _DAY, Unit.WEEKEND) if saturday else None


def _nth_weekday(parts: Parts) -> Made:
    number, weekday = _number(parts), parts.of("weekday", int)
    return "DATE", whole(parts).changed(lambda span: part.nth_weekday(span, number, weekday))


def _opening(parts: Parts) -> Made:
    length = parts.of("length", Length)
    number = parts.of("number", int) if "number" in parts else 1
    return _part(lambda span: part.opening(span, length.high, length.unit, number), parts)


def _closing(parts: Parts) -> Made:
    length = parts.of("length", Length)
    return _part(lambda span: part.closing(span, length.high, length.unit), parts)


def _day_of(parts: Parts) -> Made:
    number = parts.of("day", int)
    return "DATE", whole(parts).changed(lambda span: part.nth_day(span, number))


OF = "(?:OF | IN | FOR | DASH | THE | INTO)*"
WHOLE = "(?P<whole>PERIOD)"
WHOLE_OR_UNIT = "(?: (?P<whole>PERIOD | UNIT) POSS? )"
OF_UNIT = "(?: (?:OF | IN | FOR | INTO)+ THE? | THE )"
_TABLE = (
    "of a month days 1-10, 11-20 and the rest; of a season or quarter its months; of a year four months each; "
    "of a week Monday-Tuesday, Wednesday-Thursday, Friday-Sunday"
)
_EDGE = f"beside a word of bound (by, before, after, from) its first or last day; else its first or last part: {_TABLE}"
_NTH = "counted in that period: weeks are days 1-7, 8-14 and so on, the last week its last seven days"

PARTS = (
    Rule(
        "first or second half",
        "a month divides at its 15th, a year at June",
        f"THE? (?P<number>ORD | OW) HALFA {OF} {WHOLE_OR_UNIT}",
        _ordinal_half,
    ),
    Rule("first days of a period", "so many days from its beginning", f"ZA (?P<length>LEN) {WHOLE}", _opening),
    Rule("n-th unit", _NTH, "(?P<whole>PERIOD) POSS (?P<number>NTH) (?P<unit>UNIT)", _nth),
    Rule("beginning or end of a period", "its last day", "(?P<whole>EOP) (?P<year>Y)?", _end_of_unit),
    Rule(
        "from one part to another",
        _TABLE,
        f"THE? (?P<part>EARLY | MID | START | BEGINNING) DASH? (?:TO | OR | AND | DASH | "
        f"THROUGH) DASH? THE? (?P<last>MID | LATE | END) {OF} {WHOLE}",
        _thirds,
    ),
    Rule(
        "from one part to another",
        _TABLE,
        f"THE? (?P<part>EARLY | MID | START | BEGINNING) DASH? (?:TO | OR | AND | DASH | "
        f"THROUGH) DASH? THE? (?P<last>MID | LATE | END) {OF_UNIT} {WHOLE_OR_UNIT}",
        _thirds,
    ),
    Rule("twenties of a month", "days 20-29", f"TWENTIES {OF} {WHOLE}", _twenties),
    Rule(
        "first or second half",
        "a month divides at its 15th, a year at June",
        f"THE? (?P<half>FIRSTHALF | SECONDHALF) {OF} {WHOLE_OR_UNIT}",
        _half,
    ),
    Rule("n-th weekday", _NTH, f"THE? (?P<number>NTH) (?P<weekday>WEEKDAY) {OF} {WHOLE_OR_UNIT}", _nth_weekday),
    Rule(
        "n-th unit",
        _NTH,
        f"THE? (?P<number>NTH) DASH? (?P<unit>UNIT) {OF_UNIT} (?: (?P<whole>PERIOD | MONTHWORD | YEARWORD | "
        f"QUARTERWORD | WEEKWORD) POSS? )",
        _nth,
    ),
    Rule("n-th unit", _NTH, f"THE? (?P<number>NTH) DASH? (?P<unit>UNIT) OF? {WHOLE}", _nth),
    Rule(
        "first days of a period",
        "so many days from its beginning",
        f"THE? (?:OPENA | (?P<number>OW)) (?P<length>LEN) {OF_UNIT} {WHOLE_OR_UNIT}",
        _opening,
    ),
    Rule(
        "first days of a period",
        "so many days from its beginning",
        f"THE? (?:OPENA | (?P<number>OW)) (?P<length>LEN) {WHOLE}",
        _opening,
    ),
    Rule(
        "last days of a period",
        "so many days up to its end",
        f"THE? (?:LAST | FINALA | PASTA) (?P<length>LEN) {OF_UNIT} {WHOLE_OR_UNIT}",
        _closing,
    ),
    Rule(
        "last days of a period",
        "so many days up to its end",
        f"THE? (?:LAST | FINALA | PASTA) (?P<length>LEN) {WHOLE}",
        _closing,
    ),
    Rule("early, middle or late in a period", _TABLE, f"THE? (?P<part>THIRD_LOOSE) {OF} {WHOLE} POSS?", _third),
    Rule("beginning or end of a period", _EDGE, f"THE? (?P<part>EDGE) OF? DASH? THE? {WHOLE} POSS?", _third),
    Rule("early, middle or late in a period", _TABLE, f"THE? (?P<part>THIRD_LOOSE) {OF_UNIT} {WHOLE_OR_UNIT}", _third),
    Rule("beginning or end of a period", _EDGE, f"THE? (?P<part>EDGE) (?: OF THE? | THE ) {WHOLE_OR_UNIT}", _third),
    Rule(
        "early, middle or late in a period",
        _TABLE,
        "(?P<part>START | MID | END | EARLY | LATE) DASH? (?P<whole>DAYWORD | WEEKWORD | MONTHWORD | YEARWORD | "
        "QUARTERWORD)",
        _third,
    ),
    Rule(
        "beginning or end of a period",
        _EDGE,
        "THE? (?P<whole>PERIOD | WEEKWORD | MONTHWORD | YEARWORD | QUARTERWORD | DAYWORD) POSS? DASH? END",
        _end,
    ),
    Rule("beginning or end of a period", "its last day", "(?:THE | THIS)? (?P<whole>UNIT | PERIOD) OUT", _out),
    Rule("the n-th of a period", "that day of it", f"THE? (?P<day>ORD) (?:DAYWORD)? OF {WHOLE}", _day_of),
)
"""Parts of a period."""
