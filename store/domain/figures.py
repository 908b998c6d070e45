"""Figures by voice: what each side says was handed over, and which figure leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from store.domain.model import Claim
from store.domain.quantities import Qualifier, Quantity
from store.domain.typed import NamedTuple
from store.domain.words import ClaimRole, Measure


class VoiceFigure(NamedTuple):
    """What one voice says in all: its newest cumulative figure, or the sum of its batches, never both added."""

    voice: str
    """The side, the speaker, or `article`."""
    quantity: Quantity
    claim: Claim
    """The claim that the figure rests on (for a sum: its newest batch)."""

    @property
    def known_on(self) -> date:
        """The day this figure became known."""
        return self.claim.known_on

    @property
    def covered_to(self) -> date:
        """The last day the figure covers, as far as its words say."""
        return self.claim.window.latest or self.claim.known_on

    @property
    def number(self) -> int:
        """The number to reckon with."""
        return self.quantity.number or 0


class Delivered(NamedTuple):
    """What was handed over, according to everybody."""

    leading: VoiceFigure | None
    """The newest figure, the receiver's first; None where nobody gives a number."""
    voices: tuple[VoiceFigure, ...]
    """Every voice's figure."""
    against: tuple[VoiceFigure, ...]
    """The figures that cannot be true together with the leading one."""
    uncounted: tuple[str, ...] = ()
    """The voices that say that something was handed over and give no number."""
    withheld: bool = False
    """Whether somebody says that figures exist and are not disclosed."""

    @property
    def quantity(self) -> Quantity | None:
        """The figure with the bounds that the contradicting voices give it."""
        if self.leading is None:
            return Quantity(Qualifier.UNDISCLOSED) if self.withheld else None
        if not self.against:
            return self.leading.quantity
        numbers = [figure.number for figure in (self.leading, *self.against)]
        return Quantity(Qualifier.BETWEEN, min(numbers), self.leading.number, max(numbers))


_ROLE_ORDER = (ClaimRole.CREDITOR, ClaimRole.WITNESS, ClaimRole.DEBTOR, ClaimRole.OTHER, None)


def delivered(claims: Iterable[Claim]) -> Delivered:
    """Weigh the figures of the claims in force on one commitment (measures batch and cumulative only)."""
    by_voice = _by_voice(claims)
    return _weighed(by_voice, _voices(by_voice))


def _weighed(by_voice: Mapping[str, Sequence[Claim]], voices: tuple[VoiceFigure, ...]) -> Delivered:
    leading = _leading(voices)
    uncounted = tuple([voice for voice, said in by_voice.items() if None in [_number(claim) for claim in said]])
    # what is withheld has no number
    withheld = bool(uncounted) and any(_undisclosed(claim) for said in by_voice.values() for claim in said)
    return Delivered(leading, voices, _against(leading, voices), uncounted, withheld)


