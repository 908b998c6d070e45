"""Asides behind a count, whose verb is none of its own: "120 bodies, which Baku says belong to soldiers, were"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.transfers.counted import text_at
from store.reading.transfers.usable import TRIGGERS

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

_OPENING = ("which", "who", "whom", "whose")
_LONGEST = 16
_BEING = ("were", "was", "are", "have", "had", "has", "is")


def past_aside(pieces: list[Piece], at: int) -> int:
    """Return where a sentence goes on behind a relative clause between commas that tells of no handover; else `at`."""
    if text_at(pieces, at) != "," or text_at(pieces, at + 1) not in _OPENING:
        return at
    for ahead in range(at + 2, min(at + _LONGEST, len(pieces) - 1)):
        if pieces[ahead].kind in TRIGGERS:
            return at
        if pieces[ahead].text == ",":
            return ahead + 1 if pieces[ahead + 1].text in _BEING else at
    return at
