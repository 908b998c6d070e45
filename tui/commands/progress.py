"""The commands of the progress chart."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("other_way", ("left", "right"), "← →", "other way", "draw the commitment of the other direction",
            Where.PROGRESS, weight=2, in_palette=False),
)  # fmt: skip
