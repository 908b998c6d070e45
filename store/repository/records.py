"""Records: the things of the record one by one, made and mended by hand, and what can be named in their fields."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.records import Edit, Held, Named, NewRecord, Start
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError
from store.repository import adding, beginning, editing, fetch, nearby
from store.repository.connection import guarded, reading
from store.repository.held import held

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.domain.model import Actor


class Records:
    """Things of an open store, to be written by hand. Made by `Repository.records`."""

    def __init__(self, connection: Connection, path: str, *, read_only: bool) -> None:
        self._connection, self._path, self._read_only = connection, path, read_only

    def add(self, new: NewRecord, author: Author) -> Receipt:
        """Put a thing on record. Raises FieldsError, UsageError, BusyError, PlaceError."""
        self._require_writable()
        with guarded(self._path):
            return adding.add(self._connection, new, author)

    def edit(self, wanted: Edit, author: Author) -> Receipt:
        """Mend a thing. Raises FieldsError, UsageError where nothing would change, ConflictError, BusyError."""
        self._require_writable()
        with guarded(self._path):
            return editing.edit(self._connection, wanted, author)

    def held(self, label: str) -> Held:
        """Find a thing as it stands now, or a report by its place (000:5, R1@000:5). Raises UnknownError, UsageError.

        Of a statement that was mended it is the newest one.
        """
        with guarded(self._path), reading(self._connection):
            return held(self._connection, label)

    def start(self, kind: str, about: str = "") -> Start:
        """Say what a new thing begins with, given what is highlighted. Raises UsageError for an unknown kind."""
        with guarded(self._path), reading(self._connection):
            return beginning.start(self._connection, kind, about)

    def near(self, kinds: Sequence[str], text: str) -> list[Named]:
        """List things of some kinds whose labels or words begin with a text, a few at most."""
        with guarded(self._path):
            return nearby.near(self._connection, kinds, text)

    def units(self, text: str) -> list[Named]:
        """List units that the record counts in and that begin with a text, a few at most."""
        with guarded(self._path):
            return nearby.units(self._connection, text)

    def actors(self) -> dict[str, Actor]:
        """List every actor by code."""
        with guarded(self._path):
            return fetch.actors(self._connection)

    def published(self, source: str) -> date | None:
        """Return the day on which a source was published; None where there is no such source."""
        with guarded(self._path):
            found = fetch.sources(self._connection, [source])
        return found[source].published if source in found else None

    def _require_writable(self) -> None:
        if self._read_only:
            raise PlaceError(f"{self._path} is open read-only: nothing was changed")
