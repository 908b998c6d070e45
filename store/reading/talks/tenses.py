"""Whether a day or a meeting lies behind or ahead, by the verb that governs it in its clause."""

from __future__ import annotations

from functools import cache

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

PAST, AHEAD = "past", "ahead"
_REACH = 28
"""So many pieces away a verb may still govern."""
BREAKS = frozenset((";", ":", ".", "?", "!", "while", "whereas", "but", "although", "though", "because", "–", "—"))
_OPENS = frozenset((",", "and", "that", "but", "–", "—", ":", ";", "”", "“", '"', "•", "*", "when", "where"))
"""Behind these a day may open a clause, whose verb then follows."""
_BESIDE = frozenset(("on", "in", "at", "by", "from", "for", "late", "early", "earlier", "later", "only", "just", "the"))
_NOT_BASE = frozenset(
    ("det", "actor", "place", "number", "date", "punct", "quote", "name", "prep", "pron", "unit", "role")
)
_DOINGS = ("tion", "tions", "ment", "ments", "sal", "sals", "ness")
"""Ends of nouns of doing, which "to" tells the aim of: "consultations to hold another round"."""
_SENT = frozenset(("delegation", "delegations"))
_CLOSE = 2
_REPORT = 9
"""So many pieces away a verb of saying may report what somebody was doing."""
_AUXILIARIES = ("modal", "is", "was", "has", "had")
_NO_VERBS = frozenset(("date", "actor", "name", "quote", "punct", "number", "unit", "place"))
_SMALL = frozenset(
    ("also", "now", "still", "not", "then", "all", "both", "currently", "again", "been", "already", "being")
)
_FOR_LATER = frozenset(("announced", "confirmed", "agreed", "fixed", "named", "pencilled", "penciled"))


def tense_at(pieces: list[Piece], place: int) -> str | None:
    """Return whether the words place what stands at a piece in the past or ahead; None where they leave it open."""
    if _opens_clause(pieces, place):
        return _forwards(pieces, place) or _backwards(pieces, place)
    return _backwards(pieces, place) or _forwards(pieces, place)


def _opens_clause(pieces: list[Piece], place: int) -> bool:
    """Whether a day stands first in its clause: "On Monday", "and on Monday", but not "on Friday and Monday"."""
    at = place - 1
    while at >= 0 and pieces[at].text in _BESIDE:
        at -= 1
    if at < 0:
        return True
    joined = pieces[at].text in ("and", ",") and at > 0 and pieces[at - 1].kind == "date"
    if joined or pieces[at].text not in _OPENS:
        return False
    return pieces[at].text != "," or _earliest_verb(pieces, at) is None


def _earliest_verb(pieces: list[Piece], end: int) -> int | None:
    return next((at for at in range(max(end - _REACH, 0), end) if _said(pieces, at) is not None), None)


def _backwards(pieces: list[Piece], place: int) -> str | None:
    """Return the tense of the nearest verb before, an infinitive's being that of what it depends on."""
    purpose, at_weekend = False, pieces[place].text == "the weekend" and pieces[place - 1].text in ("at", "over")
    for at in range(place - 1, max(place - _REACH, -1), -1):
        text = pieces[at].text
        if text in BREAKS or (text == "that" and pieces[at - 1].kind != "prep"):
            break
        if text == "to" and not purpose and _is_infinitive(pieces, at):
            purpose = True
            if at and pieces[at - 1].text in _words("intention"):
                return AHEAD
            continue
        told = _said(pieces, at, purpose=purpose, near=place - at <= _CLOSE or at_weekend)
        if told == "report":
            if purpose:
                return AHEAD
            return PAST if place - at <= _CLOSE else None
        if told is not None:
            return None if told == "open" else told
    return AHEAD if purpose else None


def _forwards(pieces: list[Piece], place: int) -> str | None:
    """Return the tense of the first verb that follows in the clause."""
    for at in range(place + 1, min(place + _REACH, len(pieces))):
        if pieces[at].text in BREAKS:
            return None
        told = _said(pieces, at)
        if told is not None:
            return {"report": PAST, "open": None}.get(told, told)
    return None


