"""Which table holds what each kind of line says."""

from __future__ import annotations

TABLES = {
    "actor": "actors",
    "track": "tracks",
    "source": "sources",
    "round": "rounds",
    "commitment": "commitments",
    "exchange": "exchanges",
    "report": "reports",
    "claim": "claims",
    "signal": "signals",
    "gate": "gates",
    "position": "positions",
    "discrepancy": "discrepancies",
    "judgement": "judgements",
}
"""The table of each kind of line."""
KINDS = {table: kind for kind, table in TABLES.items()}
"""What people call a row of a table."""
