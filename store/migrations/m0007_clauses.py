"""Step 7: clauses. A statement of what is owed may tie it to a pace, a ratio, an event, or a longer time.

`per` says in which time the figure is owed each time anew. `ratio` is so many for each of the commitment mirrored
(`3:1`, `30..50:1`). `on_days` counts days from the event that `counts_from` names, whose own day is day 1 (`7`,
`..16`, `1..42`). `extends` moves the end that stood by so many days.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.migrations import m0002_days

_MOST = 100_000
_COLUMNS = (
    "per TEXT CHECK (per IS NULL OR per IN ('day', 'week'))",
    "ratio TEXT CHECK (ratio IS NULL OR ratio GLOB '[1-9]*:[1-9]*')",
    "counts_from TEXT",
    "on_days TEXT CHECK ((on_days IS NULL) = (counts_from IS NULL))",
    f"extends INTEGER CHECK (extends BETWEEN 1 AND {_MOST})",
)
NAMES = tuple(column.partition(" ")[0] for column in _COLUMNS)
"""The columns that are added to the claims."""

INDEXES = {
    "claims_counting": "claims (counts_from) WHERE counts_from IS NOT NULL",
    "claims_ratio": "claims (commitment) WHERE ratio IS NOT NULL",
    "commitments_mirrors": "commitments (mirrors) WHERE mirrors IS NOT NULL",
}
"""The ways to what hangs on an event and on a ratio."""


def statements(columns: Sequence[str]) -> tuple[str, ...]:
    """List everything this step runs, one statement each, in order; `columns` are those of the claims before it.

    The views that read claims name their columns, so they are made anew.
    """
    return (
        "DROP VIEW claims_in_force",
        "DROP VIEW dated_claims",
        *(f"ALTER TABLE claims ADD COLUMN {column}" for column in _COLUMNS),
        *(f"CREATE INDEX {name} ON {index}" for name, index in INDEXES.items()),
        m0002_days.dated("claims", [*columns, *NAMES]),
        m0002_days.CLAIMS_IN_FORCE.strip(),
    )
