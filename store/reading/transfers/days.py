"""When: the day of what was done, the day by which something is owed, as the words around a verb of the trade say."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.reading.grammar.chronicles import BULLET, is_chronicle
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sentences import Scene, Sentence
from store.reading.transfers.act import Act
from store.reading.transfers.counted import Counted
from store.reading.transfers.since import since_then
from store.reading.transfers.usable import TRIGGERS

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
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six")
_DAYS_AFTER = re.compile(rf"\b({'|'.join(_NUMBERS)}) days? after\b")
_HOUR = re.compile(
    r"\b(?:about|around|roughly|some time after|shortly after) (?:noon|midnight|midday|dawn|dusk|\d{1,2}\W)"
)
"""An hour that is only about right, which says nothing against the day."""
_SINCE_THEN = frozenset(("following", "after", "before", "since", "followed"))
"""What leads from what was done to what was before it or after it."""
_OPENED = 3
_DATED = frozenset(("ceasefire", "cease-fire", "truce", "attack", "attacks", "massacre", "raid", "war"))
"""What a day before it is the day of: "under the January 19 ceasefire deal"."""
_EVENTS = ("exchange-", "give-noun", "agreement-noun")
_RANKS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "last", "largest", "biggest", "only", "latest")
)
_ENTRY = re.compile(r"[\s•\-]*\d{1,2}[:.]\d\d\b")
"""How the entry of a live report begins: with the time of day."""


def window_of(scene: Scene, sentence: Sentence, counted: Counted, act: Act) -> Window:
    """Return when: for what was done the day of it, for what is owed the day it is due; empty where nothing says it."""
    best, nearest, place = None, _FARTHEST + 1, 0
    for at, piece in enumerate(sentence.pieces):
        window = piece.date
        if window is None:
            continue
        distance = _distance(scene.article.published.day, sentence.pieces, at, counted, act)
        if distance is not None and distance < nearest:
            best, nearest, place = window, distance, at
    if best is None or not best.dated:
        return NO_WINDOW
    days = _day_before(sentence.pieces, act, _at_an_hour(best.window()))
    published = scene.article.published.day
    if act.status == "done" and published is not None and since_then(sentence.pieces, place, act):
        return Window(days.earliest, published, phrase=days.phrase, rule="since a day")
    return _until_today(days, scene.article.published.day) if act.status == "done" else days


def _at_an_hour(window: Window) -> Window:
    """Return the day of "at about noon on Friday": it is the hour that is not sure, and not the day."""
    if window.earliest is None or window.latest is None or not _HOUR.search(window.phrase or ""):
        return window
    middle = window.earliest + (window.latest - window.earliest) / 2
    return Window(middle, middle, phrase=window.phrase, rule="the day of an hour")


def _until_today(window: Window, published: date | None) -> Window:
    """Return the days of what was done up to the article's own: "this week" ends with it."""
    if published is None or window.latest is None or window.earliest is None:
        return window
    if not window.earliest <= published < window.latest:
        return window
    return Window(window.earliest, published, phrase=window.phrase, rule=window.rule)


def _day_before(pieces: list[Piece], act: Act, window: Window) -> Window:
    """Return the day before a day where the words say so: "on Saturday, a day after each side released 390"."""
    words = " ".join(piece.text for piece in pieces[max(act.left - 8, 0) : act.left])
    day = window.earliest
    told = _DAYS_AFTER.search(words)
    if day is None or day != window.latest or told is None or day.toordinal() <= len(_NUMBERS):
        return window
    earlier = day - timedelta(days=_NUMBERS.index(told[1]) or 1)
    return Window(earlier, earlier, phrase=told.group(), rule="so many days before a day")


def _distance(published: date | None, pieces: list[Piece], at: int, counted: Counted, act: Act) -> int | None:
    """Return how far a date is from a verb and what it governs; None where it cannot be its day."""
    done = act.status == "done"
    distance = 0 if 0 < at - counted.last <= 2 else min(abs(at - act.at), abs(at - counted.last))
    window = pieces[at].date
    over = at < _OPENING and window is not None and published is not None and _is_over(window, published)
    if window is None or not _fits(window, published, done=done, near=distance <= 2 or over):
        return None
    if any(piece.text == ";" for piece in pieces[min(at, counted.first) : max(at, counted.first)]):
        return None
    if _of_another_event(pieces, at, counted, act):
        return None
    since = done and since_then(pieces, at, act)
    if (not since and _belongs_elsewhere(pieces, at, act)) or (
        not done and not _may_be_due(published, pieces, at, act)
    ):
        return None
    if _when_said(pieces, at):
        return distance + 8 if done else None
    if at < 2:
        return min(distance, 6)
    return distance + 2 if at < counted.first else distance


