"""Rounds: which meetings an article tells of, when, where, and in what state."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.proposals import Proposal, Round
from store.reading.reader import read
from store.reading.talks.several import days_of

DAY = date(2026, 2, 11)
LEAD = "Armenia and Azerbaijan are at odds. Armenian and Azerbaijani negotiators spoke again."


def article_of(text: str, day: date | None = DAY) -> Article:
    """Return an article whose paragraphs are the lines of a text."""
    passages, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            passages.append(Passage(Span(at, at + len(line)), number))
        at += len(line) + 1
    return Article(text, tuple(passages), Published(day, "given"))


def proposals_of(text: str, day: date | None = DAY) -> list[Proposal]:
    """Return the proposals of rounds."""
    reading = read(article_of(text, day), shipped())
    return [one for one in reading.proposals if isinstance(one.content, Round)]


def rounds_of(text: str, day: date | None = DAY) -> list[Round]:
    """Return the rounds that an article bears."""
    return [one.content for one in proposals_of(text, day) if isinstance(one.content, Round)]


@pytest.mark.parametrize(
    ("sentence", "first", "last", "status"),
    [
        ("Talks between Armenia and Azerbaijan ended on Monday in Geneva.", None, "2026-02-09", "held"),
        ("The two sides held their third round of talks in Vienna last Thursday.", "2026-02-05", "2026-02-05", "held"),
        ("At the Tbilisi talks on Feb. 2 the sides agreed to swap prisoners.", "2026-02-02", "2026-02-02", "held"),
        ("Monday's talks lasted five hours.", "2026-02-09", "2026-02-09", "held"),
        ("The delegations met in Oslo from 1 to 4 February.", "2026-02-01", "2026-02-04", "held"),
        ("The fourth round closed in Doha on 6 February after two days.", "2026-02-05", "2026-02-06", "held"),
        ("The last round came to an end on 6 July.", None, "2025-07-06", "held"),
        ("The next round will be held in Vienna on 18 February.", "2026-02-18", "2026-02-18", "expected"),
        ("The sides agreed to meet again in March.", "2026-03-01", "2026-03-31", "expected"),
        ("The delegations will return to Doha in the first week of March.", "2026-03-01", "2026-03-07", "expected"),
    ],
)
def test_a_meeting_has_the_days_and_the_state_that_the_words_give(
    sentence: str, first: str | None, last: str | None, status: str
) -> None:
    """Held or to come, with either end as the verb tells it."""
    (found,) = rounds_of(f"{LEAD}\n{sentence}")
    ends = (found.window.earliest, found.window.latest)
    assert tuple(end and end.isoformat() for end in ends) == (first, last)
    assert found.status == status


def test_two_rounds_in_one_sentence_are_two() -> None:
    """Days that are joined by "and" belong to the first and the second."""
    found = rounds_of(f"{LEAD}\nThe first two rounds of talks were held in Baku, on 2 December and on 14 January.")
    assert [(one.ordinal, str(one.window.earliest)) for one in found] == [(1, "2025-12-02"), (2, "2026-01-14")]


def test_an_ordinal_alone_goes_on_from_the_round_before() -> None:
    """ "The second" after "the first round" is a round."""
    found = rounds_of(
        "Sudan and the RSF met. The first round was in Jeddah on 3 January. The second ended on 2 February."
    )
    assert {one.ordinal: str(one.window.latest) for one in found if one.ordinal} == {1: "2026-01-03", 2: "2026-02-02"}


def test_several_mentions_of_one_meeting_are_one_round() -> None:
    """Number, day and place are put together from headline and body."""
    text = (
        "Third round of talks in Oslo ends without a deal\n"
        "Colombia and the ELN met in Oslo on Monday.\n"
        "The third round of talks in Oslo was short. Colombia and the ELN had sat down in Oslo on Monday."
    )
    (found,) = rounds_of(text)
    assert (found.ordinal, found.place, str(found.window.earliest)) == (3, "Oslo", "2026-02-09")


@pytest.mark.parametrize(
    "sentence",
    [
        "Saudi envoys held peace talks with Turkey on Monday.",
        "It was the second round of strikes in ten days.",
        "The leaders met at a NATO summit on Monday.",
        "The fourth round of talks, planned for May 2025, did not take place.",
        "The war has been stalled since 2022.",
        "He denied that the delegations would meet on 20 February.",
    ],
)
def test_what_is_no_meeting_of_the_sides_is_no_round(sentence: str) -> None:
    """Summits, meetings with a third, rounds of something else, and what never was."""
    assert rounds_of(f"{LEAD}\n{sentence}") == []


def test_no_day_is_invented() -> None:
    """Talks that have no day in the text have none in the proposal."""
    (found,) = rounds_of(f"{LEAD}\nNothing was agreed at the recent talks in Oslo between Armenia and Azerbaijan.")
    assert not found.window.bounded
    assert found.place == "Oslo"


def test_a_day_of_a_remark_is_no_day_of_a_meeting() -> None:
    """On Monday somebody spoke of the round; it was not held on Monday."""
    found = rounds_of(f"{LEAD}\nOn Monday the president proposed Bern for the third round of talks.")
    assert all(not one.window.bounded for one in found)


def test_evidence_is_verbatim_and_the_rule_is_told() -> None:
    """The span lies in the text, holds the meeting's words, and says by what it was found."""
    text = f"{LEAD}\nThe third round of talks was held in Oslo on 2 February."
    (found,) = proposals_of(text)
    assert "third round of talks" in text[found.evidence[0].start : found.evidence[0].end]
    assert found.line == 2
    assert any("third round" in why for why in found.why)


