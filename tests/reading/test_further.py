"""Handovers that are to go on, days that are none of a meeting, and meetings told in two places."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.proposals import Round, Signal
from store.reading.reader import read

DAY = date(2026, 3, 5)
"""A Thursday."""


def told(text: str) -> tuple[list[Round], list[Signal]]:
    article = Article(text, (Passage(Span(0, len(text)), 1),), Published(DAY, "given"))
    contents = [proposal.content for proposal in read(article, shipped()).proposals]
    rounds = [content for content in contents if isinstance(content, Round)]
    return rounds, [content for content in contents if isinstance(content, Signal)]


@pytest.mark.parametrize(
    ("text", "modality", "day"),
    [
        ("Peru freed Chileans, and more releases were likely to take place.", "likely", None),
        ("Peru swapped prisoners; another one was expected to take place on Saturday.", "expected", date(2026, 3, 7)),
        ("Peru confirmed that more prisoner exchanges will follow.", "expected", None),
        ("Peru holds hostages. We expect more hostages to be released tomorrow.", "expected", date(2026, 3, 6)),
    ],
)
def test_more_is_to_be_handed_over(text: str, modality: str, day: date | None) -> None:
    _, (one,) = told(text)
    assert (one.about, one.modality, one.window.earliest) == ("exchange", modality, day)


@pytest.mark.parametrize(
    "text",
    [
        "Peru freed Chileans. No further releases are expected.",
        "Chairs were handed over, and 200 more are to follow by the spring.",
        "The pilot was pardoned by Peru this week.",
        "You could be freed the next day or stay for ten years.",
        "The swap is the largest exchange of prisoners in more than three years of war.",
    ],
)
def test_no_handover_to_come(text: str) -> None:
    assert told(text)[1] == []


def test_a_day_of_news_is_no_day_of_a_meeting() -> None:
    """ "The date will be announced after", "an announcement will be made tomorrow": the round stays undated."""
    (one,), _ = told("Peru and Chile wait. A decision on the third round would come after March 22.")
    assert (one.ordinal, one.window.bounded) == (3, False)
    (one,), _ = told("Peru and Chile wait. If the third round proceeds as expected in early April, it may help.")
    assert not one.window.bounded


def test_the_day_named_by_a_meeting_is_the_day_itself() -> None:
    """ "After Wednesday's talks" tells of Wednesday; two days on end at one place are one meeting."""
    (one,), signals = told(
        "Peru and Chile met. He told reporters after Wednesday's talks between Peru and Chile that all is well."
    )
    assert (one.window.earliest, signals) == (date(2026, 3, 4), [])
    (one,), _ = told(
        "The second round of talks between Peru and Chile was held in Oslo on Tuesday. "
        "The talks between Peru and Chile in Oslo ended on Wednesday."
    )
    assert one.ordinal == 2


def test_a_meeting_without_day_and_place_is_one_where_nothing_else_is_told() -> None:
    (one,), _ = told("Officials of Peru and Chile held several days of talks.")
    assert (one.status, one.window.bounded, one.place) == ("held", False, None)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile fight. The president held discussions with the negotiating team on Tuesday.",
        "Peru and Chile were to start negotiations in early February, but only preparatory talks have been held.",
    ],
)
def test_no_rounds(text: str) -> None:
    assert told(text)[0] == []


def test_ministers_of_both_sides_meet() -> None:
    (one,), _ = told("Peru and Chile talk. The foreign ministers of the two countries met in Oslo on 2 March.")
    assert (one.place, one.window.earliest) == ("Oslo", date(2026, 3, 2))
