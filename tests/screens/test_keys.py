"""Every key of the table does what help says, on Latin and on Cyrillic layouts, and by mouse."""

from __future__ import annotations

from datetime import date

import pytest
from textual.binding import Binding

from tests.screens.conftest import LARGE, MIDDLE, SMALL, Desk, Opener
from tui.commands.board import COMMANDS
from tui.commands.command import Where, bindings
from tui.commands.inbox import inbox_bindings
from tui.commands.status import STATUS_KEYS
from tui.commands.view import view_bindings
from tui.layouts import twins
from tui.panes.edges import Clickable
from tui.render.frame import Pane
from tui.screens.help import HelpScreen


def keys_of(found: list[Binding]) -> list[str]:
    return [key for binding in found for key in binding.key.split(",")]


def test_no_key_means_two_things_in_one_place() -> None:
    everywhere = bindings(COMMANDS, Where.BOARD, Where.DESK, Where.ANYWHERE)
    in_lists = bindings(COMMANDS, Where.LIST, Where.ANYWHERE)
    for found in (
        [*everywhere, *bindings(COMMANDS, Where.LIST), *bindings(COMMANDS, Where.OWED)],
        [*inbox_bindings(Where.INBOX), *in_lists],
        [*inbox_bindings(Where.INBOX, Where.ITEM), *in_lists],
        [*view_bindings(), *in_lists],
    ):
        keys = keys_of(found)
        assert len(keys) == len(set(keys))


