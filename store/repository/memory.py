"""Memory: answers that the next board most likely needs again, kept until a write bears on them.

What a write bears on is read off its journal entry (`news`); where that cannot be told, everything is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any, TypeVar

    from store.repository.news import News

    _T = TypeVar("_T")

_MOST = {"case": 128, "standing": 192, "number": 192}
_MOST_OF_A_KIND = 4
"""How many answers of a kind are kept; the oldest give way."""
_ON_ANYTHING = ("bands", "nowhere")
"""Answers that are forgotten with every write."""
_ON_EVIDENCE = ("newest", "near", "around")
"""Answers that hang on which days brought evidence."""
_ON_NEEDS = ("needs", "meetings")
"""Answers that hang on where the commitments lie that gates require, and name them."""
_ON_ROUNDS = ("told", "meetings")
"""Answers that hang on what is judged of rounds."""


class Memory:
    """Answers of one state of the store. Ask `refresh` first in each reading transaction; never use it in a write."""

    def __init__(self) -> None:
        self._state: tuple[int, int] | None = None
        self._mark: tuple[int, int] | None = None
        self._held: dict[str, dict[Hashable, Any]] = {}

    def is_true(self, connection: Connection) -> bool:
        """Whether nothing was written since the last `refresh`, so that a write may begin from what is remembered."""
        return self._state == _state(connection)

    def refresh(self, connection: Connection) -> None:
        """Forget what this or another connection has changed in the store since; everything where that is unclear."""
        state = _state(connection)
        if state == self._state:
            return
        now = _mark(connection)
        news = _news(connection, self._mark, now) if self._mark is not None else None
        if news is None:
            self._held.clear()
        else:
            self._forget(news)
        self._state, self._mark = state, now

    def recall(self, kind: str, what: Hashable, ask: Callable[[], _T]) -> _T:
        """Return what is remembered of a question, or ask it and remember the answer."""
        held = self._held.setdefault(kind, {})
        if what not in held:
            self._keep(kind, {what: ask()})
        found: _T = held[what]
        return found

    def recall_each(
        self, kind: str, every: Iterable[Hashable], ask: Callable[[list[Any]], Mapping[Any, _T]]
    ) -> dict[Any, _T]:
        """Return what is remembered of many things, and ask about the others together; some may have no answer."""
        held, wanted = self._held.setdefault(kind, {}), list(every)
        found: dict[Any, _T] = {one: held[one] for one in wanted if one in held}
        missing = [one for one in wanted if one not in found]
        if missing:
            asked = ask(missing)
            found.update(asked)
            self._keep(kind, asked)
        return found

    def _keep(self, kind: str, answers: Mapping[Any, Any]) -> None:
        held, most = self._held.setdefault(kind, {}), _MOST.get(kind, _MOST_OF_A_KIND)
        for what, answer in list(answers.items())[-most:]:
            if len(held) >= most:
                del held[next(iter(held))]
            held[what] = answer

    def _forget(self, news: News) -> None:
        """Forget what the news bears on, and let what is counted by band know which bands to count again."""
        for kind in ("case", "standing"):
            held = self._held.get(kind, {})
            for what in [what for what in held if (what[0] if isinstance(what, tuple) else what) in news.commitments]:
                del held[what]
        for tallies in self._held.get("tallies", {}).values():
            tallies.forget(news.bands)
        for kind in _ON_NEEDS:
            held = self._held.get(kind, {})
            for what in [what for what, answer in held.items() if not news.labels.isdisjoint(answer.required)]:
                del held[what]
        for kind in (
            *_ON_ANYTHING,
            *(_ON_ROUNDS if news.rounds else ()),
            *(_ON_EVIDENCE if news.evidence else ()),
        ):
            self._held.pop(kind, None)


def _state(connection: Connection) -> tuple[int, int]:
    """Read what changes with every write, of this connection and of others."""
    return connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes


def _mark(connection: Connection) -> tuple[int, int]:
    """Read the schema and the number of the newest entry: which state of the store this is."""
    schema = connection.execute("PRAGMA schema_version").fetchone()[0]
    return schema, connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0]


def _news(connection: Connection, seen: tuple[int, int], now: tuple[int, int]) -> News | None:
    from store.repository.news import since  # most boards are looked at without anybody writing

    return since(connection, seen[1], now[1]) if seen[0] == now[0] else None
