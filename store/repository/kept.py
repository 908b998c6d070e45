"""Readings kept in the inbox: rows in, values out; what is proposed is matched as it is looked at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError
from store.ids import mint
from store.reading.article import Article, Passage, Published, Span
from store.reading.proposals import ArticleReading, Proposal
from store.reading.record.compared import Ground
from store.reading.record.contents import KINDS, kind_of, read_content, read_said, read_spans, spans_written, written
from store.reading.record.inbox import Alike, Item, Opened, Reading, State
from store.reading.record.matching import matches
from store.repository import comparing, fetch
from store.repository.connection import writing

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

_ORDER = tuple(KINDS)


def digest_of(text: str) -> str:
    """Return by what the text of an article is known again."""
    from hashlib import sha256

    return f"sha256:{sha256(text.encode(errors='surrogatepass')).hexdigest()}"


def keep(connection: Connection, found: ArticleReading, fingerprint: str, author: Author) -> Reading:
    """Put what was read into the inbox; the same text again is the reading that is there.

    It is read anew, with a day that is known now or words that were taught since, as long as nobody touched any of it.
    """
    digest = digest_of(found.article.text)
    with writing(connection):
        row = connection.execute("SELECT * FROM readings WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            number = _insert(connection, found, (digest, _stored(fingerprint)), author)
            return _reading(connection, _row(connection, number))
        _renew(connection, row, found)
        return _reading(connection, _row(connection, row["id"]))._replace(again=True)


def _renew(connection: Connection, row: Row, found: ArticleReading) -> None:
    """Bring a reading up to what is known now; of one that a person has touched, only what was not known at all."""
    number, article = row["id"], found.article
    touched = _touched(connection, number)
    now = article.published
    if now.day is not None and (row["published"] is None or (now.basis == "given" and not touched)):
        query = "UPDATE readings SET published = ?, basis = ?, why = ?, evidence = ? WHERE id = ?"
        connection.execute(query, (*_published(now), number))
    named = tuple(map(_stored, (article.title, article.publisher)))
    connection.execute(
        "UPDATE readings SET title = coalesce(?, title), publisher = coalesce(?, publisher) WHERE id = ?",
        (*named, number),
    )
    held = {item.number: item.proposal for item in items_of(connection, number)}
    if not touched and held != {proposal.number: proposal for proposal in found.proposals}:
        connection.execute("DELETE FROM proposals WHERE reading = ?", (number,))
        _propose(connection, number, found.proposals)


def _touched(connection: Connection, reading: int) -> bool:
    query = """SELECT 1 FROM proposals p WHERE reading = ? AND (version > 1
        OR EXISTS (SELECT 1 FROM acceptances a WHERE a.proposal = p.id)) LIMIT 1"""
    return connection.execute(query, (reading,)).fetchone() is not None


def _insert(connection: Connection, found: ArticleReading, known_by: tuple[str, str | None], author: Author) -> int:
    article = found.article
    passages = [[*p.span, p.line, p.headline] for p in article.passages]
    cursor = connection.execute(
        """INSERT INTO readings (uid, digest, fingerprint, title, publisher, address, lang, published, basis, why,
             evidence, text, passages, at, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            mint(author.at), *known_by, *map(_stored, (article.title, article.publisher, article.address)),
            article.lang,
            *_published(article.published), _stored(article.text), json.dumps(passages),
            author.at.isoformat(timespec="seconds"), author.name,
        ),
    )  # fmt: skip
    number = cursor.lastrowid or 0
    _propose(connection, number, found.proposals)
    return number


def _stored(text: str | None) -> str | None:
    """Return a text as SQLite can hold it: half a pair of surrogates is no character."""
    return text.encode(errors="replace").decode() if text is not None else None


def _published(published: Published) -> tuple[str | None, str, str | None, str | None]:
    evidence = json.dumps([*published.evidence]) if published.evidence else None
    return published.day.isoformat() if published.day else None, published.basis, published.why, evidence


def _propose(connection: Connection, reading: int, proposals: Sequence[Proposal]) -> None:
    for proposal in proposals:
        insert_item(connection, reading, proposal)


