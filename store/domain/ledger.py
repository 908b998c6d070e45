"""The mirror ledger of a commitment: each side's figures in facing columns, witnesses between, none of them dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from store.domain.fates import Fate, Section, fates, section_of
from store.domain.figures import VoiceFigure
from store.domain.knowledge import known
from store.domain.model import Claim, Discrepancy, Exchange, Source
from store.domain.reading import Reading
from store.domain.standing import Case, Standing, standing
from store.domain.sums import Pair, Stages, stages
from store.domain.typed import NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import ClaimRole


class Column(StrEnum):
    """Whose column a figure stands in."""

    DEBTOR = "debtor"
    WITNESS = "witness"
    """Everybody else: witnesses, third parties, articles that name no side."""
    CREDITOR = "creditor"


class Sides(NamedTuple):
    """Who stands at the left and who at the right, joint actors spelled out."""

    debtors: tuple[str, ...]
    creditors: tuple[str, ...]


class Entry(NamedTuple):
    """A figure in the ledger."""

    claim: Claim
    column: Column
    section: Section
    event: Window
    """When what it counts took place, as far as it says; of a promise, when it is due."""
    fate: Fate
    corrected_by: Claim | None = None


class Band(NamedTuple):
    """The figures of one day: of batches the day of the event, of all others the day they became known."""

    days: Window
    entries: tuple[Entry, ...]

    def column(self, column: Column) -> tuple[Entry, ...]:
        """Return the figures of one column."""
        return tuple(entry for entry in self.entries if entry.column is column)


class Spread(NamedTuple):
    """How far the figures of several voices lie apart."""

    low: VoiceFigure
    high: VoiceFigure

    @property
    def difference(self) -> int:
        """The highest number less the lowest."""
        return self.high.number - self.low.number

    @property
    def compatible(self) -> bool:
        """Whether both can be true of one count."""
        return self.low.quantity.agrees_with(self.high.quantity)


class Ledger(NamedTuple):
    """Everything said of how much one commitment promises and brought, by day, each side facing the other."""

    standing: Standing
    """Where it stands on the reading of the board."""
    by_reading: tuple[tuple[Reading, Standing], ...]
    sides: Sides
    sections: tuple[tuple[Section, tuple[Band, ...]], ...]
    """Sections with anything in them, each oldest day first."""
    between_sides: Spread | None
    """The spread of the figures of the parties that it binds; None where fewer than two of them give one."""
    overall: Spread | None
    """The spread of all figures, where others than these parties give one too."""
    sums: tuple[Stages, ...]
    pair: Pair | None = None
    """The sum with the commitment that it mirrors."""
    discrepancies: tuple[Discrepancy, ...] = ()
    sources: Mapping[str, Source] = MappingProxyType({})

    @property
    def entries(self) -> list[Entry]:
        """All figures, in the order of the ledger."""
        return [entry for _, bands in self.sections for band in bands for entry in band.entries]


class LedgerPage(NamedTuple):
    """A ledger and its neighbours on the board; or why there is none."""

    ledger: Ledger | None
    why: str = ""
    """Why there is no ledger, and what to do."""
    previous: str | None = None
    """The commitment before it on the board."""
    following: str | None = None


def ledger_of(
    case: Case, day: date, sides: Sides, views: Sequence[Reading], exchanges: Mapping[str, Exchange] | None = None
) -> Ledger:
    """Lay out what was known of a commitment on the evening of a day; the first of the readings is the board's."""
    seen = sorted((claim for claim in case.claims if claim.known_on <= day), key=lambda c: (c.known_on, c.id))
    by_reading = tuple((reading, standing(case, day, reading)) for reading in views)
    now = by_reading[0][1]
    events = exchanges or {}
    fate_of = fates(known(seen, day), now)
    corrected = {claim.supersedes: claim for claim in seen if claim.supersedes is not None}
    entries = [
        Entry(
            claim,
            column_of(claim, sides),
            section_of(claim),
            event_of(claim, events),
            Fate.CORRECTED if claim.id in corrected else fate_of(claim),
            corrected.get(claim.id),
        )
        for claim in seen
    ]
    one_way = case.commitment.debtor != case.commitment.creditor
    voices = now.figures.voices
    return Ledger(
        standing=now,
        by_reading=by_reading[1:],
        sides=sides,
        sections=tuple(_sections(entries)),
        between_sides=spread(figure for figure in voices if figure.voice in case.bound),
        overall=spread(voices) if any(figure.voice not in case.bound for figure in voices) else None,
        sums=tuple(stages(known(seen, day), one_way=one_way)),
    )


def column_of(claim: Claim, sides: Sides) -> Column:
    """Choose the column: by the side that it is said for; where it names none, by what the speaker is to it."""
    voice = claim.cite.voice
    if voice in sides.debtors:
        return Column.DEBTOR
    if voice in sides.creditors:
        return Column.CREDITOR
    if claim.cite.speaks_for is None and claim.role in (ClaimRole.DEBTOR, ClaimRole.CREDITOR):
        return Column(claim.role.value)
    return Column.WITNESS


def event_of(claim: Claim, exchanges: Mapping[str, Exchange]) -> Window:
    """Return the days that a claim covers: its own, else those of the exchange it is about."""
    exchange = exchanges.get(claim.exchange) if claim.exchange is not None else None
    return claim.window if claim.window.bounded or exchange is None else exchange.window


def spread(figures: Iterable[VoiceFigure]) -> Spread | None:
    """Return how far figures lie apart; None where there are fewer than two."""
    found = sorted(figures, key=lambda figure: figure.number)
    return Spread(found[0], found[-1]) if len(found) > 1 else None


def _sections(entries: Sequence[Entry]) -> Iterable[tuple[Section, tuple[Band, ...]]]:
    for section in Section:
        bands: dict[tuple[date, date], list[Entry]] = {}
        for entry in entries:
            if entry.section is section:
                bands.setdefault(_days(entry), []).append(entry)
        if bands:
            yield section, tuple(Band(_window(days), tuple(bands[days])) for days in sorted(bands))


def _days(entry: Entry) -> tuple[date, date]:
    """Return the last and first day that a figure is listed under, last first, for putting bands in order."""
    event, said = entry.event, entry.claim.known_on
    if entry.section is Section.BATCH and event.bounded:
        return event.latest or said, event.earliest or event.latest or said
    return said, said


def _window(days: tuple[date, date]) -> Window:
    last, first = days
    return Window(first, last) if first <= last else NO_WINDOW._replace(latest=last)
