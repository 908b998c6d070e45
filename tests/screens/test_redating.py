"""Correcting a source's day by keys: the list while the day is typed, one write, undone and redone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.domain.redating import NewDay
from store.domain.requests import Author
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, NOW, SMALL, Desk, Opener
from tui.render.frame import Pane
from tui.screens.redating import RedatingScreen

pytestmark = pytest.mark.usefixtures("rules")


def asks(d: Desk) -> bool:
    """Whether the day is asked for."""
    return isinstance(d.app.screen, RedatingScreen)


async def onto_signal(d: Desk, label: str) -> None:
    """Put the cursor of the next round onto a signal, by keys."""
    await d.press("3", "g")
    pane = d.pane(Pane.NEXT)
    for _ in pane.sheet.stops:
        if pane.label == label:
            break
        await d.pilot.press("j")
    await d.rest()
    assert pane.label == label


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_day_typed_lists_what_it_moves_and_enter_saves_it(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await onto_signal(d, "S9")
        await d.press("d")
        assert "003 Mon 23 Jun 2025, day inferred" in d.text
        assert "listed here once it is typed" in d.text
        await d.type("2025-06-24")
        assert "= Tue 24 Jun 2025" in d.text
        assert "S9    window    23–29 Jun → 24–29 Jun" in d.text
        await d.press("enter")
        assert not asks(d)
        await d.until(lambda: d.told)
        assert d.told[-1].startswith("003 published 2025-06-23 → 2025-06-24 · reckoned anew: S9, S10, S11")
        assert d.told[-1].endswith("u undoes")
        assert d.pane(Pane.NEXT).has_focus
        assert d.pane(Pane.NEXT).label == "S9"
        signal = next(s for s in d.board.outlook.signals if s.signal.label == "S9").signal
        assert signal.window.earliest == date(2025, 6, 24)
        await d.press("u")
        signal = next(s for s in d.board.outlook.signals if s.signal.label == "S9").signal
        assert signal.window.earliest == date(2025, 6, 23)
        await d.press("U")
        assert d.board.moment.previous == date(2025, 6, 24)


async def test_pane_of_changes_begins_with_the_correction(desk: Opener) -> None:
    async with desk() as d:
        await d.press("5", "G")
        await onto_signal(d, "S9")
        await d.press("d")
        await d.type("2025-06-24")
        await d.press("enter")
        await d.until(lambda: d.board.moment.previous == date(2025, 6, 24))
        await d.rest()
        pane = d.pane(Pane.CHANGES)
        assert pane.top == 0
        first = ["".join(text for text, _ in pane.sheet.line(number)).split() for number in range(2)]
        assert first[0] == ["003", "source", "published", "2025-06-23", "→", "2025-06-24"]
        assert first[1][0] == "S9"
        assert first[1][-3:] == ["2025-06-23/2025-06-29", "→", "2025-06-24/2025-06-29"]


async def test_nothing_is_saved_before_enter_and_escape_closes(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await onto_signal(d, "S9")
        await d.press("d")
        await d.type("2025-06-24")
        await d.press("escape")
        assert not asks(d)
    with Repository.open(store) as repository:
        assert len(repository.history(9)) == 1


async def test_what_is_no_day_or_the_same_day_is_refused_and_stays(desk: Opener) -> None:
    async with desk() as d:
        await onto_signal(d, "S9")
        await d.press("d", "enter")
        assert asks(d)
        await d.type("this week")
        assert "“this week” is more than one day" in d.text
        await d.press("enter")
        assert asks(d)
        await d.press(*["backspace"] * 9)
        await d.type("2025-06-23")
        assert "003 is dated 2025-06-23 already" in d.text
        await d.press("enter")
        assert asks(d)
        assert "nothing to save yet" in d.text


async def test_words_are_read_against_the_day_it_had(desk: Opener) -> None:
    async with desk() as d:
        await onto_signal(d, "S16")
        await d.press("d")
        await d.type("Monday")
        assert "= Mon 23 Jun 2025" in d.text
        assert "000   published 25 Jun → 23 Jun" in d.text


async def test_tab_goes_on_to_another_source_of_what_is_shown(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C09")
        await d.press("d")
        assert "000 Wed 25 Jun 2025, day inferred · 1 of 4 sources" in d.text
        await d.press("tab")
        assert "003 Mon 23 Jun 2025, day inferred · 2 of 4 sources" in d.text
        await d.press("shift+tab", "shift+tab")
        assert "4 of 4 sources" in d.text


async def test_statement_under_the_cursor_of_the_evidence_names_its_source(desk: Opener) -> None:
    async with desk(LARGE) as d:
        await d.onto("C09")
        await d.press("4")
        pane = d.pane(Pane.EVIDENCE)
        assert pane.select("D3")
        await d.press("d")
        assert "003 Mon 23 Jun 2025" in d.text


async def test_arrows_move_in_a_long_list(desk: Opener) -> None:
    async with desk(SMALL) as d:
        await onto_signal(d, "S9")
        await d.press("d")
        await d.type("2025-06-24")
        assert "003   published" in d.text
        await d.press(*["down"] * 30)
        assert "S14" in d.text
        assert "003   published" not in d.text


async def test_conflict_is_told_and_the_day_is_kept_over_the_new_list(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await onto_signal(d, "S9")
        await d.press("d")
        await d.type("2025-06-24")
        with Repository.open(store) as other:
            other.redate(NewDay("003", date(2025, 6, 27)), Author("boris", NOW))
        await d.press("enter")
        await d.until(lambda: asks(d))
        assert "003 was changed by boris meanwhile" in d.told[-1]
        await d.rest()
        assert "003   published 27 Jun → 24 Jun" in d.text
        await d.press("enter")
        await d.until(lambda: d.board.moment.previous == date(2025, 6, 24))


async def test_nothing_is_saved_blindly_where_the_screen_is_too_small(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await onto_signal(d, "S9")
        await d.press("d")
        await d.type("2025-06-24")
        await d.pilot.resize_terminal(20, 4)
        await d.press("enter")
        assert asks(d)
        await d.pilot.resize_terminal(*SMALL)
        assert "003   published 23 Jun → 24 Jun" in d.text
    with Repository.open(store) as repository:
        assert len(repository.history(9)) == 1


async def test_read_only_store_and_past_day_refuse_in_one_sentence(desk: Opener) -> None:
    async with desk(read_only=True) as d:
        await d.press("d")
        assert "read-only" in d.told[-1]
        assert not asks(d)
    async with desk() as d:
        await d.press("less_than_sign", "d")
        assert d.told[-1] == "The board shows 23 Jun 2025, which is read only. T returns to the latest evidence."
        assert not asks(d)


async def test_where_no_source_is_shown_that_is_said(desk: Opener, empty_path: Path) -> None:
    async with desk(path=empty_path) as d:
        await d.press("d")
        assert d.told[-1].startswith("No source is shown here.")


async def test_command_is_in_the_palette_and_works_on_a_cyrillic_layout(desk: Opener) -> None:
    async with desk() as d:
        await d.press("colon")
        await d.type("day of source")
        await d.press("enter")
        assert asks(d)
        await d.press("escape", "в")
        assert asks(d)
