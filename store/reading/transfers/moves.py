"""People handed over whom words tell of that are no verb of the trade: "went the other way", "were flown to Riyadh"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.transfers.act import CLAUSE_ENDS, Act
from store.reading.transfers.counted import CAPTIVES, PEOPLE, Counted
from store.reading.transfers.manners import manner_of_verb

_PEOPLE = (*PEOPLE, "")
_WENT = frozenset(
    (
        "went",
        "crossed",
        "came",
        "headed",
        "travelled",
        "traveled",
        "passed",
        "moved",
        "flew",
        "sent",
        "freed",
        "released",
    )
)
_TURNED = frozenset(("other", "opposite", "reverse"))
_CARRIED = frozenset(
    (
        "carried", "brought", "flew", "took", "ferried", "transported", "bussed", "bused", "drove", "delivered",
        "airlifted", "returned", "shuttled", "carry", "bring", "fly", "take", "ferry",
    )
)  # fmt: skip
_SENT = frozenset(
    (
        "sent", "flown", "flew", "bused", "bussed", "driven", "brought", "ferried", "transported", "airlifted",
        "escorted", "shipped", "taken", "carried", "moved",
    )
)  # fmt: skip
_AIMED = frozenset(("to", "into", "home", "back", "across"))
_SICK = frozenset(
    (
        "hospital", "hospitals", "clinic", "clinics", "morgue", "prison", "prisons", "jail", "jails", "court", "courts",
        "camp", "camps", "safety", "shelter", "shelters", "base", "front", "school", "work", "trial", "detention",
    )
)  # fmt: skip
"""Where people are brought who are not handed over."""
_HELD = frozenset(("hostage", "hostages", "captive", "captives", "prisoner"))
_LEAVING = frozenset(("left", "leave", "leaving", "departed", "depart"))
_SEEING = frozenset(("saw", "sees", "seen", "watched"))
_BLAMED = frozenset(("accused", "accuses", "alleged", "allegedly", "charged", "suspected", "blamed", "if", "until"))
UNDER_WAY = "on their way"
_FAR, _NEAR = 14, 8


def moved(pieces: list[Piece], counted: Counted) -> Act | None:
    """Return that people who are counted were brought or went to a side; None where no words say so."""
    if counted.kind not in _PEOPLE or pieces[counted.last].text in group("in office"):
        return None
    if not counted.numbered:
        return _flown_by(pieces, counted)
    for read in (_freed_later, _other_way, _under_way, _in_vehicles, _sent_to, _left_for, _arrived, _followed):
        act = read(pieces, counted)
        if act is not None:
            return act
    return None


def is_freed_later(pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether a pronoun behind takes up a count: "seized five policemen and released them on Friday"."""
    return counted.last < act.at < len(pieces) - 1 and pieces[act.at + 1].text == "them"


def speaks_of_captives(pieces: list[Piece]) -> bool:
    """Whether a sentence speaks of people who are held, or exchanged."""
    return any(
        piece.unit[1] in CAPTIVES
        or piece.kind.startswith("exchange")
        or piece.text in group("captures")
        or piece.text in ("captivity", "custody", "hostage", "freed", "imprisoned", "abduction", "abducted")
        for piece in pieces
    )


def _done(pieces: list[Piece], at: int, ends: tuple[str | None, str | None] | None = None) -> Act | None:
    """Return the act of a verb at a place where that is told as done."""
    manner, left = manner_of_verb(pieces, at)
    before = {piece.text for piece in pieces[max(left - 2, 0) : at]}
    if manner.status not in ("done", "unsaid") or before & {"to", "not", "never", "will", "would"}:
        return None
    why = f"moved: {pieces[at].text}"
    return Act(at, "give", "done", "", passive=True, left=left, why=why, ends=ends, moved=True)


