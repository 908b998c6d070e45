"""Keys in their turn: each is handed over once everything that the one before it set going has come to rest.

Textual hands a key to what has the focus by then. What a key opens takes the focus some turns of the loop later, and
until then the keys typed after it would go to what lies below, where letters are commands. Whether all is at rest is
looked at only when the next key is there: most keys are alone.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual.events import Key, Paste
from textual.message_pump import MessagePump

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

Typed = Key | Paste
_ROUNDS, _MOST = 40, 400
"""How many looks follow one another at once, and how many there are for one key, whatever is still under way then."""
_PAUSE = 0.004
"""Seconds between the looks after the first ones."""


class KeysInTurn:
    """Holds what is typed until it is its turn."""

    def __init__(
        self, app: App[None], hand_over: Callable[[Typed], Awaitable[None]], awaited: Callable[[], bool]
    ) -> None:
        self._app = app
        self._hand_over = hand_over
        self._awaited = awaited
        """Says whether something is still being fetched that shall have the next key."""
        self._held: deque[Typed] = deque()
        self._under_way = False
        """Whether what the last key set going may not be done yet."""
        self._looking: asyncio.Handle | None = None
        """The next look whether it is done, where somebody waits for that."""
        self._rounds = 0
        self._through: list[Callable[[], object]] = []

    @property
    def busy(self) -> bool:
        """Whether something that was typed is not done yet."""
        return bool(self._held) or (self._under_way and not self._is_done(idle=True))

    async def take(self, event: Typed) -> None:
        """Hand over what is typed now, or keep it until it is its turn. Esc need not wait for what is fetched."""
        self._held.append(event)
        await self._go_on()

    def when_through(self, call: Callable[[], object]) -> None:
        """Call once everything typed so far is done."""
        if not self.busy:
            call()
            return
        self._through.append(call)
        self._look_soon()

    async def _go_on(self) -> None:
        """Hand over what is held as far as its turn has come; the app calls this, between two messages of its own."""
        while self._held:
            if self._under_way and not self._is_done(idle=False):
                self._look_soon()
                return
            self._under_way, self._rounds = True, 0
            await self._hand_over(self._held.popleft())
        if self._through and self._under_way:
            self._look_soon()

    def _look_soon(self) -> None:
        if self._looking is not None:
            return
        loop = asyncio.get_running_loop()
        self._looking = loop.call_soon(self._look) if self._rounds < _ROUNDS else loop.call_later(_PAUSE, self._look)

    def _look(self) -> None:
        """Go on if there is nothing under way, else look again."""
        self._looking = None
        if not self._app.screen_stack:
            return
        self._rounds += 1
        given_up = self._rounds >= _MOST and not self._waits()
        if not given_up and not self._is_done(idle=True):
            self._look_soon()
            return
        self._under_way = False
        if self._held:
            self._app.call_later(self._go_on)
            return
        through, self._through = self._through, []
        for call in through:
            call()

    def _waits(self) -> bool:
        """Whether the next key shall wait for something that is fetched."""
        leaves = bool(self._held) and isinstance(self._held[0], Key) and self._held[0].key == "escape"
        return not leaves and self._awaited()

    def _is_done(self, *, idle: bool) -> bool:
        """Whether no part of the screen in front has anything left to do; the app is `idle` or asks in between."""
        app = self._app
        if not app.screen_stack:
            return True
        if not (_rests(app) if idle else _has_nothing(app)) or self._waits():
            return False
        screen = app.screen
        return not screen._callbacks and _rests(screen) and all(map(_rests, screen.walk_children()))


def _has_nothing(part: MessagePump) -> bool:
    """Whether a part is there and has no message left, in its queue or taken from it already, or to be called next."""
    return (
        part._pending_message is None and not part.message_queue_size and part._is_mounted and not part._next_callbacks
    )


def _rests(part: MessagePump) -> bool:
    """Whether a part waits for its next message. One that waits for anything else is still about its last one."""
    waiters: deque[object] = part._message_queue.ready_event._waiters  # nothing public says it
    return bool(waiters) and _has_nothing(part)
