"""Windows: the calendar days that words allow, either end open, with a looser reading beside the strict one."""

from __future__ import annotations

from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Self

OPEN = ".."


class _WindowFields(NamedTuple):
    earliest: date | None = None
    """First day, or None where nothing bounds it below."""
    latest: date | None = None
    """Last day, or None where nothing bounds it above."""
    loose_earliest: date | None = None
    """First day of the wider reading, where the words are ambiguous; None = the same as the strict one."""
    loose_latest: date | None = None
    """Last day of the wider reading, where the words are ambiguous; None = the same as the strict one."""
    phrase: str | None = None
    """The words it was made from."""
    rule: str | None = None
    """The name of the rule that made it."""


class Window(_WindowFields):
    """The days that a phrase allows, inclusive; None on a side = open.

    Raises ValueError when it ends before it begins, or when its loose reading is narrower than its strict one.
    """

    __slots__ = ()

    def __new__(  # noqa: PLR0913, PLR0917 - its fields
        cls,
        earliest: date | None = None,
        latest: date | None = None,
        loose_earliest: date | None = None,
        loose_latest: date | None = None,
        phrase: str | None = None,
        rule: str | None = None,
    ) -> Self:
        """Make a window that can be."""
        made = super().__new__(cls, earliest, latest, loose_earliest, loose_latest, phrase, rule)
        made._check()
        return made

    def _check(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a window cannot end ({self.latest}) before it begins ({self.earliest})")
        if self.loose_latest and (self.latest is None or self.loose_latest < self.latest):
            strict = self.latest or "open"
            raise ValueError(f"a loose end ({self.loose_latest}) cannot lie before the strict end ({strict})")
        if self.loose_earliest and (self.earliest is None or self.loose_earliest > self.earliest):
            strict = self.earliest or "open"
            raise ValueError(f"a loose beginning ({self.loose_earliest}) cannot lie after the strict one ({strict})")

    @property
    def bounded(self) -> bool:
        """Whether it says any day at all."""
        return self.earliest is not None or self.latest is not None

    def overlaps(self, other: Window) -> bool:
        """Whether some day lies in both strict readings."""
        first = max(self.earliest or date.min, other.earliest or date.min)
        return first <= min(self.latest or date.max, other.latest or date.max)

    @property
    def ambiguous(self) -> bool:
        """Whether the words allow a wider reading than the strict one."""
        return self.loose_earliest is not None or self.loose_latest is not None

    @property
    def first_day(self) -> date | None:
        """The first day that any reading of the words allows; None = open."""
        return self.loose_earliest or self.earliest

    @property
    def last_day(self) -> date | None:
        """The last day that any reading of the words allows; None = open."""
        return self.loose_latest or self.latest

    @property
    def edtf(self) -> str | None:
        """The text form of the strict reading (EDTF: `2025-06-23/..`); None where it says no day."""
        return format_span(self.earliest, self.latest)

    @property
    def loose_edtf(self) -> str | None:
        """The text form of the wider reading; None where there is none."""
        return format_span(self.first_day, self.last_day) if self.ambiguous else None

    @property
    def days(self) -> int | None:
        """How many days the strict reading holds; None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1


NO_WINDOW = Window()


def parse_span(text: str) -> tuple[date | None, date | None]:
    """Read an EDTF day or interval of days (`2025-06-02`, `2025-06-23/..`, `../2025-06-30`).

    Raises ValueError with a sentence when it is neither.
    """
    first, slash, last = text.strip().partition("/")
    if not slash:
        day = _parse_day(first)
        return day, day
    return _parse_day(first), _parse_day(last)


def _parse_day(text: str) -> date | None:
    if text in ("", OPEN):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is no day: write it as 2025-06-30, or .. for an open end") from None


def format_span(earliest: date | None, latest: date | None) -> str | None:
    """Write the text form of a span of days; None where both ends are open."""
    if earliest is None and latest is None:
        return None
    if earliest == latest and earliest is not None:
        return earliest.isoformat()
    return f"{earliest.isoformat() if earliest else OPEN}/{latest.isoformat() if latest else OPEN}"


def make_window(
    span: str | None, loose: str | None = None, phrase: str | None = None, rule: str | None = None
) -> Window:
    """Build a window from the text forms of its strict and loose days. Raises ValueError, as Window does."""
    earliest, latest = parse_span(span) if span else (None, None)
    loose_earliest, loose_latest = parse_span(loose) if loose else (None, None)
    return Window(
        earliest=earliest,
        latest=latest,
        loose_earliest=loose_earliest if loose_earliest != earliest else None,
        loose_latest=loose_latest if loose_latest != latest else None,
        phrase=phrase,
        rule=rule,
    )
