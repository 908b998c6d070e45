"""The app and its terminal: how keys come in, and what is sent."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import cast

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.events import Event, Key, Paste
from textual.screen import Screen

from store.domain.typed import TYPE_CHECKING
from tui.handlers import Foreseen
from tui.shown import Shown
from tui.thrift import ThriftyUpdate

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.driver import Driver

    from tui.firstframe import FirstFrame
    from tui.turns import KeysInTurn


_BLINK = 0.05
"""Seconds that painting is held at most."""


class ThriftyApp(Foreseen, App[None], inherit_bindings=False):
    """Sends only what looks different from what the terminal shows."""

    def __init__(self) -> None:
        self._shown = Shown()
        self.frame: FirstFrame | None = None
        """What has the terminal before the app does."""
        self._held = ExitStack()
        """What lets the screen be painted again."""
        self._holding: asyncio.TimerHandle | None = None
        self.covered = False
        """Whether a first frame shows what there is to see, so that painting can wait for the keys typed meanwhile."""
        super().__init__()

    def get_driver_class(self) -> type[Driver]:
        """Take a driver that neither wakes for nothing nor ends late, where there is one."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.driving import PromptDriver

        return PromptDriver

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send the cells of an update that differ."""
        if isinstance(renderable, (ChopsUpdate, LayoutUpdate)):
            super()._display(screen, cast("RenderableType", ThriftyUpdate(renderable, self._shown)))
        else:
            super()._display(screen, renderable)

    def on_resize(self) -> None:
        """Send everything again: a terminal may have moved or dropped what it showed."""
        self._shown.forget()

    def release_keys(self) -> None:
        """Let keys in that were typed before there was anything to give them to."""
        release = getattr(self._driver, "release", None)
        if release is not None:
            release()

    def uncover(self) -> None:
        """Paint from now on what so far the first frame showed."""
        if self.covered:
            self.covered = False
            self.screen.refresh()
            self.screen._on_timer_update()  # now, not with the next beat of a timer that nothing was painted by yet

    def on_ready(self) -> None:
        """Paint soon after the screen is laid out, also where no key is ever awaited."""
        self.set_timer(_BLINK, self.uncover)

    def send_anew(self) -> None:
        """Send everything again: something else may have written to the terminal."""
        self._shown.forget()
        self.screen.refresh()

    def hold(self) -> None:
        """Paint nothing for the time of a blink, so that what comes within it is painted at once with what is there."""
        if self._holding is None:
            self._held.enter_context(self.batch_update())
            self._holding = asyncio.get_running_loop().call_later(_BLINK, self.let_go)

    def let_go(self) -> None:
        """Paint again."""
        if self._holding is not None:
            self._holding.cancel()
            self._holding = None
            self._held.close()
            self.screen.check_idle()


class OrderlyApp(ThriftyApp, inherit_bindings=False):
    """Hands each key over once what the one before it opened can take it."""

    _turns: KeysInTurn | None = None
    """What hands the keys over; None until one was typed."""

    async def on_event(self, event: Event) -> None:
        """Hand over what is typed in its turn; what leaves from anywhere waits for nothing."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded or self._is_urgent(event):
            await super().on_event(event)
            return
        if self._turns is None:
            from tui.turns import KeysInTurn

            self._turns = KeysInTurn(self, self._hand_over, lambda: self.awaits)
        await self._turns.take(event)

    async def _hand_over(self, event: Key | Paste) -> None:
        """Hand over what is typed: a key goes straight to what it is bound to, where nothing listens before."""
        from tui.straight import run_bound, straight_way  # no key, no need

        way = straight_way(self, event) if isinstance(event, Key) else None
        if isinstance(event, Key) and way is not None:
            self.app_focus = True
            await run_bound(self, event.key, way)
        else:
            await super().on_event(event)

    def _is_urgent(self, event: Key | Paste) -> bool:
        found = self._bindings.key_to_bindings.get(event.key, []) if isinstance(event, Key) else []
        return any(binding.priority for binding in found)

    @property
    def awaits(self) -> bool:
        """Whether something is being fetched that the next key is meant for."""
        return False

    @property
    def typing(self) -> bool:
        """Whether something that was typed is not done yet."""
        return self._turns is not None and self._turns.busy

    def when_typed(self, call: Callable[[], object]) -> None:
        """Call once everything typed so far is done."""
        if self._turns is None:
            call()
        else:
            self._turns.when_through(call)
