"""The store alone, timed inside this process: what each view takes before anything is drawn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from bench.stores import Built
from bench.table import Figure
from store.domain.reading import COMMON, Reading
from store.domain.requests import Author, BoardQuery, NewJudgement
from store.domain.words import Aspect
from store.repository import Repository

_TODAY = date(2026, 11, 22)
_SUBJECT = "N0000007"
_ENOUGH = 4.0
"""Seconds after which something slow is not repeated again."""

Timed = dict[str, float]
"""Median milliseconds by what was done."""
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


def timed(store: Built, times: int) -> Timed:
    """Time every view of a store, and writing to a copy of it."""
    query = BoardQuery(_TODAY)
    found: Timed = {"open": _median(lambda: Repository.open(store.path, read_only=True).close(), times)}
    found["open and first board"] = _median(lambda: _first(store, query), times)
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
            found[what] = _median(lambda view=view: repository.board(view), times)  # type: ignore[misc]  # bound now
        found["evidence of one"] = _median(lambda: repository.evidence(_SUBJECT, query), times)
    with Repository.open(store.copy()) as written:
        found["status change, durable"] = _median(lambda: _write(written), times)
    return found


def _first(store: Built, query: BoardQuery) -> None:
    with Repository.open(store.path, read_only=True) as repository:
        repository.board(query)


def _write(repository: Repository) -> None:
    judgement = NewJudgement(_SUBJECT, Aspect.DELIVERY, "stalled", "bench")
    repository.judge(judgement, Author("bench", datetime(2026, 11, 22, 12, tzinfo=UTC)))


def _median(work: Callable[[], object], times: int) -> float:
    """Return the median milliseconds of some work, after one run to warm up."""
    began = time.perf_counter()
    work()
    taken = [1000 * (time.perf_counter() - began)]
    if taken[0] < 1000 * _ENOUGH:
        taken = []
        while len(taken) < times and (not taken or sum(taken) < 1000 * _ENOUGH):
            start = time.perf_counter()
            work()
            taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def figures(store: Built, here: Timed, least: Built, there: Timed) -> list[Figure]:
    """List the times in one store against those in the smallest."""
    rows = []
    for what, value in here.items():
        limit = _LIMITS.get(what)
        goal = f"≤ {limit:g} ms with painting" if limit else ""
        missed = False if limit and value > limit else None
        rows.append(Figure(what, store.name, value, "ms", value / there[what], f"× {least.name}", goal, missed))
    return rows
