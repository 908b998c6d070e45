"""What a position is about: few words of the text, where its clause ends, and whether two say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.stances import word_set

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.positions.stances import Mark

_LONGEST_TOPIC = 14
_LONGEST_EVIDENCE = 45
_TOPIC_ENDS = frozenset(",;.:?!()–—")
_ASIDE = word_set("but while who which although though whereas saying as when because after")
_SMALL = word_set(
    "the a an any of to for on in by with from at its their his her our that this these those it them and or "
    "as be is are was were has have had not no all both each so if there which what will would can must should "
    "than then when into over he she they we again yesterday today week last"
)
_BARE = word_set(
    "own old new primary key main central respective latest draft longstanding long-standing initial other "
    "previous original first second counter controversial similar such latest additional further recent many "
    "certain own"
)
_COMPLEMENTS = word_set("for of to that on such include includes are is")
_ALIKE = {
    "truce": "ceasefire",
    "cease-fire": "ceasefire",
    "pause": "ceasefire",
    "withdraw": "withdrawal",
    "pull": "withdrawal",
    "pullback": "withdrawal",
    "pull-back": "withdrawal",
    "pullout": "withdrawal",
    "pull-out": "withdrawal",
    "return": "release",
}
_THEMES = frozenset(("ceasefire", "withdrawal"))
"""What a side asks for or refuses once, however often it is told."""
_LEADING = re.compile(
    r"^(?:[’']s\s+|"
    r"(?:to (?:agree|accept|consent|sign up)(?: to)?|to|for|on|upon|of|that|the idea of|any|an?|the|its|their|his"
    r"|her|include|includes|by|with)\s+"
    r"|[“\"'‘„,:]+\s*)+",
    re.IGNORECASE,
)
_PLURALS = re.compile(r"(?<=[a-z]{4})s$")


def clause_end(text: str, pieces: list[Piece], at: int) -> int:
    """Return the piece after the clause that goes on at a piece; a line that begins with a label is another clause."""
    last = min(len(pieces), at + _LONGEST_EVIDENCE)
    for ahead in range(at, last):
        if pieces[ahead].text in (";", ".", "?", "!") or _labelled(text, pieces, ahead) or _goes_on(pieces, ahead):
            return ahead - (ahead > at and pieces[ahead - 1].text == ",")
        if pieces[ahead].text == "," and ahead > at:
            following = pieces[ahead + 1 : ahead + 4]
            if following and (following[0].text in _ASIDE or any(near.kind == "say" for near in following)):
                return ahead
    return last


def _goes_on(pieces: list[Piece], at: int) -> bool:
    """Whether "and" leads on to another verb of the same subject: "and said", "and called on"."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return (
        pieces[at].text in ("and", "but")
        and following is not None
        and (following.form in ("ed", "past", "s") or following.kind in ("aux", "modal"))
    )


def _labelled(text: str, pieces: list[Piece], at: int) -> bool:
    """Whether a new line begins at a piece, with a label: "Groups: ..."."""
    return (
        at > 0
        and "\n" in text[pieces[at - 1].end : pieces[at].start]
        and any(piece.text == ":" for piece in pieces[at + 1 : at + 4])
    )


def topic_of_noun(text: str, pieces: list[Piece], mark: Mark, owner: int) -> str:
    """Return what a demand or an offer is about: "for ...", "that ...", or what stands within or before it."""
    first = mark.last + 1
    if " to" in mark.words or mark.words.endswith(" for"):
        return _up_to_stop(text, pieces, first)
    if first < len(pieces) and pieces[first].text in (",", ":"):
        first += 1
    if first + 1 < len(pieces) and pieces[first].text in ("–", "—", "-"):
        return _up_to_stop(text, pieces, first + 1)
    following = pieces[first : first + 2]
    if (
        following
        and following[0].text in _COMPLEMENTS
        and not (len(following) > 1 and following[1].kind == "actor" and following[0].text != "that")
    ):
        found = _up_to_stop(text, pieces, first)
        if content_words(found):
            return found
    between = [
        piece
        for piece in pieces[owner + 1 : mark.first]
        if piece.kind in ("word", "unit", "number", "date", "name", "not") and piece.text not in _BARE
    ]
    if owner < mark.first and content_words(" ".join(piece.text for piece in between)):
        return _said(text, pieces, owner + 1, mark.first)
    start = mark.first
    while start and pieces[start - 1].kind in ("word", "actor") and pieces[start - 1].text not in _TOPIC_ENDS:
        start -= 1
    while start and pieces[start - 1].kind == "quote":
        start -= 1
    return topic_before(text, pieces, start) if start and pieces[start - 1].text == "," else ""


