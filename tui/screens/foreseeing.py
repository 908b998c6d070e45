"""What accepting would change, below the article: reckoned once the keys rest, and only of what is highlighted then."""

from __future__ import annotations

import asyncio
from functools import partial

from store.domain.typed import TYPE_CHECKING
from store.reading.record.inbox import State
from tui.commands.inbox import taking_back, waiting_again
from tui.panes.proposals import DrawnPane, titled
from tui.render.inbox import Effect, asides_of, effect_sheet, is_brief
from tui.render.spans import EMPTY_SHEET, Line, Role, Sheet, Span, put

if TYPE_CHECKING:
    from store.reading.record.inbox import Item
    from tui.screens.items import ItemsScreen

_QUIET = 0.1
"""Seconds that the keys have to rest before it is reckoned what accepting would change."""


class Foreseeing:
    """Has reckoned what accepting the marked or the highlighted proposals would change, and shows it."""

    def __init__(self, screen: ItemsScreen) -> None:
        self._screen, self._clerk = screen, screen.clerk
        self._effect: Span = ("", Role.MUTED)
        self._resting: asyncio.TimerHandle | None = None
        self.pane = DrawnPane("effect", self._sheet, self._title, keys=False)

    @property
    def due(self) -> bool:
        """Whether it is still to be asked for."""
        return self._resting is not None

    def _waiting(self) -> list[Item]:
        return [item for item in self._screen.targets if item.state is State.WAITING]

    def reckon(self) -> None:
        """Have it reckoned once the keys rest; say what stands against it where nothing can be accepted."""
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None
        if self._clerk.read_only:
            self._show("open read-only: nothing can be accepted", Role.MUTED)
        elif not self._waiting():
            self._show(_standing(self._screen.item), Role.MUTED)
        else:
            self._show("reckoning…", Role.MUTED)
            self._resting = asyncio.get_running_loop().call_later(_QUIET, self._ask)

    def _ask(self) -> None:
        self._resting = None
        waiting = self._waiting()
        if waiting and self._screen.is_attached:
            self._clerk.looks.preview(waiting, partial(self._take, waiting))

    def _take(self, about: list[Item], words: str, possible: bool) -> None:
        """Show an answer, unless something else is highlighted by now."""
        if self._screen.is_attached and about == self._waiting():
            self._show(words, Role.ACCENT if possible else Role.WARN)

    def _show(self, words: str, role: Role) -> None:
        self._effect = put(words, role)
        self.pane.redraw()

    def _sheet(self, width: int) -> Sheet:
        screen = self._screen
        if screen.opened is None or screen.item is None:
            return EMPTY_SHEET
        effect = Effect(self._effect, asides_of(screen.opened), apart=bool(screen.marked))
        return effect_sheet(screen.item, effect, width, brief=is_brief(*screen.size))

    def _title(self) -> Line:
        named = " ".join(item.number for item in self._screen.targets[:_NAMED])
        return titled(named or "Nothing proposed", "what accepting changes" if self._waiting() else "")


_NAMED = 8
"""How many proposals the title names."""


def _standing(item: Item | None) -> str:
    if item is None:
        return ""
    if item.state is State.ACCEPTED:
        return f"in the record as {' '.join(item.labels)} · {taking_back()}" if item.labels else "in the record"
    return f"dropped · {waiting_again()}"
