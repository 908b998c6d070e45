"""Importing lines of the record: read and saved chunk by chunk, in one transaction, all of them or none.

Chunks of lines come in, from a second process where there are many (`beside`); each becomes rows at once (`taking`).
Nothing is kept of a line but what the store keeps, so memory does not grow with their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from store.domain.journal import JournalEntry
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import RecordError
from store.lines import KINDS
from store.repository import days, derived, fetch, journal, placings, searching
from store.repository.beside import beside
from store.repository.building import Bare
from store.repository.connection import writing
from store.repository.foreseen import Foretold
from store.repository.progress import Part, Report
from store.repository.reading import chunks
from store.repository.taking import Taker

if TYPE_CHECKING:
    from sqlite3 import Connection

CHECK = "check"
_PLURALS = {"discrepancy": "discrepancies"}
_STRETCH = 20_000
"""How many claims are looked at together for the commitments that they are about."""


class _New(NamedTuple):
    """A store that nobody else sees yet."""

    bare: Bare
    foretold: Foretold


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
    with writing(connection):
        entry = journal.next_number(connection)
        new = _New(Bare(connection), Foretold(connection)) if action == "begin" else None
        with closing(Taker(connection, [part.name for part in parts], entry, new and new.foretold)) as taker:
            _read(taker, parts, tell, new)
            back = _finish(connection, taker, author, entry)
            if taker.problems.sentences:
                raise RecordError(taker.problems.sentences)
            if action == CHECK:
                connection.rollback()
                return None
            if back and not taker.counts.total():
                return Receipt(back[-1], f"put back what was undone from {name}")
            after = counted(taker) or "nothing new"
            wrote = _derive(connection, taker, new, tell)
            written = journal.record(
                connection, author, action, name, before=None, after=after, wrote=wrote, number=entry
            )  # fmt: skip
    return Receipt(written, f"imported {after} from {name}")


def _unheard(_phase: str, _done: int, _of: int) -> None:
    """Report to nobody."""


def _read(taker: Taker, parts: Sequence[Part], report: Report, new: _New | None) -> None:
    """Take every line that can be; what waits for others is looked up in the indexes, so those are made by then."""
    with closing(beside(chunks(parts, foresee=new is not None))) as found:
        for chunk in found:
            taker.take(chunk)
            report("reading", taker.lines, chunk.read)
            if taker.problems.full:
                return
    if new is not None and (taker.waiting.count or not taker.problems.sentences):
        new.bare.index_lines(report)


def _finish(connection: Connection, taker: Taker, author: Author, entry: int) -> list[JournalEntry]:
    """Put back what was undone, then take the lines that wait; rows name their entry, so its number is kept for it."""
    back: list[JournalEntry] = []
    if taker.turned and not taker.problems.sentences:
        if taker.counts.total() or taker.waiting.count:
            journal.reserve(connection, entry)
        back = [journal.put_back(connection, author, number) for number in sorted(taker.turned)]
    taker.finish()
    return back


def _derive(connection: Connection, taker: Taker, new: _New | None, report: Report) -> dict[str, list[int]]:
    """Keep what is derived from the lines; return the rows that were taken."""
    wrote = spans(connection, taker)
    if new is None:
        keep(connection, taker, wrote, report)
    else:
        new.foretold.finish(report)
        derived.fill_texts(connection)
        new.bare.finish(report)
        derived.recount(connection)
    return wrote


def spans(connection: Connection, taker: Taker) -> dict[str, list[int]]:
    """Name the rows that were taken by table: first and last number."""
    found = {}
    for table, first in taker.first.items():
        row = connection.execute(f"SELECT min(id), max(id) FROM {table} WHERE id >= ?", (first,)).fetchone()
        if row[0] is not None:
            found[table] = [row[0], row[1]]
    return found


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


def counted(taker: Taker) -> str:
    """Say how many lines of each kind were new."""
    return ", ".join(
        f"{taker.counts[kind]} {_plural(kind, taker.counts[kind])}" for kind in KINDS if taker.counts[kind]
    )


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 else _PLURALS.get(kind, f"{kind}s")
