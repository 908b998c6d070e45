"""Foresight in a process of its own: what is derived of commitments is worked out while their lines are being saved.

It sees the same chunks as the process that saves them, and may lag behind it or run ahead: the chunks lie in a file
until it comes to them, and what it works out lies in another one until all lines are saved.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from store.repository.foresight import Foresight
from store.repository.reading import Chunk, Reading
from store.repository.spool import Spool


class Ahead:
    """The process that foresees, from where a reading stopped foreseeing."""

    def __init__(self, reading: Reading, folder: Path | None) -> None:
        """Name the reading, and the folder in which there is room for what waits."""
        self._reading, self._folder = reading, folder
        self._child = 0
        self._spools: tuple[Spool, Spool] | None = None

    def start(self, part: int) -> None:
        """Go on with the foresight of the reading, whose last chunk was of a part, in a process of its own."""
        foresight, self._reading.foresight = self._reading.foresight, None
        if foresight is None:
            return
        read, foreseen = self._spools = Spool(self._folder), Spool(self._folder)
        self._child = os.fork()
        if self._child == 0:
            read.receive()
            foreseen.give()
            _foresee(foresight, part, read, foreseen)
        foreseen.receive()

    def feed(self, written: bytes) -> None:
        """Let it see a chunk as `marshal` writes it."""
        if self._spools is not None:
            self._spools[0].put(written)

    def full(self) -> None:
        """Say that it was fed with everything."""
        if self._spools is not None:
            self._spools[0].end()

    def fed_here(self) -> None:
        """Feed it from this process alone."""
        if self._spools is not None:
            self._spools[0].give()

    def fed_by_another(self) -> None:
        """Leave it to another process to feed it."""
        if self._spools is not None:
            self._spools[0].close()

    def foreseen(self) -> Iterator[list[list[Any]]]:
        """Hand out what it worked out, in the order of the lines. Raises StoreError where it is gone before the end."""
        if self._spools is not None:
            yield from self._spools[1].values()

    def close(self) -> None:
        """End it."""
        if self._spools is None:
            return
        for spool in self._spools:
            spool.close()
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        self._spools = None


def _foresee(foresight: Foresight, part: int, read: Spool, foreseen: Spool) -> NoReturn:
    """Foresee all that is read, then end without cleaning up: what is open belongs to the parent."""
    gc.disable()  # nothing here has circles, and looking for them takes a tenth of the time
    try:
        for found in read.values():
            chunk = Chunk(*found)
            if chunk.part != part:
                foresight.close()
                part = chunk.part
            lines = [(draft[0], kind, draft) for kind, drafts in chunk.drafts.items() for draft in drafts]
            for _, kind, (_, label, uid, said, _) in sorted(lines, key=_number):
                foresight.see(kind, label, uid, said)
            foreseen.put(marshal.dumps(list(foresight.handed())))
        foresight.close()
        foreseen.put(marshal.dumps(list(foresight.handed())))
        foreseen.end()
    finally:
        os._exit(0)


def _number(line: tuple[int, str, Any]) -> int:
    return line[0]