def _other_way(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "63 captives went the other way", "12 others were sent in the opposite direction"."""
    for at in range(counted.last + 1, min(counted.last + _NEAR, len(pieces) - 1)):
        if pieces[at].text in _TURNED and pieces[at + 1].text in ("way", "direction"):
            verbs = [place for place in range(counted.last + 1, at) if pieces[place].text in _WENT]
            act = _done(pieces, verbs[0]) if verbs else None
            return act._replace(turned=True) if act is not None else None
        if pieces[at].text in CLAUSE_ENDS:
            return None
    return None


def _under_way(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "four children are on their way from Russia to relatives in Ukraine"."""
    for at in range(counted.last + 1, min(counted.last + _FAR, len(pieces) - 2)):
        if pieces[at].text in CLAUSE_ENDS or pieces[at].kind == "modal":
            return None
        way = pieces[at].text == "on" and pieces[at + 2].text == "way"
        if way and pieces[at - 1].text in ("are", "were", "is", "was", "now", "already", "'re"):
            ends = _side_after(pieces, at + 2, ("from",)), _side_after(pieces, at + 2, ("to", "in", "for"))
            return Act(at, "give", "done", "", passive=True, left=at - 1, why=UNDER_WAY, ends=ends, moved=True)
    return None


def _in_vehicles(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "three planes carried more than 100 men to Aden", "buses brought 40 detainees to Ramallah"."""
    at = next((at for at in range(counted.first - 1, max(counted.first - 4, 0), -1) if pieces[at].text in _CARRIED), 0)
    before = pieces[max(at - _FAR, 0) : at]
    if not at or not any(piece.text in group("vehicles") for piece in before):
        return None
    if any(piece.text in CLAUSE_ENDS for piece in before) or not _leads_out(pieces, counted.last + 1):
        return None
    return _done(pieces, at, (_side_after(pieces, counted.last, ("from",)), counted.owner))


def _flown_by(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "Saudi Arabia flew Houthi prisoners to Yemen on Friday", which tells the day of it."""
    near = range(counted.last - 1, max(counted.first - 2, 0), -1)
    at = next((at for at in near if pieces[at].text in _CARRIED), 0)
    if (
        not at
        or pieces[at - 1].kind != "actor"
        or counted.kind not in CAPTIVES
        or not _leads_out(pieces, counted.last + 1)
    ):
        return None
    taker = counted.owner or _side_after(pieces, counted.last, ("to", "into"))
    return _done(pieces, at, (side_of(pieces[at - 1]), taker))


def _sent_to(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "the remains of two volunteers were sent to Kyiv", "ten sailors were flown to Manila"."""
    for at in range(counted.last + 1, min(counted.last + _NEAR, len(pieces) - 1)):
        piece = pieces[at]
        if piece.text in CLAUSE_ENDS or piece.kind == "modal" or piece.text in ("who", "which"):
            return None
        if piece.text in _SENT and pieces[at - 1].text in ("was", "were", "been", "being", "then", "later", "also"):
            captured = counted.kind in ("hostages", "civilians", "persons", "children") and piece.text == "taken"
            if captured or not _leads_out(pieces, at + 1):
                return None
            return _done(pieces, at, (None, _side_after(pieces, at, ("to", "into"))))
    return None


def _leads_out(pieces: list[Piece], at: int) -> bool:
    """Whether a way leads to a side's land or keeping, and not to a hospital or a prison."""
    near = pieces[at : at + _NEAR]
    aimed = next((place for place, piece in enumerate(near[:4]) if piece.text in _AIMED), None)
    if aimed is None:
        return False
    goal = near[aimed + 1 : aimed + 5]
    if any(piece.text in _SICK for piece in goal):
        return False
    return near[aimed].text in ("home", "back") or any(piece.kind in ("actor", "place") for piece in goal)


def _left_for(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "19 servicemen left Sanaa for Riyadh", "Saturday saw 19 of them leave Sanaa"."""
    for at in range(counted.last + 1, min(counted.last + _NEAR, len(pieces) - 1)):
        if pieces[at].text in CLAUSE_ENDS or pieces[at].kind in ("modal", "say"):
            return None
        if pieces[at].text not in _LEAVING:
            continue
        held_in = pieces[at + 1]
        if held_in.kind not in ("actor", "place") or side_of(held_in) == counted.owner:
            return None
        if pieces[at].text != "left" and pieces[at].text != "departed":
            seen = any(piece.text in _SEEING for piece in pieces[max(counted.first - 4, 0) : counted.first])
            if not seen:
                return None
        taker = _side_after(pieces, at + 1, ("for", "to"))
        known = taker is not None or counted.kind in CAPTIVES or counted.owner is not None
        return _done(pieces, at, (side_of(held_in), taker or counted.owner)) if known else None
    return None


def _arrived(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "14 captives arrived in Kinshasa", "four journalists whom a court had sentenced landed in Marib"."""
    held = counted.kind in CAPTIVES or any(piece.text in group("captures") for piece in pieces[: counted.last + _FAR])
    for at in range(counted.last + 1, min(counted.last + _FAR, len(pieces) - 2)):
        if pieces[at].text in CLAUSE_ENDS or pieces[at].kind in ("modal", "say", "unit", "number"):
            return None
        if pieces[at].text in ("arrived", "landed") and pieces[at + 1].text in ("in", "at", "from"):
            goal = pieces[at + 2 : at + 5]
            if not held or any(piece.text in _SICK for piece in goal):
                return None
            named = any(piece.kind in ("actor", "place", "name") for piece in goal)
            ends = _side_after(pieces, at, ("from",)), counted.owner
            return _done(pieces, at, ends if any(ends) else None) if named else None
    return None


def _followed(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "the other 550 followed on December 18", "ten more followed": the same way as those before."""
    at = counted.last + 1
    at += at < len(pieces) and pieces[at].text in ("more", "others", "have", "then")
    more = {piece.text for piece in pieces[max(counted.first - 2, 0) : at]} & {"other", "another", "others", "more"}
    if at >= len(pieces) or pieces[at].text != "followed" or not more:
        return None
    ends = at + 1 >= len(pieces) or pieces[at + 1].kind in ("punct", "date", "prep")
    act = _done(pieces, at) if ends else None
    return act._replace(again=True) if act is not None else None


def _freed_later(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "put six hostages on a stage before it handed them over": what a pronoun behind takes up."""
    for at in range(counted.last + 1, min(counted.last + 2 * _FAR, len(pieces) - 1)):
        piece = pieces[at]
        if piece.kind in ("number", "unit") and pieces[at - 1].kind not in ("prep", "word"):
            return None
        if piece.text == ";":
            return None
        if piece.kind == "give-verb" and pieces[at + 1].text == "them" and not _is_charged(pieces, at):
            manner, left = manner_of_verb(pieces, at)
            if manner.status not in ("done", "unsaid") or (manner.status == "unsaid" and piece.form != "ing"):
                return None
            return Act(at, "give", "done", "", passive=False, left=left, why=f"{piece.text} them")
    return None


def _is_charged(pieces: list[Piece], at: int) -> bool:
    """Whether somebody is only blamed for it: "accused of handing them over"."""
    return any(piece.text in _BLAMED or piece.kind in ("demand", "refuse") for piece in pieces[:at])


def _side_after(pieces: list[Piece], at: int, leads: tuple[str, ...]) -> str | None:
    """Return the side behind one of some prepositions, in the same clause."""
    for ahead in range(at + 1, min(at + _NEAR, len(pieces) - 1)):
        if pieces[ahead].text in (",", ";") or pieces[ahead].kind in ("say", "modal"):
            return None
        if pieces[ahead].text in leads:
            for piece in pieces[ahead + 1 : ahead + 4]:
                if piece.kind in ("actor", "place"):
                    side = side_of(piece)
                    return None if side in group("third") else side
                if piece.kind not in ("word", "role"):
                    break
    return None
