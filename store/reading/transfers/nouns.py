"""How a noun of the trade stands: "agreed on the exchange", "the release took place", "talks on the return"."""

from __future__ import annotations

from store.reading.grammar.aims import is_aimed_at, is_discussed
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.manners import Manner

_ASKED = {
    "demand": Manner("requested", "requested"),
    "propose": Manner("proposed", "proposed"),
    "offer": Manner("offered", "offered"),
    "refuse": Manner("refused"),
    "expect": Manner("owed", "expected"),
}
_DECLARING = ("announce", "announces", "announced", "announcing", "plan", "planned", "pledged", "promised")
_STRIVING = frozenset(("effort", "efforts", "attempt", "attempts", "bid", "endeavours", "endeavors"))
"""Nouns of what somebody tries, behind which nothing is owed: "his commitment to efforts to secure the release"."""
_HANGING = frozenset(("pending", "awaiting", "awaited", "contingent", "conditional", "dependent", "conditioned"))
"""What makes something hang on what is not done yet: "talks were delayed pending the release of two rebels"."""
_MAY = frozenset(("can", "could", "may", "might"))
_THANKED = 12
_MUST = 8
_BEFORE, _AFTER = 14, 16
"""How many pieces before and behind a noun are looked at."""


def manner_of_noun(pieces: list[Piece], at: int) -> Manner:
    """Return how a noun of the trade stands, by the nearest word before it that tells, else the first behind it."""
    if _took_place(pieces, at) or _must(pieces, at):
        return Manner("done") if _took_place(pieces, at) else _ASKED["demand"]
    if at + 1 < len(pieces) and pieces[at + 1].kind == "agreement-noun":
        return _of_named_deal(pieces, at)
    if _is_predicate(pieces, at) or any(piece.text == "without" for piece in pieces[max(at - 3, 0) : at]):
        return Manner("talked")
    return _before(pieces, at) or _behind(pieces, at)


def _of_named_deal(pieces: list[Piece], at: int) -> Manner:
    """Return how what names a deal stands: "the hostage release deal" may be made, on the table, or only wanted."""
    if is_discussed(pieces, at + 1):
        return Manner("proposed", "proposed")
    return Manner("talked") if is_aimed_at(pieces, at) else _by_deal(pieces[max(at - 8, 0) : at])


def _before(pieces: list[Piece], at: int) -> Manner | None:
    """Return how a noun stands by the nearest word before it that tells; None where none does."""
    for back in range(at - 1, max(at - _BEFORE, 0) - 1, -1):
        if pieces[back].text in _MAY:
            return Manner("possible")
        if pieces[back].text.startswith("announc") and not pieces[at].kind.startswith("exchange"):
            return None  # a release that is announced may have been already: what stands before is of something else
        told = _striven(pieces, back) or _told_before(pieces, back) or _declared(pieces, back, at)
        if told is not None:
            of_deal = pieces[back].kind == "agreement-noun" or pieces[back].text in group("terms")
            open_yet = of_deal or (pieces[back].kind == "agree" and pieces[back].form == "base")
            return Manner("talked") if open_yet and told.status == "owed" and is_aimed_at(pieces, back) else told
    return None


def _behind(pieces: list[Piece], at: int) -> Manner:
    """Return how a noun stands by the first word behind it that tells; only spoken of, where none does."""
    for place, piece in enumerate(pieces[at + 1 : at + _AFTER], at + 2):
        if (
            piece.text == "held"
            and place < len(pieces)
            and pieces[place].text in ("by", "in", "since", "captive", "hostage")
        ):
            continue
        if piece.kind == "modal" or piece.text in group("to come"):
            return Manner("owed", "announced")
        if piece.text in group("done"):
            return Manner("done")
        if piece.kind == "agree":
            return Manner("owed", "agreed")
    return Manner("talked")


def _is_predicate(pieces: list[Piece], at: int) -> bool:
    """Whether it only says what something else would be: "which would be the first repatriation since 2007"."""
    back = at - 1
    while back > 0 and (pieces[back].kind in ("word", "unit", "number") or pieces[back].text in group("articles")):
        if pieces[back].text == "be":
            break
        back -= 1
    return back > 0 and pieces[back].text == "be" and pieces[back - 1].kind == "modal"


