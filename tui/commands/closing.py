"""What closes that which a command opened: the keys of the command itself, and q."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commands.board import COMMANDS
from tui.layouts import twins

if TYPE_CHECKING:
    from tui.commands.command import Command


def opener(command: str) -> Command:
    """Find a command of the dashboard by its name."""
    return next(one for one in COMMANDS if one.id == command)


def closing(command: str) -> frozenset[str]:
    """Return the names of the keys, on every layout, that close what a command of the dashboard opened."""
    keys = ("q", *opener(command).keys)
    return frozenset((*keys, *(twin for key in keys for twin in twins(key))))
