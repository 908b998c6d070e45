"""Commands on the sources and the journal: listing the one, taking back entries of the other."""

from __future__ import annotations

from datetime import date

from store.domain.requests import Author, BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import JournalFilter
from store.errors import ConflictError, UsageError
from tui.commandline.opening import open_store, query_of, say_written
from tui.wording import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.domain.journal import JournalEntry
    from store.repository import Repository
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings
    from tui.report.lines import Line


def sources(asked: Asked, around: Surroundings) -> int:
    """Print the sources, or one with its facts. Raises UnknownError."""
    from tui.report import sources as report

    with open_store(asked, around) as repository:
        query: BoardQuery = query_of(asked, around, repository)
        if asked.label is None:
            shelf = repository.archive.sources(query)
            text, lines = report.shelf_text, report.shelf_lines
            return _print(asked, around, text(shelf, ascii_only=not around.unicode), lines(shelf))
        opened = repository.archive.source(asked.label.strip(), query)
    text_of, lines_of = report.source_text, report.source_lines
    return _print(asked, around, text_of(opened, ascii_only=not around.unicode), lines_of(opened))


def _print(asked: Asked, around: Surroundings, text: str, lines: Iterable[Line]) -> int:
    if asked.json:
        around.say(text)
    else:
        from tui.report.paint import paint

        paint(lines, around)
    return 0


def chosen(asked: Asked, around: Surroundings, repository: Repository, about: str | None) -> list[JournalEntry]:
    """Read the newest entries of some person or days, one more than are to be printed. Raises UsageError."""
    first, last = _days(asked, around)
    wanted = JournalFilter(asked.person, about, first, last)
    return list(repository.archive.page(wanted, asked.limit + 1).entries)


def _days(asked: Asked, around: Surroundings) -> tuple[date | None, date | None]:
    from tui.days import read_days

    if asked.on is not None and asked.since is not None:
        raise UsageError("--on does not go with --since: name the days by the one or the other")
    typed = asked.on if asked.on is not None else asked.since
    if typed is None:
        return None, None
    read = read_days(typed, around.today)
    if read.refusal:
        raise UsageError(read.refusal)
    return (read.first, read.last) if asked.on is not None else (read.first or read.last, None)


def undo_entry(asked: Asked, around: Surroundings, author: Author) -> int:
    """Print what taking an entry back changes, and take it back unless it is only tried.

    Raises UnknownError, UsageError, and ConflictError where something rests on the entry.
    """
    number = _number(asked.entry)
    with open_store(asked, around) as repository:
        found = repository.archive.turning(number, author)
        if found.obstacles and not asked.dry_run:
            repository.archive.turn(number, author, found)
        from tui.report.paint import paint
        from tui.report.sources import turning_lines

        paint(turning_lines(found), around)
        around.out.flush()
        if asked.dry_run:
            if found.obstacles:
                raise ConflictError(f"entry {number} cannot be taken back; nothing was changed (--dry-run)")
            around.say("nothing was saved (--dry-run)")
            return 0
        receipt = repository.archive.turn(number, author, found)
    say_written(receipt.sentence, asked, around, back="redo" if found.action == "undo" else "undo")
    return 0


def _number(typed: str | None) -> int:
    text = (typed or "").strip().removeprefix("#")
    if not text:
        raise UsageError("--dry-run needs an entry: talks-tui undo 12 --dry-run")
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(2**62)):
        raise UsageError(f"'{safe(text)}' is no entry: write its number, as talks-tui log prints it")
    return int(text)