def _must(pieces: list[Piece], at: int) -> bool:
    """Whether it is what somebody ought to do: "must complete the process of releasing 5,000 detainees"."""
    for back in range(at - 1, max(at - _MUST, -1), -1):
        if pieces[back].text in ("must", "should", "ought"):
            return not any(piece.kind == "agreement-noun" for piece in pieces[:back])
        if pieces[back].text in (",", ";", "that", "and") or pieces[back].kind == "say":
            return False
    return False


def _took_place(pieces: list[Piece], at: int) -> bool:
    """Whether a clause behind says that it was carried out: "an exchange of prisoners, which took place on Friday"."""
    for ahead in range(at + 1, min(at + _AFTER, len(pieces) - 2)):
        if pieces[ahead].text == "which":
            return pieces[ahead + 1].text in ("took", "happened", "occurred") or pieces[ahead + 2].text in (
                "carried",
                "completed",
                "conducted",
            )
    return False


def _declared(pieces: list[Piece], back: int, at: int) -> Manner | None:
    """Return how an exchange stands that is announced; a release that is announced may have been already."""
    declared = pieces[back].kind == "announce" and pieces[back].text in _DECLARING
    swap = pieces[at].kind.startswith("exchange") and pieces[back + 1].text not in ("that", "it")
    return Manner("owed", "announced") if declared and swap else None


def _striven(pieces: list[Piece], back: int) -> Manner | None:
    """Return that it is only what somebody works for, or what something else hangs on; None where nothing says so."""
    if pieces[back].text in _HANGING:
        return Manner("talked")
    if pieces[back].text in _STRIVING and pieces[back + 1].text in ("to", "at", "aimed", "for"):
        return Manner("done" if _is_thanked(pieces, back) else "talked")
    return None


def _told_before(pieces: list[Piece], back: int) -> Manner | None:
    """Return what a word before tells; None where it tells nothing."""
    piece = pieces[back]
    if piece.kind in ("agree", "agreement-noun") and not piece.text.startswith("accept"):
        return _by_deal(pieces[max(back - 4, 0) : back])
    if piece.kind in _ASKED and piece.form:
        text = piece.kind == "demand" and any(near.text in group("texts") for near in pieces[max(back - 6, 0) : back])
        return _by_text(pieces[max(back - 6, 0) : back]) if text else _ASKED[piece.kind]
    if piece.text in group("terms") or piece.text in group("arranged"):
        closed = back > 0 and pieces[back - 1].text == ","  # "the proposal, which they got on Monday, includes"
        return _by_text(pieces[max(back - (_BEFORE if closed else 3), 0) : back])
    guaranteed = piece.kind == "announce" and piece.text.startswith("guarante")
    if guaranteed or piece.text in group("to come") or piece.kind == "modal":
        return Manner("owed", "announced")
    around = pieces[max(back - 5, 0) : back]
    if piece.text in group("ensuring") and around[-1:] and around[-1].text == "to" and _is_of_deal(around):
        return _by_deal(around)
    if piece.text in group("talk"):
        return Manner("done" if _is_thanked(pieces, back) else "talked")
    if piece.text in ("led", "culminated") and any(near.text in ("to", "in") for near in pieces[back + 1 : back + 4]):
        return Manner("done")
    return Manner("done") if piece.text in group("done") else None


def _is_thanked(pieces: list[Piece], at: int) -> bool:
    """Whether somebody is thanked for it: "appreciation for help in securing the release"; what is thanked for was."""
    return any(near.text in group("thanks") for near in pieces[max(at - _THANKED, 0) : at])


def _is_of_deal(around: list[Piece]) -> bool:
    """Whether it is a deal that is to bring something about: "the deal to secure the release"."""
    return any(near.kind == "agreement-noun" for near in around) and not any(near.text in _STRIVING for near in around)


def _by_text(around: list[Piece]) -> Manner:
    """Return how a noun stands behind what a deal includes, or a proposal calls for."""
    proposed = any(near.text in group("proposals") for near in around)
    return Manner("proposed", "proposed") if proposed else Manner("owed", "agreed")


def _by_deal(around: list[Piece]) -> Manner:
    """Return how a noun stands behind "agreed" or "deal"; a deal that is only aimed at owes nothing."""
    if any(piece.kind in ("not", "refuse") for piece in around):
        return Manner("refused")
    if any(piece.text in group("aims") for piece in around):
        return Manner("talked")
    return Manner("owed", "agreed")
