"""The sentences of an article as pieces, with what is known across them: its people, its sides, its dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from datetime import date

from sentencex import get_sentence_boundaries

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.phrases import Found, Kind, find
from store.reading.grammar.meant import meant
from store.reading.grammar.people import people_in
from store.reading.grammar.piece import Piece
from store.reading.grammar.pieces import pieces_of
from store.reading.grammar.sides import sides_of
from store.reading.grammar.strangers import strangers_in
from store.reading.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.article import Article, Passage

_ANY_DAY = date(2000, 1, 1)
"""Handed to who asks for a day where only phrases are kept that need none."""


_LEADING = ("the", "of", "by", "and", "with", "to", "from")
"""What stands before "rebels" that means the group of an article."""
_SEVERAL = 2
"""From how many mentions of hostages on a group is taken to hold some."""


class Sentence(NamedTuple):
    """One sentence of an article."""

    start: int
    end: int
    pieces: list[Piece]
    """Its pieces; only words that name days are dates."""
    whole: list[Piece]
    """Its pieces with lengths and what says that there is no date as dates too; the same list where there are none."""
    timed: list[Piece]
    """Its pieces with conditions ("when the list is ready") as dates too; the same list where there are none."""
    passage: int
    """Which passage it stands in, from 0."""
    headline: bool
    place: int
    """Which sentence of the article it is, from 0."""


class Scene(NamedTuple):
    """What is known across an article."""

    article: Article
    sentences: list[Sentence]
    pair: tuple[str, str] | None
    """The two sides it is about, first named first; None where it cannot be told."""
    sides: Counter[str]
    """How often each side or body is named."""
    helpers: frozenset[str] = frozenset()
    """Those who mediate or host, and give nothing themselves."""
    group: str | None = None
    """The group of the two, where the other one is the state that it faces."""
    people: str | None = None
    """Whose people come back to that group, where they are named otherwise."""
    hostages: bool = False
    """Whether that group holds hostages."""
    faces: tuple[tuple[str, str], ...] = ()
    """Groups that are named, each with the state that it faces."""


def scene_of(article: Article, lexicon: Lexicon) -> Scene:
    """Return the sentences of an article and what is known across them."""
    dates = _dates(article)
    lexicon = lexicon.extended(strangers_in(article, lexicon))
    names = people_in(article, lexicon)
    sentences: list[Sentence] = []
    dated = [found for found in dates if found.window.dated or _is_unresolved(found)]
    timed = [found for found in dates if found.window.kind is not Kind.CONDITIONAL]
    lengths = [found.start for found in timed if not (found.window.dated or _is_unresolved(found))]
    conditions = [found.start for found in dates if found.window.kind is Kind.CONDITIONAL]
    for place, passage in enumerate(article.passages):
        for span in _joined(_cut(article.text, passage), timed):
            pieces = pieces_of(article.text, span, lexicon, dated, names)
            whole = pieces_of(article.text, span, lexicon, timed, names) if _any_in(lengths, span) else pieces
            opened = pieces_of(article.text, span, lexicon, dates, names) if _any_in(conditions, span) else whole
            sentences.append(Sentence(*span, pieces, whole, opened, place, passage.headline, len(sentences)))
    readings = (each for sentence in sentences for each in (sentence.pieces, sentence.whole, sentence.timed))
    meant(list({id(pieces): pieces for pieces in readings}.values()), lexicon)
    sides = sides_of([sentence.pieces for sentence in sentences], lexicon)
    state, body = _state_and_group(sides.pair, lexicon)
    if state is not None and body is not None:
        sentences = [_with_government(sentence, state, body) for sentence in sentences]
    people = lexicon.people_of(body) if body is not None else None
    held = sum(piece.unit[1] == "hostages" for sentence in sentences for piece in sentence.pieces) >= _SEVERAL
    return Scene(
        article,
        sentences,
        sides.pair,
        sides.counts,
        sides.helpers,
        body,
        people,
        hostages=body is not None and held,
        faces=tuple((side, faced) for side in sides.counts if (faced := lexicon.faced_by(side)) is not None),
    )


def _state_and_group(pair: tuple[str, str] | None, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Return of a pair the state and the group that faces it; nothing where it is no such pair."""
    for body, state in (pair, pair[::-1]) if pair is not None else ():
        if lexicon.faced_by(body) == state:
            return state, body
    return None, None


def _any_in(starts: list[int], span: tuple[int, int]) -> bool:
    place = bisect_left(starts, span[0])
    return place < len(starts) and starts[place] < span[1]


def _with_government(sentence: Sentence, state: str, body: str) -> Sentence:
    return sentence._replace(
        pieces=_governed(sentence.pieces, state, body),
        whole=_governed(sentence.whole, state, body),
        timed=_governed(sentence.timed, state, body),
    )


def _governed(pieces: list[Piece], state: str, body: str) -> list[Piece]:
    """Return pieces in which "the government" is the state that faces a group, and "the rebels" are the group."""
    return [
        piece._replace(kind="actor", value=side, form="actor")
        if (side := _stands_for(piece, pieces[at - 1].text if at else _opening(pieces), state, body))
        else piece
        for at, piece in enumerate(pieces)
    ]


def _opening(pieces: list[Piece]) -> str:
    """Return "the" for a sentence whose first word acts at once: "Rebels released 25 prisoners"."""
    acts = len(pieces) > 1 and (pieces[1].kind in ("aux", "modal", "date") or pieces[1].kind.endswith("-verb"))
    return "the" if acts else ""


def _stands_for(piece: Piece, before: str, state: str, body: str) -> str | None:
    if piece.text in ("rebels", "insurgents", "militants", "guerrillas") and before in _LEADING:
        return body
    official = piece.kind == "role" and piece.text in (
        "government",
        "authorities",
        "army",
        "regime",
        "military",
        "junta",
    )
    return state if official and before in ("the", "of", ",", "and") else None


def _joined(cuts: Iterator[tuple[int, int]], dates: list[Found]) -> Iterator[tuple[int, int]]:
    """Join sentences that were cut within a date ("on Feb. 2")."""
    held: tuple[int, int] | None = None
    for start, end in cuts:
        if held is not None:
            place = bisect_left(dates, start, key=lambda found: found.start) - 1
            if place >= 0 and dates[place].start < held[1] and dates[place].end > start:
                held = held[0], end
                continue
            yield held
        held = start, end
    if held is not None:
        yield held


def _dates(article: Article) -> tuple[Found, ...]:
    """Find the days that an article names; without its own day, those that depend on it stay without a window."""
    if article.published.day is not None:
        everything = find(article.text, article.published.day, undated=True)
        return tuple(found for found in everything if not article.text.startswith("-long", found.end))
    everything = find(article.text, _ANY_DAY, undated=True)
    return tuple(_unresolved(found) if found.window.relative else found for found in everything)


def _is_unresolved(found: Found) -> bool:
    """Whether it names days that the article's own day would tell."""
    return found.window.relative and not found.window.dated


def _unresolved(found: Found) -> Found:
    window = replace(found.window, earliest=None, latest=None, loose_earliest=None, loose_latest=None)
    return found._replace(window=window)


def _cut(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a passage begin and end."""
    start, end = passage.span
    words = text[start:end]
    flat = re.sub(r"\s", " ", words)
    for boundary in get_sentence_boundaries("en", flat):
        first, last = boundary["start_index"], boundary["end_index"]
        piece = words[first:last]
        first += len(piece) - len(piece.lstrip())
        last -= len(piece) - len(piece.rstrip())
        if last > first:
            yield start + first, start + last
