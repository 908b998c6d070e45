"""Who holds a stance: the side of the subject before a verb, of the owner of a noun, of "by ..." in the passive."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.sides import side_of
from store.reading.positions.memory import AGAINST_STATE
from store.reading.positions.stances import adjectival, word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.positions.memory import Memory

SKIPPED = word_set(
    "again once more also already still now then later earlier yesterday today meanwhile so far thus itself "
    "themselves himself all both therefore instead twice ever since first long all together today tonight this "
    "week month year last in turn further always often yet simply do does did"
)
_NOT_BODIES = word_set(
    "media broadcaster press prison court people sources source state house human rights nation republic security"
)
_WE = word_set("we i")
_THEY = word_set("it they he she")
_WHO = word_set("who which that")
OWN = word_set("its their his her")
_OFFICES = word_set("envoy minister president premier spokesman spokeswoman spokesperson leader ambassador negotiator")
_PAPERS = word_set("statement letter declaration message communique statements remarks comments letters speech address")
_OCCASIONS = word_set("interview briefing conference post broadcast tweet summit session")
_NAMED = frozenset(("actor", "role", "name"))
_LONGEST_NAME = 5
_WHEN = word_set("after before since until as than")
"""Words before a side that begin a clause of which it is the subject: "after Hamas rejected it"."""
_ISSUED = word_set(
    "issued issues issue released releases published publishes sent sends made signed signs adopted endorsed posted in "
    "delivered wrote drafted approved"
)
"""What a side does with a paper that speaks for it."""
_MEANS = word_set("plan plans planned planning intend intends intended intending")
_GOING_ON = ("continu", "keep", "kept", "went on", "plan", "intend")
_OTHERS = word_set("allies partners countries nations mediators states powers governments backers")
_PLACES = word_set("city town village capital region province port border resort island newspaper magazine daily")
CUTS = frozenset(";:()")
"""Signs over which no subject is looked for."""
_PARTNER = 2


class Held(NamedTuple):
    """A holder, and where its words begin."""

    side: str
    at: int
    """The first piece of the holder, or of the verb where the holder stands in another sentence."""


def subject_of(pieces: list[Piece], verb: int, memory: Memory) -> Held | None:
    """Return the side that does what a verb says; None where it is nobody's, or only possible."""
    at = next((at for at in range(verb - 1, -1, -1) if not (_passing(pieces[at]) or _before_day(pieces, at))), -1)
    if at < 0:
        return None
    piece = pieces[at]
    if piece.text in (",", "–", "—", "-"):
        return _over_comma(pieces, at, verb, memory)
    if piece.kind == "conj" and piece.text in ("and", "but", "or"):
        return None if pieces[verb].form == "" and _joins_other(pieces, at, verb) else _main(pieces, at, verb, memory)
    if piece.kind == "pron":
        return _pronoun(pieces, at, memory)
    if piece.text == "to" and at and pieces[at - 1].text.startswith(_GOING_ON):
        main = _main(pieces, at, verb, memory) if pieces[at - 1].text in _MEANS else None
        return subject_of(pieces, at - 1, memory) or main
    if piece.kind == "meeting" or piece.text in _PAPERS | _OCCASIONS:
        return _in_words(pieces, at, verb, memory)
    if piece.text == "to" or (piece.kind == "prep" and pieces[verb].form == "ing"):
        return _main(pieces, at, verb, memory) if piece.text in ("to", "in") else None
    return noun_phrase(pieces, at, memory)


def _in_words(pieces: list[Piece], at: int, verb: int, memory: Memory) -> Held | None:
    """Return who does it where a meeting, a statement or the like stands before the verb."""
    if pieces[at].text in _PAPERS and (pieces[verb].form == "ing" or pieces[verb].kind == "say"):
        return _paper(pieces, at, verb, memory)
    return noun_phrase(pieces, at, memory) if pieces[verb].form == "ing" else _at_meeting(pieces, at, memory)


def _paper(pieces: list[Piece], at: int, verb: int, memory: Memory) -> Held | None:
    """Return whose statement says it; of a paper that calls for something only who issues or signs it."""
    if pieces[verb].kind == "say":
        return Held(memory.last, at) if memory.last else None
    owner = _owner(pieces, at, memory)
    if owner is not None:
        return owner
    own = any(near.text in _ISSUED for near in pieces[max(at - _LONGEST_NAME, 0) : at])
    return _main(pieces, at, verb, memory) if own else None


