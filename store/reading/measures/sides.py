"""Who owes a measure: the side that does it, or both."""

from __future__ import annotations

import itertools

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.sides import side_of
from store.reading.measures.grammar import group
from store.reading.proposals import ALL_SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene

_ALL = (
    "all sides",
    "all parties",
    "parties to the conflict",
    "all factions",
    "all armed groups",
)
_THOSE_AT_WAR = ("the warring factions",)
_HELPERS = frozenset(
    (
        "United Nations",
        "Red Cross",
        "European Union",
        "NATO",
        "African Union",
        "OSCE",
        "IGAD",
        "ASEAN",
        "Arab League",
        "ECOWAS",
        "European leaders",
    )
)
_GROUPS = frozenset(
    ("alliance", "groups", "rebels", "insurgents", "militias", "factions", "opposition", "separatists", "guerrillas")
)
_BREAKS = frozenset((";", "while", "whereas", "but", "that", ":"))
_NEAR_TO = 5
_REACH = 40
"""How many pieces before a verb its subject is looked for."""


class Parties(NamedTuple):
    """Who owes whom."""

    debtor: str | None = None
    creditor: str | None = None
    reciprocal: bool = False


def rivals(scene: Scene) -> tuple[str, str] | None:
    """Return the two sides of an article, where it names both often enough to be sure of them."""
    if scene.pair is None:
        return None
    counts = [(side, count) for side, count in scene.sides.most_common(6) if side not in _HELPERS][:3]
    often = {side for side, count in counts if count >= 2}
    return scene.pair if set(scene.pair) <= often else None


def both(pair: tuple[str, str] | None) -> Parties:
    """Return what both sides of a pair owe each other; nobody where the pair is not known."""
    return Parties(pair[0] if pair else None, pair[1] if pair else None, reciprocal=True)


def of_all(text: str, known: tuple[str, str] | None = None) -> Parties | None:
    """Return every side, where the words say so; `known` are the two of whom "the warring factions" are said."""
    if known is not None and any(words in text for words in _THOSE_AT_WAR):
        return both(known)
    return Parties(ALL_SIDES, ALL_SIDES) if any(words in text for words in (*_ALL, *_THOSE_AT_WAR)) else None


def named_pair(pieces: Sequence[Piece], first: int, last: int) -> tuple[str, str] | None:
    """Return two sides that stand side by side between two pieces: "Sudan's army and the RSF", "between A and B"."""
    actors = _actors(pieces, first, last)
    pairs = list(itertools.pairwise(actors))
    told = [
        (one, other)
        for one, other in pairs
        if not any(_is_list(pieces, *three) for three in _threes(actors, one, other))
    ]
    return next((pair for one, other in told if (pair := _pair(pieces, one, other)) is not None), None)


def _threes(actors: list[int], one: int, other: int) -> list[tuple[int, int, int]]:
    """Return two neighbours with the side before them, and with the one behind them."""
    at = actors.index(one)
    before = [(actors[at - 1], one, other)] if at else []
    return [*before, *((one, other, behind) for behind in actors[at + 2 : at + 3])]


def _is_list(pieces: Sequence[Piece], first: int, second: int, third: int) -> bool:
    """Whether three sides are listed, of whom no two are those that owe each other: "France, Italy and Russia"."""
    gaps = ([piece.text for piece in pieces[one + 1 : other]] for one, other in ((first, second), (second, third)))
    return all(gap in ([","], ["and"], [",", "and"], [",", "the"], ["and", "the"]) for gap in gaps)


def last_pair(pieces: Sequence[Piece], first: int, last: int) -> tuple[str, str] | None:
    """Return the last two sides that are named between two pieces, where they stand side by side."""
    actors = _actors(pieces, first, last)
    if len(actors) > 2 and _is_list(pieces, *actors[-3:]):
        return None
    return _pair(pieces, *actors[-2:]) if len(actors) > 1 else None


def _actors(pieces: Sequence[Piece], first: int, last: int) -> list[int]:
    """Return where sides are named, less the name said again at once: "the Rapid Support Forces (RSF)"."""
    found: list[int] = []
    for at in range(max(first, 0), min(last + 1, len(pieces))):
        if pieces[at].kind == "actor" and not (
            found and at - found[-1] <= 4 and side_of(pieces[at]) == side_of(pieces[found[-1]])
        ):
            found.append(at)
    return found


