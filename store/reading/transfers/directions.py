"""Who gives and who takes: the subject of the verb, "to", "by" and "from", whose people they are, both together."""

from __future__ import annotations

from itertools import pairwise

from store.domain.typed import NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sentences import Scene, Sentence
from store.reading.grammar.sides import side_of
from store.reading.proposals import ALL_SIDES
from store.reading.transfers.acts import Act
from store.reading.transfers.counted import Counted

_ALL = ("all sides", "all parties")
_EACH_WAY = ("from each side", "each side", "on both sides", "from both sides", "by each side", "by both sides")
_PRONOUNS = frozenset("it they we he she".split())  # noqa: SIM905 - five short words
_REACH = 14
"""How many pieces before a verb who does it may stand."""
_OFTEN = 2
"""From more mentions on a side is believed to get its people back, though the article is about two others."""
_CLOSE = 3
"""Within how many pieces behind a verb "from" is surely its own."""
_BEHIND = 26
_NEAR = 8


class Parties(NamedTuple):
    """Who gives and who takes."""

    giver: str | None
    taker: str | None
    reciprocal: bool = False
    """Whether both give and take the same."""
    guessed: bool = False
    """Whether only whose people they are tells it: their own state may hold them as well as another."""


def parties_of(scene: Scene, sentence: Sentence, counted: Counted, act: Act, earlier: list[str]) -> Parties:
    """Return who gives and who takes; `earlier` are the sides named in the sentences before."""
    pieces = sentence.pieces
    scene = _of_its_own(scene, pieces)
    begin = min(act.left, counted.first)
    left = words_of(pieces[max(begin - _REACH, 0) : begin + 1]).rpartition(" that ")[2]
    left = left if left.startswith(" ") else f" {left}"
    around = words_of(pieces[max(min(act.at, counted.first) - 16, 0) : max(act.at, counted.last) + 12])
    if says(around, _ALL):
        return Parties(ALL_SIDES, ALL_SIDES)
    subject = _subject(pieces, act.left) or (None if act.passive else _pronoun(pieces, act.left, earlier))
    both = _two(pieces, act.left)
    one_way = act.passive and _behind(pieces, act.at, ("to",)) is not None
    if act.way == "exchange" and not act.partner and not one_way:
        return _together(both or _turned(scene.pair, subject) or (subject, None))
    held = act.partner or _holder(pieces, counted) is not None
    joint = both is not None or says(left, group("joint")) or says(around, _EACH_WAY) or _each(pieces, counted)
    if joint and not held and _behind(pieces, act.at, ("to",)) is None:
        return _together(both or scene.pair or (None, None))
    guessed = act.passive and _named(pieces, counted, act, subject) == (None, None)
    return Parties(*_one_way(scene, pieces, counted, act, subject), guessed=guessed)


def _of_its_own(scene: Scene, pieces: list[Piece]) -> Scene:
    """Return the scene as a sentence sees it that is about two sides of its own: a page of several conflicts."""
    named = dict.fromkeys(side_of(piece) for piece in pieces if piece.kind == "actor")
    sides = [side for side in named if side not in group("third") and side not in scene.helpers]
    if scene.pair is None or len(sides) != len(scene.pair) or set(sides) & set(scene.pair):
        return scene
    return scene._replace(pair=(sides[0], sides[1]))


def _each(pieces: list[Piece], counted: Counted) -> bool:
    """Whether "each" stands right behind a count: "the release of 307 people each"."""
    return any(piece.text in ("each", "apiece") for piece in pieces[counted.last + 1 : counted.last + 3])


def words_of(pieces: list[Piece]) -> str:
    """Return the words of pieces with blanks around each."""
    return f" {' '.join(piece.text for piece in pieces)} "


