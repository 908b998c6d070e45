"""One line on a terminal says how far an import is; nowhere else is anything said."""

import io
from datetime import UTC, datetime, timedelta

import pytest

from tui.commandline.progress import Progress
from tui.commandline.surroundings import Surroundings


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(err: io.StringIO, steps: list[float], *, size: int | None = 1000, term: str = "xterm") -> str:
    """Return what is written when an import reports after so many seconds each."""
    at = datetime(2026, 11, 22, tzinfo=UTC)

    def clock() -> datetime:
        return at

    around = Surroundings(out=io.StringIO(), err=err, typed=io.StringIO(), environment={"TERM": term}, clock=clock)
    with Progress(around, size) as progress:
        for number, seconds in enumerate(steps, 1):
            at += timedelta(seconds=seconds)
            progress("reading", 2000 * number, 250 * number)
        at += timedelta(seconds=1)
        progress("indexing", 3, 34)
        at += timedelta(seconds=1)
        progress("ordering", 500, 1000)
    return err.getvalue()


def test_share_is_shown_in_place_and_taken_away_again() -> None:
    written = told(Terminal(), [1.0, 0.01, 1.0])
    assert written.split("\r\x1b[K") == [
        "",
        "talks-tui: reading: 2,000 lines · 25 % · 0:01",
        "talks-tui: reading: 6,000 lines · 75 % · 0:02",
        "talks-tui: making indexes: 3 of 34 · 0:03",
        "talks-tui: ordering the board: 500 of 1,000 commitments · 0:04",
        "",
    ]


def test_size_that_is_not_known_gives_no_share() -> None:
    assert "%" not in told(Terminal(), [1.0], size=None)


@pytest.mark.parametrize(("err", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb"), (Terminal(), "")])
def test_nothing_is_written_where_nobody_looks(err: io.StringIO, term: str) -> None:
    assert told(err, [1.0, 1.0], term=term) == ""


def test_closed_terminal_stops_no_import() -> None:
    err = Terminal()
    at = datetime(2026, 11, 22, tzinfo=UTC)
    around = Surroundings(
        out=io.StringIO(), err=err, typed=io.StringIO(), environment={"TERM": "xterm"}, clock=lambda: at
    )
    progress = Progress(around, None)
    err.close()
    at += timedelta(seconds=9)
    progress("reading", 1, 1)
    progress("reading", 2, 2)
