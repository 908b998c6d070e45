"""Every key at one glance: the one table of commands, grouped by place, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.commands.every import by_place
from tui.commands.status import STATUS_KEYS
from tui.render.picker import status_words
from tui.render.spans import BLANK, Block, Line, Role, Sheet, Span, cells, fill, put

_GAP = 3
_MOST_COLUMNS = 6

_LETTERS = "Letters of the status"


def _key_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Name each place with its keys and what they do."""
    groups = [(title, [(command.shown, command.title) for command in commands]) for title, commands in by_place()]
    return [*groups, (_LETTERS, [(key.letter, status_words(key.value)) for key in STATUS_KEYS])]


def keys_sheet(width: int) -> Sheet:
    """Lay the keys out for a width."""
    groups = _key_groups()
    key = max(cells(shown) for _, entries in groups for shown, _ in entries) + 1
    words = max(cells(title) for _, entries in groups for _, title in entries)
    column = min(width, key + words)
    count = max(1, min(_MOST_COLUMNS, (width + _GAP) // (column + _GAP)))
    each = (width - _GAP * (count - 1)) // count
    blocks: list[Block] = []
    for title, entries in groups:
        blocks.append(Block(((put(title, Role.MUTED),),)))
        blocks.append(Block((*_columns(entries, count, key, each), BLANK)))
    return Sheet(blocks)


def _columns(entries: Sequence[tuple[str, str]], count: int, key: int, each: int) -> Iterator[Line]:
    """Put entries side by side, to be read column by column."""
    height = -(-len(entries) // count)
    for y in range(height):
        line: list[Span] = []
        for entry in entries[y::height]:
            if line:
                line.append((" " * _GAP, Role.TEXT))
            shown, title = entry
            line.extend([(fill(put(shown)[0], key), Role.ACCENT), (fill(put(title)[0], each - key), Role.TEXT)])
        yield tuple(line)
