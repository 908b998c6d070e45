"""Truces that an article says are extended, where the words name only the extension: "this 60-day extension"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.reading.measures.governing import Bound, governor
from store.reading.measures.measure import Measure, Telling, clause, figure_of, length_near
from store.reading.measures.phrases import Phrase, conditional, phrase_of
from store.reading.measures.sides import Parties
from store.reading.measures.standing import Manner, Standing
from store.reading.measures.times import dates_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.measures.words import Spot

_NEXT = ("over the", "for the", "during the", "in the")
_BEFORE = 2
"""In how many sentences before it, beside the headline, the truce that is extended is looked for."""


def extensions_in(telling: Telling, held: Measure | None) -> Iterator[Measure]:
    """Yield a truce whose extension a sentence tells with its length, where no word for a truce stands in it."""
    if telling.marks.of("quiet-noun"):
        return
    for spot in telling.marks.of("more-noun"):
        phrase = phrase_of(telling, spot)
        kind = _extended(telling, held)
        if phrase is None or kind is None or conditional(telling, phrase):
            continue
        length = length_near(telling, spot.first, spot.last)
        bound = _bound(telling, phrase, kind)
        if bound is None or length is None or length.value is None:
            continue
        figure, unit = figure_of(length)
        last = max(spot.last, bound.last)
        yield Measure(
            kind,
            telling.sentence,
            min(phrase.first, bound.at),
            last,
            telling.everybody or (held.parties if held is not None else Parties(reciprocal=True)),
            figure,
            unit,
            _next_days(telling, spot),
            "agreed",
            f"{kind}: '{spot.text}' with '{bound.words}'",
            taken_up=True,
            spans=(clause(telling, phrase.first, last),),
        )


def _extended(telling: Telling, held: Measure | None) -> str | None:
    """Return what kind of truce the sentences before speak of; None where they speak of none."""
    place = telling.sentence.place
    if held is not None and place - held.sentence.place <= _BEFORE and held.kind in ("truce", "ceasefire"):
        return held.kind
    sentences = telling.scene.sentences
    near = [*sentences[:1], *sentences[max(place - _BEFORE, 0) : place]]
    words = {piece.text for sentence in near for piece in sentence.timed}
    if words & {"truce", "pause", "humanitarian pause", "lull"}:
        return "truce"
    return "ceasefire" if words & {"ceasefire", "cease-fire"} else None


def _bound(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Return what says that the extension holds: a deal for it, a verb that settles it, or that it is known already."""
    pieces, at = telling.sentence.timed, phrase.first - 2
    deal = at >= 0 and phrase.preposition in ("for", "on", "about") and pieces[at].kind == "agreement-noun"
    opening = {piece.text for piece in pieces[max(phrase.first - 1, 0) : phrase.first + 1]}
    known = opening & {"this", "the", "that"} and length_near(telling, phrase.spot.first, phrase.head)
    if deal or (known and phrase.preposition is None):
        first = at if deal else phrase.first
        return Bound(first, phrase.head, Manner(Standing.DONE, "agreed", first), pieces[first].text, subject=True)
    found = governor(telling, phrase, kind)
    settled = found is not None and found.manner.standing in (Standing.DONE, Standing.OWED)
    return found if settled else None


def _next_days(telling: Telling, spot: Spot) -> Window:
    """Return the days of "an extension over the next 48 hours"."""
    pieces = telling.sentence.timed
    for at, found in dates_in(pieces, spot.last + 1, spot.last + 3):
        if pieces[at].text.startswith(_NEXT) or (
            at and " ".join((pieces[at - 1].text, pieces[at].text)).startswith(_NEXT)
        ):
            return found.window.window()
    return NO_WINDOW
