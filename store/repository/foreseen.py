"""Taking in what was worked out of commitments as their lines were read, and reckoning the rest of them at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.domain.typed import TYPE_CHECKING
from store.repository import fetch, placings, searching
from store.repository.foresight import Foreseen
from store.repository.searching import add_words
from store.repository.tables.columns import UNSPOKEN

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any

    from store.repository.progress import Report


class Foretold:
    """What is derived of the commitments of a new store: most of it comes in with their lines, or once all are saved.

    Commitments are numbered in the order of their lines, as their rows are in a store that begins with them.
    """

    def __init__(self, connection: Connection) -> None:
        """Make room for the names of commitments that are to be reckoned at the end."""
        self._connection = connection
        self._gaps = False
        self.worded = 0
        """How many commitments can be searched for."""
        connection.execute("DROP TABLE IF EXISTS temp.apart")
        connection.execute("CREATE TEMP TABLE apart (label TEXT PRIMARY KEY) WITHOUT ROWID")
        for index, much in _MUCH.items():
            connection.execute(_GATHER.format(index), (much,))

    def take(self, parts: Sequence[list[Any]]) -> None:
        """Take in what was worked out of a chunk."""
        found = Foreseen(*parts)
        rows, facets, words = found.placings, found.facets, found.words
        if self._gaps and words:
            first, last = min(row[0] for row in words), max(row[0] for row in words)
            query = "SELECT id FROM commitments WHERE id BETWEEN ? AND ?"
            there = {row[0] for row in self._connection.execute(query, (first, last))}
            rows = [row for row in rows if row[0] in there]
            facets = [row for row in facets if row[0] in there]
            words = [row for row in words if row[0] in there]
        many = self._connection.executemany
        many("INSERT INTO bands (id, track, recognised, bound) VALUES (?, ?, ?, ?)", found.bands)
        many(placings.INSERT, rows)
        many(placings.INSERT_FACETS, facets)
        add_words(self._connection, words)
        self.worded += len(words)
        self.leave(found.apart)

    def leave(self, labels: Iterable[str]) -> None:
        """Let commitments be reckoned at the end."""
        self._connection.executemany("INSERT OR IGNORE INTO temp.apart (label) VALUES (?)", ((x,) for x in labels))

    def miss(self, labels: Iterable[str]) -> None:
        """Note that the rows of some commitments are not there, or not yet, or that their lines come twice."""
        self._gaps = True
        self.leave(labels)

    def gather(self) -> None:
        """Leave to the end what exchanges and judgements bear on, too; then date what the others date by themselves."""
        for query in _BORNE_ON:
            self._connection.execute(f"INSERT OR IGNORE INTO temp.apart (label) {query}")
        for table in ("placings", "facets"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE commitment IN (SELECT id FROM commitments WHERE {_APART})"
            )
        self._connection.execute(_DATE, (UNSPOKEN,))

    def finish(self, report: Report) -> None:
        """Reckon what was left to the end, then count it all."""
        connection = self._connection
        actors, bands = fetch.actors(connection), placings.Bands(connection)
        if self.worded != connection.execute("SELECT count(*) FROM commitments").fetchone()[0]:
            for chunk in self._chunks("id NOT IN (SELECT id FROM commitment_words)"):
                searching.index_words(connection, chunk, actors)
        done, of = 0, connection.execute("SELECT count(*) FROM temp.apart").fetchone()[0]
        for chunk in self._chunks(_APART):
            placings.fill(connection, chunk, actors, bands)
            done += len(chunk)
            report("ordering", done, max(done, of))
        connection.execute("DROP TABLE temp.apart")
        for index in _MUCH:
            connection.execute(_GATHER.format(index), (_USUAL,))

    def _chunks(self, where: str) -> Iterator[list[int]]:
        query, last = f"SELECT id FROM commitments WHERE id > ? AND {where} ORDER BY id LIMIT {placings.CHUNK}", 0
        while chunk := [row[0] for row in self._connection.execute(query, (last,))]:
            yield chunk
            last = chunk[-1]


_GATHER = "INSERT INTO {0} ({0}, rank) VALUES ('hashsize', ?)"
_MUCH, _USUAL = {"search": 1 << 23, "texts": 1 << 24}, 1 << 20
"""Bytes of new words that an index gathers in memory before it writes them: the more, the less it merges later."""
_APART = "label IN (SELECT label FROM temp.apart)"
_BORNE_ON = (
    "SELECT commitment FROM serves WHERE exchange IN (SELECT exchange FROM claims WHERE exchange IS NOT NULL)",
    "SELECT about FROM judgements",
)
_DATE = """
    UPDATE commitments AS c SET known_on = coalesce(
        (SELECT since FROM placings WHERE commitment = c.id ORDER BY since LIMIT 1), known_on) WHERE known_on = ?"""
