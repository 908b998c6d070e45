"""The probe: a module of its own that drives terminal programs through a pseudo-terminal and stamps what they write.

It is not part of this project. Where it is not found, what needs it is left out and the table says so.
"""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from bench.processes import HOME, ROOT, unwanted

GAP = 0.12
"""Seconds of stillness that end what a key does."""
_PAUSE = 0.03


class ProbeError(Exception):
    """Something did not appear on the screen; what was there instead is in .bench/screen.txt."""


class Look:
    """What must be on the screen, all of it; usable wherever the probe takes a pattern."""

    def __init__(self, pattern: str, holds: Callable[[str], bool]) -> None:
        self.pattern = pattern
        self._holds = holds

    def search(self, text: str) -> bool:
        """Say whether the screen shows it."""
        return self._holds(text)


class Stroke(NamedTuple):
    """What a key did."""

    first: float
    """Milliseconds to the first change on the screen, or to what was awaited."""
    last: float
    """Milliseconds to the last change."""
    cpu: float
    """Milliseconds of computing."""
    sent: int
    """Bytes written to the terminal."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A probe and the floor it measures against."""

    module: Any
    floor: Path

    @property
    def floor_words(self) -> list[str]:
        """The words that start the floor."""
        return [sys.executable, str(self.floor)]

    def launch(self, words: Sequence[str], extra: Mapping[str, str] | None = None) -> Launched:
        """Start a program on a terminal of its own."""
        removed: dict[str, str | None] = dict.fromkeys(unwanted())
        home = {"XDG_CACHE_HOME": str(HOME / "cache"), "XDG_CONFIG_HOME": str(HOME / "config")}
        # nothing is remembered where nothing can be written: each launch begins like the first
        settings = {**removed, "TALKS_AUTHOR": "bench", **home, "XDG_STATE_HOME": os.devnull, **(extra or {})}
        return Launched(self.module, self.module.Session(list(words), env=settings, cwd=str(ROOT)))


class Launched:
    """A program on a terminal; leaving the block ends it."""

    def __init__(self, module: Any, session: Any) -> None:
        self._module = module
        self._session = session
        self._open = True

    def __enter__(self) -> Launched:
        return self

    def __exit__(self, *_: object) -> None:
        if self._open:
            self.quit("")

    def shown(self, look: Look | str, timeout: float = 60) -> float:
        """Return the milliseconds from launch until it is shown. Raises ProbeError where it never is."""
        try:
            return 1000 * float(self._session.wait_for(look, timeout))
        except self._module.Timeout as error:
            raise self._failed(look) from error

    def still(self, seconds: float = 0.4) -> None:
        """Wait until nothing has changed for some time."""
        self._session.wait_quiet(seconds, 20)

    def strike(self, keys: str, look: Look | str | None = None, timeout: float = 20, gap: float = GAP) -> Stroke | None:
        """Type keys (`<down>`, `x`) and time the answer. None where nothing changed; ProbeError where no `look`.

        Raises ProbeError too where what is awaited is there already, since anything would then count as the answer.
        """
        if look is not None:
            self._session.drain(0)
            if _there(look, self.text()):
                raise self._failed(look, "was there before the key")
        found = self._session.key(self._module.keys(keys), look, gap=gap, timeout=timeout if look else 2.0)
        if gap:
            self._session.drain(_PAUSE)
        if found.first is None:
            if look is not None:
                raise self._failed(look)
            return None
        return Stroke(1000 * found.first, 1000 * found.last, 1000 * found.cpu, found.nbytes)

    def send(self, keys: str) -> None:
        """Type keys without waiting."""
        self._session.write(self._module.keys(keys))

    def text(self) -> str:
        """Return the text of the screen."""
        return str(self._session.term.text())

    def rows(self, *places: int) -> tuple[int, ...]:
        """Return what tells whether lines of the screen have changed, in text or in colour."""
        return tuple(self._session.term.screen.row_key(place) for place in places)

    def memory(self) -> float:
        """Return the most memory it and its children have had, in MB. Raises ProbeError where it has ended."""
        found = float(self._module.tree_mem(self._session.pid)["hwm_mb"])
        if not found:
            raise self._failed("the program", "ended by itself")
        return found

    def cpu(self) -> float:
        """Return the milliseconds it has computed, with its children."""
        return 1000 * float(self._module.tree_cpu(self._session.pid))

    def written(self) -> int:
        """Return the bytes it has written."""
        return int(self._session.nbytes)

    def watch(self, seconds: float) -> None:
        """Take in what it writes for some time."""
        self._session.drain(seconds)

    def kill(self) -> None:
        """End it at once, without any chance to save."""
        os.kill(self._session.pid, signal.SIGKILL)
        self.quit("")

    def quit(self, *keys: str) -> float | None:
        """Ask it to leave by keys; milliseconds until it has, None where it had to be forced."""
        self._open = False
        told = self._session.close([self._module.keys(key) for key in keys if key])
        return 1000 * float(told["quit_s"]) if told["quit"] == "quit key" else None

    def _failed(self, look: Look | str, why: str = "did not appear") -> ProbeError:
        HOME.mkdir(exist_ok=True)
        (HOME / "screen.txt").write_text(self.text(), encoding="utf-8")
        wanted = look if isinstance(look, str) else look.pattern
        return ProbeError(f"{wanted} {why} (.bench/screen.txt shows what was there)")


def _there(look: Look | str, text: str) -> bool:
    return look.search(text) if isinstance(look, Look) else bool(re.search(look, text, re.MULTILINE))


def find_probe(given: Path | None) -> Probe | str:
    """Return the probe given, or the one beside this project; else a sentence that says what is missing."""
    path = given or ROOT.parent / "shared" / "ttyprobe.py"
    floor = path.parent / "floor" / "app_static.py"
    for file in (path, floor):
        if not file.is_file():
            return f"{file} is not there (--probe names another)"
    found = importlib.util.spec_from_file_location("ttyprobe", path)
    if found is None or found.loader is None:
        return f"{path} is no Python module"
    module = importlib.util.module_from_spec(found)
    sys.modules["ttyprobe"] = module
    try:
        found.loader.exec_module(module)
    except ImportError as error:
        return f"the probe does not run: {error}"
    return Probe(module, floor)
