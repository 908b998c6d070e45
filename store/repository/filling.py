"""Filling a store that nobody else sees: every line is taken first, what is derived comes in behind it.

How the data flows where there are many lines. One process reads and checks them (`reading`, `beside`); this one looks
up what they refer to and saves them, chunk by chunk (`taking`); a third one works out what is derived of the
commitments from the same chunks (`ahead`, `foresight`), at its own pace, with what waits for it or for us in files.
When all lines are saved their indexes are made (`building`) and what everybody said becomes searchable; then what was
worked out is taken in (`foreseen`), what lies apart in the lines is reckoned from the store, and the rest is indexed
and counted. Memory holds a few chunks, however many there are.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from store.domain.typed import TYPE_CHECKING
from store.errors import RecordError
from store.repository import derived, fetch
from store.repository.accounts import Filled, counted, spans
from store.repository.ahead import Ahead
from store.repository.beside import beside, circles_rare
from store.repository.building import Bare
from store.repository.foreseen import Foretold
from store.repository.progress import beating
from store.repository.taking import Taker

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.progress import Report
    from store.repository.reading import Chunk, Reading


def fill(connection: Connection, reading: Reading, entry: int, report: Report, *, check: bool = False) -> Filled:
    """Save all lines of a reading that foresees, as rows of a journal entry that the caller writes.

    The caller holds the write transaction, and throws the store away where this fails; with `check` it will in any
    case, so nothing is derived. Raises RecordError with every problem.
    """
    bare, foretold = Bare(connection), Foretold(connection)
    path = path_of(connection)
    ahead = Ahead(reading, Path(path).parent if path else None)
    with closing(Taker(connection, reading.names, entry, foretold)) as taker, closing(ahead), circles_rare():
        _read(taker, beside(iter(reading), ahead), report)
        if taker.waiting.count or not taker.problems.sentences:
            bare.index_lines(report)
        whole = not (check or taker.problems.sentences or taker.waiting.count)
        if whole:  # while the third process is still at work
            derived.fill_texts(connection, report)
        if not taker.problems.full:  # else reading was broken off
            of = fetch.next_number(connection, "commitments") - 1
            for found in ahead.foreseen():
                foretold.take(found)
                report("ordering", min(foretold.worded, of), of)
        taker.finish()
        if taker.problems.sentences:
            raise RecordError(taker.problems.sentences)
        filled = Filled(entry, ", ".join(reading.names), spans(connection, taker), counted(taker))
        if not check:
            if not whole:
                derived.fill_texts(connection, report)
            foretold.finish(report)
            bare.finish(report)
            with beating(connection, report, "counting", 1, 1):
                derived.recount(connection)
        return filled


def _read(taker: Taker, chunks: Generator[Chunk, None, None], report: Report) -> None:
    """Take every line that can be."""
    with closing(chunks) as found:
        for chunk in found:
            taker.take(chunk)
            report("reading", taker.lines, chunk.read)
            if taker.problems.full:
                return


def path_of(connection: Connection) -> str | None:
    """Name the file of a store; None where it lies in memory."""
    return connection.execute("PRAGMA database_list").fetchone()[2] or None
