"""Running programs to their end, and taking their time and memory from outside."""

from __future__ import annotations

import os
import pty
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.numbers import Ratio, Sample, paired_ratio, sample

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".bench"
"""Everything that the benchmarks make lies here; nothing else does."""
_LOOK = 0.05
"""Seconds between two looks at the memory of a program."""


class Run(NamedTuple):
    """One run of a program from start to end."""

    seconds: float
    cpu: float
    """Seconds it computed, with its children."""
    code: int
    out: str
    """What it said; of a program that was watched, the end."""


class Watched(NamedTuple):
    """What looking at a program while it ran showed."""

    peaks: tuple[float, ...]
    """Most memory of it and its children in each tenth of its run, in MB."""
    updates: int
    """How often it said how far it was."""
    silence: float
    """Longest time without such a word, in seconds."""


def program() -> list[str]:
    """Return the words that start talks-tui: the command installed from here, else the module."""
    installed = Path(sys.executable).parent / "talks-tui"
    ours = installed.exists() and installed.is_relative_to(ROOT)
    return [str(installed)] if ours else [sys.executable, "-m", "tui.cli"]


def unwanted() -> list[str]:
    """Name what stands in the environment and would change talks-tui or how Python starts.

    Compiled modules are kept, as they are for everyone who installs a program: compiling is no part of a launch.
    """
    return [name for name in os.environ if name.startswith(("TALKS_", "PYTHON"))]


def environment() -> dict[str, str]:
    """Return the environment for programs."""
    left_out = unwanted()
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"TALKS_AUTHOR": "bench"}


def run(words: Sequence[str], extra: dict[str, str] | None = None, timeout: float | None = None) -> Run:
    """Run a program to its end. Raises subprocess.TimeoutExpired, having ended it, where it takes too long."""
    before, began = _computed(), time.perf_counter()
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT,
        env=environment() | (extra or {}), timeout=timeout,
    )  # fmt: skip
    seconds = time.perf_counter() - began
    cpu = _computed() - before
    return Run(seconds, cpu, done.returncode, done.stdout.decode(errors="replace"))


def _computed() -> float:
    """Return the seconds that programs which have ended computed."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run_watched(words: Sequence[str]) -> tuple[Run, Watched]:
    """Run a program with a terminal for its talk; look at the memory of it and its children all the while."""
    HOME.mkdir(exist_ok=True)
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    before, began = _computed(), time.perf_counter()
    child = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=ROOT, env=environment()
    )  # fmt: skip
    os.close(theirs)
    looks: list[tuple[float, float]] = []
    heard: list[float] = [0.0]
    said = b""
    while child.poll() is None:
        now = time.perf_counter() - began
        looks.append((now, _tree_mb(child.pid)))
        if told := _read(ours):
            heard.append(now)
            said = (said + told)[-4000:]
        time.sleep(_LOOK)
    seconds = time.perf_counter() - began
    said += _read(ours)
    os.close(ours)
    cpu = _computed() - before
    silence = max(b - a for a, b in zip(heard, [*heard[1:], seconds], strict=True))
    watched = Watched(_tenths(looks, seconds), len(heard) - 1, silence)
    return Run(seconds, cpu, child.returncode, said.decode(errors="replace")), watched


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def _tenths(looks: Sequence[tuple[float, float]], seconds: float) -> tuple[float, ...]:
    peaks = [0.0] * 10
    for moment, megabytes in looks:
        place = min(9, int(10 * moment / seconds))
        peaks[place] = max(peaks[place], megabytes)
    return tuple(peak for peak in peaks if peak)


def _tree_mb(pid: int) -> float:
    """Add up what a process and its children hold in memory now; what they share counts for each."""
    total, left = 0, [pid]
    while left:
        now = left.pop()
        try:
            status = Path(f"/proc/{now}/status").read_text(encoding="ascii", errors="replace")
            tasks = list(Path(f"/proc/{now}/task").iterdir())
            left += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
        found = re.search(r"VmRSS:\s*(\d+)", status)
        total += int(found[1]) if found else 0
    return total / 1024


class PairedRuns(NamedTuple):
    """Runs of a program and of its floor in turns."""

    wall: Sample
    """Milliseconds."""
    ratio: Ratio
    cpu_ratio: Ratio | None
    failed: Run | None
    """A run that did not end well."""


def paired(ways: Sequence[Sequence[str]], floor: Sequence[str], times: int) -> PairedRuns:
    """Run a program and its floor in turns, after one run of each that does not count.

    Each of the `ways` to call the program is taken in turn, for what would not do anything a second time.
    """
    turns = [run(words) for words in ways]
    run(floor)
    ours, bases = [], []
    for turn in range(times):
        words = ways[turn % len(ways)]
        if turn % 2:
            ours.append(run(words))
            bases.append(run(floor))
        else:
            bases.append(run(floor))
            ours.append(run(words))
    wall = sample([1000 * one.seconds for one in ours])
    ratio = paired_ratio([one.seconds for one in bases], [one.seconds for one in ours])
    if wall is None or ratio is None:
        raise ValueError("a program is run at least once")
    cpu = paired_ratio([one.cpu for one in bases], [one.cpu for one in ours])
    failed = next((one for one in (*turns, *ours) if one.code), None)
    return PairedRuns(wall, ratio, cpu, failed)
