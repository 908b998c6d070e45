"""Keys that move: how soon the screen answers, what that costs, and whether it grows with the store."""

from __future__ import annotations

from collections.abc import Mapping

from bench.numbers import pooled_ratio, sample
from bench.table import Figure, Goal, figure, not_measured
from bench.visits import KINDS, Series

_FLAT = 1.1
"""Most times what the smallest store takes."""
_LOST = "of these keys nothing changed the screen"


def figures(found: Mapping[str, Series], names: list[str]) -> list[Figure]:
    """List every kind of key on every store, against the floor's echo and against the smallest store."""
    floor = found["F"]
    echo = sample(floor.strokes("echo", lambda stroke: stroke.first))
    rows = [
        figure("F's own key: first change", "", "ms", echo),
        figure("F's own key: computing", "", "ms", sample(floor.strokes("echo", lambda stroke: stroke.cpu))),
        figure("F's own key: bytes", "", "", sample(floor.strokes("echo", lambda stroke: stroke.sent))),
    ]
    for name in names:
        for kind in KINDS:
            rows += _kind(kind, name, found, names[0])
        if found[name].missed:
            rows.append(figure("keys that changed nothing", name, "", found[name].missed))
    return rows


def _kind(kind: str, name: str, found: Mapping[str, Series], least: str) -> list[Figure]:
    series = found[name]
    first = sample(series.strokes(kind, lambda stroke: stroke.first))
    last = sample(series.strokes(kind, lambda stroke: stroke.last))
    if first is None:
        return [not_measured(kind, name, series.failed or _LOST)]
    echo = sample(found["F"].strokes("echo", lambda stroke: stroke.first))
    rows = [
        figure(f"{kind}: first change", name, "ms", first, Goal(ratio=2), ratio=pooled_ratio(echo, first), against="F"),
        figure(
            f"{kind}: 95 of 100 within", name, "ms", first.late, Goal(ratio=3), ratio=first.late / first.median,
            against="× median",
        ),
        figure(f"{kind}: last change", name, "ms", last),
    ]  # fmt: skip
    if name != least:
        base = found[least]
        then = sample(base.strokes(kind, lambda stroke: stroke.first)), first
        settled = sample(base.strokes(kind, lambda stroke: stroke.last)), last
        flat, against = Goal(ratio=_FLAT), f"× {least}"
        rows += [
            figure(f"{kind}: grown, first", name, "ms", first, flat, ratio=pooled_ratio(*then), against=against),
            figure(f"{kind}: grown, last", name, "ms", last, flat, ratio=pooled_ratio(*settled), against=against),
        ]
    cursor = kind == "cursor"
    cpu, sent = (sample(series.strokes(kind, pick)) for pick in (lambda one: one.cpu, lambda one: one.sent))
    return [
        *rows,
        figure(f"{kind}: computing", name, "ms", cpu, Goal(5) if cursor else None),
        figure(f"{kind}: bytes", name, "", sent, Goal(800) if cursor else None),
    ]
