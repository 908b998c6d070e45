"""The inbox by keys: what is listed and shown, the way through it, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, SMALL, Opener
from tests.screens.inboxes import dispatch, mark_of, onto, opened, page, shows, states
from tui.screens.dashboard import Dashboard
from tui.screens.items import ItemsScreen
from tui.screens.readings import ReadingsScreen


async def test_empty_inbox_says_how_to_fill_it_and_escape_goes_back(desk: Opener) -> None:
    async with desk() as d:
        await d.press("i")
        assert "Nothing was read yet. r reads an article here" in d.text
        assert "talks-tui read FILE" in d.text
        await d.press("escape")
        assert shows(d, Dashboard)
        await d.press("ш")
        assert shows(d, ReadingsScreen)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE, (60, 18), (40, 10)])
async def test_articles_are_listed_and_one_is_opened(desk: Opener, store: Path, size: tuple[int, int]) -> None:
    dispatch(store, "01", "02")
    async with desk(size) as d:
        await d.press("i")
        for reading in (1, 2):
            assert f"{len(opened(store, reading).items)} waiting" in " ".join(d.text.split())
        await d.press("j", "enter")
        assert shows(d, ItemsScreen)
        assert "FLASH" in d.lines[0]
        assert "R1" in d.text
        assert d.lines[-1].strip().startswith("? help")
        await d.press("escape")
        assert shows(d, ReadingsScreen)


async def test_single_article_is_opened_at_once_and_the_place_is_found_again(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        assert shows(d, ItemsScreen)
        await onto(d, "X1")
        await d.press("i")
        assert shows(d, Dashboard)
        await d.press("i")
        assert page(d).items.label == "X1"
        await d.press("escape")
        assert shows(d, ReadingsScreen)
        await d.press("escape", "i")
        assert shows(d, ReadingsScreen)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_words_match_speaker_rule_and_effect_of_an_item_are_shown(
    desk: Opener, filled: Path, size: tuple[int, int]
) -> None:
    async with desk(size) as d:
        await d.press("i")
        await onto(d, "X1")
        assert mark_of(d) == "By now 6,061 sets of remains went home, the spokesman said."
        assert "differs: C09 6,060 → 6,061" in d.text
        assert "who    Dmitry Peskov (Kremlin), paraphrase · line 3" in d.text
        assert "why    rule: of the tests" in d.text
        await d.until(lambda: "reckoning" not in d.text)
        assert "C09 6,060 → 6,061" in d.lines[-6] + d.lines[-7] + d.lines[-8]
        assert "R3 stays gated" in d.text


async def test_two_articles_do_not_mix(desk: Opener, store: Path) -> None:
    dispatch(store, "01", "02")
    async with desk() as d:
        await d.press("i", "enter")
        await onto(d, "X1")
        assert "1,000 remains" in d.text
        await d.press("a", "escape", "j", "enter")
        assert page(d).number == 1
        assert "1,000 remains" not in d.text
        assert set(states(store, 1).values()) == {"waiting"}
        assert states(store, 2)["X1"] == "accepted"


async def test_read_only_store_shows_the_inbox_and_changes_nothing(desk: Opener, filled: Path) -> None:
    async with desk(read_only=True) as d:
        await d.press("i")
        assert "open read-only: nothing can be accepted" in d.text
        for key in ("a", "x", "e", "A", "l", "s", "U", "o"):
            await d.press(key)
            assert "read-only" in d.told[-1]
        await d.press("r")
        assert "read-only" in d.told[-1]
    assert set(states(filled).values()) == {"waiting"}


async def test_keys_of_the_board_do_nothing_to_it_from_here(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        before = d.board.reading
        await d.press("i", "v", "t", "2", "d", "w", "slash", "less_than_sign", "plus", "y")
        assert shows(d, ItemsScreen)
        assert d.board.reading == before
        assert len(d.app.screen_stack) == 3


async def test_help_lists_the_keys_of_the_inbox_first(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i", "question_mark")
        assert "In the inbox" in d.text
        assert "accept what is highlighted" in d.text
        await d.press("escape")
        assert shows(d, ItemsScreen)


async def test_tab_moves_to_the_text_and_keys_scroll_it(desk: Opener, store: Path) -> None:
    dispatch(store, "05")
    async with desk(SMALL) as d:
        await d.press("i", "tab")
        assert page(d).article.has_focus
        before = page(d).article.top
        await d.press("j", "j")
        assert page(d).article.top == before + 2
        await d.press("tab")
        assert page(d).items.has_focus


async def test_mouse_moves_and_the_footer_can_be_clicked(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        y = next(y for y, line in enumerate(d.lines) if " X1 " in line)
        await d.pilot.click(offset=(10, y))
        await d.rest()
        assert page(d).items.label == "X1"
        await d.pilot.click(offset=(d.lines[-1].index("drop"), len(d.lines) - 1))
        await d.rest()
        assert states(filled)["X1"] == "dropped"


async def test_what_another_program_changes_is_shown(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        with Repository.open(filled) as other:
            other.inbox.drop(next(one for one in other.inbox.reading(1).items if one.number == "C1"))
        await d.until(lambda: "1 dropped" in d.lines[0])
