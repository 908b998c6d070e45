"""Rounds and date signals of an article as proposals: their evidence, line and speaker."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.article import Span
from store.reading.proposals import Proposal
from store.reading.talks.meetings import rounds_in
from store.reading.talks.mentions import look_at
from store.reading.talks.signals import signals_in
from store.reading.talks.telling import mentions_in
from store.reading.talks.who import of_conflict

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.speech import Speech

_CLAUSE = 220
"""A sentence of more characters is cut to the clauses around what was found."""
_AROUND = 90
"""So many characters to each side belong to it at the least."""
_PAUSES = ",;:.–—("


def said_when(scene: Scene, speech: Speech) -> list[Proposal]:
    """Return the rounds and date signals of an article as proposals, R1.. and D1.."""
    scene = of_conflict(scene)
    looks = [look_at(scene, sentence) for sentence in scene.sentences]
    mentions = mentions_in(looks)
    proposals: list[Proposal] = []
    for number, told in enumerate(rounds_in(scene, mentions), 1):
        spans = tuple(dict.fromkeys(clause_of(scene, one.sentence, one.first, one.at) for one in told.mentions[:3]))
        best = told.mentions[0]
        said = speech.at(best.sentence, best.sentence.whole[best.at].start)
        proposals.append(Proposal(f"R{number}", told.content, spans, line_at(scene, spans[0]), said, told.why))
    for number, heard in enumerate(signals_in(looks, mentions), 1):
        own = clause_of(scene, heard.sentence, heard.first, heard.last)
        spans = tuple(dict.fromkeys((own, *(clause_of(scene, one, 0, 0) for one in heard.others[:2]))))
        said = speech.at(heard.sentence, heard.sentence.whole[heard.first].start)
        proposals.append(Proposal(f"D{number}", heard.content, spans, line_at(scene, spans[0]), said, heard.why))
    return proposals


def clause_of(scene: Scene, sentence: Sentence, first: int, last: int) -> Span:
    """Return the stretch of a sentence around what was found: all of it where it is short."""
    if sentence.end - sentence.start <= _CLAUSE:
        return Span(sentence.start, sentence.end)
    text, pieces = scene.article.text, sentence.whole
    start, end = pieces[first].start, pieces[last].end
    low, high = max(sentence.start, start - _AROUND), min(sentence.end, end + _AROUND)
    before = max(text.rfind(pause, low, start) for pause in _PAUSES)
    after = [at for pause in _PAUSES if (at := text.find(pause, max(end, high - _AROUND // 2), high)) >= 0]
    left = before + 1 if before >= 0 else _word_start(text, low, sentence.start)
    right = min(after) if after else _word_end(text, high, sentence.end)
    left += len(text[left:right]) - len(text[left:right].lstrip())
    return Span(left, right)


def _word_start(text: str, at: int, least: int) -> int:
    """Return the beginning of a word at or after a place, not in its middle."""
    while at > least and at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, most: int) -> int:
    """Return the end of the word in which a place lies."""
    while at < most and not text[at].isspace():
        at += 1
    return at


def line_at(scene: Scene, span: Span) -> int:
    """Return the line on which a stretch begins, from 1."""
    return scene.article.text.count("\n", 0, span.start) + 1
