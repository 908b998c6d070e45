"""Who speaks only for himself: relatives, crowds, witnesses, and people of whom an article gives only the name."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.positions.stances import word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

OUTSIDE = word_set(
    "opposition ex-president ex-minister ex-official retired exiled analyst analysts expert experts journalist "
    "journalists lawyer lawyers activist activists campaigners families family relatives protesters protestors "
    "demonstrators newspaper newspapers daily tabloid media historian scholars academics bloggers blogger residents "
    "civilians citizens voters refugees survivors widow mother father wife sister brother critics dissidents "
    "commentators commentator columnist economists professor charity charities ngo ngos lawmaker lawmakers senator "
    "senators congressman mp mps deputies legislators politicians veterans settlers clerics bishops think-tank "
    "channel website outlet outlets broadcaster thousands hundreds dozens crowds"
)
"""Words for those who take no part in a negotiation, though a side stands beside them."""
_RELATIVES = word_set(
    "family families relatives mother father wife husband widow son daughter sister brother parents cousin uncle aunt "
    "survivor survivors protesters protestors demonstrators residents thousands hundreds crowds activist lawyer "
    "lawyers analyst expert professor charity villagers passers-by campaigner campaigners columnist"
)
_DASHES = frozenset("-–—(")
_LONGEST = 12
_FULL_NAME = 2
_TO_NAME = word_set("the a an this that these those all both each some many most no")


def privately(pieces: list[Piece]) -> bool:
    """Whether the subject of a sentence takes no part in any talks: "Noam Peri, daughter of ...", "the family"."""
    first = _start(pieces)
    subject = []
    for piece in pieces[first : first + _LONGEST]:
        if piece.kind in ("aux", "modal", "say", "punct", "quote", "pron") or piece.form in ("ed", "past", "s"):
            break
        subject.append(piece)
    if any(piece.text in _RELATIVES for piece in subject):
        return True
    stop = next((at for at, piece in enumerate(subject) if piece.kind != "name"), len(subject))
    if stop < _FULL_NAME or subject[0].text in _TO_NAME:
        return False
    if any(piece.kind in ("actor", "role", "place") for piece in subject[stop : stop + _FULL_NAME]):
        return False
    return not _titled(pieces[first + stop : first + stop + _LONGEST])


def _start(pieces: list[Piece]) -> int:
    """Return where the subject begins: past a setting such as "In Tel Aviv on Monday, "."""
    if not pieces or pieces[0].kind not in ("prep", "date"):
        return 0
    return next((at + 1 for at, piece in enumerate(pieces[:_LONGEST]) if piece.text == ","), 0)


def _titled(after: list[Piece]) -> bool:
    """Whether an apposition gives a name an office: "Mousa Abu Marzouk, a Hamas official, said"."""
    if not after or after[0].text != ",":
        return False
    stop = next((at for at, piece in enumerate(after[1:], 1) if piece.text == "," or piece.kind == "say"), len(after))
    inside = after[1:stop]
    return any(piece.kind == "role" for piece in inside) and not any(piece.text in OUTSIDE for piece in inside)


def crowd(pieces: list[Piece], at: int) -> bool:
    """Whether an actor is a people, of whom nobody speaks: "Israelis demanded", not "the Israelis demanded"."""
    after = pieces[at + 1].kind if at + 1 < len(pieces) else ""
    alone = after not in ("word", "name", "role", "unit") or pieces[at].text.endswith("ns")
    return pieces[at].text in group("peoples") and alone and not (at and pieces[at - 1].text == "the")


def object_of(pieces: list[Piece], at: int) -> bool:
    """Whether a name stands right behind a verb, as what it is done to: "relatives condemned Israeli raids"."""
    if at < _FULL_NAME:
        return False
    verb = pieces[at - 1]
    if verb.kind == "say":
        return False
    if verb.form in ("ed", "past") or (pieces[at - 2].text == "to" and verb.kind == "word"):
        return True
    ended = verb.kind == "word" and verb.text.endswith("ed") and "-" not in verb.text
    return (
        ended
        and pieces[at - 2].text not in _TO_NAME
        and pieces[at - 2].kind in ("word", "name", "role", "pron", "unit")
    )


def placed(pieces: list[Piece], at: int) -> bool:
    """Whether a name only tells where or with whom: "in northern Uganda", or the "BEIRUT/GENEVA" of a dateline."""
    beside = {piece.text for piece in (*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2])}
    if pieces[at].form == "seat" and ("/" in beside or (at == 0 and beside & _DASHES)):
        return True
    back = at - 1
    while back >= 0 and at - back <= _FULL_NAME and pieces[back].kind == "word" and pieces[back].text not in _TO_NAME:
        back -= 1
    return back >= 0 and pieces[back].kind == "prep" and pieces[back].text not in ("of", "to")
