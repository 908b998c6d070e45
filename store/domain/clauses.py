"""Clauses: what ties an obligation to something else: a pace, a ratio, a day counted from an event, a longer time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from store.domain.quantities import Qualifier, Quantity, exact
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window

if TYPE_CHECKING:
    from typing import Self

MOST = 100_000
"""The most that a ratio, a counted day or an extension may say."""


class Per(StrEnum):
    """The time in which a figure of a pace is owed each time anew."""

    DAY = "day"
    WEEK = "week"

    @property
    def days(self) -> int:
        """How many days it has."""
        return 1 if self is Per.DAY else 7


class _RatioFields(NamedTuple):
    low: int
    high: int
    of: int = 1


class Ratio(_RatioFields):
    """So many of this (`low` to `high`) for every `of` of the commitment that it mirrors. Raises ValueError."""

    __slots__ = ()

    def __new__(cls, low: int, high: int, of: int = 1) -> Self:
        """Make a ratio that can be."""
        if not (0 < low <= high <= MOST and 0 < of <= MOST):
            raise ValueError(f"{low}..{high}:{of} is no ratio: its numbers rise from 1 and end at {MOST:,}")
        return super().__new__(cls, low, high, of)


class _CountedFields(NamedTuple):
    event: str
    first: int | None
    last: int | None


class Counted(_CountedFields):
    """Days counted from an event, named by its label; the day of the event is day 1, None = open. Raises ValueError."""

    __slots__ = ()

    def __new__(cls, event: str, first: int | None, last: int | None) -> Self:
        """Make counted days that can be."""
        bounds = [day for day in (first, last) if day is not None]
        if not bounds or bounds != sorted(bounds) or bounds[0] < 1 or bounds[-1] > MOST:
            raise ValueError(f"the days {first} to {last} cannot be counted: they rise from 1 and end at {MOST:,}")
        return super().__new__(cls, event, first, last)


class Clauses(NamedTuple):
    """What one statement of what is owed ties it to; None = it says nothing of the kind."""

    per: Per | None = None
    """The figure is owed in each such time anew."""
    ratio: Ratio | None = None
    counted: Counted | None = None
    """When it is due, counted from an event."""
    extends: int | None = None
    """By how many days it moves the end that stood."""


NO_CLAUSES = Clauses()


class Rate(NamedTuple):
    """So many in each such time."""

    quantity: Quantity
    per: Per


class Happened(NamedTuple):
    """One source says of an event when it is or was; the day it says may still move."""

    id: int
    known_on: date
    event: str
    day: date | None
    """None = it was put off and has no day."""
    settled: bool
    """Whether it took place; else it was only announced for that day."""
    supersedes: int | None = None


_RATIO = re.compile(r"([0-9]{1,7})(?:\.\.([0-9]{1,7}))?:([0-9]{1,7})")
_DAYS = re.compile(r"([0-9]{1,7})|([0-9]{1,7})?\.\.([0-9]{1,7})?")


def parse_ratio(text: str) -> Ratio:
    """Read a ratio as it is written in the record: `3:1`, `30..50:1`. Raises ValueError with a sentence."""
    match = _RATIO.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is no ratio: write 3:1, or 30..50:1 where it lies between two numbers")
    low, high, of = match.groups()
    return Ratio(int(low), int(high or low), int(of))


def format_ratio(ratio: Ratio) -> str:
    """Write a ratio as it stands in the record; the reverse of parse_ratio."""
    many = str(ratio.low) if ratio.low == ratio.high else f"{ratio.low}..{ratio.high}"
    return f"{many}:{ratio.of}"


def parse_counted(event: str, text: str) -> Counted:
    """Read counted days as they are written in the record: `7`, `..16`, `1..42`, `8..`. Raises ValueError."""
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' counts no days: write 7, ..16, 1..42 or 8..; the day of the event is day 1")
    one, first, last = match.groups()
    if one is not None:
        return Counted(event, int(one), int(one))
    return Counted(event, int(first) if first else None, int(last) if last else None)


def format_counted(counted: Counted) -> str:
    """Write counted days as they stand in the record; the reverse of parse_counted."""
    if counted.first == counted.last:
        return str(counted.first)
    return f"{counted.first or ''}..{counted.last or ''}"


def counted_words(counted: Counted) -> str:
    """Write counted days as people say them: "day 7", "by day 16", "days 1 to 42", "from day 8"."""
    first, last = counted.first, counted.last
    if first == last:
        return f"day {first}"
    if first is None:
        return f"by day {last}"
    return f"from day {first}" if last is None else f"days {first} to {last}"


def event_day(happened: Iterable[Happened], event: str, day: date) -> date | None:
    """Return the day of an event as known on a day: where it took place, else the day last announced for it."""
    told = [item for item in happened if item.event == event and item.known_on <= day]
    corrected = {item.supersedes for item in told if item.supersedes is not None}
    standing = [item for item in told if item.id not in corrected]
    newest = max(standing, key=lambda item: (item.settled, item.known_on, item.id), default=None)
    return newest.day if newest else None


def counted_window(counted: Counted, event: date, phrase: str | None) -> Window:
    """Count days from the day of an event, which is day 1."""
    try:
        first, last = (
            event + timedelta(days=number - 1) if number else None for number in (counted.first, counted.last)
        )
    except OverflowError:
        return NO_WINDOW
    return Window(first, last, phrase=phrase, rule=f"{counted_words(counted)} from {counted.event}")


def extended(window: Window, days: int) -> Window:
    """Move the end of a window by some days; one without an end stays as it is."""
    if not days or window.latest is None:
        return window
    longer = f"longer by {days} day{'' if days == 1 else 's'}"
    try:
        return window._replace(
            latest=window.latest + timedelta(days=days),
            loose_latest=window.loose_latest + timedelta(days=days) if window.loose_latest else None,
            rule=f"{window.rule}, {longer}" if window.rule else longer,
        )
    except OverflowError:
        return window


def extension(said: Iterable[tuple[str, date, int]]) -> int:
    """Add up extensions (voice, day known, days); one that several voices tell is one.

    An extension by so many days counts as often as the voice that tells it most often: twice by one voice on one day
    is once. Who tells of two extensions together gives the new end instead.
    """
    times: dict[int, dict[str, int]] = {}
    for voice, _, days in dict.fromkeys(said):
        voices = times.setdefault(days, {})
        voices[voice] = voices.get(voice, 0) + 1
    return sum(days * max(voices.values()) for days, voices in times.items())


def expected_by(rate: Rate, window: Window, day: date) -> Quantity | None:
    """Say how much should have come by the evening of a day at a pace; None where nobody knows since when.

    A pace that is not counted by day is owed once its time is over.
    """
    if window.earliest is None or rate.quantity.number is None:
        return None
    last = min(day, window.latest) if window.latest else day
    return _scaled(rate.quantity, max(0, (last - window.earliest).days + 1) // rate.per.days)


def owed_for(ratio: Ratio, released: Quantity) -> Quantity | None:
    """Say how much is owed under a ratio for what the other direction handed over; None where that has no number."""
    number = released.number
    if number is None:
        return None
    times = number // ratio.of
    if ratio.low != ratio.high:
        return Quantity(Qualifier.BETWEEN, low=times * ratio.low, high=times * ratio.high)
    if released.qualifier is Qualifier.EXACT:
        return exact(times * ratio.low)
    if released.point is not None:
        return Quantity(Qualifier.ABOUT, point=times * ratio.low)
    return Quantity(Qualifier.AT_LEAST, low=times * ratio.low)


def _scaled(quantity: Quantity, times: int) -> Quantity:
    bounds = (bound * times if bound is not None else None for bound in (quantity.low, quantity.point, quantity.high))
    if quantity.qualifier is Qualifier.OVER:
        return Quantity(Qualifier.AT_LEAST, low=(quantity.low or 0) * times)
    return Quantity(quantity.qualifier, *bounds)
