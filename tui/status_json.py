"""The board as one JSON object, in pieces, so that a store of any size passes through. Schema: status.schema.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date

from store.domain.board import Board, Row
from store.domain.gates import GateStanding
from store.domain.outlook import Outlook, SignalView
from store.domain.quantities import Quantity
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window

if TYPE_CHECKING:
    from typing import Any

    Json = dict[str, Any]


def status_pieces(board: Board, rows: Iterable[Row], *, ascii_only: bool = False) -> Iterator[str]:
    """Write the object line by line; `rows` are read as they are written, and all of them are."""

    def text(value: object) -> str:
        return as_json(value, ascii_only=ascii_only)

    head: Json = {
        "as_of": _day(board.moment.day),
        "reading": board.reading.name,
        "evidence_ends": _day(board.moment.evidence_ends),
        "track": board.track.label if board.track else None,
    }
    yield "{"
    for key, value in head.items():
        yield f'  "{key}": {text(value)},'
    meetings = [standing for standing in board.rounds if standing.round.meeting]
    yield from _array("rounds", (round_value(s) for s in board.rounds if not s.round.meeting), text)
    yield from _array("meetings", (round_value(standing) for standing in meetings), text)
    yield from _array("commitments", (row_value(row) for row in rows), text)
    yield f'  "next": {text(next_value(board.outlook))}'
    yield "}"


def _array(key: str, values: Iterable[Json], text: Any) -> Iterator[str]:
    yield f'  "{key}": ['
    last: str | None = None
    for value in values:
        if last is not None:
            yield f"{last},"
        last = f"    {text(value)}"
    if last is not None:
        yield last
    yield "  ],"


_ACTING = re.compile(r"[^ -~]")


def as_json(value: object, *, ascii_only: bool = False) -> str:
    """Write a value as JSON on one line. What cannot be printed is escaped, so that nothing acts on a terminal."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    return text if text.isprintable() else _ACTING.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    if char.isprintable():
        return char
    return "\\u007f" if char == "\x7f" else json.dumps(char)[1:-1]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def window_value(window: Window) -> Json:
    """Return the ends of a window; null where it is open."""
    return {"earliest": _day(window.earliest), "latest": _day(window.latest)}


def due_value(window: Window) -> Json:
    """Return a window with the words and the rule it was made from, and its looser end."""
    more = {"phrase": window.phrase, "loose_latest": _day(window.loose_latest), "rule": window.rule}
    return {**window_value(window), **more}


def quantity_value(quantity: Quantity | None) -> Json:
    """Return the bounds of a figure; all null where nobody gives one."""
    if quantity is None:
        return {"low": None, "point": None, "high": None, "qualifier": None}
    return {
        "low": quantity.low,
        "point": quantity.point,
        "high": quantity.high,
        "qualifier": quantity.qualifier.value,
    }


def round_value(standing: RoundStanding) -> Json:
    """Return where a round or meeting stands."""
    round_ = standing.round
    return {
        "id": round_.label,
        "track": round_.track,
        "ordinal": round_.ordinal,
        "name": round_.name,
        "kind": "meeting" if round_.meeting else "round",
        "state": standing.state.value,
        "because": standing.because,
        **window_value(standing.window),
        "date_expected": window_value(standing.date_expected),
        "place": standing.place,
        "duration_minutes": standing.minutes,
        "outcome": standing.outcome,
        "origins": standing.origins,
    }


def row_value(row: Row) -> Json:
    """Return where a commitment stands, and on which shelf of the board."""
    return {**standing_value(row.standing), "shelf": row.shelf.name.lower()}


def standing_value(standing: Standing) -> Json:
    """Return where a commitment stands."""
    commitment, terms = standing.commitment, standing.terms
    return {
        "id": commitment.label,
        "track": commitment.track,
        "round": commitment.round,
        "debtor": commitment.debtor,
        "creditor": commitment.creditor,
        "category": commitment.category.value,
        "what": commitment.what,
        "unit": commitment.unit,
        "instrument": terms.instrument.value,
        "owed": standing.owed,
        "quantity": quantity_value(terms.quantity),
        "delivered": quantity_value(standing.delivered),
        "remaining": standing.remaining,
        "surplus": standing.surplus,
        "percent": standing.percent,
        "delivery": standing.delivery.value,
        "verification": standing.verification.value,
        "mark": standing.verification.mark,
        "attested_by": list(standing.attested_by),
        "silent": list(standing.silent),
        "schedule": standing.schedule.value,
        "due": due_value(terms.due),
        **tied_value(standing),
        "recognised_by": list(terms.recognised_by),
        "mirrors": commitment.mirrors,
        "origins": standing.origins,
        "judged": bool(standing.judged),
    }


def tied_value(standing: Standing) -> Json:
    """Return what the obligation is tied to, and what follows from it on the day; all null for most."""
    terms = standing.terms
    rate, ratio, counted = terms.rate, terms.ratio, terms.counted
    return {
        "rate": {"quantity": quantity_value(rate.quantity), "per": rate.per.value} if rate else None,
        "expected": quantity_value(standing.expected),
        "ratio": {"low": ratio.low, "high": ratio.high, "of": ratio.of} if ratio else None,
        "matched": quantity_value(standing.matched),
        "counted": {"from": counted.event, "first": counted.first, "last": counted.last} if counted else None,
        "extended": terms.extended,
    }


def gate_value(standing: GateStanding) -> Json:
    """Return where a gate stands."""
    return {
        "id": standing.gate.label,
        "state": standing.state.value,
        "holds": standing.gate.holds,
        "blockers": list(standing.blockers),
        "unproven": list(standing.unproven),
    }


def signal_value(view: SignalView) -> Json:
    """Return who said what about when."""
    signal, cite = view.signal, view.signal.cite
    return {
        "id": signal.label,
        "round": signal.round,
        "speaker": cite.speaker,
        "speaks_for": cite.speaks_for,
        "said_on": _day(signal.said_on),
        "said_earliest": _day(signal.said.earliest),
        "about": signal.about.value,
        "modality": signal.modality.value,
        **due_value(signal.window),
        "phrase": signal.window.phrase or cite.words,
        "strength": cite.strength.value,
        "source": cite.source,
        "locator": cite.locator,
        "current": view.current,
    }


def next_value(outlook: Outlook) -> Json:
    """Return the next round and what is known of it; empty fields where no round is on record."""
    coming = outlook.round
    return {
        "round": coming.round.label if coming else None,
        "state": coming.state.value if coming else None,
        **window_value(coming.window if coming else NO_WINDOW),
        "date_expected": window_value(coming.date_expected if coming else NO_WINDOW),
        "gate": gate_value(outlook.gate) if outlook.gate else None,
        "gates": [gate_value(gate) for gate in outlook.gates],
        "signals": [signal_value(view) for view in outlook.signals],
        "silent": list(outlook.silent),
    }
