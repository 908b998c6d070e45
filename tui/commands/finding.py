"""The commands of the search through everything."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("open", ("enter",), "⏎", "go there", "go to what was found", Where.FINDING, weight=1, in_palette=False),
    Command("seek", ("f",), "f", "other words", "look for other words", Where.FINDING, weight=2, in_palette=False),
)  # fmt: skip
