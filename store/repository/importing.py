"""Importing lines of the record: checked together, sorted by kind, saved in one transaction or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from store.domain.requests import Author, Receipt
from store.errors import RecordError
from store.lines import KINDS, Line, read_lines
from store.repository import fetch, journal, placings
from store.repository.connection import IntegrityError, writing
from store.repository.names import TABLES, names_of
from store.repository.tables import ROWS
from store.repository.tables.columns import day_of

if TYPE_CHECKING:
    from sqlite3 import Connection

CHECK = "check"
_SHARED_LABELS = ("report", "claim", "signal", "judgement")
"""Kinds whose labels may occur twice: they are statements, told apart by what they say."""
_WITHOUT_ENTRY = ("origins", "track_actors", "legs", "serves", "gate_commitments", "discrepancy_subjects")
_OR_IGNORE = ("origins",)
_PLURALS = {"discrepancy": "discrepancies"}


def import_lines(
    connection: Connection, texts: Iterable[str], name: str, author: Author, action: str = "import"
) -> Receipt | None:
    """Save lines of the record. Raises RecordError with every problem; then nothing is saved.

    `action` is what the journal calls it (`import`, or `begin` for the record that a store starts with); `check` only
    checks: nothing is written and None is returned. Lines of an import that was undone are put back with all of it.
    """
    problems: list[str] = []
    lines = list(read_lines(texts, name, problems))
    with writing(connection):
        sorted_out = _sort_out(connection, lines, problems)
        back = [journal.put_back(connection, author, number) for number in sorted(sorted_out.undone) if not problems]
        batch = _Batch(connection, sorted_out.fresh, problems)
        if problems:
            raise RecordError(problems)
        if action == CHECK:
            connection.rollback()
            return None
        if back and not sorted_out.fresh:
            return Receipt(back[-1], f"put back what was undone from {name}")
        after = _counted(sorted_out.fresh) or "nothing new"
        entry = journal.record(connection, author, action, name, before=None, after=after, wrote=batch.spans())
        batch.insert(entry.id)
    return Receipt(entry, f"imported {after} from {name}")


@dataclass(slots=True)
class _Sorted:
    """Lines told apart by whether the store holds them already."""

    fresh: list[Line] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)
    """Entries that hold some of the lines and were undone."""


def _sort_out(connection: Connection, lines: Sequence[Line], problems: list[str]) -> _Sorted:
    """Leave out lines that the store holds already; a label that is taken by something else is a problem."""
    found = _Sorted()
    seen: dict[tuple[str, str], Line] = {}
    known: set[str] = set()
    undone = {row["entry"] for row in connection.execute("SELECT entry FROM undone")}
    for line in lines:
        table = TABLES[line.kind]
        held = connection.execute(f"SELECT entry FROM {table} WHERE uid = ?", (line.uid,)).fetchone()
        if held is not None:
            found.undone |= {held["entry"]} & undone
            continue
        if line.uid not in known:
            known.add(line.uid)
            found.fresh.append(line)
            earlier = seen.setdefault((line.kind, line.label), line)
            if line.kind not in _SHARED_LABELS:
                _check_label(connection, line, earlier, problems)
    found.fresh.sort(key=lambda line: list(KINDS).index(line.kind))
    return found


def _check_label(connection: Connection, line: Line, earlier: Line, problems: list[str]) -> None:
    table, column = TABLES[line.kind], "code" if line.kind == "actor" else "label"
    query = f"SELECT entry IN (SELECT entry FROM undone) AS undone FROM {table} WHERE {column} = ?"
    taken = connection.execute(query, (line.label,)).fetchone()
    there = f"on {earlier.where}" if earlier is not line else None
    if taken is not None:
        there = "in an import that was undone (redo puts it back)" if taken["undone"] else "in the record"
    if there is not None:
        problems.append(f"{line.where}: {line.kind} '{line.label}' is already {there}, saying something else")


class _Batch:
    """The rows that some lines come to, ready to be inserted together."""

    def __init__(self, connection: Connection, lines: Sequence[Line], problems: list[str]) -> None:
        """Turn lines into rows; a sentence for each that cannot be goes to `problems`."""
        self.connection = connection
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.names = names_of(connection)
        self._next = {table: fetch.next_number(connection, table) for table in TABLES.values()}
        self._numbers = {line.uid: self._declare(line) for line in lines}
        for line in lines:
            try:
                self._add(line)
            except (ValueError, TypeError, KeyError) as error:
                problems.append(f"{line.where}: {line.kind} {line.label}: {error}")
        self._fill_first_days(problems)
        self._check_aliases(problems)
        self._check_ordinals(problems)

    def _declare(self, line: Line) -> int:
        """Give a line its number, and make what it declares known to lines that stand before it."""
        table = TABLES[line.kind]
        number = self._next[table]
        self._next[table] += 1
        if line.kind == "actor":
            side = line.fields["kind"] in ("side", "joint")
            self.names.actors[line.label] = line.fields.get("for") or (line.label if side else None)
        elif line.kind == "source":
            self.names.sources[line.label] = _day_or_text(line.fields["published"])
        elif line.kind == "claim":
            self.names.claims[line.label] = number
        elif line.kind == "signal":
            self.names.signals[line.label] = number
        elif line.kind in self.names.labels:
            self.names.labels[line.kind].add(line.label)
        return number

    def _add(self, line: Line) -> None:
        main, number = TABLES[line.kind], self._numbers[line.uid]
        for table, row in ROWS[line.kind](line, self.names):
            if table == main:
                row |= {"id": number, "uid": line.uid}
            if row.get("supersedes") == number:
                raise ValueError("it cannot supersede itself")
            self.rows[table].append(row | {"where": line.where})

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
                    f"{row['where']}: commitment {row['label']} is spoken of by no claim: add one, or `known`"
                )

    def _check_aliases(self, problems: list[str]) -> None:
        taken = {row["alias"]: row["actor"] for row in self.rows["aliases"]}
        for row in self.rows["aliases"]:
            stored = self.connection.execute("SELECT actor FROM aliases WHERE alias = ?", (row["alias"],)).fetchone()
            owner = stored["actor"] if stored else taken[row["alias"]]
            if owner != row["actor"]:
                problems.append(f"{row['where']}: alias '{row['alias']}' of {row['actor']} already belongs to {owner}")

    def _check_ordinals(self, problems: list[str]) -> None:
        seen: dict[tuple[str, int], str] = {}
        for row in self.rows["rounds"]:
            if row["kind"] != "round":
                continue
            place = (row["track"], row["ordinal"])
            query = "SELECT label FROM rounds WHERE track = ? AND ordinal = ? AND kind = 'round'"
            stored = self.connection.execute(query, place).fetchone()
            other = stored["label"] if stored else seen.setdefault(place, row["label"])
            if other != row["label"]:
                problems.append(f"{row['where']}: round {row['label']}: {other} has that ordinal on {place[0]}")

    def spans(self) -> dict[str, list[int]]:
        """Name the rows by table: first and last number."""
        return {
            table: [self.rows[table][0]["id"], self.rows[table][-1]["id"]]
            for table in TABLES.values()
            if self.rows[table]
        }

    def insert(self, entry: int) -> None:
        """Insert everything, then keep the order of the board and the words to search by."""
        for table, rows in self.rows.items():
            for row in rows:
                row.pop("where")
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
        try:
            self.connection.executemany(query, ([row[column] for column in columns] for row in rows))
        except IntegrityError as error:
            raise RecordError([f"the record cannot hold these lines together: {error}"]) from error


def _day_or_text(text: str) -> str:
    """Return a day as it is stored; what is no day is told when its own line is checked."""
    try:
        return day_of(text)
    except ValueError:
        return text


def _counted(lines: Sequence[Line]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for line in lines:
        counts[line.kind] += 1
    return ", ".join(f"{number} {_plural(kind, number)}" for kind, number in counts.items())


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 else _PLURALS.get(kind, f"{kind}s")
