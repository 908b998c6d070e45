"""Shelves: the board's order of commitments, kept per commitment and day so that a page can be cut from an index."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from operator import attrgetter

from store.domain.journal import Judgement
from store.domain.knowledge import judged, judged_word, known
from store.domain.model import Claim, Commitment
from store.domain.progress import Course, Reached
from store.domain.standing import Case, Standing
from store.domain.terms import Terms, terms_of
from store.domain.typed import NamedTuple, direct
from store.domain.words import Aspect, Delivery, Measure, Verification


@direct
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


ORDERS: dict[str, str] = {
    "due": "last due day",
    "debtor": "who owes",
    "kind": "kind",
    "promised": "number promised",
    "delivered": "number delivered",
    "left": "number left",
    "status": "how far delivered",
    "news": "newest evidence",
    "label": "label",
}
"""What each order goes by. What has no value there comes last, whichever way it goes."""


class Order(NamedTuple):
    """How the obligations are put in order: by which column, and whether from its end."""

    column: str = ""
    """One of `ORDERS`; empty = the order of the board: by shelf, then by the last due day."""
    reversed: bool = False

    @property
    def words(self) -> str:
        """Say how the list is ordered; empty for the board's own order."""
        return f"{self.column} {'↓' if self.reversed else '↑'}" if self.column else ""

    def turned(self, column: str) -> Order:
        """Return the order after a column was chosen: the same one again turns it round."""
        return Order(column, bool(column) and column == self.column and not self.reversed)


BOARD_ORDER = Order()


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


def days_of_news(case: Case) -> list[date]:
    """List the days that brought anything on a commitment, from the first on which it was known."""
    first = case.commitment.known_on
    days = {claim.known_on for claim in case.claims}
    days.add(first)
    if case.judgements:
        days.update([j.day for j in case.judgements])
    if case.happened:
        days.update([told.known_on for told in case.happened])
    found = sorted(days)
    return found if found[0] == first else sorted({max(day, first) for day in days})


class History:
    """Walks through the days of news of one commitment, oldest first, and keeps what a day leaves as it was."""

    def __init__(self, case: Case) -> None:
        self._first, self._judgements = case.commitment.known_on, case.judgements
        self._bound, self._happened = case.bound, case.happened
        self._claims = sorted(case.claims, key=_WHEN)
        self._corrects = bool([claim for claim in case.claims if claim.supersedes is not None])
        self._count = 0
        self._known: list[Claim] = []
        self._owed: list[Claim] = []
        self._course = Course()
        self._terms: Terms | None = None
        self._judged: Judgement | None = None
        self._reached: Reached | None = None

    def on(self, day: date) -> tuple[Terms, Delivery, Verification, int | None]:
        """Return terms, delivery, verification and the leading number on a day, after those asked for before."""
        if self._count < len(self._claims) and self._claims[self._count].known_on <= day:
            self._see(day)
        judgements, happened = self._judgements, self._happened
        judgement = judged(judgements, Aspect.INSTRUMENT, day) if judgements else None
        if self._terms is None or judgement is not self._judged or happened:
            self._terms = terms_of(self._owed, self._bound, judgement, happened, day)
            self._judged = judgement
            self._reached = None
        if self._reached is None:
            self._reached = self._course.reached(self._terms.quantity, self._known, self._bound)
        delivery, verification, number = self._reached
        if judgements:
            delivery = Delivery(judged_word(judgements, Aspect.DELIVERY, day) or delivery)
            verification = Verification(judged_word(judgements, Aspect.VERIFICATION, day) or verification)
        return self._terms, delivery, verification, number

    @property
    def news(self) -> date:
        """The day of the newest claim seen; where none is, the day it was known from."""
        return max(self._claims[self._count - 1].known_on, self._first) if self._count else self._first

    def _see(self, day: date) -> None:
        """Take in the claims that became known by a day, of which there are some."""
        claims, before = self._claims, self._count
        count, whole = before + 1, len(claims)
        while count < whole and claims[count].known_on <= day:
            count += 1
        self._count = count
        self._reached = None
        if self._corrects:
            news = self._known = known(claims, day)
            self._owed, self._course, self._terms = [], Course(), None
        else:
            news = claims[before:count]
            self._known = claims[:count]
        for claim in news:
            if claim.measure is Measure.OWED:
                self._owed.append(claim)
                self._terms = None
            else:
                self._course.add(claim)


def placings(case: Case) -> list[Placing]:
    """Compute where a commitment lies from the first day it was known, through every day that brought news of it.

    It lies where `standing` would put it on each of those days; only what a shelf needs is computed, and anew only
    where the news bears on it.
    """
    found: list[Placing] = []
    history = History(case)
    for day in days_of_news(case):
        terms, delivery, *_ = history.on(day)
        place(found, case, day, terms, delivery)
    return found


def place(found: list[Placing], case: Case, day: date, terms: Terms, delivery: Delivery) -> None:
    """Add where a commitment lies from a day on, which ends where it lay before; unless it lies there still."""
    act, due = terms.instrument, terms.due.last_day or NO_DUE_DAY
    shelf = Shelf.ENDED if act.ended else _shelf_of(case.commitment, owed=act.owed, done=delivery.done)
    if found:
        since, _, before, recognised, was_due = found[-1]
        if before is shelf and was_due == due and recognised == terms.recognised_by:
            return
        found[-1] = Placing(since, day, before, recognised, was_due)
    found.append(Placing(day, None, shelf, terms.recognised_by, due))


_WHEN = attrgetter("known_on", "id")
