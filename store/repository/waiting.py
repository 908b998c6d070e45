"""Lines that wait for what they refer to, in a table of their own that goes away with the connection."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from itertools import groupby, islice

from store.domain.typed import TYPE_CHECKING
from store.lines import KINDS
from store.repository.reading import Draft

if TYPE_CHECKING:
    from sqlite3 import Connection

_PLACES = {kind: place for place, kind in enumerate(KINDS)}
_LISTED = tuple(KINDS)
_NO_ROW = -1


class Waiting:
    """Lines read in vain so far, and the labels of lines that failed: who refers to those is not at fault."""

    def __init__(self, connection: Connection) -> None:
        """Make the table."""
        self._connection = connection
        self.count = 0
        """How many lines wait."""
        connection.execute("DROP TABLE IF EXISTS temp.waiting")
        connection.execute(
            """CREATE TEMP TABLE waiting (
                seq INTEGER PRIMARY KEY, place INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
                number INTEGER NOT NULL, draft BLOB)"""
        )

    def add(self, kind: str, row: int, draft: Draft) -> None:
        """Let a line wait; its row has its number already."""
        self.count += 1
        self._put(kind, draft[1], row, marshal.dumps(draft))

    def fail(self, kind: str, label: str) -> None:
        """Note the label of a line that cannot be taken."""
        self._put(kind, label, _NO_ROW, None)

    def ready(self) -> None:
        """Make labels of waiting lines quick to find."""
        self._connection.execute("CREATE INDEX temp.waiting_label ON waiting (kind, label)")

    def batches(self, size: int) -> Iterator[tuple[str, list[tuple[int, Draft]]]]:
        """Hand out the lines again, those first that others refer to; each with the number of its row."""
        rows = self._connection.execute(
            "SELECT place, number, draft FROM temp.waiting WHERE draft IS NOT NULL ORDER BY place, seq"
        )
        for place, group in groupby(rows, key=lambda row: row["place"]):
            while batch := list(islice(group, size)):
                yield _LISTED[place], [(row["number"], marshal.loads(row["draft"])) for row in batch]  # noqa: S302 - ours

    def close(self) -> None:
        """Remove the table."""
        self._connection.execute("DROP TABLE IF EXISTS temp.waiting")

    def _put(self, kind: str, label: str, row: int, draft: bytes | None) -> None:
        self._connection.execute(
            "INSERT INTO temp.waiting (place, kind, label, number, draft) VALUES (?, ?, ?, ?, ?)",
            (_PLACES[kind], kind, label, row, draft),
        )
