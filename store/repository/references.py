"""References: which rows of the record name which others, as the tables declare it and as their texts do.

Nothing here lists what kinds of writes there are. A table whose rows have an `entry` is written by the journal; its
foreign keys are references, and so are those of tables without an entry, whose rows belong to what their first foreign
key names. Columns of text that name things are listed below, with how they name them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository.fetch import LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection

Named = Callable[[str], Iterable[str]]
"""Lists what a text names."""


class Reference(NamedTuple):
    """A column that names rows of a table."""

    table: str
    column: str
    target: str
    key: str
    """The column of the target that is named."""
    owner: tuple[str, str, str] | None = None
    """Where the rows have no entry: their column that names what they belong to, and the table and key of that."""
    named: Named | None = None
    """How a text names things; None where the column holds the key itself."""
    sparse: str = "1"
    """What else holds of rows whose text names anything that is not named otherwise."""

    @property
    def place(self) -> str:
        """The column, in what `rows` selects from."""
        return f"{'o' if self.owner is None else 't'}.{self.column}"

    @property
    def rows(self) -> str:
        """What to select from: `o` has the entry."""
        if self.owner is None:
            return f"{self.table} o"
        column, table, key = self.owner
        return f"{table} o JOIN {self.table} t ON t.{column} = o.{key}"

    @property
    def holder(self) -> str:
        """The table whose rows have the entry."""
        return self.owner[1] if self.owner is not None else self.table


def _whole(text: str) -> Iterable[str]:
    return (text,)


def _words(text: str) -> Iterable[str]:
    return text.split()


def _way(text: str) -> Iterable[str]:
    return re.split(r"\s*>\s*", text)


def _places(text: str) -> Iterable[str]:
    """Name the sources of places such as `000:5, 003:7`, and what stands there without a line."""
    return {place.rpartition(":")[0] or place for place in text.split(", ")}


_SEVERAL = "instr(o.locator, ',')"
"""The first place of a statement is also its source."""
_TEXTS = (
    Reference("commitments", "mirrors", "commitments", "label", named=_whole),
    Reference("commitments", "needs", "commitments", "label", named=_words),
    Reference("actors", "members", "actors", "code", named=_words),
    Reference("reports", "heads", "actors", "code", named=_words),
    Reference("claims", "recognised_by", "actors", "code", named=_words),
    Reference("claims", "way", "actors", "code", named=_way),
    *(Reference(table, "locator", "sources", "label", named=_places, sparse=_SEVERAL)
      for table in ("claims", "signals", "reports", "gates")),
    *(Reference(table, "locators", "sources", "label", named=_places) for table in ("positions", "discrepancies")),
    *(Reference("judgements", "about", table, "label", named=_whole) for table in ("commitments", "rounds")),
    *(Reference("judgements", "rests_on", table, "label", named=_places)
      for table in ("claims", "signals", "sources")),
)  # fmt: skip
_SUBJECTS = ("commitments", "rounds", "exchanges", "gates", "claims", "signals", "positions", "sources", "tracks")
"""What a contradiction may be about, by label."""


class Graph:
    """The references of a store, read off its tables once."""

    def __init__(self, connection: Connection) -> None:
        self._columns = {
            row["name"]: [column["name"] for column in connection.execute(f"PRAGMA table_info({row['name']})")]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
            ).fetchall()
        }
        self.written = {
            table for table, columns in self._columns.items() if "entry" in columns and table not in _BOOKKEEPING
        }
        """The tables whose rows the journal writes."""
        self.references = [*self._declared(connection), *self._spoken()]

    def corrections(self) -> list[str]:
        """List the tables whose rows correct a row of another: they name its table (`what`) and `number`."""
        return [table for table in sorted(self.written) if {"what", "number"} <= set(self._columns[table])]

    def has(self, table: str, column: str) -> bool:
        """Whether a table has a column."""
        return column in self._columns[table]

    def superseding(self) -> list[str]:
        """List the tables in which a row may take the place of another."""
        return [table for table in sorted(self.written) if "supersedes" in self._columns[table]]

    def onto(self, table: str) -> list[Reference]:
        """List the references to rows of a table."""
        return [reference for reference in self.references if reference.target == table]

    def out_of(self, table: str) -> list[Reference]:
        """List the references that the rows of a table, and those that belong to them, hold."""
        return [reference for reference in self.references if reference.holder == table]

    def _declared(self, connection: Connection) -> Iterator[Reference]:
        for table, columns in self._columns.items():
            keys = {row["from"]: row for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
            if table in self.written:
                for column, row in keys.items():
                    if row["table"] in self.written:
                        yield Reference(table, column, row["table"], row["to"])
                continue
            first = next((keys[column] for column in columns if column in keys), None)
            if first is None or first["table"] not in self.written or table in _BOOKKEEPING:
                continue
            owner = (first["from"], first["table"], first["to"])
            for column, row in keys.items():
                if column != first["from"] and row["table"] in self.written:
                    yield Reference(table, column, row["table"], row["to"], owner)

    def _spoken(self) -> Iterator[Reference]:
        known = (*_TEXTS, *(_subject(table) for table in _SUBJECTS))
        return (found for found in known if {found.table, found.target} <= set(self._columns))


def _subject(table: str) -> Reference:
    owner = ("discrepancy", "discrepancies", "label")
    return Reference("discrepancy_subjects", "subject", table, "label", owner, _whole)


_BOOKKEEPING = ("undone", "acceptances", "placings")
"""Tables that follow from the journal, and are no record of their own."""


def naming(
    connection: Connection, reference: Reference, keys: Sequence[object], where: str, values: Sequence[object]
) -> Iterator[tuple[int, str]]:
    """Go through the rows that name any of some keys: the entry of each, and the key. `where` is about `o`."""
    if reference.named is None:
        query = f"""SELECT o.entry, {reference.place} FROM {reference.rows}
            WHERE {reference.place} {LISTED} AND {where} GROUP BY 1"""
        yield from ((row[0], str(row[1])) for row in connection.execute(query, (listed(keys), *values)))
        return
    wanted = {str(key) for key in keys}
    query = f"""SELECT o.entry, {reference.place} FROM {reference.rows}
        WHERE {reference.place} IS NOT NULL AND {reference.sparse} AND {where} GROUP BY 1, 2"""
    for entry, text in connection.execute(query, values):
        yield from ((entry, name) for name in reference.named(text) if name in wanted)


def named_by(connection: Connection, reference: Reference, rows: Sequence[int]) -> set[str | int]:
    """List the keys that the rows of a holder (first and last number) name."""
    query = f"""SELECT DISTINCT {reference.place} FROM {reference.rows}
        WHERE {reference.place} IS NOT NULL AND o.id BETWEEN ? AND ?"""
    found = [row[0] for row in connection.execute(query, (rows[0], rows[1]))]
    if reference.named is None:
        return set(found)
    return {name for text in found for name in reference.named(text)}
