"""The timeline: everything on record that has a day, in lanes, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from store.domain.journal import Judgement
from store.domain.model import Actor, Claim, Commitment, Exchange, Signal, Source
from store.domain.rounds import RoundStanding
from store.domain.terms import Terms
from store.domain.typed import NamedTuple
from store.domain.windows import Window
from store.domain.words import DayBasis

MOST = 600
"""How many events of one lane are fetched at once; of more than that the newest."""

Span = tuple[date, date]
"""A first and a last day."""


class Lane(StrEnum):
    """What runs along the timeline, from top to bottom."""

    ROUNDS = "rounds"
    EXCHANGES = "exchanges"
    STATEMENTS = "statements"
    CLAIMS = "claims"
    JUDGEMENTS = "judgements"
    DUE = "due"


class Due(NamedTuple):
    """A commitment that has a window to be carried out in."""

    commitment: Commitment
    terms: Terms
    owed: bool
    """Whether it is an obligation on the reading of the board."""


Fact = RoundStanding | Exchange | Signal | Claim | Judgement | Due


class Happening(NamedTuple):
    """Something with a place in time."""

    key: str
    """Tells it from every other one."""
    label: str
    """What opening it shows."""
    lane: Lane
    window: Window
    """The days on which it was, or within which: strictly those its words give, loosely all that they allow."""
    fact: Fact
    note: str = ""
    """What of the fact this is, where that has several windows: "its date to be set"."""

    @property
    def first(self) -> date | None:
        """The first day that it may have been on; None = open."""
        return self.window.first_day

    @property
    def last(self) -> date | None:
        """The last day that it may have been on; None = open."""
        return self.window.last_day

    @property
    def order(self) -> tuple[date, date, int, str]:
        """Its place in time: by the day it begins at best, else by the day it ends."""
        first = self.window.earliest or self.window.latest or date.max
        return first, self.last or date.max, list(Lane).index(self.lane), self.key


class Timeline(NamedTuple):
    """What happened, in the order of time."""

    day: date
    """Nothing in it became known after the evening of this day."""
    happenings: tuple[Happening, ...]
    counts: Mapping[Lane, int]
    """How many there are in each lane, of which perhaps only the newest were fetched."""
    span: Span | None = None
    """Which days were asked for; None = all."""
    undated: tuple[str, ...] = ()
    """Labels of rounds and exchanges for which nobody gives any day."""
    sources: Mapping[str, Source] = MappingProxyType({})
    """The sources cited, by label."""
    actors: Mapping[str, Actor] = MappingProxyType({})

    missing: Mapping[Lane, int] = MappingProxyType({})
    """How many of each lane were not fetched, being older than the others."""

    def fetched(self, lane: Lane) -> int:
        """Count what was fetched of a lane."""
        return self.counts.get(lane, 0) - self.missing.get(lane, 0)

    @property
    def cut(self) -> tuple[Lane, ...]:
        """The lanes of which not everything was fetched."""
        return tuple(lane for lane, count in self.missing.items() if count)

    def covers(self, span: Span) -> bool:
        """Whether nothing more need be fetched to show some days."""
        if not self.cut and self.span is None:
            return True
        return self.span is not None and self.span[0] <= span[0] and span[1] <= self.span[1]


EMPTY_TIMELINE = Timeline(date.min, (), {})


def in_time(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Put happenings in the order of time."""
    return tuple(sorted(happenings, key=lambda happening: happening.order))


def became_known(day: date, source: Source | None) -> Window:
    """Return the days on which something became known: the best one, loosely all that its source may be of."""
    if source is None or source.basis is DayBasis.STATED:
        return Window(day, day)
    first, last = source.window.earliest, source.window.latest
    return Window(
        day,
        day,
        loose_earliest=first if first is not None and first < day else None,
        loose_latest=last if last is not None and last > day else None,
    )


def was_said(signal: Signal, source: Source | None) -> Window:
    """Return the days on which something was said, never after it became known."""
    if not signal.said.bounded:
        return became_known(signal.known_on, source)
    last = signal.said.latest
    latest = signal.known_on if last is None or last > signal.known_on else last
    first = signal.said.earliest
    return Window(min(first, latest) if first is not None else None, latest)


def round_happenings(standing: RoundStanding) -> Iterable[Happening]:
    """Place a round, and the days in which its date is to be set, where anybody gives such days."""
    label = standing.round.label
    if standing.window.bounded:
        yield Happening(f"{label} held", label, Lane.ROUNDS, standing.window, standing)
    if standing.date_expected.bounded:
        yield Happening(
            f"{label} date", label, Lane.ROUNDS, standing.date_expected, standing, "its date to be set"
        )  # fmt: skip
