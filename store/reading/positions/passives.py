"""Who does what a passive says, and whether a participle is passive: "was rejected by Hamas"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.positions.holders import CUTS, SKIPPED, Held
from store.reading.positions.stances import word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

_BE = word_set("be been being is are was were")
_SOME = word_set("some many several critics others members people")


def by_whom(pieces: list[Piece], verb: int) -> Held | None:
    """Return who does what a passive says: "was rejected by Hamas"."""
    for at in range(verb + 1, min(verb + 12, len(pieces))):
        if pieces[at].text in CUTS or pieces[at].text == ",":
            return None
        if pieces[at].text == "by":
            for near in range(at + 1, min(at + 5, len(pieces))):
                if pieces[near].kind == "actor":
                    return Held(side_of(pieces[near]), near)
                if pieces[near].text in _SOME or (pieces[near].kind == "prep" and pieces[near].text != "of"):
                    break
            return None
    return None


def passive(pieces: list[Piece], verb: int) -> bool:
    """Whether a participle is passive: "has been rejected", "the plan rejected by Kyiv"."""
    at = verb - 1
    while at >= 0 and (
        pieces[at].kind in ("aux", "not") or pieces[at].text in SKIPPED or pieces[at].text.endswith("ly")
    ):
        if pieces[at].text in _BE:
            return True
        at -= 1
    return verb + 1 < len(pieces) and pieces[verb + 1].text == "by"
