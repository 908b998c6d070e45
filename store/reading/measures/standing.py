"""How a verb stands in its sentence: whether what it tells was done, is owed, only asked for, or refused."""

from __future__ import annotations

from enum import StrEnum

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.aims import is_aimed_at
from store.reading.measures.grammar import group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece


class Standing(StrEnum):
    """What a sentence says of a thing that somebody does or is to do."""

    DONE = "done"
    OWED = "owed"
    OFFERED = "offered"
    ASKED = "asked"
    REFUSED = "refused"
    MAYBE = "maybe"
    BARE = "bare"
    """Nothing is said: an infinitive or a form in -ing without a word that governs it."""


class Manner(NamedTuple):
    """How a verb stands."""

    standing: Standing
    modality: str
    """agreed, announced or expected; empty where nothing is owed."""
    left: int
    """The first piece of the verb with its auxiliaries and what governs it."""
    control: int | None = None
    """The piece of the word that governs it ("agreed to ...")."""


_CONTROLS = frozenset(("agree", "announce", "offer", "propose", "demand", "refuse", "expect", "agreement-noun"))
_REACH = 40
"""How many pieces before a verb may speak of it."""
_MEANING = {"agree": "agreed", "agreement-noun": "agreed", "announce": "announced", "expect": "expected"}


def manner_of(pieces: Sequence[Piece], at: int, form: str, floor: int = 0) -> Manner:
    """Return how a verb stands; `floor` is the first piece that may speak of it."""
    floor = max(floor, at - _REACH)
    chain, left, denied = _chain(pieces, at, floor)
    control = left - 1
    if control >= floor and ("to" in chain or not chain) and _controls(pieces, control, chain, form):
        return _controlled(pieces, control, floor, denied=denied)
    if denied or any(
        piece.text in ("neither", "nobody", "none", "no") for piece in pieces[max(left - 3, floor) : left]
    ):
        return Manner(Standing.REFUSED, "", left)
    if group("asking") & set(chain) or ("to" in chain and {"have", "has", "had"} & set(chain)):
        return Manner(Standing.ASKED, "", left)
    if {"will", "shall", "'ll"} & set(chain):
        return Manner(Standing.OWED, "agreed" if "shall" in chain else "announced", left)
    if "would" in chain or "to" in chain or (not chain and form in ("base", "ing", "")) or chain == ["be"]:
        return _governed(pieces, left, floor, chain, form)
    if group("maybe") & set(chain):
        return Manner(Standing.MAYBE, "", left)
    return _plain(chain, form, left)


def _chain(pieces: Sequence[Piece], at: int, floor: int) -> tuple[list[str], int, bool]:
    """Return the auxiliaries before a verb, the first piece of it, and whether it is denied."""
    chain: list[str] = []
    denied, left = False, at
    while left - 1 >= floor:
        piece = pieces[left - 1]
        if piece.kind in ("aux", "modal") or piece.text in group("asking") | group("hindered") | {"to"}:
            chain.append(piece.text)
            denied = (
                denied or piece.text in group("hindered") - {"about"} or piece.text in ("won't", "wouldn't", "can't")
            )
        elif piece.kind == "not":
            denied = True
        elif (
            piece.text not in group("adverbs") and not piece.text.endswith("ly") and piece.kind not in ("each", "date")
        ) or (piece.kind == "date" and not chain):
            break
        left -= 1
    return chain, left, denied


def _controls(pieces: Sequence[Piece], at: int, chain: list[str], form: str) -> bool:
    """Whether the word before a verb governs it: "agreed to halt", "agreed on halting", "a promise to halt"."""
    return _speaks(pieces, at) and ("to" in chain or form == "ing")


