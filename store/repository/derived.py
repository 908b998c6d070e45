"""What is derived from the record and kept beside it: brought along by each write, and filled anew after an upgrade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from store.domain.model import Actor
from store.domain.typed import TYPE_CHECKING
from store.repository import counts, days, fetch, placings, searching

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.progress import Report

_STRETCH = 50_000
"""How many rows are made searchable between two words on the progress."""
_EMPTIED = ("placings", "facets", "placing_counts", "bands", "commitment_words")


@contextmanager
def following(connection: Connection, wrote: Mapping[str, Sequence[int]]) -> Iterator[None]:
    """Keep everything derived in step with a change to whether, or on which days, the rows of an entry are in force."""
    before = days.facts(connection, wrote)
    yield
    days.keep(connection, before, days.facts(connection, wrote))
    placings.rewrite(connection, placings.affected(connection, wrote))


def add(connection: Connection, wrote: Mapping[str, Sequence[int]], actors: dict[str, Actor] | None = None) -> None:
    """Bring what new rows bear on into everything derived but the words to search by (`searching.index_words`)."""
    days.keep(connection, Counter(), days.facts(connection, wrote))
    placings.rewrite(connection, placings.affected(connection, wrote), actors)


def rebuild(connection: Connection, report: Report | None = None) -> None:
    """Fill everything derived anew from the record; the caller holds the write transaction."""
    of = connection.execute("SELECT count(*) FROM commitments").fetchone()[0] if report is not None else 0
    done = 0
    for table in _EMPTIED:
        connection.execute(f"DELETE FROM {table}")
    for index in ("search", "texts"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    fill_texts(connection)
    actors, bands = fetch.actors(connection), placings.Bands(connection)
    last = 0
    while chunk := _numbers_after(connection, last):
        last = chunk[-1]
        searching.index_words(connection, chunk, actors)
        placings.fill(connection, chunk, actors, bands)
        done += len(chunk)
        if report is not None:
            report("ordering", done, of)
    recount(connection)


def fill_texts(connection: Connection, report: Report | None = None, tables: Sequence[str] | None = None) -> None:
    """Make what everybody said searchable, after rows were written that no trigger saw; of all tables or of some."""
    from store.migrations.m0006_filters import NUMBERS, filling  # most writes are seen by triggers

    last = {table: fetch.next_number(connection, table) - 1 for table in tables or NUMBERS}
    done, of = 0, sum(last.values())
    for table, number in last.items():
        for start in range(1, number + 1, _STRETCH):
            connection.execute(filling(table), (start, start + _STRETCH - 1))
            done += _STRETCH
            if report is not None:
                report("indexing", min(done, of), of)


def recount(connection: Connection) -> None:
    """Count what is derived anew, in a few statements, after placings were filled."""
    counts.recount(connection)
    days.recount(connection)


def _numbers_after(connection: Connection, number: int) -> list[int]:
    query = "SELECT id FROM commitments WHERE id > ? ORDER BY id LIMIT ?"
    return [row[0] for row in connection.execute(query, (number, placings.CHUNK))]