def _pair(pieces: Sequence[Piece], one: int, other: int) -> tuple[str, str] | None:
    inside = pieces[one + 1 : other]
    between = [piece.text for piece in inside]
    sides = side_of(pieces[one]), side_of(pieces[other])
    if sides[0] == sides[1] or set(sides) & _HELPERS or len(between) > 7 or "to" in between:
        return None
    if any(piece.kind in ("aux", "modal", "date", "number") or piece.kind.endswith("-verb") for piece in inside):
        return None
    joined = (
        {"and", "with", "/", "-", "–", ","} & set(between)
        and not {"said", "in", "that"} & set(between)
        and not any(piece.kind == "say" for piece in inside)
    )
    if not joined or between == ["'s"] or (between[-1:] == [","] and len(between) > 1):
        return None
    return sides


def subject_of(pieces: Sequence[Piece], left: int, floor: int = 0) -> tuple[str | None, bool]:
    """Return the side that does what a verb tells, and whether both do; None where no side stands before it."""
    for at in range(left - 1, max(floor, left - _REACH) - 1, -1):
        piece = pieces[at]
        if piece.kind == "actor" and (not _in_phrase(pieces, at) or _is_to_do(pieces, at, left)):
            return side_of(piece), False
        if piece.text == "they" and (one := _only_actor(pieces, at, floor)) is not None:
            return one, False
        if piece.text in group("joint") and (at + 1 >= len(pieces) or pieces[at + 1].kind != "number"):
            return None, True
        if piece.text in _BREAKS:
            return None, False
    return None, False


def _is_to_do(pieces: Sequence[Piece], at: int, left: int) -> bool:
    """Whether "for" opens a clause whose subject a side is: "the deadline for Israeli troops to withdraw"."""
    opened = "for" in (pieces[at - 1].text, pieces[at - 2].text if at > 1 else "")
    behind = [piece for piece in pieces[at + 1 : left + 1] if piece.kind not in ("role", "unit")]
    return opened and bool(behind) and behind[0].text in ("to", "forces", "troops") and left - at < _NEAR_TO


def _only_actor(pieces: Sequence[Piece], at: int, floor: int) -> str | None:
    """Return the one side that "they" means: "the Houthis said they would"; None where several are named, or none."""
    before = pieces[max(floor, at - _REACH) : at]
    sides = {
        side_of(piece) for place, piece in enumerate(before) if piece.kind == "actor" and not _in_phrase(before, place)
    }
    said = any(piece.kind in ("say", "announce") for piece in before[-4:])
    return next(iter(sides)) if len(sides) == 1 and said else None


