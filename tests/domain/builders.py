"""Small builders, so that a test of a rule is a few lines. Days are days of June 2025."""

from collections.abc import Sequence
from datetime import date
from itertools import count

from store.domain.gates import GateStanding, gate_standing
from store.domain.journal import Judgement
from store.domain.model import Cite, Claim, Commitment, Gate, Report, Round, Signal, Track
from store.domain.quantities import Basis, parse_figure
from store.domain.reading import Reading
from store.domain.rounds import RoundCase, RoundStanding, round_standing
from store.domain.standing import Case, Standing, standing
from store.domain.windows import Window, make_window
from store.domain.words import (
    About,
    Aspect,
    Category,
    ClaimRole,
    Delivery,
    GateMode,
    Instrument,
    Measure,
    Modality,
    RoundState,
    Strength,
)

_numbers = count(1)
BOTH = ("RU", "UA")
TRACK = Track("T", "Talks", BOTH, "TR", ("TR",))


def june(day: int) -> date:
    """Return a day of June 2025."""
    return date(2025, 6, day)


def span(text: str | None, loose: str | None = None) -> Window:
    """Build a window from two days of June: `2/9`, `2/..`, `../9` or `9`."""
    return make_window(_dated(text), _dated(loose))


def _dated(text: str | None) -> str | None:
    if text is None:
        return None
    return "/".join(part if part in ("", "..") else f"2025-06-{int(part):02}" for part in text.split("/"))


def cite(
    side: str | None = None,
    speaker: str | None = None,
    *,
    office: str | None = None,
    strength: Strength = Strength.PARAPHRASE,
    origin: str = "wire",
) -> Cite:
    """Cite a line of a source; without a side or speaker it is the article's own voice."""
    return Cite("000", "000:1", None, strength, speaker, side, office=office, origin=origin)


def claim(
    figure: str | None = None,
    by: str | None = None,
    on: int = 20,
    *,
    measure: Measure = Measure.CUMULATIVE,
    says: Delivery | None = None,
    rejects: bool = False,
    role: ClaimRole | None = None,
    covers: str | None = None,
    strength: Strength = Strength.PARAPHRASE,
    origin: str = "wire",
    exchange: str | None = None,
    way: tuple[str, str] | None = None,
    supersedes: int | None = None,
    basis: Basis = Basis.ONE_WAY,
) -> Claim:
    """Say how much was handed over, or how far it is."""
    return Claim(
        id=next(_numbers),
        label=None,
        known_on=june(on),
        cite=cite(by, strength=strength, origin=origin),
        measure=measure,
        commitment="C1",
        exchange=exchange,
        way=way,
        figure=parse_figure(figure) if figure else None,
        basis=basis,
        progress=says,
        rejects=rejects,
        role=role,
        window=span(covers),
        supersedes=supersedes,
    )


def batch(figure: str, by: str | None = None, on: int = 20, **more: str) -> Claim:
    """Say how much was handed over this time."""
    return claim(figure, by, on, measure=Measure.BATCH, covers=more.get("covers"), exchange=more.get("exchange"))


def words(says: Delivery, by: str | None = None, on: int = 20) -> Claim:
    """Say in words alone how far it is."""
    return claim(None, by, on, measure=Measure.PROGRESS, says=says)


def owed(
    figure: str | None = "6000",
    *,
    on: int = 2,
    by: str | None = None,
    instrument: Instrument | None = Instrument.AGREED,
    recognised: Sequence[str] = BOTH,
    due: str | None = None,
    loose: str | None = None,
    strength: Strength = Strength.PARAPHRASE,
    basis: Basis = Basis.ONE_WAY,
    supersedes: int | None = None,
) -> Claim:
    """Say what is owed, by what act, by when, and who accepts it."""
    return Claim(
        id=next(_numbers),
        label=None,
        known_on=june(on),
        cite=cite(by, strength=strength),
        measure=Measure.OWED,
        commitment="C1",
        figure=parse_figure(figure) if figure else None,
        basis=basis,
        instrument=instrument,
        recognised_by=tuple(recognised),
        window=span(due, loose),
        supersedes=supersedes,
    )


def judgement(aspect: Aspect, value: str | None, on: int = 20, about: str = "C1") -> Judgement:
    """Say what the analyst thinks; None takes it back."""
    return Judgement(next(_numbers), None, about, aspect, value, "looked at it", None, "ana", june(on))


def case(
    *claims: Claim,
    judgements: Sequence[Judgement] = (),
    label: str = "C1",
    category: Category = Category.REMAINS,
    bound: tuple[str, ...] = BOTH,
) -> Case:
    """Gather everything about one commitment of RU to UA."""
    commitment = Commitment(1, label, "T", None, "RU", "UA", category, "Remains", "remains", june(2))
    return Case(commitment, claims, tuple(judgements), bound)


def stand(*claims: Claim, on: int = 25, reading: str = "strict", judgements: Sequence[Judgement] = ()) -> Standing:
    """Compute where one commitment stands."""
    return standing(case(*claims, judgements=judgements), june(on), Reading(reading))


def gate(
    *requires: str,
    mode: GateMode = GateMode.ALL_OF,
    by: str | None = "RU",
    on: int = 20,
    testable: bool = True,
    holds: str = "round",
    label: str = "G1",
) -> Gate:
    """Build a gate on the third round."""
    return Gate(label, "T", "R3", holds, mode, requires, (), "First Y", testable, june(on), cite(by))


def judged_gate(built: Gate, standings: dict[str, Standing] | None = None, reading: str = "strict") -> GateStanding:
    """Judge a gate on a reading."""
    return gate_standing(built, standings or {}, Reading(reading), BOTH)


def signal(
    modality: Modality,
    by: str | None = None,
    on: int = 20,
    *,
    window: str | None = None,
    loose: str | None = None,
    about: About = About.ROUND,
    speaker: str | None = None,
    office: str | None = None,
    said: str | None = None,
    strength: Strength = Strength.PARAPHRASE,
    label: str | None = None,
) -> Signal:
    """Say something about when the third round is."""
    source = cite(by, speaker, office=office, strength=strength)
    return Signal(
        next(_numbers), label, "T", june(on), source, about, modality, span(said), span(window, loose), "R3"
    )  # fmt: skip


def report(
    state: RoundState | None,
    on: int = 20,
    *,
    window: str | None = None,
    outcome: str | None = None,
    place: str | None = None,
    heads: tuple[str, ...] = (),
) -> Report:
    """Report something of the third round."""
    return Report(
        next(_numbers), "R3", june(on), cite(), state, span(window), place, outcome=outcome, heads=heads
    )  # fmt: skip


def round_(
    *facts: Report | Signal | Judgement | GateStanding, on: int = 25, ordinal: int = 3, meeting: bool = False
) -> RoundStanding:
    """Compute where the third round stands."""
    return round_standing(
        RoundCase(
            Round(f"R{ordinal}", "T", ordinal, "Third round", meeting),
            TRACK,
            tuple(fact for fact in facts if isinstance(fact, Report)),
            tuple(fact for fact in facts if isinstance(fact, Signal)),
            tuple(fact for fact in facts if isinstance(fact, Judgement)),
        ),
        [fact for fact in facts if isinstance(fact, GateStanding)],
        june(on),
    )
