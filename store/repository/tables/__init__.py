"""Lines of the record as rows of the tables, one function a kind (ValueError says what is wrong with a line).

The two kinds that nearly all lines are, commitments and claims, are read in two steps: `READ` checks their values,
which needs nothing else and can be done in another process, `PLACE` what they refer to. Of other kinds `ROWS` does
both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from store.domain.typed import NamedTuple
from store.lines import Line
from store.repository.tables.columns import Names, Row
from store.repository.tables.statements import (
    CLAIM_COLUMNS,
    discrepancy_rows,
    gate_rows,
    judgement_rows,
    place_claim,
    position_rows,
    read_claim,
    report_rows,
    signal_rows,
)
from store.repository.tables.things import (
    COMMITMENT_COLUMNS,
    actor_rows,
    exchange_rows,
    place_commitment,
    read_commitment,
    round_rows,
    source_rows,
    track_rows,
)


class Place(NamedTuple):
    """How lines of a kind that were read become rows."""

    columns: tuple[str, ...]
    values: Callable[[str, tuple[Any, ...], Names], tuple[Any, ...]]
    """Makes the values of the columns of a label and of what was read. Raises UnknownNameError."""


READ: dict[str, Callable[[str, Mapping[str, Any]], tuple[Any, ...]]] = {
    "commitment": read_commitment,
    "claim": read_claim,
}
PLACE: dict[str, Place] = {
    "commitment": Place(COMMITMENT_COLUMNS, place_commitment),
    "claim": Place(CLAIM_COLUMNS, place_claim),
}
ROWS: dict[str, Callable[[Line, Names], Iterable[Row]]] = {
    "actor": actor_rows,
    "track": track_rows,
    "source": source_rows,
    "round": round_rows,
    "exchange": exchange_rows,
    "report": report_rows,
    "signal": signal_rows,
    "gate": gate_rows,
    "position": position_rows,
    "discrepancy": discrepancy_rows,
    "judgement": judgement_rows,
}
