"""Whole days written in ways that the grammar does not know, read by dateparser; it is loaded at the first such day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from store.phrases.answer import Kind, PhraseWindow
from store.phrases.words import language_named

_NUMBERS = r"\d{1,2}\W{1,3}\d{1,2}\W{1,3}(?:19|20)\d\d|(?:19|20)\d\d\W{1,3}\d{1,2}\W{1,3}\d{1,2}"
_GLUED = r"(?:19|20)\d\d[01]\d[0-3]\d"
_NAMED = r"\d{1,2}\W{0,3}[^\W\d_]{3,12}\W{0,3}(?:19|20)\d\d|[^\W\d_]{3,12}\W{0,3}\d{1,2}\W{1,3}(?:19|20)\d\d"
_WHOLE_DAY = re.compile(rf"\s*(?:{_GLUED}|{_NUMBERS}|{_NAMED})\W*")
"""A day, a month and a year of four figures, and nothing else: only then is the answer beyond doubt."""
_MONTHS, _DAYS = 12, 31
_GLUED_FORMAT = "%Y%m%d"
_RULE = (
    "day in full",
    "a day, a month and a year, in whatever way they are written; of two numbers the day comes first",
)


def read_whole_day(text: str, lang: str) -> PhraseWindow | None:
    """Return the day that a text consists of; None where it is no day written in full.

    What dateparser would make up (the day, month or year of another day, an order of its own) is refused: the text must
    hold all three, and the answer must have the year that stands in it.
    """
    words = text.strip()
    if _WHOLE_DAY.fullmatch(words) is None or not _may_be(words, lang):
        return None
    day = _parsed(words, lang)
    if day is None or str(day.year) not in words or not re.search(rf"0?{day.day}(?!\d)", words):
        return None
    return PhraseWindow(day, day, Kind.POINT, words, _RULE[0], rules=(_RULE,))


def _may_be(words: str, lang: str) -> bool:
    """Whether it is worth asking: a month and a day that there are, or a name that the grammar does not know."""
    name = re.search(r"[^\W\d_]+", words)
    if name is not None:
        return name.group().lower() not in language_named(lang).words
    if words[:8].isdigit():
        return 1 <= int(words[4:6]) <= _MONTHS and 1 <= int(words[6:8]) <= _DAYS
    small = sorted(int(number) for number in re.findall(r"\d+", words))[:2]
    return 1 <= small[0] <= _MONTHS and small[1] <= _DAYS


def _parsed(words: str, lang: str) -> date | None:
    """Ask dateparser for a day. Its reference day is one in the year of the words, so none can leak in."""
    import dateparser

    year = re.search(r"(?:19|20)\d\d", words)
    found = dateparser.parse(
        words,
        date_formats=[_GLUED_FORMAT],
        languages=[lang],
        settings={
            "RELATIVE_BASE": datetime(int(year.group()) if year else 2000, 1, 1, tzinfo=UTC),
            "DATE_ORDER": "YMD" if words[:4].isdigit() else "DMY",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time", "custom-formats"],
        },
    )
    return found.date() if found is not None else None
