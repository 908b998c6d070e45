"""What opens over the board: help, palette, the line at the foot; and the keys offered there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.screens.conftest import MIDDLE, Opener
from tui.commands.every import COMMANDS
from tui.commands.footer import NOTHING_TO_STEP_THROUGH
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


async def test_themes_are_opened_from_the_palette(desk: Opener) -> None:
    async with desk() as d:
        await d.press("ctrl+p")
        await d.type("choose a theme")
        await d.press("enter")
        assert "dark words on light" in d.text


async def test_palette_offers_only_evidence_that_there_is(desk: Opener) -> None:
    async with desk() as d:
        for words in ("zzzq", "x99"):
            await d.press("ctrl+p")
            await d.type(words)
            assert "show the evidence of" not in d.text
            assert f"Nothing is called “{words}”." in d.text
            await d.press("enter", "escape")
        await d.press("ctrl+p")
        await d.type("x05")
        assert "show the evidence of x05" in d.text


@pytest.mark.parametrize("size", [MIDDLE, (60, 18), (40, 10)])
async def test_typing_replaces_the_day_shown_and_a_bad_one_is_refused_in_place(
    desk: Opener, size: tuple[int, int]
) -> None:
    async with desk(size) as d:
        await d.press("t")
        assert d.app.screen.query_one("#answer", Input).size.width >= 12
        await d.type("2025-06-2x")
        await d.press("enter")
        assert d.board.moment.latest
        assert "2025-06-2x" in d.lines[-1]
        assert "not a day: write" in d.lines[-1]
        await d.press("backspace")
        assert "not a day: write" not in d.lines[-1]
        await d.type("3")
        await d.press("enter")
        assert d.board.moment.day == date(2025, 6, 23)
        assert not d.app.screen.query("#prompt")
        await d.press("t")
        await d.type("zzz")
        await d.press("enter", "escape")
        assert d.board.moment.day == date(2025, 6, 23)
        assert not d.app.screen.query("#prompt")


async def test_footer_offers_what_can_be_done_in_the_full_evidence(desk: Opener) -> None:
    async with desk() as d:
        assert "⏎ evidence" in d.lines[-1]
        assert "Esc back" not in d.lines[-1]
        await d.press("enter")
        assert "⏎ evidence" not in d.lines[-1]
        assert "Esc back" in d.lines[-1]
        await d.press("escape")
        assert "Esc back" not in d.lines[-1]


async def test_empty_store_offers_what_can_be_done(desk: Opener, empty_path: Path) -> None:
    async with desk(path=empty_path) as d:
        assert d.lines[-1].split() == ["?", "help", "q", "quit", ":", "palette", "i", "inbox"]
        for key in ("t", "less_than_sign", "greater_than_sign"):
            await d.press(key)
            assert d.told[-1] == NOTHING_TO_STEP_THROUGH
        assert not d.app.screen.query("#prompt")
