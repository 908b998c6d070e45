"""Accepting: proposals become ordinary lines of the record, in one transaction with one entry of the journal.

What is accepted together is one entry, which the ordinary undo takes back as a whole; the items then wait again. One
item of it is taken back alone by undoing the entry and accepting the others anew, as the entries that they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import ConflictError, UsageError
from store.reading.record.desk import Chosen, Desk
from store.reading.record.drafting import Drafted, filled
from store.reading.record.inbox import Accepted, Item
from store.reading.record.lines_of import draft
from store.reading.record.naming import slug
from store.repository import fetch, journal, kept, resting
from store.repository.connection import writing
from store.repository.items import unchanged
from store.repository.labels import FreshLabels
from store.repository.lines_taken import take_lines

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.reading.article import Article
    from store.reading.record.inbox import Reading

_BASES = {"given": "stated", "stated": "stated", "inferred": "inferred"}
_NAMED = 8
"""How many items a sentence names at most."""


class Written(NamedTuple):
    """What taking some items came to."""

    source: str
    wrote: Mapping[str, Sequence[int]]
    made: Mapping[str, Sequence[str]]
    """The labels that were made, by the number of the item."""
    counted: str


def accept(connection: Connection, items: Sequence[Item], author: Author) -> Accepted:
    """Write items into the record. Raises UsageError, ConflictError, RecordError; then nothing is written."""
    with writing(connection):
        return _accepted(connection, unchanged(connection, list(items)), author)


def _accepted(connection: Connection, items: Sequence[Item], author: Author) -> Accepted:
    entry = journal.next_number(connection)
    written = take(connection, items, author, entry)
    names = named(items)
    after = f"accepted {names}: {written.counted}"
    title = kept.title_of(connection, items[0].reading)
    record = journal.record(
        connection, author, "accept", written.source, after=after, why=title, wrote=written.wrote, number=entry
    )  # fmt: skip
    for item in items:
        connection.execute(
            "INSERT INTO acceptances (proposal, entry, version, source, labels) VALUES (?, ?, ?, ?, ?)",
            (item.id, entry, item.version + 1, written.source, " ".join(written.made.get(item.number, ()))),
        )
        connection.execute("UPDATE proposals SET version = version + 1 WHERE id = ?", (item.id,))
    labels = tuple(label for item in items for label in written.made.get(item.number, ()))
    return Accepted(record, f"accepted {names} from {written.source}: {written.counted}", labels)


def named(items: Sequence[Item]) -> str:
    """Name items: "C1, X2 and 5 more"."""
    more = f" and {len(items) - _NAMED} more" if len(items) > _NAMED else ""
    return ", ".join(item.number for item in items[:_NAMED]) + more


def take(connection: Connection, items: Sequence[Item], author: Author, entry: int) -> Written:
    """Draft the lines of items and take them, without the journal; the caller holds the transaction.

    Raises UsageError where they are of several articles or lack what a line needs, RecordError where the record
    cannot hold them.
    """
    if not items:
        raise UsageError("nothing was named: say which items to accept")
    if len({item.reading for item in items}) > 1:
        raise UsageError("these items are of several articles: accept those of one article at a time")
    opened = kept.bare(connection, items[0].reading)
    labels = FreshLabels(connection, entry, items[0].reading)
    reading, article = opened.reading, opened.article
    source = reading.source or labels.source()
    ground = kept.ground_for(connection, opened)
    desk = Desk(article, ground, source, labels)
    draft(desk, [Chosen(item.proposal, item.link, item.corrected) for item in items])
    lines = desk.lines
    if reading.source is None:
        lines.insert(0, _source_line(connection, reading, article, source))
    wrote, counted = take_lines(connection, lines, author, entry, "article")
    return Written(source, wrote, desk.made, counted)


def _source_line(connection: Connection, reading: Reading, article: Article, label: str) -> Drafted:
    published = reading.published
    if published.day is None:
        raise UsageError("the article has no day: read it again with --published and the day it appeared on")
    named_ = slug(reading.publisher or "") or "article"
    return Drafted(
        "source",
        label,
        filled(
            title=reading.title,
            publisher=reading.publisher,
            origin=_origin(connection, reading) or f"{named_}-{published.day.isoformat()}-{reading.digest[-6:]}",
            published=published.day.isoformat(),
            basis=_BASES.get(published.basis, "inferred"),
            why=published.why,
            address=reading.address,
            digest=reading.digest,
            lang=article.lang,
        ),
    )


def _origin(connection: Connection, reading: Reading) -> str | None:
    """Return the origin of the source that a person says tells the same."""
    found = fetch.sources(connection, [reading.same_as] if reading.same_as else [])
    return next((source.origin for source in found.values()), None)


def take_back(connection: Connection, item: Item, author: Author, *, whole: bool = False) -> Accepted:
    """Take one item out of what was accepted together: undo the entry, then accept the others anew.

    With `whole` the others are taken out as well. Sound where nothing else rests on what the entry wrote. Raises
    ConflictError where something does, or where the item was not accepted by the author.
    """
    with writing(connection):
        row = connection.execute("SELECT * FROM journal WHERE id = ?", (item.entry or 0,)).fetchone()
        if row is None or item.entry is None:
            raise ConflictError(f"{item.number} is not in the record: there is nothing to take back")
        if row["who"] != author.name:
            raise ConflictError(f"{item.number} was accepted by {row['who']}: only they can take it back")
        together = [one for one in kept.items_of(connection, item.reading) if one.entry == item.entry]
        if item.id not in {one.id for one in together}:
            raise ConflictError(f"{item.number} was taken back meanwhile; nothing was changed")
        resting.check(connection, row)
        undone = journal.turn(connection, author, "undo", row, (row["after"], None))
        others = [one for one in together if one.id != item.id]
        if whole or not others:
            return Accepted(undone, f"took back {named(together if whole else [item])}")
        again = [one for one in kept.items_of(connection, item.reading) if one.id in {o.id for o in others}]
        accepted = _accepted(connection, again, author)
    return accepted._replace(sentence=f"took back {item.number}; {accepted.sentence}")
