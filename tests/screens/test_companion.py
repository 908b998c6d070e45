"""What helps over whatever is in front: help on a thing, copies with their files, the tour, notices, imports."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from store.domain.quantities import exact
from store.domain.requests import Author, NewClaim
from store.domain.words import Strength
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, NOW, SMALL, Desk, Opener
from tests.store.records import BASE, commitment, owed, said
from tui.companion import importing
from tui.personal import Personal
from tui.render.frame import Pane
from tui.screens.about import AboutScreen
from tui.screens.copying import CopyScreen
from tui.screens.dashboard import Dashboard
from tui.screens.keys import KeysScreen
from tui.screens.notices import NoticesScreen
from tui.screens.tour import TourScreen

RECORD = (*BASE, commitment("C1"), owed("o1", "C1"), said("d1", "C1"))


def with_state(d: Desk, folder: Path) -> Personal:
    personal = Personal(folder / "state")
    d.app.find_personal = lambda: personal
    return personal


def sheet_text(d: Desk) -> str:
    """Return all lines of the sheet in front, also those out of sight, in one line."""
    sheet = d.app.screen.query_one("#lines").sheet  # type: ignore[attr-defined]
    return " ".join(" ".join("".join(text for text, _ in sheet.line(y)).split()) for y in range(sheet.height))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_help_explains_what_is_under_the_cursor_in_every_pane_and_view(
    desk: Opener, filled: Path, size: tuple[int, int]
) -> None:
    async with desk(size) as d:
        await d.onto("C10")
        await d.press("H")
        assert isinstance(d.app.screen, AboutScreen)
        text = sheet_text(d)
        for words in (
            "C10 · Remains of soldiers · commitment", "partial: something was handed over, and not all of it",
            "one-sided: one side alone says so", "━ handed over, as a share", "space set how far",
            "? one side alone says so, or it cannot be checked (mark)",
        ):  # fmt: skip
            assert words in text
        assert "nobody gives a figure" not in text
        await d.press("H", "3", "H")
        assert "gated: a side says that it waits" in sheet_text(d)
        assert "‖ gated (round)" in sheet_text(d)
        await d.press("escape", "G", "H")
        assert sheet_text(d)
        await d.press("escape", "2", "4", "G", "H")
        assert "What can be done here" in sheet_text(d)
        await d.press("escape", "5", "H", "escape", "1", "H")
        assert "held: it took place" in sheet_text(d)
        await d.press("escape", "n", "H")
        assert "reply" in sheet_text(d).casefold()
        await d.press("escape", "0", "i", "H")
        assert "waiting: it waits in the inbox" in sheet_text(d)
        await d.press("q", "escape", "H")
        assert "An article that was read into the inbox" in sheet_text(d)
        await d.press("escape", "K")
        assert isinstance(d.app.screen, KeysScreen)


async def test_copies_go_to_the_clipboard_and_into_a_file(desk: Opener, tmp_path: Path) -> None:
    async with desk() as d:
        personal = with_state(d, tmp_path)
        await d.onto("C10")
        await d.press("Y")
        assert isinstance(d.app.screen, CopyScreen)
        label = next(s for s in d.app.screen._copies if s.name == "delivered")
        place = d.app.screen._copies.index(label)
        await d.press(*["j"] * place, "enter")
        assert d.app.clipboard == "78"
        assert personal.copies()[0].text == "78"
        assert d.told[-1] == "Copied: 78"
        d.app.clipboard_deaf = True
        await d.press("c", "escape", "y")
        assert str(personal.newest_copy) in d.told[-1]
        assert "talks-tui copied" in d.told[-1]
        assert "C10" in personal.copies()[0].text
        d.app.put_on_clipboard("x" * 60_000)
        await d.rest()
        assert "too long" in d.told[-1]


async def test_copy_that_cannot_be_kept_is_said(desk: Opener, tmp_path: Path) -> None:
    async with desk() as d:
        (tmp_path / "state").write_text("no folder")
        with_state(d, tmp_path)
        await d.press("y")
        await d.until(lambda: any("could not be kept" in words for words in d.told))


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_tour_points_at_panes_and_comes_by_itself_only_once(
    desk: Opener, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(size) as d:
        personal = with_state(d, tmp_path)
        before = d.pane(Pane.OWED).label
        d.app._greet()
        await d.rest()
        assert not isinstance(d.app.screen, TourScreen)
        d.app.tour_wanted = True
        d.app._greet()
        await d.rest()
        assert isinstance(d.app.screen, TourScreen)
        seen = []
        for key in ("enter", "right", "space", "left", "right", "x", "enter"):
            await d.press(key)
            dashboard = d.app.dashboard
            assert dashboard is not None
            seen.append(dashboard.trail.pane)
        assert set(seen) == {Pane.EVIDENCE, Pane.ROUNDS, Pane.NEXT, Pane.CHANGES}
        box = d.app.screen.query_one("#tour").region
        pane = d.pane(Pane.CHANGES).region
        assert d.app.screen.region.contains_region(box)
        assert box.intersection(pane).area < box.area
        await d.press("escape")
        assert isinstance(d.app.screen, Dashboard)
        assert personal.toured
        assert d.owed.label == before
        d.app._greet()
        await d.rest()
        assert isinstance(d.app.screen, Dashboard)


async def test_what_is_new_is_said_at_the_start_listed_and_marked_as_seen(
    desk: Opener, store: Path, tmp_path: Path
) -> None:
    async with desk() as d:
        with_state(d, tmp_path)
        d.app._greet()
        await d.rest()
        assert d.told == []
    with Repository.open(store) as repository:
        for figure in (79, 80, 81):
            new = NewClaim("C10", "000", "5", Strength.PARAPHRASE, figure=exact(figure), speaks_for="RU")
            repository.claim(new, Author("olena", NOW))
    async with desk() as d:
        with_state(d, tmp_path)
        d.app._greet()
        await d.rest()
        assert d.told == ["since 12:00: 3 claims, gates unchanged · n lists it"]
        await d.press("n")
        assert isinstance(d.app.screen, NoticesScreen)
        assert "3 claims" in d.text
        assert "C12" in d.text
        await d.press("t")
        await d.type("2025-06-02")
        await d.press("enter", "m")
        assert "A day gone by is shown" in d.told[-1]
        assert "3 claims" not in d.text
        await d.press("T", "m")
        await d.until(lambda: "nothing was added" in d.text)
        await d.press("g", "enter")
        assert isinstance(d.app.screen, Dashboard)


async def test_palette_offers_what_can_be_done_here_and_names_its_key_once(desk: Opener) -> None:
    async with desk() as d:
        await d.press("n", "colon")
        await d.type("all seen")
        assert "all seen" in d.text
        await d.press("enter")
        assert "key: m" in d.told
        await d.press("colon")
        await d.type("day of source")
        assert "correct the day" not in d.text
        await d.press("escape", "0", "2", "colon")
        await d.type("when")
        await d.press("enter", "escape", "colon")
        await d.type("latest")
        assert "return to the latest" not in d.text
        await d.press("escape", "colon")
        await d.type("all seen")
        assert "mark all of it" not in d.text
        await d.press("escape")
        assert d.told.count("key: w") == 1


async def test_import_shows_its_progress_is_cancelled_whole_and_can_be_undone(
    desk: Opener, empty_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "record.jsonl"
    lines.write_text("\n".join(RECORD), "utf-8")
    held, reached = Event(), Event()
    report = importing._Import.report

    def slowly(job: importing._Import, phase: str, done: int, of: int) -> None:
        if done:
            reached.set()
            held.wait(10)
        report(job, phase, done, of)

    monkeypatch.setattr(importing._Import, "report", slowly)
    async with desk(path=empty_path) as d:
        await d.press("I")
        await d.type("/nowhere/x")
        await d.press("enter")
        assert "no such file" in d.text
        await d.press("escape", "I")
        prompt = d.app.screen.query_one("#answer")
        prompt.value = str(lines)  # type: ignore[attr-defined]
        await d.pilot.press("enter")
        await d.until(reached.is_set)
        await d.until(lambda: "Esc cancels" in d.lines[-1])
        assert "import" in d.lines[-1]
        await d.pilot.press("c")
        await d.until(lambda: "Esc on the board cancels" in d.lines[-1])
        await d.pilot.press("escape")
        await d.until(lambda: isinstance(d.app.screen, Dashboard))
        await d.pilot.press("escape")
        await d.until(lambda: "cancelling" in d.lines[-1])
        held.set()
        await d.rest()
        assert "was cancelled: nothing was imported" in d.told[-1]
        assert d.board.totals.all == 0
        assert "quit" in d.lines[-1]
        with Repository.open(empty_path) as repository:
            assert repository.history(5) == []
        d.app.importer.begin(str(lines))
        await d.rest()
        assert "imported" in d.told[-1]
        assert d.board.totals.all > 0
        await d.press("u")
        assert d.board.totals.all == 0


async def test_import_is_refused_where_nothing_can_be_written(desk: Opener, tmp_path: Path) -> None:
    async with desk(read_only=True) as d:
        await d.press("I")
        assert "read-only" in d.told[-1]
    async with desk() as d:
        d.app.importer.begin(str(tmp_path / "gone"))
        await d.rest()
        assert "cannot be read" in d.told[-1]
        (tmp_path / "bad.jsonl").write_text("{\n", "utf-8")
        d.app.importer.begin(str(tmp_path / "bad.jsonl"))
        await d.rest()
        assert "nothing was imported" in d.told[-1]
