"""One thing with its evidence, and the journal, as JSON objects; what is on the board has the shape it has there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from store.domain.board import Board, Evidence
from store.domain.journal import JournalEntry
from store.domain.model import Track
from store.domain.typed import TYPE_CHECKING
from tui.status_json import as_json, gate_value, round_value, standing_value

if TYPE_CHECKING:
    from typing import Any

_FACTS = ("claims", "signals", "reports", "exchanges", "positions", "discrepancies", "judgements", "history")


def evidence_text(evidence: Evidence, board: Board, *, ascii_only: bool = False) -> str:
    """Write everything known of one thing as one JSON object, a key a line."""
    gate = evidence.gate
    value: dict[str, Any] = {
        "id": evidence.subject,
        "kind": evidence.kind,
        "as_of": board.moment.day.isoformat(),
        "reading": board.reading.name,
        "commitment": standing_value(evidence.standing) if evidence.standing else None,
        "round": round_value(evidence.round) if evidence.round else None,
        "gate": {**gate_value(gate), "set": plain(gate.gate)} if gate else None,
        "gates": [gate_value(standing) for standing in evidence.gates],
        "actor": plain(evidence.actor),
        "track": next((plain(track) for track in _tracks(evidence, board)), None),
        **{name: plain(getattr(evidence, name)) for name in _FACTS},
        "sources": plain(evidence.sources),
    }
    return _object(value, ascii_only)


def _tracks(evidence: Evidence, board: Board) -> list[Track]:
    return [track for track in board.tracks if evidence.kind == "track" and track.label == evidence.subject]


def journal_text(entries: Iterable[JournalEntry], *, ascii_only: bool = False) -> str:
    """Write journal entries as one JSON object, an entry a line."""
    texts = [f"    {as_json(plain(entry), ascii_only=ascii_only)}" for entry in entries]
    return "\n".join(('{"entries": [', ",\n".join(texts), "]}") if texts else ('{"entries": []}',))


def _object(value: Mapping[str, Any], ascii_only: bool) -> str:
    pairs = (f'  "{key}": {as_json(held, ascii_only=ascii_only)}' for key, held in value.items())
    return "{\n" + ",\n".join(pairs) + "\n}"


def plain(value: object) -> Any:
    """Turn values of the domain into what JSON can hold: their fields by name, days as ISO, states as words."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain(held) for name, held in zip(value._fields, value, strict=True)}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(held) for held in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
