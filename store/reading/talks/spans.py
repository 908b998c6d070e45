"""Lengths of time that look back and name no day: "their second round in two weeks", "brought little in a month"."""

from __future__ import annotations

import re
from dataclasses import replace

from store.domain.typed import TYPE_CHECKING
from store.phrases import Found
from store.reading.talks.tenses import AHEAD, BREAKS, PAST, tense_at

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece

_IN_A_LENGTH = re.compile(
    r"(?:for (?:the )?(?:\w+ )?time )?in (?:the space of )?"
    r"(?:(?:more|less|fewer|no more) than |almost |nearly |over |about |around |just |only |under |some |as many )?"
    r"(?:(?:a|an|the|\d+|\w+|\w+-\w+|a few|a couple of|as many) )?(?P<unit>hours?|days?|weeks?"
    r"|months?|years?|decades?)$"
)
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)"
    r"|only|latest|last|largest|biggest|longest|deadliest|worst|highest|lowest|most|best|greatest|record|bloodiest"
    r"|heaviest|closest|rarest|twice|times)\b"
)
"""Words that count or compare what was: the length behind them is the one that they look back on."""
_LONG = frozenset(("year", "years", "decade", "decades"))
_REACH = 14


def looking_back(pieces: list[Piece]) -> list[Piece]:
    """Return pieces in which a length of time that looks back names no day to come."""
    turned = list(pieces)
    for at, piece in enumerate(pieces):
        value = piece.value
        if not isinstance(value, Found) or not value.window.dated:
            continue
        length = _IN_A_LENGTH.match(piece.text)
        if length is not None and _looks_back(pieces, at, length["unit"]):
            none = replace(value.window, earliest=None, latest=None, loose_earliest=None, loose_latest=None)
            turned[at] = piece._replace(value=value._replace(window=none))
    return turned


def _looks_back(pieces: list[Piece], at: int, unit: str) -> bool:
    """Whether the words before a length count what has been, or a verb of the past governs it."""
    tense = tense_at(pieces, at)
    if tense == PAST and at > 1:
        return True
    first = at
    while first > max(at - _REACH, 0) and pieces[first - 1].text not in BREAKS:
        first -= 1
    counted = _COUNTED.search(" ".join(piece.text for piece in pieces[first:at])) is not None
    another_day = any(isinstance(piece.value, Found) and piece.value.window.dated for piece in pieces[first:at])
    return counted and (unit in _LONG or tense != AHEAD or another_day)
