"""The commands of the list of kept filters."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("open", ("enter",), "⏎", "apply", "show the board with the filter", Where.FILTERS, weight=1,
            in_palette=False),
    Command("keep", ("s",), "s", "keep this one", "keep the filter of the board under a name", Where.FILTERS, weight=2,
            in_palette=False),
    Command("drop", ("x",), "x", "let go", "let go of the filter, after a question", Where.FILTERS, weight=4,
            in_palette=False),
)  # fmt: skip
