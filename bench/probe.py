"""The probe: a program of its own that drives terminal programs through a pseudo-terminal and stamps what they write.

It is not part of this project. Where it is not found, what needs it is left out and the table says so.
"""

from __future__ import annotations

import json
import shlex
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.processes import HOME, ROOT, environment

Launch = dict[str, Any]
"""What one launch came to: milliseconds, bytes, megabytes by the probe's own names."""
READY = "READY"
"""What the floor shows once it is there."""


class ProbeError(Exception):
    """The probe could not measure; its own last words say why."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A probe and the floor it measures against."""

    path: Path
    floor: Path

    @property
    def floor_words(self) -> list[str]:
        """The words that start the floor."""
        return [sys.executable, str(self.floor)]

    def pair(self, floor_until: str, words: Sequence[str], until: str, options: Sequence[str]) -> Pair:
        """Launch the floor and a program in turns."""
        told = self._run([
            "pair", *options, "--until-a", floor_until, "--until-b", until,
            "--a", shlex.join(self.floor_words), "--b", shlex.join(words),
        ])  # fmt: skip
        return Pair(told["a"], told["b"])

    def start(self, words: Sequence[str], until: str, options: Sequence[str]) -> list[Launch]:
        """Launch a program some times."""
        launches: list[Launch] = self._run(["start", *options, "--until", until, "--", *words])["rows"]
        return launches

    def steps(self, words: Sequence[str], until: str, steps: Sequence[str], options: Sequence[str]) -> list[Launch]:
        """Launch a program some times and take it through steps (`KEYS` or `KEYS=>REGEX`)."""
        given = [part for step in steps for part in ("--step", step)]
        launches: list[Launch] = self._run(["steps", *options, "--until", until, *given, "--", *words])["rows"]
        return launches

    def _run(self, arguments: Sequence[str]) -> dict[str, Any]:
        HOME.mkdir(exist_ok=True)
        told = HOME / "probe.jsonl"
        told.unlink(missing_ok=True)
        kind, *rest = arguments
        fixed = ["--json", str(told), "--cwd", str(ROOT), "--env", f"XDG_CACHE_HOME={HOME / 'cache'}"]
        done = subprocess.run(
            [sys.executable, str(self.path), kind, *fixed, *rest], capture_output=True, text=True, env=environment()
        )
        if done.returncode or not told.exists():
            said = (done.stderr or done.stdout).strip().splitlines()
            raise ProbeError(said[-1] if said else f"exit {done.returncode}")
        found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8").splitlines()[-1])
        return found


@dataclass(frozen=True, slots=True)
class Pair:
    """Launches of the floor and of a program, taken in turns."""

    floor: list[Launch]
    ours: list[Launch]

    def ratio(self, name: str) -> float | None:
        """Return the median of the pairwise ratios of something."""
        both = ((a.get(name), b.get(name)) for a, b in zip(self.floor, self.ours, strict=True))
        found = [b / a for a, b in both if a and b]
        return statistics.median(found) if found else None


def median(launches: Sequence[Launch], name: str) -> float | None:
    """Return the median of something over the launches that have it."""
    found = [launch[name] for launch in launches if isinstance(launch.get(name), int | float)]
    return statistics.median(found) if found else None


def find_probe(given: Path | None) -> Probe | str:
    """Return the probe given, or the one beside this project; else a sentence that says what is missing."""
    path = given or ROOT.parent / "shared" / "ttyprobe.py"
    floor = path.parent / "floor" / "app_static.py"
    for file in (path, floor):
        if not file.is_file():
            return f"{file} is not there (--probe names another)"
    done = subprocess.run([sys.executable, str(path), "--help"], capture_output=True, text=True)
    if done.returncode:
        return f"the probe does not run: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"
    return Probe(path, floor)
