"""Meetings told by what was made at them: "the agreements reached in Istanbul on 2 June"."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes, says
from store.reading.talks.mentions import Mention
from store.reading.talks.occasions import place_of
from store.reading.talks.who import is_third, joins

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look

_PLACED = re.compile(r"(?:by (?:\S+ ){1,6})?(?:in |at |@ (?:in|at) )")
_OPENS = re.compile(r"(?:in \S+(?: \S+)? on @|on @ in \S+|@ in \S+) ,")
_SIGNERS = re.compile(r"\b(?:both|two|parties|sides|government(?: \S+){0,5} and(?: \S+){1,4})\b")
_A_DEAL = re.compile(
    r"\b(?:agreements?|deals?|accords?|pacts?|understandings?|declaration|memorandum|truce|ceasefire|protocol|treaty)\b"
)
_NO_DEAL = re.compile(
    r"\b(?:no|without|nor|neither|any)(?: [^\s,;.]+){1,4} (?:was|were|been|being|had)$|\b(?:not|never)(?: \w+)?$"
)
"""By which no deal was made: "no agreement was reached"."""
_BARE = frozenset(("was", "been", "which were", "what was", "all this had been"))
_SEAT_DEAL = re.compile(r"(?:on )?@")


def _deal_before(left: str, close: str) -> bool:
    """Whether a deal of sides is what was signed: not a plan, nor what only "was signed"."""
    found = says("meetings", "deal").last(close)
    if found is None:
        return False
    return _A_DEAL.search(left) is not None or found[0] not in _BARE


def _seat_before(pieces: list[Piece], at: int) -> bool:
    """Whether a verb follows the paper of a place: "the Istanbul agreements reached"."""
    named = at > 1 and pieces[at - 1].text in classes("meetings")["deal"]
    return named and (pieces[at - 2].form == "seat" or pieces[at - 2].kind == "name")


def by_deal(look: Look, at: int) -> Mention | None:
    """Read "the agreements reached in Istanbul on 2 June", "the two sides signed a ceasefire on Saturday"."""
    pieces, line, text = look.pieces, look.line, look.pieces[at].text
    if _NO_DEAL.search(line.between(at - 7, at)):
        return None
    if says("meetings", "to be").search(line.between(at - 3, at)) or is_third(look.scene, pieces, max(at - 6, 0), at):
        return None
    signers = joins(look.scene, pieces[max(at - 14, 0) : at]) or _SIGNERS.search(line.between(at - 8, at)) is not None
    of_deal = _deal_before(line.between(at - 10, at), line.between(at - 4, at))
    sure = _SEAT_DEAL.match(line.between(at + 1, at + 3)) is not None and _seat_before(pieces, at)
    sure = sure or (signers and text in ("agreed", "signed") and _OPENS.match(line.text) is not None)
    sure = sure or (
        signers and text == "signed" and says("meetings", "deal").search(line.between(at, at + 9)) is not None
    )
    if not sure and (signers or of_deal) and place_of(look.scene, pieces, at, at):
        sure = _PLACED.match(line.between(at + 1, at + 9)) is not None
    return Mention(look.sentence, at, at, "deal", strong=True) if sure else None
