"""The course of a delivery: what was promised and what each side said was handed over, day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from store.domain.figures import VoiceFigure, delivered
from store.domain.knowledge import known
from store.domain.model import Actor, Commitment
from store.domain.quantities import Quantity
from store.domain.reading import Reading
from store.domain.standing import Case
from store.domain.terms import terms_of
from store.domain.typed import NamedTuple

MOST = 400
"""How many of the newest days of evidence on one commitment are followed."""


class Step(NamedTuple):
    """What was known on the evening of a day of a promise and of what came of it."""

    day: date
    promised: Quantity | None
    """What is owed; None where nobody gives a figure."""
    figures: tuple[VoiceFigure, ...] = ()
    """What each voice says in all. A voice that gives no number is not among them, and not at zero."""
    leading: VoiceFigure | None = None
    against: tuple[VoiceFigure, ...] = ()
    """The figures that cannot be true together with the leading one."""
    uncounted: tuple[str, ...] = ()
    """The voices that say that something was handed over and give no number."""
    withheld: bool = False
    """Whether figures are said to exist and not to be disclosed."""

    @property
    def spread(self) -> tuple[int, int] | None:
        """The least and the most of figures that contradict each other; None where none do."""
        if self.leading is None or not self.against:
            return None
        numbers = [figure.number for figure in (self.leading, *self.against)]
        return min(numbers), max(numbers)

    @property
    def unknown(self) -> bool:
        """Whether something came of which nobody gives the number."""
        return self.withheld or bool(self.uncounted)


class CommitmentCourse(NamedTuple):
    """The course of one commitment; only days on which something changed are steps."""

    commitment: Commitment
    owed: bool
    """Whether it is an obligation on the reading of the board, at the end."""
    steps: tuple[Step, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """Everybody who ever gives a number, in the order in which they do."""
        return tuple(dict.fromkeys(figure.voice for step in self.steps for figure in step.figures))

    @property
    def counted(self) -> bool:
        """Whether anybody gives a number of what was promised or handed over."""
        return any(step.figures or (step.promised and step.promised.number is not None) for step in self.steps)


class DeliveryCourse(NamedTuple):
    """The courses of a commitment and of the one that mirrors it, each by itself: they are never added."""

    day: date
    asked: str
    """The label that was asked for."""
    courses: tuple[CommitmentCourse, ...]
    """The commitment first; none where the label is no commitment known that day."""
    actors: Mapping[str, Actor] = MappingProxyType({})
    not_yet: bool = False
    """Whether it is a commitment that became known on a later day."""


def course_of(case: Case, day: date, reading: Reading) -> CommitmentCourse:
    """Follow a commitment through the days on which something about it became known."""
    days = sorted({claim.known_on for claim in case.claims if claim.known_on <= day})[-MOST:]
    steps: list[Step] = []
    owed = False
    for on in days:
        claims = known(case.claims, on)
        terms, weighed = terms_of(claims, case.bound), delivered(claims)
        owed = reading.owes(terms.instrument, terms.recognised_by, case.bound)
        step = Step(
            on, terms.quantity, weighed.voices, weighed.leading, weighed.against, weighed.uncounted, weighed.withheld
        )  # fmt: skip
        if not steps or step._replace(day=steps[-1].day) != steps[-1]:
            steps.append(step)
    return CommitmentCourse(case.commitment, owed, tuple(steps))
