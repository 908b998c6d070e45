"""Matching what is owed and what is handed over: which commitments and exchanges of the record a proposal is about."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import Claim
from store.domain.quantities import Quantity
from store.domain.words import Measure
from store.reading.proposals import ALL_SIDES, Commitment, Exchange, Said
from store.reading.record.compared import NEW, Event, Ground, Match, Owed
from store.reading.record.compared import MatchKind as Kind
from store.reading.record.likeness import agreeing, candidates, compared, far_apart, nearness
from store.reading.record.recorded import INSTRUMENTS, category_of, counted, each_way

Way = tuple[str, str]
"""From whom to whom, by the record's codes."""
_TWO = 2
_COUNTED = {"batch": Measure.BATCH, "cumulative": Measure.CUMULATIVE, "stock": Measure.STOCK}

_QUIET = 150
"""Days of silence about a commitment after which an exchange is not taken for its delivery by itself."""


def ways_of(giver: str | None, taker: str | None, ground: Ground, *, reciprocal: bool) -> list[Way]:
    """Resolve the direction of a proposal, or both of what goes both ways; empty where somebody is not on record.

    Of two parties the one that is not named is the other one; where nobody is named, all sides owe all sides.
    """
    sides = [_side(name, ground) for name in (giver, taker)]
    parties = ground.track.parties if ground.track else ()
    everybody = ground.naming.joint(parties)
    if not giver and not taker:
        sides = [*parties] if reciprocal and len(parties) == _TWO else [everybody, everybody]
    elif ALL_SIDES in (giver, taker):
        sides = [everybody, everybody]
    elif not giver or not taker:
        known = sides[0] or sides[1]
        other = next((party for party in parties if party != known), None) if len(parties) == _TWO else None
        sides = [side or (other if known in parties else None) for side in sides]
    first, second = sides
    if first is None or second is None:
        return []
    return [(first, second), (second, first)] if reciprocal and first != second else [(first, second)]


def _side(name: str | None, ground: Ground) -> str | None:
    code = ground.naming.code(name, ground.track)
    return ground.naming.side(code) or code


def measure_of(content: Exchange) -> Measure:
    """Return what the figure of an exchange counts."""
    return _COUNTED.get(content.measure, Measure.BATCH)


def match_commitment(content: Commitment, said: Said, ground: Ground, link: str | None) -> tuple[Match, ...]:
    """Match what is owed, each direction by itself; what the record holds of all sides together counts once."""
    found = commitments_of(content, ground, link)
    return tuple(_owed(content, said, held, ground) if held else NEW for _, held in found) or (NEW,)


def commitments_of(content: Commitment, ground: Ground, link: str | None = None) -> list[tuple[Way, Owed | None]]:
    """Find the commitment on record for each direction of a proposal, None where it is a new one.

    Empty where somebody is not on record. What is on record of all sides together stands for both directions.
    """
    ways = ways_of(content.debtor, content.creditor, ground, reciprocal=content.reciprocal)
    if len(ways) == _TWO and link is None and (joint := ground.naming.joint(ways[0])) is not None:
        held = commitment_of(content, (joint, joint), ground)
        if held is not None:
            return [((joint, joint), held)]
    links = (link, mirror(link, ground))
    return [(way, commitment_of(content, way, ground, linked)) for way, linked in zip(ways, links, strict=False)]


def mirror(link: str | None, ground: Ground) -> str | None:
    """Return what the other direction is linked to: the commitment that the linked one mirrors."""
    held = _labelled(link, ground)
    return held.commitment.mirrors if held is not None else link


def _labelled(label: str | None, ground: Ground) -> Owed | None:
    return next((owed for owed in ground.record.commitments if owed.commitment.label == label), None)


def commitment_of(content: Commitment, way: Way, ground: Ground, link: str | None = None) -> Owed | None:
    """Find the commitment of a direction that a proposal is about; None where it is a new one."""
    if link is not None:
        return _labelled(link, ground)
    mine = each_way(content.figure, both=content.reciprocal)
    instrument = INSTRUMENTS.get(content.modality)

    def rank(owed: Owed) -> tuple[bool, int, bool, bool, bool, int]:
        same = mine is not None and mine == owed.owed
        closeness = nearness(content.qualifier, owed)
        agree = agreeing(mine, owed.owed)
        return same, closeness, agree, owed.instrument is instrument, not owed.done, owed.commitment.id

    found = max(candidates(content.kind, content.qualifier, way, ground), key=rank, default=None)
    if found is None:
        return None
    # a figure far from one that was delivered in full is a new undertaking, not a correction of the old one
    anew = found.done and far_apart(mine, found.owed) and content.modality in ("agreed", "announced")
    return None if anew else found


def _owed(content: Commitment, said: Said, held: Owed, ground: Ground) -> Match:
    mine = each_way(content.figure, both=content.reciprocal)
    label, words = held.commitment.label, counted(mine)
    claims = [claim for claim in held.claims if claim.measure is Measure.OWED]
    return compared(label, (mine, words), (held.owed, claims), said, ground)


