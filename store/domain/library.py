"""The sources of a record: what each is, how its day is known, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.domain.model import Source
from store.domain.typed import NamedTuple


class Shelved(NamedTuple):
    """A source with what rests on it, as known on a day."""

    source: Source
    claims: int = 0
    signals: int = 0
    reports: int = 0
    gates: int = 0
    positions: int = 0
    held: bool = False
    """Whether its text is in the store."""
    corrected: bool = False
    """Whether its day of publication was corrected."""
    together: tuple[str, ...] = ()
    """The labels of the other sources that go back to the same report."""

    @property
    def facts(self) -> int:
        """How many facts rest on it."""
        return self.claims + self.signals + self.reports + self.gates + self.positions


class Shelf(NamedTuple):
    """The sources of a record, newest first."""

    sources: tuple[Shelved, ...]
    all: int
    """How many there are, of which only the newest may be listed."""


class Fact(NamedTuple):
    """Something that a source says, and where."""

    kind: str
    label: str
    """What shows its evidence; of a report, the round it is on."""
    words: str
    """What it says, in the record's words."""
    locator: str
    quote: str | None
    """The words it rests on."""
    known_on: date


def origins(shelved: Iterable[Shelved]) -> list[tuple[str, list[Shelved]]]:
    """Group sources by the report that they go back to, in the order in which the first of each comes."""
    groups: dict[str, list[Shelved]] = {}
    for one in shelved:
        groups.setdefault(one.source.origin, []).append(one)
    return list(groups.items())


def lines_of(locator: str, source: str) -> tuple[int, ...]:
    """List the lines of one source that a locator names: `000:5, 003:7` names line 5 of 000."""
    found = (place.rpartition(":") for place in locator.split(", "))
    return tuple(int(line) for label, _, line in found if label == source and line.isascii() and line.isdigit())
