"""People on their way: "a plane carrying 48 prisoners landed in Marib", "buses with 90 detainees left Ofer prison"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.counted import PEOPLE, Counted

_CARRYING = frozenset(("carrying", "transporting", "with", "bringing", "ferrying", "taking", "bearing", "carried"))
_LEFT = frozenset(
    ("landed", "arrived", "left", "departed", "touched", "reached", "entered", "crossed", "took", "pulled")
)
_LEAVING = frozenset(("land", "arrive", "leave", "depart", "reach", "enter", "cross", "arriving", "leaving"))
_PEOPLE = (*PEOPLE, "")
_BEFORE, _BEHIND = 6, 8


def arrival(pieces: list[Piece], counted: Counted) -> int | None:
    """Return the verb that says where a vehicle came to or left that carried those who are counted; else nothing."""
    if counted.kind not in _PEOPLE or not counted.numbered:
        return None
    before = pieces[max(counted.first - _BEFORE, 0) : counted.first]
    led = bool(before) and before[-1].text in _CARRYING
    if not led or not any(piece.text in group("vehicles") for piece in before):
        return None
    for at in range(counted.last + 1, min(counted.last + _BEHIND, len(pieces))):
        text = pieces[at].text
        if text in _LEFT or text.startswith(("took off", "leave ")):
            return at
        if text in _LEAVING or pieces[at].kind == "modal" or text == ";":
            return None
    return None
