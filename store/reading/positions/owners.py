"""Whose demand, offer or refusal a noun speaks of: "Kyiv's demand", "its conditions", "a proposal of the RSF"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.positions.holders import CUTS, OWN, Held, noun_phrase, subject_of
from store.reading.positions.memory import CHIEFS
from store.reading.positions.passives import passive
from store.reading.positions.stances import adjectival, word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.positions.memory import Memory

_WHEN = word_set("after before since until as than that")
_LONGEST_NAME = 5
_CLAUSE = 3
_POSSESSIVE = frozenset(("'s", "'", "’", "’s"))
_RENEWED = (
    "renew",
    "repeat",
    "reiterat",
    "restat",
    "reaffirm",
    "maintain",
    "uph",
    "voic",
    "press",
    "rais",
    "dropp",
    "add",
)
_MADE = word_set("made presented submitted tabled unveiled issued delivered floated outlined announced set")
_MAKING = word_set("made crafted drafted formulated presented submitted put forward drawn up was is were has been")


def owner_of(pieces: list[Piece], noun: int, last: int, memory: Memory) -> Held | None:
    """Return whose demand or offer it is: "Kyiv's", "a Russian", "its", "from Kyiv", "of the RSF"."""
    for back in range(noun - 1, max(noun - 9, -1), -1):
        piece = pieces[back]
        if piece.text in _POSSESSIVE:
            return noun_phrase(pieces, back - 1, memory) or _possessor(pieces, back - 1, memory)
        if piece.kind == "actor" and (
            adjectival(piece) or back == noun - 1 or piece.text in ("us", "uk", "u.s.", "un", "eu")
        ):
            return Held(side_of(piece), back)
        if (maker := memory.made(piece)) is not None:
            return Held(maker, back)
        if piece.text in OWN:
            doer = _doer(pieces, back)
            if doer is not None:
                return Held(side_of(pieces[doer]), back)
            side = memory.in_sentence(pieces, back, piece.text) or memory.meant(piece.text)
            return Held(side, back) if side else None
        if piece.kind not in ("word", "name", "unit", "number", "conj") or piece.text in ("the", "a", "an"):
            break
        if _verb(pieces, back):
            break
    return _after(pieces, last, memory) or _maker(pieces, noun, memory) or _renewer(pieces, noun, memory)


def _renewer(pieces: list[Piece], noun: int, memory: Memory) -> Held | None:
    """Return who comes back to it: "Umerov renewed the demand", "the envoy repeated his country's call"."""
    back = noun - 1
    while back >= 0 and noun - back < _LONGEST_NAME and pieces[back].kind in ("word", "name", "prep"):
        if pieces[back].text.startswith(_RENEWED) and not passive(pieces, back):
            return subject_of(pieces, back, memory)
        back -= 1
    opens = back < 0 and len(pieces) > noun + 1 and pieces[0].text in ("the", "our", "my")
    if opens and pieces[noun + 1].text in ("is", "remains") and memory.known.author:
        return Held(memory.known.author, noun)
    return None


def _verb(pieces: list[Piece], at: int) -> bool:
    """Whether a word in -ed is the verb of what stands before it: "his latest move reduced demand"."""
    before = pieces[at - 1]
    ended = pieces[at].kind == "word" and pieces[at].text.endswith("ed")
    return ended and before.kind == "word" and not before.text.endswith("ly")


def _doer(pieces: list[Piece], own: int) -> int | None:
    """Return where a side stands that does something to its own: "as Washington toughens its conditions"."""
    if own < _CLAUSE or pieces[own - 2].kind != "actor" or adjectival(pieces[own - 2]):
        return None
    verb, before = pieces[own - 1], pieces[own - 3]
    does = verb.form in ("ed", "past", "s") or (verb.kind == "word" and verb.text.endswith(("s", "ed")))
    return own - 2 if does and (before.kind in ("conj", "punct", "say") or before.text in _WHEN) else None


def _maker(pieces: list[Piece], noun: int, memory: Memory) -> Held | None:
    """Return who made it: "presented to both parties a bridging proposal", "issued an ultimatum"."""
    back = noun - 1
    while back >= 0 and noun - back < _LONGEST_NAME and pieces[back].kind in ("word", "name", "number", "quote"):
        if pieces[back].text in ("a", "an", "new"):
            break
        back -= 1
    if back < 0 or pieces[back].text not in ("a", "an", "new"):
        return None
    for at in range(back - 1, max(back - 7, -1), -1):
        if pieces[at].text in _MADE and not passive(pieces, at):
            side = memory.main(pieces, at)
            return subject_of(pieces, at, memory) or (Held(side, at) if side else None)
        if pieces[at].text in CUTS or pieces[at].text == ",":
            return None
    return None


def _possessor(pieces: list[Piece], at: int, memory: Memory) -> Held | None:
    """Return the side before "'s", or the government where its chief is only named: "President Ivan Duque's"."""
    if at >= 0 and pieces[at].kind == "actor":
        return Held(side_of(pieces[at]), at)
    while at > 0 and pieces[at].kind == "name":
        at -= 1
    chief = at >= 0 and pieces[at].text in CHIEFS and memory.known.government is not None
    return Held(memory.known.government or "", at) if chief else None


def _after(pieces: list[Piece], last: int, memory: Memory) -> Held | None:
    while last + 1 < len(pieces) and pieces[last + 1].text in _MAKING:
        last += 1
    if last + 1 < len(pieces) and pieces[last + 1].text in ("of", "from", "by"):
        for near in range(last + 2, min(last + 5, len(pieces))):
            if pieces[near].kind == "actor" and pieces[near].form != "person":
                return Held(side_of(pieces[near]), near)
            if pieces[near].text in CHIEFS and memory.known.government:
                return Held(memory.known.government, near)
            if pieces[near].kind not in ("word", "name") or pieces[near].text in ("a", "an"):
                break
    return None
