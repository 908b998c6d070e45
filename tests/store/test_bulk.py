"""Importing many lines: chunk by chunk, by a second process, into a store that nobody sees before it is whole."""

import os
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fixtures.large import record
from store.errors import PlaceError, RecordError, StoreError
from store.repository import Repository, beside, fetch, reading
from store.repository.names import TABLES
from store.repository.numbers import LineNumbers
from store.repository.progress import Part
from store.repository.reading import Chunk, chunks
from tests.store.records import ANA, BASE, assert_whole, board, commitment, line, owed, raw, rows, said, taken
from tests.store.test_import import BAD, GROUND

_TABLES = (*TABLES.values(), "aliases", "origins", "track_actors", "legs", "serves", "gate_commitments")


def built(path: Path, *lines: str) -> Path:
    """Build a store from lines."""
    Repository.create(path, author=ANA, parts=[Part("lines", lines)]).close()
    return path


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Read every table that lines are saved in, and what is derived from them."""
    wanted = (*_TABLES, "discrepancy_subjects", "commitment_words", "evidence_days")
    found = {table: sorted(rows(path, f"SELECT * FROM {table}"), key=repr) for table in wanted}
    placed = """SELECT p.commitment, p.since, p.until, p.shelf, b.track, b.recognised, b.bound, p.due
        FROM placings p JOIN bands b ON b.id = p.band ORDER BY 1, 2"""
    hits = "SELECT rowid FROM search WHERE search MATCH '\"n00\"*' ORDER BY 1"
    return {**found, "placings": rows(path, placed), "search": rows(path, hits)}


def schema(path: Path) -> set[tuple[Any, ...]]:
    """Read what the store consists of, but for the tables that the search keeps beneath it."""
    return set(rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master"))


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read so few lines at a time that most of what they refer to lies in other chunks."""
    monkeypatch.setattr(reading, "LINES", 7)


def test_store_that_was_built_is_whole_and_made_like_any_other(tmp_path: Path, bare: Path) -> None:
    path = built(tmp_path / "built.db", *record(120))
    assert_whole(path)
    assert schema(path) == schema(bare)
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
    with raw(path) as door, pytest.raises(Exception, match="append only"):
        door.execute("UPDATE claims SET note = 'x'")
    assert {file.name for file in tmp_path.iterdir()} == {"built.db"}


def test_building_and_importing_come_to_the_same(tmp_path: Path, empty: Repository, empty_path: Path) -> None:
    taken(empty, *record(120))
    assert content(built(tmp_path / "built.db", *record(120))) == content(empty_path)


@pytest.mark.usefixtures("small_chunks")
def test_chunks_leave_no_trace(tmp_path: Path, empty: Repository, empty_path: Path) -> None:
    taken(empty, *record(120))
    path = tmp_path / "built.db"
    assert content(built(path, *record(120))) == content(empty_path)


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_lines_in_any_order_wait_for_what_they_refer_to(seed: int, tmp_path: Path) -> None:
    lines = list(record(40))
    ordered = built(tmp_path / "ordered.db", *lines)
    Random(seed).shuffle(lines)
    mixed = built(tmp_path / "mixed.db", *lines, *lines)
    assert_whole(mixed)
    for table in TABLES.values():
        assert rows(mixed, f"SELECT uid FROM {table} ORDER BY 1") == rows(
            ordered, f"SELECT uid FROM {table} ORDER BY 1"
        )
    again = tmp_path / "again.db"
    with Repository.create(again, author=ANA) as repository:
        taken(repository, *lines, *lines)
    assert_whole(again)
    assert rows(again, "SELECT uid FROM claims ORDER BY 1") == rows(ordered, "SELECT uid FROM claims ORDER BY 1")
    known = "SELECT label, known_on FROM commitments ORDER BY 1"
    assert rows(mixed, known) == rows(ordered, known)


