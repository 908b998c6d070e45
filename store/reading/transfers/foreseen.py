"""What a deal "would see" done: owed, or proposed where the deal is only talked about."""

from __future__ import annotations

from store.reading.grammar.aims import is_aimed_at, is_discussed
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.act import CLAUSE_ENDS, FARTHEST_BEFORE, FARTHEST_BEHIND, Act
from store.reading.transfers.counted import CAPTIVES, Counted

_SEEING = frozenset(("see", "have", "make", "let", "oblige", "require", "envisage"))
"""Verbs that another verb hangs on with its own subject: "would see the rebels free them"."""


def seen(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "the deal would see 33 hostages released": owed, or proposed where the deal is only talked about."""
    before = {piece.text for piece in pieces[max(counted.first - FARTHEST_BEFORE, 0) : counted.first]}
    if "see" not in before or not before & {"would", "will", "to"}:
        return None
    for at in range(counted.last + 1, min(counted.last + FARTHEST_BEHIND, len(pieces))):
        piece = pieces[at]
        if piece.kind in ("give-verb", "exchange-verb") and piece.form in ("ed", "pp"):
            act = Act(at, piece.kind.partition("-")[0], "owed", "announced", passive=True, left=at, why="")
            return owed_or_proposed(act, pieces, counted.first)._replace(why=f"see {piece.text}")
        if piece.text in CLAUSE_ENDS or piece.kind == "modal":
            return None
    return None


_DUE = ("expected", "due", "scheduled", "slated", "set")


def awaited(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "the next 14 hostages are expected on Saturday", "was getting 42 prisoners ready": to be freed."""
    if counted.kind not in CAPTIVES or not counted.numbered:
        return None
    behind = pieces[counted.last + 1 : counted.last + 4]
    words = [piece.text for piece in behind]
    before = {piece.text for piece in pieces[max(counted.first - 3, 0) : counted.first]}
    ready = words[:1] == ["ready"] and bool(before & {"getting", "get", "got", "making", "make", "made", "has", "have"})
    due = words[:1] in (["are"], ["were"], ["is"]) and len(words) > 1 and words[1] in _DUE
    if not ready and not (
        due
        and (
            len(behind) < 3
            or behind[2].kind == "date"
            or words[2] in ("on", "by", "before", "in", "next", "later", ".")
        )
    ):
        return None
    at = counted.last + 1 + (not ready)
    return Act(at, "give", "owed", "expected", passive=True, left=counted.last + 1, why=pieces[at].text)


_OF_OTHERS = ("ends", "ended", "expires", "in more than", "in over", "in almost", "in nearly")
"""How phrases begin that say the day of something else, or how long nothing like it was."""
_COUNTED = ("within", "in the course of", "over the course of")


def is_no_due(act: Act, pieces: list[Piece], phrase: str) -> bool:
    """Return whether a phrase of time sets no day for what is owed.

    What was agreed some day ("agreed to free them within 72 hours") runs from that day, which is not the article's.
    """
    said = phrase.casefold()
    if said.startswith(_OF_OTHERS):
        return True
    agreed = [piece for piece in pieces[max(act.left - 1, 0) : act.at] if piece.kind in ("agree", "announce")]
    past = any(piece.form in ("ed", "past", "pp") for piece in agreed)
    return past and said.startswith(_COUNTED) and not any(piece.kind == "date" for piece in pieces[: act.at])


def is_foreseen(pieces: list[Piece], at: int) -> bool:
    """Whether a bare verb hangs on "see", to come: "the deal would see the rebels free 10 hostages"."""
    if pieces[at].form not in ("", "base"):
        return False
    before = [piece.text for piece in pieces[max(at - FARTHEST_BEFORE, 0) : at]]
    for place in range(len(before) - 1, 0, -1):
        if before[place] in _SEEING:
            return bool({"would", "will", "to", "could", "should"} & set(before[max(place - 3, 0) : place]))
        if before[place] in CLAUSE_ENDS:
            return False
    return False


def owed_or_proposed(act: Act, pieces: list[Piece], first: int) -> Act:
    """Take an act as to come: proposed where the deal is only talked about before a piece, else owed."""
    start = max(first - FARTHEST_BEFORE, 0)
    deal = next((at for at in range(first - 1, start - 1, -1) if pieces[at].kind == "agreement-noun"), None)
    if deal is not None and is_aimed_at(pieces, deal) and not is_discussed(pieces, deal):
        return act._replace(status="talked", modality="")
    before = {piece.text for piece in pieces[start:first]}
    talked = before & (group("proposals") | {"discussed", "proposed"})
    return act._replace(status="proposed" if talked else "owed", modality="proposed" if talked else "announced")
