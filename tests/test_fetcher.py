"""The fetcher: the newest wish counts, what is no longer wanted is dropped, and nothing waits but the fetcher."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Event, current_thread
from typing import cast

import pytest

from store.errors import BusyError, StoreError, TalksError
from store.repository import Repository
from tui.fetcher import Fetcher, Kind

_LONG = 10.0


class Slow:
    """A repository whose reads wait until they are let go or interrupted."""

    def __init__(self) -> None:
        self.begun: Queue[str] = Queue()
        self.let_go = Event()
        self.interrupted = 0
        self.closed = False
        self.version = 1

    def data_version(self) -> int:
        """Return the number of writes seen."""
        return self.version

    def interrupt(self) -> None:
        """End what is being read."""
        self.interrupted += 1
        self.let_go.set()

    def close(self) -> None:
        """Leave."""
        self.closed = True

    def read(self, name: str) -> str:
        """Wait, then answer with the name."""
        self.begun.put(name)
        assert self.let_go.wait(_LONG)
        return name


class Screen:
    """What the thread of the screen is told."""

    def __init__(self, slow: Slow) -> None:
        self.slow = slow
        self.calls: Queue[Callable[[], object]] = Queue()
        self.taken: list[str] = []
        self.failed: list[TalksError] = []
        self.changes = 0
        self.fetcher = Fetcher(lambda: cast("Repository", slow))

    def wish(self, kind: Kind, name: str) -> None:
        """Wish for a slow answer."""
        self.fetcher.wish(kind, lambda store: cast("Slow", store).read(name), self.taken.append, self.failed.append)

    def turn(self) -> None:
        """Do what one hand-over asks for."""
        self.calls.get(timeout=_LONG)()

    def changed(self) -> None:
        """Note that another process wrote."""
        self.changes += 1


@contextmanager
def screen() -> Iterator[Screen]:
    """Run a fetcher on a slow repository."""
    made = Screen(Slow())
    made.fetcher.start()
    made.fetcher.deliver(made.calls.put, made.changed)
    try:
        yield made
    finally:
        made.fetcher.close()
        assert made.slow.closed


def test_answer_is_taken_in_the_thread_of_the_screen() -> None:
    with screen() as s:
        s.slow.let_go.set()
        threads: list[object] = []
        s.fetcher.wish(Kind.PAGE, lambda _: current_thread(), threads.append, s.failed.append)
        s.turn()
        assert threads[0] is not current_thread()
        s.fetcher.wish(Kind.PAGE, lambda _: 1, lambda _: threads.append(current_thread()), s.failed.append)
        s.turn()
        assert threads[1] is current_thread()


def test_superseded_answer_is_dropped_and_what_lies_between_is_never_read() -> None:
    with screen() as s:
        s.wish(Kind.PAGE, "r")
        assert s.slow.begun.get(timeout=_LONG) == "r"
        s.wish(Kind.PAGE, "re")
        s.wish(Kind.PAGE, "rem")
        assert s.slow.interrupted >= 1
        s.turn()
        assert s.taken == []
        assert s.slow.begun.get(timeout=_LONG) == "rem"
        s.slow.let_go.set()
        s.turn()
        assert s.taken == ["rem"]
        assert not s.fetcher.busy


def test_board_makes_all_but_the_finding_pointless() -> None:
    with screen() as s:
        s.wish(Kind.EVIDENCE, "first")
        assert s.slow.begun.get(timeout=_LONG) == "first"
        for kind in (Kind.FINDING, Kind.CHANGES, Kind.PAGE, Kind.EVIDENCE, Kind.BOARD):
            s.wish(kind, kind.name)
        s.slow.let_go.set()
        for _ in range(3):
            s.turn()
        assert s.taken == ["BOARD", "FINDING"]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ENDS])
def test_what_nobody_asked_for_yet_holds_up_nothing(kind: Kind) -> None:
    with screen() as one:
        one.wish(Kind.ENDS, "ends")
        assert one.slow.begun.get(timeout=_LONG) == "ends"
        one.wish(kind, "asked for")
        assert one.slow.interrupted == 1
        one.turn()
        one.turn()
        assert one.taken == ["asked for"]


def test_wishes_of_other_kinds_wait_their_turn_and_are_kept() -> None:
    with screen() as s:
        s.wish(Kind.CHANGES, "changes")
        assert s.slow.begun.get(timeout=_LONG) == "changes"
        s.wish(Kind.EVIDENCE, "evidence")
        assert s.slow.interrupted == 0
        s.slow.let_go.set()
        s.turn()
        s.turn()
        assert s.taken == ["changes", "evidence"]


def test_error_is_handed_over_unless_nobody_wants_the_answer() -> None:
    with screen() as s:

        def interrupted(_: Repository) -> str:
            s.slow.begun.put("interrupted")
            s.slow.let_go.wait(_LONG)
            raise StoreError("interrupted")

        s.fetcher.wish(Kind.PAGE, interrupted, s.taken.append, s.failed.append)
        s.slow.begun.get(timeout=_LONG)
        s.wish(Kind.PAGE, "next")
        s.turn()
        s.turn()
        assert (s.taken, s.failed) == (["next"], [])

        def busy(_: Repository) -> str:
            raise BusyError("busy")

        s.fetcher.wish(Kind.PAGE, busy, s.taken.append, s.failed.append)
        s.turn()
        assert [str(error) for error in s.failed] == ["busy"]


def test_fault_of_ours_comes_up_in_the_thread_of_the_screen() -> None:
    with screen() as s:
        s.fetcher.wish(Kind.PAGE, lambda _: str(1 // 0), s.taken.append, s.failed.append)
        with pytest.raises(ZeroDivisionError):
            s.turn()
        s.slow.let_go.set()
        s.wish(Kind.PAGE, "afterwards")
        s.turn()
        assert s.taken == ["afterwards"]


def test_question_goes_before_wishes_and_raises_where_it_is_waited_for() -> None:
    fetcher = Fetcher(lambda: cast("Repository", Slow()))
    order: list[str] = []
    calls: Queue[Callable[[], object]] = Queue()
    fetcher.wish(Kind.BOARD, lambda _: "wish", order.append, lambda _: None)
    answer = fetcher.ask(lambda _: order.append("question"))
    refused = fetcher.ask(lambda _: order[9])
    fetcher.start()
    answer.result(timeout=_LONG)
    assert isinstance(refused.exception(timeout=_LONG), IndexError)
    fetcher.deliver(calls.put, lambda: None)
    calls.get(timeout=_LONG)()
    assert order == ["question", "wish"]
    fetcher.close()


def test_store_that_does_not_open_is_told_to_whoever_asks() -> None:
    def refuse() -> Repository:
        raise StoreError("no store")

    fetcher = Fetcher(refuse)
    fetcher.start()
    assert isinstance(fetcher.ask(lambda store: store.read_only).exception(timeout=_LONG), StoreError)
    fetcher.close()


def test_write_of_another_process_is_told_once() -> None:
    with screen() as s:
        s.slow.let_go.set()
        s.wish(Kind.BOARD, "board")
        s.turn()
        s.slow.version += 1
        s.turn()
        assert s.changes == 1
        s.wish(Kind.BOARD, "again")
        s.turn()
        assert (s.taken, s.changes) == (["board", "again"], 1)


def test_leaving_interrupts_what_is_read() -> None:
    with screen() as s:
        s.wish(Kind.BOARD, "long")
        s.slow.begun.get(timeout=_LONG)
        s.fetcher.close()
        assert s.slow.interrupted == 1
        assert s.slow.closed
