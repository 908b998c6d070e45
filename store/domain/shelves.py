"""Shelves: the board's order of commitments, kept per commitment and day so that a page can be cut from an index."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from store.domain.reading import STRICT, Reading
from store.domain.standing import Case, Standing, standing


class Shelf(IntEnum):
    """Where on the board a commitment lies, top first."""

    OPEN_HUMANITARIAN = 0
    OPEN = 1
    DONE = 2
    ASKED = 3
    """Asked, offered or expected, or not owed on this reading: no obligation, still open."""
    ASKED_DONE = 4
    ENDED = 5


OWED_SHELVES = (Shelf.OPEN_HUMANITARIAN, Shelf.OPEN, Shelf.DONE)
NO_DUE_DAY = date.max


class Placing(NamedTuple):
    """Where a commitment lies from one day until another, as if every party recognised it."""

    since: date
    until: date | None
    """The first day on which it lies elsewhere; None = it lies there still."""
    shelf: Shelf
    recognised_by: tuple[str, ...]
    due: date
    """The last day of its window; date.max where there is none."""


def shelf_of(standing_: Standing) -> Shelf:
    """Place a standing on its shelf for the reading it was computed for."""
    instrument, done = standing_.terms.instrument, standing_.delivery.done
    if instrument.ended:
        return Shelf.ENDED
    if not standing_.owed:
        return Shelf.ASKED_DONE if done else Shelf.ASKED
    if done:
        return Shelf.DONE
    return Shelf.OPEN_HUMANITARIAN if standing_.commitment.category.humanitarian else Shelf.OPEN


def shelf_on(shelf: Shelf, recognised: bool) -> Shelf:
    """Move a shelf of the strict reading to where it lies on a reading that recognises it or not."""
    if recognised or shelf not in OWED_SHELVES:
        return shelf
    return Shelf.ASKED_DONE if shelf is Shelf.DONE else Shelf.ASKED


def placings(case: Case) -> list[Placing]:
    """Compute where a commitment lies from the first day it was known, through every day that brought news of it."""
    days = sorted(_days_of_news(case))
    found: list[Placing] = []
    for day in days:
        placed = _placed(case, day)
        if found and _same(found[-1], placed):
            continue
        if found:
            last = found[-1]
            found[-1] = Placing(last.since, day, last.shelf, last.recognised_by, last.due)
        found.append(placed)
    return found


def _days_of_news(case: Case) -> Iterable[date]:
    first = case.commitment.known_on
    days = {first, *(claim.known_on for claim in case.claims), *(j.day for j in case.judgements)}
    return {max(day, first) for day in days}


def _placed(case: Case, day: date) -> Placing:
    found = standing(case, day, Reading(STRICT))
    return Placing(day, None, shelf_of(found), found.terms.recognised_by, found.terms.due.last_day or NO_DUE_DAY)


def _same(one: Placing, other: Placing) -> bool:
    return (one.shelf, one.recognised_by, one.due) == (other.shelf, other.recognised_by, other.due)
