"""The repository: an open store that answers with values and takes new facts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError
from store.repository import boards, fetch
from store.repository.connection import connect, guarded, reading, roomy
from store.repository.evidence import build_evidence
from store.repository.memory import Memory
from store.repository.setting import Setting, setting_of

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path
    from sqlite3 import Connection
    from types import TracebackType

    from store.domain.board import Board, Evidence, Page, Row
    from store.domain.changes import Change
    from store.domain.journal import JournalEntry
    from store.domain.redating import NewDay, Redating
    from store.domain.requests import Author, BoardQuery, NewClaim, NewJudgement, Receipt
    from store.repository.progress import Part, Report


class Repository:
    """An open store. Use it from the thread that opened it; close it when done (it is a context manager)."""

    def __init__(self, connection: Connection, path: str, *, read_only: bool) -> None:
        """Wrap an open connection; use `open` or `create`."""
        self._connection = connection
        self._memory = Memory()
        self.path = path
        self.read_only = read_only

    @classmethod
    def open(cls, path: str | PathLike[str], *, read_only: bool = False) -> Repository:
        """Open an existing store. Raises PlaceError, StoreError, BusyError."""
        place = os.fspath(path)
        writable = os.access(place, os.W_OK) and os.access(os.path.dirname(os.path.abspath(place)), os.W_OK)
        closed = read_only or (os.path.isfile(place) and not writable)
        return cls(connect(place, read_only=closed), place, read_only=closed)

    @classmethod
    def create(
        cls,
        path: str | PathLike[str],
        *,
        author: Author,
        seeds: Path | None = None,
        parts: Sequence[Part] = (),
        report: Report | None = None,
    ) -> Repository:
        """Make a new store, filled with the lines of a folder or of parts when they are given, and open it.

        It is built aside and put in place whole, so nobody ever sees half of it. Raises PlaceError when a store is
        already there or its folder cannot be written, RecordError when the lines cannot be taken.
        """
        from store.repository.making import make

        make(path, author, seeds, parts, report)
        return cls.open(path)

    def interrupt(self) -> None:
        """Have what is being read end at once with a StoreError. May be called from any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the store."""
        self._connection.close()

    def __enter__(self) -> Repository:
        """Hand out the repository itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def board(self, query: BoardQuery) -> Board:
        """Compute the board for a query. Raises UnknownError for an unknown track or reading, StoreError, BusyError."""
        with self._reading(query) as setting:
            return boards.build_board(setting)

    def ground(self, query: BoardQuery) -> Board:
        """Fetch a board with nothing on it: its day, reading, tracks and actors. Raises UnknownError, StoreError."""
        with self._reading(query) as setting:
            return boards.build_ground(setting)

    def outline(self, query: BoardQuery) -> Board:
        """Compute a board's rounds and outlook, without its commitments and totals. Raises UnknownError, StoreError."""
        with self._reading(query) as setting:
            return boards.build_outline(setting)

    def page(self, query: BoardQuery) -> Page:
        """Compute only the page of commitments of a query's board. Raises UnknownError, StoreError, BusyError."""
        with self._reading(query) as setting:
            return boards.build_page(setting)

    def changes(self, query: BoardQuery) -> tuple[Change, ...]:
        """Compute what changed, which a board asked for without its changes leaves out. Raises UnknownError."""
        with self._reading(query) as setting:
            return boards.build_changes(setting)

    def evidence(self, label: str, query: BoardQuery) -> Evidence:
        """Fetch everything known of one thing, by any label. Raises UnknownError."""
        with self._reading(query) as setting:
            return build_evidence(setting, label)

    def rows(self, query: BoardQuery, limit: int | None = None) -> Iterator[Row]:
        """Walk all commitments in the board's order, a stretch at a time."""
        with guarded(self.path):
            yield from boards.all_rows(setting_of(self._connection, query), limit)

    @contextmanager
    def _reading(self, query: BoardQuery) -> Iterator[Setting]:
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

    def judge(self, judgement: NewJudgement, author: Author) -> Receipt:
        """Append a judgement. Raises UnknownError, UsageError, ConflictError, BusyError, PlaceError."""
        from store.repository import writing

        self._require_writable()
        with guarded(self.path):
            return writing.judge(self._connection, judgement, author)

    def claim(self, claim: NewClaim, author: Author) -> Receipt:
        """Append a claim. Raises UnknownError, UsageError, BusyError, PlaceError."""
        from store.repository import writing

        self._require_writable()
        with guarded(self.path):
            return writing.claim(self._connection, claim, author)

    def redating(self, new: NewDay) -> Redating:
        """List what a corrected day of publication would move and leave. Raises UnknownError, UsageError."""
        from store.repository import redating

        with guarded(self.path):
            return redating.preview(self._connection, new)

    def redate(self, new: NewDay, author: Author) -> Receipt:
        """Correct a source's day of publication. Raises UnknownError, UsageError, ConflictError, BusyError."""
        from store.repository import redating

        self._require_writable()
        with guarded(self.path):
            return redating.redate(self._connection, new, author)

    def undo(self, author: Author) -> Receipt:
        """Undo the author's last write. Raises UnknownError when there is nothing to undo."""
        from store.repository import writing

        self._require_writable()
        with guarded(self.path):
            return writing.undo(self._connection, author)

    def redo(self, author: Author) -> Receipt:
        """Redo what the author undid last. Raises UnknownError when there is nothing to redo."""
        from store.repository import writing

        self._require_writable()
        with guarded(self.path):
            return writing.redo(self._connection, author)

    def import_lines(self, lines: Iterable[str], name: str, author: Author, *, save: bool = True) -> Receipt | None:
        """Import lines of the record, all or none; with `save` False they are only checked. Raises RecordError."""
        from store.repository.progress import Part

        return self.import_parts([Part(name, lines)], author, save=save)

    def import_parts(
        self, parts: Sequence[Part], author: Author, *, save: bool = True, report: Report | None = None
    ) -> Receipt | None:
        """Import the lines of several files together, all or none, telling `report` how it goes on."""
        from store.repository.importing import CHECK, import_lines

        self._require_writable()
        with guarded(self.path), roomy(self._connection):
            return import_lines(self._connection, parts, author, "import" if save else CHECK, report)

    def _require_writable(self) -> None:
        if self.read_only:
            raise PlaceError(f"{self.path} is open read-only: nothing was changed")
