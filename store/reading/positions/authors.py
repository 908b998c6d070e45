"""Who speaks in a text that is a statement: whom its "we" and "I" mean."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.positions.stances import word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene

_STATEMENTS = word_set("statement statements remarks declaration communique communiqué address readout letter message")
_ENDS = word_set("on about regarding concerning following after at in")
_VIEWS = word_set(
    "welcomes welcome welcomed condemns condemn urges calls concerned commends congratulates notes reaffirms remains "
    "supports applauds considers pleased expresses deplores reiterates appreciates hails stands"
)
_CALLS = word_set("call meeting conversation talk")
_OFFICES = word_set("department ministry secretariat embassy mission chancellery presidency")
"""Bodies that put their name over what they publish."""
_HEADING = 16
"""A line of more pieces is no heading."""
_FIRST = 6
_OPENING = 3
"""How many sentences of a text may tell that it is a statement."""
_FEW = 40
"""How many pieces of each are looked at."""


def author_of(scene: Scene) -> str | None:
    """Return who speaks in the whole text: the first side of a heading such as "Joint Statement by ..."; None if none.

    Both parties of a conflict speaking together are nobody: what they say of themselves is no position of one of them.
    """
    caller = caller_of(scene)
    if caller is not None:
        return caller
    for number, sentence in enumerate(scene.sentences[:_OPENING]):
        pieces = sentence.pieces[:_FEW]
        place = next((at for at, piece in enumerate(pieces) if piece.text in _STATEMENTS), None)
        if place is None or any(piece.kind in ("say", "aux", "modal") for piece in pieces):
            continue
        if any(piece.text == "in" for piece in pieces[max(place - 3, 0) : place]):
            continue
        after = place + 1 < len(pieces) and pieces[place + 1].text in ("by", "from", "of")
        sides = _sides(pieces[place + 2 :] if after else pieces[:place]) or (
            _opening(scene.sentences[number + 1].pieces) if after and number + 1 < len(scene.sentences) else []
        )
        if sides and not (scene.pair is not None and set(scene.pair) <= set(sides)):
            return sides[0]
    return _welcomer(scene) or _issuer(scene)


def caller_of(scene: Scene) -> str | None:
    """Return who tells of a call or meeting of his own: "Secretary Blinken's Call with President Aliyev"."""
    pieces = scene.sentences[0].pieces[:_FEW] if scene.sentences else []
    for at in range(2, len(pieces) - 1):
        if pieces[at].text in _CALLS and pieces[at + 1].text == "with" and pieces[at - 1].text == "'s":
            sides = [side_of(piece) for piece in pieces[:at] if piece.kind == "actor"]
            return sides[0] if sides else None
    return None


def _welcomer(scene: Scene) -> str | None:
    """Return the side that opens a text with a view of its own and goes on with "we": "The United States welcomes"."""
    if not any(_says_we(sentence.pieces) for sentence in scene.sentences):
        return None
    for sentence in scene.sentences[:_FIRST]:
        pieces = sentence.pieces[:_FEW]
        at = next((at for at, piece in enumerate(pieces[:3]) if piece.kind == "actor"), None)
        if at is None or at + 1 >= len(pieces) or sentence.headline:
            continue
        views = {piece.text for piece in pieces[at + 1 : at + 4]}
        if views & _VIEWS and pieces[at].form != "person":
            return side_of(pieces[at])
    return None


def _issuer(scene: Scene) -> str | None:
    """Return the side whose ministry stands over a text that speaks of "we": "United States Department of State"."""
    if not any(_says_we(sentence.pieces) for sentence in scene.sentences):
        return None
    for sentence in scene.sentences[:_FIRST]:
        pieces = sentence.pieces
        if len(pieces) > _HEADING or any(
            piece.kind in ("say", "aux", "modal", "quote") and piece.text != "state" for piece in pieces
        ):
            continue
        named = [piece for piece in pieces if piece.kind == "actor"]
        office = any(word in _OFFICES for piece in pieces for word in piece.text.split())
        if office and named and len({side_of(piece) for piece in named}) == 1:
            return side_of(named[0])
    return None


def _says_we(pieces: list[Piece]) -> bool:
    """Whether a sentence that nobody is quoted in begins with "we"."""
    return bool(pieces) and pieces[0].text in ("we", "our") and not any(piece.kind == "quote" for piece in pieces)


def _sides(pieces: list[Piece]) -> list[str]:
    """Return the sides of who speaks, before what it is about."""
    found = []
    for piece in pieces:
        if piece.text in _ENDS or (piece.kind in ("word", "name") and piece.text.endswith("ing")):
            break
        if piece.kind == "actor":
            found.append(side_of(piece))
    return found


def _opening(pieces: list[Piece]) -> list[str]:
    """Return the side that a first sentence begins with: "The United States welcomes ..."."""
    return [side_of(piece) for piece in pieces[:2] if piece.kind == "actor"]