def says(text: str, phrases: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether one of some phrases occurs in the words of pieces."""
    return any(f" {phrase} " in text for phrase in phrases)


def _together(pair: tuple[str | None, str | None]) -> Parties:
    return Parties(*pair, reciprocal=True)


def _turned(pair: tuple[str, str] | None, subject: str | None) -> tuple[str, str] | None:
    """Return the two sides with the one that acts first."""
    return (pair[1], pair[0]) if pair is not None and subject == pair[1] else pair


def _one_way(
    scene: Scene, pieces: list[Piece], counted: Counted, act: Act, subject: str | None
) -> tuple[str | None, str | None]:
    """Return giver and taker of what goes one way."""
    giver, taker = _named(pieces, counted, act, subject)
    if act.partner:
        giver, taker = _holder(pieces, counted) or taker or other_side(scene, giver), giver
    owner = scene.group if counted.owner is not None and counted.owner == scene.people else counted.owner
    if owner is not None and (act.partner or ((taker is None or taker in group("third")) and owner != giver)):
        known = owner in (scene.pair or ()) or (scene.sides[owner] > _OFTEN and counted.kind != "hostages")
        taker = owner if known else other_side(scene, giver) or owner
        giver = other_side(scene, owner) or giver if act.partner else giver
    giver, taker = (None if side in group("third") or side in scene.helpers else side for side in (giver, taker))
    if giver == taker:
        taker = None
    if giver is None and taker is None:
        taker = _home(scene, pieces, act)
        giver = _jailer(pieces, counted, act) if taker is None else None
        giver = scene.group if counted.kind == "hostages" and taker is giver is None else giver
    if counted.kind == "hostages" and giver is None and scene.group is None:
        return None, taker
    return giver or other_side(scene, taker), taker or other_side(scene, giver)


def _named(pieces: list[Piece], counted: Counted, act: Act, subject: str | None) -> tuple[str | None, str | None]:
    """Return giver and taker as the words name them."""
    own = _own_subject(pieces, counted)
    active = None if act.passive else subject
    if act.way == "receive":
        return _behind(pieces, act.at, ("from",)), own or active
    source = _behind(pieces, min(act.at, counted.first), ("by", "from") if act.passive else ("by",))
    return own or _holder(pieces, counted) or active or source, _behind(pieces, act.at, ("to",))


def other_side(scene: Scene, side: str | None) -> str | None:
    """Return the other one of the two sides that an article is about, else who faces a side by what is known."""
    if side is None:
        return None
    if scene.pair is not None and side in scene.pair:
        return scene.pair[1] if side == scene.pair[0] else scene.pair[0]
    facing = {one for pair in scene.faces if side in pair for one in pair} - {side}
    return facing.pop() if len(facing) == 1 else None


def _home(scene: Scene, pieces: list[Piece], act: Act) -> str | None:
    """Return the side in whose country they are back: "have been returned to families in Ukraine"."""
    if not pieces[act.at].text.startswith(
        ("return", "repatriat", "came", "come", "back", "are", "is", "were", "brought")
    ):
        return None
    for piece in pieces[act.at + 1 : act.at + 10]:
        if piece.kind == "place" and side_of(piece) in (scene.pair or ()):
            return side_of(piece)
    return None


def _jailer(pieces: list[Piece], counted: Counted, act: Act) -> str | None:
    """Return in whose country they were held: "the release of 135 prisoners in Nicaragua"."""
    freed = pieces[act.at].text.startswith(("releas", "free", "liberat", "let"))
    if not freed or counted.kind != "prisoners":
        return None
    for piece in pieces[counted.last + 1 : counted.last + 3]:
        if piece.kind == "place":
            return side_of(piece)
    return None


def _holder(pieces: list[Piece], counted: Counted) -> str | None:
    """Return who holds them, as the words behind say: "held hostage by Hamas", "imprisoned in Israel"."""
    tail = pieces[counted.last + 1 : counted.last + 10]
    for at, piece in enumerate(tail[:6]):
        if piece.text in group("held"):
            for before, near in pairwise(tail[at : at + 6]):
                if near.kind in ("actor", "place") and before.text in ("by", "in", "the"):
                    return side_of(near)
            return None
        if piece.kind.endswith("-verb") or piece.kind in ("say", "modal"):
            return None
    return None


def _own_subject(pieces: list[Piece], counted: Counted) -> str | None:
    """Return who gives where the verb is left out: "Russia undertook to return 2,400 bodies and Ukraine 60"."""
    at = counted.first - 1
    before = at - 2 if at > 1 and pieces[at - 1].text == "the" else at - 1
    if before >= 0 and pieces[at].kind == "actor" and pieces[before].text in ("and", "while", ",", ";"):
        return side_of(pieces[at])
    return None


def _subject(pieces: list[Piece], left: int) -> str | None:
    """Return who stands before a verb and does it."""
    for at in range(left - 1, -1, -1):
        piece = pieces[at]
        apart = at == left - 1 or not _in_phrase(pieces, at)
        if piece.kind == "actor" and apart and not _whose(pieces, at):
            return side_of(piece)
        if piece.text == ";" or piece.text in _PRONOUNS:
            return None
    return None


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


def _pronoun(pieces: list[Piece], left: int, earlier: list[str]) -> str | None:
    """Return for whom the pronoun before a verb stands: the first side of its sentence, else of the one before."""
    for at in range(left - 1, max(left - _NEAR, -1), -1):
        if pieces[at].kind == "pron" and pieces[at].text in _PRONOUNS:
            if pieces[at].text == "we":
                return _speaker(pieces)
            before = [side_of(piece) for piece in pieces[:at] if piece.kind == "actor"]
            return next(iter(before or earlier), None)
    return None


def _speaker(pieces: list[Piece]) -> str | None:
    """Return the side of who says a sentence: "we will hand over ..., Medinsky said"."""
    for at, piece in enumerate(pieces):
        beside = (*pieces[max(at - 2, 0) : at], *pieces[at + 1 : at + 3])
        if piece.kind == "actor" and any(near.kind == "say" for near in beside):
            return side_of(piece)
    return None


def _two(pieces: list[Piece], left: int) -> tuple[str, str] | None:
    """Return two sides that stand before a verb with "and" between them."""
    actors = [at for at in range(max(left - _REACH, 0), left) if pieces[at].kind == "actor"]
    for one, other in pairwise(actors):
        between = [piece.text for piece in pieces[one + 1 : other]]
        joined = between in (["and"], ["and", "the"]) or (between == [","] and one <= 1)
        first, second = side_of(pieces[one]), side_of(pieces[other])
        if joined and left - other <= _NEAR and first != second and not {first, second} & group("third"):
            return first, second
    return None


def _behind(pieces: list[Piece], at: int, prepositions: tuple[str, ...]) -> str | None:
    """Return the side that stands behind a preposition in the same clause: "to the Ukrainian side", "by Hamas"."""
    for ahead in range(at + 1, min(at + _BEHIND, len(pieces))):
        piece = pieces[ahead]
        said = piece.kind == "say" and piece.form in ("ed", "past", "s")
        if said or piece.text in (";", ".", "while", "but"):
            return None
        leads = piece.text in prepositions and piece.kind == "prep"
        if piece.text == "from" and ahead - at > _CLOSE and pieces[ahead - 1].kind == "word":
            continue
        if leads and pieces[ahead - 1].text not in ("according", "due", "thanks"):
            side = _next_side(pieces, ahead)
            if side is not None:
                return side
    return None


def _next_side(pieces: list[Piece], at: int) -> str | None:
    for piece in pieces[at + 1 : at + 4]:
        if piece.kind == "actor":
            return side_of(piece)
        if piece.kind not in ("word", "role", "name"):
            return None
    return None
