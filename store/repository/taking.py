"""Taking chunks of lines into the tables: a batch of rows at a time, what is not known yet after all the rest."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from store.domain.typed import TYPE_CHECKING
from store.lines import KINDS, Line
from store.repository import fetch
from store.repository.connection import IntegrityError
from store.repository.foreseen import Foretold
from store.repository.foresight import NULL
from store.repository.names import TABLES
from store.repository.numbers import LineNumbers
from store.repository.problems import Problems
from store.repository.reading import LINES, Chunk, Draft
from store.repository.referring import names_of
from store.repository.refused import Refused
from store.repository.tables import PLACE, ROWS
from store.repository.tables.columns import UNSPOKEN, UnknownNameError, day_of
from store.repository.waiting import Waiting

if TYPE_CHECKING:
    from sqlite3 import Connection

_WITHOUT_ENTRY = ("origins", "track_actors", "legs", "serves", "gate_commitments", "discrepancy_subjects")
_Further = list[tuple[int, int, str, dict[str, Any]]]
"""Rows beside the row of a line: the line's number, that row's number, the table, the values."""


class Taker:
    """Turns chunks into rows of one journal entry, within a transaction that its caller holds.

    A line that refers to something not known yet waits until all lines are in. Rows already there are left out.
    """

    def __init__(
        self, connection: Connection, parts: Sequence[str], entry: int, foretold: Foretold | None = None
    ) -> None:
        """Name the parts; `foretold` takes what is derived of a new store's lines as they come.

        Other stores have triggers that refuse rows that are there, so those are looked for first.
        """
        self.problems = Problems(parts)
        self.counts: Counter[str] = Counter()
        """How many lines of each kind were new."""
        self.turned: set[int] = set()
        """Undone entries that hold some of the lines."""
        self.lines = 0
        """How many lines were read."""
        self.waiting = Waiting(connection)
        self._connection, self._entry, self._guarded = connection, entry, foretold is None
        self._foretold = foretold
        self._undone = {row["entry"] for row in connection.execute("SELECT entry FROM undone")}
        self._names = names_of(connection)
        self.first = {table: fetch.next_number(connection, table) for table in TABLES.values()}
        self._next = dict(self.first)
        self._numbers = {table: LineNumbers(first) for table, first in self.first.items()}
        self._refused = Refused(connection, self.first, self._numbers, self.problems, self._undone)
        self._part, self._before = -1, 0

    def take(self, chunk: Chunk) -> None:
        """Take the lines of a chunk."""
        if chunk.part != self._part:
            self._part, self._before = chunk.part, self.lines
            self.problems.begin(chunk.part, self._before)
        self.lines = self._before + chunk.last
        for number, sentence in chunk.problems:
            self.problems.add(self._before + number, sentence)
        for kind, label in chunk.failed:
            self.waiting.fail(kind, label)
        for kind in KINDS:
            drafts = chunk.drafts.get(kind)
            if drafts:
                fresh = self._fresh(kind, drafts)
                self._declare(kind, fresh)
                self._save(kind, self._numbered(kind, fresh), last=False)
        if self._foretold is not None and chunk.foreseen:
            self._foretold.take(chunk.foreseen)

    def finish(self) -> None:
        """Take the lines that waited, then fill in from when commitments were known."""
        self.waiting.ready()
        actors = self._names.actors
        self._names = names_of(self._connection, waiting=True)
        self._names.actors.update(actors)
        for kind, drafts in self.waiting.batches(LINES):
            if self._guarded:
                fresh = {draft[:3] for draft in self._fresh(kind, [draft for _, draft in drafts])}
                drafts = [(row, draft) for row, draft in drafts if draft[:3] in fresh]
            self._save(kind, drafts, last=True)
        self.waiting.close()
        if self._foretold is not None:
            self._foretold.gather()
        self._date()

    def close(self) -> None:
        """Let go of what was kept beside the store."""
        for numbers in self._numbers.values():
            numbers.close()

    def _fresh(self, kind: str, drafts: list[Draft]) -> list[Draft]:
        """Leave out the lines that the store is known to hold, where its triggers would not let them be tried."""
        if not self._guarded:
            return drafts
        held = _held(self._connection, kind, [draft[2] for draft in drafts])
        self.turned |= self._undone.intersection(held.values())
        return list({draft[2]: draft for draft in reversed(drafts) if draft[2] not in held}.values())[::-1]

    def _declare(self, kind: str, drafts: Iterable[Draft]) -> None:
        """Make what lines declare known to those of their chunk that stand before them."""
        names = self._names
        if kind == "actor":
            for _, label, _, fields, _ in drafts:
                side = fields["kind"] in ("side", "joint")
                names.actors[label] = fields.get("for") or (label if side else None)
        elif kind == "source":
            for _, label, _, fields, _ in drafts:
                names.sources.keep(label, _day_or_last(fields["published"]))
        elif kind in names.labels:
            known = names.labels[kind]
            for draft in drafts:
                known.keep(draft[1], True)

    def _numbered(self, kind: str, drafts: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
        """Number the rows of lines."""
        table = TABLES[kind]
        first = self._next[table]
        self._next[table] += len(drafts)
        self._numbers[table].extend(self._before + draft[0] for draft in drafts)
        return enumerate(drafts, first)

    def _save(self, kind: str, drafts: Iterable[tuple[int, Draft]], *, last: bool) -> None:
        """Insert the rows of numbered lines; those that refer to what is not known wait, the last time they fail."""
        rows: list[tuple[Any, ...]] = []
        further: _Further = []
        columns: tuple[str, ...] = ()
        place, entry, names = PLACE.get(kind), self._entry, self._names
        for row, draft in drafts:
            _, label, uid, said, supersedes = draft
            if supersedes and not last:
                self._wait(kind, row, draft)
                continue
            try:
                if place is not None:
                    columns, values = place.columns, place.values(label, said, names)
                else:
                    columns, values = self._rows(kind, row, draft, further)
                if supersedes:
                    _check_earlier(row, columns, values)
                rows.append((row, uid, *values, entry))
            except UnknownNameError as error:
                if last:
                    self._fail(kind, row, label, error)
                else:
                    self._wait(kind, row, draft)
            except (ValueError, TypeError, KeyError) as error:
                self._fail(kind, row, label, error)
        if rows:
            self._insert(kind, ("id", "uid", *columns, "entry"), rows, further)

    def _rows(self, kind: str, row: int, draft: Draft, further: _Further) -> tuple[tuple[str, ...], tuple[Any, ...]]:
        """Make the rows of a line of a rarer kind: its own row's columns and values; those beside it are put aside."""
        number, label, uid, fields, _ = draft
        main: dict[str, Any] = {}
        beside: _Further = []
        for table, values in ROWS[kind](Line(number, kind, label, fields, uid), self._names):
            if table == TABLES[kind]:
                main = values
            else:
                beside.append((self._numbers[TABLES[kind]].of(row), row, table, values))
        further.extend(beside)
        return tuple(main), tuple(main.values())

    def _wait(self, kind: str, row: int, draft: Draft) -> None:
        self.waiting.add(kind, row, draft)
        if kind == "commitment" and self._foretold is not None:
            self._foretold.miss((draft[1],))

    def _fail(self, kind: str, row: int, label: str, error: Exception) -> None:
        self.problems.add(self._numbers[TABLES[kind]].of(row), f"{kind} {label}: {error}")
        self.waiting.fail(kind, label)

    def _insert(self, kind: str, columns: Sequence[str], rows: list[tuple[Any, ...]], further: _Further) -> None:
        table = TABLES[kind]
        for _, _, other, values in further:
            if other == "origins":
                self._connection.execute("INSERT OR IGNORE INTO origins (label) VALUES (?)", (values["label"],))
        named, told = _said(columns, rows)
        query = f"INSERT OR IGNORE INTO {table} ({', '.join(named)}) VALUES ({fetch.marks(named)})"
        made = self._connection.executemany(query, told).rowcount
        left: set[int] = set()
        if made != len(rows):
            left, turned = self._refused.look(kind, columns, rows)
            self.turned |= turned
            if kind == "commitment" and self._foretold is not None:
                self._foretold.miss(row[2] for row in rows if row[0] in left)
        self.counts[kind] += made
        self._insert_further([row for row in further if row[1] not in left and row[2] != "origins"])

    def _insert_further(self, further: _Further) -> None:
        tables: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for number, _, table, values in further:
            tables[table].append((number, values if table in _WITHOUT_ENTRY else {**values, "entry": self._entry}))
        for table, found in tables.items():
            columns = list(found[0][1])
            verb = "INSERT OR IGNORE" if table == "aliases" else "INSERT"
            query = f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({fetch.marks(columns)})"
            try:
                made = self._connection.executemany(query, [tuple(values.values()) for _, values in found]).rowcount
            except IntegrityError as error:
                self.problems.add(found[0][0], f"the record cannot hold these lines together: {error}")
                continue
            if table == "aliases" and made != len(found):
                self._refused.aliases(found)

    def _date(self) -> None:
        """Let a commitment be known from the day of the first claim about it, where its line gives no day."""
        first = {"first": self.first["commitments"], "claims": self.first["claims"], "unspoken": UNSPOKEN}
        self._connection.execute(_FILL, first)
        query = "SELECT id, label FROM commitments WHERE id >= :first AND known_on = :unspoken ORDER BY id"
        for row in self._connection.execute(query, {"first": first["first"], "unspoken": UNSPOKEN}):
            if self.problems.full:
                break
            line = self._numbers["commitments"].of(row["id"])
            self.problems.add(line, f"commitment {row['label']} is spoken of by no claim: add one, or `known`")


