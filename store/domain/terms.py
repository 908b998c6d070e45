"""Terms: by what act a commitment stands, how much is owed, by when, and who accepts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from store.domain.journal import Judgement
from store.domain.model import Claim
from store.domain.quantities import Basis, Quantity
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import Instrument, Measure

if TYPE_CHECKING:
    from store.domain.clauses import Counted, Happened, Rate, Ratio


class Terms(NamedTuple):
    """What the statements of measure `owed` come to."""

    instrument: Instrument
    quantity: Quantity | None
    due: Window
    recognised_by: tuple[str, ...]
    statements: tuple[Claim, ...]
    """The statements themselves, oldest first."""
    rate: Rate | None = None
    """So many in each day or week, where that is what is owed."""
    ratio: Ratio | None = None
    """So many for each of the commitment that it mirrors."""
    counted: Counted | None = None
    """The days of the event that `due` is counted from, also while the event has no day."""
    extended: int = 0
    """By how many days the end of `due` was moved."""


def terms_of(
    claims: Iterable[Claim],
    bound: Sequence[str],
    judgement: Judgement | None = None,
    happened: Sequence[Happened] = (),
    day: date = date.max,
) -> Terms:
    """Read the terms off the claims in force; a judgement on the instrument overrides what they say.

    `happened` says when the events were that days are counted from, as known on a day.
    """
    said = [claim for claim in claims if claim.measure is Measure.OWED]
    if len(said) == 1 and judgement is None and said[0].clauses is None:
        return _said_once(said[0], bound)
    recognising = {party for claim in said for party in claim.recognised_by} | _judged_recognition(judgement, bound)
    instrument = Instrument(judgement.value) if judgement and judgement.value else _instrument(said)
    terms = Terms(
        instrument=instrument,
        quantity=quantity_of(said),
        due=_due(said),
        recognised_by=(*(p for p in bound if p in recognising), *sorted(recognising - set(bound))),
        statements=tuple(said),
    )
    if all(claim.clauses is None for claim in said):
        return terms
    from store.domain.tying import tied  # few obligations are tied to anything

    return tied(terms, happened, day)


def _said_once(claim: Claim, bound: Sequence[str]) -> Terms:
    """Read the terms off the one statement that there is: nothing is to be weighed."""
    recognising = claim.recognised_by
    if recognising and recognising != bound:
        others = sorted({party for party in recognising if party not in bound})
        recognising = (*[party for party in bound if party in recognising], *others)
    return Terms(
        claim.instrument or Instrument.EXPECTED,
        claim.figure if claim.basis is not Basis.TOTAL else None,
        claim.window if claim.window.bounded else NO_WINDOW,
        recognising,
        (claim,),
        *_UNTIED,
    )


_UNTIED = (None, None, None, 0)
"""Rate, ratio, day counted and extension of what is tied to nothing."""


def _judged_recognition(judgement: Judgement | None, bound: Sequence[str]) -> set[str]:
    """Return who accepts a commitment by a judgement: both where it is judged agreed, the debtor where announced."""
    if judgement is None or judgement.value not in (Instrument.AGREED, Instrument.ANNOUNCED):
        return set()
    return set(bound if judgement.value == Instrument.AGREED else bound[:1])


def _instrument(said: Sequence[Claim]) -> Instrument:
    """Take the strongest act that stands; an act that ends the commitment ends all that came before it."""
    acts = [(claim.known_on, claim.id, claim.instrument) for claim in said if claim.instrument is not None]
    if len(acts) == 1:
        return acts[0][2]
    ending = max((act for act in acts if act[2].ended), default=None)
    standing = [act[2] for act in acts if not act[2].ended and (ending is None or act[:2] > ending[:2])]
    if standing:
        return max(standing, key=lambda instrument: instrument.rank)
    return ending[2] if ending else Instrument.EXPECTED


def quantity_of(said: Sequence[Claim]) -> Quantity | None:
    """Take the newest figure owed; a total of both directions is nobody's debt."""
    promise = promise_of(said)
    return promise.figure if promise else None


def promise_of(said: Iterable[Claim]) -> Claim | None:
    """Return the statement with the newest figure owed; a total of both directions is nobody's debt."""
    figures = [claim for claim in said if claim.figure is not None and claim.basis is not Basis.TOTAL]
    return figures[0] if len(figures) == 1 else newest_figure(figures)


def newest_figure(said: Sequence[Claim]) -> Claim | None:
    """Return the newest statement with a figure; of those of one day the most direct one."""
    figures = [claim for claim in said if claim.figure is not None]
    return max(figures, key=lambda claim: (claim.known_on, -claim.cite.strength.rank, -claim.id), default=None)


def _due(said: Sequence[Claim]) -> Window:
    """Take the newest window; of two of one day the unambiguous, then the narrower one."""
    windows = [claim for claim in said if claim.window.bounded]
    if len(windows) == 1:
        return windows[0].window
    newest = max(windows, key=preference, default=None)
    return newest.window if newest else NO_WINDOW


def preference(claim: Claim) -> tuple[date, bool, float, int]:
    """Order statements by how much their window counts: the newest, then the unambiguous, then the narrower one."""
    days = claim.window.days
    return claim.known_on, not claim.window.ambiguous, -(days if days is not None else float("inf")), -claim.id
