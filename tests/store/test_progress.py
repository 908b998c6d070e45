"""Telling how it goes on while one statement takes long."""

from __future__ import annotations

import sqlite3

import pytest

from store.errors import TalksError
from store.repository import progress

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT count(*) FROM n"


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_STEPS", 1000)


def test_long_statement_is_told_of_again_and_again_and_others_no_more() -> None:
    connection, heard = sqlite3.connect(":memory:"), list[tuple[str, int, int]]()
    with progress.beating(connection, lambda *said: heard.append(said), "indexing", 2, 7):
        assert connection.execute(LONG).fetchone()[0] == 20000
    told = len(heard)
    assert told > 10
    assert set(heard) == {("indexing", 2, 7)}
    connection.execute(LONG).fetchone()
    assert len(heard) == told


def test_whoever_gives_up_breaks_the_statement_off() -> None:
    connection = sqlite3.connect(":memory:")

    heard: list[object] = []

    def report(*said: object) -> None:
        heard.append(said)
        if len(heard) > 1:  # while the statement runs, not before
            raise TalksError("given up")

    with pytest.raises(TalksError, match="given up"), progress.beating(connection, report, "indexing", 0, 1):
        connection.execute(LONG).fetchone()
    assert connection.execute("SELECT 1").fetchone() == (1,)


def test_fault_of_a_statement_stays_what_it_is() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError), progress.beating(connection, lambda *_: None, "indexing", 0, 1):
        connection.execute("SELECT * FROM nothing")