_FILL = """
    UPDATE commitments AS c SET known_on = coalesce((
        SELECT min(day) FROM (
            SELECT min(t.known_on) AS day FROM claims t WHERE t.commitment = c.label AND t.id >= :claims
            UNION ALL SELECT min(t.known_on) FROM serves s JOIN claims t ON t.exchange = s.exchange
            WHERE s.commitment = c.label AND t.id >= :claims)), known_on)
    WHERE id >= :first AND known_on = :unspoken
"""


def _said(columns: Sequence[str], rows: list[tuple[Any, ...]]) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    """Leave out the columns that no row says anything in, and let nothing be said as the driver takes it quickly."""
    named, told = [], []
    for name, values in zip(columns, zip(*rows, strict=True), strict=True):
        silent = values.count(None)
        if silent == len(rows):
            continue
        named.append(name)
        told.append([NULL if value is None else value for value in values] if silent else values)
    return named, zip(*told, strict=True)


def _held(connection: Connection, kind: str, uids: list[str]) -> dict[str, int]:
    """Look up which lines the store holds, by their ids, and the entry of each."""
    query = f"SELECT uid, entry FROM {TABLES[kind]} WHERE uid IN (SELECT value FROM json_each(?))"
    return dict(tuple(row) for row in connection.execute(query, (json.dumps(uids),)))


def _check_earlier(row: int, columns: Sequence[str], values: Sequence[Any]) -> None:
    if values[columns.index("supersedes")] == row:
        raise ValueError("it cannot supersede itself")


def _day_or_last(text: str) -> str:
    """Return a day as it is stored; what is no day is told when its own line is checked, and any day will do here."""
    try:
        return day_of(text)
    except ValueError:
        return date.max.isoformat()
