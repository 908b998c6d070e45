"""Changing a status in place: row, gate and outlook at once, the cursor where it was, undo and redo over restarts."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.requests import Author, NewJudgement
from store.domain.words import Aspect, Delivery
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, NOW, SMALL, Opener
from tui.panes.picker import StatusPicker


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
async def test_status_changes_row_gate_and_outlook_and_keeps_the_cursor(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await d.onto("C10")
        assert "C10" in d.board.outlook.gates[0].blockers
        await d.press("space")
        assert "C10 Remains of soldiers · status" in d.text
        await d.press("d", "j")
        assert d.owed.label == "C10"
        assert "✓" in d.row("C10")
        gate = d.board.outlook.gate
        assert gate is not None
        assert "C10" not in gate.blockers
        assert "u undoes" in d.told[-1]
        await d.press("u")
        assert "◑" in d.row("C10")
        assert d.owed.label == "C10"
        assert "U redoes" in d.told[-1]
        await d.press("U")
        assert "✓" in d.row("C10")


async def test_undo_and_redo_reach_over_restarts(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "x", "j")
        assert "refused" in d.row("C10")
    async with desk() as d:
        assert "refused" in d.row("C10")
        await d.press("u")
        assert "partial" in d.row("C10")
    async with desk() as d:
        await d.press("U")
        assert "refused" in d.row("C10")


async def test_every_letter_sets_its_state_and_c_takes_it_back(desk: Opener) -> None:
    words = {
        "n": "not started", "r": "preparing", "p": "partial", "d": "delivered", "e": "exceeded", "s": "stalled",
        "x": "refused",
    }  # fmt: skip
    async with desk() as d:
        await d.onto("C05")
        for letter, state in words.items():
            await d.press("space", letter, "j")
            assert state in d.row("C05")
            assert d.owed.label == "C05"
        await d.press("space", "c", "j")
        assert "partial ?" in d.row("C05")
        assert d.board.evidence.standing is not None
        assert not d.board.evidence.standing.judged


async def test_arrows_and_enter_choose_and_a_claim_is_what_it_rests_on(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "down", "enter")
        assert "resting on" in d.text
        await d.press("down", "down", "enter")
        judgement = d.board.evidence.judgements[0]
        assert judgement.value == Delivery.DELIVERED
        assert judgement.rests_on == d.board.evidence.claims[0].label


async def test_reason_is_written_in_a_line_and_saved(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "s", "w")
        assert "why C10 is stalled" in d.text
        await d.type("no transfer since June")
        await d.press("enter")
        assert d.board.evidence.judgements[0].reason == "no transfer since June"
        assert d.owed.has_focus


async def test_escape_goes_back_one_step_at_a_time_and_saves_nothing(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        before = d.row("C10")
        await d.press("space", "d", "w")
        await d.press("escape")
        assert "resting on" in d.text
        await d.press("escape")
        assert "· status" in d.text
        await d.press("escape")
        assert not d.app.screen.query(StatusPicker)
        assert d.owed.has_focus
        assert d.row("C10") == before
        assert not d.board.evidence.judgements


async def test_keys_do_not_reach_through_the_picker(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "t", "v", "slash", "u", "2", "tab")
        assert "· status" in d.text
        assert d.board.reading.name == "strict"
        assert d.board.moment.latest


async def test_conflict_is_told_and_the_entry_is_kept(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "d", "w")
        await d.type("seen by a witness")
        with Repository.open(store) as other:
            other.judge(NewJudgement("C10", Aspect.DELIVERY, "stalled", "I was there"), Author("boris", NOW))
        await d.press("enter")
        assert "stalled" in d.row("C10"), "what the other person wrote stands"
        assert "boris" in d.told[-1]
        await d.press("space")
        assert "C10 Remains of soldiers → delivered" in d.text
        await d.press("w")
        assert "seen by a witness" in d.text
        await d.press("enter")
        assert "delivered" in d.row("C10")


async def test_read_only_store_says_so(desk: Opener) -> None:
    async with desk(read_only=True) as d:
        await d.press("space")
        assert "read-only" in d.told[-1]
        assert not d.app.screen.query(StatusPicker)
        await d.press("u")
        assert "read-only" in d.told[-1]
        assert "space status" not in d.lines[-1]


async def test_past_day_refuses_a_change_in_one_sentence(desk: Opener) -> None:
    async with desk() as d:
        await d.press("less_than_sign", "space")
        assert d.told[-1] == "The board shows 23 Jun 2025, which is read only. T returns to the latest evidence."
        assert not d.app.screen.query(StatusPicker)


async def test_nothing_is_accepted_where_it_could_not_be_seen(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        before = d.row("C10")
        await d.press("space")
        await d.pilot.resize_terminal(32, 8)
        await d.rest()
        assert "talks needs 40 x 10, has 32 x 8" in d.text
        await d.press("d", "j", "space", "d", "j")
        await d.pilot.resize_terminal(120, 40)
        await d.rest()
        assert d.row("C10") == before


async def test_what_there_is_to_say_at_the_start_is_said(desk: Opener) -> None:
    async with desk(greeting="Made a new store [bold] at \x1b[2J") as d:
        assert d.told == ["Made a new store [bold] at <U+001B>[2J"]


async def test_click_beside_the_picker_or_the_line_leaves_them_the_keys(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space")
        picker = d.app.screen.query_one("#picker")
        await d.pilot.click("#rounds", offset=(4, 3))
        await d.rest()
        assert d.app.screen.query_one("#picker") is picker
        await d.press("p", "j")
        assert "C10" in d.told[-1]
        await d.press("2", "slash")
        await d.pilot.click("#next", offset=(4, 2))
        await d.type("remains")
        assert d.board.page.filter == "remains"
