"""The command line: whole runs against the shortest run that Python can make."""

from __future__ import annotations

import sys

from bench.processes import paired, program
from bench.stores import Built
from bench.table import Figure, at_most, not_measured

_FLOOR = (sys.executable, "-c", "pass")
_SUBJECT = "N0000007"
"""A commitment that every store holds."""


def without_store(times: int) -> list[Figure]:
    """Time what needs no store."""
    return [_figure(word, "", [word], times, 3) for word in ("--help", "--version")]


def on_store(store: Built, times: int) -> list[Figure]:
    """Time looking at a store and writing to a copy of it."""
    read = ["--store", str(store.path), "--read-only"]
    write = ["--store", str(store.copy())]
    return [
        _figure("show ID", store.name, [*read, "show", _SUBJECT], times, 5),
        _figure("status --json --limit 50", store.name, [*read, "status", "--json", "--limit", "50"], times, 5),
        _figure("set ID STATUS", store.name, [*write, "set", _SUBJECT, "stalled", "--reason", "bench"], times, 5),
    ]


def _figure(what: str, store: str, words: list[str], times: int, limit: float) -> Figure:
    seconds, ratio, last = paired([*program(), *words], _FLOOR, times)
    if last.code:
        return not_measured(what, store, f"exit {last.code}: {last.out.strip().splitlines()[-1:]}")
    goal = f"≤ {limit:g} × python3 -c pass"
    return Figure(what, store, 1000 * seconds, "ms", ratio, "× python", goal, at_most(ratio, limit))
