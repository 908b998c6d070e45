"""Keys in their turn: each is handed over once everything that the one before it set going has come to rest.

Textual hands a key to what has the focus by then. What a key opens takes the focus some turns of the loop later, and
until then the keys typed after it would go to what lies below, where letters are commands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from textual.events import Key, Paste
from textual.message_pump import MessagePump

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

Typed = Key | Paste
_ROUNDS, _MOST = 12, 400
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
        self._rounds = 0
        self._through: list[Callable[[], object]] = []

    @property
    def busy(self) -> bool:
        """Whether something that was typed is not done yet."""
        return self._under_way or bool(self._held)

    async def take(self, event: Typed) -> None:
        """Hand over what is typed now, or keep it until it is its turn. Esc need not wait for what is fetched."""
        self._held.append(event)
        if self._under_way and isinstance(event, Key) and event.key == "escape" and self._held[0] is event:
            self._under_way = not self._at_rest()
        await self._go_on()

    def when_through(self, call: Callable[[], object]) -> None:
        """Call once everything typed so far is done."""
        if self.busy:
            self._through.append(call)
        else:
            call()

    async def _go_on(self) -> None:
        if self._under_way:
            return
        if self._held:
            self._under_way, self._rounds = True, 0
            way = self._way()
            await self._hand_over(self._held.popleft())
            self._pass(way)
            return
        through, self._through = self._through, []
        for call in through:
            call()

    def _way(self) -> Sequence[MessagePump]:
        """Return the way of a key: from what has the focus up to the app."""
        first = self._app.focused or (self._app.screen if self._app.screen_stack else self._app)
        return first.ancestors_with_self

    def _pass(self, way: Sequence[MessagePump]) -> None:
        """Go behind the key from queue to queue; what is closing has done what it had to do."""
        while way:
            if way[0].call_later(self._look if len(way) == 1 else self._pass, *([] if len(way) == 1 else [way[1:]])):
                return
            way = way[1:]

    async def _look(self) -> None:
        """Hand over the next once there is nothing under way."""
        if not self._under_way or not self._app.screen_stack:
            return
        self._rounds += 1
        if self._at_rest() and not self._awaited():
            self._under_way = False
            await self._go_on()
        elif self._rounds < _ROUNDS:
            self._pass(self._way())
        elif self._rounds < _MOST or self._awaited():
            asyncio.get_running_loop().call_later(_PAUSE, lambda: self._pass(self._way()))
        else:
            self._under_way = False
            await self._go_on()

    def _at_rest(self) -> bool:
        """Whether no part of the screen in front has anything left to do."""
        if not self._app.screen_stack:
            return True
        screen = self._app.screen
        parts: list[MessagePump] = [self._app, screen, *screen.walk_children()]
        return not screen._callbacks and all(map(_rests, parts))


def _rests(part: MessagePump) -> bool:
    """Whether a part is there and has no message left: in its queue, taken from it already, or to be called next."""
    idle = part._pending_message is None and not part.message_queue_size
    return idle and part._is_mounted and not part._next_callbacks
