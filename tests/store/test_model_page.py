"""The page of the model (docs/model.md): its examples run, and what it names is there."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.domain.shelves import Shelf
from store.repository import Repository
from tests.store.records import ANA

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "model.md").read_text("utf-8")
EXAMPLES = [
    statement.strip() for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL) for statement in block.split(";\n")
]
TABLES = (
    *(
        "claims",
        "signals",
        "reports",
        "gates",
        "gate_commitments",
        "positions",
        "discrepancies",
        "discrepancy_subjects",
    ),
    *(
        "tracks",
        "track_actors",
        "actors",
        "aliases",
        "sources",
        "origins",
        "rounds",
        "commitments",
        "exchanges",
        "legs",
    ),
    *("serves", "judgements", "journal", "undone", "bands", "evidence_days"),
)
COMMON = {"id", "uid", "entry"}
"""Columns that most tables have and that are told of once."""


@pytest.fixture(scope="module")
def door(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Return a way into a store with the seed record and the second one, read by SQLite alone."""
    path = tmp_path_factory.mktemp("page") / "talks.db"
    path.write_bytes(seeded.read_bytes())
    with Repository.open(path) as repository:
        texts = (file.read_text("utf-8").splitlines() for file in sorted((ROOT / "fixtures" / "gaza").glob("*.jsonl")))
        assert repository.import_lines([text for whole in texts for text in whole], "gaza", ANA) is not None
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield connection


def columns(door: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in door.execute(f"PRAGMA table_info({table})")}


@pytest.mark.parametrize("statement", [text for text in EXAMPLES if text])
def test_example_runs_and_finds_something(door: sqlite3.Connection, statement: str) -> None:
    assert door.execute(statement).fetchall()


def test_examples_on_the_seed_record_say_what_the_board_says(door: sqlite3.Connection) -> None:
    asked = {text.split("\n", 1)[0]: door.execute(text).fetchall() for text in EXAMPLES if text}
    board = next(rows for text, rows in asked.items() if "FROM board" in text)
    assert ("C09", "RU", "UA", "Remains of soldiers", int(Shelf.DONE), "2025-06-15") in board
    russian = next(rows for text, rows in asked.items() if text.startswith("SELECT c.label, c.what FROM placings"))
    assert "C10" not in {label for label, _ in russian}
    assert {"C05", "C06"} <= {label for label, _ in russian}


@pytest.mark.parametrize("table", TABLES)
def test_columns_of_a_table_are_told_of(door: sqlite3.Connection, table: str) -> None:
    missing = {name for name in columns(door, table) - COMMON if not re.search(rf"`{name}`", PAGE)}
    assert columns(door, table)
    assert f"`{table}`" in PAGE or f"### {table}" in PAGE or table in PAGE
    assert missing == set()


def test_no_column_is_told_of_that_claims_do_not_have(door: sqlite3.Connection) -> None:
    told = PAGE.partition("### claims")[2].partition("### signals")[0]
    heads = [cell for line in told.splitlines() if line.startswith("| `") for cell in [line.split("|")[1]]]
    named = {name for cell in heads for name in re.findall(r"`(\w+)`", cell)}
    assert named
    assert named <= columns(door, "claims")


def test_page_names_every_table_and_view(door: sqlite3.Connection) -> None:
    query = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '%sqlite%'"
    names = {name for (name,) in door.execute(query)}
    inside = {name for name in names for whole in ("search", "texts") if name.startswith(f"{whole}_")}
    missing = {name for name in names - inside if not re.search(rf"\b{name.removeprefix('dated_')}\b", PAGE)}
    assert missing == set()