def _undisclosed(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.qualifier is Qualifier.UNDISCLOSED


_NOTHING = Delivered(None, (), ())
"""What was handed over where nobody says anything of it."""


class Lead:
    """Weighs the figures of claims in force as they come in one by one: what `delivered` says of all so far."""

    def __init__(self) -> None:
        self._said: dict[str, list[Claim]] = {}
        self._figures: dict[str, VoiceFigure | None] = {}
        self._vague: set[str] = set()
        self._weighed: Delivered | None = _NOTHING

    def add(self, claim: Claim) -> None:
        """Take in the next claim."""
        if _counts(claim):
            voice = claim.cite.voice
            said = self._said.setdefault(voice, [])
            said.append(claim)
            if _number(claim) is None:
                self._vague.add(voice)
            self._figures[voice] = _voice_figure(voice, said)
            self._weighed = None

    def weighed(self) -> Delivered:
        """Return what was handed over, according to everybody so far."""
        if self._weighed is None:
            voices = tuple([figure for figure in self._figures.values() if figure is not None])
            if self._vague:
                self._weighed = _weighed(self._said, voices)
            else:
                leading = _leading(voices)
                self._weighed = Delivered(leading, voices, _against(leading, voices), (), False)
        return self._weighed


def _counts(claim: Claim) -> bool:
    measure = claim.measure
    return (
        claim.figure is not None and (measure is Measure.CUMULATIVE or measure is Measure.BATCH) and not claim.rejects
    )


def _by_voice(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    by_voice: dict[str, list[Claim]] = {}
    for claim in claims:
        if _counts(claim):
            by_voice.setdefault(claim.cite.voice, []).append(claim)
    return by_voice


def _voices(by_voice: dict[str, list[Claim]]) -> tuple[VoiceFigure, ...]:
    found = (_voice_figure(voice, said) for voice, said in by_voice.items())
    return tuple(figure for figure in found if figure is not None)


def _leading(voices: Sequence[VoiceFigure]) -> VoiceFigure | None:
    return voices[0] if len(voices) == 1 else max(voices, key=_lead, default=None)


def _lead(figure: VoiceFigure) -> tuple[date, int, int]:
    exactness = 1 if figure.quantity.qualifier is Qualifier.EXACT else 0
    return figure.known_on, -_ROLE_ORDER.index(figure.claim.role), exactness


def _against(leading: VoiceFigure | None, voices: Sequence[VoiceFigure]) -> tuple[VoiceFigure, ...]:
    if leading is None or len(voices) == 1:
        return ()
    return tuple(
        [
            other
            for other in voices
            if other is not leading
            and not other.quantity.agrees_with(leading.quantity)
            and not (other.number < leading.number and other.covered_to < leading.covered_to)
        ]
    )


def _voice_figure(voice: str, said: Sequence[Claim]) -> VoiceFigure | None:
    if len(said) == 1 and (only := said[0].figure) is not None and only.qualifier is Qualifier.EXACT:
        return VoiceFigure(voice, only, said[0])
    cumulative = [c for c in said if c.measure is Measure.CUMULATIVE and _number(c) is not None]
    newest = cumulative[0] if len(cumulative) == 1 else max(cumulative, key=_newest, default=None)
    if len(cumulative) == len(said) and newest is not None and newest.figure is not None:
        return VoiceFigure(voice, newest.figure, newest)
    total = _batches(voice, [c for c in said if c.measure is Measure.BATCH and _number(c) is not None])
    if newest is None or newest.figure is None:
        return total
    running = VoiceFigure(voice, newest.figure, newest)
    return total if total is not None and total.number > running.number else running


def _newest(claim: Claim) -> tuple[date, int, int, int]:
    exactness = 1 if claim.figure is not None and claim.figure.qualifier is Qualifier.EXACT else 0
    return claim.known_on, -claim.cite.strength.rank, exactness, claim.id


def _batches(voice: str, batches: Sequence[Claim]) -> VoiceFigure | None:
    """Sum batches, each direction apart: of what both sides owe each other, the direction that lags counts."""
    by_way: dict[object, list[Claim]] = {}
    for claim in batches:
        by_way.setdefault(claim.way, []).append(claim)
    totals = [total for said in by_way.values() if (total := _batch_total(voice, said)) is not None]
    return min(totals, key=lambda figure: figure.number, default=None)


def _batch_total(voice: str, batches: Sequence[Claim]) -> VoiceFigure | None:
    distinct = distinct_batches(batches)
    if not distinct:
        return None
    quantity = added([claim.figure for claim in distinct if claim.figure is not None])
    return VoiceFigure(voice, quantity, max(distinct, key=_newest))


def distinct_batches(batches: Iterable[Claim]) -> list[Claim]:
    """Take every batch once, as it was told last: one event, or one span of days, is one batch."""
    distinct: dict[object, Claim] = {}
    for claim in batches:
        key = _batch_key(claim)
        if key not in distinct or _newest(claim) > _newest(distinct[key]):
            distinct[key] = claim
    return list(distinct.values())


def added(figures: Sequence[Quantity]) -> Quantity:
    """Add up figures that give a number; the sum is no surer than the least sure of them."""
    total = sum(figure.number or 0 for figure in figures)
    if all(figure.qualifier is Qualifier.EXACT for figure in figures):
        return Quantity(Qualifier.EXACT, total, total, total)
    if all(figure.point is not None for figure in figures):
        return Quantity(Qualifier.ABOUT, point=total)
    return Quantity(Qualifier.AT_LEAST, low=total)


def newest_total(claims: Iterable[Claim]) -> Claim | None:
    """Return the newest of the cumulative figures that give a number: the total that holds for whoever said them."""
    numbered = [c for c in claims if _counts(c) and c.measure is Measure.CUMULATIVE and _number(c) is not None]
    return max(numbered, key=_newest, default=None)


def _batch_key(claim: Claim) -> object:
    """Tell one batch from another: by its event, else its days, else its origin and day."""
    if claim.exchange is not None:
        return claim.exchange, claim.way
    if claim.window.bounded:
        return claim.window.earliest, claim.window.latest
    return claim.cite.origin, claim.known_on, claim.figure


def _number(claim: Claim) -> int | None:
    return claim.figure.number if claim.figure is not None else None
