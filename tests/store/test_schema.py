"""The schema refuses what cannot be, and what was written is never changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from store.migrations.m0001_record import APPEND_ONLY
from store.repository import Repository
from tests.store.records import assert_whole, claim, judge, raw

if TYPE_CHECKING:
    from sqlite3 import Connection


@pytest.fixture
def door(store_path: Path) -> Iterator["Connection"]:
    """Return a way into a store beneath the repository; every kind of fact is in it."""
    with Repository.open(store_path) as repository:
        judge(repository, "C10", "stalled")
        claim(repository, "C09", "6061")
    with raw(store_path) as connection:
        yield connection


def row_of(connection: "Connection", table: str, where: str = "1") -> dict[str, Any]:
    """Take a row of a table as a pattern for another one."""
    row = connection.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY id DESC LIMIT 1").fetchone()
    return dict(row)


def insert(connection: "Connection", table: str, row: dict[str, Any], verb: str = "INSERT") -> None:
    """Insert a row as it is."""
    marks = ", ".join("?" * len(row))
    connection.execute(f"{verb} INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def test_every_table_is_strict(door: "Connection") -> None:
    ours = "type = 'table' AND schema = 'main' AND substr(name, 1, 1) <> '_' AND name NOT LIKE 'sqlite%'"
    found = {row["name"]: row["strict"] for row in door.execute(f"SELECT * FROM pragma_table_list WHERE {ours}")}
    assert {"claims", "journal", "placings", "placing_counts"} <= set(found)
    assert [name for name, strict in found.items() if not strict] == []


DAYS = [
    *(("claims", column) for column in ("known_on", "earliest", "latest", "loose_earliest", "loose_latest")),
    *(("signals", column) for column in ("known_on", "said_earliest", "said_latest", "earliest", "latest")),
    *(("reports", column) for column in ("known_on", "earliest", "latest")),
    *(("sources", column) for column in ("published", "earliest", "latest")),
    *(("commitments", "known_on"), ("gates", "known_on"), ("positions", "known_on"), ("judgements", "day")),
]


@pytest.mark.parametrize(("table", "column"), DAYS)
@pytest.mark.parametrize("day", ["2025-02-30", "June 2", "2025-6-2", "20250602", "2025-06-02T00:00", ""])
def test_what_is_no_day_is_refused(door: "Connection", table: str, column: str, day: str) -> None:
    row = row_of(door, table) | {"id": 9999, "uid": "X" * 26, column: day}
    for taken in ("label", "code"):
        if taken in row and table not in ("claims", "signals"):
            row[taken] = "new"
    with pytest.raises(Exception, match="CHECK"):
        insert(door, table, row)


WORDS = [
    *(("claims", column) for column in ("measure", "qualifier", "basis", "progress", "event", "instrument", "role")),
    *(("claims", "strength"), ("signals", "about"), ("signals", "modality"), ("reports", "state")),
    *(("commitments", "category"), ("gates", "mode"), ("positions", "stance"), ("discrepancies", "kind")),
    *(("judgements", "aspect"), ("sources", "basis"), ("actors", "kind"), ("actors", "role"), ("rounds", "kind")),
    ("journal", "action"),
]


@pytest.mark.parametrize(("table", "column"), WORDS)
@pytest.mark.parametrize("word", ["unheard-of", "", "AGREED "])
def test_word_that_no_axis_has_is_refused(door: "Connection", table: str, column: str, word: str) -> None:
    row = row_of(door, table) | {"id": 9999, "uid": "X" * 26, column: word}
    for taken in ("label", "code"):
        if taken in row:
            row[taken] = "new"
    with pytest.raises(Exception, match="CHECK"):
        insert(door, table, row)


@pytest.mark.parametrize(
    ("table", "values", "complaint"),
    [
        ("claims", {"low": -1}, "CHECK"),
        ("claims", {"low": 5, "high": 4}, "CHECK"),
        ("claims", {"qualifier": None, "point": 5}, "CHECK"),
        ("claims", {"commitment": None, "exchange": None}, "CHECK"),
        ("claims", {"earliest": "2025-06-09", "latest": "2025-06-02"}, "CHECK"),
        ("claims", {"source": "no such"}, "FOREIGN KEY"),
        ("claims", {"commitment": "no such"}, "FOREIGN KEY"),
        ("claims", {"low": "many"}, "cannot store TEXT"),
        ("claims", {"strength": None}, "NOT NULL"),
        ("signals", {"track": "no such"}, "FOREIGN KEY"),
        ("journal", {"target": 1}, "CHECK"),
        ("journal", {"action": "undo", "target": None}, "CHECK"),
        ("judgements", {"uid": "short"}, "CHECK"),
    ],
)
def test_fact_that_cannot_be_is_refused(door: "Connection", table: str, values: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Exception, match=complaint):
        insert(door, table, row_of(door, table) | {"id": 9999, "uid": "X" * 26} | values)


def test_two_rounds_of_one_track_never_share_a_number(door: "Connection") -> None:
    row = row_of(door, "rounds", "kind = 'round'") | {"id": 9999, "uid": "X" * 26, "label": "R9"}
    with pytest.raises(Exception, match="UNIQUE"):
        insert(door, "rounds", row)


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET id = id",
        "UPDATE OR REPLACE {table} SET uid = (SELECT uid FROM {table} LIMIT 1)",
        "DELETE FROM {table}",
        "DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        "INSERT INTO {table} SELECT * FROM {table} WHERE 1 LIMIT 1 ON CONFLICT DO UPDATE SET id = excluded.id",
    ],
)
def test_what_was_written_is_never_changed_or_deleted(door: "Connection", table: str, statement: str) -> None:
    before = [tuple(row) for row in door.execute(f"SELECT * FROM {table}")]
    assert before
    with pytest.raises(Exception, match="append only"):
        door.execute(statement.format(table=table))
    assert [tuple(row) for row in door.execute(f"SELECT * FROM {table}")] == before


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("same", ["id", "uid"])
def test_replacing_a_row_by_its_number_or_its_id_is_refused(door: "Connection", table: str, same: str) -> None:
    row = row_of(door, table)
    other = {"id": 9999, "uid": "X" * 26}
    other.pop(same)
    with pytest.raises(Exception, match="append only"):
        insert(door, table, row | other, "INSERT OR REPLACE")


def test_views_tell_people_what_stands(door: "Connection") -> None:
    standing = {row["label"]: row["shelf"] for row in door.execute("SELECT * FROM board")}
    assert len(standing) == 16
    assert standing["C09"] == 2
    in_force = {row["label"] for row in door.execute("SELECT label FROM claims_in_force")}
    assert {"D1", "D5", "T09b"} <= in_force


def test_seeded_store_is_whole(store_path: Path, door: "Connection") -> None:
    assert_whole(store_path)
