"""Handing values to a process that may lag far behind: they lie in a file, and a pipe says how long each is."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from store.errors import StoreError

SIZE = 8
"""Bytes that say how long a value is."""
_END = 0


class Spool:
    """One process puts values in, another takes them out; memory holds one of them, however many wait.

    Both have it from before they were two. The file has no name, so it is gone with the last of them.
    """

    def __init__(self, folder: Path | None) -> None:
        """Make the file in a folder, or where files for a while lie."""
        self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - `close` closes it
        self._descriptor, self._place = self._file.fileno(), 0
        self._here, self._there = os.pipe()

    def give(self) -> None:
        """From now on only put values in."""
        os.close(self._here)
        self._here = -1

    def receive(self) -> None:
        """From now on only take values out."""
        os.close(self._there)
        self._there = -1

    def put(self, written: bytes) -> None:
        """Put in a value that was written by `marshal`."""
        left = memoryview(written)
        while left:
            done = os.pwrite(self._descriptor, left, self._place)
            self._place += done
            left = left[done:]
        os.write(self._there, len(written).to_bytes(SIZE))

    def end(self) -> None:
        """Say that no value follows."""
        os.write(self._there, _END.to_bytes(SIZE))

    def values(self) -> Iterator[Any]:
        """Take out value after value, waiting for each. Raises StoreError where no end was said."""
        place = 0
        while size := self._size():
            yield marshal.loads(os.pread(self._descriptor, size, place))  # noqa: S302 - a process of ours wrote it
            place += size

    def close(self) -> None:
        """Let go of it."""
        self._file.close()
        for descriptor in (self._here, self._there):
            if descriptor >= 0:
                os.close(descriptor)
        self._here = self._there = -1

    def _size(self) -> int:
        told = b""
        while len(told) < SIZE:
            more = os.read(self._here, SIZE - len(told))
            if not more:
                raise StoreError("a process that read the lines was stopped; nothing was saved, try again")
            told += more
        return int.from_bytes(told)
