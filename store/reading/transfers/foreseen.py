"""What a deal "would see" done: owed, or proposed where the deal is only talked about."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.act import CLAUSE_ENDS, FARTHEST_BEFORE, FARTHEST_BEHIND, Act
from store.reading.transfers.counted import Counted

_SEEING = frozenset(("see", "have", "make", "let", "oblige", "require", "envisage"))
"""Verbs that another verb hangs on with its own subject: "would see the rebels free them"."""


def seen(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "the deal would see 33 hostages released": owed, or proposed where the deal is only talked about."""
    before = {piece.text for piece in pieces[max(counted.first - FARTHEST_BEFORE, 0) : counted.first]}
    if "see" not in before or not before & {"would", "will", "to"}:
        return None
    for at in range(counted.last + 1, min(counted.last + FARTHEST_BEHIND, len(pieces))):
        piece = pieces[at]
        if piece.kind in ("give-verb", "exchange-verb") and piece.form in ("ed", "pp"):
            act = Act(at, piece.kind.partition("-")[0], "owed", "announced", passive=True, left=at, why="")
            return owed_or_proposed(act, pieces, counted.first)._replace(why=f"see {piece.text}")
        if piece.text in CLAUSE_ENDS or piece.kind == "modal":
            return None
    return None


def is_foreseen(pieces: list[Piece], at: int) -> bool:
    """Whether a bare verb hangs on "see", to come: "the deal would see the rebels free 10 hostages"."""
    if pieces[at].form not in ("", "base"):
        return False
    before = [piece.text for piece in pieces[max(at - FARTHEST_BEFORE, 0) : at]]
    for place in range(len(before) - 1, 0, -1):
        if before[place] in _SEEING:
            return bool({"would", "will", "to", "could", "should"} & set(before[max(place - 3, 0) : place]))
        if before[place] in CLAUSE_ENDS:
            return False
    return False


def owed_or_proposed(act: Act, pieces: list[Piece], first: int) -> Act:
    """Take an act as to come: proposed where the deal is only talked about before a piece, else owed."""
    before = {piece.text for piece in pieces[max(first - FARTHEST_BEFORE, 0) : first]}
    talked = before & (group("proposals") | {"discussed", "proposed"})
    return act._replace(status="proposed" if talked else "owed", modality="proposed" if talked else "announced")
