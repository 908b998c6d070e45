"""The door to SQLite: opening, guarding, and the one way to write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

try:  # its own SQLite lies outside the range with the WAL-reset corruption; the system's may lie inside
    from pysqlite3 import dbapi2 as sqlite
except ImportError:
    import sqlite3 as sqlite

from store.errors import BusyError, PlaceError, StoreError
from store.migrations.steps import BESIDE, STEPS

TYPE_CHECKING = False  # as in typing, which --version has no time to load
if TYPE_CHECKING:
    from sqlite3 import Connection

IntegrityError = sqlite.IntegrityError
"""What SQLite raises when rows break a rule of the tables."""
LOCK_TIMEOUT = 10.0
"""Seconds that a write waits for other processes before it gives up."""

_SLASH = ord("/")
_STATEMENTS = 512
"""How many prepared statements are kept; each text of a statement is prepared once."""
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF", "cell_size_check = ON")


def engine_version() -> str:
    """Name the SQLite that is in use and where it comes from: "3.53.4 (pysqlite3)"."""
    return f"{sqlite.sqlite_version} ({sqlite.__name__.partition('.')[0]})"


@contextmanager
def guarded(path: str) -> Iterator[None]:
    """Turn what SQLite raises into errors fit to show."""
    try:
        yield
    except sqlite.Error as error:
        raise _shown(path, error) from error
    except ValueError as error:  # a stored word or day that the tables would never have taken
        raise StoreError(f"{path} is damaged ({error}): restore it from a copy") from error


def _shown(path: str, error: Exception) -> Exception:
    text = str(error)
    if "locked" in text or "busy" in text:
        return BusyError(f"{path} is being written by another process; try again in a moment")
    if "readonly" in text or "attempt to write" in text:
        return PlaceError(f"{path} cannot be written: check the permissions of the file and its folder")
    if "disk is full" in text or "disk I/O" in text:
        return PlaceError(f"{path} cannot be written: {text}; nothing was saved, make room and try again")
    if "unable to open" in text:
        return PlaceError(f"{path} cannot be opened: check that the file and its folder exist and are yours")
    if "not a database" in text or "malformed" in text:
        return StoreError(f"{path} is damaged or no store of talks-tui ({text}); restore it from a copy")
    return StoreError(f"{path} could not be read or written: {text}")


_CACHE, _ROOM = "cache_size = -512", "cache_size = -8192"
"""How much of an open store SQLite keeps for itself, in KiB, when it is read and while much is written at once."""


def connect(path: str, *, read_only: bool) -> Connection:
    """Open an existing store and check that it is one and that we know its schema. Raises PlaceError, StoreError."""
    require_file(path)
    with guarded(path):
        connection = _open(path, read_only=read_only)
        try:
            _check_schema(connection, path, read_only=read_only)
            connection.execute(f"PRAGMA {_CACHE}")
        except BaseException:
            connection.close()
            raise
    return connection


def require_file(path: str) -> None:
    """Check that there is a file that can be read. Raises PlaceError."""
    if os.path.isdir(path):
        raise PlaceError(f"{path} is a folder: name a file in it")
    if not os.path.exists(path):
        raise PlaceError(f"there is no store at {path}: `talks-tui new {path}` makes one")
    if not os.access(path, os.R_OK):
        raise PlaceError(f"{path} cannot be read: check its permissions")


def _open(path: str, *, read_only: bool) -> Connection:
    if not read_only:
        return _configure(
            sqlite.connect(
                path, timeout=LOCK_TIMEOUT, isolation_level=None, cached_statements=_STATEMENTS, check_same_thread=False
            ),
            read_only=False,
        )
    whole = os.path.abspath(path)
    unwritten = not os.path.exists(f"{whole}-wal") and not os.access(os.path.dirname(whole), os.W_OK)
    mode = "immutable=1" if unwritten else "mode=ro"
    uri = f"file:{_quoted(whole)}?{mode}"
    return _configure(
        sqlite.connect(
            uri,
            timeout=LOCK_TIMEOUT,
            isolation_level=None,
            uri=True,
            cached_statements=_STATEMENTS,
            check_same_thread=False,
        ),
        read_only=True,
    )


def _connected(place: str, *, uri: bool = False) -> Connection:
    """Connect. A connection may be handed to another thread; only one at a time may use it."""
    connection: Connection = sqlite.connect(
        place, timeout=LOCK_TIMEOUT, isolation_level=None, uri=uri, cached_statements=_STATEMENTS,
        check_same_thread=False,
    )  # fmt: skip
    return connection


def _quoted(path: str) -> str:
    """Write a path so that nothing in it has a meaning of its own in an address."""
    return "".join("/" if byte == _SLASH else f"%{byte:02X}" for byte in os.fsencode(path))


def _configure(connection: Connection, *, read_only: bool) -> Connection:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    connection.row_factory = sqlite.Row
    return connection


def _check_schema(connection: Connection, path: str, *, read_only: bool) -> None:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "_sqlite_migrations" not in tables:
        raise StoreError(f"{path} is no store of talks-tui: name another file, or `talks-tui new PATH` makes one")
    applied = _applied(connection)
    if not applied:
        raise StoreError(f"{path} is no store of talks-tui: name another file, or `talks-tui new PATH` makes one")
    newer = sorted(applied - set(STEPS))
    if newer:
        raise StoreError(f"{path} was written by a newer talks-tui (it holds step {newer[-1]}): update talks-tui")
    if applied != set(STEPS):
        if read_only:
            raise StoreError(f"{path} was written by an older talks-tui: open it once without --read-only")
        migrate(connection)


def migrate(connection: Connection) -> None:
    """Apply what is pending and fill what is derived, in one transaction that other first launches wait for."""
    from store.migrations.apply import apply_pending
    from store.repository.derived import rebuild

    with writing(connection):
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        applied = _applied(connection) if "_sqlite_migrations" in tables else set()
        apply_pending(connection)
        if set(STEPS) - applied - set(BESIDE):
            rebuild(connection)


def _applied(connection: Connection) -> set[str]:
    """Name the steps that a store went through."""
    query = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'talks'"
    return {row[0] for row in connection.execute(query)}


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """Let everything that is read together come from one state of the store, whoever writes meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """Run one write as one transaction that holds the lock from its first statement: all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    # rows name the journal entry that wrote them, and the entry is written last, when it can say what is
    connection.execute("PRAGMA defer_foreign_keys = ON")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
    else:
        if connection.in_transaction:
            connection.commit()


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Give SQLite more memory while much is written at once."""
    connection.execute(f"PRAGMA {_ROOM}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA {_CACHE}")


def build(path: str) -> Connection:
    """Make a new, empty store at a path that nobody else uses yet; only its owner may read it."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with guarded(path):
        connection: Connection = sqlite.connect(path, timeout=LOCK_TIMEOUT, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        _configure(connection, read_only=False)
        migrate(connection)
    return connection
