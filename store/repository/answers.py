"""Answers: an open store asked for values, each from one state of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.domain.typed import TYPE_CHECKING
from store.repository import boards, fetch
from store.repository.connection import guarded, reading
from store.repository.evidence import build_evidence
from store.repository.memory import Memory
from store.repository.setting import Setting, setting_of

if TYPE_CHECKING:
    from sqlite3 import Connection
    from types import TracebackType
    from typing import Self

    from store.domain.board import Board, Evidence, Page, Row
    from store.domain.changes import Change
    from store.domain.journal import JournalEntry
    from store.domain.requests import BoardQuery


class Answers:
    """An open store that is read. Use it from one thread at a time; close it when done (it is a context manager)."""

    def __init__(self, connection: Connection, path: str, *, read_only: bool) -> None:
        """Wrap an open connection; use `open` or `create`."""
        self._connection = connection
        self._memory = Memory()
        self.path = path
        self.read_only = read_only

    def interrupt(self) -> None:
        """Have what is being read end at once with a StoreError. May be called from any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the store."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Hand out the repository itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def board(self, query: BoardQuery) -> Board:
        """Compute the board for a query. Raises UnknownError for an unknown track or reading, StoreError, BusyError."""
        with self.settled(query) as setting:
            return boards.build_board(setting)

    def ground(self, query: BoardQuery) -> Board:
        """Fetch a board with nothing on it: its day, reading, tracks and actors. Raises UnknownError, StoreError."""
        with self.settled(query) as setting:
            return boards.build_ground(setting)

    def outline(self, query: BoardQuery) -> Board:
        """Compute a board's rounds and outlook, without its commitments and totals. Raises UnknownError, StoreError."""
        with self.settled(query) as setting:
            return boards.build_outline(setting)

    def page(self, query: BoardQuery) -> Page:
        """Compute only the page of commitments of a query's board. Raises UnknownError, StoreError, BusyError."""
        with self.settled(query) as setting:
            return boards.build_page(setting)

    def changes(self, query: BoardQuery) -> tuple[Change, ...]:
        """Compute what changed, which a board asked for without its changes leaves out. Raises UnknownError."""
        with self.settled(query) as setting:
            return boards.build_changes(setting)

    def evidence(self, label: str, query: BoardQuery) -> Evidence:
        """Fetch everything known of one thing, by any label. Raises UnknownError."""
        with self.settled(query) as setting:
            return build_evidence(setting, label)

    def rows(self, query: BoardQuery, limit: int | None = None) -> Iterator[Row]:
        """Walk all commitments in the board's order, a stretch at a time."""
        with guarded(self.path):
            with reading(self._connection):
                self._memory.refresh(self._connection)
                setting = setting_of(self._connection, query, self._memory)
            yield from boards.all_rows(setting, limit)

    @contextmanager
    def settled(self, query: BoardQuery) -> Iterator[Setting]:
        """Settle a query, and let all that is read for it come from one state of the store."""
        with guarded(self.path), reading(self._connection):
            self._memory.refresh(self._connection)
            yield setting_of(self._connection, query, self._memory)

    def history(self, limit: int, subject: str | None = None, before: int | None = None) -> list[JournalEntry]:
        """Read the newest journal entries, newest first."""
        with guarded(self.path):
            return fetch.journal(self._connection, limit, subject, before)

    def data_version(self) -> int:
        """Return a number that changes whenever another connection has changed the store."""
        with guarded(self.path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
