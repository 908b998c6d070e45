"""Who says what an article tells, and how strongly."""

from __future__ import annotations

from datetime import date

import pytest

from store.domain.words import Strength
from store.reading.article import Article, Passage, Published, Span
from store.reading.grammar.sentences import scene_of
from store.reading.lexicon import shipped
from store.reading.proposals import Said
from store.reading.speech import Speech


def said_in(text: str, words: str, *, headline: bool = False) -> Said:
    """Return who says some words of a text of one paragraph."""
    article = Article(text, (Passage(Span(0, len(text)), 1, headline),), Published(date(2026, 2, 11), "given"))
    scene = scene_of(article, shipped())
    at = text.index(words)
    sentence = next(one for one in scene.sentences if one.start <= at < one.end)
    return Speech(scene).at(sentence, at)


@pytest.mark.parametrize(
    ("text", "speaker", "body"),
    [
        ("Talks will resume, Kenyan envoy Esther Wanjiru said.", "Esther Wanjiru", "Kenya"),
        ("Talks will resume, said Esther Wanjiru, the Kenyan envoy.", "Esther Wanjiru", None),
        ("Its ombudsman, Ostap Hrynko, said that talks will resume.", "Ostap Hrynko", None),
        ("According to Armenian officials, talks will resume.", "Armenian officials", "Armenia"),
        (
            "Talks will resume, a source in the Armenian delegation said.",
            "source in the Armenian delegation",
            "Armenia",
        ),
        ("Armenia said talks will resume.", "Armenia", "Armenia"),
    ],
)
def test_a_speaker_is_named_before_or_after_the_verb(text: str, speaker: str, body: str | None) -> None:
    """Name, and the side spoken for where it stands there."""
    said = said_in(text, "alks will resume")
    assert said.speaker == speaker
    assert body is None or said.body == body
    assert said.strength is Strength.PARAPHRASE


def test_a_pronoun_and_a_last_name_are_the_speaker_before() -> None:
    """ "He said" goes on with who spoke last, under the full name."""
    text = "Kenyan envoy Esther Wanjiru said little. She added that talks will resume. Wanjiru said no date is set."
    assert said_in(text, "talks will resume").speaker == "Esther Wanjiru"
    assert said_in(text, "no date").speaker == "Esther Wanjiru"


def test_a_quote_that_goes_on_keeps_its_speaker() -> None:
    """The second sentence of a quote is still quoted."""
    text = 'Armenian envoy Ara Petrosyan said: "We are ready. The talks will resume on Monday."'
    said = said_in(text, "The talks")
    assert (said.speaker, said.strength) == ("Ara Petrosyan", Strength.QUOTE)


def test_an_outlet_that_relays_is_named() -> None:
    """What was told to an agency came through it."""
    said = said_in("Talks will resume, Armenian envoy Ara Petrosyan told the Northern Wire news agency.", "Talks")
    assert said.via is not None
    assert said.via.startswith("Northern Wire")


def test_who_is_not_named_is_not_invented() -> None:
    """The article's own voice, or the headline's."""
    assert said_in("Talks will resume on Monday.", "Talks") == Said(None, None, Strength.ARTICLE, None)
    assert said_in("Talks to resume", "Talks", headline=True).strength is Strength.HEADLINE


def test_the_demands_of_a_side_are_no_voice() -> None:
    """A noun behind a genitive says nothing."""
    assert said_in("Egypt sees logic in Armenia's demands and expects talks.", "talks").speaker != "Armenia's"
