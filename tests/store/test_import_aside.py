"""Importing many lines into a store that has none: filled aside, taken over whole, the same as line by line."""

import marshal
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.large import record
from store.domain.model import Actor
from store.errors import BusyError, RecordError, StoreError
from store.repository import Repository, aside, beside, reading
from store.repository.accounts import Filled
from store.repository.foresight import Foresight
from store.repository.progress import Part
from store.repository.spool import Spool
from tests.store.programs import start
from tests.store.records import ANA, BASE, assert_whole, board, commitment, judge, owed, raw, rows, taken

LINES = list(record(60))
_SEARCHED = ("search", "texts")
_APART = ("journal", "sqlite_stat1", "_sqlite_migrations", *_SEARCHED)
"""Tables that tell the time, or hold what is compared otherwise."""


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few lines be many."""
    monkeypatch.setattr(reading, "LINES", 7)


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes read and foresee although the tests have threads of their own."""
    monkeypatch.setattr(beside, "_can_fork", lambda: True)


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Read every row of every table in its order, and every word that the indexes hold."""
    tables = [row[0] for row in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    plain = [table for table in tables if table not in _APART and not table.startswith(("search_", "texts_"))]
    found = {table: rows(path, f"SELECT * FROM {table}") for table in plain}
    told = "action, subject, before, after, why, wrote, target"
    found["journal"] = rows(path, f"SELECT id, {told} FROM journal")
    found["schema"] = sorted(rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master"), key=repr)
    for index in _SEARCHED:
        with raw(path) as door:
            door.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {index}, 'row')")
            found[index] = [tuple(row) for row in door.execute("SELECT term, doc, cnt FROM terms")]
    return found


def differing(one: Path, other: Path) -> list[str]:
    """Name what two stores do not hold alike."""
    mine, theirs = everything(one), everything(other)
    assert mine.keys() == theirs.keys()
    return [table for table, held in mine.items() if held != theirs[table]]


@pytest.fixture
def line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store that took the lines one by one."""
    path = tmp_path / "by-line" / "talks.db"
    with monkeypatch.context() as plain, Repository.create(path, author=ANA) as repository:
        plain.setattr(aside, "fits", lambda _: False)
        taken(repository, *LINES)
    return path


