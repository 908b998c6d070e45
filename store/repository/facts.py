"""Facts: the rows a board is made of in their hundreds, read by the places of their columns.

A column looked up by its name costs more than all that is done with it, so each kind of row names its columns once, in
the order in which its value takes them. Windows were checked when they were written and are not checked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.model import Cite, Claim, Commitment, Report, Signal
from store.domain.quantities import Quantity
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import REJECTED, DayBasis
from store.repository.lookup import (
    ABOUT,
    BASIS,
    CATEGORY,
    CLAIMROLE,
    DELIVERY,
    EVENT,
    INSTRUMENT,
    MEASURE,
    MODALITY,
    QUALIFIER,
    ROUNDSTATE,
    STRENGTH,
)

if TYPE_CHECKING:
    from typing import Any

    from store.domain.clauses import Clauses

    Row = Sequence[Any]
    """A row in the order of its columns."""

_CITE = "t.source, t.locator, t.words, t.strength, t.speaker, t.speaks_for, t.via, a.office, s.origin, s.basis"
_WINDOW = "t.earliest, t.latest, t.loose_earliest, t.loose_latest, t.phrase, t.rule"
COLUMNS = {
    "claims": f"""t.id, t.label, t.known_on, {_CITE}, t.measure, t.commitment, t.exchange, t.way,
        t.qualifier, t.low, t.point, t.high, t.basis, t.progress, t.event, t.instrument, t.recognised_by, t.role,
        {_WINDOW}, t.note, t.supersedes, t.per, t.ratio, t.counts_from, t.on_days, t.extends""",
    "signals": f"""t.id, t.label, t.track, t.known_on, {_CITE}, t.about, t.modality, t.said_earliest, t.said_latest,
        {_WINDOW}, t.round, t.note, t.supersedes""",
    "reports": f"""t.id, t.round, t.known_on, {_CITE}, t.state, {_WINDOW}, t.place, t.host, t.duration, t.minutes,
        t.heads, t.outcome, t.note, t.supersedes""",
}
"""Of each table that cites sources (t), with the source (s) and the speaker (a): what its values are read from."""
COMMITMENT = "id, label, track, round, debtor, creditor, category, what, unit, known_on, mirrors, needs"
_MADE = tuple.__new__
_day = date.fromisoformat


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split()) if text else ()


def _window(fields: Row) -> Window:
    if not (fields[0] or fields[1] or fields[4]):
        return NO_WINDOW
    first, last, loose_first, loose_last, phrase, rule = fields
    return _MADE(
        Window,
        (
            _day(first) if first else None,
            _day(last) if last else None,
            _day(loose_first) if loose_first else None,
            _day(loose_last) if loose_last else None,
            phrase,
            rule,
        ),
    )


def _cite(fields: Row) -> Cite:
    source, locator, words, strength, speaker, speaks_for, via, office, origin, basis = fields
    stated = basis == DayBasis.STATED
    return Cite(source, locator, words, STRENGTH[strength], speaker, speaks_for, via, office, origin, not stated)


def claim(row: Row) -> Claim:
    """Read a claim."""
    number, label, known_on, *_ = fields = tuple(row)
    measure, commitment_, exchange, way, qualifier, low, point, high = fields[13:21]
    basis, progress, event, instrument, recognised_by, role = fields[21:27]
    debtor, _, creditor = way.partition(">") if way else ("", "", "")
    return Claim(
        number,
        label,
        _day(known_on),
        _cite(fields[3:13]),
        MEASURE[measure],
        commitment_,
        exchange,
        (debtor, creditor) if way else None,
        None if qualifier is None else _MADE(Quantity, (QUALIFIER[qualifier], low, point, high)),
        BASIS[basis],
        DELIVERY[progress] if progress and progress != REJECTED else None,
        progress == REJECTED,
        EVENT[event] if event else None,
        INSTRUMENT[instrument] if instrument else None,
        _split(recognised_by),
        CLAIMROLE[role] if role else None,
        _window(fields[27:33]),
        fields[33],
        fields[34],
        None if fields[35:] == _NO_CLAUSES else _clauses(fields[35:]),
    )


_NO_CLAUSES = (None,) * 5


def _clauses(fields: Row) -> Clauses:
    from store.domain.clauses import Clauses, Per, parse_counted, parse_ratio  # few claims have any

    per, ratio, event, days, extends = fields
    return Clauses(
        Per(per) if per else None,
        parse_ratio(ratio) if ratio else None,
        parse_counted(event, days) if event else None,
        extends,
    )


def signal(row: Row) -> Signal:
    """Read a signal."""
    number, label, track, known_on, *_ = fields = tuple(row)
    about, modality, first, last = fields[14:18]
    said = Window(_day(first) if first else None, _day(last) if last else None) if first or last else NO_WINDOW
    return Signal(
        number,
        label,
        track,
        _day(known_on),
        _cite(fields[4:14]),
        ABOUT[about],
        MODALITY[modality],
        said,
        _window(fields[18:24]),
        *fields[24:],
    )


def report(row: Row) -> Report:
    """Read a report on a round."""
    number, round_, known_on, *_ = fields = tuple(row)
    state = fields[13]
    place, host, duration, minutes, heads, outcome, note, supersedes = fields[20:]
    return Report(
        number,
        round_,
        _day(known_on),
        _cite(fields[3:13]),
        ROUNDSTATE[state] if state else None,
        _window(fields[14:20]),
        place,
        host,
        duration,
        minutes,
        _split(heads),
        outcome,
        note,
        supersedes,
    )


def commitment(row: Row) -> Commitment:
    """Read a commitment."""
    number, label, track, round_, debtor, creditor, category, what, unit, known_on, mirrors, needs = row
    return Commitment(
        number,
        label,
        track,
        round_,
        debtor,
        creditor,
        CATEGORY[category],
        what,
        unit,
        _day(known_on),
        mirrors,
        _split(needs),
    )