def topic_after(text: str, pieces: list[Piece], mark: Mark) -> str:
    """Return the words that follow a verb of stance, up to a stop; past an aside: "all, including X, to end"."""
    first = mark.last + 1
    if mark.words.endswith((" on", " upon")):
        comma = next((at for at in range(first, min(first + 5, len(pieces))) if pieces[at].text == ","), None)
        if comma is not None and comma + 1 < len(pieces) and pieces[comma + 1].text == "including":
            to = next((at for at in range(comma, min(comma + 14, len(pieces))) if pieces[at].text == "to"), None)
            first = to if to is not None else first
    return _up_to_stop(text, pieces, first)


def topic_of_clause(text: str, pieces: list[Piece], mark: Mark) -> str:
    """Return the clause that a verb stands in: "the shelling must end", "Eritrea was blocking the aid"."""
    first = mark.first
    while first and mark.first - first < _LONGEST_TOPIC // 2:
        piece = pieces[first - 1]
        if piece.text in _TOPIC_ENDS or piece.kind in ("say", "quote", "conj") or piece.text == "that":
            break
        first -= 1
    return _up_to_stop(text, pieces, first)


def _up_to_stop(text: str, pieces: list[Piece], first: int) -> str:
    last = first
    while (
        last < len(pieces)
        and last - first < _LONGEST_TOPIC
        and pieces[last].text not in _TOPIC_ENDS
        and not _labelled(text, pieces, last)
    ):
        if _goes_on(pieces, last):
            break
        last += 1
    return _said(text, pieces, first, last)


def topic_before(text: str, pieces: list[Piece], stop: int) -> str:
    """Return what stands before a piece: what "that Kyiv had accepted" or "was rejected" speaks of."""
    while stop and (
        pieces[stop - 1].kind in ("aux", "not", "modal")
        or pieces[stop - 1].kind == "quote"
        or pieces[stop - 1].text in ("that", "which", ",")
    ):
        stop -= 1
    first = stop
    while first and stop - first < _LONGEST_TOPIC:
        piece = pieces[first - 1]
        if (
            piece.text in _TOPIC_ENDS
            or piece.kind in ("say", "aux", "modal", "conj")
            or piece.form in ("ed", "past", "s")
        ):
            break
        first -= 1
    return _said(text, pieces, first, stop)


def _said(text: str, pieces: list[Piece], first: int, end: int) -> str:
    """Return the words between two pieces, without those that only join them."""
    if end <= first or first >= len(pieces):
        return ""
    words = " ".join(text[pieces[first].start : pieces[end - 1].end].replace("*", "").split())
    return _LEADING.sub("", words + " ").strip(" ”\"'’,")


@lru_cache(maxsize=1024)
def content_words(topic: str) -> frozenset[str]:
    """Return the words of a topic that tell something, folded and in the singular."""
    words = (word.strip("“”\"'’‘,.").removesuffix("’s").removesuffix("'s") for word in topic.casefold().split())
    singular = (_PLURALS.sub("", word) for word in words if word not in _SMALL and word not in _BARE and len(word) > 1)
    return frozenset(_ALIKE.get(word, word) for word in singular)


def alike(one: str, other: str, ideas: frozenset[str], *, spoken_of: bool = False) -> bool:
    """Whether two topics speak of the same; one that only names an idea ("this demand") agrees with any.

    A noun (`spoken_of`) takes up what was said before: one word in common is enough.
    """
    first, second = content_words(one), content_words(other)
    if first & second & _THEMES:
        return True
    if first <= ideas and second <= ideas:
        return not first or not second or bool(first & second)
    if first <= ideas or second <= ideas:
        return True
    return len(first & second) * (len(first) if spoken_of else 2) >= min(len(first), len(second))
