"""How a stance is meant: whether it is denied, only possible, of oneself, or asked of others."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.stances import Mark, word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

_POSSIBLE = word_set("may might could should must")
_PEACE = word_set("peace deal agreement solution settlement talks negotiations")
"""What one seeks without asking the other side for anything."""
_OF_ITSELF = (
    ("alleg", 1, word_set("to")),
    ("press", 1, word_set("ahead on forward")),
    ("seek", 5, _PEACE),
    ("sought", 5, _PEACE),
)
"""Verbs with what follows them where they ask or accuse nobody: "alleged to have", "presses ahead", "seeking peace"."""
_NEAR = 12
_SAID_TO = word_set("supposedly allegedly purportedly ostensibly")
_MAYBE = word_set("may might could would will can")
_UNLESS = word_set("if unless whether what")
_ASKED = word_set("whether what")
_ONCE = word_set("when once until")
_SPOKEN_FOR = word_set("need urge")
_SPOKE = word_set(
    "spoke met called phoned telephoned wrote talked visited addressed travelled traveled flew took appealed used"
)
"""What one does to urge something: "spoke with the president to urge restraint"."""
_FAR = 24
_OWNERS = word_set("its our their my his her")
_LATER = word_set("will would shall 'll")
_TO_COME = word_set("wrong ask urge demand want need propose offer accuse condemn criticise")
"""Stances that are only announced where "will" stands before them; to say that one will refuse is to refuse."""


def mood(pieces: list[Piece], mark: Mark) -> tuple[bool, bool]:
    """Return whether a verb is denied, and whether it is said to be so: not "may reject", "if they accept"."""
    if mark.noun:
        return False, not (mark.first and pieces[mark.first - 1].text in ("no", "any"))
    negated, at = False, mark.first - 1
    while at >= 0 and (pieces[at].kind in ("aux", "modal", "not") or pieces[at].text.endswith("ly")):
        negated = negated or pieces[at].kind == "not"
        if pieces[at].text in _POSSIBLE or (pieces[at].text in _LATER and mark.stance in _TO_COME):
            return negated, False
        if pieces[at].text in _SAID_TO:
            return negated, False
        at -= 1
    if at >= 1 and pieces[at].text in ("or", "nor") and any(near.kind == "not" for near in pieces[max(at - 4, 0) : at]):
        negated = True
    if _inverted(pieces, at, mark.form):
        return negated, False
    if at >= 0 and pieces[at].text == "to" and mark.form == "base":
        return negated, bool(at) and (
            pieces[at - 1].text.startswith(("continu", "seek", "sought"))
            or pieces[at - 1].text in ("ready", "prepared", "willing", "decided")
            or (mark.stance in _SPOKEN_FOR and any(near.text in _SPOKE for near in pieces[max(at - _FAR, 0) : at]))
        )
    if mark.form == "base" and at < 0:
        return negated, False
    to_come = _UNLESS | _ONCE if mark.form in ("base", "s") else _UNLESS
    if at >= 0 and pieces[at].text in ("and", "but"):
        to_come = to_come - _ASKED  # "asked them to keep what was agreed and called for more"
    return negated, not any(piece.text in to_come for piece in pieces[max(at - 6, 0) : mark.first])


def _inverted(pieces: list[Piece], subject: int, form: str) -> bool:
    """Whether a clause begins with the verb of a condition: "should China offer support", "were Israel to accept"."""
    if subject < 1 or pieces[subject].kind != "actor" or pieces[subject - 1].text not in _POSSIBLE | {"were"}:
        return False
    if pieces[subject - 1].text == "should" and form == "base":
        return True
    return subject == 1 or pieces[subject - 2].kind in ("punct", "quote", "conj")


def of_oneself(pieces: list[Piece], mark: Mark) -> bool:
    """Whether a speaker speaks of himself, or of nothing in particular: "we must", "it must be said"."""
    if any(piece.text in ("we", "i", "it", "this", "there") for piece in pieces[max(mark.first - 2, 0) : mark.first]):
        return True
    if mark.stance == "wrong":
        return False
    before = pieces[max(mark.first - _NEAR, 0) : mark.first]
    said = max(
        (at for at, piece in enumerate(before) if piece.kind in ("say", "quote") or piece.text == "that"), default=-1
    )
    return 0 <= said < len(before) - 1 and before[said + 1].text in _OWNERS


def asks_a_side(pieces: list[Piece], mark: Mark) -> bool:
    """Whether a side is what a word of asking speaks of: "Hamas should take it", "the Russian side has to stop"."""
    after = [piece for piece in pieces[mark.last + 1 : mark.last + 5] if piece.kind != "quote"]
    if after and after[0].text in ("a", "an", "the", "no"):
        return False
    if after and after[0].kind == "aux" and not (len(after) > 1 and after[1].text in ("a", "an", "the", "no", "its")):
        return False
    before = [piece for piece in pieces[max(mark.first - 8, 0) : mark.first] if not piece.text.endswith("ly")]
    aside = bool(before) and before[-1].text == ","
    parties = any(piece.text in ("parties", "sides", "side") for piece in before[0 if aside else -2 :])
    return bool(before) and (before[-1].kind == "actor" or parties)


def only_thinks(pieces: list[Piece], mark: Mark) -> bool:
    """Whether nothing is asked of others: "wants to meet", "insists that it is ready", "suggested he was ill"."""
    following = [piece.text for piece in pieces[mark.last + 1 : mark.last + 16]]
    kinds = [piece.kind for piece in pieces[mark.last + 1 : mark.last + 3]]
    if mark.noun:
        return mark.words == "insistence" and following[:1] == ["that"] and "not" in following[:_NEAR]
    if mark.words.startswith(("want", "seek", "sought")) and (following[:1] in (["to"], []) or kinds[:1] == ["pron"]):
        return True
    if mark.words.startswith("ask"):
        return kinds[:1] == ["pron"]
    if mark.words.startswith("insist"):
        upon = {mark.words.rpartition(" ")[2], *following[:1]} & {"on", "upon"}
        return not (upon or {"must", "should"} & set(following[:_NEAR]) or _subjunctive(pieces, mark))
    if mark.words.startswith("suggest"):
        aside = mark.form == "ing" and mark.first > 0 and pieces[mark.first - 1].text == ","
        if aside or _MAYBE & set(following[:_NEAR]):
            return True
        return (following[:1] == ["that"] or kinds[:1] == ["actor"]) and not {"should", "be"} & set(following)
    return any(
        mark.words.startswith(verb) and not words.isdisjoint(following[:reach]) for verb, reach, words in _OF_ITSELF
    )


def _subjunctive(pieces: list[Piece], mark: Mark) -> bool:
    """Whether something is asked of somebody: "that Hezbollah be disarmed", "that they leave"; not "it will be so"."""
    near = pieces[mark.last + 1 : mark.last + 12]
    at = next(
        (at for at, piece in enumerate(near) if piece.kind in ("aux", "modal") or piece.form in ("ed", "past", "s")),
        None,
    )
    if at is not None:
        return near[at].text == "be"
    if any(piece.kind == "not" or piece.text in ("did", "does", "do") for piece in near):
        return False
    return len(near) > 2 and near[0].text == "that" and any(piece.kind == "actor" for piece in near[1:4])
