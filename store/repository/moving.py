"""What a corrected day of publication moves: found row by row, as rows to append and as a list to show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from store.domain.reckoning import Left, redate_window
from store.domain.redating import DayChange, Moved, NewDay, Redating
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from store.errors import UsageError
from store.migrations.m0002_days import TABLES
from store.repository import days, fetch, journal, values
from store.repository.evidence import find
from store.repository.names import KINDS
from store.repository.redated import SPAN, WINDOWED, meaning

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
    from typing import Any

    from store.domain.reckoning import Resolved


class _Found:
    """Collects what moves, as rows and as a list, and what is left."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.changes: list[DayChange] = []
        self.left: list[DayChange] = []

    def move(self, kind: str, label: str, moved: Moved, before: Window, after: Window) -> None:
        """List days that move."""
        self.changes.append(DayChange(kind, label, moved, before, after))

    def leave(self, kind: str, label: str, moved: Moved, held: Window, reason: str) -> None:
        """List days that are left for a person."""
        self.left.append(DayChange(kind, label, moved, held, held, reason))

    def append(self, table: str, row: Row, label: str, changed: Mapping[str, Any]) -> None:
        """Keep a correction of a row, with all its days, where any of them moves."""
        if not changed:
            return
        blank = dict.fromkeys(column for columns in TABLES.values() for column in columns.values())
        was = {column: row[name] for name, column in TABLES[table].items()}
        named = {"what": table, "number": row["id"], "label": label, "was": json.dumps(was)}
        self.rows.append({**blank, **was, **changed, **named})


