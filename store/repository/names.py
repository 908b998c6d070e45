"""What the store holds that a line of the record may refer to, looked up as it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.repository import fetch
from store.repository.tables.columns import Names

if TYPE_CHECKING:
    from sqlite3 import Connection

TABLES = {
    "actor": "actors",
    "track": "tracks",
    "source": "sources",
    "round": "rounds",
    "commitment": "commitments",
    "exchange": "exchanges",
    "report": "reports",
    "claim": "claims",
    "signal": "signals",
    "gate": "gates",
    "position": "positions",
    "discrepancy": "discrepancies",
    "judgement": "judgements",
}
"""The table of each kind of line."""


def names_of(connection: Connection) -> Names:
    """Collect what the store holds that may be referred to."""
    labels: dict[str, set[str]] = {}
    for kind, table in TABLES.items():
        if kind in ("track", "round", "commitment", "exchange", "gate"):
            labels[kind] = _Labels(connection, table)
    actors = {
        row["code"]: row["speaks_for"] or (row["code"] if row["kind"] in ("side", "joint") else None)
        for row in connection.execute(f"SELECT code, kind, speaks_for FROM actors WHERE {fetch.IN_FORCE}")
    }
    sources = _Sources(connection)
    return Names(actors, sources, labels, _Numbers(connection, "claims"), _Numbers(connection, "signals"))


class _Labels(set[str]):
    """Labels of one kind: those of this import held here, those of the store looked up one by one."""

    def __init__(self, connection: Connection, table: str) -> None:
        super().__init__()
        self._connection, self._query = connection, f"SELECT 1 FROM {table} WHERE label = ? AND {fetch.IN_FORCE}"

    def __contains__(self, label: object) -> bool:
        return super().__contains__(label) or self._connection.execute(self._query, (label,)).fetchone() is not None


class _Sources(dict[str, str]):
    """Days of sources: those of this import held here, those of the store looked up one by one."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def __contains__(self, label: object) -> bool:
        if super().__contains__(label):
            return True
        query = f"SELECT published FROM dated_sources WHERE label = ? AND {fetch.IN_FORCE}"
        row = self._connection.execute(query, (label,)).fetchone()
        if row is not None:
            self[str(label)] = row["published"]
        return row is not None


class _Numbers(dict[str, int]):
    """Numbers of labelled statements: those of this import held here, those of the store looked up one by one."""

    def __init__(self, connection: Connection, table: str) -> None:
        super().__init__()
        self._connection = connection
        self._query = f"SELECT max(id) AS id FROM {table} WHERE label = ? AND {fetch.IN_FORCE}"

    def __contains__(self, label: object) -> bool:
        if super().__contains__(label):
            return True
        row = self._connection.execute(self._query, (label,)).fetchone()
        if row["id"] is not None:
            self[str(label)] = row["id"]
        return row["id"] is not None
