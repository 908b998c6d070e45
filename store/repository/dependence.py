"""Dependence: which entries would be left without what they rest on if another one were undone, or put back.

The rules go by the rows that entries wrote, whatever the entries are called:

1. A row that names a row of the entry rests on it: a claim on its source, a judgement on its commitment, a correction
   on the claim it supersedes, a contradiction on what it is about.
2. Of several corrections of one row, judgements of one aspect and words of one kind, the later rests on the earlier.
3. What was written against a source since its day was corrected has its own day from there: it rests on the day as it
   is, and so on the correction being in force, or out of it.
4. A judgement beyond the end of the evidence would show on no board: it rests on the evidence of its day.
5. What is put back rests on the rows it names, which must be in force, and on nothing having taken its place
   (`store.repository.returning`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from store.domain.journal import JournalEntry
from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import Obstacle
from store.repository import fetch, journal
from store.repository.names import KINDS
from store.repository.references import Graph, Reference, naming

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

MOST = 50
"""How many entries are named at most."""
OTHERS = "o.entry <> ? AND o.entry NOT IN (SELECT entry FROM undone)"
"""Of another entry (o), which is in force."""
_RIVALS = {"judgements": ("about", "aspect"), "vocabulary": ("kind", "lower(words)")}
"""Tables in which the last row of those with the same values holds."""


class Dependence:
    """What depends on one entry of the journal."""

    def __init__(self, connection: Connection, target: Row) -> None:
        self.connection, self.number = connection, int(target["id"])
        self.wrote: Mapping[str, Sequence[int]] = fetch.wrote(target)
        self.graph = Graph(connection)

    def of_undoing(self) -> tuple[Obstacle, ...]:
        """List what would be left without what it rests on."""
        return self.obstacles(self._naming(), self.corrected(), self.rivals(), self.dated())

    def stranded(self, before: date | None, after: date | None) -> tuple[Obstacle, ...]:
        """List what lies beyond the end of the evidence, now that this has moved from one day to another."""
        if before is None or (after is not None and after >= before):
            return ()
        rows = self.connection.execute(
            f"""SELECT entry, about FROM dated_judgements
                WHERE day > ? AND day <= ? AND entry <> ? AND {fetch.IN_FORCE}""",
            (after.isoformat() if after else "", before.isoformat(), self.number),
        )
        why = "judged {} on evidence that would be gone"
        return self.obstacles((row["entry"], why.format(row["about"])) for row in rows)

    def obstacles(self, *found: Iterator[tuple[int, str]]) -> tuple[Obstacle, ...]:
        """Name each entry once, with the first reason, newest first."""
        reasons: dict[int, str] = {}
        for entries in found:
            for number, why in entries:
                reasons.setdefault(number, why)
        newest = sorted(reasons, reverse=True)[:MOST]
        return tuple(Obstacle(self._entry(number), reasons[number]) for number in newest)

    def _entry(self, number: int) -> JournalEntry:
        return journal.entry(self.connection, number)

    def _keys(self, table: str, key: str) -> list[object]:
        rows = self.connection.execute(f"SELECT {key} FROM {table} WHERE id BETWEEN ? AND ?", self.wrote[table])
        return [row[0] for row in rows if row[0] is not None]

    def _naming(self) -> Iterator[tuple[int, str]]:
        """Go through the entries that wrote anything which names a row of this one."""
        for table in self.wrote:
            kind = KINDS.get(table, table)
            for reference in self.graph.onto(table):
                keys = self._keys(table, reference.key)
                for entry, key in naming(self.connection, reference, keys, OTHERS, (self.number,)):
                    named = kind if reference.key == "id" else f"{kind} {key}"
                    yield entry, _naming_words(reference, named)

    def corrected(self) -> Iterator[tuple[int, str]]:
        """Go through later corrections of the same rows, or of rows of this entry."""
        for table in self.graph.corrections():
            mine = self.wrote.get(table, (1, 0))
            same = "AND o.field = m.field" if self.graph.has(table, "field") else ""
            rows = self.connection.execute(
                f"""SELECT o.entry, o.what FROM {table} m
                    JOIN {table} o ON o.what = m.what AND o.number = m.number {same}
                    WHERE m.id BETWEEN ? AND ? AND o.id > m.id AND {OTHERS} GROUP BY 1""",
                (*mine, self.number),
            )
            yield from ((row["entry"], f"corrects the same {KINDS.get(row['what'], row['what'])}") for row in rows)
            for written, span in self.wrote.items():
                rows = self.connection.execute(
                    f"SELECT o.entry FROM {table} o WHERE o.what = ? AND o.number BETWEEN ? AND ? AND {OTHERS}"
                    " GROUP BY 1",
                    (written, *span, self.number),
                )
                yield from ((row["entry"], f"corrects a {KINDS.get(written, written)} of it") for row in rows)

    def rivals(self) -> Iterator[tuple[int, str]]:
        """Go through later rows that hold in place of one of this entry."""
        for table, columns in _RIVALS.items():
            same = " AND ".join(f"{_of('o', column)} = {_of('m', column)}" for column in columns)
            rows = self.connection.execute(
                f"""SELECT o.entry, m.{columns[0]} AS about FROM {table} m JOIN {table} o ON {same}
                    WHERE m.id BETWEEN ? AND ? AND o.id > m.id AND {OTHERS} GROUP BY 1""",
                (*self.wrote.get(table, (1, 0)), self.number),
            )
            word = "judged {} again" if table == "judgements" else "says anew what a {} is"
            yield from ((row["entry"], word.format(row["about"])) for row in rows)

    def dated(self) -> Iterator[tuple[int, str]]:
        """Go through what was written against a source since its day was corrected."""
        sources = self._sources()
        later = f"{OTHERS} AND o.entry > ?"
        for reference in self.graph.onto("sources") if sources else ():
            for entry, label in naming(self.connection, reference, sources, later, (self.number, self.number)):
                yield entry, f"was filed under the day that {label} has now"

    def _sources(self) -> list[str]:
        found: list[str] = []
        for table in self.graph.corrections():
            rows = self.connection.execute(
                f"""SELECT s.label FROM {table} c JOIN sources s ON s.id = c.number
                    WHERE c.what = 'sources' AND c.id BETWEEN ? AND ?""",
                self.wrote.get(table, (1, 0)),
            )
            found.extend(row[0] for row in rows)
        return found


def _of(alias: str, column: str) -> str:
    """Name a column, or what a function makes of it, in a table."""
    function, bracket, name = column.rpartition("(")
    return f"{function}({alias}.{name}" if bracket else f"{alias}.{column}"


def _naming_words(reference: Reference, named: str) -> str:
    match reference.holder, reference.column:
        case _, "supersedes":
            return f"supersedes the {named}"
        case "judgements", "about":
            return f"judged the {named}"
        case _:
            return f"rests on the {named}"
