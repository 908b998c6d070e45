"""Shelves: the board's order of commitments, kept per commitment and day so that a page can be cut from an index."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from store.domain.journal import Judgement
from store.domain.knowledge import judged, judged_word, known
from store.domain.model import Claim, Commitment
from store.domain.progress import Course
from store.domain.standing import Case, Standing
from store.domain.terms import Terms, terms_of
from store.domain.typed import NamedTuple
from store.domain.words import Aspect, Delivery, Measure


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
    if standing_.terms.instrument.ended:
        return Shelf.ENDED
    return _shelf_of(standing_.commitment, owed=standing_.owed, done=standing_.delivery.done)


def _shelf_of(commitment: Commitment, *, owed: bool, done: bool) -> Shelf:
    """Place what has not ended."""
    if not owed:
        return Shelf.ASKED_DONE if done else Shelf.ASKED
    if done:
        return Shelf.DONE
    return Shelf.OPEN_HUMANITARIAN if commitment.category.humanitarian else Shelf.OPEN


def shelf_on(shelf: Shelf, recognised: bool) -> Shelf:
    """Move a shelf of the strict reading to where it lies on a reading that recognises it or not."""
    if recognised or shelf not in OWED_SHELVES:
        return shelf
    return Shelf.ASKED_DONE if shelf is Shelf.DONE else Shelf.ASKED


def placings(case: Case) -> list[Placing]:
    """Compute where a commitment lies from the first day it was known, through every day that brought news of it.

    It lies where `standing` would put it on each of those days; only what a shelf needs is computed, and anew only
    where the news bears on it.
    """
    found: list[Placing] = []
    history = _History(case)
    for day in sorted(_days_of_news(case)):
        placed = history.placed(day)
        if found and _same(found[-1], placed):
            continue
        if found:
            last = found[-1]
            found[-1] = Placing(last.since, day, last.shelf, last.recognised_by, last.due)
        found.append(placed)
    return found


def _days_of_news(case: Case) -> Iterable[date]:
    first = case.commitment.known_on
    days = {first, *[claim.known_on for claim in case.claims], *[j.day for j in case.judgements]}
    days.update(told.known_on for told in case.happened)
    return days if min(days) == first else {max(day, first) for day in days}


class _History:
    """Walks through the days of news of one commitment, oldest first, and keeps what a day leaves as it was."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._claims = sorted(case.claims, key=_when)
        self._corrects = any(claim.supersedes is not None for claim in case.claims)
        self._count = 0
        self._owed: list[Claim] = []
        self._course = Course()
        self._terms: Terms | None = None
        self._judged: Judgement | None = None
        self._done: bool | None = None

    def placed(self, day: date) -> Placing:
        """Return where it lies on a day, which comes after the days asked for before."""
        self._see(day)
        judgements = self._case.judgements
        judgement = judged(judgements, Aspect.INSTRUMENT, day) if judgements else None
        happened = self._case.happened
        if self._terms is None or judgement is not self._judged or happened:
            self._terms = terms_of(self._owed, self._case.bound, judgement, happened, day)
            self._judged = judgement
            self._done = None
        terms = self._terms
        return Placing(day, None, self._shelf(terms, day), terms.recognised_by, terms.due.last_day or NO_DUE_DAY)

    def _see(self, day: date) -> None:
        """Take in the claims that became known by a day."""
        claims, before = self._claims, self._count
        while self._count < len(claims) and claims[self._count].known_on <= day:
            self._count += 1
        if self._count == before:
            return
        if self._corrects:
            news, self._owed, self._course = known(claims, day), [], Course()
            self._terms = self._done = None
        else:
            news = claims[before : self._count]
        for claim in news:
            if claim.measure is Measure.OWED:
                self._owed.append(claim)
                self._terms = None
            else:
                self._course.add(claim)
                self._done = None

    def _shelf(self, terms: Terms, day: date) -> Shelf:
        if terms.instrument.ended:
            return Shelf.ENDED
        judgements = self._case.judgements
        said = judged_word(judgements, Aspect.DELIVERY, day) if judgements else None
        if said is None and self._done is None:
            self._done = self._course.done(terms.quantity)
        done = bool(self._done) if said is None else Delivery(said).done
        return _shelf_of(self._case.commitment, owed=terms.instrument.owed, done=done)


def _when(claim: Claim) -> tuple[date, int]:
    return claim.known_on, claim.id


def _same(one: Placing, other: Placing) -> bool:
    return (one.shelf, one.recognised_by, one.due) == (other.shelf, other.recognised_by, other.due)
