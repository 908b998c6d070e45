"""Reading lines in a second process, so that reading and saving go on side by side; only worth it for many lines.

Where commitments are foreseen, too, a third process does that with what the second one reads (`ahead`).
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO, Any, NoReturn

from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError, RecordError, StoreError, TalksError
from store.repository.reading import Chunk
from store.repository.spool import SIZE

if TYPE_CHECKING:
    from store.repository.ahead import Ahead

_ALONE = 3
"""How many chunks are read here before a second process is worth its start."""
_OFTEN = 500_000
"""How many things are made before Python looks for circles among them; what is read has none."""
_END, _FAULT = "end", "fault"
_FAULTS: dict[str, type[TalksError]] = {kind.__name__: kind for kind in (PlaceError, StoreError, TalksError)}


def beside(chunks: Iterator[Chunk], ahead: Ahead | None = None) -> Generator[Chunk, None, None]:
    """Hand out chunks; all but the first few are read by a child that goes on where this process stopped.

    The child shares nothing with us but the pipe: it touches no store, and we read no more lines. It ends with us.
    With `ahead` the chunks from then on hold nothing foreseen. Raises what reading raises, and StoreError where the
    child is gone before the end.
    """
    yield from islice(chunks, _ALONE)
    first = next(chunks, None)
    if first is None:
        return
    yield first
    if not _can_fork():
        yield from chunks
        return
    if ahead is not None:
        ahead.start(first.part)
    with circles_rare():
        yield from _read_there(chunks, ahead)


@contextmanager
def circles_rare() -> Iterator[None]:
    """Let Python seldom look for circles among things: what is read and saved has none."""
    often = gc.get_threshold()
    gc.set_threshold(_OFTEN)
    try:
        yield
    finally:
        gc.set_threshold(*often)


def _read_there(chunks: Iterator[Chunk], ahead: Ahead | None) -> Iterator[Chunk]:
    """Hand out what a child reads."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        _send(chunks, there, ahead)
    os.close(there)
    if ahead is not None:
        ahead.fed_by_another()
    try:
        with os.fdopen(here, "rb", buffering=1 << 20) as pipe:
            yield from _received(pipe)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _can_fork() -> bool:
    """Whether there is a second processor, and nothing else going on in this process that a copy would break."""
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return hasattr(os, "fork") and alone and (os.cpu_count() or 1) > 1


def _send(chunks: Iterator[Chunk], descriptor: int, ahead: Ahead | None) -> NoReturn:
    """Read all chunks and write them to a pipe, then end without cleaning up: what is open belongs to the parent."""
    gc.disable()
    try:
        if ahead is not None:
            ahead.fed_here()
        with os.fdopen(descriptor, "wb", buffering=1 << 20) as pipe:
            try:
                for chunk in chunks:
                    written = _put(pipe, tuple(chunk))
                    if ahead is not None:
                        ahead.feed(written)
                _put(pipe, (_END,))
                if ahead is not None:
                    ahead.full()
            except RecordError as error:
                _put(pipe, (_FAULT, "", error.problems))
            except TalksError as error:
                _put(pipe, (_FAULT, type(error).__name__, [str(error)]))
    finally:
        os._exit(0)


def _put(pipe: IO[bytes], value: tuple[Any, ...]) -> bytes:
    """Write a value with its size before it, so that it can be read at once: piece by piece it takes far longer."""
    written = marshal.dumps(value)
    pipe.write(len(written).to_bytes(SIZE))
    pipe.write(written)
    return written


def _received(pipe: IO[bytes]) -> Iterator[Chunk]:
    while True:
        try:
            size = int.from_bytes(pipe.read(SIZE))
            found = marshal.loads(pipe.read(size))  # noqa: S302 - our own child wrote it
        except (EOFError, ValueError, TypeError):
            raise StoreError("the process that read the lines was stopped; nothing was saved, try again") from None
        if found[0] == _END:
            return
        if found[0] == _FAULT:
            raise _FAULTS[found[1]](*found[2]) if found[1] else RecordError(found[2])
        yield Chunk(*found)
