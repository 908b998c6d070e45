"""What a later sentence adds to a truce told before: how long, from when, until when."""

from __future__ import annotations

from store.domain.windows import NO_WINDOW, Window
from store.reading.measures.following import follower
from store.reading.measures.grammar import group
from store.reading.measures.measure import Measure, Telling, clause, figure_of, length_near
from store.reading.measures.standing import Standing
from store.reading.measures.times import span_of_measure


def completed(telling: Telling, held: Measure) -> Measure | None:
    """Return a measure told before with what this sentence adds: how long, from when, until when; None = nothing."""
    pieces = telling.sentence.timed
    head = _taken_up(telling)
    if head is None:
        return None
    bound = follower(telling, head)
    if bound is not None and pieces[head].text in _PARTS and bound.words.split()[0] not in group("lasting"):
        return None
    ends = telling.marks.within("end-verb", head, head + 12)
    if bound is None and (ends is None or ends.form in ("past", "ed")):
        return None
    if bound is not None and (
        bound.manner.standing in (Standing.ASKED, Standing.REFUSED) or bound.words in ("lasted", "ended")
    ):
        return None
    length = length_near(telling, head, head)
    due = span_of_measure(pieces, head)
    figure, unit = figure_of(length) if held.figure.value is None and held.unit is None else (held.figure, held.unit)
    if figure == held.figure and due is NO_WINDOW:
        return None
    window = joined(held.due, due)
    return held._replace(figure=figure, unit=unit, due=window, spans=(*held.spans, clause(telling, head, head)))


_PARTS = frozenset(("phase", "undertaking", "measure", "deal", "agreement", "arrangement"))


def _taken_up(telling: Telling) -> int | None:
    """Return the last piece of words that take up a truce told before: "It", "The truce", "The first phase"."""
    pieces = telling.sentence.timed
    for at in range(min(3, len(pieces))):
        if pieces[at].text in ("it", "they", "this") and at == 0:
            return at
        spot = telling.marks.covering("quiet-noun", at)
        if spot is not None:
            return spot.last
        if pieces[at].text in _PARTS:
            return at
    return None


def joined(one: Window, other: Window) -> Window:
    """Return two windows as one: the first says what it says, the second what is missing."""
    if one is NO_WINDOW or not one.bounded:
        return other
    if (one.earliest or not other.earliest) and (one.latest or not other.latest):
        return one
    start, end = one.earliest or other.earliest, one.latest or other.latest
    if start and end and start > end:
        return one
    phrase = ", ".join(phrase for phrase in dict.fromkeys((one.phrase, other.phrase)) if phrase)
    return Window(start, end, phrase=phrase or None, rule=one.rule)
