"""What was done since a day: "since Friday 62 have been released", "24 came back since the truce of Oct. 10"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.transfers.usable import TRIGGERS

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.transfers.act import Act

_REACH = 8
_LONG = 100
"""Up to how many days a stretch says when something was, and is no mere background."""


def since_then(pieces: list[Piece], at: int, act: Act) -> bool:
    """Whether a date says since when something has been done: in the perfect, and not long ago."""
    perfect = any(piece.text in ("has", "have", "had", "'ve") for piece in pieces[act.left : act.at])
    reduced = act.passive and act.left == act.at and pieces[act.at].form in ("ed", "pp")
    if not (perfect or reduced):
        return False
    window = pieces[at].date
    if window is None or window.earliest is None or window.latest is None:
        return False
    if (window.latest - window.earliest).days > _LONG:
        return False
    if pieces[at].text.startswith("since"):
        return window.earliest.day > 1 or "of" not in pieces[at].text.split()
    for back in range(at - 1, max(at - _REACH, -1), -1):
        if pieces[back].text == "since":
            return True
        verbal = pieces[back].kind in TRIGGERS or pieces[back].kind in ("aux", "say", "pron")
        if verbal or pieces[back].text in (",", ";") or pieces[back].text.endswith("ed"):
            return False
    return False
