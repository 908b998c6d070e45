"""Every key of every command in the table is pressed in its place and has its effect. A new command needs an entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pressing import hurried, send, settle
from tests.screens.conftest import LARGE, Desk, Opener
from tests.screens.walking import Entry, how_it_is
from tests.screens.walks_views import ENDS, IN_VIEWS, REGISTRY
from tui.commands.command import Command, Where
from tui.commands.every import COMMANDS
from tui.personal import Personal
from tui.screens.dashboard import Dashboard


def by_place(place: Where) -> list[Command]:
    """List the commands of a place in the order of the registry."""
    order = list(REGISTRY.get(place, {}))
    return sorted((c for c in COMMANDS if c.where is place and c.id in order), key=lambda c: order.index(c.id))


async def press(d: Desk, *keys: str) -> None:
    """Press keys, each once the one before is done."""
    for key in keys:
        send(d.app, key)
        await settle(d.app, d.pilot)


async def home(d: Desk) -> None:
    """Go back to the board as it opens, on the first obligation, whatever is in front."""
    for _ in range(12):
        screen = d.app.screen
        if isinstance(screen, Dashboard) and screen.over is None and not screen.trail.zoomed and not screen.working:
            break
        await press(d, "escape")
    assert isinstance(d.app.screen, Dashboard)
    await press(d, "escape")
    if not d.board.moment.latest:
        await press(d, "T")
    while d.board.reading.name != "strict":
        await press(d, "v")
    if not d.owed.has_focus:
        await press(d, "2")
    if d.owed.cursor:
        await press(d, "g")


async def give(d: Desk, command: Command, entry: Entry, key: str, *, over: tuple[str, ...] = ()) -> None:
    """Go where a command can be given, press one of its keys, and check what holds; without a key use the palette."""
    await home(d)
    await press(d, *entry.way, *over)
    was = how_it_is(d)
    assert not entry.holds(d, was), f"{command.id} holds before its key is pressed"
    if key:
        await press(d, key)
    else:
        await press(d, "colon", *(char if char != " " else "space" for char in command.title), "enter")
    assert entry.holds(d, was), f"{command.id} by {key or 'the palette'}: {d.told[-1:]}\n{d.text}"


def test_every_command_has_an_entry() -> None:
    table = {(command.where, command.id) for command in COMMANDS}
    walked = {(place, command) for place, entries in REGISTRY.items() for command in entries} | ENDS
    assert table - walked == set(), "add to tests/screens/walks_*.py how to get there and what holds after"
    assert walked - table == set(), "these are no commands any more"


@pytest.mark.parametrize("place", [Where.DESK, Where.BOARD, Where.OWED, Where.LIST])
async def test_keys_of_the_board(desk: Opener, place: Where) -> None:
    with hurried():
        async with desk(LARGE) as d:
            for command in by_place(place):
                for key in command.keys or ("",):
                    await give(d, command, REGISTRY[place][command.id], key)


async def test_keys_of_views(desk: Opener, tmp_path: Path) -> None:
    with hurried():
        async with desk(LARGE) as d:
            d.app.find_personal = lambda: Personal(tmp_path / "state")
            for place, entries in REGISTRY.items():
                if place in _VIEWS:
                    for command in by_place(place):
                        for key in command.keys:
                            await give(d, command, entries[command.id], key)
            for command in by_place(Where.DESK):
                if command.id in IN_VIEWS:
                    over = ("n",) if command.id == "journal" else ("c",)
                    await give(d, command, IN_VIEWS[command.id], command.keys[0], over=over)


_VIEWS = set(Where) - {Where.DESK, Where.BOARD, Where.OWED, Where.LIST, Where.ANYWHERE, Where.INBOX, Where.ITEM}
"""The places that are views."""


async def test_keys_of_the_inbox(desk: Opener, filled: Path) -> None:
    with hurried():
        async with desk(LARGE) as d:
            await press(d, "i")  # the first time it opens the article itself
            for place in (Where.INBOX, Where.ITEM):
                for command in by_place(place):
                    await give(d, command, REGISTRY[place][command.id], command.keys[0])


@pytest.mark.parametrize(("place", "command"), sorted(ENDS))
async def test_keys_that_leave(desk: Opener, place: Where, command: str) -> None:
    for key in next(c for c in COMMANDS if (c.where, c.id) == (place, command)).keys:
        async with desk() as d:
            send(d.app, key)
            await d.until(lambda d=d: not d.app.is_running)  # type: ignore[misc]