@pytest.mark.usefixtures("small_chunks")
def test_later_claim_is_corrected_and_a_chain_of_corrections_holds(empty: Repository, empty_path: Path) -> None:
    remarks = ["# so that every line is in a chunk of its own"] * 7
    chain = [said("D3", "C1", "81", supersedes="D2"), *remarks, said("D2", "C1", "80", supersedes="D1"), *remarks]
    taken(empty, *chain, said("D1", "C1", "78"), commitment("C1"), *BASE)
    found = dict(rows(empty_path, "SELECT c.label, e.label FROM claims c JOIN claims e ON e.id = c.supersedes"))
    assert found == {"D3": "D2", "D2": "D1"}
    with pytest.raises(RecordError, match="cannot supersede itself"):
        empty.import_lines([said("D9", "C1", supersedes="D9")], "new", ANA)


@pytest.mark.parametrize("case", list(BAD))
def test_line_that_cannot_be_taken_leaves_no_store(case: str, tmp_path: Path) -> None:
    text, complaint = BAD[case]
    with pytest.raises(RecordError) as refused:
        built(tmp_path / "built.db", *GROUND, said("D0", "C0"), text)
    where = f"lines:{len(GROUND) + 2}: "
    found = [problem for problem in refused.value.problems if problem.startswith(where)]
    assert any(part in problem for part in complaint.split("|") for problem in found), refused.value.problems
    assert list(tmp_path.iterdir()) == []


def test_lines_put_back_and_new_ones_are_in_force_together(empty: Repository, empty_path: Path) -> None:
    taken(empty, *BASE, commitment("C1"), owed("T1", "C1"))
    empty.undo(ANA)
    taken(empty, *BASE, commitment("C2"), owed("T2", "C2"))
    assert board(empty).totals.all == 2
    assert [entry.action for entry in empty.history(9)] == ["redo", "import", "undo", "import"]
    empty.undo(ANA)
    assert [row.label for row in board(empty).page.rows] == ["C1"]
    assert_whole(empty_path)


@pytest.mark.usefixtures("small_chunks")
def test_what_failed_is_no_further_problem_for_what_refers_to_it(empty: Repository) -> None:
    broken = line("source", "s9", origin="o", published="June", basis="stated")
    with pytest.raises(RecordError) as refused:
        empty.import_lines([*GROUND, said("D1", "C0", at="s9:1"), broken], "new", ANA)
    assert [problem.partition(": ")[0] for problem in refused.value.problems] == [f"new:{len(GROUND) + 2}"]


def test_problems_are_told_up_to_a_bound(empty: Repository) -> None:
    drawn = count()
    lines = ("no line" for _ in zip(drawn, range(100_000), strict=False))
    with pytest.raises(RecordError) as refused:
        empty.import_lines(lines, "new", ANA)
    assert len(refused.value.problems) == 10_000
    assert next(drawn) <= 12_000


def test_line_numbers_are_kept_in_memory_and_then_in_a_file() -> None:
    numbers = LineNumbers(5)
    for start in range(0, 120_000, 1000):
        numbers.extend(range(start * 2, start * 2 + 2000, 2))
    assert [numbers.of(row) for row in (5, 6, 50_004, 50_005, 100_005, 120_004)] == [
        0, 2, 99_998, 100_000, 200_000, 239_998,
    ]  # fmt: skip
    numbers.extend([7])
    assert numbers.of(120_005) == 7
    numbers.close()


def test_lines_that_come_twice_are_kept_and_derived_once(tmp_path: Path) -> None:
    lines = list(record(60))
    twice = built(tmp_path / "twice.db", *lines, *lines)
    assert_whole(twice)
    for table in (*TABLES.values(), "commitment_words"):
        assert len(rows(twice, f"SELECT 1 FROM {table}")) == len(
            rows(built(tmp_path / f"{table}.db", *lines), f"SELECT 1 FROM {table}")
        )


