"""What rests on what an accepted batch wrote: it cannot be undone beneath it, nor redone over what took its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.domain.typed import TYPE_CHECKING
from store.errors import ConflictError
from store.repository import fetch
from store.repository.labels import given_up

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

_RESTING = {
    ("sources", "label"): (("claims", "source"), ("signals", "source"), ("reports", "source"), ("gates", "source")),
    ("tracks", "label"): (("rounds", "track"), ("commitments", "track"), ("exchanges", "track"), ("signals", "track")),
    ("rounds", "label"): (
        ("reports", "round"),
        ("signals", "round"),
        ("commitments", "round"),
        ("judgements", "about"),
    ),
    ("commitments", "label"): (("claims", "commitment"), ("judgements", "about")),
    ("exchanges", "label"): (("claims", "exchange"),),
    ("actors", "code"): (
        *(("commitments", "debtor"), ("commitments", "creditor"), ("claims", "speaker"), ("claims", "speaks_for")),
        *(("signals", "speaker"), ("signals", "speaks_for"), ("positions", "actor"), ("reports", "speaker")),
    ),
}
"""The columns that name things of a table."""


def check(connection: Connection, row: Row) -> None:
    """See that nothing else in force rests on what an entry wrote. Raises ConflictError, naming what does."""
    wrote = fetch.wrote(row)
    for (table, column), resting in _RESTING.items():
        labels = _labels(connection, table, column, wrote)
        for other, referring in resting if labels else ():
            found = connection.execute(
                f"""SELECT j.id, j.who, j.action, t.{referring} AS label FROM {other} t JOIN journal j ON j.id = t.entry
                    WHERE t.{referring} {fetch.LISTED} AND t.entry <> ? AND t.entry NOT IN (SELECT entry FROM undone)
                    LIMIT 1""",
                (fetch.listed(labels), row["id"]),
            ).fetchone()
            if found is not None:
                raise ConflictError(
                    f"{found['label']} came with this and something rests on it: entry {found['id']} "
                    f"({found['action']}, by {found['who']}) has to be undone first; nothing was changed"
                )


def check_edited(connection: Connection, row: Row) -> None:
    """See that nobody else edited what an entry added. Raises ConflictError, naming who did."""
    for table, column in _RESTING:
        labels = _labels(connection, table, column, fetch.wrote(row))
        found = connection.execute(
            f"""SELECT e.label, j.id, j.who FROM edits e JOIN journal j ON j.id = e.entry
                WHERE e.label {fetch.LISTED} AND j.who <> ? AND j.id NOT IN (SELECT entry FROM undone) LIMIT 1""",
            (fetch.listed(labels), row["who"]),
        ).fetchone()
        if found is not None:
            raise ConflictError(
                f"{found['label']} was edited by {found['who']} since (entry {found['id']}): that has to be undone "
                "first; nothing was changed"
            )


def check_redo(connection: Connection, row: Row) -> None:
    """See that nothing took the place of what an undone entry wrote. Raises ConflictError."""
    number = row["id"]
    label = given_up(connection, number, fetch.wrote(row))
    again = connection.execute(
        """SELECT p.number, b.entry FROM acceptances a JOIN acceptances b ON b.proposal = a.proposal
             JOIN proposals p ON p.id = a.proposal
           WHERE a.entry = ?1 AND b.entry <> ?1 AND b.entry NOT IN (SELECT entry FROM undone) LIMIT 1""",
        (number,),
    ).fetchone()
    if label is not None or again is not None:
        what = again["number"] if again is not None else label
        raise ConflictError(f"{what} was accepted again since: accept from the inbox what is still wanted")


def _labels(
    connection: Connection, table: str, column: str, wrote: Mapping[str, Sequence[int]]
) -> list[str]:  # fmt: skip
    if table not in wrote:
        return []
    rows = connection.execute(f"SELECT {column} FROM {table} WHERE id BETWEEN ? AND ?", wrote[table])
    return [row[0] for row in rows]
