"""Readings: whose view of what is owed the board takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.domain.typed import NamedTuple
from store.domain.words import Instrument

STRICT = "strict"
COMMON = "common"


class Reading(NamedTuple):
    """Whose view of what is owed: `strict` (what any side says), `common` (what both say), or one party's code."""

    name: str = STRICT

    def recognises(self, recognised_by: Iterable[str], bound: Iterable[str]) -> bool:
        """Whether this reading accepts a commitment recognised by these parties and binding those."""
        recognising = set(recognised_by)
        if self.name == STRICT:
            return True
        if self.name == COMMON:
            return bool(recognising) and recognising >= set(bound)
        return self.name in recognising

    def owes(self, instrument: Instrument, recognised_by: Iterable[str], bound: Iterable[str]) -> bool:
        """Whether on this reading a commitment under that instrument is an obligation."""
        return instrument.owed and self.recognises(recognised_by, bound)


def readings(parties: Sequence[str]) -> tuple[Reading, ...]:
    """List every reading of a track with these parties, in the order the cycling key takes."""
    return (Reading(STRICT), Reading(COMMON), *(Reading(party) for party in parties))


def reading_after(current: Reading, parties: Sequence[str]) -> Reading:
    """Return the next reading in the cycle."""
    cycle = readings(parties)
    return cycle[(cycle.index(current) + 1) % len(cycle)] if current in cycle else cycle[0]
