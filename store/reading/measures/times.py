"""How long a measure lasts, and from when until when."""

from __future__ import annotations

import re
from datetime import timedelta

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.phrases import resolve
from store.reading.grammar.numbers import number_at
from store.reading.measures.grammar import group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from store.phrases import Found
    from store.reading.grammar.piece import Piece

_LENGTH = re.compile(
    r"(?<![\w$])(?:(?P<low>\d+|[a-z]+)(?:\s(?:to|or)\s|\s?[-–]\s?))?(?P<count>\d[\d,]*|half|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
    r"[\s‑-](?:more |additional |further |extra |other )?"
    r"(?P<unit>hour|day|week|month|year)(?P<many>s?)(?:-long)?(?![\w]|-old)",
    re.IGNORECASE,
)
DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}


_CALM = frozenset(("truce", "ceasefire", "cease-fire", "calm", "quiet", "pause", "lull", "respite"))


class Length(NamedTuple):
    """How long something lasts."""

    start: int
    """Where its words begin, in the article's text."""
    end: int
    value: int | None
    high: int | None
    unit: str
    compound: bool
    """Whether it stands before what lasts: "a ten-day truce"."""

    @property
    def days(self) -> float | None:
        """How many days that is, with a month of 30 days."""
        return self.value * DAYS[self.unit] if self.value is not None else None


def lengths_in(text: str, start: int, end: int) -> Iterator[Length]:
    """Yield the lengths of time that a stretch of text names, less those that say when something else was."""
    for match in _LENGTH.finditer(text, start, end):
        count = match["count"].casefold().replace(",", "")
        single = count in ("half", "a", "one")
        value = 1 if single else _whole(count)
        compound = not match["many"] and (
            not single
            or match.group().casefold().startswith(("one-", "half-", "half "))
            or match.group().endswith("-long")
        )
        if value is None or (match["many"] == "" and value != 1 and match.group()[-4:].isspace()):
            continue
        before = text[max(start, match.start() - 20) : match.start()].split()
        after = text[match.end() : match.end() + 20].split()
        if after and after[0].strip(",.;") in group("after"):
            continue
        low = _whole(match["low"].casefold()) if match["low"] else None
        next_days = [word.casefold() for word in before[-3:]] in (["over", "the", "next"], ["for", "the", "next"])
        if not (compound or next_days or _of_calm(after)) and not (
            before and (before[-1].casefold() in group("leads") or low is not None)
        ):
            continue
        exact = count == "one" and bool(before) and before[-1].casefold() in ("just", "only", "exactly")
        if not exact and (count == "a" or (count == "one" and not compound)):
            yield Length(match.start(), match.end(), None, None, match["unit"].casefold(), compound)
        elif count == "half":
            yield Length(
                match.start(),
                match.end(),
                6 if match["unit"] == "year" else None,
                None,
                "month" if match["unit"] == "year" else match["unit"],
                compound,
            )
        else:
            yield Length(
                match.start(),
                match.end(),
                low if low is not None else value,
                value if low is not None else None,
                match["unit"].casefold(),
                compound,
            )


def _of_calm(after: list[str]) -> bool:
    """Whether a length is one of a truce that follows it: "70 days of truce"."""
    return after[:1] == ["of"] and len(after) > 1 and after[1].strip(',.;”"') in _CALM


def _whole(word: str) -> int | None:
    if word.isdigit():
        return int(word) if len(word) < 6 else None
    number = number_at([word], 0)
    return number.value if number is not None and not number.vague else None


_BOUND_START = re.compile(r"(?:as |with effect )?(?:from|starting|beginning|effective|as of|after|commencing)\b")
_BOUND_END = re.compile(r"(?:until|till|through|by|before|to|up to|no later than|not later than|within|ending)\b")