def _is_infinitive(pieces: list[Piece], at: int) -> bool:
    """Whether "to" leads a verb: "to meet", "to be held", not "to the city", "to Moscow", "to talks"."""
    if at + 1 >= len(pieces):
        return False
    after = pieces[at + 1]
    noun = (
        after.kind in _NOT_BASE
        or after.text in _words("article")
        or after.text.endswith(("ing", "ed", "talks", "negotiations"))
    )
    return not noun and (after.kind != "meeting" or after.form != "")


def is_verb(pieces: list[Piece], at: int) -> bool:
    """Return whether the piece is a verb that tells a time."""
    return _said(pieces, at) is not None


def _said(pieces: list[Piece], at: int, *, purpose: bool = False, near: bool = False) -> str | None:
    """Return what the verb at a piece says: past, ahead, report (somebody said), open; None where it is no verb."""
    word = pieces[at].text.split()[0]
    if any(word in _words(name) for name in _AUXILIARIES):
        return _by_auxiliary(pieces, at, word)
    if pieces[at].kind in _NO_VERBS or _is_adjective(pieces, at):
        return None
    return _by_verb(pieces, at, purpose=purpose, near=near)


def _by_auxiliary(pieces: list[Piece], at: int, word: str) -> str | None:
    after = pieces[at + 1].text if at + 1 < len(pieces) else ""
    if word in _words("modal"):
        return "open" if after == "have" else AHEAD
    if _plans(pieces, at) and word not in _words("has"):
        return AHEAD
    if word in _words("is"):
        return "open"
    if word in _words("was"):
        return AHEAD if is_plan(pieces, at) else PAST
    if at and (pieces[at - 1].text == "to" or pieces[at - 1].text in _words("modal")):
        return None
    return AHEAD if after == "to" or _plans(pieces, at) else PAST


def is_plan(pieces: list[Piece], at: int) -> bool:
    """Return whether "was sending" in the words of somebody is a plan: "confirmed it was sending a team to talks"."""
    if pieces[at].text not in _words("was"):
        return False
    going = next((place for place in range(at + 1, min(at + 4, len(pieces))) if pieces[place].text not in _SMALL), at)
    if pieces[going].text not in _words("arrange-verb") or not pieces[going].text.endswith("ing"):
        return False
    if any(piece.text in ("when", "while", "as") for piece in pieces[going : going + _REACH]):
        return False
    reports = _words("report-verb") | _words("promise-verb")
    before = next((back for back in range(at - 1, max(at - _REPORT, -1), -1) if pieces[back].text in reports), None)
    if before is not None:
        return BREAKS.isdisjoint(piece.text for piece in pieces[before:at])
    return any(piece.text in reports for piece in pieces[max(going, len(pieces) - _REPORT) :])


def _by_verb(pieces: list[Piece], at: int, *, purpose: bool, near: bool) -> str | None:
    piece, word, past = pieces[at], pieces[at].text.split()[0], is_past(pieces[at])
    if past and _has_auxiliary(pieces, at) and word not in _words("planned"):
        return None
    if word in _words("intend-verb"):
        return None if piece.kind == "meeting" or _is_noun(pieces, at) else AHEAD
    if word in _words("promise-verb") and not _is_noun(pieces, at):
        after = pieces[at + 1].text if at + 1 < len(pieces) else ""
        return PAST if near and not purpose and after not in ("for", "to") and past else AHEAD
    if purpose and word in _words("order-verb") and not _is_noun(pieces, at):
        return AHEAD
    if word in _words("report-verb") and (past or word in ("says", "tells", "reports")):
        return "report"
    if past:
        return PAST
    return AHEAD if word in _words("present") and not purpose else None


def is_past(piece: Piece) -> bool:
    """Return whether a word is a verb of the past, or a participle."""
    word = piece.text.split()[0]
    if word in _words("past") or piece.text in _words("past"):
        return True
    if piece.form:
        return piece.form in ("ed", "past")
    return word.endswith("ed") and len(word) > 4 and word not in _words("no verb") and "-" not in word


