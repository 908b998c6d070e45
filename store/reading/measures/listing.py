"""Lists of what was agreed: "The parties have agreed: (a) to open the road; (b) to withdraw"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.measures.sides import Parties, parties_of
from store.reading.measures.standing import Standing, manner_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene, Sentence

_ITEMS = ("-", "–", "—", "•", "*", "(", "to", "that", "·")


def list_opened(scene: Scene, pieces: Sequence[Piece], at: int, earlier: Parties | None) -> Parties | None:
    """Return who owes the points of a list that a colon opens at a piece; None where nothing in it was agreed."""
    for back in range(at - 1, max(at - 40, -1), -1):
        piece = pieces[back]
        if piece.kind in ("demand", "propose", "refuse", "offer") and piece.form in ("ed", "s", "past"):
            return None
        if piece.kind == "agree" and _agreed(pieces, back):
            return parties_of(scene, pieces, back, at, earlier)
        if piece.kind == "agreement-noun":
            return earlier or Parties()
    return None


def _agreed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb of agreement tells of what was agreed: "we agree to the following steps" is a text that agrees."""
    standing = manner_of(pieces, at, pieces[at].form).standing
    said = pieces[at].form == "base" and at > 0 and pieces[at - 1].text in ("we", "parties", "sides")
    return standing in (Standing.DONE, Standing.OWED) or (standing is Standing.BARE and said)


def list_in(scene: Scene, pieces: Sequence[Piece], at: int, earlier: Parties | None) -> Parties | None:
    """Return who owes what stands at a piece, where a colon before it in the sentence opens a list of results."""
    colon = next((back for back in range(at - 1, max(at - 150, -1), -1) if pieces[back].text == ":"), None)
    return list_opened(scene, pieces, colon, earlier) if colon is not None else None


def goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence is one more point of a list: it begins with a sign, a number or a small letter."""
    first = sentence.timed[0] if sentence.timed else None
    if first is None:
        return False
    return first.text in _ITEMS or first.kind == "number" or scene.article.text[first.start : first.start + 1].islower()
