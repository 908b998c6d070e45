"""A count that a later sentence takes up: "Five soldiers were seized in May. They were freed on Friday"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.groups import group
from store.reading.transfers.counted import Counted

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence

_NEXT = 2
"""Over how many sentences a count is taken up."""
_OPENING = 8
"""Within how many pieces of its beginning a sentence names those whom it goes on about."""
_PEOPLE = frozenset(("prisoners", "soldiers", "hostages", "persons", "civilians", "children"))
_KILLED = frozenset(("killed", "dead", "died", "wounded", "injured", "killing", "deaths", "casualties", "arrested"))


class Held(NamedTuple):
    """A count of which its own sentence did not say that it was handed over."""

    counted: Counted
    place: int
    """Which sentence of the article says it."""


def held_over(sentence: Sentence, counted: Counted) -> Held | None:
    """Return a count that a later sentence may take up; None where it is no count of people, or they are dead."""
    words = {piece.text for piece in sentence.pieces}
    captive = counted.kind in ("prisoners", "hostages") or bool(words & (group("captures") | group("held")))
    usable = counted.numbered and counted.kind in _PEOPLE and captive and not counted.partial and not words & _KILLED
    return Held(counted, sentence.place) if usable and counted.figure.value is not None else None


def taken_up(sentence: Sentence, held: Held | None) -> Counted | None:
    """Return the count for which "they" or "the men" stands near the beginning of a sentence; else nothing."""
    if held is None or not 0 < sentence.place - held.place <= _NEXT:
        return None
    for at, piece in enumerate(sentence.pieces[:_OPENING]):
        if piece.text == "they" or (piece.text in ("all", "both") and _text(sentence.pieces, at + 1) in ("of", "were")):
            return held.counted._replace(first=at, last=at, owner=held.counted.owner)
        if piece.text == "the" and _text(sentence.pieces, at + 1) in group("taken up"):
            return held.counted._replace(first=at, last=at + 1)
        if piece.kind in ("say", "give-verb", "exchange-verb", "receive-verb"):
            return None
    return None


def _text(pieces: list[Piece], at: int) -> str:
    return pieces[at].text if at < len(pieces) else ""
