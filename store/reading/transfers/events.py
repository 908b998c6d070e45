"""The day of what was done, where its own sentence names none: told of the same event before it or after it."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from store.reading.grammar.groups import group
from store.reading.transfers.days import dated
from store.reading.transfers.involved import BRINGING
from store.reading.transfers.totals import cumulative

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Sentence
    from store.reading.transfers.act import Act
    from store.reading.transfers.transfers import Transfer

_SOON = 6
"""Over how many sentences the day of an exchange may follow it."""
_NEXT = 2
"""Over how many sentences "those freed on Saturday" say the day of what was told."""
_FRESH = 2
"""Up to how many days old the event may be that the present tense tells."""
_EVENT = 7
"""Days that the windows of one event may cover."""
_BEFORE = 3
_SEEN = frozenset(("see", "saw", "sees", "seen", "watch", "watched", "let", "make", "made", "makes", "helped", "help"))
"""Verbs whose infinitive looks like a present: "the deal saw Hamas release 80"."""
_RETURNING = (["in", "return"], ["in", "exchange"], ["in", "turn"])
_AT_FIRST = re.compile(
    r"\b(?:in|during|over|within) (?:the|its|their) (?:first|initial|opening|early|final|last) (?:few )?"
    r"(?:days|weeks|months|phase|stage|hours)\b|\bat the (?:start|beginning|outset|time) of\b|\bin (?:an|the) earlier\b"
)
"""What tells of a time that no day is named for."""
_NEWS = 6
"""Up to how many days before the article's day an event is its news."""


def auxiliaries(sentence: Sentence, act: Act) -> set[str]:
    """Return the words of a verb of the trade that stand before it; without "had" where somebody reports."""
    words = {piece.text for piece in sentence.pieces[act.left : act.at + 1]}
    return words - {"had"} if "had" in words and _reported(sentence, act) else words


def _reported(sentence: Sentence, act: Act) -> bool:
    """Whether somebody in the same sentence says it: "the ministry said 303 had been freed" is no older past."""
    return any(
        (piece.kind in ("say", "announce") and piece.form in ("ed", "past", "ing")) or piece.text == "according"
        for piece in sentence.pieces[: act.left]
    )


def looks_back(sentence: Sentence, act: Act) -> bool:
    """Whether a sentence tells of what was before the event of the day: "the previous exchange", "it followed"."""
    words = " ".join(piece.text for piece in sentence.pieces)
    if _AT_FIRST.search(words):
        return True
    near = sentence.pieces[max(act.left - _BEFORE, 0) : act.at]
    if any(piece.text in group("background") for piece in near):
        return True
    return any(piece.text in group("followers") for piece in sentence.pieces)


def dated_by_events(transfers: list[Transfer], published: date | None) -> list[Transfer]:
    """Give what was done without a day the day that is told next of the same event, else the one day of all."""
    dated = _dated_in_return(_dated_later(transfers))
    only = _only_event(dated)
    if only is None or published is None or only.latest is None or (published - only.latest).days > _NEWS:
        return dated
    fresh = (published - only.latest).days <= _FRESH
    return [
        transfer._replace(window=only) if _open(transfer) and (fresh or not told_in_present(transfer)) else transfer
        for transfer in dated
    ]


def _dated_later(transfers: list[Transfer]) -> list[Transfer]:
    """Take the day that is told next: "the exchange took place on Thursday", "those freed on Saturday"."""
    dated = list(transfers)
    for at, transfer in enumerate(transfers):
        told = transfer.act.status == "done" and not transfer.counted.numbered and transfer.window.bounded
        if not told:
            continue
        swap = transfer.act.way.startswith("exchange")
        again = _goes_on(transfer.sentence)
        for back in range(at - 1, -1, -1):
            earlier = dated[back]
            far = transfer.sentence.place - earlier.sentence.place
            if far > _SOON or earlier.window.bounded:
                break
            fits = (swap and earlier.act.way == "exchange") or (again and far <= _NEXT)
            if earlier.act.status == "done" and fits and not cumulative(earlier.sentence):
                dated[back] = earlier._replace(window=transfer.window)
    return dated


def _dated_in_return(transfers: list[Transfer]) -> list[Transfer]:
    """Give what one side gave the day on which it was given something in return, in the same sentence or the next."""
    dated = list(transfers)
    for at, (transfer, following) in enumerate(pairwise(transfers)):
        near = following.sentence.place - transfer.sentence.place <= 1
        words = [piece.text for piece in following.sentence.pieces[: following.act.at]]
        swapped = near and any(words[place : place + 2] in _RETURNING for place in range(len(words)))
        done = transfer.act.status == following.act.status == "done"
        if swapped and done and following.window.bounded and not transfer.window.bounded and not transfer.reciprocal:
            dated[at] = transfer._replace(window=following.window)
    return dated


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence speaks of those who were counted before it, by a pronoun or an article."""
    return any(
        piece.text in ("they", "those", "them") or (piece.text == "the" and following.kind == "unit")
        for piece, following in zip(sentence.pieces, sentence.pieces[1:], strict=False)
    )


def _only_event(transfers: list[Transfer]) -> Window | None:
    """Return the day of the only event that an article dates; None where it dates none, or several."""
    days = [
        transfer.window
        for transfer in transfers
        if transfer.act.status == "done" and transfer.window.bounded and not cumulative(transfer.sentence)
    ]
    if not days or any(not day.overlaps(days[0]) or not _is_event(day) for day in days):
        return None
    return min(days, key=_length)


def _length(window: Window) -> int:
    if window.earliest is None or window.latest is None:
        return _EVENT + 1
    return (window.latest - window.earliest).days


def _is_event(window: Window) -> bool:
    return _length(window) <= _EVENT


def told_in_present(transfer: Transfer) -> bool:
    """Whether a verb tells it as if it happened now: "the rebels release four"."""
    act, pieces = transfer.act, transfer.sentence.pieces
    verb = pieces[act.at]
    if any(piece.text in BRINGING for piece in pieces[max(act.at - _EVENT, 0) : act.at]):
        return True
    if act.passive and verb.form in ("ed", "pp"):
        words = {piece.text for piece in pieces[act.left : act.at]}
        return bool(words & {"is", "are"}) and not words & {"being", "been", "to"}
    past = pieces[act.left].text in ("let", "set", "put", "brought")
    seen = any(piece.text in _SEEN for piece in pieces[max(act.at - _EVENT, 0) : act.at])
    return (
        not past
        and not seen
        and act.left == act.at
        and verb.form in ("s", "base")
        and verb.kind.endswith("-verb")
        and not act.passive
    )


def _open(transfer: Transfer) -> bool:
    """Whether something was done at a time that nothing says, so that the day of the event can be it."""
    if transfer.act.status != "done" or transfer.window.bounded or not transfer.counted.numbered:
        return False
    sentence = transfer.sentence
    if dated(sentence, transfer.act) or cumulative(sentence) or looks_back(sentence, transfer.act):
        return False
    return not auxiliaries(sentence, transfer.act) & {"had", "has", "have"}
