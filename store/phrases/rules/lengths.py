"""Numbers in words, and lengths of time."""

from __future__ import annotations

from store.phrases.grammar import Parts, Rule
from store.phrases.lengths import Length, counted, from_to, together, vague
from store.phrases.spans import Unit

_FORTNIGHT_DAYS = 14
_NEXT_SMALLER = (
    (Unit.YEAR, Unit.MONTH),
    (Unit.MONTH, Unit.WEEK),
    (Unit.MONTH, Unit.DAY),
    (Unit.WEEK, Unit.DAY),
    (Unit.DAY, Unit.HOUR),
)
"""Units that stand side by side without a word between: `2 years 4 months`."""
_OUR_YEARS = range(1900, 2101)


def _sum(parts: Parts) -> tuple[str, object]:
    return parts.symbol("last"), int(str(parts.get("tens"))) + int(str(parts.get("last")))


def _spoken_year(parts: Parts) -> tuple[str, object] | None:
    century = parts.of("century", int)
    if century not in range(17, 21):
        return None
    return "Y", 100 * century + parts.of("tens", int) + (parts.of("ones", int) if "ones" in parts else 0)


def _year_of_thousands(parts: Parts) -> tuple[str, object] | None:
    year = 1000 * parts.of("thousands", int) + parts.of("last", int)
    return ("Y", year) if year in _OUR_YEARS else None


def _time(_: Parts) -> tuple[str, object]:
    return "TIME", None


def _tens(parts: Parts) -> tuple[str, object]:
    return "W", parts.get("tens")


def _number(parts: Parts, name: str) -> int:
    """Return a number in figures or words; `a` is one."""
    value = parts.get(name)
    return value if isinstance(value, int) else 1


def _unit(parts: Parts) -> Unit:
    """Return the unit."""
    return Unit(str(parts.get("unit")))


def _nothing(_: Parts) -> tuple[str, object]:
    return "X", None


def _length(low: int, high: int, unit: Unit) -> tuple[str, object] | None:
    made = counted(low, high, unit)
    return None if made is None else ("LEN", made)


def _exact(parts: Parts) -> tuple[str, object] | None:
    number = _number(parts, "number")
    if parts.symbol("unit") == "WEEKENDWORD" and number != 1:
        return None
    if number == 1 and parts.symbol("unit") == "UNITS" and parts.symbol("number") == "A":
        return None
    return _length(number, number, _unit(parts))


def _between(parts: Parts) -> tuple[str, object] | None:
    return _length(_number(parts, "low"), _number(parts, "high"), _unit(parts))


def _or_two(parts: Parts) -> tuple[str, object] | None:
    return _length(1, _number(parts, "high"), _unit(parts))


def _in_one_word(parts: Parts) -> tuple[str, object] | None:
    number, unit = parts.of("word", tuple)
    return _length(number, number, unit)


def _half_year(_: Parts) -> tuple[str, object]:
    return "LEN", Length(6, 6, Unit.MONTH)


def _half(parts: Parts) -> tuple[str, object] | None:
    match _unit(parts):
        case Unit.YEAR:
            return "LEN", Length(6, 6, Unit.MONTH)
        case Unit.MONTH:
            return "LEN", Length(15, 15, Unit.DAY)
        case Unit.DAY:
            return "LEN", Length(12, 12, Unit.HOUR)
        case Unit.DECADE:
            return "LEN", Length(5, 5, Unit.YEAR)
        case _:
            return None


def _and_a_half(parts: Parts) -> tuple[str, object] | None:
    number = _number(parts, "number")
    match _unit(parts):
        case Unit.YEAR:
            return _length(12 * number + 6, 12 * number + 6, Unit.MONTH)
        case Unit.MONTH:
            return _length(30 * number + 15, 30 * number + 15, Unit.DAY)
        case Unit.WEEK:
            return _length(7 * number + 3, 7 * number + 4, Unit.DAY)
        case Unit.DAY:
            return _length(24 * number + 12, 24 * number + 12, Unit.HOUR)
        case _:
            return None


def _vague(parts: Parts) -> tuple[str, object] | None:
    made = vague(_unit(parts))
    return None if made is None else ("LEN", made)


def _from_to(parts: Parts) -> tuple[str, object] | None:
    made = from_to(parts.of("first", Length), parts.of("second", Length))
    return None if made is None else ("LEN", made)


