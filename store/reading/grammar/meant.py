"""Which side names mean that only the words around them tell: "Colombian rebels", "Sudan People's Army (SPLA-IO)"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.grammar.sides import side_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.lexicon import Lexicon

_STRUGGLES = frozenset(("liberation", "people", "resistance", "revolutionary", "patriotic", "salvation", "freedom"))
_BODIES = frozenset(("army", "movement", "front", "party", "council", "force", "forces", "alliance", "coalition"))
"""What makes the name of a state that of a body which fights: "Sudan Liberation Movement"."""
_ARMED = frozenset(("rebel", "guerrilla", "insurgent", "militant", "separatist", "jihadist", "extremist", "armed"))
_ANY = frozenset(("group", "faction", "factions", "opposition", "gunmen", "militia", "militias"))
"""Words of groups that may stand with a state as well as against it."""
_LONGEST = 7
"""How many words the long name of a body may have."""


def meant(sentences: Sequence[list[Piece]], lexicon: Lexicon) -> None:
    """Let names in pieces mean the groups that they are of."""
    for pieces in sentences:
        _take_fronts(pieces)
        _take_abbreviations(pieces)
        _take_america(pieces)
    named = {side_of(piece) for pieces in sentences for piece in pieces if piece.kind == "actor"}
    facing: dict[str, list[str]] = {}
    for body in named:
        faced = lexicon.faced_by(body)
        if faced is not None:
            facing.setdefault(faced, []).append(body)
    for pieces in sentences:
        _take_rebels(pieces, {faced: bodies[0] for faced, bodies in facing.items() if len(bodies) == 1})


def _take_rebels(pieces: list[Piece], facing: dict[str, str]) -> None:
    """Let "Colombian rebels" mean the only group of an article that faces Colombia."""
    for at, piece in enumerate(pieces):
        if piece.kind != "actor" or piece.form != "actor" or not _are_armed(pieces, at + 1):
            continue
        body = facing.get(side_of(piece))
        named = piece._replace(value=body) if body is not None else piece._replace(kind="name", value=None, form="")
        if body is not None or (pieces[at + 1].text in _ARMED and pieces[at + 2].text == "group"):
            pieces[at] = named


def _are_armed(pieces: list[Piece], at: int) -> bool:
    """Whether what follows a people makes them rebels: "rebels", "guerrilla group"; not "government forces"."""
    words = [piece.text for piece in pieces[at : at + 3]]
    if not words or (words[0] == "armed" and words[1:2] not in (["group"], ["groups"], ["movement"], ["faction"])):
        return False
    if words[0] in group("against a state"):
        return words[0] not in _ANY
    return words[0] in _ARMED and len(words) > 1 and words[1] in group("in arms")


def _take_fronts(pieces: list[Piece]) -> None:
    """Let "Sudan Liberation Movement" mean a body of its own, and not the state that its name begins with."""
    for at, piece in enumerate(pieces):
        if piece.kind != "actor" or piece.form != "actor":
            continue
        last = at
        while last + 1 < len(pieces) and (
            pieces[last + 1].kind in ("name", "role", "give-noun")
            or pieces[last + 1].text in ("people", "'s", "national")
        ):
            last += 1
        words = [each.text for each in pieces[at : last + 1]]
        if _STRUGGLES.isdisjoint(words) or _BODIES.isdisjoint(words):
            continue
        last = at + max(place for place, word in enumerate(words) if word in _BODIES)
        name = " ".join(word.title() for word in words[: last - at + 1]).replace(" 'S", "'s")
        pieces[at] = piece._replace(value=name)
        for place in range(at + 1, last + 1):
            pieces[place] = pieces[place]._replace(kind="role", form="")


def _take_america(pieces: list[Piece]) -> None:
    """Let "America" mean the United States, and not where it is half of a continent's name."""
    for at, piece in enumerate(pieces):
        if piece.text == "america" and piece.kind == "name" and at and pieces[at - 1].text in group("within"):
            pieces[at] = piece._replace(kind="place", value="United States", form="actor")


def _take_abbreviations(pieces: list[Piece]) -> None:
    """Let a long name mean the body whose abbreviation stands behind it in brackets."""
    for at in range(2, len(pieces) - 1):
        short = pieces[at]
        if short.kind != "actor" or pieces[at - 1].text != "(" or pieces[at + 1].text != ")":
            continue
        first = _begin(pieces, at - 2, short.text[:1])
        if first is not None:
            pieces[first] = pieces[first]._replace(kind="actor", value=short.value, form="actor")
            for place in range(first + 1, at - 1):
                if pieces[place].kind in ("actor", "place", "unit"):
                    pieces[place] = pieces[place]._replace(kind="role", form="")


def _begin(pieces: list[Piece], last: int, letter: str) -> int | None:
    """Return where the long name of a body begins that names another side: with the letter of its abbreviation."""
    begin = None
    for at in range(last, max(last - _LONGEST, -1), -1):
        piece = pieces[at]
        inside = piece.kind in ("name", "actor", "place", "role", "unit") or piece.text in (
            "'s",
            "of",
            "in",
            "for",
            "the",
        )
        if not inside or (piece.text == "the" and pieces[at - 1].text not in ("of", "in", "for")):
            break
        begin = at if piece.text.startswith(letter) and piece.kind in ("name", "actor", "place") else begin
    own = pieces[last + 2].value
    if begin is None or begin == last or all(piece.kind != "actor" for piece in pieces[begin : last + 1]):
        return None
    return begin if any(piece.kind == "actor" and piece.value != own for piece in pieces[begin : last + 1]) else None
