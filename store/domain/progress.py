"""Progress: how far a commitment is carried out, and how well that is attested."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.figures import Delivered, Lead, VoiceFigure
from store.domain.model import Claim
from store.domain.quantities import Qualifier, Quantity
from store.domain.typed import NamedTuple
from store.domain.words import ClaimRole, Delivery, Measure, Verification

_MOVED = (Delivery.PARTIAL, Delivery.DELIVERED, Delivery.EXCEEDED)
_HALTED = (Delivery.STALLED, Delivery.REFUSED)


class Progress(NamedTuple):
    """What the claims say of the carrying out of a commitment."""

    delivery: Delivery
    verification: Verification
    attested_by: tuple[str, ...]
    """The voices that say that anything moved."""
    claim: Claim | None
    """The newest claim in words."""


def progress_of(claims: Sequence[Claim], owed: Quantity | None, weighed: Delivered, bound: Sequence[str]) -> Progress:
    """Judge delivery and verification from claims in force on one commitment, oldest first."""
    words = _in_words(claims)
    newest = _newest(words)
    delivery = _delivery(owed, weighed.leading, newest, uncounted=bool(weighed.uncounted))
    supporters = _supporters(words, weighed)
    verification = _verification(claims, delivery, weighed, supporters, bound)
    return Progress(delivery, verification, supporters, newest)


class Course:
    """Follows the carrying out as claims in force come in one by one: what `progress_of` says, and no more of it."""

    def __init__(self) -> None:
        self._lead = Lead()
        self._words: list[Claim] = []
        self._newest: Claim | None = None
        self._silent = True

    def add(self, claim: Claim) -> None:
        """Take in the next claim, which is not about what is owed."""
        self._silent = False
        self._lead.add(claim)
        if claim.progress is not None:
            self._words.append(claim)
            self._newest = claim if self._newest is None else max(self._newest, claim, key=_recent)

    def reached(self, owed: Quantity | None, claims: Sequence[Claim], bound: Sequence[str]) -> Reached:
        """Return how far it came; `claims` are all those in force, oldest first."""
        if self._silent:
            return _NOWHERE
        weighed = self._lead.weighed()
        leading = weighed.leading
        delivery = _delivery(owed, leading, self._newest, uncounted=bool(weighed.uncounted))
        if leading is not None and len(weighed.voices) == 1:
            supporters: tuple[str, ...] = (leading.voice,)
        else:
            supporters = _supporters(self._words, weighed)
        number = leading.number if leading is not None else None
        return delivery, _verification(claims, delivery, weighed, supporters, bound), number


Reached = tuple[Delivery, Verification, int | None]
"""How far a delivery came, how well that is attested, and the leading number; None where nobody gives one."""
_NOWHERE: Reached = (Delivery.NOT_STARTED, Verification.NONE, None)


def _in_words(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.progress is not None and claim.measure is not Measure.OWED]


def _newest(words: Sequence[Claim]) -> Claim | None:
    if len(words) == 1:
        return words[0]
    return max(words, key=_recent, default=None)


def _recent(claim: Claim) -> tuple[date, int, int]:
    return claim.known_on, -claim.cite.strength.rank, claim.id


def _delivery(owed: Quantity | None, leading: VoiceFigure | None, newest: Claim | None, *, uncounted: bool) -> Delivery:
    said = newest.progress if newest else None
    if leading is None:
        # "several" or "undisclosed" were handed over: something moved, nobody knows how much
        return said or (Delivery.PARTIAL if uncounted else Delivery.NOT_STARTED)
    reached = _reached(owed, leading, said)
    halted = newest is not None and said in _HALTED and newest.known_on >= leading.known_on
    return said if halted and said is not None and not reached.done else reached


def _reached(owed: Quantity | None, leading: VoiceFigure, said: Delivery | None) -> Delivery:
    amount, target = leading.number, owed.number if owed else None
    if amount == 0:
        return Delivery.NOT_STARTED
    if target is None or owed is None:
        return Delivery.DELIVERED if said is not None and said.done else Delivery.PARTIAL
    if amount > target and owed.qualifier is Qualifier.EXACT and leading.quantity.qualifier is not Qualifier.ABOUT:
        return Delivery.EXCEEDED
    return Delivery.DELIVERED if amount >= target else Delivery.PARTIAL


def _supporters(words: Sequence[Claim], weighed: Delivered) -> tuple[str, ...]:
    """List the voices that attest the delivery: by a figure that agrees with the leading one, else in words."""
    leading = weighed.leading
    if leading is not None:
        return tuple([figure.voice for figure in weighed.voices if figure.quantity.agrees_with(leading.quantity)])
    last_word = {claim.cite.voice: claim for claim in words}
    moved = [voice for voice, claim in last_word.items() if claim.progress in _MOVED]
    return tuple(dict.fromkeys((*moved, *weighed.uncounted)))


def _verification(
    claims: Sequence[Claim], delivery: Delivery, weighed: Delivered, supporters: Sequence[str], bound: Sequence[str]
) -> Verification:
    if [claim for claim in claims if claim.rejects] and any(
        claim.rejects and claim.cite.voice in bound for claim in _last_words(claims)
    ):
        return Verification.DISPUTED
    if not supporters and weighed.leading is None:
        return Verification.NONE
    if weighed.against:
        return Verification.DISCREPANT
    if bound and not [party for party in bound if party not in supporters]:
        return Verification.CONFIRMED
    if [claim for claim in claims if claim.role is ClaimRole.WITNESS and claim.cite.voice in supporters]:
        return Verification.WITNESSED
    if weighed.leading is None and delivery in _MOVED and weighed.withheld:
        return Verification.UNVERIFIABLE
    return Verification.ONE_SIDED


def _last_words(claims: Sequence[Claim]) -> list[Claim]:
    """Return what each voice said last about the carrying out."""
    last = {claim.cite.voice: claim for claim in claims if claim.measure is not Measure.OWED}
    return list(last.values())
