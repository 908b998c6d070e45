"""Refitting: what is derived from the record, brought along when a row that describes a thing is written anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from store.domain.typed import TYPE_CHECKING
from store.repository import days, fetch, placings, searching
from store.repository.fetch import LISTED, listed
from store.repository.names import TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection

_CHUNK = 500


@contextmanager
def refitting(connection: Connection, kind: str, label: str, number: int) -> Iterator[None]:
    """Keep days of evidence, words to search by and the order of the board in step with a change of one thing."""
    row = [(TABLES[kind], number)]
    known, bearing = days.facts_of(connection, row), _bearing(connection, kind, label)
    marks = searching.marks_of(connection, bearing) if kind == "commitment" else {}
    yield
    days.keep(connection, known, days.facts_of(connection, row))
    numbers = sorted({*bearing, *_bearing(connection, kind, label)})
    actors = fetch.actors(connection)
    for start in range(0, len(numbers), _CHUNK):
        some = numbers[start : start + _CHUNK]
        if kind != "exchange":
            searching.reindex(connection, some, actors, marks)
        placings.rewrite(connection, some, actors)


def _bearing(connection: Connection, kind: str, label: str) -> Sequence[int]:
    """List the commitments that what describes a thing bears on."""
    if kind == "commitment":
        return _numbers(connection, "label = ?", (label,))
    if kind == "exchange":
        return _numbers(connection, "label IN (SELECT commitment FROM serves WHERE exchange = ?)", (label,))
    if kind == "actor":
        codes = [label, *(one.code for one in fetch.actors(connection).values() if label in one.members)]
        return _numbers(connection, f"(debtor {LISTED} OR creditor {LISTED})", (listed(codes), listed(codes)))
    return ()


def _numbers(connection: Connection, where: str, given: tuple[str, ...]) -> list[int]:
    return [row[0] for row in connection.execute(f"SELECT id FROM commitments WHERE {where}", given)]
