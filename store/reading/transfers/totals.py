"""Totals since a beginning: "more than 9,000 have come home since 2022", "bringing the number to 1,340"."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence
    from store.reading.transfers.counted import Counted

_SINCE = re.compile(
    r"\b(?:(?:since|from) (?:the (?:war|start|beginning|conflict|invasion|mediation|outbreak|first|truce|ceasefire"
    r"|deal|spring|summer|autumn|winter)\b|(?:early|late|mid)?[ -]?(?:19|20)\d\d|it began|then|mediation|last \w+"
    r"|\w+ began|the \w+ (?:began|started)|(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b(?! \d))|so far|to date|until now|up to now|in all (?:have|had)|overall|thus far"
    r"|over the (?:years|course)|throughout the (?:war|conflict)|in total since)"
)
_SUMMING = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|raising|raises) (?:the|its|their) (?:\w+ )?"
    r"(?:number|total|tally|figure|toll)"
)
_IN_ALL = re.compile(r"(?:.{0,40}\b(?:that|said|added) )?(?:in total|in all|altogether|all told|overall|all in all)\b")
_ALREADY = re.compile(r"\b(?:ha(?:ve|s) (?:already|now|thus far|so far)|already ha(?:ve|s))\b")
"""What tells together of a sum that grows: "in total, more than 7,000 have already been returned"."""
_SUPERLATIVE = re.compile(
    r"\b(?:largest|biggest|first|latest|longest|greatest|highest|second|third|most)\b[^,;]{0,50}$"
)
"""What compares with everything since a beginning, and counts nothing since then."""


def cumulative(sentence: Sentence) -> bool:
    """Whether a sentence counts everything since a beginning."""
    words = " ".join(piece.text for piece in sentence.pieces)
    return any(not _SUPERLATIVE.search(words, 0, match.start()) for match in _found(words))


def _found(words: str) -> list[re.Match[str]]:
    return [*_SINCE.finditer(words), *_SUMMING.finditer(words)]


def summed_up(sentence: Sentence, counted: Counted) -> bool:
    """Whether the words before a count make it the sum of all: "bringing the number to 1,340"."""
    return _SUMMING.search(_words(sentence.pieces[: counted.first])) is not None


def since_beginning(sentence: Sentence, counted: Counted) -> bool:
    """Whether a count is everything since a beginning, and no event: its own clause says so, or the opening one."""
    pieces = sentence.pieces
    first = _clause_start(pieces, counted.first)
    clause = _words(pieces[first : _clause_end(pieces, counted.last)])
    opening = _words(pieces[: _clause_end(pieces, 0)])
    if _IN_ALL.match(_words(pieces)) and _ALREADY.search(_words(pieces[max(counted.first - 6, 0) : counted.last + 6])):
        return True
    begun = opening.startswith("since ") or " since " in f" {clause} " or "beginning of" in clause
    since = any(not _SUPERLATIVE.search(text, 0, match.start()) for text in (clause, opening) for match in _found(text))
    perfect = any(piece.text in ("have", "has", "had", "'ve") for piece in pieces[first : counted.last + 10])
    return begun and since and (perfect or opening.startswith("since "))


def _words(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


def _clause_start(pieces: list[Piece], at: int) -> int:
    return next((back + 1 for back in range(at - 1, -1, -1) if pieces[back].text in (",", ";")), 0)


def _clause_end(pieces: list[Piece], at: int) -> int:
    return next((ahead for ahead in range(at + 1, len(pieces)) if pieces[ahead].text in (",", ";")), len(pieces))
