"""How many: a number with the words that qualify it ("at least", "about", "20 to 30", "1,000 for 1,000")."""

from __future__ import annotations

from store.reading.grammar.groups import comparators
from store.reading.grammar.piece import Piece
from store.reading.proposals import Figure

_RANGES = ("to", "-", "–", "and", "or")


def amount_at(pieces: list[Piece], at: int, floor: int) -> tuple[int, Figure]:
    """Read the number at a place with what qualifies it; return its first piece, not before `floor`, and the figure."""
    value = pieces[at].value
    number = value if isinstance(value, int) else None
    first, high = at, None
    other = pieces[at - 2] if at - 2 >= floor and pieces[at - 2].kind == "number" else None
    if other is not None and number is not None and isinstance(other.value, int):
        if pieces[at - 1].text == "for" and other.value == number:
            return at - 2, Figure(number, per="each")
        if _is_range(pieces, at, floor) and other.value < number:
            first, number, high = at - 2, other.value, number
    comparator = pieces[at].form or "="
    first, said = _qualified(pieces, first, floor)
    comparator = said or comparator
    if high is not None and comparator == "=":
        comparator = "~"
    return first, Figure(number, comparator, high=high)


def _is_range(pieces: list[Piece], at: int, floor: int) -> bool:
    """Whether two numbers are the ends of one: "20 to 30", "between 20 and 30"."""
    joined = pieces[at - 1].text
    if joined == "and":
        return at - 3 >= floor and pieces[at - 3].text == "between"
    return joined in _RANGES


def _qualified(pieces: list[Piece], first: int, floor: int) -> tuple[int, str | None]:
    """Return where the words before a number begin that qualify it, and the sign for them."""
    for size in (4, 3, 2, 1):
        words = " ".join(piece.text for piece in pieces[max(first - size, floor) : first])
        if words in comparators():
            return first - size, comparators()[words]
    return first, None
