"""Those who stand in a plan that is refused."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece

_FAR, _NEAR = 24, 5


def of_rejected_paper(pieces: list[Piece], at: int) -> bool:
    """Return whether it is what a refused plan holds: "rejected a proposal for a deal that would see five freed"."""
    for back in range(at - 1, max(at - _FAR, -1), -1):
        if pieces[back].text in (";", "but", "while"):
            return False
        if pieces[back].kind == "refuse" and pieces[back].form in ("ed", "past", "s"):
            near = pieces[back + 1 : back + 1 + _NEAR]
            return any(piece.text in group("proposals") or piece.kind == "agreement-noun" for piece in near)
    return False
