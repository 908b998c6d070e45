"""What an import took: the rows by table, how many lines of each kind, and the entry that says so."""

from __future__ import annotations

from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.lines import KINDS
from store.repository import journal
from store.repository.taking import Taker

if TYPE_CHECKING:
    from sqlite3 import Connection

_PLURALS = {"discrepancy": "discrepancies"}


class Filled(NamedTuple):
    """What was taken."""

    entry: int
    """The number of the journal entry, which was kept for it."""
    name: str
    """What people call the parts that it came from."""
    wrote: dict[str, list[int]]
    """The first and last row by table."""
    counted: str
    """How many lines of each kind; empty where none was new."""


def recorded(connection: Connection, author: Author, action: str, filled: Filled) -> Receipt:
    """Write the journal entry of what was taken."""
    after = filled.counted or "nothing new"
    written = journal.record(
        connection, author, action, filled.name, before=None, after=after, wrote=filled.wrote, number=filled.entry
    )  # fmt: skip
    return Receipt(written, f"imported {after} from {filled.name}")


def spans(connection: Connection, taker: Taker) -> dict[str, list[int]]:
    """Name the rows that were taken by table: first and last number."""
    found = {}
    for table, first in taker.first.items():
        row = connection.execute(f"SELECT min(id), max(id) FROM {table} WHERE id >= ?", (first,)).fetchone()
        if row[0] is not None:
            found[table] = [row[0], row[1]]
    return found


def counted(taker: Taker) -> str:
    """Say how many lines of each kind were new."""
    return ", ".join(
        f"{taker.counts[kind]} {_plural(kind, taker.counts[kind])}" for kind in KINDS if taker.counts[kind]
    )


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 else _PLURALS.get(kind, f"{kind}s")
