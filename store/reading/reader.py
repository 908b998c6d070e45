"""From an article to what it bears."""

from __future__ import annotations

from collections import Counter

from store.domain.typed import TYPE_CHECKING
from store.reading.article import Article, Span
from store.reading.grammar.sentences import Scene, scene_of
from store.reading.lexicon import Lexicon
from store.reading.measures.merging import beside, measures_in, spans_of
from store.reading.positions.positions import positions_in
from store.reading.proposals import ArticleReading, Commitment, Exchange, Proposal
from store.reading.speech import Speech
from store.reading.talks.saidwhen import said_when
from store.reading.transfers.settling import settled
from store.reading.transfers.transfers import transfers_in

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(article: Article, lexicon: Lexicon) -> ArticleReading:
    """Return what an article bears: rounds and signals, commitments and exchanges, positions."""
    scene = scene_of(article, lexicon)
    speech = Speech(scene)
    handed = list(_handed(scene, speech, lexicon))
    return ArticleReading(article, (*said_when(scene, speech), *handed, *positions_in(scene, lexicon)))


def _handed(scene: Scene, speech: Speech, lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield what was handed over or is owed: people, remains and papers, then truces and other measures."""
    counts: Counter[str] = Counter()
    contents: list[Commitment | Exchange] = []
    for transfer, content in settled(scene, list(transfers_in(scene))):
        sentence = transfer.sentence
        contents.append(content)
        said = speech.at(sentence, sentence.pieces[transfer.act.at].start)
        why = (transfer.act.why, transfer.act.status)
        yield Proposal(
            _number(content, counts),
            content,
            (Span(sentence.start, sentence.end),),
            _line(scene, sentence.start),
            said,
            why,
        )
    for measure, content in measures_in(scene, lexicon):
        if not beside(content, contents):
            contents.append(content)
            spans = spans_of(measure)
            yield Proposal(_number(content, counts), content, spans, _line(scene, spans[0].start), why=(measure.why,))


def _number(content: Commitment | Exchange, counts: Counter[str]) -> str:
    letter = "C" if isinstance(content, Commitment) else "X"
    counts[letter] += 1
    return f"{letter}{counts[letter]}"


def _line(scene: Scene, start: int) -> int:
    return scene.article.text.count("\n", 0, start) + 1
