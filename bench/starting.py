"""Starting and leaving: the first paint, the first key, memory, quitting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.numbers import paired_ratio, sample
from bench.table import Figure, Goal, figure, not_measured
from bench.visits import Series, Visit

_Pick = Callable[[Visit], float | None]
_LARGE = 1_000_000
_GROWTH = 3.0
"""Most MB that the biggest store may take more than the smallest."""


def figures(found: Mapping[str, Series], sizes: Mapping[str, int]) -> list[Figure]:
    """List what launching came to on each store, against the floor launched in the same turns."""
    floor = found["F"]
    rows = [_alone("the floor itself", floor, lambda visit: visit.paint)]
    for name, size in sizes.items():
        series = found[name]
        if not any(series.visits):
            rows.append(not_measured("starting", name, series.failed))
            continue
        rows += _launch(floor, series, name, size)
    return [*rows, *_growth(found, list(sizes))]


def _alone(what: str, series: Series, pick: _Pick) -> Figure:
    return figure(what, "", "ms", sample(series.column(pick)), note="first paint; F in all ratios")


def _launch(floor: Series, series: Series, name: str, size: int) -> list[Figure]:
    def row(what: str, unit: str, pick: _Pick, goal: Goal) -> Figure:
        base, ours = floor.column(pick), series.column(pick)
        return figure(what, name, unit, sample(ours), goal, ratio=paired_ratio(base, ours), against="F")

    lost = sum(visit is None for visit in series.visits)
    first = row("first paint", "ms", lambda visit: visit.paint, Goal(ratio=1.25 if size >= _LARGE else 1.15))
    if lost:
        first = first._replace(note=f"{lost} launches failed: {series.failed}")
    left = sample(series.column(lambda visit: visit.quit))
    forced = sum(visit is not None and visit.quit is None for visit in series.visits)
    return [
        first,
        row("first paint: computing", "ms", lambda visit: visit.paint_cpu, Goal()),
        row("first key answered", "ms", lambda visit: visit.first_key, Goal(ratio=1.2)),
        row("peak memory", "MB", lambda visit: visit.memory, Goal(ratio=1.2)),
        figure("quit", name, "ms", left, Goal(350), note=f"{forced} had to be forced" if forced else ""),
    ]


def _growth(found: Mapping[str, Series], names: list[str]) -> list[Figure]:
    """Compare the memory of the biggest store with that of the smallest made-up one."""
    made = [name for name in names if name != "seed"]
    least, most = made[0], made[-1]
    if least == most:
        return []
    pairs = zip(found[least].visits, found[most].visits, strict=True)
    grown = [more.memory - less.memory for less, more in pairs if less and more]
    return [figure("memory growth", f"{least} → {most}", "MB", sample(grown), Goal(_GROWTH))]