def match_exchange(content: Exchange, said: Said, ground: Ground, link: str | None) -> tuple[Match, ...]:
    """Match what was handed over, each direction by itself."""
    ways = ways_of(content.giver, content.taker, ground, reciprocal=content.reciprocal)
    if not ways:
        return (NEW,)
    found = []
    for place, way in enumerate(ways):
        held = served_of(content, way, ground, link if place == 0 else mirror(link, ground))
        found.append(_handed(content, said, (way, held), ground, link))
    return tuple(found)


def served_of(content: Exchange, way: Way, ground: Ground, link: str | None = None) -> Owed | None:
    """Find the commitment that a handing over in one direction serves."""
    if link is not None:
        return _labelled(link, ground)
    mine = each_way(content.figure, both=content.reciprocal)

    def rank(owed: Owed) -> tuple[bool, bool, bool, int, bool, int]:
        same = mine is not None and mine == owed.delivered
        figures = [held for held in (owed.delivered, owed.owed) if held is not None and held.number is not None]
        near = any(agreeing(mine, held) for held in figures)
        closeness = nearness(content.qualifier, owed)
        return same, owed.instrument.owed, near, closeness, not owed.done, owed.commitment.id

    alike = [o for o in candidates(content.kind, content.qualifier, way, ground) if not o.instrument.ended]
    return max((o for o in alike if not _long_quiet(o, content, mine)), key=rank, default=None)


def _long_quiet(owed: Owed, content: Exchange, mine: Quantity | None) -> bool:
    """Whether nothing was said of a commitment for so long before that another one is likelier to be carried out."""
    return _long_after(owed.claims, content) and (mine is None or mine not in (owed.owed, owed.delivered))


def _long_after(claims: Sequence[Claim], content: Exchange) -> bool:
    newest = max((claim.known_on for claim in claims), default=None)
    day = content.window.earliest or content.window.latest
    return newest is not None and day is not None and (day - newest).days > _QUIET


def event_of(content: Exchange, way: Way, ground: Ground, link: str | None = None) -> Event | None:
    """Find the exchange on record that a handing over in one direction was part of: the days must meet.

    Where the article gives none, only an exchange that the same report is on record as telling of is meant.
    """
    category = category_of(content.kind)
    found = [
        event
        for event in ground.record.exchanges
        if any((leg.debtor, leg.creditor) == way and leg.category is category for leg in event.exchange.legs)
    ]
    if link is not None:
        return next((event for event in found if event.exchange.label == link), None)
    if not content.window.bounded:
        own = ground.record.sources
        return next((event for event in found if any(claim.cite.source in own for claim in event.claims)), None)
    meeting = [event for event in found if event.exchange.window.bounded and not _long_after(event.claims, content)]
    meeting = [event for event in meeting if event.exchange.window.overlaps(content.window)]
    # the one with the fewest days says most
    return min(meeting, key=lambda event: event.exchange.window.days or 10**6, default=None)


def _handed(content: Exchange, said: Said, found: tuple[Way, Owed | None], ground: Ground, link: str | None) -> Match:
    way, held = found
    mine = each_way(content.figure, both=content.reciprocal)
    event = event_of(content, way, ground, link if held is None else None)
    where = event.exchange.label if event else None
    measure = measure_of(content)
    if held is None:
        claims = [c for c in event.claims if c.way in (None, way)] if event else []
        stored = next((claim.figure for claim in reversed(claims) if claim.figure is not None), None)
        if event is None:
            return Match(Kind.NEW, None, None, counted(mine) if mine else None)
        return compared(event.exchange.label, (mine, counted(mine)), (stored, claims), said, ground)
    claims = [claim for claim in held.claims if claim.measure not in (Measure.OWED, Measure.STOCK)]
    label = held.commitment.label
    if measure is Measure.STOCK:
        return Match(Kind.NEW, label, None, counted(mine), exchange=where)
    if measure is Measure.BATCH:
        return _batch(content, (label, where), (mine, claims), ground)
    match = compared(label, (mine, counted(mine)), (held.delivered, claims), said, ground)
    return match._replace(exchange=where)


def _batch(
    content: Exchange, named: tuple[str, str | None], known: tuple[Quantity | None, Sequence[Claim]], ground: Ground
) -> Match:
    """Match one handing over of several: it adds to what others tell of, unless one of its days has the same figure."""
    (label, where), (mine, claims) = named, known
    own = [claim for claim in claims if claim.cite.source in ground.record.sources]
    if any(mine is None or claim.figure == mine for claim in own):
        return Match(Kind.SAME_ORIGIN, label, counted(mine), counted(mine), exchange=where)
    meeting = [c for c in claims if c.window.bounded and content.window.bounded and c.window.overlaps(content.window)]
    figures = [claim.figure for claim in meeting if claim.figure is not None]
    if any(agreeing(mine, figure) for figure in figures):
        return Match(Kind.CONFIRMS, label, counted(mine), counted(mine), exchange=where)
    if figures and mine is not None and where is not None:
        return Match(Kind.DIFFERS, label, counted(figures[-1]), counted(mine), exchange=where)
    return Match(Kind.NEW, label, None, counted(mine), exchange=where)