def _together(parts: Parts) -> tuple[str, object] | None:
    first, second = parts.of("first", Length), parts.of("second", Length)
    if "joint" not in parts and (first.unit, second.unit) not in _NEXT_SMALLER:
        return None
    made = together(first, second)
    return None if made is None else ("LEN", made)


def _fortnights(parts: Parts) -> tuple[str, object] | None:
    number = _number(parts, "number")
    return _length(_FORTNIGHT_DAYS * number, _FORTNIGHT_DAYS * number, Unit.DAY)


def _fortnight(_: Parts) -> tuple[str, object] | None:
    return _length(_FORTNIGHT_DAYS, _FORTNIGHT_DAYS, Unit.DAY)


NUMBERS = (
    Rule("year in words", "", "(?P<century>W) (?P<tens>TENS) DASH? (?P<ones>W)?", _spoken_year),
    Rule("year in words", "", "(?P<century>TENS) (?P<tens>TENS) DASH? (?P<ones>W)?", _spoken_year),
    Rule("hour of the day", "", "(?<=IN) NUM HOURS (?:NUM (?:UNITS | UNIT))?", _time),
    Rule("hour of the day", "", "(?<=CLOCKPREP) NUM HOURS (?=ON_DAY)", _time),
    Rule("hour of the day", "", "TIME (?:TO | DASH | UNTIL | AND) TIME", _time),
    Rule("tens and ones", "", "(?P<tens>TENS) DASH? (?P<last>W | OW)", _sum),
    Rule("year in words", "", "(?P<thousands>W) THOUSAND AND? (?P<last>OW | W)", _year_of_thousands),
    Rule("tens", "", "(?P<tens>TENS)", _tens),
)
"""Numbers in words that take two."""

LENGTHS = (
    Rule("age", "", "NUM DASH? (?:UNIT | UNITS) DASH? OLD", _nothing),
    Rule("age", "", "OLD NUM (?:UNIT | UNITS)?", _nothing),
    Rule("N units", "a number of units in one word", "(?P<word>LENGTHWORD)", _in_one_word),
    Rule("half a unit", "half of a unit", "HALFYEARLEN", _half_year),
    Rule("half a unit", "half of a unit", "HALFA DASH? (?P<unit>UNIT)", _half),
    Rule("and a half", "so many units and a half", "(?P<number>ONEHALF) (?P<unit>UNIT | UNITS)", _and_a_half),
    Rule("and a half", "so many units and a half", "(?P<number>COUNT) AND_A (?P<unit>UNIT | UNITS)", _and_a_half),
    Rule("and a half", "so many units and a half", "(?P<number>NUM) (?P<unit>UNIT) AND_A", _and_a_half),
    Rule(
        "N to M units",
        "a length between two numbers of units",
        "BEGIN? (?P<low>COUNT) (?:UNIT | UNITS)? (?:TO | DASH TO DASH | DASH | OR | AND | THROUGH | DO) "
        "(?P<high>COUNT) DASH? MORE? (?P<unit>UNIT | UNITS)",
        _between,
    ),
    Rule("a unit or two", "one or two units", "(?:A | THE)? (?P<unit>UNIT) (?:OR | DASH) (?P<high>W)", _or_two),
    Rule(
        "N units",
        "a number of units: a week has 7 days, a month 30, a year 365; months and years are counted by the calendar",
        "ANOTHER? (?P<number>NUM | ANOTHER | Y (?!DASH? YEARWORD)) DASH? MORE? MORE? DASH? (?P<unit>UNIT | "
        "UNITS | UNITADJ)",
        _exact,
    ),
    Rule("fortnight", "a fortnight is 14 days", "(?P<number>NUM | ANOTHER) FORTNIGHT", _fortnights),
    Rule("fortnight", "a fortnight is 14 days", "(?<=POINTER) FORTNIGHT", _fortnight),
    Rule(
        "a few units",
        "a few: at least two, at most 7 days, 4 weeks, 3 months or 3 years",
        "ANOTHER? FEW MORE? (?P<unit>UNITS | UNIT)",
        _vague,
    ),
)
"""Lengths of time."""

TOGETHER = (
    Rule("N to M units", "a length between two", "BEGIN? (?P<first>LEN) (?:TO | OR | DASH) (?P<second>LEN)", _from_to),
    Rule(
        "a length and a shorter one",
        "both, one after the other",
        "(?P<first>LEN) (?P<joint>AND | COMMA)? (?P<second>LEN)",
        _together,
    ),
)
"""Lengths in two units. Of three the last two are put together first."""
