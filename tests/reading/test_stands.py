"""Positions as news and statements word them: who "we" is, terms, duties of others, and what is no position."""

from __future__ import annotations

from cProfile import Profile
from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.grammar.sentences import scene_of
from store.reading.lexicon import shipped
from store.reading.positions.positions import positions_in
from store.reading.proposals import Position


def positions(text: str) -> list[Position]:
    spans: list[Span] = []
    for part in text.split("\n\n"):
        start = text.index(part, spans[-1].end if spans else 0)
        spans.append(Span(start, start + len(part)))
    passages = tuple(Passage(span, text.count("\n", 0, span.start) + 1) for span in spans)
    article = Article(text, passages, Published(date(2026, 3, 2), "given"))
    scene = scene_of(article, shipped())
    found = [proposal.content for proposal in positions_in(scene, shipped())]
    return [content for content in found if isinstance(content, Position)]


def held(text: str) -> list[tuple[str, str]]:
    return [(found.holder, found.stance) for found in positions(text)]


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("The border stayed shut after Peru rejected the offer of Chile.", "Peru", "reject"),
        ("Peru has agreed to the plan that Chile drew up.", "Peru", "accept"),
        ("Peru repeated its willingness to accept a truce with Chile.", "Peru", "accept"),
        ("Chile turned away. Peru would not reopen the road unless Chile left the pass.", "Peru", "demand"),
        ("Peru said it was ready to leave the pass if Chile paid. Chile laughed.", "Peru", "demand"),
        ('"Chile should take it," Peru\'s envoy said. "It is a fair text."', "Peru", "demand"),
        ("Envoys of Peru invited Chile to talks in Lima.", "Peru", "propose"),
        ("Mali submitted to both parties a new proposal on Peru and Chile; Peru and Chile read it.", "Mali", "propose"),
        ("Peru's army met Chile. Chile's defence ministry said Peruvian troops opened fire first.", "Chile", "accuse"),
        ("Peru and Chile met. Peru denied reports that it had signed a deal with Chile.", "Peru", "reject"),
        ("Peru and Chile met. Peru called the claims of Chile baseless.", "Peru", "reject"),
        ("Hamas and Israel spoke. The Gaza-based movement has blamed Israel for the delay.", "Hamas", "accuse"),
        ("Hamas and Israel spoke. The Hamas-run news agency accused Israel of a raid.", "Hamas", "accuse"),
    ],
)
def test_who_holds_what_in_the_words_of_news(text: str, holder: str, stance: str) -> None:
    assert (holder, stance) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. Officials of Peru declined to publicly name any of the men.",
        "Peru and Chile met. Peru agreed to an exchange of ten soldiers with Chile.",
        "Peru and Chile will not comment until after the men are home.",
        "Peru and Chile met. Peruvian pilot Ana Quispe came home and she offered to fly again.",
        "Peru and Chile met. A film from Peru showed Diego in a cell and complaining of the cold.",
        "Peru and Chile met. Reports about the willingness of Peru to meet Chile were false.",
        "The ministers of Peru and Chile should have spoken before.",
    ],
)
def test_what_is_told_of_others_is_no_position(text: str) -> None:
    assert held(text) == []


def test_we_and_i_of_a_statement_are_its_author() -> None:
    text = (
        "Statement by the Government of Norway on Mali and Chad\n\nMali and Chad have fought for a year. "
        "We urge both sides to talk. Chad and Mali must spare the towns."
    )
    assert set(held(text)) == {("Norway", "urge"), ("Norway", "demand")}


def test_who_welcomes_something_in_a_statement_is_its_author() -> None:
    text = (
        "Statement from Spokesperson Dora Lind Welcoming the Pause\n\n"
        "Norway welcomes the pause of Mali and Chad. We condemn the raid on the market. Mali and Chad talk on."
    )
    assert ("Norway", "condemn") in held(text)


def test_two_parties_who_declare_together_are_no_single_author() -> None:
    text = "Joint Declaration by Mali and Chad\n\nWe call on all sides to keep calm. Mali and Chad will meet."
    assert held(text) == []


def test_member_states_say_nothing() -> None:
    text = "Joint Declaration by Mali and Chad\n\nWe call on ASEAN Member States to send observers to Mali and Chad."
    assert ("ASEAN", "urge") not in held(text)


def test_a_quotation_of_two_sentences_has_one_speaker() -> None:
    text = 'Peru and Chile met. "It is late," Peru\'s envoy said.\n\n"We reject the plan of Chile."'
    assert ("Peru", "reject") in held(text)


def test_nobody_accuses_himself() -> None:
    text = "Peru and Chile met. Peru lost two pilots. While in Chile, they had accused Peru of leaving them."
    assert held(text) == []


def test_what_is_denied_is_not_taken_as_accepted() -> None:
    text = "Peru and Chile met. Peru denied reports that Peru had agreed to a plan of Chile."
    assert held(text) == [("Peru", "reject")]


def test_two_demands_for_a_ceasefire_are_one() -> None:
    text = "Peru demands a ceasefire in the hills. Chile was silent. Peru again asked for a full ceasefire with Chile."
    assert held(text) == [("Peru", "demand")]


def test_an_aside_does_not_hide_what_is_asked() -> None:
    first, *_ = positions("Norway calls on all sides, including Mali and Chad, to open the roads. Mali and Chad met.")
    assert first.topic.startswith("open the roads")


def test_work_grows_with_the_text_and_no_faster() -> None:
    short, long = (_calls(number) for number in (400, 1_600))

    assert long < 5 * short


def _calls(number: int) -> int:
    """Return how many functions are called to read a sentence of so many verbs and no stop."""
    text = " ".join(f"Peru rejected item{place} that Chile had demanded and" for place in range(number))
    article = Article(text, (Passage(Span(0, len(text)), 1),), Published(date(2026, 3, 2), "given"))
    scene = scene_of(article, shipped())
    profile = Profile()
    profile.runcall(lambda: list(positions_in(scene, shipped())))
    return sum(entry.callcount for entry in profile.getstats())
