"""Which side stands where: before a verb as its subject, behind "to", "by" and "from", or as a pronoun."""

from __future__ import annotations

from itertools import pairwise

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.transfers.counted import Counted

_REACH = 14
"""How many pieces before a verb who does it may stand."""
_NEAR = 8
_PRONOUNS = frozenset("it they we he she".split())  # noqa: SIM905 - five short words
_SMALL = ("'s", "the")
_DOING = ("aux", "modal", "say", "announce", "agree")
_CLOSE = 3
"""Within how many pieces behind a verb "from" is surely its own."""
_BEHIND = 26
_LISTED = 2
_AWAY = frozenset(("home", "back", "over", "free", "alive", "unharmed", "today", "overnight", "abroad", "conditions"))
"""Words behind which "by" still tells who did it: "handed over by", "released unharmed by"."""


def subject_of(pieces: list[Piece], left: int) -> str | None:
    """Return who stands before a verb and does it."""
    at = subject_at(pieces, left)
    return side_of(pieces[at]) if at is not None else None


def subject_at(pieces: list[Piece], left: int) -> int | None:
    """Return where who does a verb stands before it; None where a pronoun does it, or nobody is named."""
    for at in range(left - 1, -1, -1):
        piece = pieces[at]
        apart = at == left - 1 or not _in_phrase(pieces, at) or _of_gerund(pieces, at, left)
        if piece.kind == "actor" and apart and not _whose(pieces, at):
            return at
        if piece.text == ";" or piece.text in _PRONOUNS:
            return None
    return None


def _of_gerund(pieces: list[Piece], at: int, left: int) -> bool:
    """Whether an actor does what a gerund says: "in exchange for the Israeli government releasing 369"."""
    return pieces[left].form == "ing" and all(piece.kind == "role" for piece in pieces[at + 1 : left])


def _whose(pieces: list[Piece], at: int) -> bool:
    """Whether an actor's word only says whose people they are: "Armenian servicemen"."""
    if at and pieces[at - 1].kind == "number":
        return True
    return any(piece.kind == "unit" for piece in pieces[at + 1 : at + 3]) and pieces[at + 1].kind in ("unit", "word")


def _in_phrase(pieces: list[Piece], at: int) -> bool:
    """Whether an actor stands in a phrase such as "with Ukraine", "in Moscow"."""
    back = at - 1
    while back >= 0 and _may_lie_before(pieces[back], at - back):
        back -= 1
    return back >= 0 and pieces[back].kind == "prep"


def _may_lie_before(piece: Piece, distance: int) -> bool:
    return piece.text in ("the", "a", "an", "'s") or (piece.kind in ("word", "role") and distance <= 2)


def pronoun(pieces: list[Piece], left: int, earlier: list[str]) -> str | None:
    """Return for whom the pronoun before a verb stands: the first side of its sentence, else of the one before."""
    for at in range(left - 1, max(left - _NEAR, -1), -1):
        if pieces[at].kind == "pron" and pieces[at].text in _PRONOUNS:
            if pieces[at].text == "we":
                return _speaker(pieces)
            before = [side_of(piece) for piece in _named_before(pieces, at)]
            acting = [side_of(pieces[place]) for place in range(at) if _acts(pieces, place)]
            return next(iter(acting or before or earlier), None)
    return None


def _named_before(pieces: list[Piece], at: int) -> list[Piece]:
    """Return the sides that are named before a place, without those whose group another one is: "Yemen's Houthis"."""
    return [
        piece
        for place, piece in enumerate(pieces[:at])
        if piece.kind == "actor" and not (pieces[place + 1].text == "'s" and pieces[place + 2].kind == "actor")
    ]


def _acts(pieces: list[Piece], at: int) -> bool:
    """Whether a side does what a verb right behind it says: "the Afghan government would release"."""
    if pieces[at].kind != "actor" or side_of(pieces[at]) in group("third") or _in_phrase(pieces, at):
        return False
    behind = at + 1
    while behind < len(pieces) and pieces[behind].kind == "role":
        behind += 1
    return behind < len(pieces) and (pieces[behind].kind in _DOING or pieces[behind].kind.endswith("-verb"))


def _speaker(pieces: list[Piece]) -> str | None:
    """Return the side of who says a sentence: "we will hand over ..., Medinsky said"."""
    for at, piece in enumerate(pieces):
        if piece.kind != "actor":
            continue
        behind = at + 1
        while behind < len(pieces) and (pieces[behind].kind == "role" or pieces[behind].text in _SMALL):
            behind += 1
        beside = (*pieces[max(at - 2, 0) : at], *pieces[at + 1 : max(at + 3, behind + 1)])
        if any(near.kind == "say" for near in beside):
            return side_of(piece)
    return None


