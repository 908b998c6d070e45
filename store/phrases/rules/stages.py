"""The order of the stages, and the classes of symbols that their rules use."""

from __future__ import annotations

from collections.abc import Sequence

from store.phrases.grammar import Rule, Stage
from store.phrases.rules.bounds import BOUNDS, RANGES
from store.phrases.rules.days import DAYS, DAYS_ALONE, FIGURES
from store.phrases.rules.lengths import LENGTHS, NUMBERS, TOGETHER
from store.phrases.rules.offsets import OFFSETS
from store.phrases.rules.parts import PARTS
from store.phrases.rules.periods import PERIODS, PERIODS_ALONE
from store.phrases.rules.relative import RELATIVE
from store.phrases.rules.remainders import REMAINDERS
from store.phrases.rules.rolling import ROLLING
from store.phrases.rules.unanchored import UNANCHORED
from store.phrases.rules.units import NAMED, UNITS
from store.phrases.rules.weekdays import (
    ALONE_DAYS,
    BARE_WEEKDAY,
    TIMES_OF_DAY,
    WEEKDAY_BESIDE,
    WEEKDAYS,
    WEEKDAYS_POINTED,
)

_PREPOSITIONS = (
    "IN ON AT OF BY UNTIL UPTO BEFORE AFTER FOLLOWING FROM SINCE BEGINNING DURING OVER THROUGH BETWEEN ABOUT EARLY "
    "MID LATE START END DASH TO WITHIN COME DO LATEST EARLIEST OT INTO SOONBEFORE SOONAFTER ENDED"
)
CLASSES = {
    "NUM": "N K W A BIG",
    "COUNT": "N K W A BIG",
    "COMING": "COMING COMINGS",
    "PASTA": "PASTA PASTS",
    "DAYNO": "N ORD",
    "UNIT": "UNIT DAYNIGHT HOURWORD DAYWORD WEEKWORD WEEKENDWORD MONTHWORD QUARTERWORD YEARWORD WEEKBOTH MONTHBOTH",
    "UNITS": "UNITS HOURWORDS WEEKBOTH MONTHBOTH",
    "PLURALS": "UNITS",
    "WEEKWORD": "WEEKWORD WEEKBOTH",
    "MONTHWORD": "MONTHWORD MONTHBOTH",
    "ROLLUNIT": "UNIT DAYNIGHT DAYWORD WEEKWORD MONTHWORD QUARTERWORD YEARWORD WEEKBOTH MONTHBOTH",
    "FIRST": "OW",
    "FROM": "FROM ASSOONAS NOTUNTIL",
    "COND": "COND ASSOONAS NOTUNTIL ASLONGAS UPON",
    "ATMOST": "ATMOST ASLONGAS",
    "ON": "ON UPON",
    "EARLIER_": "EARLIER SOONER",
    "LATER_": "LATER LATERTHAN",
    "COUNTEDUNIT": "UNIT DAYNIGHT HOURWORD DAYWORD WEEKWORD MONTHWORD QUARTERWORD YEARWORD WEEKBOTH MONTHBOTH",
    "BEFORE": "BEFORE SOONBEFORE",
    "AFTER": "AFTER SOONAFTER",
    "BEGIN": "FROM OT BETWEEN BEGINNING",
    "RANGE": "TO THROUGH DASH UNTIL UPTO DO INTO",
    "POINTER": "THIS NEXT LAST COMING PASTA COMINGS PASTS",
    "YEARMARK": "YEARWORD ERA",
    "NTH": "OW ORD LAST PASTA PASTS FINALA PENULT OPENA",
    "THIRD": "EARLY MID LATE START BEGINNING END OPENINGDAYS CLOSINGDAYS LASTDAYS",
    "BEFOREDATE": _PREPOSITIONS,
    "ORDPREP": "ON BY UNTIL SINCE BEFORE AFTER FROM",
    "BEFOREYEAR": f"{_PREPOSITIONS} FOR FIRSTHALF SECONDHALF OPENINGDAYS CLOSINGDAYS LASTDAYS".replace(" DASH", ""),
    "EDGE": "START BEGINNING END",
    "THIRD_LOOSE": "EARLY MID LATE OPENINGDAYS CLOSINGDAYS LASTDAYS",
    "BOUNDWORD": "BEFORE AFTER SOONBEFORE SOONAFTER",
    "SPANPREP": f"{_PREPOSITIONS} FOR",
    "COUNTED": "UNIT UNITS LEN",
    "HOURS": "HOURWORD HOURWORDS",
    "CLOCKPREP": "FROM DO BY UNTIL BEFORE AFTER THROUGH",
    "ON_DAY": "N ORD OW WEEKDAY RDAY IN ON",
    "NOUN": "X FROMNOW MORE FINALA SEASON AHEAD HALFWORD LAST",
    "MONTHREF": "OF NEXT LAST THIS MONTHWORD MONTH",
    "EVENT": "X THE A THIS NEXT LAST N K W OW ORD LEN FINALA FIRSTHALF SECONDHALF OPENA FEW OF END "
    "START "
    "BEGINNING MORE SOFAR PENULT HALFA COND",
    "ANCHORED": "EITHERSIDE AGO OLD OF AFTER BEFORE FROM FOLLOWING SINCE DASH",
}
"""Names in patterns that stand for several symbols."""


def _stages(rules: Sequence[tuple[Rule, ...]]) -> tuple[Stage, ...]:
    """Return the stages in order."""
    return tuple(Stage(level, CLASSES, again=level in _AGAIN) for level in rules)


_ALL_PARTS = (*PARTS, *REMAINDERS)
_AGAIN = (NUMBERS, _ALL_PARTS, TIMES_OF_DAY)
"""Levels whose pieces may be taken up by the same level again: the end of the first half of July."""
_AFTER_DATES = (
    (*WEEKDAYS_POINTED, *RELATIVE),
    ROLLING,
    UNITS,
    _ALL_PARTS,
    WEEKDAY_BESIDE,
    BARE_WEEKDAY,
    TIMES_OF_DAY,
    OFFSETS,
    RANGES,
    BOUNDS,
    UNANCHORED,
)
_DATES = (*DAYS, *PERIODS, *FIGURES)
_FIRST = _stages((NUMBERS, LENGTHS, TOGETHER, NAMED))
_LAST = _stages(_AFTER_DATES)
IN_PROSE = (*_FIRST, *_stages((_DATES, WEEKDAYS)), *_LAST)
"""For texts that hold other words too."""
BY_ITSELF = (*_FIRST, *_stages(((*_DATES, *DAYS_ALONE, *PERIODS_ALONE), (*WEEKDAYS, *ALONE_DAYS))), *_LAST)
"""For phrases that stand alone; more counts as a date there."""
