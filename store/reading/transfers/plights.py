"""People counted by their plight or age, without a noun: "those under 25", "the seriously wounded"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.proposals import Figure
from store.reading.transfers.amounts import amount_at
from store.reading.transfers.bare import LENGTHS
from store.reading.transfers.counted import Counted, qualifier_behind, text_at

_AGE_WORDS = frozenset(("under", "the", "age", "of", "aged", "younger", "than", "below", "over", "between"))
_HURT = frozenset(("wounded", "injured", "sick", "ill", "elderly", "young", "youngest", "disabled", "maimed"))
"""Words that stand for people where no noun follows them."""
_HOW = frozenset(("seriously", "severely", "gravely", "critically", "badly", "heavily", "most", "very"))
_JOINING = ("and", "or", ",")


def those_at(pieces: list[Piece], index: int, before: list[Counted]) -> Counted | None:
    """Read "those under the age of 25" as more of what was counted before."""
    qualifier = qualifier_behind(pieces, index) if before else None
    if qualifier is None:
        return None
    last = index
    while text_at(pieces, last + 1) in _AGE_WORDS:
        last += 1
    last = min(last + 1, len(pieces) - 1)
    return Counted(index, last, before[-1].unit, before[-1].kind, Figure(comparator="all"), qualifier=qualifier)


def held_ones_at(pieces: list[Piece], index: int) -> Counted | None:
    """Read "all those detained", "those still held": people by how they are held."""
    at = index + 1
    while text_at(pieces, at) in ("who", "are", "were", "still", "being", "currently", "have", "been"):
        at += 1
    if text_at(pieces, at) not in group("detained"):
        return None
    everyone = text_at(pieces, index - 1) == "all"
    figure = Figure(comparator="all" if everyone else "=")
    return Counted(index - everyone, at, "detainee", "prisoners", figure, qualifier=pieces[at].text, numbered=everyone)


def hurt_at(pieces: list[Piece], index: int) -> Counted | None:
    """Read "the seriously wounded", "the sick and the wounded" as people, where no noun follows."""
    at, which = index + 1, list[str]()
    while text_at(pieces, at) in _HURT | _HOW or (which and text_at(pieces, at) in ("and", "or", ",", "the")):
        which.append(pieces[at].text)
        at += 1
    while which and which[-1] not in _HURT:
        which.pop()
        at -= 1
    if not which or (at < len(pieces) and pieces[at].kind in ("unit", "word", "name", "role", "actor", "number")):
        return None
    everyone = text_at(pieces, index - 1) == "all" or "all for all" in " ".join(piece.text for piece in pieces)
    figure = Figure(comparator="all" if everyone else "=")
    said = " ".join(word for word in which if word != "the")
    return Counted(index, at - 1, "prisoner", "prisoners", figure, qualifier=said, numbered=everyone)


def held_at(pieces: list[Piece], index: int) -> Counted | None:
    """Read people by how they are held: "four former members of Congress, held hostage since 2001"."""
    if text_at(pieces, index + 1).rstrip("s") in LENGTHS:
        return None
    for ahead in range(index + 1, min(index + 9, len(pieces) - 1)):
        if pieces[ahead].text in ("held", "taken") and pieces[ahead + 1].text in ("hostage", "captive"):
            kind = ("hostage", "hostages") if pieces[ahead + 1].text == "hostage" else ("prisoner", "prisoners")
            first, figure = amount_at(pieces, index, 0)
            owner = next((side_of(piece) for piece in pieces[index + 1 : ahead] if piece.kind == "actor"), None)
            return Counted(first, ahead + 1, *kind, figure, owner)
        if pieces[ahead].kind not in ("word", "role", "name", "actor") and pieces[ahead].text not in (
            "of",
            ",",
            "who",
            "were",
        ):
            return None
    return None
