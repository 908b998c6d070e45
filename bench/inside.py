"""The store alone, timed inside this process: what each view takes before anything is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from bench.numbers import Sample, pooled_ratio
from bench.stores import Built, copied, discard
from bench.table import Figure, Goal, figure
from store.domain.reading import COMMON, Reading
from store.domain.requests import Author, BoardQuery, NewJudgement
from store.domain.words import Aspect
from store.repository import Repository

_TODAY = date(2026, 11, 22)
_SUBJECT = "N0000007"
_TIMES = 20
_ENOUGH = 4.0
"""Seconds after which something slow is not repeated again."""

Timed = dict[str, Sample]
"""Milliseconds by what was done."""
_LIMITS = {
    "board, page around the middle": 50.0,
    "board, last page": 50.0,
    "as-of step back": 50.0,
    "reading switch": 50.0,
    "search, one word": 20.0,
    "search, two beginnings": 20.0,
    "status change, durable": 15.0,
}
"""Most milliseconds that the goals leave from key to paint: the store alone can miss them but not meet them."""


def timed(store: Built) -> Timed:
    """Time every view of a store, and writing to a copy of it."""
    query = BoardQuery(_TODAY)
    found: Timed = {"open": _repeated(lambda: Repository.open(store.path, read_only=True).close())}
    found["open and first board"] = _repeated(lambda: _first(store, query))
    with Repository.open(store.path, read_only=True) as repository:
        board = repository.board(query)
        back = board.moment.previous
        views = {
            "board, first page": query,
            "board, page around the middle": query._replace(around=f"N{store.size // 2:07}"),
            "board, last page": query._replace(from_end=True),
            "as-of step back": query._replace(day=back, since=board.moment.day if back else None),
            "reading switch": query._replace(reading=Reading(COMMON)),
            "search, one word": query._replace(filter="протокол"),
            "search, two beginnings": query._replace(filter="ков спис"),
            "search, nothing found": query._replace(filter="qqq"),
        }
        for what, view in views.items():
            found[what] = _repeated(lambda view=view: repository.board(view))  # type: ignore[misc]  # bound now
        found["evidence of one"] = _repeated(lambda: repository.evidence(_SUBJECT, query))
    copy = copied(store, "inside")
    with Repository.open(copy) as written:
        found["status change, durable"] = _repeated(lambda: _write(written))
    discard(copy)
    return found


def _first(store: Built, query: BoardQuery) -> None:
    with Repository.open(store.path, read_only=True) as repository:
        repository.board(query)


def _write(repository: Repository) -> None:
    judgement = NewJudgement(_SUBJECT, Aspect.DELIVERY, "stalled", "bench")
    repository.judge(judgement, Author("bench", datetime(2026, 11, 22, 12, tzinfo=UTC)))


def _repeated(work: Callable[[], object]) -> Sample:
    """Time some work again and again, after one run to warm up."""
    taken = [_once(work)]
    if taken[0] < 1000 * _ENOUGH:
        taken = []
        while len(taken) < _TIMES and (not taken or sum(taken) < 1000 * _ENOUGH):
            taken.append(_once(work))
    return Sample(tuple(taken))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def figures(store: Built, here: Timed, least: Built, there: Timed) -> list[Figure]:
    """List the times in one store against those in the smallest."""
    rows = []
    for what, values in here.items():
        limit = _LIMITS.get(what)
        ratio = None if store is least else pooled_ratio(there[what], values)
        row = figure(what, store.name, "ms", values, Goal(limit), ratio=ratio, against=f"× {least.name}")
        rows.append(row if row.met is False else row._replace(met=None, goal=(limit and f"< {limit:g} ms") or ""))
    return rows
