"""Whether a deal is only aimed at, and not made: "efforts to reach a deal", "closer to a truce"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece

_REACH = 14
"""How many pieces before a deal what aims at it is looked for."""
_NEAR = 4
_SEEKING = frozenset(
    (
        "effort", "efforts", "push", "bid", "bids", "attempt", "attempts", "try", "tries", "tried", "trying",
        "pressure", "pressured", "opportunity", "chance", "path", "onus", "toward", "towards", "closer", "nearing",
        "progress",
        "prospect", "prospects", "hopes", "struggling", "struggled", "aimed", "aiming", "aim", "seeking", "sought",
        "urge", "urged", "urges", "urging", "implore", "demanded", "demanding", "demands", "need", "needs", "pursue",
        "pursuing", "unable", "failed", "pressing",
    )
)  # fmt: skip
"""Words for what is not reached yet."""
_REACHING = (
    "reach",
    "achiev",
    "secur",
    "finali",
    "clinch",
    "broker",
    "negotiat",
    "strik",
    "forg",
    "conclud",
    "seal",
    "accept",
)
"""How verbs begin whose object is a deal to be made, as gerunds and infinitives."""
_MADE = frozenset(("after", "since", "by", "upon", "following", "in", "for"))
"""Behind which a gerund tells what was done: "after reaching a deal"."""
_UNMADE = frozenset(("prospective", "emerging", "elusive", "potential", "possible", "proposed", "any", "eventual"))
_TALKS = frozenset(("talks", "negotiations", "discussions", "talk", "discussion"))
_DONE = frozenset(("agreed", "signed", "reached", "struck", "accepted", "approved", "concluded", "sealed", "under"))


def is_aimed_at(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether what stands at a piece, a deal or a truce, is one that somebody only wants or works for."""
    if any(piece.text in _UNMADE for piece in pieces[max(at - _NEAR, 0) : at]) or is_discussed(pieces, at):
        return True
    for back in range(at - 1, max(at - _REACH, -1), -1):
        piece = pieces[back]
        if piece.text in _DONE or piece.text in (";", "but", "while"):
            return False
        if piece.text.startswith(_REACHING) and piece.form != "ed" and not piece.text.endswith("ed"):
            before = pieces[back - 1] if back else None
            if piece.text.endswith("ing") and (before is None or before.text not in _MADE):
                return True
            if before is not None and before.text == "to" and not (back > 1 and pieces[back - 2].kind == "agree"):
                return True
        on = back + 1 < len(pieces) and pieces[back + 1].text in ("on", "over", "about", "for", "to")
        if piece.text in _SEEKING or (piece.text in _TALKS and on):
            return True
    return False


def _in_view(words: str) -> bool:
    return "on the table" in words or "in sight" in words


def is_discussed(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a deal is said to be discussed still: "the deal being discussed", "the deal now on the table"."""
    words = [piece.text for piece in pieces[at + 1 : at + 6]]
    return words[:2] in (["being", "discussed"], ["under", "discussion"]) or _in_view(" ".join(words))