@pytest.fixture
def asides(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Count what is filled aside."""
    seen: list[bool] = []
    real = aside.Aside._fill

    def filled(self: aside.Aside, *given: Any, check: bool) -> Filled:
        seen.append(check)
        return real(self, *given, check=check)

    monkeypatch.setattr(aside.Aside, "_fill", filled)
    return seen


def test_store_is_the_same_row_for_row_and_stays_so(
    line_by_line: Path, empty: Repository, empty_path: Path, asides: list[bool]
) -> None:
    taken(empty, *LINES)
    assert asides == [False]
    assert differing(empty_path, line_by_line) == []
    assert_whole(empty_path)
    with Repository.open(line_by_line) as other:
        for repository in (empty, other):
            repository.undo(ANA)
            assert board(repository).totals.all == 0
            repository.redo(ANA)
            judge(repository, "N0000007", "stalled")
            taken(repository, *BASE, commitment("C1"), owed("T1", "C1"))
    assert asides == [False]
    for index in _SEARCHED:
        with raw(empty_path) as door:
            door.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    assert [name for name in differing(empty_path, line_by_line) if name != "judgements"] == []
    assert_whole(empty_path)
    assert {file.name.partition("-")[0] for file in empty_path.parent.iterdir() if file.is_file()} == {empty_path.name}


@pytest.mark.usefixtures("forking")
def test_store_is_the_same_where_other_processes_read_and_foresee(
    line_by_line: Path, empty: Repository, empty_path: Path
) -> None:
    taken(empty, *LINES)
    assert differing(empty_path, line_by_line) == []
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("forking")
def test_several_files_are_foreseen_as_one_process_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for forks in (True, False):
        monkeypatch.setattr(beside, "_can_fork", lambda forks=forks: forks)
        path = tmp_path / f"{forks}.db"
        parts = [Part("one", LINES[:90]), Part("two", LINES[90:])]
        Repository.create(path, author=ANA, parts=parts).close()
        found.append(path)
    assert differing(*found) == []


@pytest.mark.parametrize("forks", [True, False])
def test_line_that_cannot_be_taken_at_the_end_leaves_nothing(
    forks: bool, empty: Repository, empty_path: Path, monkeypatch: pytest.MonkeyPatch, asides: list[bool]
) -> None:
    monkeypatch.setattr(beside, "_can_fork", lambda: forks)
    before = everything(empty_path)
    with pytest.raises(RecordError) as refused:
        empty.import_lines([*LINES, owed("T1", "nobody"), "no line"], "new", ANA)
    assert [problem.partition(": ")[0] for problem in sorted(refused.value.problems)] == [
        f"new:{len(LINES) + 1}", f"new:{len(LINES) + 2}",
    ]  # fmt: skip
    assert asides == [False]
    assert everything(empty_path) == before
    assert not list(empty_path.parent.glob(".*"))
    taken(empty, *LINES)
    assert_whole(empty_path)


def test_checking_writes_nothing(empty: Repository, empty_path: Path, asides: list[bool]) -> None:
    before = everything(empty_path)
    assert empty.import_lines(LINES, "new", ANA, save=False) is None
    assert asides == [True]
    assert everything(empty_path) == before
    assert not list(empty_path.parent.glob(".*"))


def test_store_that_got_lines_meanwhile_takes_the_others_one_by_one(
    empty: Repository, empty_path: Path, asides: list[bool]
) -> None:
    with Repository.open(empty_path) as other:

        def lines() -> Iterator[str]:
            taken(other, *BASE, commitment("C1"), owed("T1", "C1"))
            yield from LINES

        empty.import_lines(lines(), "new", ANA)
    assert asides == []
    assert rows(empty_path, "SELECT count(*) FROM commitments") == [(61,)]
    assert_whole(empty_path)
    with raw(empty_path) as door:
        assert door.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_in_the_store_without_lines_is_found_still(empty: Repository) -> None:
    judged_words = [tuple(row) for row in empty._connection.execute("SELECT rowid FROM texts WHERE texts MATCH 'ana'")]
    taken(empty, *LINES)
    after = {tuple(row) for row in empty._connection.execute("SELECT rowid FROM texts WHERE texts MATCH 'ana'")}
    assert after > set(judged_words)
    assert empty._connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert [row[1] for row in empty._connection.execute("PRAGMA database_list")] == ["main"]


_DYING = """
import os, signal
from fixtures.large import record
from store.repository import reading
from store.repository.progress import Part
reading.LINES = 7
phase, left = sys.argv[3], int(sys.argv[4])
def report(now, done, of):
    global left
    left -= now == phase
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
with Repository.open(path) as repository:
    repository.import_parts([Part("lines", record(60))], me, report=report)
"""


@pytest.mark.parametrize(("phase", "left"), [("reading", 9), ("ordering", 1), ("indexing", 70)])
def test_import_that_is_killed_leaves_the_store_as_it_was(
    phase: str, left: int, empty: Repository, empty_path: Path
) -> None:
    before = everything(empty_path)
    program = start(_DYING, empty_path, "ana", phase, str(left))
    program.communicate(timeout=60)
    assert program.returncode == -signal.SIGKILL
    assert everything(empty_path) == before
    taken(empty, *LINES)
    assert_whole(empty_path)
    assert not list(empty_path.parent.glob(".*"))


def test_import_that_finds_the_store_locked_leaves_the_file_of_the_other_alone(
    empty: Repository, empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[list[str]] = []

    def report(phase: str, _done: int, _of: int) -> None:
        if phase == "indexing" and not there:
            with Repository.open(empty_path) as other:
                other._connection.execute("PRAGMA busy_timeout = 1")
                with pytest.raises(BusyError):
                    other.import_lines(LINES, "new", ANA)
            there.append([file.name for file in empty_path.parent.glob(".*.import-*")])

    monkeypatch.setattr(beside, "_can_fork", lambda: False)
    empty.import_parts([Part("lines", LINES)], ANA, report=report)
    assert len(there[0]) == 1
    assert_whole(empty_path)


def _die(_self: Foresight) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _stumble(_self: Foresight) -> None:
    raise ZeroDivisionError


@pytest.mark.usefixtures("forking")
@pytest.mark.parametrize("end", [_die, _stumble])
def test_process_that_foresees_and_fails_is_told_in_a_sentence(
    end: Callable[[Foresight], None], empty: Repository, empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, parent, real = everything(empty_path), os.getpid(), Foresight.close

    def close(self: Foresight) -> None:
        (end if os.getpid() != parent else real)(self)

    monkeypatch.setattr(Foresight, "close", close)
    with pytest.raises(StoreError, match="was stopped; nothing was saved"):
        taken(empty, *LINES)
    assert everything(empty_path) == before


def test_spool_hands_over_what_was_put_in_and_tells_where_it_breaks_off(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for value in ([1], ["two", None], []):
        spool.put(marshal.dumps(value))
    spool.end()
    assert list(spool.values()) == [[1], ["two", None], []]
    spool.receive()
    with pytest.raises(StoreError, match="was stopped"):
        list(spool.values())
    spool.close()
    assert list(tmp_path.iterdir()) == []


def test_voice_of_a_speaker_is_that_of_the_newest_line_about_it() -> None:
    foresight = Foresight()
    foresight.see("actor", "A", "u", {"name": "A", "kind": "side", "role": "party"})
    foresight.see("actor", "v", "u", {"name": "V", "kind": "person", "role": "spokesperson", "for": "A"})
    assert foresight._voices == {"A": ("A", None), "v": ("A", None)}
    assert isinstance(foresight._actors["v"], Actor)
