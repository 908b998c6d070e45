"""The ledger as one JSON object: nothing in it is only in words."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.ledger import Entry, Ledger, Spread
from store.domain.model import Claim
from store.domain.sums import Pair, Stages
from store.domain.typed import TYPE_CHECKING
from tui.status_json import as_json, quantity_value, standing_value, window_value

if TYPE_CHECKING:
    from typing import Any

    Json = dict[str, Any]


def ledger_text(ledger: Ledger, board: Board, *, ascii_only: bool = False) -> str:
    """Write a ledger, a key a line; days are ISO, and what nobody says is null."""
    sides = ledger.sides
    value: Json = {
        "id": ledger.standing.commitment.label,
        "as_of": board.moment.day.isoformat(),
        "reading": board.reading.name,
        "commitment": standing_value(ledger.standing),
        "sides": {"debtor": list(sides.debtors), "creditor": list(sides.creditors)},
        "readings": [
            {
                "reading": reading.name,
                "owed": standing.owed,
                "delivered": quantity_value(standing.delivered),
                "remaining": standing.remaining,
                "surplus": standing.surplus,
                "percent": standing.percent,
            }
            for reading, standing in ledger.by_reading
        ],
        "voices": [
            {"voice": figure.voice, "figure": quantity_value(figure.quantity), "claim": _claim(figure.claim)}
            for figure in ledger.standing.figures.voices
        ],
        "spread": {"sides": _spread(ledger.between_sides), "all": _spread(ledger.overall)},
        "sums": [_stages(found) for found in ledger.sums],
        "mirror": _pair(ledger.pair) if ledger.pair else None,
        "discrepancies": [
            {"id": item.label, "kind": item.kind, "summary": item.summary, "treat_as": item.treat_as}
            for item in ledger.discrepancies
        ],
        "figures": [_entry(entry) for entry in ledger.entries],
    }
    pairs = (f'  "{key}": {as_json(held, ascii_only=ascii_only)}' for key, held in value.items())
    return "{\n" + ",\n".join(pairs) + "\n}"


def _claim(claim: Claim) -> Json:
    return {"id": claim.label, "source": claim.cite.source, "locator": claim.cite.locator}


def _spread(found: Spread | None) -> Json | None:
    if found is None:
        return None
    return {
        "low": {"voice": found.low.voice, **quantity_value(found.low.quantity)},
        "high": {"voice": found.high.voice, **quantity_value(found.high.quantity)},
        "difference": found.difference,
        "compatible": found.compatible,
    }


def _stages(found: Stages) -> Json:
    return {
        "listed_by": found.voice,
        "source": found.source,
        "stages": [{**_claim(claim), "figure": quantity_value(claim.figure)} for claim in found.parts],
        "sum": quantity_value(found.sum),
        "fit": found.fit.value,
        "totals": [
            {
                "claimed": quantity_value(total.figure),
                "claimed_by": [{"voice": claim.cite.voice, **_claim(claim)} for claim in total.claims],
                "difference": total.difference,
                "exact": total.sure,
                "fit": total.fit.value,
            }
            for total in found.totals
        ],
    }


def _pair(pair: Pair) -> Json:
    return {
        "commitments": [side.commitment.label for side in (pair.one, pair.other)],
        "promised": [quantity_value(side.promised) for side in (pair.one, pair.other)],
        "units_differ": pair.units_differ,
        "sum": quantity_value(pair.sum),
        "claimed": quantity_value(pair.figure),
        "claimed_by": [{"voice": claim.cite.voice, **_claim(claim)} for claim in pair.said],
        "difference": pair.difference,
        "fit": pair.fit.value,
    }


def _entry(entry: Entry) -> Json:
    claim = entry.claim
    return {
        **_claim(claim),
        "section": entry.section.value,
        "column": entry.column.value,
        "voice": claim.cite.voice,
        "speaker": claim.cite.speaker,
        "strength": claim.cite.strength.value,
        "figure": quantity_value(claim.figure),
        "basis": claim.basis.value,
        "progress": claim.progress.value if claim.progress else None,
        "rejects": claim.rejects,
        "known_on": claim.known_on.isoformat(),
        "window": window_value(entry.event),
        "exchange": claim.exchange,
        "fate": entry.fate.value,
        "counted": entry.fate.counts,
        "corrected_by": entry.corrected_by.label if entry.corrected_by else None,
        "words": claim.cite.words,
    }
