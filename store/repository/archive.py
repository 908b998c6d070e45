"""The archive of an open store: its sources, and its journal, any entry of which can be taken back.

`repository.archive` hands it out. A preview handed back says what its author has seen: where taking the entry back
comes to something else by then, that is a ConflictError, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from store.domain.library import Shelf
from store.domain.requests import Author, BoardQuery, Receipt
from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import EntryOpened, JournalFilter, JournalPage, Turning
from store.errors import PlaceError
from store.repository import journaled, turning
from store.repository.connection import guarded, reading

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.reading.record.shelved import SourceOpened
    from store.repository.progress import Report
    from store.repository.rebuilding import Rebuilt
    from store.repository.setting import Setting

Reading = Callable[[BoardQuery], AbstractContextManager["Setting"]]
"""Settles a query, and lets all that is read for it come from one state of the store."""


class Archive:
    """What is on record and how it came there. Use it from the thread of its repository."""

    def __init__(self, connection: Connection, path: str, settled: Reading, *, read_only: bool) -> None:
        """Wrap the connection of a repository; use `Repository.archive`."""
        self._connection, self._path, self._settled, self._read_only = connection, path, settled, read_only

    def sources(self, query: BoardQuery) -> Shelf:
        """List the sources, newest first, with how much rests on each. Raises UnknownError."""
        from store.repository import library

        with self._settled(query) as setting:
            return library.shelf(setting)

    def source(self, label: str, query: BoardQuery) -> SourceOpened:
        """Fetch one source with its facts and its text. Raises UnknownError, UsageError."""
        from store.repository import library

        with self._settled(query) as setting:
            return library.opened(setting, label)

    def page(self, wanted: JournalFilter, limit: int, before: int | None = None) -> JournalPage:
        """Read a stretch of the journal, newest first. Raises UnknownError for a person or thing it does not know."""
        with guarded(self._path), reading(self._connection):
            return journaled.page(self._connection, wanted, limit, before)

    def label(self, about: str) -> str:
        """Spell the label of a thing as the record does. Raises UnknownError."""
        with guarded(self._path), reading(self._connection):
            return journaled.label_of(self._connection, about.strip())

    def entry(self, number: int) -> EntryOpened:
        """Read one entry with what it wrote and what rests on it. Raises UnknownError."""
        with guarded(self._path), reading(self._connection):
            return journaled.opened(self._connection, number)

    def turning(self, number: int, author: Author) -> Turning:
        """Say what taking an entry back would change; nothing is kept. Raises UnknownError, UsageError, BusyError."""
        self._require_writable()
        with guarded(self._path):
            return turning.preview(self._connection, number, author)

    def turn(self, number: int, author: Author, seen: Turning | None = None) -> Receipt:
        """Take an entry back: undo it, or put back what it undid.

        Raises UnknownError, UsageError; ConflictError where something rests on it, or where it is not as seen.
        """
        self._require_writable()
        with guarded(self._path):
            return turning.turn(self._connection, number, author, seen)

    def rebuild(self, report: Report | None = None) -> Rebuilt:
        """Reckon anew all that is kept beside the record. Raises PlaceError, BusyError."""
        from store.repository import rebuilding  # hardly ever asked for

        self._require_writable()
        with guarded(self._path):
            return rebuilding.rebuild(self._connection, report)

    def _require_writable(self) -> None:
        if self._read_only:
            raise PlaceError(f"{self._path} is open read-only: nothing was changed")