def two_sides(pieces: list[Piece], left: int) -> tuple[str, str] | None:
    """Return two sides that stand before a verb with "and" between them."""
    actors = [at for at in range(max(left - _REACH, 0), left) if pieces[at].kind == "actor"]
    for one, other in pairwise(actors):
        between = [piece.text for piece in pieces[one + 1 : other] if piece.kind != "role" and piece.text not in _SMALL]
        joined = (between == ["and"] and other == actors[-1]) or (between == [","] and one <= 1)
        first, second = side_of(pieces[one]), side_of(pieces[other])
        if joined and left - other <= _NEAR and first != second and not {first, second} & group("third"):
            return first, second
    return None


def side_behind(pieces: list[Piece], at: int, prepositions: tuple[str, ...]) -> str | None:
    """Return the side that stands behind a preposition in the same clause: "to the Ukrainian side", "by Hamas"."""
    for ahead in range(at + 1, min(at + _BEHIND, len(pieces))):
        piece = pieces[ahead]
        said = piece.kind == "say" and piece.form in ("ed", "past", "s")
        if said or piece.text in (";", ":", ".", "while", "but"):
            return None
        if piece.text == "of" and ahead + 1 < len(pieces) and pieces[ahead + 1].text in ("which", "whom"):
            return None
        if piece.text == "from" and (_lists_places(pieces, ahead) or _in_return(pieces[at + 1 : ahead])):
            continue
        leads = piece.text in prepositions and piece.kind == "prep"
        if piece.text in ("from", "by") and ahead - at > _CLOSE and _is_of_noun(pieces[ahead - 1], piece.text):
            continue
        if leads and pieces[ahead - 1].text not in group("no takers"):
            side = _next_side(pieces, ahead)
            if side is not None:
                return side
    return None


def _is_of_noun(before: Piece, preposition: str) -> bool:
    """Whether a preposition goes with the word before it and not with the verb: "efforts by Kenya", "arranged by"."""
    if preposition == "by" and (before.text in group("jails") or before.text.endswith("ly") or before.text in _AWAY):
        return False
    return before.kind == "word" or (preposition == "by" and before.kind in ("demand", "propose", "offer", "role"))


def _in_return(pieces: list[Piece]) -> bool:
    """Whether what follows is told of those given in return: "freed in return for eight released from prisons"."""
    return any(one.text == "in" and other.text in ("return", "exchange") for one, other in pairwise(pieces))


def _lists_places(pieces: list[Piece], at: int) -> bool:
    """Whether several places are listed, none of which is the one that gave: "from Afghanistan, Burma and Iran"."""
    behind = pieces[at + 1 : at + 4]
    return (
        len(behind) > _LISTED
        and behind[0].kind in ("actor", "place")
        and behind[1].text == ","
        and behind[2].kind in ("actor", "place", "name")
        and any(piece.kind in ("actor", "place", "name") for piece in pieces[at + 5 : at + 7])
    )


def side_right_behind(pieces: list[Piece], counted: Counted, preposition: str) -> str | None:
    """Return the side right behind a number: "45 freed by the government and 35 by the M23", "19 to Russia"."""
    at = counted.last + 1
    led = at < len(pieces) and pieces[at].text == preposition
    return _next_side(pieces, at) if led else None


def _is_of_vehicle(pieces: list[Piece], actor: Piece) -> bool:
    """Whether a side's name says whose the vehicle is that carries them: "return by Russian aircraft"."""
    at = pieces.index(actor)
    return any(piece.text in group("vehicles") for piece in pieces[at + 1 : at + 3])


def _next_side(pieces: list[Piece], at: int) -> str | None:
    jailed = named = False
    for piece in pieces[at + 1 : at + 6]:
        if named and piece.text in ("and", ","):
            continue
        named = piece.kind == "name"
        if piece.kind == "actor" and pieces[at].text == "by" and _is_of_vehicle(pieces, piece):
            return None
        if piece.kind == "actor" or (jailed and piece.kind == "place"):
            return side_of(piece)
        jailed = jailed or piece.text in group("jails")
        inside = piece.text in ("its", "their", "his") or (jailed and piece.text in ("in", "by", "of", "under"))
        if piece.kind not in ("word", "role", "name") and not inside:
            return None
    return None
