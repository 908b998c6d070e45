"""Bare days of a sentence ("on Friday", "on 6 August") as the verbs that govern them place them: behind or ahead."""

from __future__ import annotations

import re
from dataclasses import replace

from store.domain.typed import TYPE_CHECKING
from store.phrases import Found, resolve
from store.reading.grammar.classes import classes
from store.reading.talks.tenses import AHEAD, BREAKS, PAST, is_past, is_plan, is_verb, tense_at

if TYPE_CHECKING:
    from datetime import date

    from store.reading.grammar.piece import Piece

_TURNS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bweekend|\blater\b"
)
"""Days that the words alone do not place behind or ahead."""
_AHEAD_ITSELF = re.compile(
    r"(?:not|by|before|until|till|within|from|next|tomorrow|starting|beginning|through|coming)\b"
)
_SMALL = frozenset(("also", "again", "both", "all", "further", "later", "then", "once", "more"))
_STANDS = frozenset(
    (
        "was",
        "were",
        "had",
        "did",
        "held",
        "met",
        "hosted",
        "opened",
        "began",
        "started",
        "resumed",
        "ended",
        "concluded",
    )
)
"""Verbs of the past whose day may be that of a meeting behind them."""
_YEAR = re.compile(r"\b\d{4}\b")
_WILL_REACH = 12
_BEHIND_ITSELF = re.compile(r"\b(?:last|ago|earlier|past|recent|since|after|yesterday|previous)\b")


def placed(pieces: list[Piece], published: date | None) -> list[Piece]:
    """Return pieces whose bare days agree with the verbs that govern them.

    No day that a verb of the past governs lies ahead: it is the last such day, or none; and no day behind "will".
    """
    turned = list(pieces)
    for at, piece in enumerate(pieces):
        value = piece.value
        if published is None or not isinstance(value, Found) or not value.window.dated or not _TURNS.search(piece.text):
            continue
        ahead = value.earliest is not None and value.earliest > published
        if _AHEAD_ITSELF.match(piece.text) or _YEAR.search(piece.text):
            continue
        if ahead and tense_at(pieces, at) == PAST:
            turned[at] = piece._replace(value=_behind(value, published))
        elif value.latest is not None and value.latest < published and _will(pieces, at):
            turned[at] = piece._replace(value=_before(value, published))
    return turned


def _will(pieces: list[Piece], place: int) -> bool:
    """Whether "will", or a plan told in the past, is the verb before a day that does not itself look back."""
    if _BEHIND_ITSELF.search(pieces[place].text):
        return False
    for at in range(place - 1, max(place - _WILL_REACH, -1), -1):
        if pieces[at].text in BREAKS or pieces[at].text in (",", "and", "that"):
            return False
        if is_verb(pieces, at):
            return pieces[at].text in ("will", "shall", "'ll", "would") or is_plan(pieces, at)
    return False


def _before(value: Found, published: date) -> Found:
    """Return a day read forwards."""
    window = resolve(value.phrase, published, tense="future")
    if window is not None and window.dated and window.latest is not None and window.latest >= published:
        return value._replace(window=window)
    return value


def _behind(value: Found, published: date) -> Found:
    """Return a day read backwards; without days where its words cannot be."""
    window = resolve(value.phrase, published, tense="past")
    if window is not None and window.dated and (window.earliest is None or window.earliest <= published):
        return value._replace(window=window)
    none = replace(value.window, earliest=None, latest=None, loose_earliest=None, loose_latest=None)
    return value._replace(window=none)


def of_own_verb(pieces: list[Piece], place: int) -> bool:
    """Return whether a day is that of the verb of the past right behind it: "the rebels today reaffirmed"."""
    at = place + 1
    while at < len(pieces) and (pieces[at].text in _SMALL or pieces[at].text.endswith("ly")):
        at += 1
    if place == 0 or at + 1 >= len(pieces) or not is_past(pieces[at]):
        return False
    word = pieces[at].text.split()[0]
    named = pieces[at].kind == "name" and pieces[at + 1].kind not in ("det", "pron", "prep", "conj")
    return not named and word not in _STANDS and word not in classes("tenses")["planned"]


def against_verb(pieces: list[Piece], place: int, status: str | None, published: date | None) -> bool:
    """Return whether the verb of a day tells another time than that of the meeting."""
    window = pieces[place].date
    if window is None or published is None:
        return False
    if status == "expected" and window.latest is not None and window.latest <= published:
        return tense_at(pieces, place) == PAST
    if status == "held" and window.earliest is not None and window.earliest > published:
        return tense_at(pieces, place) == AHEAD
    return False


def read_back(value: Found, status: str | None, published: date | None) -> Found:
    """Return the date read backwards where what was held would else lie ahead ("came to an end on 6 July")."""
    if status == "held" and published is not None and value.earliest is not None and value.earliest > published:
        window = resolve(value.phrase, published, tense="past")
        if window is not None and window.dated:
            return value._replace(window=window)
    return value


def read_on(value: Found, published: date | None) -> Found:
    """Return a weekday read forwards: "the talks, which resume on Wednesday"."""
    window = resolve(value.phrase, published, tense="future") if published is not None else None
    return value._replace(window=window) if window is not None and window.dated else value
