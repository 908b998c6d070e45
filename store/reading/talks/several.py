"""Several meetings of which the words speak at once: "on January 7, 14 and 29", "the third and fourth ones"."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from store.phrases import Found, resolve
from store.reading.talks.mentions import ordinal_of

if TYPE_CHECKING:
    from datetime import date

    from store.domain.windows import Window
    from store.reading.grammar.piece import Piece

_COMMAS = re.compile(r",?\s+and\s+(?:on\s+)?|,\s+")
_MONTH_FIRST = re.compile(r"([a-z]{3,}\.?) \d{1,2}$", re.IGNORECASE)
_WITH_WEEKDAY = re.compile(r"(?:\w+ )?\w+day,\s+(?:[a-z]{3,}\.? \d|\d)", re.IGNORECASE)
"""A weekday with its date is one day: "Wednesday, May 17"."""
_BETWEEN = frozenset(("prep", "punct", "conj", "place", "name", "actor", "word"))
"""Kinds of words that stand between the days of a list."""
_A_WEEK = 7
_MOST = 5
"""A list of more days is no list of meetings."""


def days_of(phrase: str, published: date | None) -> tuple[Window, ...]:
    """Return the days of "May 16 and June 2", "January 7, 14 and 29", each as a window; nothing where it is one."""
    words = _COMMAS.split(phrase)
    if not 1 < len(words) <= _MOST or _WITH_WEEKDAY.match(phrase):
        return ()
    month = _MONTH_FIRST.match(words[0])
    if month is not None:
        words = [f"{month[1]} {word}" if word.isdigit() else word for word in words]
    try:
        windows = [resolve(word, published) for word in words]
    except UsageError:  # days that hang on the article's own, which is not known
        return ()
    if any(window is None or window.earliest is None for window in windows):
        return ()
    return tuple(window.window() for window in windows if window is not None)


def listed_days(pieces: list[Piece], many: int, published: date | None) -> tuple[Window, ...]:
    """Return the days of so many meetings that follow one another: "on 3 May in Oslo, and on 9 June in Rome"."""
    found: list[Window] = []
    for piece in pieces:
        value = piece.value
        if isinstance(value, Found) and value.window.dated:
            found.extend(days_of(value.phrase, published) or (value.window.window(),))
        elif piece.kind not in _BETWEEN:
            break
    short = all((window.days or _A_WEEK + 1) <= _A_WEEK for window in found)
    return tuple(found) if len(found) == many and short else ()


def far_apart(days: tuple[Window, ...]) -> bool:
    """Return whether so much lies between two days that no meeting went on from one to the other."""
    first, last = days[0].latest, days[-1].earliest
    return first is not None and last is not None and (last - first).days > _GAP


_GAP = 3
"""Days so much apart are those of one meeting."""


def pair_of_ordinals(pieces: list[Piece], at: int) -> tuple[int, int] | None:
    """Return the first of "third and fourth" and how many they are, where they end at a piece or just before it."""
    end = at if ordinal_of(pieces[at]) is not None else at - 1
    if end < _WORDS or pieces[end - 1].text != "and":
        return None
    first, last = ordinal_of(pieces[end - 2]), ordinal_of(pieces[end])
    return (first, 2) if first is not None and last == first + 1 else None


_WORDS = 2
