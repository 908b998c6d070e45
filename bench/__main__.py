"""`python -m bench 100 10000`: how fast the program is on stores of these sizes, with the goals beside the figures."""

from __future__ import annotations

import json
import os
import platform
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench import acting, cold, commands, idling, inside, keys, peers, starting, stores, visits
from bench.probe import Probe, find_probe
from bench.table import Figure, not_measured, table, verdicts
from store.repository import engine_version

_SIZES = (100, 10_000, 100_000, 1_000_000)
_SCREEN = ("launch", "actions", "idle", "cold")
_PARTS = ("import", *_SCREEN, "commands", "store")
_Tables = Iterator[tuple[str, list[Figure]]]


class _Job(NamedTuple):
    asked: Namespace
    made: list[stores.Built]
    probe: Probe | str

    @property
    def least(self) -> stores.Built:
        return self.made[0]


def main() -> int:
    """Measure what was asked for and print a table for each part. Returns the exit code."""
    asked = _asked()
    probe = find_probe(asked.probe)
    print(f"Python {platform.python_version()}, SQLite {engine_version()}, {os.cpu_count()} cores, load", end=" ")
    print(f"{os.getloadavg()[0]:.1f}; F = the floor, a bare app with one widget, launched in turns")
    if isinstance(probe, str):
        print(f"Nothing on a screen can be measured: {probe}.")
    print()
    found: list[tuple[str, Figure]] = []
    for title, figures in _peers(probe, asked) if asked.peers else _all(probe, asked):
        print(table(title, figures), flush=True)
        found += [(title, figure) for figure in figures]
    print(verdicts([figure for _, figure in found]))
    if asked.json:
        machine = {"python": platform.python_version(), "sqlite": engine_version(), "cores": os.cpu_count()}
        figures_ = [{"part": title, **figure.as_object()} for title, figure in found]
        objects = {"machine": machine, "load": os.getloadavg(), "figures": figures_}
        asked.json.write_text(json.dumps(objects, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m bench", description="Measure talks-tui; F is the floor.")
    parser.add_argument("sizes", type=int, nargs="*", help=f"commitments in the stores (default: {_SIZES})")
    parser.add_argument("--part", action="append", choices=_PARTS, help="only this part (may be given again)")
    parser.add_argument("--times", type=int, default=9, help="launches of each program (default: 9)")
    parser.add_argument("--idle", type=float, default=60, help="seconds of watching an idle dashboard (default: 60)")
    parser.add_argument("--probe", type=Path, help="ttyprobe.py (default: ../shared/ttyprobe.py)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to a file too")
    parser.add_argument("--fresh", action="store_true", help="make the stores anew")
    parser.add_argument("--peers", action="store_true", help="install other programs and measure them beside ours")
    asked = parser.parse_args()
    if any(size < 100 for size in asked.sizes) or asked.times < 1:
        parser.error("a store holds at least 100 commitments, and a program is launched at least once")
    return asked


def _peers(probe: Probe | str, asked: Namespace) -> _Tables:
    sizes = sorted(set(asked.sizes or peers.SIZES))
    yield from peers.tables(probe, sizes, asked.times, asked.idle)


def _all(probe: Probe | str, asked: Namespace) -> _Tables:
    made = []
    for size in sorted(set(asked.sizes or _SIZES)):
        _say(f"store of {size:,}")
        made.append(stores.built(size, fresh=asked.fresh))
    job = _Job(asked, made, probe)
    for part in asked.part or _PARTS:
        _say(part)
        if part not in _SCREEN:
            yield part.capitalize(), _inside(part, job)
        elif isinstance(probe, str):
            yield part.capitalize(), [not_measured(part, "", "needs the probe")]
        else:
            yield from _on_screen(part, job, probe)


def _inside(part: str, job: _Job) -> list[Figure]:
    found: list[Figure] = []
    if part == "import":
        return [figure for store in job.made for figure in stores.figures(store, job.least)]
    if part == "commands":
        found += commands.without_store(job.asked.times)
        for store in job.made:
            found += commands.on_store(store, job.asked.times)
        return found
    first = inside.timed(job.least)
    for store in job.made:
        _say(f"views of {store.name}")
        here = first if store is job.least else inside.timed(store)
        found += inside.figures(store, here, job.least, first)
    return found


def _on_screen(part: str, job: _Job, probe: Probe) -> _Tables:
    few = max(1, job.asked.times // 3)
    subjects = [visits.dashboard(store.name, store.path) for store in job.made]
    if part == "launch":
        everyone = [visits.dashboard("seed", stores.seed_store()), *subjects]
        series = visits.in_turns(probe, everyone, job.asked.times, few)
        sizes = {"seed": 0} | {store.name: store.size for store in job.made}
        yield "Starting and leaving", starting.figures(series, sizes)
        yield "Keys that move", keys.figures(series, [subject.name for subject in subjects])
    elif part == "actions":
        for store in job.made:
            _say(f"actions on {store.name}")
            yield f"Actions on {store.name}", acting.figures(probe, store, few)
    elif part == "idle":
        yield f"Idle for {job.asked.idle:g} s", idling.figures(probe, subjects, job.asked.idle)
    else:
        yield "Cold", [row for store in job.made for row in cold.figures(probe, store, few)]


def _say(words: str) -> None:
    print(f"bench: {words} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