def test_status_letters_differ_on_every_layout() -> None:
    chars = [char for key in STATUS_KEYS for char in (key.letter, *twins(key.letter))]
    assert len(chars) == len(set(chars))


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_panes_are_reached_by_number_and_by_tab(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        assert d.pane(Pane.OWED).has_focus
        for pane in Pane:
            await d.press(str(pane.number))
            assert d.pane(pane).has_focus
        for pane in Pane:
            await d.press("tab")
            assert d.pane(pane).has_focus
        await d.press("shift+tab")
        assert d.pane(Pane.EVIDENCE).has_focus


@pytest.mark.parametrize(
    ("down", "up", "last", "first"), [("j", "k", "G", "g"), ("о", "л", "П", "п"), ("down", "up", "end", "home")]
)
async def test_cursor_moves(desk: Opener, down: str, up: str, last: str, first: str) -> None:
    async with desk() as d:
        labels = [stop.label for stop in d.owed.sheet.stops]
        await d.press(down, down)
        assert d.owed.label == labels[2]
        assert d.board.evidence.subject == labels[2]
        await d.press(up)
        assert d.owed.label == labels[1]
        await d.press(last)
        assert d.owed.label == labels[-1]
        await d.press(first)
        assert d.owed.label == labels[0]
        await d.press("pagedown")
        assert d.owed.cursor > 3
        await d.press("pageup")
        assert d.owed.cursor == 0


async def test_evidence_follows_every_pane(desk: Opener) -> None:
    async with desk() as d:
        await d.press("1", "j")
        assert d.board.evidence.subject == "R2"
        assert d.board.evidence.round is not None
        await d.press("3", "j")
        assert d.board.evidence.subject == "G1"
        await d.press("5")
        assert d.board.evidence.subject == d.pane(Pane.CHANGES).label


async def test_enter_opens_the_evidence_and_escape_returns_step_by_step(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("enter")
        assert d.pane(Pane.EVIDENCE).has_focus
        assert d.pane(Pane.EVIDENCE).size.width > 110
        assert "receiving 78 in return" in d.text
        label = d.pane(Pane.EVIDENCE).label
        await d.press("enter")
        assert d.board.evidence.subject == label
        await d.press("escape")
        assert d.board.evidence.subject == "C10"
        await d.press("escape")
        assert d.owed.has_focus
        assert d.owed.label == "C10"
        await d.press("escape", "escape")
        assert d.app.is_running


@pytest.mark.parametrize(("slash", "text"), [("slash", "remains"), ("full_stop", "Remains"), ("ctrl+f", "remains")])
async def test_filter_is_live_counted_and_cleared_by_escape(desk: Opener, slash: str, text: str) -> None:
    async with desk() as d:
        rows = len(d.owed.sheet.stops)
        await d.press(slash)
        await d.type(text[:4])
        assert {stop.label for stop in d.owed.sheet.stops} == {"C09", "C10", "C14"}
        await d.type(text[4:])
        await d.press("enter")
        assert d.owed.has_focus
        assert f"3 of 16 · /{text}" in d.text
        await d.press("j")
        kept = d.owed.label
        await d.press("escape")
        assert len(d.owed.sheet.stops) == rows
        assert d.owed.label == kept


async def test_filter_that_finds_nothing_says_how_to_leave(desk: Opener) -> None:
    async with desk() as d:
        await d.press("slash")
        await d.type("zzz")
        assert "Nothing matches “zzz”. Esc clears the filter." in d.text
        await d.press("escape")
        assert d.owed.has_focus
        assert len(d.owed.sheet.stops) == 16


@pytest.mark.parametrize("key", ["v", "м"])
async def test_reading_changes_what_is_owed_and_what_blocks(desk: Opener, key: str) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press(key, key)
        assert d.board.reading.name == "RU"
        assert d.owed.label == "C10"
        gate = d.board.outlook.gate
        assert gate is not None
        assert "C10" not in gate.blockers
        assert "C05" in gate.blockers
        assert "RU’s reading" in d.lines[0]
        assert "not owed on this reading" in d.text
        await d.press(key)
        gate = d.board.outlook.gate
        assert gate is not None
        assert d.board.reading.name == "UA"
        assert "C10" in gate.blockers
        await d.press(key)
        assert d.board.reading.name == "strict"


def border_colour(d: Desk) -> str:
    """Return the colour of the border of the obligations."""
    corner = next(iter(d.owed.render_lines(d.owed.outer_size.region)[0]))
    assert corner.style is not None
    assert corner.style.color is not None
    return corner.style.color.get_truecolor().hex


@pytest.mark.parametrize(
    ("earlier", "later", "latest"),
    [("less_than_sign", "greater_than_sign", "T"), ("left_square_bracket", "right_square_bracket", "T"),
     ("Б", "Ю", "Е"), ("х", "ъ", "Е"), ("х", "ї", "Е")],
)  # fmt: skip
async def test_days_step_back_and_forth_and_list_what_changed(
    desk: Opener, earlier: str, later: str, latest: str
) -> None:
    async with desk() as d:
        await d.onto("C09")
        await d.press(earlier)
        assert d.board.moment.day == date(2025, 6, 23)
        assert "AS OF 23 Jun 2025 · read only" in d.lines[0]
        assert border_colour(d) == "#e3b65b"
        assert d.owed.label == "C09"
        await d.press(earlier)
        assert d.board.moment.day == date(2025, 6, 2)
        await d.press(later, later)
        assert d.board.moment.latest
        assert border_colour(d) == "#7ab8f0"
        assert "since 23 Jun 2025" in d.text
        assert any(change.label == "C09" for change in d.board.changes)
        await d.press(later)
        assert d.told[-1] == "This is the newest evidence."
        await d.press(earlier, earlier, latest)
        assert d.board.moment.latest
        assert d.board.changes_since == date(2025, 6, 2)


async def test_a_day_can_be_typed_with_an_echo(desk: Opener) -> None:
    async with desk() as d:
        await d.press("t", "ctrl+u")
        await d.type("2025-06-0")
        assert "not a day yet" in d.text
        await d.type("2")
        assert "= Mon 2 Jun 2025, 23 days before the newest evidence" in d.text
        await d.press("enter")
        assert d.board.moment.day == date(2025, 6, 2)
        await d.press("t", "escape", "T")
        assert d.board.moment.latest


async def test_copy_puts_a_line_with_its_source_on_the_clipboard(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("y")
        assert "C10 Remains of soldiers, UA→RU: partial ?, 78 of 6,000" in d.app.clipboard
        assert "000:5" in d.app.clipboard
        await d.press("1", "y")
        assert "R1 First round: held, 16 May 2025" in d.app.clipboard


async def test_zoom_gives_the_pane_the_screen_and_takes_it_back(desk: Opener) -> None:
    async with desk() as d:
        await d.press("3", "plus")
        assert d.pane(Pane.NEXT).size.height > 30
        await d.press("1")
        assert d.pane(Pane.ROUNDS).size.height > 30
        await d.press("escape")
        assert d.pane(Pane.ROUNDS).size.height < 30
        await d.press("plus", "plus")
        assert d.pane(Pane.ROUNDS).size.height < 30


@pytest.mark.parametrize("key", ["q", "й", "ctrl+q"])
async def test_quit(desk: Opener, key: str) -> None:
    async with desk() as d:
        await d.pilot.press(key)
        await d.until(lambda: not d.app.is_running)
        assert d.app.return_code == 0


async def test_ctrl_q_leaves_also_from_picker_prompt_and_help(desk: Opener) -> None:
    for keys in (("space",), ("slash",), ("question_mark",), ("ctrl+p",)):
        async with desk() as d:
            await d.press(*keys)
            await d.pilot.press("ctrl+q")
            await d.until(lambda d=d: not d.app.is_running)  # type: ignore[misc]


async def test_ctrl_c_hints(desk: Opener) -> None:
    async with desk() as d:
        await d.press("ctrl+c")
        assert d.app.is_running
        assert "q quits" in d.told[-1]


async def test_reload_reads_again(desk: Opener) -> None:
    async with desk() as d:
        before = d.board
        await d.press("r")
        assert d.board == before


async def test_mouse_moves_opens_and_presses_keys_of_the_footer(desk: Opener) -> None:
    async with desk() as d:
        await d.pilot.click("#owed", offset=(10, 4))
        await d.rest()
        assert d.owed.cursor == 2
        await d.pilot.click("#rounds", offset=(5, 1))
        await d.rest()
        assert d.pane(Pane.ROUNDS).has_focus
        assert d.board.evidence.subject == "R1"
        footer = d.app.screen.query_one("#footer", Clickable)
        x = d.lines[-1].index("? help")
        await d.pilot.click(footer, offset=(x + 1, 0))
        await d.rest()
        assert isinstance(d.app.screen, HelpScreen)


async def test_twins_in_the_picker(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "в", "о")
        assert "delivered" in d.row("C10")
        await d.press("г")
        assert "partial" in d.row("C10")
        await d.press("Г")
        assert "delivered" in d.row("C10")
