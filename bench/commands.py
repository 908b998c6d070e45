"""The command line: whole runs against the shortest run that Python can make."""

from __future__ import annotations

import sys

from bench.processes import paired, program
from bench.stores import Built, copied
from bench.table import Figure, Goal, figure, not_measured

_FLOOR = (sys.executable, "-c", "pass")
_SUBJECT = "N0000007"
"""A commitment that every store holds."""


def without_store(times: int) -> list[Figure]:
    """Time what needs no store."""
    return [_figure(word, "", [[word]], times, 3) for word in ("--help", "--version")]


def on_store(store: Built, times: int) -> list[Figure]:
    """Time looking at a store and writing to a copy of it; each write changes something."""
    read = ["--store", str(store.path), "--read-only"]
    write = ["--store", str(copied(store, "commands"))]
    values = [[*write, "set", _SUBJECT, value, "--reason", "bench"] for value in ("stalled", "partial")]
    return [
        _figure("show ID", store.name, [[*read, "show", _SUBJECT]], times, 5),
        _figure("status --json --limit 50", store.name, [[*read, "status", "--json", "--limit", "50"]], times, 5),
        _figure("set ID STATUS", store.name, values, times, 5),
    ]


def _figure(what: str, store: str, ways: list[list[str]], times: int, limit: float) -> Figure:
    runs = paired([[*program(), *words] for words in ways], _FLOOR, times)
    if runs.failed:
        return not_measured(what, store, f"exit {runs.failed.code}: {' '.join(runs.failed.out.split()[-30:])}")
    note = f"computing: {runs.cpu_ratio.value:.2f} × python" if runs.cpu_ratio else ""
    return figure(what, store, "ms", runs.wall, Goal(ratio=limit), ratio=runs.ratio, against="× python", note=note)
