"""Filters with terms, orders, marks, kept filters and the search: each by its keys."""

from __future__ import annotations

from pathlib import Path

from textual.widget import Widget

from store.domain.model import Actor
from store.domain.words import ActorKind, Role
from store.repository import Repository
from tests.screens.conftest import SMALL, Desk, Opener
from tui.panes.choices import ChoicePicker
from tui.panes.prompt import Prompt
from tui.render.filtering import FilterReader
from tui.render.finding import excerpt, marked
from tui.screens.base import BoardScreen
from tui.screens.dashboard import Dashboard
from tui.screens.finding import FindScreen
from tui.screens.kept import KeptScreen


def over(d: Desk) -> Widget | None:
    """Return what is open over the board."""
    assert isinstance(d.app.screen, BoardScreen)
    return d.app.screen.over


async def test_terms_are_typed_completed_refused_and_kept_under_a_name(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await d.press("slash")
        await d.type("kind:re")
        prompt = over(d)
        assert isinstance(prompt, Prompt)
        assert "Tab remains" in d.lines[-1]
        assert "/k" not in d.text, "what is not whole yet leaves the list as it was"
        await d.press("tab")
        assert prompt.text == "kind:remains "
        assert [row.label for row in d.board.page.rows] == ["C10", "C09", "C14"]
        await d.type("status:opne")
        assert "did you mean open?" in d.lines[-1]
        assert d.board.page.filter == "kind:remains"
        await d.press("enter")
        assert "did you mean open?" in d.lines[-1], "a wrong filter is not taken"
        await d.press(*["backspace"] * 4)
        await d.type("open")
        await d.press("enter")
        assert "1 of 16 · /kind:remains status:open" in d.text
        await d.press("S", "x", "enter", "s")
        await d.type("dead")
        await d.press("enter")
        page = d.app.screen
        assert isinstance(page, KeptScreen)
        assert "kind:remains status:open  by anna" in d.text
        assert d.told[-1] == "kept as “dead”: kind:remains status:open"
        await d.press("escape", "escape", "S", "enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.board.page.filter == "kind:remains status:open"
        await d.press("t")
        await d.type("2025-06-23")
        await d.press("enter")
        assert d.board.page.filter == "kind:remains status:open"
        await d.press("T", "S", "x")
        await d.type("y")
        await d.press("enter")
        assert "No filter is kept yet" in d.text


async def test_order_stays_with_its_row_and_marks_are_changed_in_one_step(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("o")
        assert isinstance(over(d), ChoicePicker)
        await d.press("n")
        assert d.owed.label == "C10"
        assert "news ↑" in d.text
        assert "Owed, open" not in d.text
        await d.press("o", "n")
        assert "news ↓" in d.text
        first = d.board.page.rows[0].label
        await d.press("o", "o", "o", "escape")
        assert d.board.page.rows[-1].label == first
        await d.press("o", "b")
        assert "Owed, open" in d.text
        await d.onto("C01")
        await d.press("m", "m")
        assert "2 marked" in d.text
        assert d.row("C01").startswith("◔+C01")
        await d.press("slash")
        await d.type("children")
        await d.press("enter", "escape")
        assert "2 marked" in d.text, "marks outlive a filter"
        await d.press("space", "s")
        await d.type("no news")
        await d.press("enter")
        assert d.told[-1] == "2 obligations (C01, C02) preparing → stalled · u undoes all"
        assert "marked" not in d.text
        assert "stalled *" in d.row("C01")
        await d.press("u")
        assert "preparing" in d.row("C01")
        assert "preparing" in d.row("C02")
        await d.press("M")
        assert "16 marked" in d.text
        await d.press("M")
        assert "marked" not in d.text
        await d.press("m", "less_than_sign", "space")
        assert "read only" in d.told[-1]
        assert over(d) is None
    with Repository.open(store) as repository:
        assert [entry.action for entry in repository.history(5)] == ["undo", "judge", "begin"]


async def test_search_finds_as_typed_and_goes_there(desk: Opener) -> None:
    async with desk(SMALL) as d:
        await d.press("f")
        page = d.app.screen
        assert isinstance(page, FindScreen)
        assert "Type words" in d.text
        await d.type("REMAINS tran")
        assert "Exchanges · 1" in d.text
        await d.press("enter")
        assert page.about == "E2"
        await d.press("enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.board.evidence.subject == "E2"
        await d.press("escape", "f")
        await d.type("zzz")
        assert "Nothing here has “zzz”" in d.text
        await d.press("escape", "escape")
        await d.press("f", "escape")
        assert isinstance(d.app.screen, Dashboard)


async def test_read_only_stores_apply_filters_and_refuse_changes(desk: Opener) -> None:
    async with desk(read_only=True) as d:
        await d.press("S", "s")
        assert "read-only" in d.told[-1]
        await d.press("escape", "m", "space")
        assert "read-only" in d.told[-1]


def test_found_words_are_marked_and_long_texts_cut_around_them() -> None:
    spans = list(marked("Передано у Щёлкове 78 тіл", ("щелк",)))
    assert [text for text, role in spans if role.value == "warn"] == ["Щёлкове"]
    assert "".join(text for text, _ in spans) == "Передано у Щёлкове 78 тіл"
    long = excerpt("a " * 400 + "needle " + "b " * 400, ("needle",))
    assert "needle" in long
    assert long[0] == long[-1] == "…"
    assert len(long) < 260


async def test_echo_is_safe_and_fits(desk: Opener) -> None:
    async with desk() as d:
        reader = FilterReader(d.board)
        for text in ("", "kind:", "kind:\x1b[31m", "status:" + "x" * 500, 'side:"[/]'):
            line = reader.echo(text, 40)
            assert sum(len(part) for part, _ in line) <= 40
            assert all(part.isprintable() for part, _ in line)
        board = d.board._replace(actors={"X": Actor("X", "[/]", ActorKind.SIDE, Role.PARTY)})
        assert FilterReader(board).completed("owes:x") == "owes:x"
