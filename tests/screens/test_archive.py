"""The sources and the changes by keys: chosen from, opened, an entry taken back after a look at what that changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from store.domain.requests import Author, NewJudgement
from store.domain.words import Aspect
from store.repository import Repository
from tests.screens.conftest import LARGE, NOW, SMALL, Desk, Opener
from tests.store.accepted import accept
from tests.store.articles import REMAINS as SWAPPED
from tests.store.articles import TEXT, article, kept, proposal
from tests.store.records import line
from tui.days import read_days
from tui.screens.dashboard import Dashboard
from tui.screens.entry import EntryScreen
from tui.screens.journal import JournalScreen
from tui.screens.source import SourceScreen
from tui.screens.sources import SourcesScreen
from tui.screens.turning import TurningScreen

HOSTILE = "\x1b]52;c;aGFja2Vk\x07[/] [@click=app.quit]x \u202egnp"


Kind = TypeVar("Kind")


def the(desk: Desk, kind: type[Kind]) -> Kind:
    """Return the screen in front, which is of a kind."""
    screen: object = desk.app.screen
    assert isinstance(screen, kind)
    return screen


def judged(store: Path, who: str, about: str, value: str) -> int:
    with Repository.open(store) as repository:
        return repository.judge(NewJudgement(about, Aspect.DELIVERY, value, "seen"), Author(who, NOW)).entry.id


async def test_changes_are_chosen_from_opened_and_taken_back(desk: Opener, store: Path) -> None:
    first = judged(store, "olena", "C10", "stalled")
    judged(store, "olena", "C10", "delivered")
    judged(store, "petro", "C09", "stalled")
    async with desk() as d:
        await d.press("c", "w")
        await d.type("zz")
        assert "nobody" in d.lines[-1]
        await d.press("enter")
        assert "nobody called 'zz'" in d.lines[-1]
        await d.press("ctrl+u")
        await d.type("ol")
        assert "= olena" in d.lines[-1]
        await d.press("enter", "o")
        await d.type("c10")
        assert "= C10" in d.lines[-1]
        await d.press("enter")
        page = the(d, JournalScreen)
        assert "by olena · of C10 · 2" in d.lines[0]
        await d.press("d")
        await d.type("nonsense")
        await d.press("enter")
        assert "not a day" in d.lines[-1]
        await d.press("ctrl+u")
        await d.type("since 2026-11-20")
        await d.press("enter")
        assert "since 20 Nov 2026" in d.lines[0]
        await d.press("escape", "o")
        await d.type("nothing")
        await d.press("enter")
        assert "nothing called" in d.lines[-1]
        await d.press("escape", "escape")
        assert "by olena · 2" in d.lines[0]
        await d.press("escape", "g", "j", "j")
        assert page.lines.label == str(first)
        await d.press("x")
        the(d, TurningScreen)
        assert "cannot be taken back" in d.text
        await d.press("y")
        the(d, TurningScreen)
        await d.press("n", "enter")
        the(d, EntryScreen)
        assert "supersedes the judgement" in d.text
        await d.press("G", "enter")
        entry = the(d, EntryScreen)
        assert entry.number == first + 1
        await d.press("x")
        assert "Remains" in d.text
        await d.press("enter")
        assert "undone entry 3" in d.told[-1]
        assert d.app.screen is entry
        assert "undone" in d.text
        assert d.row("C10")
        await d.press("escape", "x", "escape", "x", "y")
        assert "undone entry 2" in d.told[-1]
        await d.press("escape", "g", "x", "y")
        assert "put back entry 2" in d.told[-1]
        await d.press("g", "enter", "e")
        the(d, Dashboard)
        assert d.board.evidence.subject == "C10"


async def test_further_entries_come_as_the_cursor_comes_near(
    desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        judged(store, "olena", "C10", ("stalled", "refused")[number % 2])
    monkeypatch.setattr("tui.screens.journal.STRETCH", 4)
    monkeypatch.setattr("tui.screens.journal._AHEAD", 2)
    async with desk() as d:
        await d.press("c")
        page = the(d, JournalScreen)
        assert "newest 4" in d.lines[0]
        await d.press("G", "G", "G")
        assert page.value is not None
        assert [entry.id for entry in page.value.entries] == list(range(10, 0, -1))
        assert not page.value.more
        await d.press("x")
        assert "began with" in d.text
        await d.press("enter", "r", "j")
        assert page.lines.label == "1"
        assert len(page.value.entries) == 10


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_sources_are_listed_grouped_opened_and_corrected(
    desk: Opener, store: Path, size: tuple[int, int]
) -> None:
    with Repository.open(store) as repository:
        kept(repository)
        accept(repository, "X1", "D1")
        kept(repository, proposal("X1", SWAPPED), about=article(f"{HOSTILE}\n{TEXT}", date(2025, 6, 28)))
        repository.inbox.accept(repository.inbox.reading(2).items, Author("olena", NOW))
        repository.import_lines(
            [line("source", "zz", title=HOSTILE, publisher=HOSTILE, origin=HOSTILE, published="2025-06-01",
                  basis="stated")], "h", Author("olena", NOW),
        )  # fmt: skip
    async with desk(size) as d:
        await d.press("s")
        the(d, SourcesScreen)
        assert "~2 Jun 2025" in d.text
        assert "\x1b" not in d.text
        assert "[@click" in d.text
        await d.press("o")
        assert "by origin" in d.lines[0]
        await d.press("o", "slash")
        await d.type("text hand")
        await d.press("enter", "G", "enter")
        page = the(d, SourceScreen)
        assert page.opened is not None
        assert page.opened.shelved.source.label == "005"
        assert "6,061" in d.text
        assert page.article._own
        before = page.article._own
        await d.press("j")
        assert page.article._own != before
        await d.press("tab", "j", "tab", "y", "d")
        await d.type("2025-06-26")
        await d.press("enter")
        assert page.opened.shelved.source.published == date(2025, 6, 26)
        await d.press("escape", "g", "enter")
        the(d, SourceScreen)
        assert "\x1b" not in d.text
        await d.press("escape", "escape", "G", "enter")
        assert "holds no text" in d.text
        await d.press("t")
        await d.type("2025-05-21")
        await d.press("enter")
        assert "not known yet" in d.text
        assert the(d, SourceScreen).opened is None
        await d.press("d", "tab", "y", "T")
        assert "holds no text" in d.text
        await d.press("enter")
        the(d, Dashboard)


async def test_views_of_a_closed_store_and_a_small_screen_change_nothing(desk: Opener, store: Path) -> None:
    judged(store, "olena", "C10", "stalled")
    async with desk(read_only=True) as d:
        await d.press("c", "x")
        assert "read-only" in d.text
        await d.press("y", "escape", "0", "s", "d")
        assert "read-only" in d.told[-1]
        await d.press("enter", "d")
        the(d, SourceScreen)
        await d.pilot.resize_terminal(30, 8)
        await d.press("d", "x", "enter", "0", "c", "x")
        the(d, JournalScreen)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("since 2026-11-20", "2026-11-20", None),
        ("2026-11-01/2026-11-15", "2026-11-01", "2026-11-15"),
        ("../2026-11-15", None, "2026-11-15"),
        ("2026-11-01/..", "2026-11-01", None),
    ],
)
def test_days_of_writing_are_read(typed: str, first: str | None, last: str | None) -> None:
    read = read_days(typed, NOW.date())
    assert not read.refusal
    assert [day and day.isoformat() for day in (read.first, read.last)] == [first, last]
    assert read.words


@pytest.mark.parametrize("typed", ["", "  ", "nonsense", "2026-13-40", "2026-11-15/2026-11-01", "../..", "since", "/"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert read_days(typed, NOW.date()).refusal
