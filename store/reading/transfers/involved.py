"""Counts that a noun of the trade governs over another verb: "the swap will involve 150", "helps secure a release"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.transfers.act import Act
from store.reading.transfers.counted import PEOPLE, Counted, text_at

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

_HOLDING = frozenset(("involve", "include", "cover", "comprise", "encompass", "concern"))
_NOW = frozenset(("involves", "includes", "covers", "comprises", "encompasses", "concerns"))
_BEFORE = frozenset(("involved", "included", "covered", "comprised", "encompassed", "concerned"))
_AROUND = frozenset(
    ("will", "would", "shall", "is", "are", "expected", "due", "set", "to", "also", "likely", "reportedly")
)
_TO_COME = frozenset(("will", "would", "shall", "to"))
_REACH, _NEAR = 6, 10
BRINGING = frozenset(("helps", "facilitates", "secures", "wins", "oversees", "completes", "assists"))
"""What tells in the present that a release took place, where its number is told too."""


def involved(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "the swap will involve 150 prisoners from each side": owed, or done where it "involved" them."""
    if counted.kind not in PEOPLE or not counted.numbered:
        return None
    at = next((back for back in range(counted.first - 1, max(counted.first - 3, 0), -1) if _holds(pieces, back)), None)
    if at is None:
        return None
    back = at - 1
    while back >= 0 and pieces[back].text in _AROUND:
        back -= 1
    noun = pieces[back] if back >= 0 else None
    if noun is None or not (noun.kind.startswith("exchange") or noun.kind == "give-noun") or at - back > _REACH:
        return None
    if not back or pieces[back - 1].kind not in ("word", "name", "date", "number", "'s"):
        return None
    ahead = {piece.text for piece in pieces[back + 1 : at]} & _TO_COME
    why = " ".join(piece.text for piece in pieces[back : at + 1])
    done = pieces[at].text in _BEFORE and not ahead
    if not done and not ahead:
        return None
    status, modality = ("done", "") if done else ("owed", "expected")
    return Act(at, "exchange" if noun.kind.startswith("exchange") else "give", status, modality, True, back, why)


def _holds(pieces: list[Piece], at: int) -> bool:
    return pieces[at].text in _HOLDING or pieces[at].text in _NOW or pieces[at].text in _BEFORE


def brought_about(pieces: list[Piece], counted: Counted, at: int) -> bool:
    """Whether somebody brings a counted release about, as a headline tells: "Qatar helps secure release of five"."""
    if not counted.numbered or counted.figure.value is None or at > counted.first:
        return False
    for back in range(at - 1, max(at - _NEAR, -1), -1):
        if pieces[back].text in BRINGING:
            to_be = text_at(pieces, back - 1) in ("to", "who", "which", "that")
            usual = any(piece.text in ("every", "annually", "often", "usually") for piece in pieces)
            open_yet = any(piece.kind in ("modal", "not", "agreement-noun") for piece in pieces[:at])
            return not (to_be or usual or open_yet)
        if pieces[back].text in (",", ";", ":", "efforts", "bid", "talks"):
            return False
    return False