def _is_adjective(pieces: list[Piece], at: int) -> bool:
    """Whether a participle belongs to the noun behind it, or to the one before: "the planned talks", "hosted by"."""
    if not _ends_as_participle(pieces[at]) or at == 0:
        return False
    before = pieces[at - 1].text
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None:
        return False
    if before in _words("article") or pieces[at - 1].kind == "number":
        return after.kind not in ("prep", "date", "punct", "pron") and after.text not in (
            "to",
            "that",
            "and",
            "by",
            "in",
        )
    return after.text == "by" and pieces[at - 1].text not in _words("was") | _words("is") | {"been", "be", "being"}


def _has_auxiliary(pieces: list[Piece], at: int) -> bool:
    """Whether an auxiliary before a participle tells its time: "will be held", "has been released"."""
    for back in range(at - 1, max(at - 4, -1), -1):
        word = pieces[back].text
        if pieces[back].kind in ("aux", "modal") or word in _words("was") | _words("is"):
            return True
        if word not in _SMALL and not word.endswith("ly"):
            return False
    return False


def _ends_as_participle(piece: Piece) -> bool:
    return piece.text.split()[0].endswith(("ed", "en", "eld", "et"))


def _is_noun(pieces: list[Piece], at: int) -> bool:
    """Whether a word that may be a verb is a noun here: "the plan", "his offer of"."""
    return at > 0 and pieces[at - 1].text in _words("article") and not pieces[at].text.endswith("ed")


def _plans(pieces: list[Piece], at: int) -> bool:
    """Whether "is" or "was" goes on with what is to come: "are due to meet", "was to be held", "is going to"."""
    for place, piece in enumerate(pieces[at + 1 : at + 4], at + 1):
        word = piece.text.split()[0]
        if word in _words("planned") or (word in _words("promise-verb") and is_past(piece)):
            return True
        if word in _FOR_LATER and pieces[min(place + 1, len(pieces) - 1)].text == "for":
            return True
        if word not in _SMALL and not word.endswith("ly"):
            return False
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return classes("tenses")[name]


def was_done(pieces: list[Piece], at: int) -> bool:
    """Return whether the verb at a piece stands in the past: "hosted", "had held", not "will have held"."""
    if not is_past(pieces[at]):
        return False
    for back in range(at - 1, max(at - 5, -1), -1):
        word = pieces[back].text
        if word in _words("modal") or word in ("to", "be", "being") or word in _words("is"):
            return False
        if word in _words("was"):
            return not _plans(pieces, back)
        if word not in _SMALL and not word.endswith("ly"):
            return word not in _words("article") or pieces[at - 1].text not in _words("article")
    return True


def is_planned(pieces: list[Piece], at: int) -> bool:
    """Return whether the "-ing" at a piece is a plan of which somebody spoke: "said they were meeting on Friday"."""
    was = next((back for back in range(at - 1, max(at - 4, -1), -1) if pieces[back].text not in _SMALL), at)
    return is_plan(pieces, was)


def went_to(pieces: list[Piece], at: int) -> bool:
    """Return whether the infinitive at a piece tells what somebody went for: "travelled to Rome to meet"."""
    to = at - 1
    while to > at - 4 and to >= 0 and pieces[to].text != "to":
        to -= 1
    if to < 1 or pieces[to].text != "to" or pieces[to - 1].text in _words("intention"):
        return False
    if pieces[to - 1].text.endswith(_DOINGS) and not is_past(pieces[to - 1]) and pieces[to - 1].text not in _SENT:
        return False
    went = next((back for back in range(to - 1, max(to - _REACH, -1), -1) if _said(pieces, back) is not None), None)
    if went is None or _said(pieces, went) != PAST:
        return False
    return pieces[went].text.split()[0] not in _words("comes-verb") | _words("was") | _words("had") | _words("has")
