"""The dashboard, measured from outside on a pseudo-terminal against the floor: a bare app with one widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.probe import READY, Launch, Pair, Probe, ProbeError, median
from bench.processes import program
from bench.stores import Built
from bench.table import Figure, at_most, not_measured

FILLED = r"(?s)open of \d.*Evidence · \S.*\bquit\b"
"""Obligations, evidence and footer are there: the board is set once, so all panes are drawn with it."""
_LARGE = 1_000_000
_CURSOR = ("j,k", "down,up")
_MOVES = {"page": "pgdn,pgup", "end, home": "end,home", "next pane": "tab,s-tab"}
_STEPS = {
    "as-of step": (["<lt>", "<gt>"], "≤ 50 ms", 50.0),
    "reading switch": (["v", "v", "v"], "≤ 50 ms", 50.0),
}
_TYPED = "прот"
"""What is typed into the filter; each letter counts as answered once the title of the list shows what it found."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    launches: int
    idle: float
    """Seconds of watching an idle dashboard."""


def figures(probe: Probe, store: Built, least: Built, base: dict[str, float], plan: Plan) -> list[Figure]:
    """Measure everything on one store; `base` keeps the medians of the smallest store for those that follow."""
    found: list[Figure] = []
    for measure in (_paired, _first_key, _moves, _steps, _filter, _status):
        try:
            found += measure(probe, store, plan)
        except ProbeError as error:
            found.append(not_measured(measure.__name__.strip("_").replace("_", " "), store.name, str(error)))
    return [_against(figure, store, least, base) for figure in found]


def _against(figure: Figure, store: Built, least: Built, base: dict[str, float]) -> Figure:
    """Add the ratio to the smallest store to keys, and the growth to memory."""
    if figure.value is None:
        return figure
    if store is least:
        base.setdefault(figure.what, figure.value)
        return figure
    first = base.get(figure.what)
    if first is None:
        return figure
    if figure.unit == "MB":
        grown = figure.value - first
        met = (figure.met is not False) and grown <= 3
        return Figure(
            figure.what, figure.store, figure.value, figure.unit, figure.ratio, figure.against,
            f"{figure.goal}, growth ≤ 3 MB", met, f"{grown:+.1f} MB from {least.name}",
        )  # fmt: skip
    if figure.ratio is None and first and figure.what.startswith("key: "):
        ratio = figure.value / first
        return Figure(
            figure.what, figure.store, figure.value, figure.unit, ratio, f"× {least.name}",
            figure.goal or "≤ 1.1 × smallest", at_most(ratio, 1.1), figure.note,
        )  # fmt: skip
    return figure


def _words(store: Built) -> list[str]:
    return [*program(), "--store", str(store.path)]


def _paired(probe: Probe, store: Built, plan: Plan) -> list[Figure]:
    options = ["-n", str(plan.launches), "--keys", _CURSOR[0], "--rep", "30", "--idle", f"{plan.idle:g}", "--quit", "q"]
    pair = probe.pair(READY, _words(store), FILLED, options)
    return [*_launch(pair, store), *_cursor(pair, store), *_still(pair.ours, store)]


def _launch(pair: Pair, store: Built) -> list[Figure]:
    limit = 1.25 if store.size >= _LARGE else 1.15
    first, paint, memory = median(pair.ours, "paint_ms"), pair.ratio("paint_ms"), pair.ratio("hwm_mb")
    name = store.name
    return [
        Figure("first paint", name, first, "ms", paint, "F", f"≤ {limit} F", at_most(paint, limit)),
        Figure("first paint, CPU", name, median(pair.ours, "paint_cpu_ms"), "ms", pair.ratio("paint_cpu_ms"), "F"),
        Figure("peak memory", name, median(pair.ours, "hwm_mb"), "MB", memory, "F", "≤ 1.2 F", at_most(memory, 1.2)),
    ]


def _cursor(pair: Pair, store: Built) -> list[Figure]:
    ours, name = pair.ours, store.name
    late, usual, echo = median(ours, "key_p95_ms"), median(ours, "key_ms"), pair.ratio("key_ms")
    spread = late / usual if late and usual else None
    cpu, sent = median(ours, "key_cpu_ms"), median(ours, "key_bytes")
    missed = sum(launch.get("miss", 0) for launch in ours)
    note = f"{missed} keys changed nothing" if missed else ""
    return [
        Figure("cursor key to paint", name, usual, "ms", echo, "F", "≤ 2 F", at_most(echo, 2), note),
        Figure("cursor key, 95 %", name, late, "ms", spread, "× median", "≤ 3 × median", at_most(spread, 3)),
        Figure("cursor key, still", name, median(ours, "key_last_ms"), "ms", pair.ratio("key_last_ms"), "F"),
        Figure("cursor key, CPU", name, cpu, "ms", pair.ratio("key_cpu_ms"), "F", "≤ 5 ms", at_most(cpu, 5)),
        Figure("cursor key, bytes", name, sent, "", pair.ratio("key_bytes"), "F", "≤ 800", at_most(sent, 800)),
    ]


