"""Filling a store that nobody sees yet: what guards it against others and against faults is put off to the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.domain.typed import TYPE_CHECKING
from store.repository.names import TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection

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


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Take the triggers off the tables that lines are saved in, and put the same ones on afterwards.

    The indexes stay on: made of all rows at once they would be sorted in memory, which would grow with the record.
    Where the block raises the triggers stay off.
    """
    listed = ", ".join(f"'{table}'" for table in TABLES.values())
    query = f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({listed}) ORDER BY rowid"
    taken = connection.execute(query).fetchall()
    for name, _ in taken:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in taken:
        connection.execute(statement)


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
