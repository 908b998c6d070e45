"""Memory: what every board needs and seldom changes, kept until anything in the store changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any, TypeVar

    _T = TypeVar("_T")

_MOST = 64
"""How many answers are kept at most."""


class Memory:
    """Answers of one state of the store. Ask `refresh` first in each reading transaction; never use it in a write."""

    def __init__(self) -> None:
        self._state: tuple[int, int] | None = None
        self._held: dict[Hashable, Any] = {}

    def refresh(self, connection: Connection) -> None:
        """Forget everything where this or another connection has changed the store since."""
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        state = (version, connection.total_changes)
        if state != self._state:
            self._state = state
            self._held.clear()

    def recall(self, what: Hashable, ask: Callable[[], _T]) -> _T:
        """Return what is remembered of a question, or ask it and remember the answer."""
        if what not in self._held:
            if len(self._held) >= _MOST:
                self._held.clear()
            self._held[what] = ask()
        found: _T = self._held[what]
        return found
