"""How many a measure moves or opens: "150 fighters from each side", "two of the five positions", "600 trucks a day"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.measures.grammar import group
from store.reading.proposals import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.measures.measure import Telling
    from store.reading.measures.words import Spot

_COMPARATORS = {
    "about": "~",
    "some": "~",
    "around": "~",
    "approximately": "~",
    "roughly": "~",
    "over": ">",
    "than": ">",
    "least": ">=",
    "nearly": "<~",
    "almost": "<~",
    "to": "<=",
}


def amount_near(telling: Telling, spot: Spot, last: int, *, access: bool) -> tuple[Figure, str | None]:
    """Return how many, and of what: right behind the verb, or of what stands before it; nothing without a number."""
    pieces = telling.sentence.timed
    for at in range(spot.last + 1, min(max(last, spot.last + 3) + 1, len(pieces))):
        piece = pieces[at]
        if piece.kind == "number" and isinstance(piece.value, int):
            return _counted(pieces, at)
        if piece.text in ("to", "by", "in", "until", "for", "with", ",", "(", ";", "and") or piece.kind == "date":
            break
    low = max(spot.first - 12, 0)
    floor = max((at + 1 for at in range(low, spot.first) if pieces[at].text in (";", ":", ")")), default=low)
    each = next((at for at in range(floor, spot.first) if pieces[at].kind == "number" and _each(pieces, at)), None)
    if each is not None:
        figure, unit = _counted(pieces, each)
        return figure._replace(per="each"), unit or "person"
    before = [
        at
        for at in range(floor, spot.first)
        if not access and pieces[at].kind == "number" and isinstance(pieces[at].value, int)
    ]
    return _counted(pieces, before[-1]) if before and _people(pieces, before[-1]) else (Figure(), None)


def _each(pieces: Sequence[Piece], at: int) -> bool:
    words = " ".join(piece.text for piece in pieces[at + 1 : at + 4])
    return words.startswith(("from each side", "on each side", "each", "from each", "per side", "a side", "by each"))


def _people(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number counts people or arms: a unit follows it closely."""
    return any(piece.kind == "unit" for piece in pieces[at + 1 : at + 4])


def _counted(pieces: Sequence[Piece], at: int) -> tuple[Figure, str | None]:
    value = pieces[at].value
    following = pieces[at + 1 : at + 8]
    if (
        not isinstance(value, int)
        or not following
        or following[0].text in group("times")
        or following[0].text in ("-", "%", "/")
    ):
        return Figure(), None
    comparator = _COMPARATORS.get(pieces[at - 1].text, "=") if at else "="
    return Figure(value, comparator, per="one_way"), _unit(following)


def _unit(following: Sequence[Piece]) -> str | None:
    """Return in the singular what a number counts: "two of the five hilltop positions" are positions."""
    noun: Piece | None = None
    for piece in following:
        if piece.kind == "unit":
            unit = str(piece.value[0])  # type: ignore[index]  # a unit holds its name and its kind
            return "person" if unit in ("soldier", "person") else unit
        if piece.kind in ("aux", "modal", "punct", "date", "conj", "say") or piece.text in (
            "in",
            "from",
            "to",
            "by",
            "on",
            "for",
            "that",
            "it",
            "they",
        ):
            break
        if piece.kind in ("word", "name", "offer"):
            noun = piece
    return _singular(noun.text) if noun is not None else None


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
