"""The writer: one thread with a repository of its own, so that a locked store never holds up a key."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotDone
from typing import Protocol

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from store.repository import Repository


class Outcome(Protocol):
    """What a write came to."""

    @property
    def sentence(self) -> str:
        """What is said of it."""


Work = Callable[["Repository"], Outcome]

_PATIENCE = 15.0
"""Seconds that leaving waits for a write under way; longer than the store waits for a lock."""


class Writer:
    """Does one write after another. The repository is opened on the first one, in the thread that uses it."""

    def __init__(self, open_repository: Callable[[], Repository]) -> None:
        self._open = open_repository
        self._pool: ThreadPoolExecutor | None = None
        self._repository: Repository | None = None
        self._last: Future[Outcome] | None = None

    def submit(self, work: Work) -> Future[Outcome]:
        """Queue a write. Its errors come out of the future."""
        self._last = self._started().submit(self._run, work)
        return self._last

    def make_ready(self, label: str) -> None:
        """Read what a change of a commitment asks for first. What hinders that is said when it is written to."""
        self._started().submit(lambda: self._open_first().ready_to_judge(label))

    def _started(self) -> ThreadPoolExecutor:
        if self._pool is None:
            # a launch that writes nothing needs no thread, nor what makes one
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        return self._pool

    def _open_first(self) -> Repository:
        if self._repository is None:
            self._repository = self._open()
        return self._repository

    @property
    def pending(self) -> Future[Outcome] | None:
        """The write that is not done yet; None where there is none."""
        return self._last if self._last is not None and not self._last.done() else None

    def _run(self, work: Work) -> Outcome:
        return work(self._open_first())

    def _close(self) -> None:
        if self._repository is not None:
            self._repository.close()
            self._repository = None

    def close(self) -> None:
        """Wait, within bounds, for what is being written, then leave the store."""
        if self._pool is None:
            return
        closing = self._pool.submit(self._close)
        try:
            closing.result(timeout=_PATIENCE)
        except NotDone:
            self._pool.shutdown(wait=False, cancel_futures=True)
            return
        self._pool.shutdown(wait=True)