@pytest.mark.usefixtures("small_chunks")
def test_commitment_declared_twice_with_claims_behind_each(tmp_path: Path) -> None:
    first = [*BASE, commitment("C1"), owed("T1", "C1"), said("D1", "C1", "78")]
    path = built(tmp_path / "built.db", *first, commitment("C2"), commitment("C1"), said("D2", "C1"), owed("T2", "C2"))
    assert_whole(path)
    assert rows(path, "SELECT id FROM commitment_words ORDER BY 1") == [(1,), (2,)]


def test_only_what_lies_apart_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = fetch.cases

    def cases(connection: Any, ids: Any, known: Any) -> Any:
        asked.extend(ids)
        return real(connection, ids, known)

    monkeypatch.setattr(fetch, "cases", cases)
    path = built(tmp_path / "built.db", *record(400))
    apart = """SELECT id FROM commitments WHERE label IN (SELECT about FROM judgements)
        OR label IN (SELECT commitment FROM serves) ORDER BY 1"""
    assert [(number,) for number in asked] == rows(path, apart)
    assert 0 < len(asked) < 40


def test_actor_named_after_the_commitments_is_found_by_every_name(tmp_path: Path) -> None:
    lines = list(record(12))
    late = [text for text in lines if text.startswith('{"actor"')]
    rest = [text for text in lines if not text.startswith('{"actor"')]
    ordered, mixed = built(tmp_path / "ordered.db", *lines), built(tmp_path / "mixed.db", *rest, *late)
    assert_whole(mixed)
    words = "SELECT c.label, w.text FROM commitment_words w JOIN commitments c ON c.id = w.id ORDER BY 1"
    assert rows(mixed, words) == rows(ordered, words)


def test_index_is_made_alike_without_a_second_sqlite(
    tmp_path: Path, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 36, 0))
    path = built(tmp_path / "built.db", *record(60))
    assert_whole(path)
    assert schema(path) == schema(bare)


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second process read although the tests have threads of their own."""
    monkeypatch.setattr(beside, "_can_fork", lambda: True)
    monkeypatch.setattr(beside, "_ALONE", 2)


@pytest.mark.usefixtures("forking", "small_chunks")
def test_second_process_hands_over_the_same_chunks() -> None:
    there = list(beside.beside(chunks([Part("a", record(30)), Part("b", record(5))])))
    assert there == list(chunks([Part("a", record(30)), Part("b", record(5))]))


@pytest.mark.usefixtures("forking", "small_chunks")
def test_store_is_the_same_with_a_second_process(tmp_path: Path, empty: Repository, empty_path: Path) -> None:
    with_one = built(tmp_path / "built.db", *record(60))
    taken(empty, *record(60))
    assert content(with_one) == content(empty_path)


def _then(number: int, end: object) -> Iterator[Chunk]:
    """Make chunks, and in the second process come to an end."""
    parent = os.getpid()
    for made in range(number):
        yield Chunk(0, {}, [], [], made + 1, 0)
    assert os.getpid() != parent
    if isinstance(end, BaseException):
        raise end
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.usefixtures("forking")
@pytest.mark.parametrize(
    ("end", "kind", "sentence"),
    [
        (RecordError(["a:1: no"]), RecordError, "a:1: no"),
        (PlaceError("a cannot be read"), PlaceError, "a cannot be read"),
        (None, StoreError, "was stopped; nothing was saved"),
        (ZeroDivisionError(), StoreError, "was stopped; nothing was saved"),
    ],
)
def test_second_process_that_fails_is_told_in_a_sentence(end: object, kind: type[Exception], sentence: str) -> None:
    found = beside.beside(_then(5, end))
    with pytest.raises(kind, match=sentence):
        list(found)


@pytest.mark.usefixtures("forking", "small_chunks")
def test_second_process_ends_with_us() -> None:
    found = beside.beside(chunks([Part("a", record(200))]))
    for _ in range(5):
        next(found)
    found.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
