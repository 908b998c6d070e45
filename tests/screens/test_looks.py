"""How the dashboard looks: few pictures, compared cell by cell. `make snapshots` accepts how they look now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import LARGE, MIDDLE, SMALL, make_app
from tests.screens.inboxes import dispatch
from tui.palette import PALETTES
from tui.render.outset import Outset


@pytest.mark.parametrize(
    ("size", "keys", "theme"),
    [
        (SMALL, (), "talks-dark"),
        (MIDDLE, ("j", "j", "j", "j", "j", "j"), "talks-dark"),
        (LARGE, ("1", "j"), "talks-light"),
        (SMALL, (), "talks-light"),
        (LARGE, (), "talks-dark"),
        (SMALL, ("j", "j", "space"), "talks-dark"),
        (MIDDLE, ("less_than_sign",), "talks-light"),
        ((60, 18), ("3",), "talks-mono"),
    ],
    ids=["small", "middle", "large-light", "small-light", "large", "picker", "past-light", "narrow-mono"],
)
def test_looks(snap_compare: Any, store: Path, size: tuple[int, int], keys: tuple[str, ...], theme: str) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(0.2)

    assert snap_compare(make_app(store), terminal_size=size, run_before=prepare)


@pytest.mark.parametrize(
    ("size", "keys", "theme"),
    [
        (SMALL, ("j", "enter", "j", "j", "x", "k"), "talks-dark"),
        (MIDDLE, ("enter", "j", "space", "space", "j"), "talks-light"),
        (LARGE, ("j", "enter", "j", "j", "j", "e"), "talks-dark"),
        ((60, 18), (), "talks-mono"),
    ],
    ids=["inbox-small", "inbox-middle-light", "inbox-large-form", "inbox-narrow-mono"],
)
def test_inbox_looks(snap_compare: Any, store: Path, size: tuple[int, int], keys: tuple[str, ...], theme: str) -> None:
    dispatch(store, "02", "01")

    async def prepare(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await pilot.pause(0.2)
        for key in ("i", *keys):
            await pilot.press(key)
            await pilot.pause(0.3)
        pilot.app.clear_notifications()
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause(0.6)

    assert snap_compare(make_app(store), terminal_size=size, run_before=prepare)


@pytest.mark.parametrize(
    "outset",
    [*(Outset(theme=name) for name in PALETTES if name != "dark"), Outset(encoding="ascii")],
    ids=[*(name for name in PALETTES if name != "dark"), "ascii"],
)
def test_theme_looks(snap_compare: Any, store: Path, outset: Outset) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause(0.2)
        await pilot.press("j", "j")
        await pilot.pause(0.4)

    assert snap_compare(make_app(store, outset=outset), terminal_size=MIDDLE, run_before=prepare)
