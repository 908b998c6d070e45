"""Keeps what is to be remembered: after a quiet second, never in the way of a key, and once more at the end."""

from __future__ import annotations

import asyncio
from threading import Thread

from store.domain.reading import STRICT
from store.domain.typed import TYPE_CHECKING
from tui.remembered import Memory, Remembered, keep

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.lasting import LastingApp

_QUIET = 1.0
"""Seconds after the last change when what is to be remembered is written."""


class Keeper:
    """Writes what is to be remembered where it is another than before."""

    def __init__(self, memory: Memory, look: Callable[[], Remembered | None]) -> None:
        self._memory = memory
        self._look = look
        """Tells how things are; None where there is nothing yet."""
        self._kept = memory.before
        self._waiting: asyncio.TimerHandle | None = None

    def soon(self) -> None:
        """Write once nothing has changed for a while."""
        self._stop()
        self._waiting = asyncio.get_running_loop().call_later(_QUIET, self._quiet)

    def now(self) -> None:
        """Write at once."""
        self._stop()
        changed = self._changed()
        if changed is not None:
            keep(self._memory.place, self._memory.store, changed)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _quiet(self) -> None:
        self._waiting = None
        changed = self._changed()
        if changed is not None:
            Thread(target=keep, args=(self._memory.place, self._memory.store, changed)).start()

    def _changed(self) -> Remembered | None:
        """Return what is to be written; None where it is there already."""
        now = self._look()
        if now is None:
            return None
        lasting = self._memory.lasting(now)
        if lasting == self._kept:
            return None
        self._kept = lasting
        return lasting


def as_it_is(app: LastingApp) -> Remembered | None:
    """Tell how somebody has the dashboard; None before there is one."""
    dashboard = app.dashboard
    if dashboard is None or app.board is None:
        return None
    query, (pane, cursors) = app.viewing.query, dashboard.whereabouts()
    return Remembered(
        app.chosen_theme, app.arrangement, "" if query.reading.name == STRICT else query.reading.name,
        query.track or "", query.day, query.filter, pane, cursors,
    )  # fmt: skip
