"""Free labels for what is added by hand, and how what was added and undone gives up what it was called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.domain.records import NewRecord
from store.domain.typed import TYPE_CHECKING
from store.errors import FieldsError
from store.reading.record.naming import slug
from store.repository import fetch
from store.repository.labels import BESIDE, GONE
from store.repository.names import TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection

_PREFIXES = {"commitment": "C", "exchange": "E", "gate": "G", "position": "P", "signal": "S", "track": "T"}
_DIGITS = {"commitment": 2, "position": 2}
"""With how many digits the numbers of a kind are written at least; else with as many as they have."""
_STATEMENTS = ("claim", "report", "signal")
"""Kinds whose labels may occur twice."""


def label_of(connection: Connection, new: NewRecord, entry: int) -> str:
    """Return what a new thing is called. Raises FieldsError where that is taken."""
    if new.kind == "report":
        return str(new.fields.get("round") or "")
    wanted = (new.label or "").strip()
    if not wanted:
        return next_label(connection, new.kind, entry, new.fields)
    if new.kind not in _STATEMENTS and _holder(connection, new.kind, wanted) is not None:
        raise FieldsError({"label": f"'{wanted}' is on record already; {_next(connection, new, entry)} is free"})
    return wanted


def _next(connection: Connection, new: NewRecord, entry: int) -> str:
    return next_label(connection, new.kind, entry, new.fields)


def next_label(connection: Connection, kind: str, entry: int, fields: Mapping[str, Any]) -> str:
    """Return the next free label of a kind; of an actor one made of its name."""
    if kind == "claim":
        return f"N{entry}"
    if kind == "source":
        return _numbered(connection, kind, "", 3, _count(connection, "sources"))
    if kind == "actor":
        code = slug(str(fields.get("name") or "")) or "actor"
        return code if _holder(connection, kind, code) is None else _numbered(connection, kind, f"{code}-", 1, 2)
    if kind == "round":
        meeting = fields.get("kind") == "meeting"
        ordinal = fields.get("ordinal")
        if not meeting and isinstance(ordinal, int) and _holder(connection, kind, f"R{ordinal}") is None:
            return f"R{ordinal}"
        return _numbered(connection, kind, "M" if meeting else "R", 1, 1)
    first = fetch.next_number(connection, TABLES[kind])
    return _numbered(connection, kind, _PREFIXES[kind], _DIGITS.get(kind, 1), _least(connection, kind, first))


def _least(connection: Connection, kind: str, first: int) -> int:
    """Return from which number on labels are tried: what was added and undone gives its number up."""
    query = "SELECT wrote FROM journal WHERE id IN (SELECT entry FROM undone) AND action = 'add'"
    spans = (fetch.read_wrote(row["wrote"]) for row in connection.execute(query))
    return min([first, *(wrote[TABLES[kind]][0] for wrote in spans if TABLES[kind] in wrote)])


def _numbered(connection: Connection, kind: str, prefix: str, digits: int, number: int) -> str:
    while _holder(connection, kind, label := f"{prefix}{number:0{digits}}") is not None:
        number += 1
    return label


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {fetch.IN_FORCE}").fetchone()[0])


def _holder(connection: Connection, kind: str, label: str) -> int | None:
    """Return the row that has a label, unless it was added and undone."""
    table, column = TABLES[kind], "code" if kind == "actor" else "label"
    query = f"SELECT id, entry FROM {table} WHERE {column} = ?"
    row = connection.execute(query, (label,)).fetchone()
    return row["id"] if row is not None and not _given_back(connection, row["entry"]) else None


def _given_back(connection: Connection, entry: int) -> bool:
    query = """SELECT 1 FROM journal WHERE id = ? AND action = 'add' AND id IN (SELECT entry FROM undone)"""
    return connection.execute(query, (entry,)).fetchone() is not None


def vacate(connection: Connection, kind: str, label: str, fields: Mapping[str, Any]) -> None:
    """Have what was added and undone give up the label, the number on its track and the names that are wanted."""
    if kind in _STATEMENTS:
        return
    table, column = TABLES[kind], "code" if kind == "actor" else "label"
    query = f"SELECT id, entry, {column} AS label FROM {table} WHERE"
    rows = connection.execute(f"{query} {column} = ?", (label,)).fetchall()
    if kind == "round" and fields.get("ordinal"):
        numbered = f"{query} track = ? AND ordinal = ? AND kind = 'round'"
        rows += connection.execute(numbered, (fields["track"], fields["ordinal"])).fetchall()
    for row in {row["id"]: row for row in rows if _given_back(connection, row["entry"])}.values():
        gone = f"{row['label']}{GONE}{row['entry']}"
        unnumbered = ", kind = 'meeting', ordinal = NULL" if kind == "round" else ""
        connection.execute(f"UPDATE {table} SET {column} = ?{unnumbered} WHERE id = ?", (gone, row["id"]))
        for beside, owner in (*BESIDE.get(table, ()), *_NAMED.get(table, ())):
            connection.execute(f"UPDATE {beside} SET {owner} = ? WHERE {owner} = ?", (gone, row["label"]))
    for alias in (fields.get("aliases") or ()) if kind == "actor" else ():
        found = connection.execute("SELECT entry FROM aliases WHERE alias = ?", (alias,)).fetchone()
        if found is not None and _given_back(connection, found["entry"]):
            gone = f"{alias}{GONE}{found['entry']}"
            connection.execute("UPDATE aliases SET alias = ? WHERE alias = ?", (gone, alias))


_NAMED = {"actors": (("aliases", "actor"),), "gates": (("gate_commitments", "gate"),)}