def _in_phrase(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an actor stands in a phrase such as "with Ukraine", "in Moscow"."""
    back = at - 1
    if at > 2 and pieces[back].text == "," and pieces[at - 2].kind in ("name", "place", "actor"):
        return pieces[at - 3].text in ("in", "at", "near")  # the country of a town: "in Montreux, Switzerland"
    while back >= 0 and at - back <= 3 and (pieces[back].text in ("the", "a", "an") or pieces[back].kind == "role"):
        back -= 1
    return back >= 0 and pieces[back].kind == "prep" and pieces[back].text != "of"


def other_of(scene: Scene, side: str) -> str | None:
    """Return the other side of the article's pair; None where it is not known."""
    pair = rivals(scene)
    if pair is None or side not in pair:
        return None
    return pair[1] if side == pair[0] else pair[0]


def parties_of(scene: Scene, pieces: Sequence[Piece], left: int, last: int, earlier: Parties | None) -> Parties:
    """Return who owes what a verb tells, whose first piece is `left` and whose object ends at `last`."""
    subject, joint = subject_of(pieces, left)
    floor = max(
        (at for at in range(max(left - _REACH, 0), left) if pieces[at].text in (";", "while", "whereas")),
        default=max(left - _REACH, 0),
    )
    pair = last_pair(pieces, floor, left)
    faced = faced_by_all(scene, pieces, floor, left)
    if faced is not None:
        return Parties(None, faced)
    if pair is not None:
        return both(pair)
    if joint:
        return _joint(scene, pieces, left, earlier)
    if subject is None and left > 0 and pieces[left - 1].text in ("it", "he", "she", "his", "its"):
        subject = next(
            (side_of(piece) for piece in reversed(pieces[max(left - _REACH, 0) : left]) if piece.kind == "actor"), None
        ) or (earlier.debtor if earlier else None)
    if subject is None:
        return Parties()
    if _with_a_group(pieces, subject, left):
        return Parties(subject, None, reciprocal=True)
    if _with_government(pieces, subject, left):
        return Parties(other_of(scene, subject), subject, reciprocal=True)
    partner = _partner(pieces, left, last)
    if partner is not None and partner != subject:
        return Parties(subject, partner, reciprocal=True)
    return Parties(subject, _opposite(scene, pieces, subject))


def faced_by_all(scene: Scene, pieces: Sequence[Piece], first: int, last: int) -> str | None:
    """Return the state that several groups face who stand side by side: "the AA and the TNLA declared a truce"."""
    named = [side_of(pieces[at]) for at in _actors(pieces, first, last)][-2:]
    faced = {state for body, state in scene.faces if body in named}
    allies = len(set(named)) > 1 and all(any(body == one for one, _ in scene.faces) for body in named)
    return faced.pop() if allies and len(faced) == 1 else None


def is_one_of_several(scene: Scene, side: str) -> bool:
    """Whether a side is one of several groups, named as often, that face the same state."""
    state = next((faced for body, faced in scene.faces if body == side), None)
    return state is not None and any(
        faced == state and body != side and scene.sides[body] >= scene.sides[side] for body, faced in scene.faces
    )


def _opposite(scene: Scene, pieces: Sequence[Piece], side: str) -> str | None:
    """Return whom a side faces: the other of the article's pair, or the only other one that the sentence names."""
    known = other_of(scene, side)
    named = {side_of(piece) for piece in pieces if piece.kind == "actor"} - {side} - _HELPERS - scene.helpers
    if known is None or known in named or len(named) != 1:
        return known
    only = next(iter(named))
    return only if scene.sides[only] > 1 else known


def _with_a_group(pieces: Sequence[Piece], subject: str, left: int) -> bool:
    """Whether a side is named with others that have no name: "the army and an alliance of armed groups agreed"."""
    low = max(left - _REACH, 0)
    at = next((at for at in range(left - 1, low - 1, -1) if _is_side(pieces[at], subject)), None)
    if at is None:
        return False
    joined = next((near for near in range(at + 1, min(at + 4, left)) if pieces[near].text == "and"), None)
    return joined is not None and any(piece.text in _GROUPS for piece in pieces[joined + 1 : min(joined + 7, left)])


def _is_side(piece: Piece, side: str) -> bool:
    return piece.kind == "actor" and side_of(piece) == side


def _with_government(pieces: Sequence[Piece], subject: str, left: int) -> bool:
    """Whether a side is named with a government or army that has no name: "the government and the ELN"."""
    at = next(
        (
            at
            for at in range(left - 1, max(left - _REACH, -1), -1)
            if pieces[at].kind == "actor" and side_of(pieces[at]) == subject
        ),
        0,
    )
    before = [piece.text for piece in pieces[max(at - 4, 0) : at]]
    return "and" in before and bool(group("authorities") & set(before))


def _joint(scene: Scene, pieces: Sequence[Piece], left: int, earlier: Parties | None) -> Parties:
    """Return whom "both sides", "they" mean: two sides named before, those of the measure before, or the article's."""
    pair = named_pair(pieces, left - _REACH, left)
    if pair is not None:
        return both(pair)
    if earlier is not None and earlier.debtor is not None and earlier.creditor is not None:
        return earlier._replace(reciprocal=earlier.debtor != ALL_SIDES)
    return both(rivals(scene))


def _partner(pieces: Sequence[Piece], left: int, last: int) -> str | None:
    """Return with whom something is agreed: "agreed a truce with Hamas"."""
    for at in range(left, min(last + 10, len(pieces) - 1)):
        if pieces[at].text == "with":
            for near in range(at + 1, min(at + 4, len(pieces))):
                if pieces[near].kind == "actor" and side_of(pieces[near]) not in _HELPERS:
                    return side_of(pieces[near])
    return None