class Moving:
    """Reckons the list and the rows; `connection` is only read. Raises UnknownError, UsageError."""

    def __init__(self, connection: Connection, new: NewDay) -> None:
        self._connection = connection
        self._new = new
        self._label = _source(connection, new.source)
        row = connection.execute("SELECT * FROM dated_sources WHERE label = ?", (self._label,)).fetchone()
        self._old, self._day = date.fromisoformat(row["published"]), new.day
        self._language = row["language"] or "en"
        if self._old == self._day:
            raise UsageError(f"{self._label} is dated {self._old} already: there is nothing to correct")
        self._found = _Found()
        self._claims: dict[int, str] = {}
        """The new first day of each claim that moves."""
        self._move_source(row)
        statements = [(table, row) for table in (*WINDOWED, "gates") for row in _stated(connection, table, self._label)]
        self._check_kept({_called(table, row) for table, row in statements})
        for table, statement in statements:
            self._move_statement(table, statement)
        self._move_positions()
        self._move_discrepancies()
        self._move_commitments()
        self._move_judgements()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The corrections to append, without what the journal gives them."""
        return self._found.rows

    @property
    def redating(self) -> Redating:
        """The list."""
        newest = journal.newest_on(self._connection, self._label)
        return Redating(
            self._label,
            self._old,
            self._day,
            tuple(self._found.changes),
            tuple(self._found.left),
            newest.id if newest else 0,
        )

    def _check_kept(self, labels: set[str]) -> None:
        unknown = [label for label in self._new.keep if label not in labels]
        if unknown:
            raise UsageError(f"{', '.join(unknown)}: {self._label} says nothing of that label, so it cannot be kept")

    def _move_source(self, row: Row) -> None:
        held = Window(values.day(row["earliest"]), values.day(row["latest"]))
        self._found.move("source", self._label, Moved.PUBLISHED, _point(self._old), _point(self._day))
        changed: dict[str, Any] = {"known_on": self._day.isoformat(), "why": self._new.why}
        if self._new.basis is not None:
            changed["basis"] = self._new.basis.value
        if not held.overlaps(_point(self._day)):
            changed |= {"earliest": self._day.isoformat(), "latest": self._day.isoformat()}
            self._found.move("source", self._label, Moved.ALLOWED, held, _point(self._day))
        self._found.append("sources", row, self._label, changed)

    def _move_statement(self, table: str, row: Row) -> None:
        kind, label = KINDS[table], _called(table, row)
        changed = self._known(kind, label, row)
        if table == "claims" and changed:
            self._claims[row["id"]] = changed["known_on"]
        hangs = label not in self._new.keep
        if table == "signals":
            hangs = self._move_saying(label, row, changed)
        if table in WINDOWED:
            self._move_window(table, row, changed, hangs=hangs)
        self._found.append(table, row, label, changed)

    def _known(self, kind: str, label: str, row: Row) -> dict[str, Any]:
        """Move the first day of what was known from the old day."""
        if row["known_on"] != self._old.isoformat():
            return {}
        self._found.move(kind, label, Moved.KNOWN, _point(self._old), _point(self._day))
        return {"known_on": self._day.isoformat()}

    def _move_saying(self, label: str, row: Row, changed: dict[str, Any]) -> bool:
        """Move the day of saying where that was the day of publication; return whether the window hangs on it."""
        said = Window(values.day(row["said_earliest"]), values.day(row["said_latest"]))
        kept = label in self._new.keep
        own = said.bounded and said != _point(self._old)
        if (own or kept) and said.earliest is not None and said.earliest > self._day:
            self._found.leave("signal", label, Moved.SAID, said, "it is said after the new day of publication")
        if own or kept:
            return False
        if said.bounded:
            self._found.move("signal", label, Moved.SAID, said, _point(self._day))
            changed |= {"said_earliest": self._day.isoformat(), "said_latest": self._day.isoformat()}
        return True

    def _move_window(self, table: str, row: Row, changed: dict[str, Any], *, hangs: bool) -> None:
        kind, label, held = KINDS[table], _called(table, row), values.window(row)
        moved, tense = meaning(table, row)
        if not hangs:
            if label in self._new.keep and held.bounded:
                self._found.leave(kind, label, moved, held, "kept: dated by its own words")
            return
        found = redate_window(held, self._old, self._day, self._resolve, (tense, None))
        if isinstance(found, Left):
            self._found.leave(kind, label, moved, held, found.reason)
        elif found != held:
            self._found.move(kind, label, moved, held, found)
            ends = (found.earliest, found.latest, found.loose_earliest, found.loose_latest)
            changed |= {name: day.isoformat() if day else None for name, day in zip(SPAN, ends, strict=True)}
            changed["rule"] = found.rule

    def _resolve(self, phrase: str, day: date, tense: str | None) -> Resolved | None:
        from store.phrases import resolve

        return resolve(phrase, day, tense, self._language)

    def _move_positions(self) -> None:
        query = f"SELECT * FROM dated_positions WHERE locators LIKE ? AND {fetch.IN_FORCE} ORDER BY id"
        for row in self._connection.execute(query, (f"{self._label}%",)).fetchall():
            if _cited(row)[0] != self._label:
                continue
            self._found.append("positions", row, row["label"], self._known("position", row["label"], row))

    def _move_discrepancies(self) -> None:
        query = f"SELECT * FROM dated_discrepancies WHERE locators LIKE ? AND {fetch.IN_FORCE} ORDER BY id"
        for row in self._connection.execute(query, (f"%{self._label}%",)).fetchall():
            labels = set(_cited(row))
            if self._label not in labels:
                continue
            published = {label: source.published for label, source in fetch.sources(self._connection, labels).items()}
            last = max(published.values())
            now = max((published | {self._label: self._day}).values())
            if row["known_on"] == last.isoformat() and now != last:
                self._move_known("discrepancies", row, now)

    def _move_known(self, table: str, row: Row, now: date) -> None:
        before = date.fromisoformat(row[_known_column(table)])
        self._found.move(KINDS[table], row["label"], Moved.KNOWN, _point(before), _point(now))
        self._found.append(table, row, row["label"], {"known_on": now.isoformat()})

    def _move_commitments(self) -> None:
        """Let a commitment that was known from its first claim be known from what is now the first."""
        firsts: dict[int, tuple[Row, str, str]] = {}
        for row in self._connection.execute(_SPOKEN_OF, (self._label, self._old.isoformat())):
            now = self._claims.get(row["claim"], row["said"])
            _, first, later = firsts.get(row["id"], (row, row["said"], now))
            firsts[row["id"]] = (row, min(first, row["said"]), min(later, now))
        for row, first, now in firsts.values():
            if row["known_on"] == first != now:
                self._move_known("commitments", row, date.fromisoformat(now))

    def _move_judgements(self) -> None:
        """Draw back the judgements that would otherwise lie behind the end of the evidence and show on no board."""
        ends = days.newest(self._connection)
        if ends is None or ends > self._old or self._day >= ends:
            return
        now = days.newest_beside(self._connection, {(row["what"], row["number"]) for row in self.rows})
        last = max(self._day, now or self._day)
        query = f"SELECT * FROM dated_judgements WHERE day > ? AND day <= ? AND {fetch.IN_FORCE} ORDER BY id"
        for row in self._connection.execute(query, (last.isoformat(), ends.isoformat())).fetchall():
            self._move_known("judgements", row, last)


_SPOKEN_OF = """
    WITH spoken AS (
        SELECT commitment AS label FROM claims WHERE source = ?1 AND commitment IS NOT NULL
        UNION SELECT s.commitment FROM claims t JOIN serves s ON s.exchange = t.exchange WHERE t.source = ?1),
    about AS (
        SELECT t.id, t.known_on, t.commitment AS label FROM dated_claims t
        WHERE t.commitment IN (SELECT label FROM spoken) AND t.entry NOT IN (SELECT entry FROM undone)
        UNION ALL SELECT t.id, t.known_on, s.commitment FROM dated_claims t JOIN serves s ON s.exchange = t.exchange
        WHERE s.commitment IN (SELECT label FROM spoken) AND t.entry NOT IN (SELECT entry FROM undone))
    SELECT c.id, c.label, c.known_on, a.id AS claim, a.known_on AS said
    FROM about a JOIN dated_commitments c ON c.label = a.label
    WHERE c.known_on = ?2 AND c.entry NOT IN (SELECT entry FROM undone) ORDER BY c.id
"""
"""Every claim about the commitments that a source speaks of and that were known from one day."""


def _source(connection: Connection, label: str) -> str:
    """Spell the label of a source. Raises UnknownError, and UsageError where it names something else."""
    kind, spelled = find(connection, label.strip())
    if kind != "source":
        raise UsageError(f"{spelled} is a {kind}: only a source has a day of publication")
    return spelled


def _stated(connection: Connection, table: str, source: str) -> list[Row]:
    return fetch.sourced(connection, table, "t.source = ? ORDER BY t.id", [source])


def _cited(row: Row) -> list[str]:
    """List the sources that a row rests on, the first one first."""
    return [place.rpartition(":")[0] or place for place in row["locators"].split(", ")]


def _point(day: date) -> Window:
    return Window(day, day)


def _called(table: str, row: Row) -> str:
    """Return what people call a statement: its label, of a report its round."""
    return str(row["round"] if table == "reports" else row["label"] or row["locator"])


def _known_column(table: str) -> str:
    return next(name for name, column in TABLES[table].items() if column == "known_on")