def test_without_a_day_of_the_article_relative_days_are_not_resolved() -> None:
    """ "On Monday" says nothing then; a full date still does."""
    assert not rounds_of(f"{LEAD}\nThe third round of talks was held on Monday.", None)[0].window.bounded
    found = rounds_of(f"{LEAD}\nThe third round of talks was held on 2 June 2025.", None)
    assert str(found[0].window.earliest) == "2025-06-02"


def test_of_a_list_of_days_each_is_a_meeting() -> None:
    """Days far apart are those of several meetings."""
    found = rounds_of(f"{LEAD}\nTheir next meetings are on March 7, 14 and 29.")
    assert [one.window.earliest for one in found] == [date(2026, 3, 7), date(2026, 3, 14), date(2026, 3, 29)]


def test_ordinals_that_follow_a_round_have_days_of_their_own() -> None:
    """ "The first of them", "the third and fourth ones" count on."""
    text = (
        f"{LEAD}\nArmenia and Azerbaijan have held four rounds of talks. The first of them took place on 3 January. "
        "The second took place on 10 January, and the third and fourth ones on 17 January and 29 January."
    )
    assert {(one.ordinal, one.window.earliest and one.window.earliest.day) for one in rounds_of(text)} == {
        (1, 3),
        (2, 10),
        (3, 17),
        (4, 29),
    }


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Baku suggested to Yerevan that a new round be held next week.", "proposed"),
        ("The envoy hopes for a round of talks in late March.", "proposed"),
        ("The peace talks broke up on Monday in Geneva.", "broken_off"),
        ("No new date has been set for the next round of talks.", "unscheduled"),
        ("Wednesday's talks between Armenia and Azerbaijan were put on hold because of the shelling.", "on_hold"),
    ],
)
def test_a_round_stands_as_the_words_say(sentence: str, status: str) -> None:
    """Only proposed, broken off, without a date, put on hold."""
    (found,) = rounds_of(f"{LEAD}\n{sentence}")
    assert found.status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "The Armenian army on Wednesday withdrew from the talks in Jeddah.",
        "An Armenian delegation met with Egyptian mediators in Cairo on Monday.",
        "The envoy arrived in Doha to take part in peace talks on Monday.",
        "Technical teams of both sides will meet in Vienna next week.",
        "The talks were supposed to start on January 10 but could not start.",
        "Armenia settled on October reunions after all-night talks.",
    ],
)
def test_a_day_of_something_else_makes_no_round(sentence: str) -> None:
    """Who leaves, who comes, whom a side meets alone, what never was."""
    assert rounds_of(f"{LEAD}\n{sentence}") == []


def test_the_first_meeting_for_long_counts_no_round() -> None:
    """ "First since the war" is no first round."""
    (found,) = rounds_of(f"{LEAD}\nOn Monday Armenia and Azerbaijan held their first talks since 2020.")
    assert found.ordinal is None


def test_an_hour_before_a_day_is_no_stamp_of_the_page() -> None:
    """ "At 9:20 a.m. on Monday" is when they met."""
    (found,) = rounds_of(f"{LEAD}\nThe talks opened at 9:20 a.m. on Monday in Vienna.")
    assert found.window.earliest == date(2026, 2, 9)


def test_days_that_hang_on_an_unknown_day_are_no_days() -> None:
    assert days_of("August and 2 June", None) == ()
    assert len(days_of("16 May 2025 and 2 June 2025", None)) == 2
