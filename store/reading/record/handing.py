"""Matching what is owed and what is handed over: which commitments and exchanges of the record a proposal is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.domain.model import ARTICLE, Claim
from store.domain.quantities import Quantity
from store.domain.words import Category, Measure
from store.reading.proposals import ALL_SIDES, Commitment, Exchange, Said
from store.reading.record.compared import NEW, Event, Ground, Match, Owed
from store.reading.record.compared import MatchKind as Kind
from store.reading.record.recorded import INSTRUMENTS, category_of, counted, each_way, telling

Way = tuple[str, str]
"""From whom to whom, by the record's codes."""
_STEMS = {
    "prisoner_list": r"prison|captive|pow",
    "children_list": r"child",
    "draft_memorandum": r"memorand",
    "truce": r"truce|ceasefire|cessation",
    "ceasefire": r"truce|ceasefire|cessation",
    "strike_halt": r"strike|attack",
    "withdrawal": r"withdraw|pull",
    "hostages": r"hostage",
}
"""What the record must say of a thing of a kind, where its category holds several kinds."""
_TWO = 2
FAR = 0.1
"""How far two figures lie apart, by the larger one, that are no longer taken for one and its correction."""
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


def _fits(kind: str, owed: Owed) -> bool:
    """Whether a commitment is of a kind, as far as its category and its words tell."""
    held = owed.commitment
    if held.category is not category_of(kind):
        return False
    words = f"{held.what} {held.unit or ''}"
    if kind in _STEMS:
        return re.search(_STEMS[kind], words, re.IGNORECASE) is not None
    if held.category is Category.OTHER:
        return kind.split("_")[-1].rstrip("s") in words.casefold()
    return kind != "civilians" or re.search("hostage", words, re.IGNORECASE) is None


def _alike(kind: str, qualifier: str | None, way: Way, ground: Ground) -> list[Owed]:
    """List the commitments of a direction and kind that may be meant; what is said of one group is not of another."""
    mine = telling(qualifier)
    track = ground.track.label if ground.track else None
    return [
        owed
        for owed in ground.record.commitments
        if (owed.commitment.debtor, owed.commitment.creditor) == way
        and (track is None or owed.commitment.track == track)
        and _fits(kind, owed)
        and (not mine or mine & telling(owed.commitment.what))
    ]


def _near(qualifier: str | None, owed: Owed) -> int:
    mine, theirs = telling(qualifier), telling(owed.commitment.what)
    return len(mine & theirs) - len(theirs - mine)


def _agree(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and one.agrees_with(other)


def _worded(figure: Quantity) -> bool:
    """Whether a figure is a word such as `several`, which says no number."""
    return figure.low is None and figure.point is None and figure.high is None


def _far(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two figures are too far apart for one to correct the other."""
    if one is None or other is None or one.number is None or other.number is None or _agree(one, other):
        return False
    return abs(one.number - other.number) > FAR * max(one.number, other.number)


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
        closeness = _near(content.qualifier, owed)
        agree = _agree(mine, owed.owed)
        return same, closeness, agree, owed.instrument is instrument, not owed.done, owed.commitment.id

    found = max(_alike(content.kind, content.qualifier, way, ground), key=rank, default=None)
    if found is None:
        return None
    # a figure far from one that was delivered in full is a new undertaking, not a correction of the old one
    anew = found.done and _far(mine, found.owed) and content.modality in ("agreed", "announced")
    return None if anew else found


def _owed(content: Commitment, said: Said, held: Owed, ground: Ground) -> Match:
    mine = each_way(content.figure, both=content.reciprocal)
    label, words = held.commitment.label, counted(mine)
    claims = [claim for claim in held.claims if claim.measure is Measure.OWED]
    return _compared(label, (mine, words), (held.owed, claims), said, ground)


def _compared(
    label: str,
    mine: tuple[Quantity | None, str],
    stored: tuple[Quantity | None, Sequence[Claim]],
    said: Said,
    ground: Ground,
) -> Match:
    """Compare a figure with the one on record, given what is claimed of it."""
    (figure, words), (held, claims) = mine, stored
    shown = counted(held)
    own = [claim for claim in claims if claim.cite.source in ground.record.sources]
    if any(figure is None or claim.figure == figure for claim in own):
        return Match(Kind.SAME_ORIGIN, label, shown, shown if figure is None else words)
    before = _said_before(figure, claims, said, ground)
    if before is not None:
        return Match(Kind.SUPERSEDES, label, counted(before.figure), words, earlier=before.label)
    if figure is None:
        return Match(Kind.CONFIRMS if claims else Kind.NEW, label, shown, shown if claims else words)
    if held is None or (_worded(held) and not _worded(figure)):
        return Match(Kind.NEW, label, shown, words)
    return Match(Kind.CONFIRMS if _agree(figure, held) else Kind.DIFFERS, label, shown, words)


def _said_before(figure: Quantity | None, claims: Sequence[Claim], said: Said, ground: Ground) -> Claim | None:
    """Find the newest figure that the same speaker gave on an earlier day, where it is another one."""
    mouth = ground.naming.mouth_of(said, ground.track)
    if mouth == ARTICLE or figure is None or ground.day is None:
        return None
    mine = [claim for claim in claims if claim.cite.mouth == mouth and claim.figure is not None and claim.label]
    last = max(mine, key=lambda claim: (claim.known_on, claim.id), default=None)
    if last is None or last.known_on >= ground.day or last.figure == figure:
        return None
    return last


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
        near = any(_agree(mine, held) for held in figures)
        closeness = _near(content.qualifier, owed)
        return same, owed.instrument.owed, near, closeness, not owed.done, owed.commitment.id

    alike = [o for o in _alike(content.kind, content.qualifier, way, ground) if not o.instrument.ended]
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
        return _compared(event.exchange.label, (mine, counted(mine)), (stored, claims), said, ground)
    claims = [claim for claim in held.claims if claim.measure not in (Measure.OWED, Measure.STOCK)]
    label = held.commitment.label
    if measure is Measure.STOCK:
        return Match(Kind.NEW, label, None, counted(mine), exchange=where)
    if measure is Measure.BATCH:
        return _batch(content, (label, where), (mine, claims), ground)
    match = _compared(label, (mine, counted(mine)), (held.delivered, claims), said, ground)
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
    if any(_agree(mine, figure) for figure in figures):
        return Match(Kind.CONFIRMS, label, counted(mine), counted(mine), exchange=where)
    if figures and mine is not None and where is not None:
        return Match(Kind.DIFFERS, label, counted(figures[-1]), counted(mine), exchange=where)
    return Match(Kind.NEW, label, None, counted(mine), exchange=where)
