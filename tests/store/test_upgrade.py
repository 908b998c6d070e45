"""Stores written by older versions: brought up to date as they are opened, with everything in them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from store.domain.board import Board
from store.domain.redating import NewDay
from store.errors import StoreError
from store.migrations import m0001_record
from store.repository import Repository
from tests.store.records import ANA, READINGS, assert_whole, board, judge, rows

_DERIVED = ("placings", "placing_totals")


@pytest.fixture
def first_version(seeded: Path, tmp_path: Path) -> Path:
    """Return a store as the first version made it, with the seed record."""
    path = tmp_path / "first.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as door:
        door.execute("PRAGMA journal_mode = WAL")
        for statement in m0001_record.STATEMENTS:
            door.execute(statement)
        door.execute("ATTACH ? AS later", (str(seeded),))
        for table in _tables(door):
            columns = ", ".join(name for _, name, *_ in door.execute(f"PRAGMA main.table_info({table})"))
            door.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM later.{table}")
        _number(door)
    return path


def _tables(door: sqlite3.Connection) -> Iterator[str]:
    named = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    for (name,) in door.execute(named).fetchall():
        if name not in _DERIVED:
            yield name


def _number(door: sqlite3.Connection) -> None:
    """Note that the first step was taken, as sqlite-utils does."""
    made = "SELECT sql FROM later.sqlite_schema WHERE tbl_name = '_sqlite_migrations' AND sql IS NOT NULL"
    for (statement,) in door.execute(f"{made} ORDER BY type DESC").fetchall():
        door.execute(statement)
    door.execute(
        "INSERT INTO main._sqlite_migrations SELECT * FROM later._sqlite_migrations WHERE name = '0001_record'"
    )


def boards(repository: Repository) -> list[Board]:
    """Ask for boards of some days on every reading."""
    return [board(repository, day, reading) for day in ("2025-06-02", "2025-06-23", None) for reading in READINGS]


def test_first_version_is_brought_up_to_date_and_loses_nothing(first_version: Path, store_path: Path) -> None:
    with Repository.open(store_path) as now:
        expected = boards(now)
    with Repository.open(first_version) as repository:
        assert boards(repository) == expected
        judge(repository, "C10", "stalled")
        repository.redate(NewDay("003", date(2025, 6, 24)), ANA)
        repository.undo(ANA)
        repository.undo(ANA)
        assert boards(repository) == expected
    assert [name for (name,) in rows(first_version, "SELECT name FROM _sqlite_migrations ORDER BY id")] == [
        "0001_record", "0002_days", "0003_bounded", "0004_inbox", "0005_edits", "0006_filters", "0007_clauses",
    ]  # fmt: skip
    assert_whole(first_version)


def test_tables_of_an_upgraded_store_are_those_of_a_new_one(first_version: Path, store_path: Path) -> None:
    Repository.open(first_version).close()
    made = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY type, name"
    assert rows(first_version, made) == rows(store_path, made)


def test_first_version_opened_to_read_only_is_refused_and_left_as_it_is(first_version: Path) -> None:
    before = first_version.read_bytes()
    with pytest.raises(StoreError, match="older talks-tui: open it once without --read-only"):
        Repository.open(first_version, read_only=True)
    assert first_version.read_bytes() == before


def test_upgrade_that_is_broken_off_leaves_the_first_version(
    first_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.migrations.m0002_days.CLAIMS_IN_FORCE", "CREATE VIEW nothing FROM")
    with pytest.raises(StoreError):
        Repository.open(first_version)
    monkeypatch.undo()
    assert rows(first_version, "SELECT count(*) FROM dated_claims UNION SELECT count(*) FROM claims") == [(53,)]
    assert_whole(first_version)
