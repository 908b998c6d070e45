"""Importing lines of the record: checked together, sorted by kind, saved in one transaction or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from store.domain.requests import Author, Receipt
from store.errors import RecordError
from store.lines import KINDS, Line, read_lines
from store.repository import fetch, journal, placings
from store.repository.connection import writing
from store.repository.tables import ROWS
from store.repository.tables.columns import Names

if TYPE_CHECKING:
    from sqlite3 import Connection

_TABLES = {
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
CHECK = "check"
_SHARED_LABELS = ("report", "claim", "signal", "judgement")
"""Kinds whose labels may occur twice: they are statements, told apart by what they say."""
_WITHOUT_ENTRY = ("origins", "track_actors", "legs", "serves", "gate_commitments", "discrepancy_subjects")
_OR_IGNORE = ("origins",)


def import_lines(
    connection: Connection, texts: Iterable[str], name: str, author: Author, action: str = "import"
) -> Receipt | None:
    """Save lines of the record. Raises RecordError with every problem; then nothing is saved.

    `action` is what the journal calls it (`import`, or `begin` for the record that a store starts with); `check` only
    checks: nothing is written and None is returned.
    """
    problems: list[str] = []
    lines = list(read_lines(texts, name, problems))
    with writing(connection):
        fresh = _fresh(connection, lines, problems)
        batch = _Batch(connection, fresh, problems)
        if problems:
            raise RecordError(problems)
        if action == CHECK:
            return None
        after = _counted(fresh) or "nothing new"
        entry = journal.record(connection, author, action, name, before=None, after=after, wrote=batch.spans())
        batch.insert(entry.id)
    return Receipt(entry, f"imported {after} from {name}")


def names_of(connection: Connection) -> Names:
    """Collect what the store holds that may be referred to."""
    labels: dict[str, set[str]] = {}
    for kind, table in _TABLES.items():
        if kind in ("track", "round", "commitment", "exchange", "gate"):
            labels[kind] = _Labels(connection, table)
    actors = {
        row["code"]: row["speaks_for"] or (row["code"] if row["kind"] in ("side", "joint") else None)
        for row in connection.execute("SELECT code, kind, speaks_for FROM actors")
    }
    sources = _Sources(connection)
    return Names(actors, sources, labels, _Numbers(connection, "claims"), _Numbers(connection, "signals"))


class _Labels(set[str]):
    """Labels of one kind: those of this import held here, those of the store looked up one by one."""

    def __init__(self, connection: Connection, table: str) -> None:
        super().__init__()
        self._connection, self._query = connection, f"SELECT 1 FROM {table} WHERE label = ?"

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
        row = self._connection.execute("SELECT published FROM sources WHERE label = ?", (label,)).fetchone()
        if row is not None:
            self[str(label)] = row["published"]
        return row is not None


class _Numbers(dict[str, int]):
    """Numbers of labelled statements: those of this import held here, those of the store looked up one by one."""

    def __init__(self, connection: Connection, table: str) -> None:
        super().__init__()
        self._connection = connection
        self._query = f"SELECT max(id) AS id FROM {table} WHERE label = ?"

    def __contains__(self, label: object) -> bool:
        if super().__contains__(label):
            return True
        row = self._connection.execute(self._query, (label,)).fetchone()
        if row["id"] is not None:
            self[str(label)] = row["id"]
        return row["id"] is not None


def _fresh(connection: Connection, lines: Sequence[Line], problems: list[str]) -> list[Line]:
    """Leave out lines that the store holds already; a label that is taken by something else is a problem."""
    seen: dict[tuple[str, str], Line] = {}
    fresh: list[Line] = []
    known: set[str] = set()
    for line in lines:
        table, column = _TABLES[line.kind], "code" if line.kind == "actor" else "label"
        held = connection.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (line.uid,)).fetchone()
        if held is not None or line.uid in known:
            continue
        known.add(line.uid)
        fresh.append(line)
        if line.kind in _SHARED_LABELS:
            continue
        taken = connection.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (line.label,)).fetchone()
        earlier = seen.setdefault((line.kind, line.label), line)
        if taken is not None or earlier is not line:
            there = "in the record" if taken is not None else f"on {earlier.where}"
            problems.append(f"{line.where}: {line.kind} '{line.label}' is already {there}, saying something else")
    return sorted(fresh, key=lambda line: list(KINDS).index(line.kind))


class _Batch:
    """The rows that some lines come to, ready to be inserted together."""

    def __init__(self, connection: Connection, lines: Sequence[Line], problems: list[str]) -> None:
        """Turn lines into rows; a sentence for each that cannot be goes to `problems`."""
        self.connection = connection
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.names = names_of(connection)
        self._next = {table: self._first_number(table) for table in _TABLES.values()}
        for line in lines:
            self._declare(line)
        for line in lines:
            try:
                self._add(line)
            except (ValueError, TypeError, KeyError) as error:
                problems.append(f"{line.where}: {line.kind} {line.label}: {error}")
        self._fill_first_days(problems)
        self._check_aliases(problems)

    def _first_number(self, table: str) -> int:
        return int(self.connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])

    def _declare(self, line: Line) -> None:
        """Make what a line declares known to lines that stand before it."""
        if line.kind == "actor":
            side = line.fields["kind"] in ("side", "joint")
            self.names.actors[line.label] = line.fields.get("for") or (line.label if side else None)
        elif line.kind == "source":
            self.names.sources[line.label] = line.fields["published"]
        elif line.kind in self.names.labels:
            self.names.labels[line.kind].add(line.label)

    def _add(self, line: Line) -> None:
        main = _TABLES[line.kind]
        for table, row in ROWS[line.kind](line, self.names):
            if table == main:
                number = self._next[table]
                self._next[table] += 1
                row |= {"id": number, "uid": line.uid}
                if line.kind == "claim":
                    self.names.claims[line.label] = number
                elif line.kind == "signal":
                    self.names.signals[line.label] = number
                row["known_where"] = line.where
            self.rows[table].append(row)

    def _fill_first_days(self, problems: list[str]) -> None:
        """Let a commitment be known from the day of the first claim about it, where its line gives no day."""
        first: dict[str, str] = {}
        served: dict[str, list[str]] = defaultdict(list)
        for row in self.rows["serves"]:
            served[row["exchange"]].append(row["commitment"])
        for row in self.rows["claims"]:
            about = [row["commitment"]] if row["commitment"] else served[row["exchange"]]
            for label in about:
                first[label] = min(first.get(label, row["known_on"]), row["known_on"])
        for row in self.rows["commitments"]:
            row["known_on"] = row["known_on"] or first.get(row["label"])
            if row["known_on"] is None:
                problems.append(
                    f"{row['known_where']}: commitment {row['label']} is spoken of by no claim: add one, or `known`"
                )

    def _check_aliases(self, problems: list[str]) -> None:
        taken = {row["alias"]: row["actor"] for row in self.rows["aliases"]}
        for row in self.rows["aliases"]:
            stored = self.connection.execute("SELECT actor FROM aliases WHERE alias = ?", (row["alias"],)).fetchone()
            owner = stored["actor"] if stored else taken[row["alias"]]
            if owner != row["actor"]:
                problems.append(f"alias '{row['alias']}' of {row['actor']} already belongs to {owner}")

    def spans(self) -> dict[str, list[int]]:
        """Name the rows by table: first and last number."""
        return {
            table: [self.rows[table][0]["id"], self.rows[table][-1]["id"]]
            for table in _TABLES.values()
            if self.rows[table]
        }

    def insert(self, entry: int) -> None:
        """Insert everything, then keep the order of the board and the words to search by."""
        for table, rows in self.rows.items():
            for row in rows:
                row.pop("known_where", None)
                if table not in _WITHOUT_ENTRY:
                    row["entry"] = entry
            self._insert_all(table, rows)
        actors = fetch.actors(self.connection)
        numbers = [row["id"] for row in self.rows["commitments"]]
        for start in range(0, len(numbers), placings.CHUNK):
            placings.index_words(self.connection, numbers[start : start + placings.CHUNK], actors)
        placings.rewrite(self.connection, placings.affected(self.connection, self.spans()), actors)

    def _insert_all(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        if not rows:
            return
        columns = list(rows[0])
        verb = "INSERT OR IGNORE" if table in _OR_IGNORE else "INSERT"
        query = f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({fetch.marks(columns)})"
        self.connection.executemany(query, ([row[column] for column in columns] for row in rows))


def _counted(lines: Sequence[Line]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for line in lines:
        counts[line.kind] += 1
    plural: Callable[[str, int], str] = lambda kind, n: kind if n == 1 else _PLURALS.get(kind, f"{kind}s")  # noqa: E731
    return ", ".join(f"{number} {plural(kind, number)}" for kind, number in counts.items())


_PLURALS = {"discrepancy": "discrepancies"}
