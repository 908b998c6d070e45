"""What a whole phrase allows: bounds on one side or both, made of pieces that come to days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from store.phrases.meanings import Meaning, Setting

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the days; a side without a piece is open."""

    lower: Meaning | None = None
    """The first day is the first of this, or the day after its last where `beyond`."""
    upper: Meaning | None = None
    """The last day is the last of this, or the day before its first where `short`."""
    beyond: bool = False
    """Whether it begins only after the lower piece."""
    short: bool = False
    """Whether it ends already before the upper piece."""
    holds_until: bool = False
    """Whether a negation turns it round: what does not happen until a day may happen from then on."""
    until_today: bool = False
    """Whether it lasts to the reference day."""
    loose: Meaning | None = None
    """A piece with whose last day the wider reading ends."""

    def days(self, setting: Setting) -> tuple[date | None, date | None]:
        """Return the first and last day, None = open. Raises LookupError where it would end before it begins."""
        first = self._first(setting)
        last = self._last(setting, first)
        if first and last and last < first:
            raise LookupError("ends before it begins")
        return first, last

    def _first(self, setting: Setting) -> date | None:
        if self.lower is None:
            return None
        span = self.lower.at(setting)
        return span.last + _DAY if self.beyond else span.first

    def _last(self, setting: Setting, first: date | None) -> date | None:
        if self.until_today:
            return setting.day
        if self.upper is None:
            return None
        if first is not None and self.upper.missing:
            setting = setting.nearby(first)
        span = self.upper.at(setting)
        return span.first - _DAY if self.short else span.last

    def loose_last(self, setting: Setting) -> date | None:
        """Return the last day of the wider reading; None where there is none."""
        return self.loose.at(setting).last if self.loose is not None else None

    def turned(self) -> Limits:
        """Return them as a negation turns them round: from their last day on, or from the first they stop short of."""
        return Limits(lower=self.upper)
