"""Who meets: the sides of a conflict, their leaders, or one side alone."""

from __future__ import annotations

import re
from itertools import pairwise

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes, says
from store.reading.grammar.sides import side_of

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look

_TITLES = frozenset(("president", "presidents", "minister", "premier", "chancellor", "king", "emir", "leader"))
_NOT_IN_OFFICE = frozenset(
    ("vice", "former", "ex-president", "deputy", "foreign", "defence", "defense", "interior", "ex")
)
_MINISTER = re.compile(
    r"\b(?:secretary|minister|ambassador|president|envoy|counterpart|premier|chancellor|commissioner|emir|king|prince)\b"
)
_NEGOTIATES = re.compile(r"\b(?:talks|negotiat\w+|rounds?|delegations?|mediat\w+|truce)\b")
_ENDS = frozenset((".", ";", ",", "on", "in", "at", "to", "after", "following", "before", "during", "for", "ahead"))
_LEFT, _RIGHT = 11, 9
_TWO = 2
_PAUSES = frozenset((";", ".", "that", "said"))


def leaders_near(pieces: list[Piece], first: int, at: int) -> int:
    """Return how many leaders of states are named about a meeting, by name or by title and name."""
    found: set[str] = set()
    for place in range(max(first - _LEFT, 0), min(at + _RIGHT, len(pieces))):
        if leaders_near_at(pieces, place):
            found.add(pieces[place].text.split()[-1])
    return len(found)


def leaders_joined(pieces: list[Piece], first: int, at: int) -> bool:
    """Return whether two leaders named side by side are those who talk: "X and Y are to hold talks"."""
    for low, high in ((max(first - _LEFT, 0), first), (at + 1, min(at + 8, len(pieces)))):
        named = [place for place in range(low, high) if leaders_near_at(pieces, place)]
        for one, other in pairwise(named):
            words = {piece.text for piece in pieces[one + 1 : other]}
            near = high == first or "between" in {piece.text for piece in pieces[low:one]}
            if near and other - one <= _RIGHT and "and" in words and _PAUSES.isdisjoint(words):
                return True
    return False


def leaders_near_at(pieces: list[Piece], place: int) -> bool:
    """Return whether a piece names a leader."""
    word = pieces[place].text.split()[-1]
    known = word in classes("meetings")["heads of state"] and word.isalpha()
    return known or (pieces[place].kind in ("name", "actor") and _titled(pieces, place))


def _titled(pieces: list[Piece], place: int) -> bool:
    """Whether a name follows the title of a leader."""
    before = [piece.text for piece in pieces[max(place - 3, 0) : place]]
    title = before and (before[-1] in _TITLES or (before[-1].split()[-1] in _TITLES))
    return bool(title) and _NOT_IN_OFFICE.isdisjoint(before) and before[-1].split()[0] not in _NOT_IN_OFFICE


def of_leaders(look: Look, first: int, at: int) -> bool:
    """Return whether it is leaders of states who meet, not negotiators."""
    return (
        leaders_near(look.pieces, first, at) >= _TWO
        and says("meetings", "team").search(look.line.between(first - 3, at + 5)) is None
    )


def is_own(look: Look, first: int, at: int) -> bool:
    """Return whether one side meets alone: its government, or a leader with his team."""
    pieces = look.pieces
    name = {word for piece in pieces[first:at] for word in piece.text.split()}
    if pieces[at].kind == "meeting" and not name.isdisjoint(classes("meetings")["own"]):
        return "delegations" not in name
    behind = next((place for place in range(at + 1, min(at + 10, len(pieces))) if pieces[place].text == "with"), None)
    if behind is None or any(piece.text in (".", ";") or piece.kind == "modal" for piece in pieces[at:behind]):
        return False
    end = behind + 1
    while end < len(pieces) and end - behind < _RIGHT and pieces[end].text not in _ENDS:
        end += 1
    there = {side_of(piece) for piece in pieces[behind:end] if piece.kind == "actor"}
    here = {side_of(piece) for piece in pieces[max(first - _LEFT, 0) : first] if piece.kind == "actor"}
    people = {word for piece in pieces[behind:end] for word in piece.text.split()}
    return there <= here and not people.isdisjoint(classes("meetings")["own people"])


def is_courtesy(look: Look, at: int) -> bool:
    """Return whether two of office meet, and no word says that they negotiate: "the secretary met the minister"."""
    before, after = look.line.between(at - _LEFT, at), look.line.between(at + 1, at + _RIGHT)
    return (
        _MINISTER.search(before) is not None
        and re.search(r"\bwith\b", after) is not None
        and _MINISTER.search(after) is not None
        and _NEGOTIATES.search(look.line.text) is None
    )
