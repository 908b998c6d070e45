"""Who gives and who takes: the subject of the verb, "to", "by" and "from", whose people they are, both together."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sentences import Scene, Sentence
from store.reading.grammar.sides import side_of
from store.reading.proposals import ALL_SIDES
from store.reading.transfers.act import Act
from store.reading.transfers.captors import from_captors
from store.reading.transfers.counted import Counted
from store.reading.transfers.holders import holder_of
from store.reading.transfers.homeward import against, for_others, given_back, may_take_home, takes_home
from store.reading.transfers.naming import (
    pronoun,
    side_behind,
    side_right_behind,
    subject_at,
    subject_of,
    two_sides,
)

_ALL = ("all sides", "all parties")
_EACH_WAY = ("from each side", "each side", "on both sides", "from both sides", "by each side", "by both sides")
_REACH = 14
"""How many pieces before a verb who does it may stand."""
_OFTEN = 2
"""From more mentions on a side is believed to get its people back, though the article is about two others."""
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
    if counted.owner is None or counted.owner not in (scene.pair or ()):
        scene = _of_its_own(scene, pieces)
    if says(_around(pieces, counted, act), _ALL):
        return Parties(ALL_SIDES, ALL_SIDES)
    subject = subject_of(pieces, act.left) or (None if act.passive else pronoun(pieces, act.left, earlier))
    mutual = _mutual(scene, pieces, counted, act, subject)
    if mutual is not None and mutual.reciprocal and counted.kind == "hostages" and act.way != "exchange":
        mutual = None  # only one side holds hostages
    return mutual if mutual is not None else _directed(scene, pieces, counted, act, subject)


def returned(scene: Scene, pieces: list[Piece], counted: Counted, parties: Parties, first: Parties | None) -> Parties:
    """Return who gives and who takes what is given in return for something else, whose parties are known."""
    if first is None or first.giver is None or first.reciprocal or parties.reciprocal:
        return parties
    giver = holder_of(scene, pieces, counted) or first.taker or parties.giver
    return parties._replace(giver=None if giver == first.giver else giver, taker=first.giver)


def _around(pieces: list[Piece], counted: Counted, act: Act) -> str:
    return words_of(pieces[max(min(act.at, counted.first) - 16, 0) : max(act.at, counted.last) + 12])


def _mutual(scene: Scene, pieces: list[Piece], counted: Counted, act: Act, subject: str | None) -> Parties | None:
    """Return the two who both give and take; None where something goes one way."""
    both = two_sides(pieces, act.left)
    one_way = act.passive and side_behind(pieces, act.at, ("to",)) is not None
    if act.way == "exchange" and act.passive and counted.owner is not None and for_others(pieces, act.at):
        return Parties(other_side(scene, counted.owner), counted.owner)
    if act.way == "exchange" and counted.owner is not None and not act.partner and against(pieces, counted):
        return Parties(other_side(scene, counted.owner), counted.owner)
    if act.way == "exchange" and not act.partner and given_back(pieces, counted, act):
        known = counted.owner is not None
        return Parties(other_side(scene, counted.owner) if known else None, counted.owner)
    if act.way == "exchange" and subject is not None and both is None and pieces[act.at].kind == "exchange-verb":
        other = side_behind(pieces, act.at, ("with",))
        if other is not None and other != subject:
            return _together((subject, other))
    if act.way == "exchange" and not act.partner and not one_way:
        return _together(both or _turned(scene.pair, subject) or (subject, None))
    held = act.partner or holder_of(scene, pieces, counted) is not None
    joint = both is not None or _is_joint(pieces, counted, act)
    if both is not None and act.way == "give" and counted.owner in both and counted.numbered:
        return Parties(both[1] if counted.owner == both[0] else both[0], counted.owner)
    if joint and not held and side_behind(pieces, act.at, ("to",)) is None:
        return _together(both or scene.pair or (None, None))
    return None


def _is_joint(pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether the words say that both sides do it: "both sides released", "307 each"."""
    begin = min(act.left, counted.first)
    nearest = subject_at(pieces, act.left) if not act.passive else None
    since = max(begin - _REACH, nearest or 0, 0)
    left = words_of(pieces[since : begin + 1]).rpartition(" that ")[2]
    left = left if left.startswith(" ") else f" {left}"
    return (
        says(left, group("joint"))
        or says(_own_clause(pieces, counted, act, since), _EACH_WAY)
        or _each(pieces, counted)
    )


def _own_clause(pieces: list[Piece], counted: Counted, act: Act, since: int) -> str:
    """Return the words around a verb, without those of a clause before its subject that has a verb of its own."""
    begin = max(min(act.at, counted.first) - 16, 0)
    other = any(piece.kind in ("give-verb", "exchange-verb") for piece in pieces[begin:since])
    return words_of(pieces[since if other else begin : max(act.at, counted.last) + 12])


