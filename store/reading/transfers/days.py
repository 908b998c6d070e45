"""When: the day of what was done, the day by which something is owed, as the words around a verb of the trade say."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sentences import Scene, Sentence
from store.reading.transfers.acts import Act
from store.reading.transfers.counted import Counted

if TYPE_CHECKING:
    from store.phrases import PhraseWindow

_NEAR, _NEARER = 12, 6
"""How many pieces before a date tell whose day it is."""
_FARTHEST = 24
"""Over how many pieces a date belongs to a verb."""
_LONG = 62
"""Days of a window that goes with the article's day and says nothing of one event ("this year")."""
_OPENING = 2
"""Up to which piece a date opens a sentence."""
_LENGTH = re.compile(
    r"(?:the course of |a |the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several)"
    r"[ -](?:day|week|hour|month|year)s?"
)
"""A bare length, which is no day that something is due."""
_DEADLINE = re.compile(r"(?:\w+ )?(?:by|before|until|till|within|from|no later than|not later than)\b")
"""How a date begins that says until when, or from when, something is owed."""
_CUMULATIVE = re.compile(
    r"\b(?:since (?:the (?:war|start|beginning|conflict|invasion|mediation|outbreak|first)\b|it began|then|mediation"
    r"|\w+ began|the \w+ (?:began|started))|so far|to date|until now|up to now|in all (?:have|had)|brings? the total"
    r"|bringing the|overall|thus far)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:largest|biggest|first|latest|longest|greatest|highest|second|third|most)\b[^,;]{0,50}$"
)
"""What compares with everything since a beginning, and counts nothing since then."""
_ENTRY = re.compile(r"[\s•\-]*\d{1,2}[:.]\d\d\b")
"""How the entry of a live report begins: with the time of day."""


def window_of(scene: Scene, sentence: Sentence, counted: Counted, act: Act) -> Window:
    """Return when: for what was done the day of it, for what is owed the day it is due; empty where nothing says it."""
    best, nearest = None, _FARTHEST + 1
    for at, piece in enumerate(sentence.pieces):
        window = piece.date
        if window is None:
            continue
        distance = _distance(scene.article.published.day, sentence.pieces, at, counted, act)
        if distance is not None and distance < nearest:
            best, nearest = window, distance
    if best is None or not best.dated:
        return NO_WINDOW
    return _day_before(sentence.pieces, act, best.window())


def _day_before(pieces: list[Piece], act: Act, window: Window) -> Window:
    """Return the day before a day where the words say so: "on Saturday, a day after each side released 390"."""
    words = " ".join(piece.text for piece in pieces[max(act.left - 8, 0) : act.left])
    day = window.earliest
    if day is None or day != window.latest or not re.search(r"\b(?:a|one) day after\b", words):
        return window
    return Window(day - timedelta(days=1), day - timedelta(days=1), phrase="a day after", rule="the day before a day")


def _distance(published: date | None, pieces: list[Piece], at: int, counted: Counted, act: Act) -> int | None:
    """Return how far a date is from a verb and what it governs; None where it cannot be its day."""
    done = act.status == "done"
    distance = 0 if 0 < at - counted.last <= 2 else min(abs(at - act.at), abs(at - counted.last))
    window = pieces[at].date
    if window is None or not _fits(window, published, done=done, near=distance <= 2):
        return None
    if _belongs_elsewhere(pieces, at, act) or (not done and not _may_be_due(published, pieces, at, act)):
        return None
    if _when_said(pieces, at):
        return distance + 8 if done else None
    if at < 2:
        return min(distance, 6)
    return distance + 2 if at < counted.first else distance


def _may_be_due(published: date | None, pieces: list[Piece], at: int, act: Act) -> bool:
    """Whether a date can say when something is due: behind the verb; before it only as a deadline, or a day to come."""
    if _LENGTH.fullmatch(pieces[at].text):
        return False
    if at > act.at:
        return True
    between = [piece.text for piece in pieces[at + 1 : act.at]]
    if _DEADLINE.match(f"{pieces[at - 1].text if at else ''} {pieces[at].text}".strip()):
        return "that" not in between and "and" not in between
    window = pieces[at].date
    later = window is not None and window.earliest is not None and (published is None or window.earliest > published)
    return later and at <= _OPENING and act.modality == "announced"


def _fits(window: PhraseWindow, published: date | None, *, done: bool, near: bool) -> bool:
    """Whether days can be those of what was done before the article's day, or is owed after it."""
    if published is None:
        return True
    if not done:
        last = window.latest or window.earliest
        return last is None or last >= published
    if window.latest is None or (window.earliest is not None and window.earliest > published):
        return False
    loose = window.relative and window.earliest is not None and (window.latest - window.earliest).days > _LONG
    return near or not loose


def _when_said(pieces: list[Piece], at: int) -> bool:
    """Whether a date says when something was said: "a spokesman said on Sunday"."""
    before = pieces[max(at - 3, 0) : at]
    return any(piece.kind in ("say", "announce") and piece.form in ("ed", "past") for piece in before)


def _belongs_elsewhere(pieces: list[Piece], at: int, act: Act) -> bool:
    """Whether a date says when something else was: the deal, the talks, the capture, the war."""
    if pieces[at].text.startswith("since"):
        return True
    for back in range(at - 1, max(at - _NEAR, -1), -1):
        piece = pieces[back]
        if piece.text in group("captures"):
            return True
        if piece.text == "," or back == act.at or piece.kind in ("unit", "give-verb", "receive-verb", "exchange-verb"):
            return False
        event = piece.kind in ("agreement-noun", "agree", "meeting") or piece.text in group("other events")
        if event and at - back < _NEARER:
            return True
    return False


def dated(sentence: Sentence) -> bool:
    """Whether a sentence names a day."""
    return any(piece.date is not None and piece.date.dated for piece in sentence.pieces)


def cumulative(sentence: Sentence) -> bool:
    """Whether a sentence counts everything since a beginning."""
    words = " ".join(piece.text for piece in sentence.pieces)
    return any(not _SUPERLATIVE.search(words, 0, match.start()) for match in _CUMULATIVE.finditer(words))


def today_of(scene: Scene, sentence: Sentence) -> Window:
    """Return the article's day for an entry of a live report, which tells of the day itself; else nothing."""
    day = scene.article.published.day
    start = scene.article.passages[sentence.passage].span.start
    if day is None or _ENTRY.match(scene.article.text, start, start + 12) is None:
        return NO_WINDOW
    return Window(day, day, phrase="today", rule="live report")
