"""Whom words of asking and accusing are addressed to: the other party, friends, or each other."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.positions.holders import Held
from store.reading.positions.stances import word_set
from store.reading.positions.stand import Stand
from store.reading.positions.topics import clause_end, content_words, topic_after
from store.reading.proposals import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.positions.stances import Mark

_FRIENDS = word_set(
    "partners allies west western world community nations countries mediators guarantors capitals "
    "public people citizens residents supporters voters everyone"
)
_BOTH = word_set("sides parties both two they countries rivals neighbours neighbors foes armies")
_TRADED = word_set("traded trade trading exchanged exchange swapped mutual")
_ADDRESSED = 9
"""Within how many pieces around a word of asking stands who is asked, or who asks."""


def urges(pieces: list[Piece], mark: Mark, holder: str, pair: tuple[str, str] | None) -> bool:
    """Whether a party only urges: it calls on somebody, or asks others than the other party for something."""
    if mark.words.startswith("call") and mark.words.endswith((" on", " upon")):
        return True
    after = pieces[mark.last + 1 : mark.last + _ADDRESSED]
    to = next((at for at, piece in enumerate(after) if piece.text == "to"), None)
    if to is None or pair is None:
        return False
    asked = {side_of(piece) for piece in after[:to] if piece.kind == "actor"}
    friends = any(piece.text in _FRIENDS for piece in after[:to])
    return (bool(asked) or friends) and not asked & (set(pair) - {holder})


def each_other(pieces: list[Piece], mark: Mark, pair: tuple[str, str] | None) -> bool:
    """Whether both parties accuse one another: "both sides accused each other of breaking the truce"."""
    after = " ".join(piece.text for piece in pieces[mark.last + 1 : mark.last + 3])
    before = pieces[max(mark.first - _ADDRESSED, 0) : mark.first]
    traded = mark.noun and any(piece.text in _TRADED for piece in before[-2:])
    if pair is None or not (traded or after.startswith(("each other", "one another"))):
        return False
    named = {side_of(piece) for piece in before if piece.kind == "actor"}
    return any(piece.text in _BOTH for piece in before) or set(pair) <= named


def mutual(sentence: Sentence, mark: Mark, scene: Scene) -> Iterator[Stand]:
    """Yield the accusation that both parties make, once for each."""
    text, pieces = scene.article.text, sentence.pieces
    last = mark.last if mark.noun else min(mark.last + 2, len(pieces) - 1)
    topic = topic_after(text, pieces, mark._replace(last=last))
    end = clause_end(text, pieces, mark.last + 1)
    for side in scene.pair or ():
        if content_words(topic):
            yield Stand(sentence, Position(side, "accuse", topic), mark, Held(side, mark.first), None, end)


def of_people(piece: Piece) -> bool:
    """Whether a name is that of people, not of a side: "Ukrainians"."""
    return piece.kind == "actor" and piece.text.endswith("ns") and piece.text != side_of(piece).casefold()


def names(pieces: list[Piece], side: str) -> bool:
    """Whether what follows a verb begins with a side."""
    return any(piece.kind == "actor" and side_of(piece) == side for piece in pieces[:2])
