"""Those of whom nothing of the trade is told: who only suffer something, only exist, or stand in a refused plan."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.counted import Counted

_SUFFERERS = frozenset(("against", "between", "among", "amongst", "toward", "towards"))
"""What leads to those who suffered something, and were not handed over: "attacks against civilians"."""
_BEING = ("is", "are", "was", "were", "be", "been", "remain", "remained")
_PERHAPS = frozenset(("possibly", "perhaps", "presumably", "probably", "maybe", "allegedly"))
_FAR, _NEAR = 24, 5


def are_sufferers(pieces: list[Piece], counted: Counted) -> bool:
    """Return whether something was done against them: "attacks against civilians"."""
    plain = not counted.numbered and not counted.qualifier and counted.first > 0
    if plain and pieces[counted.first - 1].text in (*_SUFFERERS, "by"):
        return True
    led = counted.first - 1 - (pieces[counted.first - 1].text == "the") if counted.first > 1 else 0
    return led > 1 and pieces[led].text == "to" and pieces[led - 1].kind == "word" and pieces[led - 2].kind == "word"


def only_exist(pieces: list[Piece], counted: Counted) -> bool:
    """Return whether it says only that they are there, or may be such: "there are 104 left", "possibly a hostage"."""
    before = [piece.text for piece in pieces[max(counted.first - 3, 0) : counted.first]]
    if before[-1:] and before[-1] in _PERHAPS:
        return True
    there = "there" in before and before[-1] in (*_BEING, "still", "only", "some", "about")
    behind = pieces[counted.last + 1] if counted.last + 1 < len(pieces) else None
    return there and (behind is None or behind.kind not in ("give-verb", "exchange-verb"))


def of_rejected_paper(pieces: list[Piece], at: int) -> bool:
    """Return whether it is what a refused plan holds: "rejected a proposal for a deal that would see five freed"."""
    for back in range(at - 1, max(at - _FAR, -1), -1):
        if pieces[back].text in (";", "but", "while"):
            return False
        if pieces[back].kind == "refuse" and pieces[back].form in ("ed", "past", "s"):
            near = pieces[back + 1 : back + 1 + _NEAR]
            return any(piece.text in group("proposals") or piece.kind == "agreement-noun" for piece in near)
    return False
