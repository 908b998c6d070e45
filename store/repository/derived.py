"""What is derived from the record and kept beside it: brought along by each write, and filled anew after an upgrade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from store.domain.model import Actor
from store.domain.typed import TYPE_CHECKING
from store.repository import days, fetch, placings

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.progress import Report

_EMPTIED = ("placings", "placing_counts", "bands", "commitment_words")


@contextmanager
def following(connection: Connection, wrote: Mapping[str, Sequence[int]]) -> Iterator[None]:
    """Keep everything derived in step with a change to whether, or on which days, the rows of an entry are in force."""
    before = days.facts(connection, wrote)
    yield
    days.keep(connection, before, days.facts(connection, wrote))
    placings.rewrite(connection, placings.affected(connection, wrote))


def add(connection: Connection, wrote: Mapping[str, Sequence[int]], actors: dict[str, Actor] | None = None) -> None:
    """Bring what new rows bear on into everything derived but the words to search by (`placings.index_words`)."""
    days.keep(connection, Counter(), days.facts(connection, wrote))
    placings.rewrite(connection, placings.affected(connection, wrote), actors)


def rebuild(connection: Connection, report: Report | None = None) -> None:
    """Fill everything derived anew from the record; the caller holds the write transaction.

    `report` is told how many commitments are placed, of how many.
    """
    for table in _EMPTIED:
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    actors, bands = fetch.actors(connection), placings.Bands(connection)
    last, done, count = 0, 0, connection.execute("SELECT count(*) FROM commitments").fetchone()[0]
    while chunk := _numbers_after(connection, last):
        last = chunk[-1]
        placings.index_words(connection, chunk, actors)
        cases = fetch.cases(connection, chunk, actors)
        rows = (row for case in cases.values() for row in placings.placing_rows(case, bands))
        connection.executemany(placings.INSERT, rows)
        done += len(chunk)
        if report is not None:
            report("ordering", done, count)
    placings.recount(connection)
    days.recount(connection)


def _numbers_after(connection: Connection, number: int) -> list[int]:
    query = "SELECT id FROM commitments WHERE id > ? ORDER BY id LIMIT ?"
    return [row[0] for row in connection.execute(query, (number, placings.CHUNK))]
