"""What was handed over without a number: "the exchange took place on Thursday", "those freed on Saturday"."""

from __future__ import annotations

from store.reading.grammar.piece import Piece
from store.reading.proposals import Figure
from store.reading.transfers.act import Act
from store.reading.transfers.acts import act_at
from store.reading.transfers.counted import Counted
from store.reading.transfers.nounal import is_noun
from store.reading.transfers.usable import LISTED_ONLY

_THEY = frozenset(("they", "those", "them"))
_NEAR = 6
"""How many pieces before a verb those may be named whom it goes on about."""


def unnumbered_exchange(pieces: list[Piece]) -> tuple[Counted, Act] | None:
    """Return the exchange that a sentence speaks of as an event, without what was exchanged: it may say its day."""
    for at, piece in enumerate(pieces):
        if piece.kind.startswith("exchange") and is_noun(pieces, at) and (not at or pieces[at - 1].text != "in"):
            nothing = Counted(at, at, "prisoner", "prisoners", Figure(), numbered=False)
            return nothing, act_at(pieces, at, nothing)
    return _unnumbered_release(pieces)


def _unnumbered_release(pieces: list[Piece]) -> tuple[Counted, Act] | None:
    """Return what a sentence says of those who were counted before: "those freed on Saturday", "they left jail"."""
    for at, piece in enumerate(pieces):
        told = piece.kind in ("give-verb", "back-verb") and piece.form in ("ed", "pp", "past")
        place = next((back for back in range(at - 1, max(at - _NEAR, -1), -1) if pieces[back].text in _THEY), None)
        if told and place is not None and str(piece.value) not in LISTED_ONLY:
            nothing = Counted(place, place, "prisoner", "prisoners", Figure(), numbered=False)
            return nothing, act_at(pieces, at, nothing)
    return None
