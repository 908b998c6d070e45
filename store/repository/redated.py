"""Corrected days as they were and are: what a correction in the journal moved, for those who look back at it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from store.domain.redating import DayChange, Moved, sides
from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from store.domain.words import Measure
from store.migrations.m0002_days import TABLES
from store.repository import fetch, journal, values
from store.repository.names import KINDS

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
    from typing import Any

WINDOWED = ("reports", "claims", "signals")
"""Tables of statements that have windows."""
SPAN = ("earliest", "latest", "loose_earliest", "loose_latest")
_KNOWN, _SAID = ("known_on",), ("said_earliest", "said_latest")


def meaning(table: str, row: Row) -> tuple[Moved, str]:
    """Return which days the window of a statement holds, and the tense its phrase most likely has."""
    if table == "signals":
        return Moved.WINDOW, "future"
    if table == "reports":
        return Moved.HELD, "past"
    return (Moved.DUE, "future") if row["measure"] == Measure.OWED else (Moved.COVERS, "past")


def turned(connection: Connection, author: Author, action: str, target: Row) -> journal.Sides:
    """Say how the days of a correction stand before it is undone or redone and after it, by trying it out."""
    first, last = fetch.wrote(target)["redatings"]
    rows = connection.execute("SELECT * FROM redatings WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)).fetchall()
    before = [_now(connection, row) for row in rows]
    connection.execute("SAVEPOINT trial")
    journal.record(connection, author, action, target["subject"], target=target["id"])
    after = [_now(connection, row) for row in rows]
    connection.execute("ROLLBACK TO trial")
    connection.execute("RELEASE trial")
    return sides(
        change for row, *pair in zip(rows, before, after, strict=True) for change in _changes(connection, row, *pair)
    )


def newest_write(connection: Connection) -> tuple[DayChange, ...]:
    """List what the newest write of all moved, where that corrected a day or undid or redid it; else nothing."""
    entry = connection.execute("SELECT * FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    if entry is None or entry["action"] not in ("redate", "undo", "redo"):
        return ()
    rows = connection.execute(
        "SELECT * FROM redatings WHERE entry = ? ORDER BY id", (entry["target"] or entry["id"],)
    ).fetchall()  # fmt: skip
    found: list[DayChange] = []
    for row in rows:
        was, now = json.loads(row["was"]), dict(row)
        found.extend(
            _changes(connection, row, now, was) if entry["action"] == "undo" else _changes(connection, row, was, now)
        )
    return tuple(found)


def _now(connection: Connection, row: Row) -> dict[str, Any]:
    """Read the days that a corrected row has now."""
    named = ", ".join(f"{name} AS {column}" for name, column in TABLES[row["what"]].items())
    found = connection.execute(f"SELECT {named} FROM dated_{row['what']} WHERE id = ?", (row["number"],)).fetchone()
    return dict(found)


def _changes(
    connection: Connection, row: Row, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[DayChange]:
    """Compare the days of one row."""
    table, label = row["what"], row["label"]
    known = Moved.PUBLISHED if table == "sources" else Moved.KNOWN
    for moved, columns in ((known, _KNOWN), (Moved.SAID, _SAID), (None, SPAN)):
        was, now = ([days.get(column) for column in columns] for days in (before, after))
        if was != now:
            span, phrase = (moved, None) if moved else _pointed(connection, row)
            yield DayChange(KINDS[table], label, span, _window(was, phrase), _window(now, phrase))


def _pointed(connection: Connection, row: Row) -> tuple[Moved, str | None]:
    """Return which days the window of a corrected row holds, and the phrase it was made from."""
    if row["what"] not in WINDOWED:
        return Moved.ALLOWED, None
    held = connection.execute(f"SELECT * FROM {row['what']} WHERE id = ?", (row["number"],)).fetchone()
    return meaning(row["what"], held)[0], held["phrase"]


def _window(texts: Sequence[str | None], phrase: str | None) -> Window:
    """Make a window of one day, of the first and last, or of those with the wider reading beside them."""
    days = [values.day(text) for text in texts]
    if len(days) == len(SPAN):
        first, last, loose_first, loose_last = days
        return Window(first, last, loose_first, loose_last, phrase)
    return Window(days[0], days[-1])
