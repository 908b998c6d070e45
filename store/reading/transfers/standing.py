"""How a count stands in its sentence: as subject of another verb, as those who suffered, as those who only exist."""

from __future__ import annotations

from store.reading.grammar.piece import Piece
from store.reading.transfers.counted import Counted

_SUFFERERS = frozenset(("against", "between", "among", "amongst", "toward", "towards"))
"""What leads to those who suffered something, and were not handed over: "attacks against civilians"."""
_BEING = ("is", "are", "was", "were", "be", "been", "remain", "remained")
_PERHAPS = frozenset(("possibly", "perhaps", "presumably", "probably", "maybe", "allegedly"))
_NEAR = 6


def are_sufferers(pieces: list[Piece], counted: Counted) -> bool:
    """Whether something was done against them: "attacks against civilians"."""
    plain = not counted.numbered and not counted.qualifier and counted.first > 0
    if plain and pieces[counted.first - 1].text in (*_SUFFERERS, "by"):
        return True
    led = counted.first - 1 - (pieces[counted.first - 1].text == "the") if counted.first > 1 else 0
    return led > 1 and pieces[led].text == "to" and pieces[led - 1].kind == "word" and pieces[led - 2].kind == "word"


def only_exist(pieces: list[Piece], counted: Counted) -> bool:
    """Whether it says only that they are there, or may be such: "there are 104 left", "possibly a hostage"."""
    before = [piece.text for piece in pieces[max(counted.first - 3, 0) : counted.first]]
    if before[-1:] and before[-1] in _PERHAPS:
        return True
    there = "there" in before and before[-1] in (*_BEING, "still", "only", "some", "about")
    behind = pieces[counted.last + 1] if counted.last + 1 < len(pieces) else None
    return there and (behind is None or behind.kind not in ("give-verb", "exchange-verb"))


def is_subject(pieces: list[Piece], counted: Counted) -> bool:
    """Whether they do something else: "released 62 hostages, and 117 prisoners, women and minors, have left"."""
    at = counted.last + 1
    if at < len(pieces) and pieces[at].text == ",":
        at = next((place + 1 for place in range(at + 1, min(at + _NEAR, len(pieces))) if pieces[place].text == ","), at)
    perfect = at + 1 < len(pieces) and pieces[at].text in ("have", "has", "had")
    return perfect and pieces[at + 1].kind in ("word", "back-verb")


def has_own_verb(pieces: list[Piece], counted: Counted) -> bool:
    """Whether something else is told of them: "eight have been rescued"."""
    behind = pieces[counted.last + 1 : counted.last + 6]
    at = next((place for place, piece in enumerate(behind) if piece.kind not in ("aux", "not")), 0)
    return at > 0 and behind[at].kind == "word" and behind[at].text.endswith("ed")
