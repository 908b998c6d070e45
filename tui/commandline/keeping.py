"""Commands that keep the store: its journal, new stores, imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from store.errors import PlaceError, RecordError, UsageError
from store.places import seeds_folder
from store.repository import Repository
from tui.commandline.opening import again, author_of, open_store, path_of
from tui.wording import safe

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.commandline.surroundings import Surroundings

STDIN = "-"
"""The name of standard input among files."""
_LONGEST = 4_000_000
"""Bytes of a line beyond which a file is no record."""


def log(asked: Namespace, around: Surroundings) -> int:
    """Print the journal, newest first. Raises UnknownError for a thing that the record does not hold."""
    with open_store(asked, around) as repository:
        subject = _subject(asked.label, repository, around)
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


def new(asked: Namespace, around: Surroundings) -> int:
    """Make an empty store, or one with the seed record. Raises PlaceError where something is there already."""
    if not asked.path.strip():
        raise UsageError("new needs a path")
    path = path_of(asked.path)
    if not path.parent.is_dir():
        raise PlaceError(f"there is no folder {path.parent}: make it first, or name another place")
    seeds = seeds_folder() if asked.seed else None
    Repository.create(path, author=author_of(asked, around), seeds=seeds).close()
    what = "a new store with the seed record" if asked.seed else "an empty store"
    around.say(f"made {what} at {safe(str(path))}")
    return 0


def import_files(asked: Namespace, around: Surroundings) -> int:
    """Read record lines from files into the store, all or none. Raises PlaceError, RecordError."""
    author = author_of(asked, around)
    if asked.files.count(STDIN) > 1:
        raise UsageError("standard input can be read only once")
    texts = _Texts(asked.files, around)
    with open_store(asked, around) as repository:
        try:
            receipt = repository.import_lines(texts, texts.name, author, save=not asked.dry_run)
        except RecordError as error:
            raise RecordError([texts.placed(problem) for problem in error.problems]) from None
    if receipt is None:
        around.say(f"{safe(texts.name)}: every line can be imported; nothing was saved (--dry-run)")
    else:
        around.say(safe(f"{receipt.sentence} · {again('undo', asked)}"))
    return 0


class _Texts(Iterable[str]):
    """The lines of several files, one after the other, that remembers where each file began."""

    def __init__(self, files: Sequence[str], around: Surroundings) -> None:
        self._files, self._around = files, around
        self._begins: list[tuple[int, str]] = []
        self.name = ", ".join("standard input" if file == STDIN else safe(file) for file in files)

    def __iter__(self) -> Iterator[str]:
        count = 0
        for file in self._files:
            self._begins.append((count, "standard input" if file == STDIN else safe(file)))
            for text in _lines(file, self._around):
                count += 1
                yield text

    def placed(self, problem: str) -> str:
        """Say a problem of the lines as a whole with its own file and line."""
        match = re.match(rf"{re.escape(self.name)}:(\d+)", problem)
        if match is None:
            return problem
        number = int(match[1])
        begin, file = [place for place in self._begins if place[0] < number][-1]
        return f"{file}:{number - begin}{problem[match.end() :]}"


def _lines(file: str, around: Surroundings) -> Iterator[str]:
    """Read the lines of a file. Raises PlaceError where it cannot be read, RecordError where it is no text."""
    if file == STDIN:
        yield from _decoded(getattr(around.typed, "buffer", around.typed), "standard input")
        return
    try:
        with path_of(file).open("rb") as stream:
            yield from _decoded(stream, file)
    except OSError as error:
        raise PlaceError(f"{file} cannot be read: {error.strerror or error}; nothing was imported") from None


def _decoded(stream: IO[Any], file: str) -> Iterator[str]:
    number = 0
    while raw := stream.readline(_LONGEST):
        number += 1
        if len(raw) >= _LONGEST:
            raise RecordError([f"{file}:{number}: the line is too long for a record"])
        try:
            yield raw if isinstance(raw, str) else raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise RecordError([f"{file}:{number}: this is no UTF-8 text"]) from None
