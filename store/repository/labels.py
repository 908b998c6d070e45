"""Fresh labels for what is accepted from an article: the next of each kind, or those it had before it was undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from store.domain.typed import TYPE_CHECKING
from store.reading.record.naming import fresh
from store.repository import fetch

if TYPE_CHECKING:
    from sqlite3 import Connection

_PREFIXES = {"commitment": "C", "exchange": "E", "meeting": "M", "position": "P", "track": "T"}
_DIGITS = {"commitment": 2, "position": 2}
"""With how many digits the numbers of a kind are written at least; else with as many as they have."""
_TABLES = {
    "commitment": ("commitments", "label"),
    "exchange": ("exchanges", "label"),
    "meeting": ("rounds", "label"),
    "round": ("rounds", "label"),
    "position": ("positions", "label"),
    "track": ("tracks", "label"),
    "source": ("sources", "label"),
    "actor": ("actors", "code"),
}
GONE = "~"
"""What lies between a label and the undone entry that had it, once another row has taken it over."""
BESIDE = {
    "exchanges": (("legs", "exchange"), ("serves", "exchange")),
    "tracks": (("track_actors", "track"),),
}
"""Rows without an entry of their own, which go with the row that they belong to."""


class FreshLabels:
    """Gives labels within one write.

    What was accepted before and undone gets its labels again: the undone row gives its label up to the new one, and its
    entry can no longer be redone. The caller holds the transaction, with the check of foreign keys put off to its end.
    """

    def __init__(self, connection: Connection, entry: int, reading: int) -> None:
        self._connection, self._entry, self._reading = connection, entry, reading
        self._given: dict[str, set[str]] = defaultdict(set)
        self._former: list[str] = []
        self._statements = 0

    def begin(self, number: str) -> None:
        """Say for which proposal the next labels are."""
        row = self._connection.execute(
            """SELECT labels FROM acceptances a JOIN proposals p ON p.id = a.proposal
               WHERE p.reading = ? AND p.number = ? ORDER BY a.entry DESC LIMIT 1""",
            (self._reading, number),
        ).fetchone()
        self._former = row["labels"].split() if row is not None else []

    def next(self, kind: str) -> str:
        """Return the next label of a kind: the one that the proposal had, else the next number."""
        table, column = _TABLES[kind]
        prefix = _PREFIXES[kind]
        for label in self._former:
            if label.startswith(prefix) and label not in self._given[table] and self._vacated(table, column, label):
                return self._give(table, label)
        former = self._former_track() if kind == "track" else None
        if former is not None and self._vacated(table, column, former):
            return self._give(table, former)
        number, digits = fetch.next_number(self._connection, table), _DIGITS.get(kind, 1)
        while self._taken(table, column, label := f"{prefix}{number:0{digits}}"):
            number += 1
        return self._give(table, label)

    def statement(self) -> str:
        """Return the next label of a claim or signal."""
        self._statements += 1
        return f"N{self._entry}.{self._statements}"

    def free(self, kind: str, wanted: str) -> str:
        """Return a label as it is wanted, or with a number behind it where that is taken by what is in force."""
        table, column = _TABLES[kind]
        if wanted not in self._given[table]:
            self._vacated(table, column, wanted)
        return self._give(table, fresh(wanted, lambda label: self._taken(table, column, label)))

    def source(self) -> str:
        """Return the label of the article's source: the one it had, else the next number in three digits."""
        row = self._connection.execute(
            """SELECT a.source FROM acceptances a JOIN proposals p ON p.id = a.proposal
               WHERE p.reading = ? ORDER BY a.entry DESC LIMIT 1""",
            (self._reading,),
        ).fetchone()
        if row is not None and self._vacated("sources", "label", row["source"]):
            return self._give("sources", row["source"])
        number = int(self._connection.execute("SELECT count(*) FROM sources").fetchone()[0])
        while self._taken("sources", "label", label := f"{number:03}"):
            number += 1
        return self._give("sources", label)

    def _give(self, table: str, label: str) -> str:
        self._given[table].add(label)
        return label

    def _taken(self, table: str, column: str, label: str) -> bool:
        if label in self._given[table]:
            return True
        query = f"SELECT 1 FROM {table} WHERE {column} = ?"
        return self._connection.execute(query, (label,)).fetchone() is not None

    def _former_track(self) -> str | None:
        row = self._connection.execute(
            f"SELECT label FROM tracks WHERE entry IN ({_ENTRIES}) ORDER BY id DESC LIMIT 1", (self._reading,)
        ).fetchone()
        return row["label"] if row is not None else None

    def _vacated(self, table: str, column: str, label: str) -> bool:
        """Have an undone row of the same article give its label up; whether there was one."""
        row = self._connection.execute(
            f"SELECT id, entry FROM {table} WHERE {column} = ? AND entry IN ({_ENTRIES})", (label, self._reading)
        ).fetchone()
        if row is None:
            return False
        gone = f"{label}{GONE}{row['entry']}"
        numbered = ", kind = 'meeting', ordinal = NULL" if table == "rounds" else ""
        self._connection.execute(f"UPDATE {table} SET {column} = ?{numbered} WHERE id = ?", (gone, row["id"]))
        for beside, owner in BESIDE.get(table, ()):
            self._connection.execute(f"UPDATE {beside} SET {owner} = ? WHERE {owner} = ?", (gone, label))
        return True


_ENTRIES = """SELECT a.entry FROM acceptances a JOIN proposals p ON p.id = a.proposal
    WHERE p.reading = ? AND a.entry IN (SELECT entry FROM undone)"""
"""The undone entries that accepted anything of an article."""


def given_up(connection: Connection, entry: int, wrote: Mapping[str, Sequence[int]]) -> str | None:
    """Return a label that an undone entry has given up since; None where it could be redone as it was."""
    for table, column in dict.fromkeys(_TABLES.values()):
        row = connection.execute(
            f"SELECT {column} FROM {table} WHERE id BETWEEN ? AND ? AND {column} LIKE ? LIMIT 1",
            (*wrote.get(table, (1, 0)), f"%{GONE}{entry}"),
        ).fetchone()
        if row is not None:
            return str(row[0].rpartition(GONE)[0])
    return None