def insert_item(connection: Connection, reading: int, proposal: Proposal, half_of: int | None = None) -> None:
    """Put a proposal into a reading."""
    connection.execute(
        """INSERT INTO proposals (reading, number, kind, content, evidence, line, said, why, half_of)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            reading, proposal.number, kind_of(proposal.content), written(proposal.content),
            spans_written(proposal.evidence), proposal.line, written(proposal.said), json.dumps(proposal.why), half_of,
        ),
    )  # fmt: skip


def _row(connection: Connection, number: int) -> Row:
    row: Row | None = connection.execute("SELECT * FROM readings WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UnknownError(f"the inbox holds no reading {number}: `talks-tui read` lists what there is")
    return row


def inbox(connection: Connection) -> list[Reading]:
    """List the readings, the newest first."""
    return [_reading(connection, row) for row in connection.execute("SELECT * FROM readings ORDER BY id DESC")]


_COUNTS = """SELECT CASE WHEN EXISTS (SELECT 1 FROM acceptances a WHERE a.proposal = p.id
        AND a.entry NOT IN (SELECT entry FROM undone)) THEN 'accepted' ELSE p.state END AS state, count(*) AS n
    FROM proposals p WHERE p.reading = ? GROUP BY 1"""


def _reading(connection: Connection, row: Row) -> Reading:
    counts = {State(found["state"]): found["n"] for found in connection.execute(_COUNTS, (row["id"],))}
    counts.pop(State.SPLIT, None)
    source = connection.execute(
        f"SELECT label FROM sources WHERE digest = ? AND {fetch.IN_FORCE} ORDER BY id LIMIT 1", (row["digest"],)
    ).fetchone()
    return Reading(
        id=row["id"],
        digest=row["digest"],
        title=row["title"],
        publisher=row["publisher"],
        address=row["address"],
        published=Published(
            date.fromisoformat(row["published"]) if row["published"] else None,
            row["basis"],
            row["why"],
            Span(*json.loads(row["evidence"])) if row["evidence"] else None,
        ),
        at=row["at"],
        who=row["who"],
        source=source["label"] if source else None,
        same_as=row["same_as"],
        counts=counts,
    )


def near(connection: Connection, reading: int) -> tuple[Alike, ...]:
    """List the sources of the inbox's other articles that tell nearly the same as one."""
    from store.reading.texts.origins import Nearness
    from store.reading.texts.origins import near as likeness

    mine = _row(connection, reading)["fingerprint"]
    query = f"""SELECT s.label, r.fingerprint FROM readings r JOIN sources s ON s.digest = r.digest
        WHERE r.id <> ? AND r.fingerprint IS NOT NULL AND s.entry NOT IN (SELECT entry FROM undone)
        ORDER BY s.id DESC LIMIT {MOST_COMPARED}"""
    rows = connection.execute(query, (reading,)).fetchall() if mine else []
    found = [Alike(row["label"], likeness(mine, row["fingerprint"]).nearness) for row in rows]
    return tuple(alike for alike in found if alike.how != Nearness.APART)


MOST_COMPARED = 300
"""With how many of the newest articles one is compared."""


def opened(connection: Connection, number: int) -> Opened:
    """Fetch a reading with its text and its items, each matched with the record. Raises UnknownError."""
    found = bare(connection, number)
    ground = ground_for(connection, found)
    matched = (item._replace(matches=matches(item.proposal, ground, item.link)) for item in found.items)
    alike = near(connection, number) if found.reading.source is None else ()
    return found._replace(reading=found.reading._replace(near=alike), items=tuple(matched))


def bare(connection: Connection, number: int) -> Opened:
    """Fetch a reading with its text and its items, which are not matched. Raises UnknownError."""
    row = _row(connection, number)
    reading = _reading(connection, row)
    passages = tuple(
        Passage(Span(start, end), line, bool(headline)) for start, end, line, headline in json.loads(row["passages"])
    )
    article = Article(
        row["text"], passages, reading.published, reading.title, reading.publisher, reading.address, row["lang"]
    )  # fmt: skip
    return Opened(reading, article, tuple(items_of(connection, number)))


def title_of(connection: Connection, number: int) -> str | None:
    """Return what people call an article: its title, else its address."""
    row = _row(connection, number)
    title: str | None = row["title"] or row["address"]
    return title


def ground_for(connection: Connection, found: Opened) -> Ground:
    """Fetch what the items of a reading are matched with."""
    own = comparing.same_origin(connection, found.reading.source or found.reading.same_as)
    links = [item.link for item in found.items if item.link is not None]
    return comparing.ground_of(connection, [item.proposal for item in found.items], found.article, own, links)


_ITEMS = """SELECT p.*, a.entry AS entry, a.labels AS labels FROM proposals p LEFT JOIN acceptances a ON
        a.proposal = p.id AND a.entry NOT IN (SELECT entry FROM undone)
    WHERE p.reading = ? AND p.state <> 'split' ORDER BY p.line, p.id"""


def items_of(connection: Connection, reading: int) -> list[Item]:
    """Fetch the items of a reading by kind, then in the order of the text, not matched yet; split ones are left out."""
    found = [_item(row) for row in connection.execute(_ITEMS, (reading,))]
    return sorted(found, key=lambda item: _ORDER.index(kind_of(item.proposal.content)))


def _item(row: Row) -> Item:
    proposal = Proposal(
        row["number"],
        read_content(row["kind"], row["content"]),
        read_spans(row["evidence"]),
        row["line"],
        read_said(row["said"]),
        tuple(json.loads(row["why"])),
    )
    return Item(
        id=row["id"],
        reading=row["reading"],
        proposal=proposal,
        state=State.ACCEPTED if row["entry"] is not None else State(row["state"]),
        version=row["version"],
        corrected=row["was"] is not None,
        link=row["link"],
        half_of=row["half_of"],
        entry=row["entry"],
        labels=tuple((row["labels"] or "").split()),
    )
