"""The commands that open a view, from the dashboard and from every other view."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("journal", ("c",), "c", "changes", "what was written into the store: who, when, what it was before",
            Where.DESK, weight=16),
)  # fmt: skip
