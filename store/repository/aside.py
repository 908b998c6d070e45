"""Importing many lines into a store that has none yet: they are filled into another file, and its tables taken over.

Others may have the store open, so it is not replaced: holding its write lock all along, we fill a file beside it that
nobody else sees (`filling`), then copy its tables into the store, indexes and all, in the one transaction that writes
the journal entry, too. SQLite copies tables of the same shape piece by piece without looking into them. A fault at any
point leaves the store as it was; a file that was left beside it is removed by the next import.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError
from store.repository import derived, journal
from store.repository.accounts import Filled, recorded
from store.repository.building import alone
from store.repository.connection import build, writing
from store.repository.filling import fill, path_of
from store.repository.names import TABLES
from store.repository.progress import beating

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.domain.requests import Author, Receipt
    from store.repository.progress import Report
    from store.repository.reading import Reading

_BESIDE = ("origins", "aliases", "track_actors", "legs", "serves", "gate_commitments", "discrepancy_subjects")
_DERIVED = ("bands", "placings", "placing_counts", "evidence_days", "commitment_words", "facets")
_COPIED = (*TABLES.values(), *_BESIDE, *_DERIVED)
_INDEXES = {"search": ("search_data", "search_idx"), "texts": ("texts_data", "texts_idx")}
"""The tables that the two searches keep beneath them."""
_KEPT = ("journal", "readings")
"""Tables that are searched and may hold something in a store without lines."""


def fits(connection: Connection) -> bool:
    """Whether a store is a file without any line, so that it can be filled aside."""
    held = " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in _COPIED)
    return bool(path_of(connection)) and not connection.execute(f"SELECT {held}").fetchone()[0]


class Aside:
    """A file beside a store, into which the lines for it are filled."""

    def __init__(self, connection: Connection, author: Author, report: Report) -> None:
        """Take the store, who imports, and who is told how it goes on."""
        self._connection, self._author, self._report = connection, author, report
        self._store = Path(path_of(connection) or "")
        self._begins = f".{self._store.name}.import-"
        self._path = self._store.with_name(f"{self._begins}{os.urandom(6).hex()}")

    def take(self, reading: Reading, *, check: bool) -> tuple[bool, Receipt | None]:
        """Import the lines of a reading that foresees; return whether that was done, and the receipt.

        With `check` there is no receipt, and nothing is written. It is not done where the store has lines by now: then
        nothing was read. Raises RecordError with every problem.
        """
        connection = self._connection
        with _unbound(connection), self._removed(), self._let_go(), writing(connection):
            if not fits(connection):
                return False, None
            try:
                filled = self._fill(reading, journal.next_number(connection), check=check)
            except OSError as error:
                raise PlaceError(
                    f"{self._store} cannot be written: {error.strerror or error}; nothing was saved"
                ) from None
            if check:
                return True, None
            self._take_over()
            return True, recorded(connection, self._author, "import", filled)

    def _fill(self, reading: Reading, entry: int, *, check: bool) -> Filled:
        self._clear()
        other = build(str(self._path))
        try:
            with alone(other), writing(other):
                return fill(other, reading, entry, self._report, check=check)
        finally:
            other.close()

    def _take_over(self) -> None:
        """Copy the tables, without the triggers that look at every row of those who write by hand."""
        connection = self._connection
        connection.execute("ATTACH ? AS aside", (str(self._path),))
        triggers = connection.execute(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' ORDER BY rowid"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        beneath = [table for tables in _INDEXES.values() for table in tables]
        for done, table in enumerate((*_COPIED, *beneath)):
            with beating(connection, self._report, "indexing", done, len(_COPIED) + len(beneath)):
                if table in beneath:
                    connection.execute(f"DELETE FROM main.{table}")
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM aside.{table}")
        for index in _INDEXES:
            _forget(connection, index)
        derived.fill_texts(connection, tables=_KEPT)
        for _, statement in triggers:
            connection.execute(statement)

    def _clear(self) -> None:
        """Remove what imports left that were killed: nobody else imports while we hold the lock."""
        for file in self._store.parent.iterdir():
            if file.name.startswith(self._begins):
                file.unlink(missing_ok=True)

    @contextmanager
    def _removed(self) -> Iterator[None]:
        """Leave no file behind."""
        try:
            yield
        finally:
            for suffix in ("", "-wal", "-shm", "-journal"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def _let_go(self) -> Iterator[None]:
        """Let go of the file when the transaction is over."""
        try:
            yield
        finally:
            if "aside" in _attached(self._connection):
                self._connection.execute("DETACH aside")


def _forget(connection: Connection, index: str) -> None:
    """Let this connection forget what it knows of an index that was replaced beneath it, as it does on the way back."""
    connection.execute("SAVEPOINT before")
    connection.execute(f"INSERT INTO {index} (rowid, text) VALUES (1, '')")
    connection.execute("ROLLBACK TO before")
    connection.execute("RELEASE before")


def _attached(connection: Connection) -> Iterable[str]:
    return [row[1] for row in connection.execute("PRAGMA database_list")]


@contextmanager
def _unbound(connection: Connection) -> Iterator[None]:
    """Let rows be copied without looking up what they refer to: that was done as they were made."""
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
