"""News: what was written since a moment, and what of a board it bears on, read off the journal.

Every write of the product leaves an entry in its own transaction, and what redoes the derived tables changes the
schema. A change that shows no entry is somebody else's: nothing can be said of it.
"""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository.fetch import LISTED, listed, read_wrote

if TYPE_CHECKING:
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
    written: dict[str, set[int]] = {}
    for row in connection.execute(_ENTRIES, (seen,)):
        wrote = read_wrote(row["wrote"])
        if row["action"] not in ("judge", "claim") or not wrote or not _TABLES.issuperset(wrote):
            return None
        for table, (first, last) in wrote.items():
            if last - first >= _ROWS:
                return None
            written.setdefault(table, set()).update(range(first, last + 1))
    return _bearing(connection, written)


_ENTRIES = """SELECT coalesce(t.action, j.action) AS action, coalesce(t.wrote, j.wrote) AS wrote
    FROM journal j LEFT JOIN journal t ON t.id = j.target WHERE j.id > ? ORDER BY j.id"""


def _bearing(connection: Connection, written: dict[str, set[int]]) -> News:
    claims, judgements = (listed(written.get(table, ())) for table in ("claims", "judgements"))
    found = {row["id"]: row["label"] for row in connection.execute(_COMMITMENTS, (claims, judgements))}
    bands = connection.execute(_BANDS, (listed(found),)).fetchall()
    others = connection.execute(_OTHERS, (judgements,)).fetchone() is not None
    return News(
        frozenset(found), frozenset(found.values()), frozenset(row["id"] for row in bands), others, "claims" in written
    )


_COMMITMENTS = """
    SELECT c.id, c.label FROM json_each(?1) n JOIN claims t ON t.id = n.value
      JOIN commitments c ON c.label = t.commitment
    UNION SELECT c.id, c.label FROM json_each(?1) n JOIN claims t ON t.id = n.value
      JOIN serves s ON s.exchange = t.exchange JOIN commitments c ON c.label = s.commitment
    UNION SELECT c.id, c.label FROM json_each(?2) n JOIN judgements j ON j.id = n.value
      JOIN commitments c ON c.label = j.about"""
_BANDS = f"""SELECT id FROM bands WHERE (track, bound) IN (
    SELECT b.track, b.bound FROM placings p JOIN bands b ON b.id = p.band WHERE p.commitment {LISTED})"""
"""A commitment keeps its track and the parties it binds; who recognises it is what a write can change."""
_OTHERS = f"""SELECT 1 FROM judgements j WHERE j.id {LISTED}
    AND NOT EXISTS (SELECT 1 FROM commitments c WHERE c.label = j.about)"""
