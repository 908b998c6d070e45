"""The journal for those who look back at it: stretches of it, and one entry with what it wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import (
    EntryOpened,
    JournalFilter,
    JournalPage,
    Obstacle,
    Written,
    people_meant,
    people_words,
)
from store.domain.windows import format_span
from store.errors import UnknownError, UsageError
from store.repository import fetch, turning, values
from store.repository.evidence import find
from store.repository.fetch import LISTED, listed
from store.repository.names import KINDS
from store.repository.references import Graph, naming

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
    from typing import Any

MOST_ROWS = 300
"""How many rows of an entry are described at most."""
MOST_TURNS = 100
_MOST_NAMING = 5000
"""How many entries that wrote anything about one thing are looked for at most."""


def page(connection: Connection, wanted: JournalFilter, limit: int, before: int | None = None) -> JournalPage:
    """Read the newest entries that a filter leaves, older than one where that is named. Raises UnknownError."""
    where, parameters = ["1"], list[object]()
    people = _people(connection)
    if wanted.who is not None:
        where.append("who = ?")
        parameters.append(_who(wanted.who, people))
    if wanted.about is not None:
        where.append(f"id {LISTED}")
        parameters.append(listed(_about(connection, wanted.about)))
    if wanted.first is not None:
        where.append("at >= ?")
        parameters.append(wanted.first.isoformat())
    if wanted.last is not None:
        where.append("substr(at, 1, 10) <= ?")
        parameters.append(wanted.last.isoformat())
    if before is not None:
        where.append("id < ?")
        parameters.append(before)
    query = f"SELECT * FROM journal WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?"
    entries = [values.journal_entry(row) for row in connection.execute(query, (*parameters, limit + 1))]
    shown = entries[:limit]
    undone = connection.execute(
        f"SELECT entry FROM undone WHERE entry {LISTED}", (listed(entry.id for entry in shown),)
    ).fetchall()
    return JournalPage(tuple(shown), frozenset(row[0] for row in undone), len(entries) > limit, people)


def _who(typed: str, people: Sequence[str]) -> str:
    """Return the one person that is meant. Raises UnknownError."""
    found = people_meant(typed, people)
    if len(found) != 1:
        raise UnknownError(people_words(typed, found, people))
    return found[0]


def _people(connection: Connection) -> tuple[str, ...]:
    """List everybody who wrote anything, with one look into the index for each."""
    rows = connection.execute(
        """WITH RECURSIVE found(who) AS (
             SELECT min(who) FROM journal
             UNION ALL SELECT (SELECT min(who) FROM journal WHERE who > found.who) FROM found WHERE who IS NOT NULL)
           SELECT who FROM found WHERE who IS NOT NULL LIMIT 1000"""
    )
    return tuple(row[0] for row in rows)


def label_of(connection: Connection, about: str) -> str:
    """Spell the label of a thing as the record, or else the journal does. Raises UnknownError."""
    try:
        return find(connection, about)[1]
    except UnknownError:
        for spelled in dict.fromkeys((about, about.upper())):
            query = "SELECT 1 FROM journal WHERE subject = ? LIMIT 1"
            if connection.execute(query, (spelled,)).fetchone() is not None:
                return spelled
        raise


def _about(connection: Connection, about: str) -> list[int]:
    """List the entries that changed a thing, or wrote it, or wrote anything that names it, and those that undid them.

    Raises UnknownError.
    """
    label = label_of(connection, about)
    wrote = set(islice(_writing(connection, label), _MOST_NAMING))
    marked = listed(sorted(wrote))
    rows = connection.execute(
        f"""SELECT id FROM journal WHERE subject = ?1 UNION SELECT value FROM json_each(?2)
            UNION SELECT id FROM journal WHERE target {LISTED.replace("?", "?2")}
            UNION SELECT entry FROM redatings WHERE label = ?1
            UNION SELECT j.id FROM redatings r JOIN journal j ON j.target = r.entry WHERE r.label = ?1""",
        (label, marked),
    )
    return sorted(row[0] for row in rows)


def _writing(connection: Connection, label: str) -> Iterator[int]:
    graph = Graph(connection)
    for table, key in _KEYS.items():
        rows = connection.execute(f"SELECT id, entry FROM {table} WHERE {key} = ?", (label,)).fetchall()
        yield from (row["entry"] for row in rows)
        for reference in graph.onto(table) if rows else ():
            keys = [row["id"] for row in rows] if reference.key == "id" else [label]
            yield from (entry for entry, _ in naming(connection, reference, keys, "1", ()))


_KEYS = {table: "label" for table in KINDS if table not in ("actors", "reports")} | {"actors": "code"}
"""By which column people call the rows of a table."""


def opened(connection: Connection, number: int) -> EntryOpened:
    """Read one entry with what it wrote, what became of it and what rests on it. Raises UnknownError."""
    row = connection.execute("SELECT * FROM journal WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UnknownError(f"the journal has no entry {number}: `talks-tui log` lists them")
    target = connection.execute("SELECT * FROM journal WHERE id = ?", (row["target"],)).fetchone()
    turns = connection.execute(
        f"SELECT * FROM (SELECT * FROM journal WHERE target = ? ORDER BY id DESC LIMIT {MOST_TURNS}) ORDER BY id",
        (number,),
    )
    rows = list(islice(_written(connection, row), MOST_ROWS))
    count = sum(last - first + 1 for first, last in fetch.wrote(row).values())
    refusal, obstacles = "", tuple[Obstacle, ...]()
    try:
        obstacles = turning.in_the_way(connection, number)
    except UsageError as error:
        refusal = str(error)
    return EntryOpened(
        values.journal_entry(row),
        tuple(rows),
        max(0, count - len(rows)),
        values.journal_entry(target) if target is not None else None,
        tuple(values.journal_entry(turn) for turn in turns),
        obstacles,
        refusal,
    )


def _written(connection: Connection, entry: Row) -> Iterator[Written]:
    for table, span in fetch.wrote(entry).items():
        rows = connection.execute(f"SELECT * FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id", span)
        for row in rows:
            held = dict(row)
            label = str(held.get("label") or held.get("code") or held.get("round") or held.get("locator") or "")
            yield Written(KINDS.get(table, table.rstrip("s")), label, _described(held))


_TOLD = (
    *("commitment", "exchange", "about", "actor", "debtor", "creditor", "stance", "name", "title", "what", "topic"),
    *("aspect", "value", "measure", "instrument", "progress", "state", "modality", "condition", "kind", "summary"),
    *("words", "meaning"),
)
"""The columns that tell what a row says, in the order in which they are told."""


def _described(row: Mapping[str, Any]) -> str:
    """Say in few words what a row says."""
    parts = [str(row[column]).replace("_", " ") for column in _TOLD if row.get(column) is not None]
    if row.get("qualifier"):
        parts.append(values.figure(row))
    days = format_span(*(values.day(_text(row.get(name))) for name in ("earliest", "latest")))
    known = _text(row.get("published")) or _text(row.get("known_on"))
    said = dict.fromkeys(part for part in (*parts, days, _text(row.get("locator")), known) if part)
    return " · ".join(said)


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
