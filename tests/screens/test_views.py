"""What every view has: it opens over the board, follows its day, is narrowed by words, and is left again."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.requests import Author, NewJudgement
from store.domain.words import Aspect
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, NOW, SMALL, Desk, Opener
from tui.render.spans import Block, Role, Sheet
from tui.render.view import narrowed, view_head
from tui.screens.dashboard import Dashboard
from tui.screens.entry import EntryScreen
from tui.screens.journal import JournalScreen


def texts(sheet: Sheet) -> list[str]:
    return ["".join(text for text, _ in sheet.line(y)) for y in range(sheet.height)]


def front(d: Desk) -> object:
    """Return the screen in front."""
    return d.app.screen


def test_words_keep_what_has_them_and_the_headings_above() -> None:
    def block(text: str, label: str = "") -> Block:
        return Block((((text, Role.TEXT),),), label)

    sheet = Sheet([block("May"), block("one pear", "a"), block("June"), block("two Apples", "b"), block("pears", "c")])
    assert texts(narrowed(sheet, "", 40)) == texts(sheet)
    assert texts(narrowed(sheet, "PEAR", 40)) == ["May", "one pear", "June", "pears"]
    assert texts(narrowed(sheet, "apples two", 40)) == ["June", "two Apples"]
    assert [stop.label for stop in narrowed(sheet, "pear", 40).stops] == ["a", "c"]
    assert texts(narrowed(sheet, "plum", 40)) == ["Nothing here has “plum”. Esc shows all."]


def test_first_line_names_the_view_before_there_is_a_board() -> None:
    assert "".join(text for text, _ in view_head("ledger", "c-1", None, 30)).rstrip() == " ledger  c-1"


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_view_opens_is_narrowed_follows_the_day_and_is_left(
    desk: Opener, store: Path, size: tuple[int, int]
) -> None:
    async with desk(size) as d:
        with Repository.open(store) as repository:
            new = NewJudgement("R2", Aspect.ROUND_STATE, "held", "seen")
            repository.judge(new, Author("olena", NOW))
        await d.press("c")
        assert isinstance(d.app.screen, JournalScreen)
        assert "olena" in d.text
        assert d.lines[0].startswith(" changes")
        assert "evidence ends" in d.lines[0] or "days ago" in d.lines[0] or "d ago" in d.lines[0]
        await d.press("slash")
        await d.type("R2 olena")
        assert d.app.screen.lines.sheet.stops[0].label == d.app.screen.lines.label
        assert len(d.app.screen.lines.sheet.stops) == 1
        await d.press("enter", "escape")
        assert not d.app.screen.words
        await d.press("t")
        await d.type("2025-05-20")
        await d.press("enter")
        assert "AS OF" in d.lines[0]
        await d.press("T", "escape")
        assert isinstance(front(d), Dashboard)


async def test_views_lead_on_to_help_evidence_and_board(desk: Opener) -> None:
    async with desk() as d:
        await d.press("space", "p", "enter", "c")
        page = d.app.screen
        assert isinstance(page, JournalScreen)
        assert page.about == "C01"
        await d.press("enter")
        assert isinstance(d.app.screen, EntryScreen)
        assert d.app.screen.about == "C01"
        await d.press("escape")
        await d.press("question_mark")
        assert "In every view" in d.text
        await d.press("escape", "u")
        assert "undo" in d.text
        await d.press("y")
        assert d.told[-1].startswith("Copied: ")
        await d.press("enter", "enter")
        assert isinstance(front(d), Dashboard)
        assert d.app.dashboard is not None
        assert d.app.dashboard.trail.zoomed
        await d.press("escape", "c", "0")
        assert isinstance(front(d), Dashboard)
        await d.press("c", "colon")
        await d.type("R2")
        await d.press("enter")
        assert isinstance(front(d), Dashboard)


async def test_views_open_read_only_and_on_an_empty_screen_change_nothing(desk: Opener) -> None:
    async with desk(read_only=True) as d:
        await d.press("c", "u")
        assert isinstance(d.app.screen, JournalScreen)
        assert "read-only" in d.told[-1]
        await d.pilot.resize_terminal(30, 8)
        await d.rest()
        assert "40" in d.text
        await d.press("c", "0")
        assert isinstance(front(d), Dashboard)
