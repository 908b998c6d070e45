"""A key goes straight to what it is bound to where nothing before that listens to keys, and nowhere else."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tests.screens.conftest import Desk, Opener
from tui.panes.picker import StatusPicker
from tui.straight import straight_way

MOST_MESSAGES = 8
"""What a cursor key may have go through queues: the key, what is highlighted, and what is drawn anew."""


class Asked(ModalScreen[None]):
    """Something over the board that has all keys, and listens to none by itself."""

    def compose(self) -> ComposeResult:
        """Give the keys to something."""
        line = Static("?")
        line.can_focus = True
        yield line


def way(d: Desk, key: str, character: str | None = None) -> list[str] | None:
    """Return what a key may be bound in now, by name."""
    found = straight_way(d.app, Key(key, character))
    return None if found is None else [type(node).__name__ for node in found]


async def test_keys_of_the_board_go_straight_to_what_they_are_bound_to(desk: Opener) -> None:
    async with desk() as d:
        assert way(d, "j", "j") == ["ObligationsPane", "DragDesk", "Dashboard", "TalksApp"]


async def test_keys_that_something_listens_to_take_the_long_way(desk: Opener) -> None:
    async with desk() as d:
        assert way(d, "escape") is None, "every screen lets go of a selection with Esc"
        assert way(d, "ctrl+q") is None, "the app has it before anything else"
        await d.press("space")
        assert isinstance(d.app.focused, StatusPicker)
        assert way(d, "d", "d") is None
        await d.press("escape", "slash")
        assert way(d, "j", "j") is None, "letters go into the line"


async def test_keys_chosen_by_a_person_still_work(desk: Opener) -> None:
    async with desk() as d:
        d.app.set_keymap({"nothing-known": "j"})
        assert way(d, "j", "j") is None
        before = d.owed.cursor
        await d.press("j")
        assert d.owed.cursor == before + 1


async def test_key_of_a_modal_screen_stops_there(desk: Opener) -> None:
    async with desk() as d:
        before = d.owed.cursor
        await d.app.push_screen(Asked())
        await d.rest()
        assert way(d, "j", "j") == ["Static", "Asked"]
        await d.press("j", "r")
        assert d.owed.cursor == before
        assert isinstance(d.app.screen, Asked)


async def test_cursor_key_goes_through_few_queues(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        await d.press("j", "j")
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)
        seen: list[Message] = []
        parts = [d.app, d.app.screen, *d.app.screen.walk_children()]
        for part in parts:
            monkeypatch.setattr(part.message_signal, "publish", seen.append)
        await d.pilot.press("j")
        kinds = [type(message).__name__ for message in seen if type(message).__name__ not in ("Callback", "Idle")]
        assert kinds.count("Key") == 1
        assert len(kinds) <= MOST_MESSAGES, kinds
