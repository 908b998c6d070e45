"""The kept filters as lines: name, filter, how many it leaves, who kept it."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.typed import TYPE_CHECKING
from tui.commands.chosen import key_words
from tui.render.spans import Block, Line, Role, Sheet, cells, fill, fit, paragraph, put

if TYPE_CHECKING:
    from typing import Protocol

    class Kept(Protocol):
        """A filter under its name."""

        @property
        def name(self) -> str:
            """Its name."""

        @property
        def words(self) -> str:
            """The filter."""

        @property
        def who(self) -> str:
            """Who kept it."""

        @property
        def left(self) -> int | None:
            """How many it leaves; None where it cannot be applied."""

        @property
        def problem(self) -> str:
            """Why it cannot be applied."""


_NAME, _COUNT = 24, 9


def kept_sheet(filters: Sequence[Kept], width: int) -> Sheet:
    """List the filters."""
    if not filters:
        narrows, keeps = key_words("filter", "/"), key_words("keep", "s")
        words = f"No filter is kept yet. Type one with {narrows} on the board, then {keeps} here keeps it under a name."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    name = min(_NAME, max(cells(one.name) for one in filters))
    return Sheet([Block((_line(one, name, width),), one.name) for one in filters])


def _line(one: Kept, name: int, width: int) -> Line:
    count = f"{one.left:,}" if one.left is not None else "–"
    said = put(f"  {one.problem}", Role.BAD) if one.problem else put(f"  by {one.who}", Role.MUTED)
    line: Line = (
        (fill(put(one.name)[0], name), Role.STRONG),
        (fill(count, _COUNT, right=True), Role.ACCENT if one.left else Role.MUTED),
        put(f"  {one.words}"),
        said,
    )
    return fit(line, width)
