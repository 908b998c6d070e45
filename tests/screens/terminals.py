"""A real terminal for tests: the program on a pseudo terminal, with an emulator that shows what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType

import pyte

_ROOT = Path(__file__).parents[2]
_COLUMNS, _ROWS = 120, 36
_PATIENCE = 20.0


class Terminal:
    """The dashboard on a store, running in a terminal of 120 by 36 that shows every colour."""

    def __init__(self, store: Path, *, path: str = "") -> None:
        """Start it; `path` goes before everything else on Python's path."""
        self._main, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self._before = termios.tcgetattr(other)
        self._other = other
        self._screen = pyte.Screen(_COLUMNS, _ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Everything that was written to it."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from tui.cli import launch; launch()", "--store", str(store)],
            stdin=other, stdout=other, stderr=other, start_new_session=True,
            env={
                "PATH": os.environ["PATH"], "HOME": str(store.parent), "TERM": "xterm-256color",
                "COLORTERM": "truecolor", "LANG": "C.UTF-8",
                "PYTHONPATH": os.pathsep.join(part for part in (path, str(_ROOT)) if part),
            },
        )  # fmt: skip

    def __enter__(self) -> Terminal:
        """Hand out the terminal."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what runs in it."""
        self.process.kill()
        self.process.wait()
        os.close(self._main)
        os.close(self._other)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def restored(self) -> bool:
        """Whether it is set as before, on its first screen, with a cursor."""
        self._read(0.05)
        ends = max(self.raw.rfind(code) for code in (b"\x1b[?1049l", b"\x1b[?25h"))
        begins = max(self.raw.rfind(code) for code in (b"\x1b[?1049h", b"\x1b[?25l"))
        return ends > begins and termios.tcgetattr(self._other) == self._before

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self._main, keys.encode())

    def until(self, pattern: str) -> None:
        """Read until the screen shows a pattern."""
        end = time.monotonic() + _PATIENCE
        while not re.search(pattern, self.text):
            if time.monotonic() > end:
                raise AssertionError(f"'{pattern}' did not appear:\n{self.text}")
            self._read(0.05)

    def ended(self) -> int:
        """Wait for the program to end and return its exit code."""
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"it did not end:\n{self.text}")
            self._read(0.05)
        self._read(0.05)
        return self.process.returncode

    def _read(self, seconds: float) -> None:
        while select.select([self._main], [], [], seconds)[0]:
            try:
                found = os.read(self._main, 65536)
            except OSError:
                return
            self.raw += found
            self._stream.feed(found)
            seconds = 0
