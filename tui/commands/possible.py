"""Which commands can be given where the person is: what the palette offers, and what can be done with a thing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.commands.command import Command, Where
from tui.commands.every import COMMANDS
from tui.commands.footer import Situation, offered

_MOVING = ("next_pane", "previous_pane", "palette", "quit_now")
"""Commands that nobody looks for by name."""
_OF_THE_APP = ("reload", "theme")
"""Commands of the board that do the same wherever they are given."""
_WITH_THINGS = ("open", "copy", "copy_menu", "windows", "redate")
"""Commands for all kinds of things that are highlighted."""


def on_the_board(now: Situation) -> list[Command]:
    """List what can be done on the dashboard as things stand."""
    places = (Where.OWED, Where.LIST, Where.BOARD, Where.DESK, Where.ANYWHERE)
    situation = now._replace(empty=False)
    return [
        command
        for command in COMMANDS
        if command.where in places and command.in_palette and offered(command, situation)
        and not (now.read_only and command.id in _WRITING)
    ]  # fmt: skip


def in_a_view(place: Where, *, past: bool, read_only: bool, writes: Collection[str] = ()) -> list[Command]:
    """List what can be done in a view: its own commands first, then those of every view, then the shared ones."""
    closed = {*writes, "undo", "redo"} if past or read_only else set()
    own = [command for command in COMMANDS if command.where is place]
    every = [command for command in COMMANDS if command.where is Where.VIEW and command not in own]
    shared = [
        command
        for command in COMMANDS
        if (command.where is Where.DESK and command.in_palette) or command.id in _OF_THE_APP
    ]
    return [
        command
        for command in (*own, *every, *shared)
        if command.id not in closed and command.id not in _MOVING and (command.id != "latest" or past)
    ]


def with_the_thing(possible: Sequence[Command], *places: Where) -> list[Command]:
    """Pick from what can be done what is done with the thing that is highlighted."""
    return [
        command
        for command in possible
        if command.keys and (command.where in places or command.id in _WITH_THINGS)
    ]  # fmt: skip


_WRITING = ("import", "rebuild", "redate")
"""Commands that a store open read-only refuses, beside those that the footer leaves out already."""
