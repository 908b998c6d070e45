"""The inbox of an open store: articles that were read, what is proposed from each, and what becomes of it.

`repository.inbox` hands it out. Items are values: take them from `reading`, hand them back to change them. Whoever
hands back an item that somebody else changed meanwhile gets a ConflictError, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError, UsageError
from store.reading.record.inbox import Accepted, Item, Opened, Preview, Reading
from store.repository import accepting, items, kept, previewing
from store.repository.connection import guarded, reading

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.reading.proposals import ArticleReading, Content, Said


class Waiting:
    """What can be done with single items, which none of it makes facts."""

    def __init__(self, connection: Connection, path: str, *, read_only: bool) -> None:
        """Wrap the connection of a repository; use `Repository.inbox`."""
        self._connection, self._path, self._read_only = connection, path, read_only

    def drop(self, item: Item) -> None:
        """Put an item aside. Raises ConflictError."""
        self._change(items.drop, item)

    def restore(self, item: Item) -> None:
        """Let a dropped item wait again. Raises ConflictError."""
        self._change(items.restore, item)

    def split(self, item: Item) -> None:
        """Make two items of one that goes both ways. Raises UsageError, ConflictError."""
        self._change(items.split, item)

    def join(self, item: Item) -> None:
        """Undo the split that an item is a half of. Raises UsageError, ConflictError."""
        self._change(items.join, item)

    def edit(self, item: Item, content: Content, said: Said | None = None) -> None:
        """Change what an item says, and who says it where that is given. Raises UsageError, ConflictError."""
        self._require_writable()
        with guarded(self._path):
            items.edit(self._connection, item, content, said)

    def link(self, item: Item, label: str | None) -> None:
        """Say what an item is about: a label, `new`, or None for what it is matched with. Raises UnknownError."""
        self._require_writable()
        with guarded(self._path):
            items.link(self._connection, item, label)

    def _change(self, how: items.Change, item: Item) -> None:
        self._require_writable()
        with guarded(self._path):
            how(self._connection, item)

    def _require_writable(self) -> None:
        if self._read_only:
            raise PlaceError(f"{self._path} is open read-only: nothing was changed")


class Inbox(Waiting):
    """What waits to be accepted. Use it from the thread of its repository."""

    def keep(self, found: ArticleReading, fingerprint: str, author: Author) -> Reading:
        """Put what was read into the inbox; `again` says that this text was in it, `source` that it is on record."""
        self._require_writable()
        with guarded(self._path):
            return kept.keep(self._connection, found, fingerprint, author)

    def readings(self) -> list[Reading]:
        """List the articles that were read, the newest first, with how many items of each stand where."""
        with guarded(self._path), reading(self._connection):
            return kept.inbox(self._connection)

    def reading(self, number: int) -> Opened:
        """Fetch an article with its items, each matched with the record as it is now. Raises UnknownError."""
        with guarded(self._path), reading(self._connection):
            return kept.opened(self._connection, number)

    def same_as(self, number: int, source: str | None) -> None:
        """Say which source on record goes back to the same report as a reading. Raises UnknownError, UsageError."""
        self._require_writable()
        with guarded(self._path):
            items.same_as(self._connection, number, source)

    def accept(self, chosen: Sequence[Item], author: Author) -> Accepted:
        """Write items of one article into the record: one journal entry, undone as a whole.

        Raises UsageError where an item lacks what a line of the record needs, ConflictError, RecordError.
        """
        self._require_writable()
        with guarded(self._path):
            return accepting.accept(self._connection, chosen, author)

    def take_back(self, item: Item, author: Author, *, whole: bool = False) -> Accepted:
        """Take one accepted item out of the record again; with `whole`, also what was accepted with it.

        Raises ConflictError.
        """
        self._require_writable()
        with guarded(self._path):
            return accepting.take_back(self._connection, item, author, whole=whole)

    def preview(self, chosen: Sequence[Item], author: Author) -> Preview:
        """Say what accepting items would change on the board; nothing is kept. Raises what `accept` raises."""
        self._require_writable()
        with guarded(self._path):
            return previewing.preview(self._connection, chosen, author)


def named_items(opened: Opened, numbers: Sequence[str]) -> list[Item]:
    """Find items by their numbers, whatever the case. Raises UsageError for one that is not there."""
    known = {item.number.casefold(): item for item in opened.items}
    found = {}
    for number in numbers:
        item = known.get(number.strip().casefold())
        if item is None:
            there = ", ".join(one.number for one in opened.items) or "none"
            raise UsageError(f"there is no item {number.strip()} in this reading; it holds: {there}")
        found[item.id] = item
    return list(found.values())
