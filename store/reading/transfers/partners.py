"""What is given in return: "freed in exchange for two soldiers", "were handed over for 15 prisoners"."""

from __future__ import annotations

from store.reading.grammar.piece import Piece
from store.reading.transfers.counted import Counted, text_at

_REACH = 8
"""How many pieces before a count "in exchange for" may stand."""
_LEADS = (
    ["in", "exchange", "for"],
    ["in", "return", "for"],
    ["in", "a", "swap", "for"],
    ["as", "part", "of", "a", "swap", "for"],
)


def in_return(pieces: list[Piece], counted: Counted) -> int | None:
    """Return the piece with which "in exchange for" begins, of what was given for what is counted; else nothing."""
    floor = max(counted.first - _REACH, 0)
    before = [piece.text for piece in pieces[floor : counted.first]]
    for at in range(len(before)):
        lead = next((lead for lead in _LEADS if before[at : at + len(lead)] == lead), None)
        if lead is not None and _is_open(pieces[floor + at + len(lead) : counted.first]):
            return floor + at
    return None


def _is_open(between: list[Piece]) -> bool:
    """Whether nothing stands between that was given itself: "in exchange for Krasikov - five Germans"."""
    return not any(
        piece.kind == "name"
        or (piece.kind.endswith("-verb") and piece.form == "ing")
        or piece.text in ("-", "–", "—", ":", ";", "(")
        for piece in between
    )


def goes_back(pieces: list[Piece], counted: Counted, before: Counted | None) -> bool:
    """Whether those counted went the other way: "706 were released, and 181 went free in return"."""
    if before is None or not before.numbered:
        return False
    words = [piece.text for piece in pieces]
    clause = range(counted.last + 1, len(words) - 1)
    end = next((at for at in clause if words[at] in (";", ".") or pieces[at].kind == "number"), len(words))
    between = words[before.last + 1 : counted.first]
    told = any(words[at : at + 2] in (["in", "return"], ["in", "exchange"]) for at in range(counted.last + 1, end - 1))
    own = any(piece.kind.endswith("-verb") for piece in pieces[counted.last + 1 : end])
    led = words[counted.last + 1 : counted.last + 3] in (["in", "return"], ["in", "exchange"])
    closed = not any(words[at : at + 3] in (["in", "return", "for"], ["in", "exchange", "for"]) for at in range(end))
    return told and closed and ("and" in between or "while" in between) and (own or led)


def paid_for(pieces: list[Piece], counted: Counted, act: int) -> bool:
    """Whether it is what was given for what a verb governs: "handed over for 15 soldiers", "gives up X for 20"."""
    if text_at(pieces, counted.first - 1) == "for" and 0 < counted.first - act <= 3:
        return True
    return traded_for(pieces, counted, act)


def traded_for(pieces: list[Piece], counted: Counted, act: int) -> bool:
    """Whether somebody named was given for those counted and others: "gives up X for five commanders and 20 more"."""
    at = next((place for place in range(counted.first - 1, act, -1) if pieces[place].text == "for"), None)
    if at is None or counted.first - act > _REACH or text_at(pieces, at - 1) in ("exchange", "return"):
        return False
    one = any(piece.kind == "name" for piece in pieces[act + 1 : at])
    plain = all(piece.kind in ("name", "actor", "role", "word") for piece in pieces[act + 1 : at])
    more = pieces[at + 1 : counted.first]
    joined = bool(more) and (more[-1].text == "and" and len(more) > 1 and more[-2].kind in ("role", "unit", "name"))
    return one and plain and joined
