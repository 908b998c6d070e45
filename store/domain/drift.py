"""Drift: how the day expected for a round moved, statement by statement and speaker by speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from store.domain.knowledge import known
from store.domain.model import Actor, Signal, Source
from store.domain.outlook import signal_views
from store.domain.rounds import RoundStanding
from store.domain.typed import NamedTuple
from store.domain.windows import Window
from store.domain.words import Modality

CHARTED = 5
"""From how many dated statements on they are drawn as a chart too."""
MOST = 400
"""How many of the newest statements about one round are followed."""


class Move(StrEnum):
    """How a window lies to the one before it."""

    FIRST = "first"
    """There is none before it."""
    NAMED = "named"
    """Days where there were none."""
    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    NARROWED = "narrowed"
    WIDENED = "widened"
    WITHDRAWN = "withdrawn"
    """No days where there were some."""
    STILL_NONE = "still_none"
    """No days, as before."""
    ANOTHER = "another"
    """Days of something else: of the round, and of the setting of its date."""


class Movement(NamedTuple):
    """How a window moved against another one, in days; a later end counts up."""

    move: Move
    start: int | None = None
    """By how many days its first day moved; None where one of the two is open."""
    end: int | None = None
    """By how many days its last day moved; None where one of the two is open."""
    reopened: bool = False
    """Whether an end that was open is given now, or the reverse, so that the move cannot be counted."""

    @property
    def days(self) -> tuple[int, int] | None:
        """The least and the most by which it moved, or its length changed; None where that cannot be counted."""
        moved = [abs(by) for by in (self.start, self.end) if by is not None]
        if self.reopened or not moved or self.move not in (Move.EARLIER, Move.LATER, Move.NARROWED, Move.WIDENED):
            return None
        if self.move in (Move.NARROWED, Move.WIDENED):
            return sum(moved), sum(moved)
        return min(moved), max(moved)


class DriftPoint(NamedTuple):
    """A statement about when, and how it moved against what was said before."""

    signal: Signal
    current: bool
    """Whether its speaker has said nothing newer since."""
    corrected: bool
    """Whether a later fact of the record takes its place."""
    own: Movement
    """Against the same speaker's statement before."""
    previous: Movement
    """Against the statement before, whoever made it."""

    @property
    def dated(self) -> bool:
        """Whether it names any day."""
        return self.signal.window.bounded


class Drift(NamedTuple):
    """Everything said about when one round is to be, in the order in which it was said."""

    day: date
    """The day as of which it is told."""
    round: RoundStanding | None
    """None where no round is on record."""
    rounds: tuple[str, ...]
    """The labels of the rounds of its track, in order."""
    points: tuple[DriftPoint, ...] = ()
    more: bool = False
    """Whether older statements were left out."""
    sources: Mapping[str, Source] = MappingProxyType({})
    actors: Mapping[str, Actor] = MappingProxyType({})

    @property
    def label(self) -> str:
        """The label of the round; empty where there is none."""
        return self.round.round.label if self.round else ""

    @property
    def dated(self) -> tuple[DriftPoint, ...]:
        """The statements in force that name days."""
        return tuple(point for point in self.points if point.dated and not point.corrected)

    @property
    def charted(self) -> bool:
        """Whether there are enough of them for a chart."""
        return len(self.dated) >= CHARTED


def drift_points(signals: Sequence[Signal], day: date) -> tuple[DriftPoint, ...]:
    """Follow the statements about one round through time, as known on a day; corrected ones move nothing."""
    seen = [signal for signal in signals if signal.known_on <= day]
    standing = known(seen, day)
    kept = {signal.id for signal in standing}
    current = {view.signal.id for view in signal_views(standing) if view.current}
    newest: list[Signal] = [view.signal for view in signal_views(seen)]
    points: list[DriftPoint] = []
    last: list[Signal] = []
    of_mouth: dict[str, list[Signal]] = {}
    for signal in reversed(newest):
        mine = of_mouth.setdefault(signal.cite.mouth, [])
        own, previous = _against(signal, mine), _against(signal, last)
        points.append(DriftPoint(signal, signal.id in current, signal.id not in kept, own, previous))
        if signal.id in kept:
            mine.append(signal)
            last.append(signal)
    return tuple(points)


def _against(signal: Signal, before: Sequence[Signal]) -> Movement:
    """Compare with what was said before: days with the last days named for the same matter, where there are any.

    Naming no day takes back the days of the same matter; what is put on hold, those of every matter.
    """
    if not before:
        return Movement(Move.FIRST)
    if not signal.window.bounded:
        hold = signal.modality is Modality.ON_HOLD
        touched = [one for one in before if hold or one.about is signal.about]
        return Movement(Move.WITHDRAWN if touched and touched[-1].window.bounded else Move.STILL_NONE)
    named = [one for one in before if one.window.bounded]
    alike = [one for one in named if one.about is signal.about]
    if alike:
        return movement(alike[-1].window, signal.window)
    return Movement(Move.ANOTHER if named else Move.NAMED)


def movement(before: Window, after: Window) -> Movement:
    """Say how one window lies to the one before it. An end that was open and is given narrows; the reverse widens."""
    if not (before.bounded and after.bounded):
        if after.bounded:
            return Movement(Move.NAMED)
        return Movement(Move.WITHDRAWN if before.bounded else Move.STILL_NONE)
    start, end = _moved(before.earliest, after.earliest), _moved(before.latest, after.latest)
    first = _way(start, before.earliest, after.earliest, open_is=-1)
    last = _way(end, before.latest, after.latest, open_is=1)
    ever_open = (before.earliest is None and first == 0) or (before.latest is None and last == 0)
    reopened = (start is None and first != 0) or (end is None and last != 0)
    return Movement(_move(first, last, one_ended=ever_open), start, end, reopened)


def _move(first: int, last: int, *, one_ended: bool) -> Move:
    """Name the move of a window from the way that its ends went; of one with an open end the other end tells."""
    if first == last == 0:
        return Move.SAME
    if first == last or (one_ended and 0 in (first, last)):
        return Move.LATER if first + last > 0 else Move.EARLIER
    return Move.NARROWED if first > last else Move.WIDENED


def _moved(before: date | None, after: date | None) -> int | None:
    return (after - before).days if before is not None and after is not None else None


def _way(by: int | None, before: date | None, after: date | None, *, open_is: int) -> int:
    """Tell whether an end went back (-1), stayed (0) or went on (1); how far cannot be told where it was or is open."""
    if by is not None:
        return (by > 0) - (by < 0)
    if before is None and after is None:
        return 0
    return open_is if after is None else -open_is
