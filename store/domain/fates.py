"""Fates: what became of each figure in the reckoning, told by the very rules that the board reckons by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from store.domain.figures import VoiceFigure, distinct_batches
from store.domain.model import Claim
from store.domain.quantities import Basis
from store.domain.standing import Standing
from store.domain.terms import promise_of
from store.domain.words import Measure


class Section(StrEnum):
    """What the figures below one another measure. They are never added across sections."""

    PROMISED = "promised"
    CUMULATIVE = "cumulative"
    BATCH = "batch"
    STOCK = "stock"
    WORDS = "words"
    """No figure, but a word: under way, rejected."""


class Fate(StrEnum):
    """What became of a figure in the reckoning."""

    LEADS = "leads"
    """The board's figure rests on it."""
    COUNTED = "counted"
    """The figure of its own voice rests on it."""
    INSIDE = "inside"
    """A part of its voice's own total, which counts instead: the two are never added."""
    OLDER = "older"
    """Its voice gave a newer or larger figure since."""
    REPEATED = "repeated"
    """The same batch was told again since."""
    TOGETHER = "together"
    """Of both directions together: nobody's own figure."""
    NOTED = "noted"
    """It gives no number to reckon with, or measures something else."""
    CORRECTED = "corrected"
    """Another claim corrects it."""
    ENDED = "ended"
    """Said of what has been withdrawn or superseded since."""

    @property
    def struck(self) -> bool:
        """Whether it no longer stands at all."""
        return self in (Fate.CORRECTED, Fate.ENDED)

    @property
    def counts(self) -> bool:
        """Whether any figure on the board rests on it."""
        return self in (Fate.LEADS, Fate.COUNTED)


def section_of(claim: Claim) -> Section:
    """Choose the section: by what is measured, and whether a figure measures it."""
    if claim.measure is Measure.OWED:
        return Section.PROMISED
    if claim.figure is None or claim.rejects or claim.measure is Measure.PROGRESS:
        return Section.WORDS
    return Section(claim.measure.value)


def fates(claims: Sequence[Claim], now: Standing) -> Callable[[Claim], Fate]:
    """Return what says of claims in force which of them the figures of a standing rest on."""
    promise = promise_of(claim for claim in claims if claim.measure is Measure.OWED)
    acts = [c for c in claims if c.measure is Measure.OWED and c.instrument is not None and c.instrument.ended]
    ending = max(acts, key=lambda claim: (claim.known_on, claim.id), default=None)
    counted = {figure.voice: figure for figure in now.figures.voices}
    batches = [c for c in claims if c.measure is Measure.BATCH and c.figure is not None and not c.rejects]
    once = {
        claim.id
        for voice in counted
        for way in {c.way for c in batches}
        for claim in distinct_batches(c for c in batches if c.cite.voice == voice and c.way == way)
    }

    def fate(claim: Claim) -> Fate:
        if claim.measure is Measure.OWED:
            return _fate_of_promise(claim, promise, ending, now)
        figure = counted.get(claim.cite.voice)
        if section_of(claim) not in (Section.BATCH, Section.CUMULATIVE) or _number(claim) is None or figure is None:
            return Fate.NOTED
        return _fate(claim, figure, once, leads=figure is now.figures.leading)

    return fate


def _fate_of_promise(claim: Claim, promise: Claim | None, ending: Claim | None, now: Standing) -> Fate:
    over = ending is not None and (claim.known_on, claim.id) < (ending.known_on, ending.id)
    if over or (now.terms.instrument.ended and claim is not ending):
        return Fate.ENDED
    if claim is promise:
        return Fate.LEADS
    if claim.figure is None:
        return Fate.NOTED
    if claim.basis is Basis.TOTAL:
        return Fate.TOGETHER
    return Fate.COUNTED if claim.figure == now.terms.quantity else Fate.OLDER


def _fate(claim: Claim, figure: VoiceFigure, once: set[int], *, leads: bool) -> Fate:
    counts = Fate.LEADS if leads else Fate.COUNTED
    if claim is figure.claim:
        return counts
    if claim.measure is Measure.BATCH and claim.id not in once:
        return Fate.REPEATED
    if claim.measure is figure.claim.measure is Measure.BATCH:
        return counts
    return Fate.INSIDE if claim.measure is Measure.BATCH else Fate.OLDER


def _number(claim: Claim) -> int | None:
    return claim.figure.number if claim.figure is not None else None
