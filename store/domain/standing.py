"""The standing of one commitment on a day and a reading: owed, delivered, attested, on time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from store.domain.figures import Delivered, delivered
from store.domain.journal import Judgement
from store.domain.knowledge import judged, known
from store.domain.model import Claim, Commitment
from store.domain.progress import Progress, progress_of
from store.domain.quantities import Quantity
from store.domain.reading import Reading
from store.domain.terms import Terms, terms_of
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window
from store.domain.words import Aspect, Delivery, Instrument, Measure, Schedule, Verification

if TYPE_CHECKING:
    from store.domain.clauses import Happened

JUDGED = "*"
"""The mark of a delivery that is the analyst's own statement."""


class Case(NamedTuple):
    """Everything the record holds about one commitment, of whatever day."""

    commitment: Commitment
    claims: tuple[Claim, ...]
    """Claims about it and about exchanges that serve it in its direction."""
    judgements: tuple[Judgement, ...]
    bound: tuple[str, ...]
    """The parties it binds: debtor and creditor, joint actors spelled out."""
    happened: tuple[Happened, ...] = ()
    """What is said of the events that its days are counted from."""


class Standing(NamedTuple):
    """Where one commitment stands on a day and a reading. Every axis apart."""

    commitment: Commitment
    bound: tuple[str, ...]
    """The parties it binds."""
    terms: Terms
    owed: bool
    """Whether it is an obligation on this reading."""
    delivered: Quantity | None
    """The figure handed over; None = nobody gives a number, which is not zero."""
    remaining: int | None
    surplus: int | None
    """How many more than owed, where the figure goes over."""
    percent: float | None
    """Share delivered; None where there is no denominator, no figure or no obligation."""
    delivery: Delivery
    claimed: Delivery
    """What the claims alone say of the delivery, where a judgement may say otherwise."""
    verification: Verification
    attested_by: tuple[str, ...]
    """The voices that say so."""
    silent: tuple[str, ...]
    """Parties bound by it that give no figure or word of delivery."""
    schedule: Schedule
    origins: int
    """How many independent reports speak of it."""
    figures: Delivered
    judged: tuple[Judgement, ...] = ()
    """The analyst's statements that override what the claims say."""
    expected: Quantity | None = None
    """How much should have come by the day at the pace that is owed; None where none is."""
    matched: Quantity | None = None
    """How much is owed by its ratio for what the commitment it mirrors delivered; None where there is no ratio."""

    @property
    def mark(self) -> str:
        """The one sign after the delivery: a star where the analyst judged it, else how the claims attest it."""
        judged_delivery = any(judgement.aspect is Aspect.DELIVERY for judgement in self.judged)
        return JUDGED if judged_delivery else self.verification.mark

    @property
    def unproven(self) -> bool:
        """Whether no source speaks of any delivery at all."""
        return self.delivery in (Delivery.NOT_STARTED, Delivery.PREPARING)


def standing(case: Case, day: date, reading: Reading) -> Standing:
    """Compute the standing of a commitment from what was known on the evening of a day."""
    claims = known(case.claims, day)
    said = {aspect: j for aspect in Aspect if (j := judged(case.judgements, aspect, day))} if case.judgements else {}
    terms = terms_of(claims, case.bound, said.get(Aspect.INSTRUMENT), case.happened, day)
    weighed = delivered(claims)
    progress = progress_of(claims, terms.quantity, weighed, case.bound)
    delivery_said, verification_said = (
        said[aspect].value if aspect in said else None for aspect in (Aspect.DELIVERY, Aspect.VERIFICATION)
    )
    delivery = Delivery(delivery_said) if delivery_said else progress.delivery
    owed = reading.owes(terms.instrument, terms.recognised_by, case.bound)
    remaining, surplus, percent = _reckon(terms.quantity, weighed) if owed else (None, None, None)
    return Standing(
        commitment=case.commitment,
        bound=case.bound,
        terms=terms,
        owed=owed,
        delivered=weighed.quantity,
        remaining=remaining,
        surplus=surplus,
        percent=percent,
        delivery=delivery,
        claimed=progress.delivery,
        verification=Verification(verification_said) if verification_said else progress.verification,
        attested_by=progress.attested_by,
        silent=_silent(claims, case.bound),
        schedule=schedule_of(terms.due, delivery, terms.instrument, _completed(weighed, progress), day),
        origins=len({claim.cite.origin for claim in claims}),
        figures=weighed,
        judged=tuple(said.values()),
        expected=_expected(terms, day) if owed else None,
    )


def _expected(terms: Terms, day: date) -> Quantity | None:
    if terms.rate is None:
        return None
    from store.domain.clauses import expected_by  # little is owed at a pace

    return expected_by(terms.rate, terms.due, day)


def _silent(claims: Iterable[Claim], bound: Sequence[str]) -> tuple[str, ...]:
    speaking = {claim.cite.voice for claim in claims if claim.measure is not Measure.OWED}
    return tuple(party for party in bound if party not in speaking)


def _reckon(owed: Quantity | None, weighed: Delivered) -> tuple[int | None, int | None, float | None]:
    denominator = owed.denominator if owed else None
    if denominator is None or weighed.leading is None:
        return None, None, None
    amount = weighed.leading.number
    return max(denominator - amount, 0), max(amount - denominator, 0), round(100 * amount / denominator, 1)


def _completed(weighed: Delivered, progress: Progress) -> Window:
    """Return the days in which the delivery was completed, as far as the words say."""
    claim = weighed.leading.claim if weighed.leading else progress.claim
    if claim is None:
        return Window()
    if claim.window.bounded:
        return Window(claim.window.earliest, claim.window.latest or claim.known_on)
    return Window(None, claim.known_on)


def schedule_of(due: Window, delivery: Delivery, instrument: Instrument, completed: Window, day: date) -> Schedule:
    """Place a commitment against its window.

    An ambiguous window is due from its strict end and overdue only after its loose end. What is no obligation
    cannot be overdue: its window lapses. A delivery is late only where its words put it after the end; that it became
    known later than that does not make it late.
    """
    if not due.bounded:
        return Schedule.NO_DEADLINE
    if delivery.done:
        late = due.last_day and completed.earliest and completed.earliest > due.last_day
        return Schedule.MET_LATE if late else Schedule.MET
    if instrument.ended:
        return Schedule.LAPSED
    if due.latest is None or due.last_day is None or day < due.latest:
        return Schedule.OPEN
    if day <= due.last_day:
        return Schedule.DUE
    return Schedule.OVERDUE if instrument.owed else Schedule.LAPSED
