"""Filling a store that nobody sees yet: what guards it against others and against faults is put off to the end."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.domain.typed import TYPE_CHECKING
from store.repository.names import TABLES
from store.repository.progress import beating

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.progress import Report

_CACHE = 16_000
"""Kilobytes of the file that are kept in memory while it is filled."""
_ALONE = (
    "journal_mode = DELETE",
    "journal_mode = OFF",
    "locking_mode = EXCLUSIVE",
    "synchronous = OFF",
    "foreign_keys = OFF",
    "ignore_check_constraints = ON",
    f"cache_size = -{_CACHE}",
)


@contextmanager
def alone(connection: Connection) -> Iterator[None]:
    """Write without a journal, and without waiting for the disk: a fault leaves a file that is to be thrown away.

    Every value of a line is checked as it is read and all that it refers to looked up as it is taken, so the tables
    need not check it once more, which takes them longer than all the rest.
    """
    for pragma in _ALONE:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    yield
    for pragma in ("ignore_check_constraints = OFF", "foreign_keys = ON", "locking_mode = NORMAL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("PRAGMA journal_mode = WAL").fetchall()


class Bare:
    """Tables without what slows their filling down: triggers, and the indexes that do not keep rows apart.

    All of it is put on again as it was; where the filling fails, the store is thrown away.
    """

    def __init__(self, connection: Connection) -> None:
        """Take it off."""
        self._connection = connection
        self._triggers = self._taken("trigger", _LINES)
        self._indexes = self._taken("index", _LINES)
        self._ordering = self._taken("index", ("placings", "facets"))

    def _taken(self, kind: str, tables: Iterable[str]) -> list[str]:
        listed = ", ".join(f"'{table}'" for table in tables)
        query = f"""SELECT name, sql FROM sqlite_master WHERE type = '{kind}' AND tbl_name IN ({listed})
            AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY rowid"""
        found = self._connection.execute(query).fetchall()
        for name, _ in found:
            self._connection.execute(f"DROP {kind} {name}")
        return [statement for _, statement in found]

    def index_lines(self, report: Report) -> None:
        """Put the indexes of the lines on again."""
        self._make(self._indexes, report)

    def finish(self, report: Report) -> None:
        """Put the rest on again."""
        self._make(self._ordering, report)
        for statement in self._triggers:
            self._connection.execute(statement)

    def _make(self, statements: Sequence[str], report: Report) -> None:
        """Make indexes, in the middle of a transaction of a connection that has the file for itself."""
        self._connection.commit()
        with _sorting(self._connection) as other:
            for done, statement in enumerate(statements):
                with beating(other, report, "indexing", done, len(statements)):
                    other.execute(statement)
        self._connection.execute("BEGIN IMMEDIATE")


_LINES = tuple(TABLES.values())
_STRICT_TABLES = (3, 37)
"""The first SQLite that knows tables as ours are."""


@contextmanager
def _sorting(connection: Connection) -> Iterator[Connection]:
    """Return a connection that sorts large indexes in files, so that memory does not grow with them.

    Python's own SQLite does, and in several threads; the other one that may be in use sorts in memory alone. Nobody
    else has the file, and it is written without a journal, so nothing hangs on which of them writes it.
    """
    import sqlite3

    path = connection.execute("PRAGMA database_list").fetchone()[2]
    if not path or sqlite3.sqlite_version_info < _STRICT_TABLES:
        yield connection
        return
    connection.execute("PRAGMA locking_mode = NORMAL").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    other = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in _SORTING:
            other.execute(f"PRAGMA {pragma}").fetchall()
        yield other
    finally:
        other.close()
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()


_SORTING = (
    *("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "temp_store = FILE", "threads = 2"),
    f"cache_size = -{_CACHE}",
)


def settle(path: Path) -> None:
    """Wait until the disk holds a finished file."""
    _settle(path, os.O_RDWR)


def settle_name(path: Path) -> None:
    """Wait until the disk holds the name of a file."""
    _settle(path.absolute().parent, os.O_RDONLY)


def _settle(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
