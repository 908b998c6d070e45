"""The commands of the ledger."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("next_ledger", ("n", "tab"), "n", "next", "the ledger of the next commitment on the board", Where.LEDGER,
            weight=2, in_palette=False),
    Command("previous_ledger", ("N", "shift+tab"), "N", "previous", "the ledger of the commitment before",
            Where.LEDGER, weight=4, in_palette=False),
    Command("column_left", ("left",), "← →", "column", "mark the figure in the column to the left; {} to the right",
            Where.LEDGER, weight=13, in_palette=False, names=(("column_right", "→"),)),
    Command("column_right", ("right",), "→", "column right", "mark the figure in the column to the right",
            Where.LEDGER, in_palette=False),
)  # fmt: skip
