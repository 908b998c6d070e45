"""Lines of the record as rows of the tables, one function a kind (ValueError says what is wrong with a line)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.lines import Line
from store.repository.tables.columns import Names, Row
from store.repository.tables.statements import (
    claim_rows,
    discrepancy_rows,
    gate_rows,
    judgement_rows,
    position_rows,
    report_rows,
    signal_rows,
)
from store.repository.tables.things import (
    actor_rows,
    commitment_rows,
    exchange_rows,
    round_rows,
    source_rows,
    track_rows,
)

ROWS: dict[str, Callable[[Line, Names], Iterable[Row]]] = {
    "actor": actor_rows,
    "track": track_rows,
    "source": source_rows,
    "round": round_rows,
    "commitment": commitment_rows,
    "exchange": exchange_rows,
    "report": report_rows,
    "claim": claim_rows,
    "signal": signal_rows,
    "gate": gate_rows,
    "position": position_rows,
    "discrepancy": discrepancy_rows,
    "judgement": judgement_rows,
}
