"""Days of meetings that are told by another day: "on the eve of the talks", "agreed on Wednesday, at a third round"."""

from __future__ import annotations

import re
from datetime import timedelta

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window

if TYPE_CHECKING:
    from datetime import date

    from store.reading.talks.mentions import Look, Mention

_BESIDE = re.compile(
    r"\b(?:(?P<eve>on the eve of)|(?P<many>a|one|two|three|four|five|six) days? (?P<way>before"
    r"|ahead of|prior to|after|following))"
    r"(?: (?:the|a|an|their|his|its|new|another|planned|scheduled|crucial|key|fresh|formal|long-awaited))*$"
)
_DAYS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_AT_IT = re.compile(r"(?:^|\b)(?:in|at|during)(?: (?:a|an|the|their|its))?$")
_REACHED = frozenset(
    ("agreed", "decided", "reached", "signed", "discussed", "negotiated", "failed", "settled", "initialled")
)
"""What is done at a meeting: its day is that of the meeting."""
_AGE = 10
"""Days from the ends of the calendar, where no day can be reckoned."""
_FAR = 30


def told_by_another(look: Look, one: Mention, left: str) -> Window | None:
    """Return the day of a meeting that is told by the day beside it, or by that of what was done at it."""
    if look.sentence.headline or one.head == "deal":
        return None
    beside = _BESIDE.search(left)
    if beside is not None:
        day, many = _day_of_sentence(look, one), _DAYS.get(beside["many"] or "a", 1)
        if day is None or not _AGE < day.toordinal() < day.max.toordinal() - _AGE:
            return None
        back = beside["way"] in ("after", "following")
        day += timedelta(days=-many if back else many)
        return Window(day, day, phrase=beside[0], rule="so many days from the day of its sentence")
    if one.head == "round" and _AT_IT.search(left):
        return _day_of_deed(look, one)
    return None


def _day_of_sentence(look: Look, one: Mention) -> date | None:
    """Return the one day that is named before a meeting, else the article's own."""
    days = [piece.date for piece in look.pieces[: one.first] if piece.date and piece.date.dated]
    if not days:
        later = any(piece.date and piece.date.dated for piece in look.pieces[one.at :])
        return None if later else look.scene.article.published.day
    exact = len(days) == 1 and days[0].earliest == days[0].latest
    return days[0].earliest if exact else None


def _day_of_deed(look: Look, one: Mention) -> Window | None:
    """Return the day on which something was agreed at a meeting: "agreed on Wednesday to ..., in a third round"."""
    pieces = look.pieces
    for at in range(max(one.first - _FAR, 0), one.first):
        if pieces[at].text not in _REACHED:
            continue
        near = [piece.date for piece in pieces[max(at - 2, 0) : at + 3] if piece.date]
        if len(near) == 1 and near[0].earliest is not None and near[0].earliest == near[0].latest:
            return near[0].window()
    return None
