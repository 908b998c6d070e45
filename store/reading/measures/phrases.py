"""A noun of measures with what stands before it, unless it is only talk of one, an old one or a condition."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.measures.grammar import group
from store.reading.measures.times import dates_in

if TYPE_CHECKING:
    from store.reading.measures.measure import Telling
    from store.reading.measures.words import Spot


class Phrase(NamedTuple):
    """A noun of measures with what stands before it."""

    spot: Spot
    first: int
    """The first piece of what stands before it."""
    head: int
    """The last piece: "ceasefire agreement"."""
    preposition: str | None


def phrase_of(telling: Telling, spot: Spot) -> Phrase | None:
    """Return the noun with what stands before it; None where it is no measure but talk of one, or an old one."""
    pieces = telling.sentence.timed
    before = pieces[spot.first - 1] if spot.first else None
    if before is not None and spot.text in ("pause", "cease fire") and (before.kind == "modal" or before.text == "to"):
        return None
    head = spot.last
    while head + 1 < len(pieces) and (
        pieces[head + 1].text in group("starting") or pieces[head + 1].kind == "agreement-noun"
    ):
        head += 1
    first = _beginning(telling, spot)
    if _talked_of(telling, head + 1) or _unreal(telling, first, spot) or _dated_back(telling, first, spot):
        return None
    first = _measured(telling, first)
    preposition = pieces[first - 1].text if first > 0 and pieces[first - 1].kind == "prep" else None
    return Phrase(spot, first, head, preposition)


def _measured(telling: Telling, first: int) -> int:
    """Return where a noun begins with its length before it: "70 days of truce", "six weeks of calm"."""
    pieces = telling.sentence.timed
    if first < 2 or pieces[first - 1].text != "of":
        return first
    length = next((one for one in telling.lengths if one.end == pieces[first - 2].end and not one.compound), None)
    if length is None:
        return first
    at = first - 2
    while at > 0 and pieces[at].start > length.start:
        at -= 1
    return at


_STOPS = ("pause", "halt", "lull", "moratori", "suspen")
"""How nouns begin that stop talks as well as fighting: "a pause in the negotiations"."""


def _talked_of(telling: Telling, after: int) -> bool:
    """Whether a noun behind says that it is only talked of: "ceasefire talks", "the truce's terms"."""
    pieces = telling.sentence.timed
    if after >= len(pieces) or pieces[after].kind in ("aux", "modal"):
        return False
    if pieces[after - 1].text.startswith(_STOPS) and pieces[after].text in ("in", "on", "to", "of"):
        ahead = range(after + 1, min(after + 4, len(pieces)))
        if any(telling.marks.covering("talk", at) or pieces[at].kind == "meeting" for at in ahead):
            return True
    return telling.marks.covering("talk", after) is not None or pieces[after].text in ("'s", "-")


def _beginning(telling: Telling, spot: Spot) -> int:
    """Return the first piece of what stands before a noun: its article, its length, its adjectives."""
    pieces, marks = telling.sentence.timed, telling.marks
    first = spot.first
    while first > 0 and spot.first - first < 9:
        piece = pieces[first - 1]
        if _ends_before(telling, spot, first) or piece.kind in ("agree", "announce", *ASKS):
            break
        if marks.covering("asking", first - 1) or (marks.covering("bind-verb", first - 1) and piece.text != "complete"):
            break
        first -= 1
        if piece.text in ("a", "an", "the", "its", "no", "any"):
            break
    return first


def _ends_before(telling: Telling, spot: Spot, first: int) -> bool:
    """Whether the piece before is no part of what stands before a noun: a verb, a preposition, a comma."""
    pieces = telling.sentence.timed
    piece = pieces[first - 1]
    if piece.text in ("and", ",") and first >= 2 and pieces[first - 2].kind in ("word", "name") and spot.first > first:
        return not _adjective(telling, first)
    outside = piece.kind in ("prep", "aux", "modal", "conj", "pron", "each", "say") or piece.kind.endswith("-verb")
    return outside or piece.text in (",", ";", ":", "–", "•")


ASKS = frozenset(("demand", "propose", "offer", "refuse"))


def _adjective(telling: Telling, at: int) -> bool:
    """Whether what follows is one of several adjectives: "bilateral, national and temporary"."""
    return telling.sentence.timed[at].kind in ("word", "name") and not telling.marks.covering("bind-verb", at)


def _unreal(telling: Telling, first: int, spot: Spot) -> bool:
    marks = telling.marks
    if any(marks.covering(group, at) for at in range(first, spot.first) for group in ("unreal", "old")):
        return True
    return first > 0 and telling.sentence.timed[first - 1].kind == "not"


def _dated_back(telling: Telling, first: int, spot: Spot) -> bool:
    """Whether it is a truce of another year: "the 2020 ceasefire", "the truce of November 2024"."""
    pieces, day = telling.sentence.timed, telling.scene.article.published.day
    years = [piece.value for piece in pieces[first : spot.first] if piece.kind == "number" and len(piece.text) == 4]
    if any(isinstance(year, int) and 1900 <= year <= 2100 and (day is None or year != day.year) for year in years):
        return True
    if (
        spot.last + 2 < len(pieces)
        and pieces[spot.last + 1].text in ("of", "from", "in")
        and pieces[spot.last + 2].kind in ("date", "number")
    ):
        return (
            any(
                day is not None and found.window.latest is not None and (day - found.window.latest).days > 45
                for _, found in dates_in(pieces, spot.last + 1, spot.last + 2)
            )
            or len(pieces[spot.last + 2].text) == 4
        )
    return False


_FACTS = frozenset(("despite", "since", "after", "although", "though", "because"))
"""Words behind which what has a day is told as a fact: "despite a ceasefire taking effect on 29 July"."""


def conditional(telling: Telling, phrase: Phrase) -> bool:
    """Whether the clause is a condition or says when something else was: "once the ceasefire had held"."""
    pieces = telling.sentence.timed
    if pieces and pieces[-1].text == "?":
        return True
    quiet = telling.marks.covering("quiet-noun", phrase.spot.first) is not None
    began = quiet and bool(dates_in(pieces, phrase.head + 1, phrase.head + 6))
    for at in range(phrase.first - 1, max(phrase.first - 9, -1), -1):
        if began and pieces[at].text in _FACTS:
            return False
        if pieces[at].text in group("conditions") and not (pieces[at].text == "after" and at < phrase.first - 1):
            return True
        if pieces[at].text in (",", ";", ":"):
            break
    return False


def was_over(telling: Telling, phrase: Phrase) -> bool:
    """Whether it is over: "a truce that lasted six months"."""
    over = telling.marks.within("over", phrase.head + 1, phrase.head + 4)
    return over is not None and any(
        piece.text in ("that", "which") for piece in telling.sentence.timed[phrase.head + 1 : over.first]
    )
