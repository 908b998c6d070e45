"""The fetcher: one thread with a repository of its own that reads what is wanted, so that no key waits for the store.

Of each kind only the newest wish counts. A wish that is no longer wanted is forgotten or interrupted, and its answer is
dropped; an answer that is wanted is handed over in the thread of the screen.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from functools import partial
from time import monotonic
from typing import Any, TypeVar

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import TalksError

if TYPE_CHECKING:
    from store.repository import Repository

T = TypeVar("T")
Post = Callable[[Callable[[], object]], object]
"""Has something called in the thread of the screen."""

_TURN = 0.0005
"""Seconds after which one thread gives way to another."""
POLL = 0.5
"""Seconds between looks for what other processes wrote."""


class Kind(IntEnum):
    """What can be wished for, in the order in which it is fetched."""

    INBOX = 0
    """What lies in the inbox; only wished for while that is open."""
    VIEW = 1
    """What a view shows that has the screen in place of the board."""
    BOARD = 2
    PAGE = 3
    EVIDENCE = 4
    CHANGES = 5
    DETAIL = 6
    """What a view shows of the thing that is highlighted in it."""
    PREVIEW = 7
    """What accepting something in the inbox would change."""
    FINDING = 8
    ENDS = 9
    """Pages that nobody asked for yet."""
    COUNT = 10
    """How many obligations a filter leaves."""

    def covers(self, other: Kind) -> bool:
        """Whether a new wish of this kind makes one of another kind pointless."""
        if other in (self, Kind.ENDS, Kind.COUNT):
            return True
        if self is Kind.INBOX:
            return other is Kind.PREVIEW
        return self is Kind.BOARD and other not in _BESIDE_THE_BOARD


_BESIDE_THE_BOARD = (Kind.INBOX, Kind.VIEW, Kind.DETAIL, Kind.PREVIEW, Kind.FINDING)


class _Wish:
    """Something to be read, and who takes it."""

    def __init__(
        self,
        kind: Kind,
        read: Callable[[Repository], Any],
        taken: Callable[[Any], object],
        failed: Callable[[TalksError], object],
    ) -> None:
        self.kind = kind
        self.read = read
        self.taken = taken
        self.failed = failed
        self.dropped = False
        """Whether a newer wish made it pointless after it was begun."""

    def fulfil(self, opened: Callable[[], Repository]) -> Callable[[], object]:
        """Read; return what hands the answer over."""
        try:
            found = self.read(opened())
        except TalksError as error:
            return partial(self.failed, error)
        except Exception as error:  # noqa: BLE001 - a fault of ours, raised where faults of the screen are shown
            return partial(_raise, error)
        return partial(self.taken, found)


class _Question(NamedTuple):
    """Something that somebody waits for."""

    read: Callable[[Repository], Any]
    answer: Future[Any]


class _Store:
    """The repository of the thread, opened by it on first use."""

    def __init__(self, open_repository: Callable[[], Repository]) -> None:
        self._open = open_repository
        self.repository: Repository | None = None
        self._version = 0
        """What had been written when the last board was fetched."""

    def opened(self) -> Repository:
        """Return the repository."""
        if self.repository is None:
            self.repository = self._open()
            self._version = self.repository.data_version()
        return self.repository

    def adopt(self, repository: Repository, version: int) -> None:
        """Take over a repository from another thread, which uses it no more."""
        self.repository, self._version = repository, version

    def opened_anew(self) -> Repository:
        """Return the repository; what was written until now is about to be read."""
        repository = self.opened()
        self._version = repository.data_version()
        return repository

    def changed(self) -> bool:
        """Whether another process wrote since last asked or read; what cannot be read now is looked at later."""
        if self.repository is None:
            return False
        try:
            before, self._version = self._version, self.repository.data_version()
        except TalksError:
            return False
        return before != self._version

    def close(self) -> None:
        """Leave the store."""
        if self.repository is not None:
            self.repository.close()


def _raise(error: Exception) -> None:
    raise error


class Fetcher:
    """Reads in a thread of its own. Its methods are called from the thread of the screen."""

    def __init__(self, open_repository: Callable[[], Repository]) -> None:
        self._turn = threading.Condition()
        """Held while anything below is looked at or changed."""
        self._questions: deque[_Question] = deque()
        self._wishes: dict[Kind, _Wish] = {}
        self._running: _Wish | None = None
        self._undelivered = 0
        self._store = _Store(open_repository)
        self._post: Post | None = None
        self._changed: Callable[[], object] = _nothing
        self._closing = False
        self._thread = threading.Thread(target=self._serve, name="fetcher", daemon=True)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        with self._turn:
            return bool(self._questions or self._wishes or self._running or self._undelivered)

    def start(self) -> None:
        """Begin to answer questions."""
        # Else a read that reckons holds the interpreter for ten times as long before a key gets its turn.
        sys.setswitchinterval(_TURN)
        self._thread.start()

    def adopt(self, repository: Repository, version: int) -> None:
        """Read from a repository that was opened already, and had this version when the first board was read."""
        self._store.adopt(repository, version)

    def deliver(self, post: Post, changed: Callable[[], object]) -> None:
        """Hand answers over through `post` from now on, and call `changed` when another process wrote."""
        with self._turn:
            self._post, self._changed = post, changed
            self._turn.notify()

    def ask(self, read: Callable[[Repository], T]) -> Future[T]:
        """Have a question answered before all wishes. Its errors come out of the future."""
        answer: Future[T] = Future()
        with self._turn:
            self._questions.append(_Question(read, answer))
            self._turn.notify()
        return answer

    def wish(
        self,
        kind: Kind,
        read: Callable[[Repository], T],
        taken: Callable[[T], object],
        failed: Callable[[TalksError], object],
    ) -> None:
        """Have something read and taken, unless a newer wish makes it pointless before."""
        with self._turn:
            for other in [other for other in self._wishes if kind.covers(other)]:
                del self._wishes[other]
            self._wishes[kind] = _Wish(kind, read, taken, failed)
            if self._running is not None and kind.covers(self._running.kind):
                self._running.dropped = True
                self._interrupt()
            self._turn.notify()

    def close(self) -> None:
        """Leave the store, whatever is being read."""
        with self._turn:
            self._closing = True
            self._interrupt()
            self._turn.notify()
        if self._thread.is_alive():
            self._thread.join()

    def _interrupt(self) -> None:
        """Stop what is being read. The turn is held, so that nothing else can have begun."""
        if self._running is not None and self._store.repository is not None:
            self._store.repository.interrupt()

    def _serve(self) -> None:
        look = monotonic() + POLL
        while self._do_next(look):
            if monotonic() >= look:
                self._look_again()
                look = monotonic() + POLL
        self._store.close()

    def _do_next(self, look: float) -> bool:
        """Do the next thing, or wait until it is time to look again; False at the end."""
        with self._turn:
            while not (self._closing or self._questions or (self._wishes and self._post)):
                left = look - monotonic()
                if left <= 0:
                    return True
                self._turn.wait(left)
            if self._closing:
                return False
            question = self._questions.popleft() if self._questions else None
            wish = self._running = self._wishes.pop(min(self._wishes)) if question is None else None
        if question is not None:
            self._reply(question)
        elif wish is not None:
            self._fulfil(wish)
        return True

    def _reply(self, question: _Question) -> None:
        try:
            question.answer.set_result(question.read(self._store.opened()))
        except Exception as error:  # noqa: BLE001 - whoever asked gets it, whatever it is
            question.answer.set_exception(error)

    def _fulfil(self, wish: _Wish) -> None:
        hand_over = wish.fulfil(self._store.opened_anew if wish.kind is Kind.BOARD else self._store.opened)
        with self._turn:
            self._running = None
            self._undelivered += 1

        def delivered() -> None:
            with self._turn:
                self._undelivered -= 1
            if not wish.dropped:
                hand_over()

        self._hand(delivered)

    def _hand(self, call: Callable[[], object]) -> None:
        if self._post is not None:
            self._post(call)

    def _look_again(self) -> None:
        """Say so once where another process wrote since the last board."""
        if self._post is not None and self._store.changed():
            self._hand(self._changed)


def _nothing() -> None:
    """Do nothing."""
