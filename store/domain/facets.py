"""Facets: what of a commitment the obligations are chosen and ordered by, from day to day, as columns can hold it."""

from __future__ import annotations

from datetime import date

from store.domain.shelves import History, Placing, days_of_news, place
from store.domain.standing import Case
from store.domain.typed import NamedTuple
from store.domain.words import Delivery, Instrument, Verification


class Facet(NamedTuple):
    """How a commitment stands from one day until another, as if every party recognised it."""

    since: date
    until: date | None
    """The first day on which anything new came; None = nothing came."""
    instrument: Instrument
    delivery: Delivery
    verification: Verification
    promised: int | None
    """The number owed to reckon with; None where there is none."""
    delivered: int | None
    """The leading number handed over; None where nobody gives one."""
    remaining: int | None
    """What is left of the number owed; None where a side of that is not known."""
    news: date
    """The day of the newest claim on it."""


def followed(case: Case) -> tuple[list[Placing], list[Facet]]:
    """Follow a commitment through every day that brought news of it: where it lies, and how it stands."""
    where: list[Placing] = []
    how: list[Facet] = []
    history, days = History(case), days_of_news(case)
    before = promised = whole = None
    for day, until in zip(days, [*days[1:], None], strict=True):
        terms, delivery, verification, number = history.on(day)
        place(where, case, day, terms, delivery)
        if terms is not before:
            before, owed = terms, terms.quantity
            promised, whole = (owed.number, owed.denominator) if owed is not None else (None, None)
        left = max(whole - number, 0) if whole is not None and number is not None else None
        how.append(Facet(day, until, terms.instrument, delivery, verification, promised, number, left, history.news))
    return where, how
