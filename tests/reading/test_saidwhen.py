"""Rounds, signals and speakers of any text at all: nothing is raised, every span lies in the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.reader import read

_TEXT = (
    "the second round of talks between Armenia and Azerbaijan met will be held on 2 June in Doha , . “ ” : ; when once "
    "only after no date has been set said he Umerov according to truce until Monday reply by it take place 3rd a ? "
    "presidents meet return first exchange \u202e \u200b [bold] \x1b[31m"
)
_WORDS = st.sampled_from(sorted(set(_TEXT.split(" "))))


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_any_run_of_the_words_of_the_trade_is_read(words: list[str]) -> None:
    """Each proposal has its evidence in the text and an own number."""
    text = " ".join(words)
    passages = (Passage(Span(0, len(text)), 1),) if text.strip() else ()
    reading = read(Article(text, passages, Published(date(2026, 2, 11), "given")), shipped())
    for one in reading.proposals:
        assert all(0 <= span.start < span.end <= len(text) for span in one.evidence)
    assert len({one.number for one in reading.proposals}) == len(reading.proposals)


def test_evidence_of_a_long_sentence_is_the_clause_around() -> None:
    """The words of the meeting, not the whole paragraph."""
    text = (
        "While observers in the region, many of whom had followed the war from its first day, spoke of hope and doubt, "
        "the third round of talks between Armenia and Azerbaijan was held in Oslo on 2 February, and the crowd, which "
        "had waited in the cold since the early morning, went home without a word about what had been decided inside."
    )
    reading = read(Article(text, (Passage(Span(0, len(text)), 1),), Published(date(2026, 2, 11), "given")), shipped())
    (found,) = [one for one in reading.proposals if one.number == "R1"]
    words = text[found.evidence[0].start : found.evidence[0].end]
    assert "third round of talks" in words
    assert len(words) < len(text) - 100
