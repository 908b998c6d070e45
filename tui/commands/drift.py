"""The commands of the drift."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("earlier_round", ("left",), "← →", "round", "go to the round before; {} goes back", Where.DRIFT, weight=2,
            in_palette=False, names=(("later_round", "→"),)),
    Command("later_round", ("right",), "→", "later round", "go to the round after", Where.DRIFT, in_palette=False),
)  # fmt: skip
