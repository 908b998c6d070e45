"""Likeness: which commitments of the record may be meant, and how a figure goes with those on record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.domain.model import ARTICLE, Claim
from store.domain.quantities import Quantity
from store.domain.words import Category
from store.reading.proposals import Said
from store.reading.record.compared import Ground, Match, Owed
from store.reading.record.compared import MatchKind as Kind
from store.reading.record.recorded import category_of, counted, telling

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
_FAR = 0.1
"""How far two figures lie apart, by the larger one, that are no longer taken for one and its correction."""


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


def candidates(kind: str, qualifier: str | None, way: tuple[str, str], ground: Ground) -> list[Owed]:
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


def nearness(qualifier: str | None, owed: Owed) -> int:
    """Return how near a commitment comes to what is said of a group: words in common, less those it alone has."""
    mine, theirs = telling(qualifier), telling(owed.commitment.what)
    return len(mine & theirs) - len(theirs - mine)


def agreeing(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two figures are known and can both be true."""
    return one is not None and other is not None and one.agrees_with(other)


def _worded(figure: Quantity) -> bool:
    """Whether a figure is a word such as `several`, which says no number."""
    return figure.low is None and figure.point is None and figure.high is None


def far_apart(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two figures are too far apart for one to correct the other."""
    if one is None or other is None or one.number is None or other.number is None or agreeing(one, other):
        return False
    return abs(one.number - other.number) > _FAR * max(one.number, other.number)


def compared(
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
    return Match(Kind.CONFIRMS if agreeing(figure, held) else Kind.DIFFERS, label, shown, words)


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