def _directed(scene: Scene, pieces: list[Piece], counted: Counted, act: Act, subject: str | None) -> Parties:
    """Return who gives and who takes what goes one way."""
    giver, taker = _one_way(scene, pieces, counted, act, subject)
    own = any(piece.text in ("its", "their", "our") for piece in pieces[counted.first : counted.last])
    told = own or taker == scene.group or any(piece.kind == "actor" and side_of(piece) == giver for piece in pieces)
    guessed = act.passive and not told and _named(scene, pieces, counted, act, subject) == (None, None)
    if counted.owner is not None and counted.owner in group("third"):
        giver, taker = None if giver == counted.owner else giver, counted.owner
    if may_take_home(pieces, counted, act):
        return Parties(None, None)
    if takes_home(pieces, counted, act, giver):
        return Parties(other_side(scene, giver), giver)
    by_pronoun = subject_of(pieces, act.left) is None and subject is not None
    if by_pronoun and act.way == "give" and not act.passive and counted.owner == giver and giver is not None:
        giver, taker = other_side(scene, giver), giver
    if by_pronoun and act.way == "receive" and counted.owner == giver and counted.owner is not None:
        giver, taker = taker, giver
    return Parties(giver, taker, guessed=guessed)


def _of_its_own(scene: Scene, pieces: list[Piece]) -> Scene:
    """Return the scene as a sentence sees it that is about two sides of its own: a page of several conflicts."""
    named = dict.fromkeys(
        side_of(piece)
        for at, piece in enumerate(pieces)
        if piece.kind == "actor" and not (at and pieces[at - 1].kind == "number")
    )
    sides = [side for side in named if side not in group("third") and side not in scene.helpers]
    if scene.pair is None or len(sides) != len(scene.pair) or set(sides) & set(scene.pair):
        return scene
    return scene._replace(pair=(sides[0], sides[1]))


def _each(pieces: list[Piece], counted: Counted) -> bool:
    """Whether "each" stands right behind a count: "the release of 307 people each"."""
    for at in range(counted.last + 1, min(counted.last + 3, len(pieces))):
        if pieces[at].text in ("each", "apiece"):
            return at + 1 >= len(pieces) or pieces[at + 1].kind not in ("actor", "unit")
    return False


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
    giver, taker = _named(scene, pieces, counted, act, subject)
    if act.partner:
        giver, taker = holder_of(scene, pieces, counted) or taker or other_side(scene, giver), giver
    owner = scene.group if counted.owner is not None and counted.owner == scene.people else counted.owner
    free = taker is None or taker in group("third") or taker in scene.helpers
    if owner is not None and (act.partner or (free and owner != giver)):
        faced = any(side == giver for _, side in scene.faces)
        known = owner in (scene.pair or ()) or scene.sides[owner] > _OFTEN or not faced
        taker = owner if known else other_side(scene, giver) or owner
        giver = other_side(scene, owner) or giver if act.partner else giver
    giver, taker = (None if side in group("third") or side in scene.helpers else side for side in (giver, taker))
    if giver == taker:
        taker = None
    if counted.kind == "hostages" and not act.partner:
        giver, taker = from_captors(scene, counted, giver, taker)
    if giver is None and taker is None:
        taker = _home(scene, pieces, act)
        giver = _jailer(pieces, counted, act) if taker is None else None
        giver = scene.group if counted.kind == "hostages" and taker is giver is None else giver
    if counted.kind == "hostages" and giver is None and scene.group is None:
        return None, taker
    return giver or other_side(scene, taker), taker or _facing(scene, pieces, giver)


def _facing(scene: Scene, pieces: list[Piece], giver: str | None) -> str | None:
    """Return who takes what a side gives; nobody where a group gives, and the other of two is not whom it faces."""
    faced = dict(scene.faces).get(giver or "")
    other = other_side(scene, giver)
    named = any(piece.kind == "actor" and side_of(piece) == other and piece.form != "person" for piece in pieces)
    by_name = named and not any(piece.text in ("among", "including") for piece in pieces)
    return other if faced is None or other == faced or faced not in scene.sides or by_name else None


def _named(
    scene: Scene, pieces: list[Piece], counted: Counted, act: Act, subject: str | None
) -> tuple[str | None, str | None]:
    """Return giver and taker as the words name them."""
    own = _own_subject(pieces, counted)
    active = None if act.passive else subject
    if act.way == "receive":
        return side_behind(pieces, act.at, ("from",)), own or active
    source = side_right_behind(pieces, counted, "by")
    source = source or side_behind(pieces, min(act.at, counted.first), ("by", "from") if act.passive else ("by",))
    if pieces[act.at].value == "leave":
        source = source or next((side_of(p) for p in pieces[act.at + 1 : act.at + 4] if p.kind == "actor"), None)
    target = side_right_behind(pieces, counted, "to") or side_behind(pieces, act.at, ("to",))
    if pieces[act.at].value == "hand to" and pieces[act.at + 1].kind == "actor":
        target = side_of(pieces[act.at + 1])
    return own or holder_of(scene, pieces, counted) or active or source, target


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


def _own_subject(pieces: list[Piece], counted: Counted) -> str | None:
    """Return who gives where the verb is left out: "Russia undertook to return 2,400 bodies and Ukraine 60"."""
    at = counted.first - 1
    while at > 1 and (pieces[at].kind == "role" or pieces[at].text == "'s"):
        at -= 1
    before = at - 2 if at > 1 and pieces[at - 1].text == "the" else at - 1
    if before >= 0 and pieces[at].kind == "actor" and pieces[before].text in ("and", "while", ",", ";"):
        return side_of(pieces[at])
    return None
