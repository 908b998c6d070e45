"""When the board opens on the screen, what it is given, and when it is printed instead."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from types import ModuleType
from typing import Any

import pytest

from store.repository import Repository
from tests.commandline.running import NOW, Result, Run, Terminal
from tui.firstframe import Beginning


class Stub:
    """Stands in for the app, and remembers what it was made of."""

    made: list["Stub"]
    return_code: int | None = None

    def __init__(self, **given: Any) -> None:
        self.given = given
        type(self).made.append(self)

    def begin_with(self, beginning: Beginning) -> None:
        self.begun = beginning

    def run(self) -> None:
        opened: Callable[[], Repository] = self.given["open_repository"]
        with opened() as repository:
            self.read_only = repository.read_only
            self.board = repository.board(self.given["query"])


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> type[Stub]:
    class Fresh(Stub):
        made = []  # noqa: RUF012 - of this test alone

    module = ModuleType("tui.app")
    module.TalksApp = Fresh  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tui.app", module)
    return Fresh


def on_terminal(run: Run, *arguments: str, **given: Any) -> Result:
    return run(*arguments, **{"out": Terminal(), "err": Terminal(), "stdin": Terminal(), **given})


def test_the_board_opens_on_a_terminal(run: Run, app: type[Stub]) -> None:
    result = on_terminal(run, "--as-of", "2025-06-23", "--reading", "ru", "--track", "ist25", "--read-only")
    assert (result.code, result.out, result.err) == (0, "", "")
    (made,) = app.made
    query = made.given["query"]
    assert (query.day, query.reading.name, query.track) == (date(2025, 6, 23), "RU", "IST25")
    assert query.size > 1
    assert (made.given["author"], made.given["read_only"], made.read_only) == ("ann", True, True)
    clock: Callable[[], datetime] = made.given["clock"]
    assert clock() == NOW
    assert made.board.outlook.round is not None
    assert made.begun.board.moment.day == date(2025, 6, 23)
    assert (made.begun.frame, made.begun.repository.read_only) == (None, True)


def test_its_exit_code_is_ours(run: Run, app: type[Stub]) -> None:
    app.return_code = 143
    assert on_terminal(run).code == 143


@pytest.mark.parametrize(
    "arguments", [("--reading", "XX"), ("--track", "XX"), ("--as-of", "soon"), ("--store", "/no/x.db")]
)
def test_mistakes_are_told_before_it_opens(run: Run, app: type[Stub], arguments: tuple[str, ...]) -> None:
    result = on_terminal(run, *arguments)
    assert result.code in (2, 3, 4)
    assert len(result.err.splitlines()) == 1
    assert app.made == []


def test_a_store_that_cannot_be_opened_is_told_before_it_opens(run: Run, app: type[Stub]) -> None:
    assert run.store is not None
    run.store.write_bytes(b"no store")
    assert on_terminal(run).code == 5
    assert app.made == []


def test_the_first_run_says_so_before_it_opens(run_nowhere: Run, app: type[Stub]) -> None:
    result = on_terminal(run_nowhere, "--store", str(run_nowhere.home / "new.db"))
    assert "made a new store with the seed record" in result.err
    assert len(app.made) == 1


@pytest.mark.parametrize("stream", ["out", "stdin", "err"])
def test_it_is_printed_where_a_stream_is_no_terminal(run: Run, app: type[Stub], stream: str) -> None:
    import io

    result = on_terminal(run, **{stream: io.StringIO()})
    assert result.code == 0
    assert "OBLIGATIONS" in result.out
    assert app.made == []
    assert ("standard error is no terminal" in result.err) == (stream == "err")


@pytest.mark.parametrize("term", ["", "dumb"])
def test_it_is_printed_on_a_dumb_terminal(run: Run, app: type[Stub], term: str) -> None:
    result = on_terminal(run, environment={"TERM": term})
    assert (result.code, result.err) == (0, "")
    assert "OBLIGATIONS" in result.out
    assert "\x1b" not in result.out
    assert app.made == []


def test_a_crash_is_one_line(run: Run, app: type[Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_self: Stub) -> None:
        raise RuntimeError("oh\x1b[2J no")

    monkeypatch.setattr(app, "run", crash)
    result = on_terminal(run)
    assert result.code == 1
    assert result.err == "talks-tui: a fault of ours, RuntimeError: oh<U+001B>[2J no; TALKS_DEBUG=1 shows where\n"
    with pytest.raises(RuntimeError):
        on_terminal(run, environment={"TALKS_DEBUG": "1"})
