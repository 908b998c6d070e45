"""Which date of a sentence belongs to what it is said of, and on what things hang."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.phrases import Found, Kind
from store.reading.grammar.classes import says
from store.reading.talks.belonging import is_length, of_deed, of_noun
from store.reading.talks.mentions import LONGEST
from store.reading.talks.occasions import said_then, stamped
from store.reading.talks.tenses import AHEAD, tense_at

if TYPE_CHECKING:
    from datetime import date

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence
    from store.reading.talks.mentions import Look

_BREAKS = frozenset((";", "while", "whereas", "but"))
_ITSELF = re.compile(
    r"(?:by|before|within|next|tomorrow|in the (?:coming|next)|over the (?:coming|next)|no later|not later)\b"
)
_YEARS = re.compile(r"(?:in|for|over) (?:\S+ ){0,3}(?:years?|decades?|months|weeks)$")
_MOST = re.compile(r"\b(?:largest|biggest|first|longest|only|most|worst|major|latest|greatest)\b")
_INITIAL = 3
"""A date that stands so near the beginning of a sentence is the day of all of it."""
_NEAR = 8


def near_date(look: Look, at: int, *, reach: int) -> int | None:
    """Return the piece of the nearest date to come that belongs to a word; None where there is none."""
    best: tuple[int, int] | None = None
    published, pieces = look.scene.article.published.day, look.pieces
    for place in range(max(at - reach, 0), min(at + reach + 1, len(pieces))):
        value = pieces[place].value
        if not isinstance(value, Found) or not (_to_come(value, published) or _today(pieces, place, published)):
            continue
        if stamped(value) or said_then(pieces, place) or _apart(look, at, place) or _since_when(look, place):
            continue
        if of_noun(look, place) or is_length(look, place) or of_deed(look, place):
            continue
        distance = place - at if place > at else at - place + 3
        if best is None or distance < best[0]:
            best = distance, place
    return best[1] if best else None


def _today(pieces: list[Piece], place: int, published: date | None) -> bool:
    """Whether something is to be on the article's own day: "are expected to swap prisoners on Thursday"."""
    window = pieces[place].date
    own = window is not None and window.earliest == window.latest == published is not None
    if place + 1 < len(pieces) and pieces[place + 1].text == "'s":
        return False
    return own and tense_at(pieces, place) == AHEAD


def _since_when(look: Look, place: int) -> bool:
    """Whether a time says since when nothing was like it: "the largest in more than three years of war"."""
    if _YEARS.match(look.pieces[place].text) is None:
        return False
    return (
        _MOST.search(look.line.between(place - 8, place)) is not None or look.line.between(place + 1, place + 2) == "of"
    )


def _apart(look: Look, at: int, place: int) -> bool:
    """Whether a date and a word stand in two clauses."""
    low, high = sorted((at, place))
    between = [piece.text for piece in look.pieces[low + 1 : high]]
    if not _BREAKS.isdisjoint(between):
        return True
    return _INITIAL < place < at and (at - place > _NEAR or "and" in between)


def _to_come(value: Found, published: date | None) -> bool:
    if not value.window.dated or value.phrase.casefold().startswith("since"):
        return False
    if published is None:
        return True
    if value.earliest == value.latest == published:
        return value.phrase.casefold().startswith(("later", "tonight", "this evening"))
    if value.latest is None:
        return value.earliest is not None and value.earliest >= published
    return value.latest >= published


def ahead_of(look: Look, at: int, date: int) -> bool:
    """Return whether the words around say that it is to come."""
    low, high = sorted((at, date))
    around = look.line.between(low - 8, high + 4)
    return _ITSELF.match(look.pieces[date].text) is not None or says("signals", "ahead").search(around) is not None


def conditions_of(sentence: Sentence) -> list[Found]:
    """Return what a sentence makes things hang on."""
    values = (piece.value for piece in sentence.timed[:LONGEST])
    return [value for value in values if isinstance(value, Found) and value.kind is Kind.CONDITIONAL]
