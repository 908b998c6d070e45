"""A dashboard on a real store in a temporary folder, with a fixed clock, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.domain.board import Board
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.store.articles import kept
from tui.app import TalksApp
from tui.panes.obligations import ObligationsPane
from tui.panes.pane import BoardPane
from tui.remembered import Memory
from tui.render.frame import Pane
from tui.render.outset import BY_ITSELF, Outset

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 50)
QUIET = 0.05
"""Longer than the dashboard waits before it fetches evidence."""


@dataclass
class Desk:
    """A running dashboard and the keys to it."""

    app: TalksApp
    pilot: Pilot[None]
    told: list[str]
    """What was said in toasts, oldest first."""

    async def press(self, *keys: str) -> None:
        """Press keys, then wait until what they asked for is on the screen."""
        for key in keys:
            await self.pilot.press(key)
        await self.rest()

    async def type(self, text: str) -> None:
        """Type a text."""
        for char in text:
            await self.pilot.press({" ": "space", "-": "minus", ".": "full_stop"}.get(char, char))
        await self.rest()

    async def rest(self, seconds: float = QUIET) -> None:
        """Let timers run and everything be drawn."""
        await self.pilot.pause(seconds)
        await self.app.workers.wait_for_complete()
        for _ in range(400):
            if not self.app.settling:
                break
            await self.pilot.pause(0.005)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object], seconds: float = 5.0) -> None:
        """Wait until something holds."""
        for _ in range(int(seconds / QUIET)):
            if holds():
                return
            await self.pilot.pause(QUIET)
        raise AssertionError(f"it did not come to hold within {seconds} s:\n{self.text}")

    @property
    def board(self) -> Board:
        """The board shown."""
        assert self.app.board is not None
        return self.app.board

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    def pane(self, pane: Pane) -> BoardPane:
        """Return a pane."""
        dashboard = self.app.dashboard
        assert dashboard is not None
        return dashboard.pane_widget(pane)

    @property
    def owed(self) -> ObligationsPane:
        """The obligations."""
        found = self.pane(Pane.OWED)
        assert isinstance(found, ObligationsPane)
        return found

    async def onto(self, label: str) -> None:
        """Move the cursor of the obligations onto a commitment, by keys."""
        await self.press("2", "g")
        for _ in self.owed.sheet.stops:
            if self.owed.label == label:
                break
            await self.pilot.press("j")
        await self.rest()
        assert self.owed.label == label

    def row(self, label: str) -> str:
        """Return the line of a commitment, also where it is out of sight."""
        stop = next(stop for stop in self.owed.sheet.stops if stop.label == label)
        return "".join(text for text, _ in self.owed.sheet.line(stop.top))


Opener = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def store(store_path: Path) -> Path:
    """Return a store of the test's own, made from the seeds."""
    return store_path


@pytest.fixture
def filled(store: Path) -> Path:
    """Return a store with one article in the inbox, whose proposals are known."""
    with Repository.open(store) as repository:
        kept(repository)
    return store


def make_app(path: Path, author: str = "anna", *, read_only: bool = False, outset: Outset = BY_ITSELF) -> TalksApp:
    """Make the app on a store with the fixed clock."""
    return TalksApp(
        lambda: Repository.open(path, read_only=read_only),
        lambda: NOW,
        author,
        BoardQuery(today=NOW.date()),
        read_only=read_only,
        outset=outset,
    )


@pytest.fixture
def desk(store: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Return a function that opens the dashboard on the store at a size."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = MIDDLE,
        path: Path = store,
        author: str = "anna",
        *,
        read_only: bool = False,
        greeting: str | None = None,
        outset: Outset = BY_ITSELF,
        memory: Memory | None = None,
    ) -> AsyncIterator[Desk]:
        app = make_app(path, author, read_only=read_only, outset=outset)
        app.greeting, app.memory = greeting, memory
        told: list[str] = []
        notify = app.notify

        def noting(message: str, **how: Any) -> None:
            told.append(message)
            notify(message, **how)

        monkeypatch.setattr(app, "notify", noting)
        async with app.run_test(size=size, notifications=True) as pilot:
            desk = Desk(app, pilot, told)
            await desk.until(lambda: (app.board is not None and "Owed" in desk.text) or min(size) < 10)
            await desk.rest()
            yield desk

    return opened
