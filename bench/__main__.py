"""`python -m bench 100 10000`: how fast the program is on stores of these sizes, with the goals beside the figures."""

from __future__ import annotations

import os
import platform
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bench import commands, inside, peers, screens, stores
from bench.probe import Probe, find_probe
from bench.table import Figure, not_measured, table
from store.repository import engine_version

_SIZES = (100, 10_000)
_PARTS = ("import", "screen", "commands", "store")


def main() -> int:
    """Measure what was asked for and print a table for each part. Returns the exit code."""
    asked = _asked()
    probe: Probe | str = find_probe(asked.probe)
    print(f"Python {platform.python_version()}, SQLite {engine_version()}, {os.cpu_count()} cores, load", end=" ")
    print(f"{os.getloadavg()[0]:.1f}; medians; F = the floor, a bare app with one widget, launched in turns with ours")
    print()
    if asked.peers:
        print(table("Other programs, a fresh start with little data", peers.figures(probe, asked.times)))
        return 0
    made = []
    for size in sorted(set(asked.sizes or _SIZES)):
        _say(f"store of {size:,}")
        made.append(stores.built(size, fresh=asked.fresh))
    for part in asked.part or _PARTS:
        print(table(part.capitalize(), _part(part, made, probe, asked)), flush=True)
    return 0


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m bench", description="Measure talks-tui; F is the floor.")
    parser.add_argument("sizes", type=int, nargs="*", help="commitments in the stores (default: 100 10000)")
    parser.add_argument("--part", action="append", choices=_PARTS, help="only this part (may be given again)")
    parser.add_argument("--times", type=int, default=5, help="launches of each program (default: 5)")
    parser.add_argument("--idle", type=float, default=5, help="seconds of watching an idle dashboard (default: 5)")
    parser.add_argument("--probe", type=Path, help="ttyprobe.py (default: ../shared/ttyprobe.py)")
    parser.add_argument("--fresh", action="store_true", help="make the stores anew")
    parser.add_argument("--peers", action="store_true", help="install other programs and time their start instead")
    asked = parser.parse_args()
    if any(size < 10 for size in asked.sizes) or asked.times < 1:
        parser.error("a store holds at least 10 commitments, and a program is launched at least once")
    return asked


def _part(part: str, made: list[stores.Built], probe: Probe | str, asked: Namespace) -> list[Figure]:
    least = made[0]
    if part == "import":
        return [figure for store in made for figure in stores.figures(store, least)]
    found: list[Figure] = []
    if part == "commands":
        _say("commands")
        found += commands.without_store(asked.times)
        for store in made:
            found += commands.on_store(store, asked.times)
    elif part == "store":
        first = inside.timed(least, 3 * asked.times)
        for store in made:
            _say(f"views of {store.name}")
            here = first if store is least else inside.timed(store, 3 * asked.times)
            found += inside.figures(store, here, least, first)
    elif isinstance(probe, str):
        found.append(not_measured("everything on the screen", "", probe))
    else:
        base: dict[str, float] = {}
        for store in made:
            _say(f"screen on {store.name}")
            found += screens.figures(probe, store, least, base, screens.Plan(asked.times, asked.idle))
    return found


def _say(words: str) -> None:
    print(f"bench: {words} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
