"""News: what was written since a moment, and what of a board it bears on, read off the journal.

Every write of the product leaves an entry in its own transaction, and what redoes the derived tables changes the
schema. A change that shows no entry is somebody else's: nothing can be said of it.
"""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository.fetch import LISTED, listed, read_wrote
from store.repository.placings import affected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from sqlite3 import Connection

MOST_ENTRIES = 16
"""How many entries are looked into at most; more of them bear on too much."""
_ROWS = 64
"""How many rows an entry may have written at most."""
_TABLES = {"claims", "judgements"}
"""The tables whose rows bear on single commitments and rounds."""


class News(NamedTuple):
    """What some writes bear on."""

    commitments: frozenset[int]
    labels: frozenset[str]
    """The labels of the same commitments."""
    bands: frozenset[int]
    """Every band that they can have left or come to."""
    rounds: bool
    """Whether anything was judged that is no commitment."""
    evidence: bool
    """Whether the days that brought evidence may be others."""


def since(connection: Connection, seen: int, newest: int) -> News | None:
    """Say what the entries after one up to the newest bear on; None where that cannot be told or is too much."""
    if not 0 < newest - seen <= MOST_ENTRIES:
        return None
    written = []
    for row in connection.execute(_ENTRIES, (seen,)):
        wrote = read_wrote(row["wrote"])
        if row["action"] not in ("judge", "claim") or not wrote or not _TABLES.issuperset(wrote):
            return None
        if any(last - first >= _ROWS for first, last in wrote.values()):
            return None
        written.append(wrote)
    return _bearing(connection, written)


_ENTRIES = """SELECT coalesce(t.action, j.action) AS action, coalesce(t.wrote, j.wrote) AS wrote
    FROM journal j LEFT JOIN journal t ON t.id = j.target WHERE j.id > ? ORDER BY j.id"""


def _bearing(connection: Connection, written: Sequence[Mapping[str, Sequence[int]]]) -> News:
    numbers = {number for wrote in written for number in affected(connection, wrote)}
    here = (listed(numbers),)
    labels = connection.execute(f"SELECT label FROM commitments WHERE id {LISTED}", here).fetchall()
    bands = connection.execute(_BANDS, here).fetchall()
    judged = [wrote["judgements"] for wrote in written if "judgements" in wrote]
    return News(
        commitments=frozenset(numbers),
        labels=frozenset(row["label"] for row in labels),
        bands=frozenset(row["id"] for row in bands),
        rounds=any(connection.execute(_OTHERS, span).fetchone() for span in judged),
        evidence=any("claims" in wrote for wrote in written),
    )


_BANDS = f"""SELECT id FROM bands WHERE (track, bound) IN (
    SELECT b.track, b.bound FROM placings p JOIN bands b ON b.id = p.band WHERE p.commitment {LISTED})"""
"""A commitment keeps its track and the parties it binds; who recognises it is what a write can change."""
_OTHERS = """SELECT 1 FROM judgements j WHERE j.id BETWEEN ? AND ?
    AND NOT EXISTS (SELECT 1 FROM commitments c WHERE c.label = j.about)"""
