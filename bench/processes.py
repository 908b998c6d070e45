"""Running programs and taking their time and memory from outside."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".bench"
"""Everything that the benchmarks make lies here; nothing else does."""
_LOOK = 0.02
"""Seconds between two looks at the memory of a program."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program from start to end."""

    seconds: float
    peak_mb: float
    """Most memory it had in use, as far as looks every 20 ms show."""
    code: int
    out: str
    """The end of what it said."""


def program() -> list[str]:
    """Return the words that start talks-tui: the installed command beside this Python, else the module."""
    installed = Path(sys.executable).parent / "talks-tui"
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "tui.cli"]


def environment() -> dict[str, str]:
    """Return the environment for programs: as it is, without what would change talks-tui or how Python starts.

    Compiled modules are kept, as they are for everyone who installs a program: compiling is no part of a launch.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TALKS_", "PYTHON"))}
    return kept | {"TALKS_AUTHOR": "bench", "PYTHONPATH": str(ROOT)}


def run(words: Sequence[str], *, look: bool = False) -> Run:
    """Run a program to its end; with `look` also watch its memory. Whatever it prints goes to a file and back."""
    HOME.mkdir(exist_ok=True)
    path = HOME / f"out-{os.getpid()}"
    with path.open("w+b") as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT, env=environment()
        )  # fmt: skip
        peak = _watched(child) if look else 0.0
        code = child.wait()
        seconds = time.perf_counter() - began
        out.seek(0)
        said = out.read()[-2000:].decode(errors="replace")
    path.unlink()
    return Run(seconds, peak, code, said)


def _watched(child: subprocess.Popen[bytes]) -> float:
    """Follow a program to its end; return the most memory it had, in MB."""
    peak = 0
    while child.poll() is None:
        try:
            status = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii", errors="replace")
        except OSError:
            status = ""
        found = re.search(r"VmHWM:\s*(\d+)", status)
        peak = int(found[1]) if found else peak
        time.sleep(_LOOK)
    return peak / 1024


def paired(words: Sequence[str], floor: Sequence[str], times: int) -> tuple[float, float, Run]:
    """Run a program and its floor in turns: median seconds, median of the pairwise ratios, and the last run."""
    run(words), run(floor)
    seconds, ratios = [], []
    last = run(words)
    for turn in range(times):
        if turn % 2:
            last, base = run(words), run(floor)
        else:
            base = run(floor)
            last = run(words)
        seconds.append(last.seconds)
        ratios.append(last.seconds / base.seconds)
    return statistics.median(seconds), statistics.median(ratios), last