_SPANNING = re.compile(r"\b(?:until|till|through)\b")
_RANGE = re.compile(
    r"^(?:on |for )?\d{1,2}(?: and | to |\s?[-–]\s?)\d{1,2} [a-z]|^[a-z]+ \d{1,2}(?: and | to |\s?[-–]\s?)\d{1,2}\b"
)
_BY = re.compile(r"(?:by|no later than|not later than|before|until|till)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAST = 90
"""From how many days on a day without a year is not the one that has passed."""
_REACH = 50
"""How many pieces behind a measure its days are looked for."""
_PARTS = frozenset(("phase", "stage", "step", "part", "period", "tranche"))
_RULE = "from when until when"
_COUNTED = re.compile(r"(\d{1,4}) days from\b")


def dates_in(pieces: Sequence[Piece], first: int, last: int) -> list[tuple[int, Found]]:
    """Return the dated phrases between two pieces, with their places."""
    return [
        (at, pieces[at].value)  # type: ignore[misc]  # a piece of kind "date" holds what was found
        for at in range(max(first, 0), min(last + 1, len(pieces)))
        if pieces[at].kind == "date" and pieces[at].value.window.dated  # type: ignore[attr-defined]  # as above
    ]


def span_of_measure(pieces: Sequence[Piece], first: int, stop: int | None = None) -> Window:
    """Return from when until when something holds, by the phrases behind a piece, up to its clause's end, or `stop`."""
    ends = (
        at for at in range(first, min(first + _REACH, len(pieces))) if pieces[at].text == ";" or _and_on(pieces, at)
    )
    last = min(next(ends, min(first + _REACH, len(pieces))), len(pieces) if stop is None else stop) - 1
    start: date | None = None
    end: date | None = None
    phrases: list[str] = []
    opening = [
        found for found in dates_in(pieces, 0, min(3, first - 1)) if _BOUND_START.match(found[1].phrase.casefold())
    ]
    for at, found in [*opening, *dates_in(pieces, first, last)]:
        begun, ended = _limits(pieces, at, found)
        if begun or ended:
            phrases.append(found.phrase)
        if begun and ended:
            return Window(begun, ended, phrase=found.phrase, rule=_RULE)
        start, end = start or begun, ended or end
    if (start is None and end is None) or (start and end and start > end):
        return NO_WINDOW
    return Window(start, end, phrase=", ".join(phrases), rule=_RULE)


def _limits(pieces: Sequence[Piece], at: int, found: Found) -> tuple[date | None, date | None]:
    """Return the first and the last day that a phrase sets for what it speaks of; neither where it sets none."""
    window, phrase = found.window, found.phrase.casefold()
    first, last = window.earliest, window.latest
    counted = _COUNTED.match(phrase)
    if first and last and first != last and (phrase.startswith(("from", "between")) or _RANGE.search(phrase)):
        return first, last
    if counted and last:
        return last - timedelta(days=int(counted[1])), None
    if _SPANNING.search(phrase) and first and last:
        return (first if _bound_before(pieces, at) == "start" else None), last
    if _BOUND_END.match(phrase) or first is None:
        return None, last
    if last is None or phrase.startswith("since"):
        return (first if _BOUND_START.match(phrase) or phrase.startswith("since") else None), None
    bound = _bound_before(pieces, at)
    return (first if bound == "start" else None), (last if bound == "end" else None)


def ahead(window: Window, published: date | None) -> Window:
    """Return a window whose days name no year and would lie long past as the next such days: truces are told ahead.

    "Announced a truce from 8 to 10 May", printed in March, speaks of the May to come.
    """
    last = window.latest or window.earliest
    if published is None or last is None or (published - last).days < _PAST or _YEAR.search(window.phrase or ""):
        return window
    found = [resolve(phrase, published, "future") for phrase in (window.phrase or "").split(", ")]
    starts = [one.earliest for one in found if one is not None and window.earliest is not None and one.earliest]
    ends = [one.latest for one in found if one is not None and window.latest is not None and one.latest]
    start, end = (min(starts) if starts else None), (max(ends) if ends else None)
    if start and end and start > end:
        return window
    return Window(start, end, phrase=window.phrase, rule=window.rule)


def _and_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether something else begins there: ", and on a mutual redeployment", "and its first phase"."""
    if pieces[at].text == "and" and pieces[min(at + 1, len(pieces) - 1)].text in ("its", "their", "the"):
        return any(piece.text in _PARTS for piece in pieces[at + 2 : at + 5])
    if pieces[at].text != ",":
        return False
    following = [piece.text for piece in pieces[at + 1 : at + 3]]
    return len(following) == 2 and following[0] == "and" and following[1] in ("on", "to", "for", "that")


def _bound_before(pieces: Sequence[Piece], at: int) -> str | None:
    """Return what the nearest word before a date says of it: that something starts, or ends, then."""
    for back in range(at - 1, max(at - 9, -1), -1):
        piece = pieces[back]
        if any(near.text == "since" for near in pieces[max(back - 3, 0) : back + 1]):
            return None
        if piece.text in group("ends"):
            return "end"
        if piece.text in group("starts") or (piece.text == "of" and back and pieces[back - 1].text == "as"):
            return "start"
        if piece.kind in ("date", "say") or piece.text in (";", "signed", "agreed", "announced"):
            return None
    return None


def deadline(pieces: Sequence[Piece], first: int, last: int, published: date | None) -> Window:
    """Return by when something is to be done: the first phrase between two pieces that lies ahead, no day of a deal."""
    for at, found in dates_in(pieces, first, last):
        window = found.window
        if published is not None and _long_gone(found, published):
            continue
        if _elsewhere(pieces, at) or found.phrase.casefold().startswith(("since", "after", "for")):
            continue
        return window.window()
    return NO_WINDOW


def _long_gone(found: Found, published: date) -> bool:
    """Whether a day lies behind, and is no day by which something was to be done: "by the end of October"."""
    last = found.window.latest or found.window.earliest
    return last is not None and last < published and not _BY.match(found.phrase.casefold())


def _elsewhere(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a date says when the deal was made, when somebody spoke, or since when."""
    near = pieces[max(at - 4, 0) : at]
    return any(
        piece.kind in ("agreement-noun", "agree", "say", "meeting")
        or piece.text in ("signed", "reached", "talks", "since", "brokered")
        for piece in near
    )
