"""Commands that keep the store: its journal, new stores, imports."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError, UsageError
from store.places import seeds_folder
from store.repository import Repository
from store.repository.progress import Part
from tui.commandline.opening import author_of, open_store, path_of, say_written
from tui.commandline.progress import Progress
from tui.recordlines import decoded, lines_of
from tui.wording import safe

if TYPE_CHECKING:
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

STDIN = "-"
"""The name of standard input among files."""


def log(asked: Asked, around: Surroundings) -> int:
    """Print the journal, newest first. Raises UnknownError for a thing that the record does not hold."""
    with open_store(asked, around) as repository:
        subject = _subject(asked.label, repository, around)
        if asked.person is not None or asked.on is not None or asked.since is not None:
            from tui.commandline.archive import chosen

            entries = chosen(asked, around, repository, subject)
        else:
            entries = repository.history(asked.limit + 1, subject)
    more, entries = len(entries) > asked.limit, entries[: asked.limit]
    if asked.json:
        from tui.evidence_json import journal_text

        around.say(journal_text(entries, ascii_only=not around.unicode))
        return 0
    from tui.report.paint import paint
    from tui.report.thing import journal_lines

    paint(journal_lines(entries, more=more), around)
    return 0


def _subject(label: str | None, repository: Repository, around: Surroundings) -> str | None:
    """Spell a label as the record does."""
    if label is None:
        return None
    from store.domain.requests import BoardQuery

    return repository.evidence(label.strip(), BoardQuery(around.today, size=1)).subject


def new(asked: Asked, around: Surroundings) -> int:
    """Make a store: empty, with the seed record, or with the lines of files.

    Raises PlaceError where something is there already or a file cannot be read, RecordError for lines that cannot be
    taken; then nothing is made.
    """
    if not asked.path.strip():
        raise UsageError("new needs a path")
    if asked.seed and asked.files:
        raise UsageError("--seed does not go with files: a store begins with the one or the other")
    path = path_of(asked.path)
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        raise PlaceError(f"there is no folder {folder}: make it first, or name another place")
    seeds = seeds_folder() if asked.seed else None
    files = _Files(asked.files, around)
    with Progress(around, files.size) as progress:
        made = Repository.create(
            path, author=author_of(asked, around), seeds=seeds, parts=files.parts, report=progress
        )  # fmt: skip
    with made:
        what = "a new store with the seed record" if asked.seed else "an empty store"
        if asked.files:
            what = f"a new store with {made.history(1)[0].after}"
    around.say(f"made {what} at {safe(path)}")
    return 0


def import_files(asked: Asked, around: Surroundings) -> int:
    """Read record lines from files into the store, all or none. Raises PlaceError, RecordError."""
    author = author_of(asked, around)
    files = _Files(asked.files, around)
    with open_store(asked, around) as repository, Progress(around, files.size) as progress:
        receipt = repository.import_parts(files.parts, author, save=not asked.dry_run, report=progress)
    if receipt is None:
        around.say(f"{', '.join(part.name for part in files.parts)}: every line can be imported; {_UNSAVED}")
    else:
        say_written(receipt.sentence, asked, around)
    return 0


def rebuild(asked: Asked, around: Surroundings) -> int:
    """Reckon anew what is kept beside the record. Raises PlaceError, BusyError."""
    with open_store(asked, around) as repository, Progress(around, None) as progress:
        done = repository.archive.rebuild(progress)
    around.say(done.sentence)
    return 0


_UNSAVED = "nothing was saved (--dry-run)"


class _Files:
    """Files whose lines are read one after the other, and how much of them was read."""

    def __init__(self, files: Sequence[str], around: Surroundings) -> None:
        if files.count(STDIN) > 1:
            raise UsageError("standard input can be read only once")
        self._around, self._read = around, 0
        self.parts = [Part(_called(file), self._lines(file), lambda: self._read) for file in files]
        self.size = _size(files)
        """How many bytes there are in all; None where that is not known beforehand."""

    def _lines(self, file: str) -> Iterator[str]:
        """Read the lines of a file. Raises PlaceError where it cannot be read, RecordError where it is no text."""
        if file == STDIN:
            typed = getattr(self._around.typed, "buffer", self._around.typed)
            yield from decoded(typed, "standard input", self._count)
            return
        yield from lines_of(path_of(file), file, self._count)

    def _count(self, read: int) -> None:
        self._read += read


def _called(file: str) -> str:
    return "standard input" if file == STDIN else safe(file)


def _size(files: Sequence[str]) -> int | None:
    try:
        return sum(os.stat(path_of(file)).st_size for file in files) if STDIN not in files else None
    except (OSError, PlaceError):
        return None
