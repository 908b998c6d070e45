"""Reckoning a window anew from another reference day: only what the rules reproduce, the rest is left for a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window, format_span

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Resolved(Protocol):
        """What the rules make of a phrase."""

        @property
        def earliest(self) -> date | None:
            """First day; None = open."""

        @property
        def latest(self) -> date | None:
            """Last day; None = open."""

        @property
        def loose_earliest(self) -> date | None:
            """First day of the wider reading; None = the same."""

        @property
        def loose_latest(self) -> date | None:
            """Last day of the wider reading; None = the same."""

        @property
        def rule(self) -> str:
            """The name of the rule."""

        @property
        def relative(self) -> bool:
            """Whether its days depend on the reference day."""

    Resolve = Callable[[str, date, str | None], Resolved | None]
    """Reads a phrase said on a day in a tense (`past`, `future`, None = unknown)."""


class Left(NamedTuple):
    """Why a window is left for a person."""

    reason: str


def redate_window(
    window: Window, old: date, new: date, resolve: Resolve, tenses: Sequence[str | None] = (None,)
) -> Window | Left:
    """Reckon a window anew that was reckoned from an old reference day; the same window where the day plays no part.

    The rules reproduce it where they give the same days, or give an open start that the record closed with the old
    day; then the start is closed with the new one. A wider reading counts only where the record holds one. The
    tenses are tried in order, for the record does not keep which one the words were read in.
    """
    if not window.bounded:
        return window
    touched = old in (window.earliest, window.latest)
    if window.phrase is None:
        return Left("no phrase tells where its days come from") if touched else window
    given = [(tense, reading) for tense in tenses if (reading := resolve(window.phrase, old, tense)) is not None]
    dated = [(tense, reading) for tense, reading in given if reading.earliest or reading.latest]
    for tense, reading in dated:
        closed = _close(reading, window, old)
        if closed is None:
            continue
        if not (closed or reading.relative):
            return window
        return _anew(window, resolve(window.phrase, new, tense), new, closed=closed)
    if not dated:
        return Left("the rules give its phrase no days" if given else "the rules do not understand its phrase")
    _, reading = dated[0]
    if not (touched or reading.relative):
        return window
    return Left(f"for the old day the rules give {format_span(reading.earliest, reading.latest)}")


def _close(reading: Resolved, window: Window, day: date) -> bool | None:
    """Whether a reading is the window with its open start closed by the day; None where it is not the window."""
    for closed in (False, True):
        if closed and (reading.earliest is not None or reading.latest is None):
            continue
        first = day if closed else reading.earliest
        if (first, reading.latest) == (window.earliest, window.latest) and _as_loose(reading, window):
            return closed
    return None


def _as_loose(reading: Resolved, window: Window) -> bool:
    if not window.ambiguous:
        return True
    first = reading.loose_earliest or window.earliest
    last = reading.loose_latest or window.latest
    return (first, last) == (window.first_day, window.last_day)


def _anew(window: Window, reading: Resolved | None, new: date, *, closed: bool) -> Window | Left:
    """Make the window of the new day in the shape of the old one."""
    if reading is None or not (reading.earliest or reading.latest):
        return Left("for the new day the rules give its phrase no days")
    earliest = new if closed and reading.earliest is None else reading.earliest
    loose_earliest = reading.loose_earliest if window.ambiguous else None
    try:
        found = Window(
            earliest,
            reading.latest,
            None if loose_earliest == earliest else loose_earliest,
            reading.loose_latest if window.ambiguous and reading.loose_latest != reading.latest else None,
            window.phrase,
            reading.rule,
        )
    except ValueError:
        return Left(f"said on the new day it would be over by {reading.latest}")
    return window if found._replace(rule=window.rule) == window else found
