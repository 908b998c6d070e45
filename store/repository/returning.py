"""What an undone entry needs to be put back: all that it names, and nothing that took its place since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.domain.undoing import Obstacle
from store.repository.dependence import OTHERS, Dependence
from store.repository.fetch import LISTED, listed
from store.repository.labels import given_up
from store.repository.names import KINDS
from store.repository.references import Reference, named_by


class Return(Dependence):
    """What stands in the way of putting one entry of the journal back in force."""

    def of_putting_back(self) -> tuple[Obstacle, ...]:
        """List what the entry would miss, and what took its place since it was undone."""
        since = self.rivals(), self.corrected(), self._superseded(), self.dated()
        return self.obstacles(self._missing(), *map(self._since_undone, since), self._taken_up())

    def _since_undone(self, found: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Leave those entries that came into force since this one was undone; beside others it was in force before."""
        undone = self.connection.execute(
            "SELECT max(id) FROM journal WHERE target = ? AND action = 'undo'", (self.number,)
        ).fetchone()[0]
        for number, why in found:
            put_back = self.connection.execute("SELECT max(id) FROM journal WHERE target = ?", (number,)).fetchone()[0]
            if max(number, put_back or 0) > (undone or 0):
                yield number, why

    def _superseded(self) -> Iterator[tuple[int, str]]:
        """Go through the entries that superseded the same rows meanwhile: both would count."""
        for table in self.graph.superseding():
            rows = self.connection.execute(
                f"""SELECT o.entry FROM {table} m JOIN {table} o ON o.supersedes = m.supersedes
                    WHERE m.id BETWEEN ? AND ? AND {OTHERS} GROUP BY 1""",
                (*self.wrote.get(table, (1, 0)), self.number),
            )
            yield from ((row["entry"], f"supersedes the same {KINDS.get(table, table)}") for row in rows)

    def _missing(self) -> Iterator[tuple[int, str]]:
        """Go through the undone entries that wrote what rows of this one name."""
        for table, span in self.wrote.items():
            for reference in self.graph.out_of(table):
                yield from self._undone(reference, sorted(named_by(self.connection, reference, span), key=str))
            if table in self.graph.corrections():
                yield from self._undone_corrected(table, span)

    def _undone(self, reference: Reference, keys: Sequence[object]) -> Iterator[tuple[int, str]]:
        table, key = reference.target, reference.key
        query = f"""SELECT g.entry, g.{key} AS name FROM {table} g WHERE g.{key} {LISTED} AND g.entry <> ?
            AND g.entry IN (SELECT entry FROM undone) AND NOT EXISTS (SELECT 1 FROM {table} n
              WHERE n.{key} = g.{key} AND n.entry NOT IN (SELECT entry FROM undone))"""
        kind = KINDS.get(table, table)
        for row in self.connection.execute(query, (listed(keys), self.number)) if keys else ():
            yield row["entry"], f"wrote the {kind}{'' if key == 'id' else ' ' + str(row['name'])}, and is undone"

    def _undone_corrected(self, table: str, span: Sequence[int]) -> Iterator[tuple[int, str]]:
        whats = self.connection.execute(f"SELECT DISTINCT what FROM {table} WHERE id BETWEEN ? AND ?", span)
        for (what,) in [tuple(row) for row in whats]:
            rows = self.connection.execute(
                f"""SELECT g.entry FROM {table} c JOIN {what} g ON g.id = c.number
                    WHERE c.what = ? AND c.id BETWEEN ? AND ? AND g.entry <> ?
                      AND g.entry IN (SELECT entry FROM undone) GROUP BY 1""",
                (what, *span, self.number),
            )
            yield from ((row["entry"], f"wrote the {KINDS.get(what, what)}, and is undone") for row in rows)

    def _taken_up(self) -> Iterator[tuple[int, str]]:
        """Go through the entries that accepted the same proposals again, or were given the labels of this one."""
        rows = self.connection.execute(
            """SELECT b.entry, p.number FROM acceptances a JOIN acceptances b ON b.proposal = a.proposal
                 JOIN proposals p ON p.id = a.proposal
               WHERE a.entry = ?1 AND b.entry <> ?1 AND b.entry NOT IN (SELECT entry FROM undone)""",
            (self.number,),
        ).fetchall()
        yield from ((row["entry"], f"accepted {row['number']} again") for row in rows)
        label = given_up(self.connection, self.number, self.wrote)
        if label is not None and not rows:
            yield self.number, f"has given up {label}: accept from the inbox what is still wanted"
