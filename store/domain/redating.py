"""A source's day of publication, corrected: what is asked for, and the list of what it moves and what it leaves.

A window hangs on the day when its phrase was reckoned from it ("this week", said on the day of publication). It is
reckoned anew only where the rules, given the old day, come to the window that the record holds: then they may speak
for the new day too (store/domain/reckoning.py). What they do not reproduce is a person's reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from store.domain.typed import NamedTuple
from store.domain.windows import Window
from store.domain.words import DayBasis


class Moved(StrEnum):
    """Which day of a thing is moved."""

    PUBLISHED = "published"
    """The day a source was published."""
    ALLOWED = "possible"
    """The days the text allows for its publication."""
    SAID = "said"
    """The day something was said."""
    WINDOW = "window"
    """The days a phrase points to."""
    DUE = "due"
    """The days in which something is due."""
    COVERS = "covers"
    """The days that a figure covers."""
    HELD = "held"
    """The days of a round or meeting, as reported."""
    KNOWN = "known"
    """The day from which something is known."""


WINDOWS = (Moved.WINDOW, Moved.DUE, Moved.COVERS, Moved.HELD)
"""The days that phrases give."""


class DayChange(NamedTuple):
    """One window or day that the correction moves, or leaves for a person."""

    kind: str
    """`source`, `signal`, `claim`, `report`, `gate`, `position`, `discrepancy`, `commitment` or `judgement`."""
    label: str
    """What the record calls it; of a report, the round it is on."""
    aspect: Moved
    before: Window
    after: Window
    """The same as before where it is left for a person."""
    left: str | None = None
    """Why it is left for a person; None where it moves."""

    @property
    def phrase(self) -> str | None:
        """The words the window was made from."""
        return self.before.phrase


class NewDay(NamedTuple):
    """A source's day of publication, corrected."""

    source: str
    """Label of the source."""
    day: date
    why: str | None = None
    """What the new day rests on."""
    basis: DayBasis | None = None
    """How the new day is known; None = as the old one was."""
    keep: tuple[str, ...] = ()
    """Labels of statements dated by their own words: said and meant of the same day as before."""
    seen: Redating | None = None
    """The list that the author has seen; where it would now be another one, that is a conflict."""


class Redating(NamedTuple):
    """Everything that a corrected day moves, and what it leaves."""

    source: str
    published: date
    """The day until now."""
    day: date
    changes: tuple[DayChange, ...]
    """What moves, the source first, then the windows in the order of the record."""
    left: tuple[DayChange, ...] = ()
    """What hangs on the day, or may, and is not moved."""
    newest: int = 0
    """The newest journal entry on the source; 0 = none."""

    @property
    def windows(self) -> tuple[DayChange, ...]:
        """The windows that were reckoned anew."""
        return tuple(change for change in self.changes if change.aspect in WINDOWS)

    def labels(self, aspect: Moved) -> tuple[str, ...]:
        """List whose day of one kind moves."""
        return tuple(change.label for change in self.changes if change.aspect is aspect)


def span_words(window: Window) -> str:
    """Write the days of a window, with the wider reading where there is one: `2025-06-23/2025-06-30`."""
    words = window.edtf or "none"
    return f"{words} (loosely {window.loose_edtf})" if window.ambiguous else words


BETWEEN = "; "
"""What lies between the parts of a list of days."""


def sides(changes: Iterable[DayChange]) -> tuple[str, str]:
    """Write how things were and how they are: the source and each window by itself, moved days counted together."""
    before, after = list[str](), list[str]()
    counted: dict[tuple[Moved, Window, Window], list[str]] = {}
    for change in changes:
        if change.aspect in (Moved.SAID, Moved.KNOWN):
            counted.setdefault((change.aspect, change.before, change.after), []).append(change.label)
            continue
        name = change.aspect.value if change.kind == "source" else f"{change.label} {change.aspect}"
        before.append(f"{name} {span_words(change.before)}")
        after.append(f"{name} {span_words(change.after)}")
    for (aspect, was, now), labels in counted.items():
        count = "1 fact" if len(labels) == 1 else f"{len(labels)} facts"
        names = ", ".join(labels) if aspect is Moved.SAID else count
        before.append(f"{names} {aspect} {span_words(was)}")
        after.append(f"{names} {aspect} {span_words(now)}")
    return BETWEEN.join(before), BETWEEN.join(after)
