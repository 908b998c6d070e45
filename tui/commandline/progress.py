"""How an import goes on: one line on a terminal's standard error, in place, for what takes longer than a moment."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from types import TracebackType

    from tui.commandline.surroundings import Surroundings

_MOMENT = 0.5
"""Seconds before the first line."""
_PAUSE = 0.2
"""Seconds between one line and the next."""
_CLEAR = "\r\x1b[K"


class Progress:
    """Writes how far an import is; says nothing where standard error is no terminal. Use it as a context manager."""

    def __init__(self, around: Surroundings, size: int | None) -> None:
        """Take the size of all that is to be read, in bytes; None = unknown."""
        self._around, self._size = around, size
        self._shown = False
        self._listened = around.err.isatty() and around.environment.get("TERM", "") not in ("", "dumb")
        self._clock: Callable[[], datetime] = around.clock
        self._began = self._clock().timestamp() if self._listened else 0.0
        self._next = self._began + _MOMENT

    def __enter__(self) -> Progress:
        """Hand out itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._shown:
            self._write(_CLEAR)

    def __call__(self, phase: str, done: int, of: int) -> None:
        """Show how far it is, unless the last line is hardly older."""
        if not self._listened:
            return
        now = self._clock().timestamp()
        if now < self._next:
            return
        self._next, self._shown = now + _PAUSE, True
        minutes, seconds = divmod(int(now - self._began), 60)
        self._write(f"{_CLEAR}talks-tui: {' · '.join(self._parts(phase, done, of))} · {minutes}:{seconds:02}")

    def _parts(self, phase: str, done: int, of: int) -> Iterator[str]:
        if phase == "indexing":
            yield f"making indexes: {done} of {of}"
            return
        if phase == "counting":
            yield "counting what lies where"
            return
        if phase != "reading":
            yield f"ordering the board: {done:,} of {of:,} commitments"
            return
        yield f"reading: {done:,} lines"
        if self._size and of:
            yield f"{min(100 * of // self._size, 100)} %"

    def _write(self, text: str) -> None:
        try:
            self._around.err.write(text)
            self._around.err.flush()
        except (OSError, ValueError):
            self._listened = False
