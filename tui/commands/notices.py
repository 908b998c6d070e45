"""The commands of the notices."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("mark_seen", ("m",), "m", "all seen", "mark all of it as seen: from now on only what is newer is new",
            Where.NOTICES, weight=2, in_palette=False),
)  # fmt: skip
