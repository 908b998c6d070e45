"""What a date phrase comes to: a window of days, what kind it is, and the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from store.domain.windows import Window, format_span


class Kind(StrEnum):
    """The shape of what a phrase says about time."""

    POINT = "point"
    """One day."""
    WINDOW = "window"
    """Both ends known."""
    AFTER = "after"
    """Only a lower bound."""
    BEFORE = "before"
    """Only an upper bound."""
    DURATION = "duration"
    """A length of time that hangs on no day."""
    CONDITIONAL = "conditional"
    """It hangs on an event or a condition that has no day of its own."""
    NONE = "none"
    """It speaks of time and names none ("no specific timeline", "soon")."""


class Tense(StrEnum):
    """Whether a phrase speaks of what was or of what is to come."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class PhraseWindow:
    """The days that a phrase allows, inclusive; None on a side = open."""

    earliest: date | None
    """First day, or None where nothing bounds it below."""
    latest: date | None
    """Last day, or None where nothing bounds it above."""
    kind: Kind
    """The shape of it."""
    phrase: str
    """The words it was made from, as they stand in the text."""
    rule: str
    """The name of the rule that made it, for people: `by X`, `early, middle or late in a period`."""
    min_days: int | None = None
    """Of a duration: the least number of days; None = no lower limit."""
    max_days: int | None = None
    """Of a duration: the greatest number of days; None = no upper limit."""
    loose_earliest: date | None = None
    """First day of the wider reading where the words are ambiguous; None = the same as `earliest`."""
    loose_latest: date | None = None
    """Last day of the wider reading where the words are ambiguous; None = the same as `latest`."""
    relative: bool = False
    """Whether the days depend on the reference day."""
    rules: tuple[tuple[str, str], ...] = ()
    """Name and meaning of every rule that was used, from the smallest part to the whole."""

    @property
    def why(self) -> tuple[str, ...]:
        """One sentence for every rule that was used, from the smallest part to the whole."""
        return tuple(f"{name}: {meaning}" for name, meaning in self.rules)

    @property
    def dated(self) -> bool:
        """Whether it says any day at all."""
        return self.earliest is not None or self.latest is not None

    @property
    def edtf(self) -> str | None:
        """The text form (EDTF: `2025-06-23/..`); None where it says no day."""
        return format_span(self.earliest, self.latest)

    @property
    def loose_edtf(self) -> str | None:
        """The text form of the wider reading; None where there is none."""
        return self.window().loose_edtf

    def window(self) -> Window:
        """Return it as the record keeps windows."""
        return Window(
            earliest=self.earliest,
            latest=self.latest,
            loose_earliest=self.loose_earliest,
            loose_latest=self.loose_latest,
            phrase=self.phrase,
            rule=self.rule,
        )


class Found(NamedTuple):
    """A date phrase in running text."""

    start: int
    """Where it begins, in characters."""
    end: int
    """The character after its last."""
    window: PhraseWindow
    """What it comes to."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins, and the character after its last."""
        return self.start, self.end

    @property
    def phrase(self) -> str:
        """Its words, as they stand in the text."""
        return self.window.phrase

    @property
    def earliest(self) -> date | None:
        """First day of its window; None = open."""
        return self.window.earliest

    @property
    def latest(self) -> date | None:
        """Last day of its window; None = open."""
        return self.window.latest

    @property
    def kind(self) -> Kind:
        """The shape of its window."""
        return self.window.kind
