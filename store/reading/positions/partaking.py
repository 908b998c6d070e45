"""Who takes no part in a negotiation though a side is named with him, and what is no quarrel about it."""

from __future__ import annotations

from itertools import pairwise

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.grammar.sides import side_of
from store.reading.positions.private import OUTSIDE, privately
from store.reading.positions.sameness import negotiated
from store.reading.positions.stances import adjectival, word_set
from store.reading.positions.stand import whole

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.positions.holders import Held
    from store.reading.positions.stances import Mark, Stances
    from store.reading.proposals import Position

_OVER = word_set("former ex")
_REACH = 4
_LONGEST = 9
_SIDES = word_set(
    "group movement militia militants rebels rebel paramilitary paramilitaries army forces troops fighters side sides "
    "party parties neighbour neighbor rival rivals government regime junta authorities insurgents guerrillas other "
    "opponents enemy foe kremlin delegation negotiators separatists coalition leadership leader leaders each one west"
)
_FIGHTING = word_set(
    "killing shelling bombing striking attacking firing launching shooting hitting targeting murdering wounding "
    "injuring torturing raping looting burning massacring assassinating besieging destroying mining ambushing "
    "carrying downing sinking"
)
_TALKED = word_set(
    "ceasefire cease-fire truce deal agreement accord pause talks negotiations exchange swap memorandum withdrawal "
    "peace arrangement"
)
_GERUND = 14
_BEFORE = 20
_WATCHERS = word_set(
    "analyst analysts expert experts observer observers critics commentators historians scholars skeptics sceptics "
    "pundits economists"
)
_THINKING = word_set(
    "believe believes believed think thinks thought fear fears feared suspect suspects suspected assume assumes "
    "assumed speculate speculated speculation hope hopes hoped doubt doubts doubted"
)
_NO = word_set("no little without any")
_SIGNS = word_set("sign signs indication indications evidence hint hints suggestion word guarantee reason")
_GIVEN_UP = word_set(
    "dropped drop dropping abandoned abandon abandoning softened soften eased ease withdrew withdrawn waived waive "
    "shelved relaxed gave given"
)
_ASKING = ("prefer", "hop", "demand", "insist", "urg", "propos", "request", "recommend", "ask", "requir")
_ARMS = word_set(
    "missile missiles weapons weapon arms ammunition munitions jets shells air-defence air-defense interceptors "
    "artillery drones tanks weaponry"
)
_HALTED = word_set("end halt stop cease suspend suspension ban hand surrender lay give withdraw withdrawal against")


_DONE = word_set(
    "murder murders killing killings execution executions attack attacks strike strikes bombing bombings abduction "
    "abductions kidnapping kidnappings raid raids shelling invasion aggression america europe west kremlin"
)
_QUOTES = "“”\"'‘’,."
_PERSONAL = word_set("forgiveness privacy prayers patience donations volunteers votes")
"""What is asked of people, and not in talks."""


def off_the_talks(pieces: list[Piece], mark: Mark, held: Held, position: Position) -> bool:
    """Whether a position is none in a negotiation: its holder takes no part, or it is about something else."""
    if _no_holder(pieces, held, mark) or _of_supplies(mark, position.topic):
        return True
    return position.stance == "accuse" and _no_breach(pieces, mark)


def of_the_talks(pieces: list[Piece], holder: str, stances: Stances) -> bool:
    """Whether what is criticised is what is talked about, what another side does, or what is done to people.

    "Also criticised Zelensky" alone tells no stance on anything talked about.
    """
    if all(piece.kind in ("actor", "role", "name", "date") for piece in pieces):
        return not pieces
    return negotiated(" ".join(piece.text for piece in pieces)) or any(
        stances.matter(piece)
        or piece.kind in ("unit", "number")
        or piece.text in _DONE
        or (piece.kind == "actor" and side_of(piece) != holder)
        for piece in pieces
    )


