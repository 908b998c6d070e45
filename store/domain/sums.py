"""Sums: figures that should add up to another one, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from store.domain.figures import added, distinct_batches, newest_total
from store.domain.model import Claim, Commitment
from store.domain.quantities import Basis, Qualifier, Quantity
from store.domain.typed import NamedTuple
from store.domain.words import Measure

_FEWEST = 2
"""One batch alone is no list."""


class Fit(StrEnum):
    """Whether figures add up to another one."""

    ADDS_UP = "adds_up"
    APART = "apart"
    """Both cannot be true."""
    LATER = "later"
    """The smaller of the two ends on an earlier day, so that both can be true."""
    UNCOMPARED = "uncompared"
    """There is nothing to compare with, or nothing that can be added."""


class Total(NamedTuple):
    """A figure that listed batches are compared with."""

    claims: tuple[Claim, ...]
    """The newest totals, of whatever voice, that give this one figure."""
    figure: Quantity
    fit: Fit
    difference: int
    """How far the two numbers lie apart."""
    sure: bool
    """Whether both are exact, so that the difference is too."""


class Stages(NamedTuple):
    """The batches that somebody lists, added up, beside the totals that the same and others claim."""

    voice: str | None
    """Whose list it is; None = it has batches of several voices."""
    source: str | None
    """The source that lists those of several voices; None = all sources together, each event once."""
    parts: tuple[Claim, ...]
    sum: Quantity
    totals: tuple[Total, ...]
    """Misfits first, the lister's own before others'."""

    @property
    def fit(self) -> Fit:
        """Whether it adds up: apart from any total is apart; of the others, agreeing with one is enough."""
        fits = {total.fit for total in self.totals}
        return next(fit for fit in (Fit.APART, Fit.ADDS_UP, Fit.LATER) if fit in fits)


class Side(NamedTuple):
    """One of two commitments that mirror each other, and how much it promises."""

    commitment: Commitment
    promised: Quantity | None


class Pair(NamedTuple):
    """Two commitments that mirror each other, added up, beside what was said of both directions together."""

    one: Side
    other: Side
    sum: Quantity | None
    """None where they cannot be added: one gives no number, or their units differ."""
    said: tuple[Claim, ...]
    """The statements about both together; of one source once."""
    fit: Fit

    @property
    def units_differ(self) -> bool:
        """Whether they count different things."""
        return _differ(self.one.commitment.unit, self.other.commitment.unit)

    @property
    def figure(self) -> Quantity | None:
        """What was said of both together last."""
        return self.said[-1].figure if self.said else None

    @property
    def difference(self) -> int | None:
        """How far the sum lies from what was said; None where there is nothing to compare."""
        if self.sum is None or self.figure is None or self.figure.number is None:
            return None
        return abs(self.figure.number - (self.sum.number or 0))


def stages(claims: Iterable[Claim], *, one_way: bool = True) -> list[Stages]:
    """Compare every list of batches with the totals claimed, among claims in force on one commitment; misfits first.

    A list has two batches or more. What one source puts together from several voices is compared with totals in that
    very source alone. Directions are kept apart; `one_way` says that there is just one.
    """
    counted = [claim for claim in claims if not claim.rejects and claim.basis is not Basis.TOTAL]
    ways = {None} if one_way else {claim.way for claim in counted}
    found: list[Stages] = []
    for way in ways:
        mine = [claim for claim in counted if one_way or claim.way == way]
        totals = _totals(mine)
        compared = (_compared(listed, totals) for listed in _lists(mine))
        found.extend(one for one in compared if one.totals)
    return sorted(found, key=lambda one: one.fit is not Fit.APART)


def pair_of(one: Side, other: Side, said: Iterable[Claim]) -> Pair:
    """Add two promises that mirror each other, where they count the same things, and compare with what was said."""
    together = {claim.cite.locator: claim for claim in said if claim.basis is Basis.TOTAL and claim.figure is not None}
    claims = tuple(sorted(together.values(), key=lambda claim: (claim.known_on, claim.id)))
    promised = [side.promised for side in (one, other) if side.promised and side.promised.number is not None]
    pair = Pair(one, other, None, claims, Fit.UNCOMPARED)
    if len(promised) < _FEWEST or pair.units_differ:
        return pair
    total = added(promised)
    if pair.figure is None:
        return pair._replace(sum=total)
    return pair._replace(sum=total, fit=Fit.ADDS_UP if total.agrees_with(pair.figure) else Fit.APART)


def _differ(one: str | None, other: str | None) -> bool:
    return (one or "").casefold() != (other or "").casefold()


class _List(NamedTuple):
    voice: str | None
    source: str | None
    parts: tuple[Claim, ...]


def _lists(claims: Sequence[Claim]) -> list[_List]:
    """Find who lists batches: each voice, each source that lists those of several voices, and all together."""
    batches = [claim for claim in claims if claim.measure is Measure.BATCH and _numbered(claim)]
    by_voice: dict[str, list[Claim]] = {}
    by_source: dict[str, list[Claim]] = {}
    for claim in batches:
        by_voice.setdefault(claim.cite.voice, []).append(claim)
        by_source.setdefault(claim.cite.source, []).append(claim)
    found = [_List(voice, None, _once(said)) for voice, said in by_voice.items()]
    for source, said in by_source.items():
        if len({claim.cite.voice for claim in said}) > 1:
            found.append(_List(None, source, _once(said)))
    everything = _once(batches)
    if len(by_source) > 1 and _told_apart(everything):
        found.append(_List(None, None, everything))
    return [one for one in _without_parts(found) if len(one.parts) >= _FEWEST]


def _without_parts(lists: Sequence[_List]) -> list[_List]:
    """Leave out a list of several voices that says no more than one that stands before it."""
    kept: list[_List] = []
    for one in lists:
        events = {_event(claim) for claim in one.parts}
        known = any({_event(claim) for claim in other.parts} >= events for other in kept)
        if one.voice is not None or not known:
            kept.append(one)
    return kept


def _event(claim: Claim) -> object:
    """Tell what a batch is for comparing lists: the event, and the number it is given."""
    days = (claim.window.earliest, claim.window.latest) if claim.window.bounded else claim.id
    return claim.exchange or days, claim.figure


def _once(batches: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(distinct_batches(batches), key=lambda claim: (_until(claim), claim.id)))


def _told_apart(batches: Sequence[Claim]) -> bool:
    """Whether batches of different voices are surely different ones: each has days of its own, or its own event."""
    if all(claim.exchange is not None for claim in batches):
        return True
    spans = sorted(
        (claim.window.earliest, claim.window.latest)
        for claim in batches
        if claim.window.earliest is not None and claim.window.latest is not None and claim.exchange is None
    )
    return len(spans) == len(batches) and all(one[1] < other[0] for one, other in pairwise(spans))


def _totals(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Find the newest total of every voice; those of one figure together."""
    by_figure: dict[Quantity, list[Claim]] = {}
    for voice in dict.fromkeys(claim.cite.voice for claim in claims):
        newest = newest_total(claim for claim in claims if claim.cite.voice == voice)
        if newest is not None and newest.figure is not None:
            by_figure.setdefault(newest.figure, []).append(newest)
    return [tuple(said) for said in by_figure.values()]


