"""Importing lines of the record: read and saved chunk by chunk, in one transaction, all of them or none.

Chunks of lines come in, from a second process where there are many (`beside`); each becomes rows at once (`taking`).
Nothing is kept of a line but what the store keeps, so memory does not grow with their number. A store that has no
lines yet and gets many is filled aside (`filling`) and takes over what was made there (`aside`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from store.domain.journal import JournalEntry
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import RecordError
from store.repository import days, fetch, journal, placings, searching
from store.repository.accounts import Filled, counted, recorded, spans
from store.repository.beside import beside
from store.repository.connection import writing
from store.repository.progress import Part, Report
from store.repository.reading import Reading
from store.repository.taking import Taker

if TYPE_CHECKING:
    from sqlite3 import Connection

CHECK = "check"
_MANY = 4
"""So many chunks are worth a file of their own."""
_STRETCH = 20_000
"""How many claims are looked at together for the commitments that they are about."""


def import_lines(
    connection: Connection,
    parts: Sequence[Part],
    author: Author,
    action: str = "import",
    report: Report | None = None,
) -> Receipt | None:
    """Save lines of the record. Raises RecordError with every problem; then nothing is saved.

    `action` is what the journal calls it (`import`, or `begin` for the record that a store starts with); `check` only
    checks: nothing is written and None is returned. Lines of an import that was undone are put back with all of it.
    A store that `begin`s is one that nobody else sees yet, so it is filled as it is; one that has no lines is filled
    aside where there are many.
    """
    tell = report or _unheard
    if action == "begin":
        return _begin(connection, parts, author, tell)
    from store.repository import aside  # what is written by hand is a few lines

    reading, check = Reading(parts, foresee=aside.fits(connection)), action == CHECK
    if reading.foresight is not None and reading.holds(_MANY):
        done, receipt = aside.Aside(connection, author, tell).take(reading, check=check)
        if done:
            return receipt
    reading.foresight = None
    return _import(connection, reading, author, tell, check=check)


def _begin(connection: Connection, parts: Sequence[Part], author: Author, report: Report) -> Receipt:
    """Let a store begin with lines."""
    from store.repository.filling import fill  # most imports find a store that others use

    reading = Reading(parts, foresee=True)
    with writing(connection):
        entry = journal.next_number(connection)
        filled = fill(connection, reading, entry, report)
        return recorded(connection, author, "begin", filled)


def _import(connection: Connection, reading: Reading, author: Author, report: Report, *, check: bool) -> Receipt | None:
    """Save lines in a store that others may use."""
    with writing(connection):
        entry = journal.next_number(connection)
        with closing(Taker(connection, reading.names, entry)) as taker:
            _read(taker, reading, report)
            back = _finish(connection, taker, author, entry)
            if taker.problems.sentences:
                raise RecordError(taker.problems.sentences)
            if check:
                connection.rollback()
                return None
            if back and not taker.counts.total():
                return Receipt(back[-1], f"put back what was undone from {', '.join(reading.names)}")
            filled = Filled(entry, ", ".join(reading.names), spans(connection, taker), counted(taker))
            keep(connection, taker, filled.wrote, report)
            return recorded(connection, author, "import", filled)


def _unheard(_phase: str, _done: int, _of: int) -> None:
    """Report to nobody."""


def _read(taker: Taker, reading: Reading, report: Report) -> None:
    """Take every line that can be."""
    with closing(beside(iter(reading))) as found:
        for chunk in found:
            taker.take(chunk)
            report("reading", taker.lines, chunk.read)
            if taker.problems.full:
                return


def _finish(connection: Connection, taker: Taker, author: Author, entry: int) -> list[JournalEntry]:
    """Put back what was undone, then take the lines that wait; rows name their entry, so its number is kept for it."""
    back: list[JournalEntry] = []
    if taker.turned and not taker.problems.sentences:
        if taker.counts.total() or taker.waiting.count:
            journal.reserve(connection, entry)
        back = [journal.put_back(connection, author, number) for number in sorted(taker.turned)]
    taker.finish()
    return back


def keep(connection: Connection, taker: Taker, wrote: dict[str, list[int]], report: Report) -> None:
    """Keep the words to search by, the order of the board and the days of evidence."""
    actors = fetch.actors(connection)
    first, last = wrote.get("commitments", (taker.first["commitments"], taker.first["commitments"] - 1))
    count = last - first + 1
    for start in range(first, last + 1, placings.CHUNK):
        searching.index_words(connection, range(start, min(start + placings.CHUNK, last + 1)), actors)
    days.keep(connection, Counter(), days.facts(connection, wrote))
    placings.rewrite(connection, _counted_off(_affected(connection, wrote, first, last), count, report), actors)


def _affected(connection: Connection, wrote: dict[str, list[int]], first: int, last: int) -> Iterator[int]:
    """Name the commitments whose place may have changed: the new ones, and those that the lines speak of."""
    yield from range(first, last + 1)
    if first == 1:
        return
    for table in ("claims", "judgements", "reports"):
        begin, end = wrote.get(table, (1, 0))
        for start in range(begin, end + 1, _STRETCH):
            some = {table: [start, min(start + _STRETCH - 1, end)]}
            yield from (number for number in placings.affected(connection, some) if number < first)


def _counted_off(numbers: Iterable[int], count: int, report: Report) -> Iterator[int]:
    for done, number in enumerate(numbers):
        if done % placings.CHUNK == 0:
            report("ordering", done, max(count, done))
        yield number
