"""The repository: an open store that answers with values and takes new facts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError
from store.repository.answers import Answers
from store.repository.connection import connect, guarded, reading, roomy

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from store.domain.redating import NewDay, Redating
    from store.domain.requests import Author, NewClaim, NewJudgement, Receipt
    from store.reading.lexicon import Entry
    from store.repository.archive import Archive
    from store.repository.inbox import Inbox
    from store.repository.progress import Part, Report
    from store.repository.records import Records


class Repository(Answers):
    """An open store that is read and takes new facts."""

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

    def judge(self, judgement: NewJudgement, author: Author) -> Receipt:
        """Append a judgement. Raises UnknownError, UsageError, ConflictError, BusyError, PlaceError."""
        from store.repository import writing

        self.require_writable()
        with guarded(self.path):
            return writing.judge(self._connection, judgement, author, self._memory)

    def ready_to_judge(self, label: str) -> None:
        """Read ahead what a judgement on a commitment asks for first. Raises StoreError, BusyError."""
        from store.repository import states, writing  # noqa: F401 - all that a write needs
        from store.repository.meetings import standings

        with guarded(self.path), reading(self._connection):
            self._memory.refresh(self._connection)
            standings(states.settled(self._connection, memory=self._memory), [label])

    def claim(self, claim: NewClaim, author: Author) -> Receipt:
        """Append a claim. Raises UnknownError, UsageError, BusyError, PlaceError."""
        from store.repository import writing

        self.require_writable()
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

        self.require_writable()
        with guarded(self.path):
            return redating.redate(self._connection, new, author)

    def undo(self, author: Author) -> Receipt:
        """Undo the author's last write. Raises UnknownError when there is nothing to undo."""
        from store.repository import writing

        self.require_writable()
        with guarded(self.path):
            return writing.undo(self._connection, author)

    def redo(self, author: Author) -> Receipt:
        """Redo what the author undid last. Raises UnknownError when there is nothing to redo."""
        from store.repository import writing

        self.require_writable()
        with guarded(self.path):
            return writing.redo(self._connection, author)

    @property
    def inbox(self) -> Inbox:
        """The articles that were read and what is proposed from them."""
        from store.repository.inbox import Inbox  # nothing of reading is loaded before it is asked for

        return Inbox(self._connection, self.path, read_only=self.read_only)

    @property
    def archive(self) -> Archive:
        """The sources and the journal, for those who look things up and take entries back."""
        from store.repository.archive import Archive  # most commands look nothing up

        return Archive(self._connection, self.path, self.settled, read_only=self.read_only)

    @property
    def records(self) -> Records:
        """The things of the record as they are made and mended by hand."""
        from store.repository.records import Records  # most who open a store write nothing by hand

        return Records(self._connection, self.path, read_only=self.read_only)

    def vocabulary(self, *, taught: bool = False) -> list[Entry]:
        """List the words of the store that the reader knows: its actors and what people added, or only the latter."""
        from store.repository import vocabulary

        with guarded(self.path):
            return (vocabulary.taught if taught else vocabulary.vocabulary)(self._connection)

    def teach(self, entry: Entry, author: Author) -> Receipt:
        """Add words that the reader shall know. Raises UsageError."""
        from store.repository import vocabulary

        self.require_writable()
        with guarded(self.path):
            return vocabulary.teach(self._connection, entry, author)

    def import_lines(self, lines: Iterable[str], name: str, author: Author, *, save: bool = True) -> Receipt | None:
        """Import lines of the record, all or none; with `save` False they are only checked. Raises RecordError."""
        from store.repository.progress import Part

        return self.import_parts([Part(name, lines)], author, save=save)

    def import_parts(
        self, parts: Sequence[Part], author: Author, *, save: bool = True, report: Report | None = None
    ) -> Receipt | None:
        """Import the lines of several files together, all or none, telling `report` how it goes on."""
        from store.repository.importing import CHECK, import_lines

        self.require_writable()
        with guarded(self.path), roomy(self._connection):
            return import_lines(self._connection, parts, author, "import" if save else CHECK, report)

    def require_writable(self) -> None:
        """See that the store can be written. Raises PlaceError."""
        if self.read_only:
            raise PlaceError(f"{self.path} is open read-only: nothing was changed")
