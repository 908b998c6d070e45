"""The command for the words that the reader knows of a store: its actors, and what people taught."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError, UsageError
from store.reading.lexicon import Entry
from tui.commandline.opening import author_of, open_store, say_written
from tui.wording import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings
    from tui.report.lines import Line

ADD = "add"
_PARTS = 4


def words(asked: Asked, around: Surroundings) -> int:
    """List the words, or add some. Raises UsageError, UnknownError for a kind that has none."""
    asked_for: Sequence[str] = asked.what
    if asked_for and asked_for[0] == ADD:
        return _add(asked_for, asked, around)
    if len(asked_for) > 1:
        raise UsageError("words lists one kind at a time: talks-tui words actor; `words add KIND WORDS MEANING` adds")
    with open_store(asked, around) as repository:
        entries, taught = repository.vocabulary(), set(repository.vocabulary(taught=True))
    shown = [(entry, "  added" if entry in taught else "") for entry in entries]
    if asked_for:
        shown = _of_kind(asked_for[0], shown)
    from tui.report.paint import paint

    paint(_lines(shown), around)
    return 0


def _of_kind(kind: str, shown: list[tuple[Entry, str]]) -> list[tuple[Entry, str]]:
    """Return the words of one kind, those shipped with the program first. Raises UnknownError where there are none."""
    from store.reading.lexicon import shipped

    known = shipped()
    found = [(entry, "  shipped") for entry in known.entries.values() if entry.kind == kind]
    found += [one for one in shown if one[0].kind == kind]
    if not found:
        raise UnknownError(f"there are no words of kind '{safe(kind)}'; there are {', '.join(known.kinds)}")
    return found


def _add(given: Sequence[str], asked: Asked, around: Surroundings) -> int:
    if len(given) != _PARTS:
        raise UsageError("adding takes a kind, words and their meaning: words add unit POW prisoner/prisoners")
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        receipt = repository.teach(Entry(*given[1:]), author)
    say_written(receipt.sentence, asked, around)
    return 0


def _lines(shown: Sequence[tuple[Entry, str]]) -> Iterator[Line]:
    from tui.report.lines import Style, line

    for entry, where in shown:
        yield line(
            (f"{entry.kind:<8}", Style.FAINT),
            entry.words,
            (f" = {entry.meaning}", Style.FAINT),
            (where, Style.FAINT),
            hang=10,
        )