def _still(ours: Sequence[Launch], store: Built) -> list[Figure]:
    cpu, sent, left = median(ours, "idle_cpu_pct"), median(ours, "idle_bytes_s"), median(ours, "quit_s")
    how = ", ".join(sorted({str(launch.get("quit")) for launch in ours}))
    return [
        Figure("idle, CPU", store.name, cpu, "%", goal="≤ 0.3 %", met=at_most(cpu, 0.3)),
        Figure("idle, bytes a second", store.name, sent, "", goal="0", met=at_most(sent, 0)),
        Figure(
            "quit", store.name, 1000 * left if left else None, "ms", goal="≤ 350 ms", met=at_most(left, 0.35), note=how
        ),
    ]


def _first_key(probe: Probe, store: Built, plan: Plan) -> list[Figure]:
    options = ["-n", "1", "--quiet", "0", "--quit", "q"]
    ours, floor = [], []
    for _ in range(plan.launches):
        floor += [_answered(launch) for launch in probe.steps(probe.floor_words, READY, ["j"], options)]
        ours += [_answered(launch) for launch in probe.steps(_words(store), FILLED, ["j"], options)]
    mine, least = median(ours, "sum"), median(floor, "sum")
    ratio = mine / least if mine and least else None
    return [Figure("first key answered", store.name, mine, "ms", ratio, "F", "≤ 1.2 F", at_most(ratio, 1.2))]


def _answered(launch: Launch) -> Launch:
    """Add up the time from launch to the answer to a key struck as soon as the screen was there."""
    paint, key = launch.get("paint_ms"), launch.get("s1_ms")
    return {"sum": paint + key} if paint is not None and key is not None else {}


def _moves(probe: Probe, store: Built, plan: Plan) -> list[Figure]:
    found = []
    for what, keys in _MOVES.items():
        options = ["-n", str(max(1, plan.launches // 3)), "--keys", keys, "--rep", "20", "--quit", "q"]
        launches = probe.start(_words(store), FILLED, options)
        found += [
            Figure(f"key: {what}", store.name, median(launches, "key_ms"), "ms"),
            Figure(f"key: {what}, still", store.name, median(launches, "key_last_ms"), "ms"),
        ]
    return found


def _steps(probe: Probe, store: Built, plan: Plan) -> list[Figure]:
    found = []
    options = ["-n", str(max(1, plan.launches // 3)), "--quiet", "0.3", "--timeout", "20", "--quit", "<c-q>"]
    for what, (keys, goal, limit) in _STEPS.items():
        launches = probe.steps(_words(store), FILLED, keys, options)
        first = _pooled(launches, range(len(keys)), "ms")
        last = _pooled(launches, range(len(keys)), "last")
        found += [
            Figure(f"{what}, first change", store.name, first, "ms"),
            Figure(what, store.name, last, "ms", goal=goal, met=at_most(last, limit), note="to the last change"),
        ]
    return found


def _filter(probe: Probe, store: Built, plan: Plan) -> list[Figure]:
    """Type into the filter; the echo of a letter alone is no answer."""
    options = ["-n", str(max(1, plan.launches // 3)), "--quiet", "0.3", "--timeout", "20", "--quit", "<c-q>"]
    letters = [f"{letter}=>· /{_TYPED[: place + 1]}(?!\\w)" for place, letter in enumerate(_TYPED)]
    launches = probe.steps(_words(store), FILLED, ["/", *letters], options)
    found = _pooled(launches, range(1, len(letters) + 1), "ms")
    goal, met = "≤ 20 ms", at_most(found, 20)
    return [Figure("filter as you type", store.name, found, "ms", goal=goal, met=met, note="to what it found")]


def _pooled(launches: Sequence[Launch], places: Sequence[int], kind: str) -> float | None:
    return median([{"ms": launch.get(f"s{place + 1}_{kind}")} for launch in launches for place in places], "ms")


def _status(probe: Probe, store: Built, plan: Plan) -> list[Figure]:
    """Set a status in place, each time in a copy of the store made anew."""
    target = store.copy()
    prep = f"cp '{store.path}' '{target}'; rm -f '{target}-wal' '{target}-shm'"
    options = ["-n", str(plan.launches), "--prep", prep, "--timeout", "20", "--quit", "q"]
    steps = ["<space>", "s", "j=>u undoes"]
    launches = probe.steps([*program(), "--store", str(target)], FILLED, steps, options)
    done = median(launches, "s3_ms")
    met, note = at_most(done, 15), "until it is said"
    return [Figure("status change", store.name, done, "ms", goal="≤ 15 ms", met=met, note=note)]
