"""Where a count of remains ends: "the bodies of 120 dead", "the remains of 19 out of 28"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.transfers.counted import text_at

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

_DEAD = frozenset(("dead", "fallen", "deceased", "slain", "killed"))
_BEHIND = frozenset(("punct", "each", "prep", "conj", "aux", "modal"))
_REACH = 6


def whole_behind(pieces: list[Piece], at: int) -> int:
    """Return where "of the 28 hostages", "out of 28" ends, which says of how many a number is a part; else the number.

    The dead, who are no people's name, belong to their number: "the bodies of 120 dead".
    """
    if text_at(pieces, at + 1) in _DEAD:
        return at + 1
    begin = at + 1 + (text_at(pieces, at + 1) == "out")
    if text_at(pieces, begin) != "of" or (begin == at + 1 and text_at(pieces, begin + 1) != "the"):
        return at
    ahead = range(begin + 1, min(begin + 1 + _REACH, len(pieces)))
    unit = next((place for place in ahead if pieces[place].kind == "unit"), at)
    number = next((place for place in ahead if pieces[place].kind == "number"), None)
    if number is not None and text_at(pieces, number + 1) in (",", ".", ";", ""):
        return number
    return unit


def ends_count(pieces: list[Piece], at: int) -> bool:
    """Whether a number behind "the remains of" counts them, and has no other noun behind it."""
    if at + 1 >= len(pieces):
        return True
    following = pieces[at + 1]
    if following.text in _DEAD:
        return at + 2 >= len(pieces) or pieces[at + 2].kind in _BEHIND
    if (following.text, text_at(pieces, at + 2)) == ("out", "of"):
        return True
    people = following.kind == "actor" and following.text.endswith("s")
    return people or following.text == "others" or following.kind in ("punct", "each", "prep", "conj")
