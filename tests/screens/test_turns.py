"""Keys typed faster than anything opens: each goes where it was meant to go, and none is lost."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from threading import Lock

import pytest
from textual import events
from textual.widgets import Input

from store.domain.words import Delivery
from store.repository import Repository
from tests.screens.conftest import Desk, Opener
from tui.commands.view import view_hints
from tui.driving import PromptDriver
from tui.panes.picker import StatusPicker
from tui.screens.help import HelpScreen
from tui.screens.journal import JournalScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.view import View

NAMES = {"⏎": "enter", "⎋": "escape", " ": "space", "-": "minus"}


async def at_once(d: Desk, text: str) -> None:
    """Type a text as a terminal hands it over that was read once: without any pause."""
    driver = d.app._driver
    assert driver is not None
    for char in text:
        name = NAMES.get(char) or (char if char.isalnum() else unicodedata.name(char).lower().replace(" ", "_"))
        name = {"solidus": "slash", "plus_sign": "plus"}.get(name, name)
        driver.send_message(events.Key(name, char if char not in "⏎⎋" else None))
    await d.until(lambda: not d.app.settling)
    await d.rest()


async def test_letters_go_into_the_line_that_opens_for_them(desk: Opener) -> None:
    async with desk() as d:
        await at_once(d, "/rem⏎j")
        assert d.board.page.filter == "rem"
        assert not d.app.screen.query("#prompt")
        assert d.owed.cursor == 1
        await at_once(d, "⎋t2025-06-03⏎/wound")
        assert d.board.moment.day.isoformat() == "2025-06-03"
        assert d.app.screen.query_one("#answer", Input).value == "wound"
        await at_once(d, "⎋T:c14⏎+")
        assert d.board.moment.latest
        assert d.owed.label == "C14"
        assert d.app.dashboard is not None
        assert d.app.dashboard.trail.zoomed


async def test_letters_of_a_list_wait_for_the_evidence_it_opens_on(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await at_once(d, "2gj dw")
        label = d.owed.label
        assert not d.app.screen.query(StatusPicker)
        await at_once(d, "jam in q 1⏎")
        await d.until(lambda: d.told)
        with Repository.open(store) as repository:
            found = repository.evidence(label, d.app.viewing.query)
        assert found.standing is not None
        assert found.standing.delivery is Delivery.DELIVERED
        assert found.judgements[0].reason == "jam in q 1"


async def test_keys_wait_for_the_view_they_are_meant_for(desk: Opener) -> None:
    async with desk() as d:
        await at_once(d, "c/seed⏎")
        journal = d.app.screen
        assert isinstance(journal, JournalScreen)
        assert journal.words == "seed"
        await at_once(d, "⎋⎋hjj/round")
        timeline = d.app.screen
        assert isinstance(timeline, TimelineScreen)
        assert timeline.query_one("#answer", Input).value == "round"
        await at_once(d, "⎋?/undone")
        keys = d.app.screen
        assert isinstance(keys, HelpScreen)
        assert keys.words == "undone"
        await at_once(d, "⎋⎋2")
        assert len(d.app.screen_stack) == 1


async def test_the_key_of_a_view_closes_it_and_no_view_lies_over_itself(desk: Opener) -> None:
    async with desk() as d:
        for keys, views in (
            ("h", ["timeline"]), ("h", []), ("с", ["journal"]), ("h", ["journal", "timeline"]),
            ("l", ["journal", "timeline", "ledger"]), ("l", ["journal", "timeline"]), ("c", ["journal"]), ("c", []),
            ("sc", ["sources", "journal"]), (":sources⏎", ["sources"]), ("0", []),
        ):  # fmt: skip
            await at_once(d, keys)
            assert [screen.asked[0] for screen in d.app.screen_stack if isinstance(screen, View)] == views, keys


@pytest.mark.parametrize("text", ["/rem\x1b", "t2025-06-03\r"])
async def test_a_paste_keeps_its_place_between_keys(desk: Opener, text: str) -> None:
    async with desk() as d:
        driver = d.app._driver
        assert driver is not None
        driver.send_message(events.Key("slash", "/"))
        driver.send_message(events.Paste(text))
        driver.send_message(events.Key("x", "x"))
        await d.rest()
        assert d.app.screen.query_one("#answer", Input).value.endswith("x")
        assert len(d.app.screen_stack) == 1


def test_footer_of_a_view_offers_the_way_back_early_and_no_days_where_there_are_none() -> None:
    past = [hint.command for hint in view_hints((), past=True, read_only=False)]
    assert past.index("latest") < past.index("narrow")
    undated = {hint.command for hint in view_hints((), past=False, read_only=False, dated=False)}
    assert undated.isdisjoint({"day", "earlier", "later", "latest"})
    assert {"narrow", "undo", "back"} <= undated


def test_enter_typed_before_the_terminal_is_taken_over_is_enter() -> None:
    driver = PromptDriver.__new__(PromptDriver)
    driver._turn, driver._early = Lock(), []
    for key in (events.Key("slash", "/"), events.Key("ctrl+j", "\n")):
        driver.process_message(key)
    assert [key.key for key in driver._early if isinstance(key, events.Key)] == ["slash", "enter"]
