"""Importing lines of the record: read and saved chunk by chunk, in one transaction, all of them or none.

Chunks of lines come in, from a second process where there are many (`beside`); each becomes rows at once (`taking`).
Nothing is kept of a line but what the store keeps, so memory does not grow with their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, nullcontext

from store.domain.journal import JournalEntry
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import RecordError
from store.lines import KINDS
from store.repository import days, derived, fetch, journal, placings
from store.repository.beside import beside
from store.repository.building import unguarded
from store.repository.connection import writing
from store.repository.progress import Part, Report
from store.repository.reading import chunks
from store.repository.taking import Taker

if TYPE_CHECKING:
    from sqlite3 import Connection

CHECK = "check"
_PLURALS = {"discrepancy": "discrepancies"}
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
    A store that `begin`s is one that nobody else sees yet, so what slows writing down is put off to the end.
    """
    tell = report or _unheard
    name = ", ".join(part.name for part in parts)
    begins = action == "begin"
    with writing(connection):
        entry = journal.next_number(connection)
        with closing(Taker(connection, [part.name for part in parts], entry, guarded=not begins)) as taker:
            with unguarded(connection) if begins else nullcontext():
                _read(taker, parts, tell)
                back = _finish(connection, taker, author, entry)
            if taker.problems.sentences:
                raise RecordError(taker.problems.sentences)
            if action == CHECK:
                connection.rollback()
                return None
            if back and not taker.counts.total():
                return Receipt(back[-1], f"put back what was undone from {name}")
            after = _counted(taker) or "nothing new"
            wrote = taker.spans()
            if begins:
                derived.rebuild(connection, tell)
            else:
                _keep(connection, taker, tell)
            written = journal.record(
                connection, author, action, name, before=None, after=after, wrote=wrote, number=entry
            )  # fmt: skip
    return Receipt(written, f"imported {after} from {name}")


def _unheard(_phase: str, _done: int, _of: int) -> None:
    """Report to nobody."""


def _read(taker: Taker, parts: Sequence[Part], report: Report) -> None:
    with closing(beside(chunks(parts))) as found:
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


def _keep(connection: Connection, taker: Taker, report: Report) -> None:
    """Keep the words to search by, the order of the board and the days of evidence."""
    actors = fetch.actors(connection)
    first, last = taker.spans().get("commitments", (taker.first["commitments"], taker.first["commitments"] - 1))
    count = last - first + 1
    for start in range(first, last + 1, placings.CHUNK):
        placings.index_words(connection, range(start, min(start + placings.CHUNK, last + 1)), actors)
    days.keep(connection, Counter(), days.facts(connection, taker.spans()))
    placings.rewrite(connection, _counted_off(_affected(connection, taker, first, last), count, report), actors)


def _affected(connection: Connection, taker: Taker, first: int, last: int) -> Iterator[int]:
    """Name the commitments whose place may have changed: the new ones, and those that the lines speak of."""
    yield from range(first, last + 1)
    if first == 1:
        return
    for table in ("claims", "judgements"):
        begin, end = taker.spans().get(table, (1, 0))
        for start in range(begin, end + 1, _STRETCH):
            wrote = {table: [start, min(start + _STRETCH - 1, end)]}
            yield from (number for number in placings.affected(connection, wrote) if number < first)


def _counted_off(numbers: Iterable[int], count: int, report: Report) -> Iterator[int]:
    for done, number in enumerate(numbers):
        if done % placings.CHUNK == 0:
            report("ordering", done, max(count, done))
        yield number


def _counted(taker: Taker) -> str:
    """Say how many lines of each kind were new."""
    return ", ".join(
        f"{taker.counts[kind]} {_plural(kind, taker.counts[kind])}" for kind in KINDS if taker.counts[kind]
    )


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 else _PLURALS.get(kind, f"{kind}s")