def _speaks(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word of agreement or demand is one here: "is open to", but not "to open"; "call for", but no "call"."""
    piece = pieces[at]
    if piece.kind not in _CONTROLS:
        return False
    if piece.text == "open":
        return at > 0 and pieces[at - 1].kind == "aux"
    following = pieces[at + 1].text if at + 1 < len(pieces) else ""
    if piece.kind == "announce" and following == "of":
        return False
    return not (piece.kind == "demand" and piece.form == "base") or following in ("for", "on", "to", "that", "upon")


def _controlled(pieces: Sequence[Piece], control: int, floor: int, *, denied: bool) -> Manner:
    """Return how a verb stands that a word of agreement or demand governs."""
    piece = pieces[control]
    if denied or piece.kind == "refuse":
        return Manner(Standing.REFUSED, "", control, control)
    if piece.kind in ("demand", "propose", "offer"):
        standing = Standing.OFFERED if piece.kind == "offer" else Standing.ASKED
        asked = piece.kind != "demand" or not by_deal(pieces, control)
        return Manner(standing, "", control, control) if asked else Manner(Standing.OWED, "agreed", control, control)
    if piece.kind == "expect":
        hoped = piece.text.startswith(("hop", "likely", "look"))
        return Manner(*((Standing.MAYBE, "") if hoped else (Standing.OWED, "expected")), control, control)
    if piece.kind == "agreement-noun" or (
        piece.form == "base" and piece.kind == "announce" and _owned(pieces, control)
    ):
        sought = any(word.text in group("sought") for word in pieces[max(control - 5, floor) : control])
        sought = sought or (piece.kind == "agreement-noun" and is_aimed_at(pieces, control))
        modality = "agreed" if piece.kind == "agreement-noun" else "announced"
        return Manner(*((Standing.ASKED, "") if sought else (Standing.OWED, modality)), control, control)
    above = manner_of(pieces, control, piece.form or "base", floor)
    said = above.standing is Standing.BARE and piece.form in ("base", "s", "ing")
    if said or above.standing in (Standing.DONE, Standing.OWED):
        return Manner(Standing.OWED, _MEANING[piece.kind], above.left, control)
    return Manner(above.standing, "", above.left, control)


_MUST = frozenset(("must", "should", "ought"))
_DENYING = ("deny", "denie", "refut", "rebut", "disput")
_TOLD = 12
"""How many pieces behind a denial what is denied begins at most."""


def was_denied(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb tells what somebody denies: "denied that it had agreed to a truce"."""
    for back in range(at - 1, max(at - _TOLD, -1), -1):
        if pieces[back].text in (";", "but"):
            return False
        if pieces[back].text.startswith(_DENYING):
            return True
    return False


def by_deal(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it is a deal that asks for something: "the agreement requires Israel to withdraw"."""
    before = pieces[max(at - 6, 0) : at]
    if pieces[at].form in ("ed", "past", "ing") or any(
        piece.text in group("ideas") or piece.text in ("draft", "proposed") for piece in before
    ):
        return False
    return any(
        piece.kind == "agreement-noun" or piece.text in ("phase", "protocol", "declaration", "roadmap", "text")
        for piece in before
    )


def _owned(pieces: Sequence[Piece], at: int) -> bool:
    return at > 0 and pieces[at - 1].text in ("a", "the", "its", "his", "her", "their", "'s", "this", "that")


def _governed(pieces: Sequence[Piece], left: int, floor: int, chain: list[str], form: str) -> Manner:
    """Return how a verb stands that nothing beside it governs: by the word of agreement or demand before it."""
    if "to" in chain and {"is", "are"} & set(chain):
        return Manner(Standing.OWED, "announced", left)
    if "to" in chain and {"was", "were"} & set(chain):
        return Manner(Standing.MAYBE, "", left)
    above = _by_word_before(pieces, left, floor, form)
    if above is not None:
        return above
    if "would" in chain:
        told = any(piece.text in group("told") for piece in pieces[max(left - 12, 0) : left])
        return Manner(Standing.OWED, "announced", left) if told else Manner(Standing.MAYBE, "", left)
    if "to" in chain or form in ("base", "ing"):
        return Manner(Standing.BARE, "", left)
    return _plain(chain, form, left)


def _by_word_before(pieces: Sequence[Piece], left: int, floor: int, form: str) -> Manner | None:
    """Return how a verb stands by the nearest word before it of agreement, demand or deals; None where none is near."""
    for at in range(left - 1, max(left - 24, floor - 1), -1):
        piece = pieces[at]
        if piece.text == ";":
            break
        if piece.text in group("ideas") or (piece.text in _MUST and form != "ed"):
            return Manner(Standing.ASKED, "", left, at)
        if _speaks(pieces, at) and (piece.form != "" or piece.kind == "agreement-noun"):
            unexpected = piece.kind == "expect" and any(word.kind == "not" for word in pieces[max(at - 2, 0) : at])
            found = _controlled(pieces, at, floor, denied=unexpected)
            return found._replace(left=left) if found.standing is not Standing.BARE else found
        if piece.text in group("signed"):
            asked = any(word.text in _MUST for word in pieces[max(at - 16, floor) : at])
            return Manner(*((Standing.ASKED, "") if asked else (Standing.OWED, "agreed")), left, at)
    return None


def _plain(chain: list[str], form: str, left: int) -> Manner:
    if {"is", "are", "being"} & set(chain) and form in ("ing", "ed", "pp"):
        return Manner(Standing.DONE if form != "ing" else Standing.OWED, "announced", left)
    if form in ("past", "ed", "pp", "s") or {"have", "has", "had", "was", "were", "been"} & set(chain):
        return Manner(Standing.DONE, "", left)
    return Manner(Standing.BARE, "", left)
