"""How a verb of the trade stands: whether it was done, is owed, offered, asked for or refused."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from store.reading.grammar.aims import is_aimed_at
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece

_NAMES = frozenset(("actor", "role", "name", "place"))
_OBLIGED = 6
_UNMADE = frozenset(("close", "closer", "near", "nearing", "hopes", "hope", "talks", "negotiations", "efforts"))
_REACH = 14
"""How many pieces before a verb are looked at."""
_SHALL = frozenset(["will", "would", "shall", "must", "'ll"])
_LACKING = frozenset(
    ["no", "without", "neither", "nor", "little", "failure", "failing", "refusal", "inability", "unable", "unwilling"]
)
"""What stands before a plan or a promise that nobody has: "no real plan to bring them back"."""
_OWN = frozenset(["commitment", "pledge", "promise"])
"""What a side gives itself to win its people back: "his commitment to bring them home"; no other side owes it."""
_AWAITING = frozenset(["until", "till", "unless", "if", "once", "whether", "before"])
_MAY = frozenset(["may", "might", "could", "can", "should"])
_PAST = frozenset(["have", "has", "had", "was", "were", "been"])
_ALIKE = ("let", "set", "set free", "let go", "let go of", "put")
"""Verbs whose past looks like their base form."""
_CONTROLLED = {
    "agree": ("owed", "agreed"),
    "agreement-noun": ("owed", "agreed"),
    "announce": ("owed", "announced"),
    "offer": ("offered", "offered"),
    "propose": ("proposed", "proposed"),
    "demand": ("requested", "requested"),
    "expect": ("owed", "expected"),
}
"""What follows from the verb or noun that governs: its status, and how it is owed."""


class Manner(NamedTuple):
    """How a verb or noun of the trade stands in its sentence."""

    status: str
    """done, owed, offered, proposed, requested, refused, talked (only spoken of), possible, or unsaid."""
    modality: str = ""
    """agreed, announced, offered, expected, proposed, requested: how it is owed."""


class _Chain(NamedTuple):
    """What stands before a verb and belongs to it."""

    left: int
    """The first piece of it."""
    words: frozenset[str]
    """The auxiliaries, modals and the like."""
    nearest: str
    """The auxiliary right before the verb, the farthest last."""
    control: Piece | None
    """What governs it: agreed to, plans to, a deal to."""
    denied: bool


def manner_of_verb(pieces: list[Piece], at: int) -> tuple[Manner, int]:
    """Return how a verb stands, and the first piece of it with its auxiliaries."""
    chain = _chain(pieces, at)
    if chain.control is not None and chain.control.kind == "announce" and {"to", "have"} <= chain.words:
        return Manner("done"), chain.left
    if chain.control is not None and chain.control.kind == "agreement-noun" and _is_aimed_at(pieces, chain.left):
        return Manner("talked"), chain.left
    if chain.control is not None and pieces[at].kind == "receive-verb" and chain.control.text in _OWN:
        return Manner("talked"), chain.left
    if chain.control is not None:
        lacking = _is_lacking(pieces, chain.left)
        return _governed(chain.control, denied=chain.denied or lacking), chain.left
    if chain.denied:
        return Manner("refused"), chain.left
    joined = _joined(pieces, at) if not chain.words and pieces[at].form == "base" else None
    return joined or _to_come(pieces, chain) or _gone(pieces, at, chain), chain.left


def _is_aimed_at(pieces: list[Piece], at: int) -> bool:
    """Whether a deal is not made yet: "progress has been made in a deal to release", "close to a deal to free"."""
    if is_aimed_at(pieces, at - 1):
        return True
    near = any(piece.text in group("aims") or piece.text in _UNMADE for piece in pieces[max(at - 3, 0) : at])
    return near or any(piece.text == "progress" for piece in pieces[max(at - 7, 0) : at])


def _is_lacking(pieces: list[Piece], left: int) -> bool:
    """Whether what stands before a plan or promise says that there is none: "no plan to", "the failure to agree to"."""
    return any(piece.text in _LACKING for piece in pieces[max(left - 3, 0) : left])


def _joined(pieces: list[Piece], at: int) -> Manner | None:
    """Return how a verb stands that goes on from another: "agree to let aid in and release prisoners"; else None."""
    if not at or pieces[at - 1].text != "and":
        return None
    for back in range(at - 2, max(at - _REACH, 0), -1):
        if pieces[back].text == "to" and pieces[back - 1].kind in group("wills"):
            denied = any(item.kind == "not" for item in pieces[max(back - 3, 0) : back])
            return _governed(pieces[back - 1], denied=denied or _is_lacking(pieces, back - 1))
        if pieces[back].text in (";", "that", "who", "which"):
            return None
    return None


def _chain(pieces: list[Piece], at: int) -> _Chain:
    """Walk back over what belongs to a verb."""
    words: list[str] = []
    control, denied, left = None, False, at
    for back in range(at - 1, max(at - _REACH, 0) - 1, -1):
        piece = pieces[back]
        if piece.kind in ("aux", "modal") or (piece.text == "to" and control is None):
            words.append(piece.text)
        elif piece.kind == "not":
            denied = True
        elif control is None and _controls(piece, words, pieces[at].form):
            control = piece
        elif piece.text in group("leading") or piece.kind == "expect" or piece.text in group("phases"):
            words.append(piece.text)
        elif not (piece.text in group("adverbs") or piece.text.endswith("ly") or piece.kind == "each"):
            break
        left = back
    return _Chain(left, frozenset(words), words[-1] if words else "", control, denied)


def _controls(piece: Piece, words: list[str], form: str) -> bool:
    if piece.kind in group("wills"):
        return words[-1:] == ["to"] or form == "ing" or bool(words)
    return piece.kind == "agreement-noun" and words[-1:] == ["to"]


def _to_come(pieces: list[Piece], chain: _Chain) -> Manner | None:
    """Return how a verb stands that speaks of what is to come, or only may; None where it does not."""
    words = chain.words
    if "must" in words and not any(piece.kind == "agreement-noun" for piece in pieces):
        return Manner("requested", "requested")
    if words & _SHALL and _hangs_on_aim(pieces, chain.left):
        return Manner("talked")
    if words & _SHALL:
        conditional = any(piece.text == "if" for piece in pieces[max(chain.left - 12, 0) : chain.left])
        return Manner("offered", "offered") if conditional else Manner("owed", "announced")
    if words & _MAY:
        return Manner("offered", "offered") if _is_offered(pieces, chain) else Manner("possible")
    if words & group("begun") or {"to", "have"} <= words:
        return Manner("done")
    if "to" in words or (chain.nearest == "be" and not {"been", "being"} & words):
        return _infinitive(pieces, chain)
    return None


def _hangs_on_aim(pieces: list[Piece], left: int) -> bool:
    """Whether it is what a deal that is only aimed at would do: "to broker a deal that would see them free 40"."""
    for back in range(left - 1, max(left - _OBLIGED, 0), -1):
        if pieces[back].text in ("that", "which") and pieces[back - 1].kind == "agreement-noun":
            return is_aimed_at(pieces, back - 1) or "sign" in {piece.text for piece in pieces[max(back - 5, 0) : back]}
    return False


def _is_offered(pieces: list[Piece], chain: _Chain) -> bool:
    """Whether somebody says that something can be handed over: "3,000 more bodies can be returned, the envoy said"."""
    hangs = any(piece.text in (*_AWAITING, "when", "only", "how", "that") for piece in pieces)
    return "can" in chain.words and "be" in chain.words and not hangs and any(piece.kind == "say" for piece in pieces)


def _gone(pieces: list[Piece], at: int, chain: _Chain) -> Manner:
    """Return how a verb stands that speaks of what was, or of no time."""
    form, words = pieces[at].form, chain.words
    if words & _PAST or form in ("ed", "past", "pp") or "being" in words:
        return Manner("done")
    present = bool(words & {"is", "are"})
    if form == "ing":
        return Manner("done") if present else Manner("unsaid")
    if present:
        return Manner("unsaid", "announced")
    if form in ("base", "s") and not words and _is_awaited(pieces, chain.left):
        return Manner("possible")
    if form == "base" and not words and pieces[chain.left].text in _ALIKE:
        return Manner("done")
    if form == "base" and not words and at > 0 and pieces[at - 1].kind in _NAMES:
        return _after_that(pieces, at) or Manner("done")
    if form == "s":
        return _after_that(pieces, at) or Manner("done")
    return Manner("unsaid")


def _is_awaited(pieces: list[Piece], at: int) -> bool:
    """Whether a verb in the present stands behind "until", "unless", "if": it is not done yet."""
    for back in range(at - 1, max(at - _OBLIGED, -1), -1):
        if pieces[back].text in _AWAITING:
            return True
        if pieces[back].text in (",", ";", "that", "and"):
            return False
    return False


def _after_that(pieces: list[Piece], at: int) -> Manner | None:
    """Return how a verb stands behind "demands that", "asks them", "foresees that": as what governs says; else None."""
    asked = next((piece for piece in pieces[max(at - 4, 0) : at] if piece.kind == "demand"), None)
    if asked is not None and pieces[at].form == "base":
        return _governed(asked, denied=False)
    for back in range(at - 1, max(at - _REACH, 0), -1):
        if pieces[back].text == "that" and pieces[back - 1].kind in group("wills"):
            return _governed(pieces[back - 1], denied=False)
        if pieces[back].text == "that" and pieces[back - 1].text in group("terms"):
            return Manner("owed", "agreed")
    return None


def _infinitive(pieces: list[Piece], chain: _Chain) -> Manner:
    """Return how "to release" stands: asked for after a demand, owed after a deal, only spoken of after a mere noun."""
    left = chain.left
    for back in range(left - 1, max(left - _REACH, -1), -1):
        piece = pieces[back]
        if piece.kind == "expect" and piece.form and _awaits(pieces, back, left):
            return Manner("owed", "expected")
        if piece.kind in group("wills") and piece.kind != "expect":
            appeal = pieces[back + 1].text in ("on", "upon")
            if piece.text in group("obliging") and not appeal and _by_deal(pieces, back):
                return Manner("owed", "agreed")
            return _governed(piece, denied=any(item.kind == "not" for item in pieces[max(back - 3, 0) : back]))
        if piece.kind == "agreement-noun":
            apart = any(near.text == "," for near in pieces[back:left])  # "to a deal with them, in order to free 40"
            return Manner("talked") if not apart and is_aimed_at(pieces, back) else Manner("owed", "agreed")
        if piece.text == ";" or piece.kind == "modal":
            break
    if chain.words & group("firm"):
        return Manner("owed", "expected" if chain.words & {"expected", "likely"} else "announced")
    before = pieces[left - 1] if left else None
    passive = any(piece.text == "be" for piece in pieces[left : left + 3])
    if before is not None and (
        before.kind in ("actor", "role")
        or (passive and before.kind in ("unit", "number"))
        or before.text in ("sides", "parties", "countries")
    ):
        return Manner("owed", "announced")
    return Manner("talked")


def _awaits(pieces: list[Piece], at: int, left: int) -> bool:
    """Whether somebody expects that people do something: "officials expect 300 more prisoners to come home"."""
    people = any(piece.kind in ("unit", "number") for piece in pieces[at + 1 : left])
    active = at > 0 and pieces[at - 1].kind in ("pron", "actor", "role", "name", "word", "unit")
    return people and active and pieces[at].text.startswith(("expect", "anticipat"))


def _by_deal(pieces: list[Piece], at: int) -> bool:
    """Whether a deal obliges: "a deal which requires it to hand over all bodies"; an offer or draft only asks."""
    before = pieces[max(at - _OBLIGED, 0) : at]
    told = any(piece.kind == "agreement-noun" or piece.text in ("truce", "ceasefire", "accords") for piece in before)
    return told and not any(piece.text in group("proposals") for piece in before)


def _governed(control: Piece, *, denied: bool) -> Manner:
    if control.kind == "refuse" or (denied and control.kind in ("agree", "announce", "offer")):
        return Manner("refused")
    return Manner(*_CONTROLLED[control.kind])
