"""Pressing keys without the waits of a pilot, which take longer than most keys: for tests that press very many."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from textual import events
from textual.app import App
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from tui import attending
from tui.app import TalksApp

_ROUNDS = 5
"""How often everything is waited for after a key."""


async def settle(app: TalksApp, pilot: Pilot[None]) -> None:
    """Wait until what was asked for is there."""
    for _ in range(_ROUNDS):  # what a key asks for goes from widget to widget, and on after a refresh
        if app._exit or not app.is_running:
            return
        await pilot._wait_for_screen()
        while app.settling and not app._exit:
            await asyncio.sleep(0.001)
        await app.workers.wait_for_complete()
    if not app._exit and app.screen_stack:
        app.screen._on_timer_update()


def send(app: App[None], key: str) -> None:
    """Press a key, without the waits of a pilot: those take longer than most keys."""
    driver = app._driver
    if driver is None:
        return
    named = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        char: str | None = unicodedata.lookup(_get_unicode_name_from_key(named))
    except KeyError:
        char = key if len(key) == 1 else None
    event = events.Key(named, char)
    event.set_sender(app)
    driver.send_message(event)


@contextmanager
def hurried() -> Iterator[None]:
    """Have the evidence follow the cursor at once, so that no key waits for keys to rest."""
    rest, attending._QUIET = attending._QUIET, 0.0
    try:
        yield
    finally:
        attending._QUIET = rest
