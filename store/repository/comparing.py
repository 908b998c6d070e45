"""Comparing: as much of the record as the proposals of one article are matched with. Bounded, however long it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from store.domain.model import Position, Signal, Track
from store.domain.reading import Reading
from store.domain.standing import standing
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Category
from store.reading.proposals import Commitment, Exchange, Proposal
from store.reading.record.compared import Event, Ground, Meeting, Owed, Record
from store.reading.record.handing import ways_of
from store.reading.record.matching import track_of
from store.reading.record.naming import Naming
from store.reading.record.recorded import category_of
from store.repository import fetch, states
from store.repository.meetings import meetings

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.reading.article import Article

MOST = 40
"""How many of the newest things of one direction and category are compared at most."""
_SIGNALS = 100
_Way = tuple[str, str, Category]


def ground_of(
    connection: Connection, proposals: Sequence[Proposal], article: Article, own: Sequence[str], links: Iterable[str]
) -> Ground:
    """Fetch what proposals are matched with. `own` are the sources of the article's origin, `links` what is named."""
    day = article.published.day
    naming = Naming(fetch.actors(connection))
    bare = Record(tracks=fetch.tracks(connection))
    track = track_of(proposals, bare, naming, article.text)
    ground = Ground(bare, naming, track, day)
    ways = _ways(proposals, ground)
    named = list(links)
    record = bare._replace(
        commitments=_commitments(connection, ways, track, named),
        exchanges=_exchanges(connection, ways, named),
        meetings=_meetings(connection, track, named),
        signals=_signals(connection, track),
        positions=_positions(connection, track),
        origin=_origin(connection, own),
        sources=frozenset(own),
    )
    return ground._replace(record=record)


def same_origin(connection: Connection, label: str | None) -> tuple[str, ...]:
    """List the sources of the origin that a source goes back to, itself among them."""
    if label is None:
        return ()
    rows = connection.execute(
        f"""SELECT label FROM sources WHERE {fetch.IN_FORCE}
            AND origin = (SELECT origin FROM sources WHERE label = ?) ORDER BY id LIMIT {MOST}""",
        (label,),
    )
    return tuple(row["label"] for row in rows)


def _origin(connection: Connection, own: Sequence[str]) -> str | None:
    found = fetch.sources(connection, own[:1])
    return next((source.origin for source in found.values()), None)


def _ways(proposals: Iterable[Proposal], ground: Ground) -> set[_Way]:
    """List the directions and categories that are spoken of, with what all sides owe together."""
    found: set[_Way] = set()
    for proposal in proposals:
        content = proposal.content
        match content:
            case Commitment(debtor=giver, creditor=taker) | Exchange(giver=giver, taker=taker):
                ways = ways_of(giver, taker, ground, reciprocal=True)
            case _:
                continue
        category = category_of(content.kind)
        found.update((*way, category) for way in ways)
        joint = ground.naming.joint(ways[0]) if ways else None
        if joint is not None:
            found.add((joint, joint, category))
    return found


def _commitments(
    connection: Connection, ways: Iterable[_Way], track: Track | None, named: Sequence[str]
) -> tuple[Owed, ...]:
    numbers = set(fetch.commitment_numbers(connection, named).values())
    if track is not None:
        query = f"""SELECT id FROM commitments WHERE debtor = ? AND creditor = ? AND category = ? AND track = ?
            AND {fetch.IN_FORCE} ORDER BY id DESC LIMIT {MOST}"""
        for way in ways:
            numbers.update(row["id"] for row in connection.execute(query, (*way, track.label)))
    cases = fetch.cases(connection, sorted(numbers), fetch.actors(connection))
    found = []
    for case in cases.values():
        held = standing(case, date.max, Reading())
        claims = tuple(sorted(case.claims, key=lambda claim: (claim.known_on, claim.id)))
        terms = held.terms
        found.append(
            Owed(case.commitment, terms.quantity, terms.instrument, held.delivered, held.delivery.done, claims)
        )
    return tuple(found)


_EVENTS = f"""SELECT DISTINCT e.label FROM (
        SELECT exchange FROM legs WHERE debtor = ? AND creditor = ? AND category = ? LIMIT 2000) l
    JOIN exchanges e ON e.label = l.exchange
    WHERE (e.earliest IS NOT NULL OR e.latest IS NOT NULL) AND e.entry NOT IN (SELECT entry FROM undone)
    ORDER BY e.id DESC LIMIT {MOST}"""


def _exchanges(connection: Connection, ways: Iterable[_Way], named: Sequence[str]) -> tuple[Event, ...]:
    labels = set(named)
    for way in ways:
        labels.update(row["label"] for row in connection.execute(_EVENTS, way))
    events = fetch.exchanges(connection, sorted(labels))
    said = fetch.claims(connection, f"t.exchange {fetch.LISTED}", (fetch.listed(e.label for e in events),))
    return tuple(Event(e, tuple(c for c in said if c.exchange == e.label)) for e in events)


def _meetings(connection: Connection, track: Track | None, named: Sequence[str]) -> tuple[Meeting, ...]:
    """Fetch the rounds of a track with their states, those too of which nothing is said yet."""
    tracks = [track.label] if track else []
    where = f"SELECT track FROM rounds WHERE label {fetch.LISTED}"
    tracks.extend(row["track"] for row in connection.execute(where, (fetch.listed(named),)))
    if not tracks:
        return ()
    standings = {held.round.label: held for held in meetings(states.settled(connection)).rounds}
    found = []
    for round_ in fetch.rounds(connection, list(dict.fromkeys(tracks))):
        held = standings.get(round_.label)
        found.append(Meeting(round_, held.state, held.window, held.reports) if held else Meeting(round_))
    return tuple(found)


def _signals(connection: Connection, track: Track | None) -> tuple[Signal, ...]:
    """Fetch the newest signals on a track that nothing superseded, newest first."""
    if track is None:
        return ()
    found = fetch.signals(connection, "t.track = ?", (track.label,))
    gone = {signal.supersedes for signal in found}
    return tuple(signal for signal in found if signal.id not in gone)[:_SIGNALS]


def _positions(connection: Connection, track: Track | None) -> tuple[Position, ...]:
    return tuple(fetch.positions(connection, "track = ?", (track.label,))) if track else ()