def _compared(listed: _List, totals: Sequence[tuple[Claim, ...]]) -> Stages:
    total = added([claim.figure for claim in listed.parts if claim.figure is not None])
    found = []
    for said in totals:
        claims = tuple(c for c in said if listed.source in (None, c.cite.source))
        if claims and claims[0].figure is not None:
            found.append(_total(listed, total, claims, claims[0].figure))

    def order(one: Total) -> tuple[bool, bool]:
        own = any(claim.cite.voice == listed.voice for claim in one.claims)
        return one.fit is not Fit.APART, not own

    return Stages(listed.voice, listed.source, listed.parts, total, tuple(sorted(found, key=order)))


def _total(listed: _List, total: Quantity, claims: tuple[Claim, ...], figure: Quantity) -> Total:
    sure = {total.qualifier, figure.qualifier} == {Qualifier.EXACT}
    difference = abs((figure.number or 0) - (total.number or 0))
    return Total(claims, figure, _fit(listed.parts, total, claims), difference, sure)


def _fit(parts: Sequence[Claim], total: Quantity, said: Sequence[Claim]) -> Fit:
    figure = said[0].figure
    if figure is None or total.agrees_with(figure):
        return Fit.ADDS_UP
    if {claim.cite.source for claim in parts} & {claim.cite.source for claim in said}:
        # one text that lists and totals contradicts itself, whatever days it names
        return Fit.APART
    listed_to, claimed_to = max(map(_until, parts)), max(map(_until, said))
    smaller_to, larger_to = (
        (listed_to, claimed_to) if (total.number or 0) < (figure.number or 0) else (claimed_to, listed_to)
    )
    return Fit.LATER if smaller_to < larger_to else Fit.APART


def _until(claim: Claim) -> date:
    return claim.window.latest or claim.known_on


def _numbered(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.number is not None
