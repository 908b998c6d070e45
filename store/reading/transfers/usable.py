"""Which verbs and nouns of the trade may govern which counts: papers are given, people go free."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.transfers.counted import CAPTIVES, Counted

TRIGGERS = frozenset(("give-verb", "back-verb", "receive-verb", "exchange-verb", "give-noun", "exchange-noun"))
LISTED_ONLY = frozenset(["give", "provide", "submit", "present", "table"])
"""Verbs that hand over papers, and are no word of the trade for people."""
_FINDING = frozenset(("recover", "retrieve", "obtain"))
_GOODS = frozenset(("war", "wars", "talks", "policy", "ties", "barriers", "partner", "partners", "relations", "union"))
_PRISONS = frozenset(("prison", "prisons", "jail", "jails", "penitentiary", "cells"))
_CROSSING = ("civilians", "children", "prisoners", "hostages")
"""Who goes free by crossing; others who cross may be an army."""
"""Who is handed over where they are evacuated; others are brought to safety."""
_RIGHT_BEHIND = 3
_GOING = ("prisoners", "hostages", "children", "remains", "civilians")
"""Who is handed over where they go to a side; others who go there may be on a visit."""


def usable(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Return whether a piece is a word of the trade that may govern what is counted."""
    piece = pieces[at]
    if _is_said_of_another(pieces, at, counted) or _only_moves(pieces, at, counted):
        return False
    if piece.kind not in TRIGGERS or (
        at and pieces[at - 1].text == "in" and piece.text in ("exchange", "return", "trade")
    ):
        return False
    if piece.value == "evacuate" and (counted.kind not in CAPTIVES or (counted.qualifier and not counted.numbered)):
        return False
    if piece.value == "arrive":
        return counted.owner is not None and any(
            near.kind in ("actor", "place") and side_of(near) == counted.owner for near in pieces[at + 1 : at + 5]
        )
    if piece.value == "go":
        return counted.kind in _GOING
    if str(piece.value) in LISTED_ONLY:
        given = _was_given_for(pieces, at) or _gives_to(pieces, at, counted) or _was_granted(pieces, at, counted)
        return given or counted.unit in ("list", "document")
    if piece.value in _FINDING and counted.kind in ("remains", "hostages"):
        return _comes_from(pieces, at)
    return True


def _is_of_goods(following: Piece) -> bool:
    """Whether "trade" before a word is that in goods: "the trade agreement", "a trade war"."""
    return following.kind == "agreement-noun" or following.text in _GOODS


def _is_said_of_another(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether a participle says of the noun before it who did it: "a statement released by the company"."""
    if not 0 < at < counted.first or pieces[at].form not in ("ed", "pp") or at + 1 >= len(pieces):
        return False
    before = pieces[at - 1]
    plain = before.kind == "word" and before.text not in group("adverbs") and not before.text.endswith("ly")
    return before.text in group("told things") or (plain and pieces[at + 1].text == "by")


def _only_moves(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether a verb tells of a way that frees nobody: an army that crosses, a transfer to a prison."""
    if pieces[at].value == "cross":
        return counted.kind not in _CROSSING
    if pieces[at].text == "trade" and at + 1 < len(pieces) and _is_of_goods(pieces[at + 1]):
        return True
    return pieces[at].value == "transfer" and _to_prison(pieces, at, counted)


def _to_prison(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether people are only moved to a prison: "transferred 40 gang leaders to prisons across the country"."""
    near = pieces[max(at, counted.last) + 1 : max(at, counted.last) + 12]
    return any(
        piece.text == "to" and any(inside.text in _PRISONS for inside in near[place + 1 : place + 6])
        for place, piece in enumerate(near)
    )


def _was_given_for(pieces: list[Piece], at: int) -> bool:
    """Whether people were given in return: "55 prisoners were given for five commanders"."""
    given = pieces[at].text == "given" and at + 1 < len(pieces) and pieces[at + 1].text in ("for", "up", "back")
    return given and is_passive(pieces, at)


def _gives_to(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether captives or bodies are given to somebody: "gave the bodies of four Israelis to the Red Cross"."""
    behind = pieces[counted.last + 1 : counted.last + 5]
    given = pieces[at].value == "give" and at < counted.first and counted.numbered and counted.kind in CAPTIVES
    return given and behind[:1] != [] and behind[0].text == "to" and any(piece.kind == "actor" for piece in behind)


def _was_granted(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether a side was given people or remains, which stand right behind: "Moscow was given the remains of 26"."""
    near = 0 < counted.first - at <= _RIGHT_BEHIND and counted.kind in CAPTIVES and counted.numbered
    led = any(piece.text == "to" for piece in pieces[at + 1 : counted.first])
    return near and pieces[at].text == "given" and not led and is_passive(pieces, at)


def _comes_from(pieces: list[Piece], at: int) -> bool:
    """Whether a side stands behind "from": bodies that an army recovered it found itself, unless somebody gave them."""
    for ahead in range(at + 1, len(pieces) - 1):
        if pieces[ahead].text == "from" and any(near.kind == "actor" for near in pieces[ahead + 1 : ahead + 4]):
            return True
    return False


def is_passive(pieces: list[Piece], at: int) -> bool:
    """Whether a participle has a form of "be" before it."""
    for back in range(at - 1, max(at - 6, -1), -1):
        piece = pieces[back]
        if piece.text in ("be", "been", "being", "is", "are", "was", "were", "get", "got"):
            return True
        between = piece.text in group("adverbs") or piece.text.endswith("ly") or piece.kind in group("between")
        if not between:
            return False
    return False


def _speak(pieces: list[Piece], counted: Counted) -> bool:
    """Whether those counted are the source of what is told: "according to three officials", "two aides have said"."""
    before = [piece.text for piece in pieces[max(counted.first - 2, 0) : counted.first]]
    if before == ["according", "to"] or before[-1:] == ["told"]:
        return True
    behind = pieces[counted.last + 1 : counted.last + 3]
    return len(behind) > 1 and behind[0].text in ("have", "has", "had") and behind[1].kind in ("say", "announce")


def does_else(pieces: list[Piece], counted: Counted) -> bool:
    """Whether those counted do what people do who talk: "the release of prisoners, and the two leaders discussed"."""
    behind = pieces[counted.last + 1 : counted.last + 3]
    if _speak(pieces, counted):
        return True
    if not behind or (len(behind) > 1 and behind[1].text in ("by", "under", "in", "on", "upon")):
        return False
    return behind[0].text in group("doing") or behind[0].text in ("said", "told", "added", "announced", "declared")
