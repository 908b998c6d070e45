"""Help and palette: what opens over the whole board."""

from __future__ import annotations

import pytest

from tests.screens.conftest import Opener
from tui.commands import COMMANDS
from tui.render.frame import Pane
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen


@pytest.mark.parametrize("key", ["question_mark", "f1", "comma"])
async def test_help_begins_with_the_pane_and_can_be_searched(desk: Opener, key: str) -> None:
    async with desk() as d:
        await d.press(key)
        assert isinstance(d.app.screen, HelpScreen)
        lines = [line for line in d.lines if "On an obligation" in line or "Everywhere" in line]
        assert "On an obligation" in lines[0]
        await d.press("slash")
        await d.type("undone")
        assert "do again what was undone" in d.text
        assert "leave; everything" not in d.text
        await d.press("escape")
        assert len(d.app.screen_stack) == 1
        await d.press(key, "q")
        assert len(d.app.screen_stack) == 1
        assert d.app.is_running


async def test_help_names_every_key(desk: Opener) -> None:
    async with desk((200, 90)) as d:
        await d.press("question_mark")
        listing = d.app.screen.query_one("#lines")
        shown = "\n".join("".join(text for text, _ in listing.sheet.line(y)) for y in range(listing.sheet.height))  # type: ignore[attr-defined]
        for command in COMMANDS:
            if command.keys:
                assert command.shown in shown
                assert command.help.split()[0] in shown


@pytest.mark.parametrize("key", ["ctrl+p", "colon", "Ж"])
async def test_palette_goes_to_commitments_rounds_and_commands(desk: Opener, key: str) -> None:
    async with desk() as d:
        await d.press(key)
        assert isinstance(d.app.screen, PaletteScreen)
        await d.type("c14")
        await d.press("enter")
        assert d.owed.label == "C14"
        await d.press(key)
        await d.type("second")
        await d.press("enter")
        assert d.pane(Pane.ROUNDS).label == "R2"
        await d.press(key)
        await d.type("reading")
        await d.press("enter")
        assert d.board.reading.name == "common"
        await d.press(key)
        await d.type("x05")
        await d.press("enter")
        assert d.board.evidence.subject.upper() == "X05"


async def test_theme_turns_from_the_palette(desk: Opener) -> None:
    async with desk() as d:
        await d.press("ctrl+p")
        await d.type("dark and light")
        await d.press("enter")
        assert d.app.theme == "talks-light"
