"""Columns and rows that edits write: read, written, and written back when an edit is undone or redone."""

from __future__ import annotations

import json
from typing import Any

from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING
from store.errors import ConflictError, FieldsError
from store.repository import fetch, journal
from store.repository.connection import IntegrityError
from store.repository.names import TABLES
from store.repository.refitting import refitting

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

    from store.domain.journal import JournalEntry

Thing = tuple[str, str, int]
"""Kind, label and number of a row."""

OF_ITS_OWN: dict[str, tuple[tuple[str, str], ...]] = {
    "actor": (("aliases", "actor"),),
    "track": (("track_actors", "track"),),
    "exchange": (("legs", "exchange"), ("serves", "exchange")),
    "gate": (("gate_commitments", "gate"),),
}
"""The tables of rows that belong to a thing, with the column that names it."""


def column_now(connection: Connection, table: str, number: int, column: str) -> Any:
    """Read one column of a row."""
    return connection.execute(f"SELECT {column} FROM {table} WHERE id = ?", (number,)).fetchone()[0]


def put_column(connection: Connection, table: str, number: int, column: str, value: Any) -> None:
    """Write one column of a row."""
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, number))


def beside_now(connection: Connection, table: str, kind: str, label: str) -> list[dict[str, Any]]:
    """Read the rows of a table that belong to a thing."""
    owner = dict(OF_ITS_OWN[kind])[table]
    rows = connection.execute(f"SELECT * FROM {table} WHERE {owner} = ?", (label,)).fetchall()
    return [{key: row[key] for key in row.keys() if key != "entry"} for row in rows]  # noqa: SIM118 - values otherwise


def put_beside(connection: Connection, table: str, thing: Thing, rows: list[dict[str, Any]]) -> None:
    """Write the rows of a table that belong to a thing. Raises FieldsError where one is somebody else's."""
    kind, label, number = thing
    owner = dict(OF_ITS_OWN[kind])[table]
    connection.execute(f"DELETE FROM {table} WHERE {owner} = ?", (label,))
    entry = column_now(connection, TABLES[kind], number, "entry")
    for row in rows:
        # names belong to the thing for as long as it does, whoever gave it them
        held = row | ({"entry": entry} if table == "aliases" else {})
        columns = list(held)
        query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({fetch.marks(columns)})"
        try:
            connection.execute(query, list(held.values()))
        except IntegrityError:
            taken = connection.execute("SELECT actor FROM aliases WHERE alias = ?", (row.get("alias"),)).fetchone()
            if taken is None:
                raise
            raise FieldsError({"aliases": f"'{row['alias']}' is a name of {taken['actor']} already"}) from None


def turn_edit(connection: Connection, author: Author, action: str, target: Row) -> JournalEntry:
    """Undo or redo an entry that edited columns. Raises ConflictError where they were edited again since."""
    first, last = fetch.wrote(target)["edits"]
    rows = connection.execute("SELECT * FROM edits WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)).fetchall()
    kind, label, number = thing = (rows[0]["kind"], rows[0]["label"], rows[0]["number"])
    here, there = ("after", "before") if action == "undo" else ("before", "after")
    with refitting(connection, kind, label, number):
        for row in rows:
            _turn_back(connection, thing, row["field"], json.loads(row[here]), json.loads(row[there]))
    sides = (target["after"], target["before"]) if action == "undo" else (target["before"], target["after"])
    return journal.record(
        connection, author, action, target["subject"], before=sides[0], after=sides[1], target=target["id"]
    )  # fmt: skip


def _turn_back(connection: Connection, thing: Thing, field: str, here: Any, there: Any) -> None:
    kind, label, number = thing
    beside = field in dict(OF_ITS_OWN.get(kind, ()))
    now = (
        beside_now(connection, field, kind, label) if beside else column_now(connection, TABLES[kind], number, field)
    )  # fmt: skip
    if in_order(now) != in_order(here):
        raise ConflictError(f"{label} was edited again since ({field.replace('_', ' ')}): nothing was changed")
    if beside:
        put_beside(connection, field, thing, there)
    else:
        put_column(connection, TABLES[kind], number, field, there)


def in_order(value: Any) -> Any:
    """Put rows in an order of their own, so that two lists of the same rows are the same."""
    return sorted(value, key=lambda row: json.dumps(row, sort_keys=True)) if isinstance(value, list) else value
