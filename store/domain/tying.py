"""Tying: the terms of an obligation that hangs on a pace, a ratio, an event or a longer time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.clauses import NO_CLAUSES, Clauses, Happened, Rate, counted_window, event_day, extended, extension
from store.domain.model import Claim
from store.domain.terms import Terms, newest_figure, preference, quantity_of
from store.domain.windows import NO_WINDOW


def tied(terms: Terms, happened: Sequence[Happened], day: date) -> Terms:
    """Add to terms what their statements tie the obligation to, as known on a day."""
    said = terms.statements
    placed = [_placed(claim, happened, day) for claim in said]
    base = max((claim for claim in placed if claim.window.bounded), key=preference, default=None)
    counting = [base] if base else placed
    counted = [clauses.counted for claim in counting if (clauses := claim.clauses) and clauses.counted]
    ratios = [clauses.ratio for claim in said if (clauses := claim.clauses) and clauses.ratio]
    longer = _longer(said, base)
    return terms._replace(
        quantity=quantity_of([claim for claim in said if _of(claim).per is None]),
        due=extended(base.window, longer) if base else NO_WINDOW,
        rate=_rate(said),
        ratio=ratios[-1] if ratios else None,
        counted=counted[-1] if counted else None,
        extended=longer,
    )


def _placed(claim: Claim, happened: Sequence[Happened], day: date) -> Claim:
    """Give a claim the days that it counts from an event, once the event has one."""
    counted = _of(claim).counted
    event = event_day(happened, counted.event, day) if counted else None
    if counted is None or event is None:
        return claim
    return claim._replace(window=counted_window(counted, event, claim.window.phrase))


def _longer(said: Sequence[Claim], base: Claim | None) -> int:
    """Count the days by which the end was moved since it was said; what moved it before that is part of it by now."""
    since = (base.known_on, base.id) if base else (date.min, 0)
    return extension(
        [
            (claim.cite.voice, claim.known_on, days)
            for claim in said
            if (days := _of(claim).extends) and (claim.known_on, claim.id) > since
        ]
    )


def _rate(said: Sequence[Claim]) -> Rate | None:
    newest = newest_figure([claim for claim in said if _of(claim).per is not None])
    per = _of(newest).per if newest else None
    return Rate(newest.figure, per) if newest and newest.figure and per else None


def _of(claim: Claim) -> Clauses:
    return claim.clauses or NO_CLAUSES
