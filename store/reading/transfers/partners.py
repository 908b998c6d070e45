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


def paid_for(pieces: list[Piece], counted: Counted, act: int) -> bool:
    """Whether it is what was given for what a verb governs: "were handed over for 15 Russian soldiers"."""
    return text_at(pieces, counted.first - 1) == "for" and 0 < counted.first - act <= 3
