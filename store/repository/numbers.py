"""Line numbers of rows, kept so that a problem found late can still name its line: in memory, then in a file."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import IO

_IN_MEMORY = 50_000


class LineNumbers:
    """The line that each row of one table comes from; rows are numbered one after the other."""

    def __init__(self, first: int) -> None:
        """Begin with the number of the first row."""
        self._first = first
        self._newest = array("Q")
        self._spilt: IO[bytes] | None = None
        self._in_file = 0

    def extend(self, lines: Iterable[int]) -> None:
        """Add the lines of the next rows."""
        self._newest.extend(lines)
        if len(self._newest) >= _IN_MEMORY:
            self._spill()

    def of(self, row: int) -> int:
        """Return the line of a row."""
        place = row - self._first
        if place >= self._in_file or self._spilt is None:
            return self._newest[place - self._in_file]
        size = self._newest.itemsize
        self._spilt.seek(place * size)
        found = array("Q", self._spilt.read(size))
        self._spilt.seek(0, 2)
        return found[0]

    def close(self) -> None:
        """Remove the file."""
        if self._spilt is not None:
            self._spilt.close()

    def _spill(self) -> None:
        from tempfile import TemporaryFile

        if self._spilt is None:
            self._spilt = TemporaryFile()  # noqa: SIM115 - `close` closes it
        self._newest.tofile(self._spilt)
        self._in_file += len(self._newest)
        self._newest = array("Q")