def _at_meeting(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return who does something at a meeting or in a statement: "Russia at the Istanbul talks urged"."""
    for back in range(at - 1, max(at - _LONGEST_NAME, 0), -1):
        if pieces[back].text in ("at", "in", "during", "via", "through"):
            return noun_phrase(pieces, back - 1, memory) if pieces[back - 1].kind in _NAMED else None
        if pieces[back].kind not in ("word", "name", "actor", "place", "number") and pieces[back].text not in OWN:
            return None
    return None


def _owner(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return whose words take a stand: "the prime minister's recent statements rejecting"."""
    for back in range(at - 1, max(at - _LONGEST_NAME, 0), -1):
        if pieces[back].text in ("'s", "’s", "'", "’"):
            return noun_phrase(pieces, back - 1, memory)
        if pieces[back].kind not in ("word", "name"):
            return None
    return None


def _passing(piece: Piece) -> bool:
    return (
        piece.kind in ("aux", "modal", "not", "date", "quote")
        or piece.text in SKIPPED
        or (piece.kind == "word" and piece.text.endswith("ly"))
    )


def _before_day(pieces: list[Piece], at: int) -> bool:
    """Whether a word only leads to a day before the verb: "Hamas on Tuesday rejected"."""
    return pieces[at].text in ("on", "late", "early") and at + 1 < len(pieces) and pieces[at + 1].kind == "date"


def _joins_other(pieces: list[Piece], at: int, verb: int) -> bool:
    """Whether "and complaining" goes on with no other form in -ing: somebody is only told of as doing it."""
    return pieces[verb].text.endswith("ing") and not any(piece.text.endswith("ing") for piece in pieces[:at])


def _main(pieces: list[Piece], at: int, verb: int, memory: Memory) -> Held | None:
    side = memory.main(pieces, at)
    return Held(side, verb) if side else None


def _over_comma(pieces: list[Piece], at: int, verb: int, memory: Memory) -> Held | None:
    """Return the subject across "Hamas, which governs Gaza, " or before ", demanding that"."""
    if pieces[verb].form == "ing" and verb == at + 1:
        if at and pieces[at - 1].kind == "say" and memory.speaker is not None:
            return Held(memory.speaker, verb)
        return _main(pieces, at, verb, memory)
    for back in range(at - 1, max(at - 18, -1), -1):
        if pieces[back].text in (",", "–", "—", "-"):
            inside = pieces[back + 1 : at]
            if not inside or inside[0].kind in ("conj", "say"):
                break
            found = noun_phrase(pieces, back - 1, memory)
            if found is not None:
                return found
            actors = [piece for piece in inside if piece.kind == "actor" and inside[0].kind != "pron"]
            if actors and any(piece.kind == "role" for piece in inside) and _ends_name(pieces, back - 1):
                return Held(side_of(actors[0]), back - 1)
            break
        if pieces[back].text in CUTS:
            break
    return None


def _ends_name(pieces: list[Piece], at: int) -> bool:
    """Whether a name ends at a piece: "Medinsky", "Abdel-Malek al-Mekhlafi"."""
    return pieces[at].kind == "name" or (at > 0 and "-" in pieces[at].text and pieces[at - 1].kind == "name")


def _pronoun(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    word = pieces[at].text
    if word in _WE:
        side = memory.we(pieces)
        return Held(side, at) if side else None
    if word in _WHO:
        while at and (pieces[at - 1].text == "," or pieces[at - 1].kind == "prep"):
            at -= 1
        return noun_phrase(pieces, at - 1, memory)
    if word in _THEY and not memory.stranger(pieces, at, word):
        # In "soldiers said they opposed it" the pronoun is the speaker, whoever was spoken of before.
        told = word == "they" and at > 0 and pieces[at - 1].kind == "say"
        side = memory.in_sentence(pieces, at, word) or (memory.speaker if told else memory.meant(word))
        if side is None and word in ("he", "she"):
            side = memory.known.author
        return Held(side, at) if side else None
    return None


def noun_phrase(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return the side of the noun phrase that ends at a piece: "the head of Russia's delegation", "Kyiv"."""
    if at < 0:
        return None
    head = pieces[at]
    if head.kind == "actor" and not (adjectival(head) and at + 1 < len(pieces) and pieces[at + 1].kind == "word"):
        return _actor(pieces, at, memory)
    if head.unit[0] == "soldier" and at and pieces[at - 1].kind == "actor" and pieces[max(at - 2, 0)].text != "by":
        return Held(side_of(pieces[at - 1]), at - 1)
    if head.kind == "word":
        return _before_others(pieces, at) or _run_by(pieces, at, memory)
    if head.kind not in ("role", "name") or head.text in _NOT_BODIES:
        return None
    return _known(pieces, at, memory) or _owned(pieces, at, memory)


def _before_others(pieces: list[Piece], at: int) -> Held | None:
    """Return the side named before others: "Ukraine and its European allies", "Mali and other African countries"."""
    if pieces[at].text not in _OTHERS:
        return None
    for back in range(at - 1, max(at - _LONGEST_NAME, 0), -1):
        if pieces[back].text == "and":
            owner = pieces[back - 1]
            named = owner.kind == "actor" and owner.form != "person" and not adjectival(owner)
            return Held(side_of(pieces[back - 1]), back - 1) if named else None
        if pieces[back].kind not in ("word", "name", "actor") and pieces[back].text not in OWN:
            break
    return None


def _run_by(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return who runs what speaks: "the Hamas-run news agency"."""
    for back in range(at - 1, max(at - _LONGEST_NAME, -1), -1):
        side = memory.runs(pieces[back])
        if side is not None:
            return Held(side, back)
        if pieces[back].kind not in ("word", "name", "role") and pieces[back].text != "state":
            break
    return None


def _known(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return the side of an office or body that stands without it: "the envoy", "the army", "the movement"."""
    word = pieces[at].text
    if (caller := memory.caller(pieces, at)) is not None:
        return Held(caller, at)
    if word in _OFFICES and at and pieces[at - 1].text == "the" and memory.person:
        return Held(memory.person, at)
    side = memory.named(word, pieces, at) if pieces[at].kind == "role" else None
    return Held(side, at) if side is not None else None


def _owned(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return the side that stands before an office or body: "Russia's delegation", "its envoy", "the X-run agency"."""
    for back in range(at - 1, max(at - 8, -1), -1):
        piece = pieces[back]
        side = side_of(piece) if piece.kind == "actor" else memory.runs(piece)
        if side is not None:
            if adjectival(piece) and (pieces[at].text in AGAINST_STATE or pieces[back + 1].text in _PLACES):
                return None
            sent = back >= 2 and pieces[back - 1].text in ("to", "in") and pieces[back - 2].kind == "role"
            return noun_phrase(pieces, back - 2, memory) if sent else Held(side, back)
        if piece.kind not in ("role", "name", "word") and piece.text not in ("of", "for", "state", ")", *OWN):
            break
        if piece.text in OWN and pieces[at].kind == "role":
            side = memory.in_sentence(pieces, back, piece.text) or memory.meant(piece.text)
            return Held(side, back) if side else None
    return None


def partners_of(pieces: list[Piece], held: Held) -> list[tuple[str, int]]:
    """Return the sides that hold it too, and where: "Israel and Lebanon demanded", "the US, Qatar and Egypt said"."""
    at = held.at
    found: list[tuple[str, int]] = []
    while at >= _PARTNER and pieces[at].kind == "actor":
        joint = at - 2 if pieces[at - 1].text == "the" else at - 1
        last = not found and not any(piece.text == "and" for piece in pieces[at + 1 : at + 2])
        if joint < 1 or pieces[joint].text != ("and" if last else ",") or pieces[joint - 1].kind != "actor":
            break
        at = joint - 1
        if side_of(pieces[at]) != held.side:
            found.append((side_of(pieces[at]), at))
    before = pieces[at - 2 if at >= _PARTNER and pieces[at - 1].text == "the" else max(at - 1, 0)]
    return [] if before.kind == "prep" and before.text not in ("of", "by") and at else found


def _actor(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return the side of an actor, or of who stands before it: "officials in Kyiv"; none for mere places."""
    if at >= 1 and pieces[at - 1].kind == "prep":
        word = pieces[at - 1].text
        if word in ("of", "from", *_WHEN):
            return Held(side_of(pieces[at]), at)
        if at >= 2 and pieces[at - 2].kind == "role":
            outer = noun_phrase(pieces, at - 2, memory)
            return outer or (Held(side_of(pieces[at]), at - 2) if word == "in" else None)
        if at >= 2 and word in ("in", "at", "on", "with", "to"):
            return noun_phrase(pieces, at - 2, memory)
        return None
    return Held(side_of(pieces[at]), at)