def _no_holder(pieces: list[Piece], held: Held, mark: Mark) -> bool:
    """Whether who is named takes no part: "a former Ukrainian minister", "the opposition", "Israelis", an aid group."""
    if held.side in group("aid"):
        return True
    owner = pieces[held.at]
    if privately(pieces) and not mark.noun and (held.at >= mark.first or mark.form == "ing" or owner.kind == "pron"):
        return True
    if mark.noun or held.at >= mark.first:
        return False
    the = held.at > 0 and pieces[held.at - 1].text == "the"
    if owner.text in group("peoples") and not the and not adjectival(owner):
        return True
    before = pieces[max(whole(pieces, held.at) - _REACH, 0) : held.at]
    stop = max((at for at, piece in enumerate(before) if piece.kind in ("punct", "say", "conj")), default=-1)
    near = before[stop + 1 :]
    if any(piece.text in _OVER or piece.text in OUTSIDE for piece in near):
        return True
    inside = pieces[held.at + 1 : min(mark.first, held.at + _LONGEST)]
    stop = next((at for at, piece in enumerate(inside) if piece.kind in ("punct", "say", "aux", "pron")), len(inside))
    return any(piece.text in OUTSIDE for piece in inside[:stop])


def only_supposed(pieces: list[Piece], mark: Mark) -> bool:
    """Whether a stance is what outsiders believe, what nothing shows, or what somebody else is to take."""
    before = pieces[max(mark.first - _BEFORE, 0) : mark.first]
    told = next((at for at, piece in enumerate(before) if piece.kind == "say" or piece.text in _THINKING), None)
    if told is not None and any(piece.text in _WATCHERS for piece in before[:told]):
        return True
    stop = max((at for at, piece in enumerate(before) if piece.kind in ("quote", "say")), default=-1)
    if any(piece.text in _THINKING for piece in before[stop + 1 :]):
        return True
    if any(piece.text in _NO and after.text in _SIGNS for piece, after in pairwise(before)):
        return True
    if mark.noun and any(piece.text in _GIVEN_UP for piece in before[-4:]):
        return True
    after = pieces[mark.last + 1 :]
    said = next((at for at, piece in enumerate(after) if piece.kind == "say"), None)
    if said is not None and after[max(said - 1, 0)].text in _WATCHERS:
        return True
    if mark.form != "base" or len(before) < 2 or before[-1].kind not in ("actor", "role", "name", "pron"):
        return False
    return any(piece.text == "that" for piece in before[-6:]) and any(
        piece.text.startswith(_ASKING) for piece in before
    )


def _no_breach(pieces: list[Piece], mark: Mark) -> bool:
    """Whether what is blamed is nobody that takes part, or an act of war in which nothing agreed was broken."""
    if mark.noun:
        return False
    after = pieces[mark.last + 1 : mark.last + _GERUND]
    stop = next((at for at, piece in enumerate(after) if piece.text in (",", ";", ".") and at), len(after))
    named = any(
        piece.kind in ("actor", "role", "pron") or piece.text in _SIDES or piece.unit[0] == "soldier"
        for piece in after[: min(stop, _LONGEST)]
    )
    if not named and not mark.words.startswith("alleg"):
        return True
    of = next((at for at, piece in enumerate(after[:-1]) if piece.text in ("of", "for")), None)
    if of is None or after[of + 1].text not in _FIGHTING:
        return False
    return not any(piece.text in _TALKED for piece in pieces)


def _of_supplies(mark: Mark, topic: str) -> bool:
    """Whether friends are asked for arms: that is no matter of the talks, but "a halt to arms supplies" is."""
    words = {word.strip(_QUOTES) for word in topic.casefold().split()}
    if mark.stance in ("ask", "urge", "want", "need") and words & _PERSONAL:
        return True
    return mark.stance in ("ask", "urge", "want") and not words.isdisjoint(_ARMS) and words.isdisjoint(_HALTED)
