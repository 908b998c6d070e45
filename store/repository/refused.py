"""Why the tables did not take a row of an import: it is there already, its label is taken, or it breaks a rule."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from store.domain.typed import TYPE_CHECKING
from store.repository import fetch
from store.repository.connection import IntegrityError
from store.repository.names import TABLES
from store.repository.numbers import LineNumbers
from store.repository.problems import Problems

if TYPE_CHECKING:
    from sqlite3 import Connection

_SHARED_LABELS = ("report", "claim", "signal", "judgement")
"""Kinds whose labels may occur twice: they are statements, told apart by what they say."""


class Refused:
    """Looks at rows that were left out."""

    def __init__(
        self,
        connection: Connection,
        first: Mapping[str, int],
        numbers: Mapping[str, LineNumbers],
        problems: Problems,
        undone: set[int],
    ) -> None:
        """Take what the import knows: its first row and line numbers by table."""
        self._connection, self._first, self._numbers = connection, first, numbers
        self._problems, self._undone = problems, undone

    def look(self, kind: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> tuple[set[int], set[int]]:
        """Tell why rows are not there; return their numbers, and the undone entries that hold the same lines."""
        table = TABLES[kind]
        listed = json.dumps([row[0] for row in rows])
        query = f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
        there = {row["id"] for row in self._connection.execute(query, (listed,))}
        left, turned = set(), set()
        for row in rows:
            if row[0] in there:
                continue
            left.add(row[0])
            held = self._connection.execute(f"SELECT entry FROM {table} WHERE uid = ?", (row[1],)).fetchone()
            if held is None:
                self._tell(kind, dict(zip(columns, row, strict=True)))
            else:
                turned |= self._undone.intersection((held["entry"],))
        return left, turned

    def aliases(self, rows: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Tell which aliases belong to somebody else."""
        for line, row in rows:
            query = "SELECT actor FROM aliases WHERE alias = ?"
            owner = self._connection.execute(query, (row["alias"],)).fetchone()["actor"]
            if owner != row["actor"]:
                self._problems.add(line, f"alias '{row['alias']}' of {row['actor']} already belongs to {owner}")

    def _tell(self, kind: str, row: dict[str, Any]) -> None:
        line = self._numbers[TABLES[kind]].of(row["id"])
        sentence = self._taken(kind, row) or self._ordinal(kind, row)
        if sentence is None:
            label = row.get("label") or row.get("code") or row.get("round")
            sentence = f"{kind} {label}: the record cannot hold it: {self._rule(kind, row)}"
        self._problems.add(line, sentence)

    def _taken(self, kind: str, row: dict[str, Any]) -> str | None:
        if kind in _SHARED_LABELS:
            return None
        table, column = TABLES[kind], "code" if kind == "actor" else "label"
        query = f"SELECT id, entry FROM {table} WHERE {column} = ?"
        taken = self._connection.execute(query, (row[column],)).fetchone()
        if taken is None:
            return None
        there = "in the record"
        if taken["id"] >= self._first[table]:
            there = f"on {self._problems.where(self._numbers[table].of(taken['id']))}"
        elif taken["entry"] in self._undone:
            there = "in an import that was undone (redo puts it back)"
        return f"{kind} '{row[column]}' is already {there}, saying something else"

    def _ordinal(self, kind: str, row: dict[str, Any]) -> str | None:
        if kind != "round" or row["kind"] != "round":
            return None
        query = "SELECT label FROM rounds WHERE track = ? AND ordinal = ? AND kind = 'round'"
        other = self._connection.execute(query, (row["track"], row["ordinal"])).fetchone()
        return f"round {row['label']}: {other['label']} has that ordinal on {row['track']}" if other else None

    def _rule(self, kind: str, row: dict[str, Any]) -> str:
        """Insert a row for once so that it is refused aloud."""
        columns = list(row)
        query = f"INSERT INTO {TABLES[kind]} ({', '.join(columns)}) VALUES ({fetch.marks(columns)})"
        try:
            self._connection.execute(query, list(row.values()))
        except IntegrityError as error:
            return str(error)
        return "it was left out"