def _of_another_event(pieces: list[Piece], at: int, counted: Counted, act: Act) -> bool:
    """Whether a date is on the far side of "after", "following" from a verb: the day of what was before it."""
    near, far = max(act.at, counted.last), min(act.left, counted.first)
    if near < at:
        inner = range(near + 1, at)
        return any(pieces[place].text in _SINCE_THEN and _tells_event(pieces, place, at) for place in inner)
    opened = any(piece.text in ("following", "since") for piece in pieces[at + 1 : far][-_OPENED:])
    return at < far and opened and any(piece.kind in TRIGGERS for piece in pieces[:at])


def _tells_event(pieces: list[Piece], opener: int, at: int) -> bool:
    """Whether what follows an opener up to a date is something handed over, and not only a length."""
    return any(piece.kind in TRIGGERS for piece in pieces[opener + 1 : at])


def _may_be_due(published: date | None, pieces: list[Piece], at: int, act: Act) -> bool:
    """Whether a date can say when something is due: behind the verb; before it only as a deadline, or a day to come."""
    if _LENGTH.fullmatch(pieces[at].text):
        return False
    if at > act.at or [piece.text for piece in pieces[at + 1 : at + 3]] == [",", "when"]:
        return True
    between = [piece.text for piece in pieces[at + 1 : act.at]]
    if _DEADLINE.match(f"{pieces[at - 1].text if at else ''} {pieces[at].text}".strip()):
        return "that" not in between and "and" not in between
    window = pieces[at].date
    later = window is not None and window.earliest is not None and (published is None or window.earliest > published)
    return later and at <= _OPENING and act.modality == "announced"


def _is_over(window: PhraseWindow, published: date) -> bool:
    """Whether days are all past: "Last year, more than 2,800 children were released"."""
    return window.latest is not None and window.latest < published


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
        told = [piece.text for piece in pieces[at + 1 : at + 3]]
        return told != [",", "when"] or at > act.at
    if at and pieces[at - 1].text in ("since", "from") and pieces[at].text.split()[0] in ("the", "beginning", "start"):
        return True
    if _names_event(pieces, at) or _is_ranked(pieces, at):
        return True
    for back in range(at - 1, max(at - _NEAR, -1), -1):
        piece = pieces[back]
        if piece.kind == "date" and back > act.at and _captured(pieces, back, act):
            return False
        if piece.text in group("captures") and not _is_attribute(pieces, back):
            return True
        if piece.text == "," or back == act.at or piece.kind in ("unit", "give-verb", "receive-verb", "exchange-verb"):
            return False
        event = piece.kind in ("agreement-noun", "agree", "meeting") or piece.text in group("other events")
        if event and at - back < _NEARER:
            return True
    return False


def _names_event(pieces: list[Piece], at: int) -> bool:
    """Whether a date only says which deal or exchange is meant: "the January 19 ceasefire deal", "the Easter swap"."""
    if at + 1 >= len(pieces):
        return False
    following = pieces[at + 1]
    if following.text in _DATED or following.kind == "agreement-noun":
        return True
    return pieces[at].text in group("feasts") and following.kind.startswith(_EVENTS)


def _is_ranked(pieces: list[Piece], at: int) -> bool:
    """Whether a date only says among which an exchange is counted: "in their first swap of 2025"."""
    return at > 1 and (
        (pieces[at - 1].text in ("of", "in") and pieces[at - 2].kind.startswith(_EVENTS))
        and any(piece.text in _RANKS for piece in pieces[max(at - 6, 0) : at - 2])
    )


def _captured(pieces: list[Piece], at: int, act: Act) -> bool:
    """Whether a date is that of a capture told behind a verb: "returned 18 soldiers captured in July on Friday"."""
    return any(piece.text in group("captures") for piece in pieces[max(act.at + 1, at - _NEARER) : at])


def _is_attribute(pieces: list[Piece], at: int) -> bool:
    """Whether a participle stands before its noun: "16 jailed communist leaders"."""
    following = pieces[at + 1 : at + 3]
    if not following or following[0].kind not in ("unit", "role", "actor", "word"):
        return False
    return following[0].kind in ("unit", "role") or any(piece.kind in ("unit", "role") for piece in following)


def dated(sentence: Sentence, act: Act) -> bool:
    """Whether a sentence names a day that may be that of what was done."""
    pieces = sentence.pieces
    return any(
        piece.date is not None and piece.date.dated and not _belongs_elsewhere(pieces, at, act)
        for at, piece in enumerate(pieces)
    )


def today_of(scene: Scene, sentence: Sentence) -> Window:
    """Return the article's day for an entry of a live report, which tells of the day itself; else nothing."""
    day = scene.article.published.day
    start = scene.article.passages[sentence.passage].span.start
    if day is None:
        return NO_WINDOW
    if _ENTRY.match(scene.article.text, start, start + 12) is not None:
        return Window(day, day, phrase="today", rule="live report")
    if BULLET.match(scene.article.text, start, start + 4) and is_chronicle(scene):
        return Window(day, day, phrase="today", rule="chronicle of a day")
    return NO_WINDOW
