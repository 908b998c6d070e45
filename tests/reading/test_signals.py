"""Date signals: what an article says about when something is to be."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.proposals import Signal
from store.reading.reader import read

LEAD = "Armenia and Azerbaijan are at odds. Armenian and Azerbaijani negotiators spoke again."


def signals_of(*lines: str) -> list[Signal]:
    """Return the signals of an article of Wednesday, 11 February 2026, whose first line is a lead."""
    text = "\n".join((LEAD, *lines))
    passages, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        passages.append(Passage(Span(at, at + len(line)), number))
        at += len(line) + 1
    reading = read(Article(text, tuple(passages), Published(date(2026, 2, 11), "given")), shipped())
    return [one.content for one in reading.proposals if isinstance(one.content, Signal)]


@pytest.mark.parametrize(
    ("sentence", "about", "first", "last"),
    [
        ("The next round of talks is scheduled for February 18.", "next_round", "2026-02-18", "2026-02-18"),
        ("The teams will meet again tomorrow.", "next_round", "2026-02-12", "2026-02-12"),
        ("The dates for the third round will be announced next week.", "date_announcement", "2026-02-16", "2026-02-22"),
        ("Yerevan is expected to respond by 20 February.", "response", None, "2026-02-20"),
        ("He expected an answer by 20 February.", "response", None, "2026-02-20"),
        ("The ceasefire expires on March 1.", "truce_end", "2026-03-01", "2026-03-01"),
        ("The agreement remains in force until 31 December 2026.", "arrangement_end", None, "2026-12-31"),
        ("The next exchange will take place on Saturday.", "exchange", "2026-02-14", "2026-02-14"),
        ("Talks on the second phase will begin on 16 February.", "negotiations_start", "2026-02-16", "2026-02-16"),
        ("A summit of the leaders is possible before 31 March.", "summit", None, "2026-03-30"),
    ],
)
def test_a_date_to_come_is_told_with_what_it_is_about(
    sentence: str, about: str, first: str | None, last: str | None
) -> None:
    """One signal for one statement, with its window."""
    (found,) = signals_of(sentence)
    ends = (found.window.earliest, found.window.latest)
    assert found.about == about
    assert tuple(end and end.isoformat() for end in ends) == (first, last)


@pytest.mark.parametrize(
    ("sentence", "about", "modality"),
    [
        ("No date has been set for the next round.", "next_round", "not_set"),
        ("The date of the next round is not yet determined.", "next_round", "not_set"),
        ("No date has been agreed for the exchange.", "exchange", "not_set"),
        ("The talks have been suspended.", "next_round", "on_hold"),
        ("The next round will be held only after the exchange is completed.", "next_round", "conditional"),
        ("There will be no new round until the lists are agreed.", "next_round", "conditional"),
        ("No date for the next round can be set before the reply has been given.", "next_round", "conditional"),
    ],
)
def test_no_date_a_stop_and_a_condition_are_signals_without_a_window(sentence: str, about: str, modality: str) -> None:
    """They name no day, and none is made for them."""
    (found,) = signals_of(sentence)
    assert (found.about, found.modality, found.window.bounded) == (about, modality, False)


def test_headline_and_lead_that_say_the_same_are_one() -> None:
    """What is repeated is one statement."""
    found = signals_of("No date set for the next round of talks", "No date has been set for the next round of talks.")
    assert [one.modality for one in found] == ["not_set"]


def test_when_the_date_will_be_known_is_not_when_the_round_is() -> None:
    """A week in which the date is announced is no week of the round."""
    found = signals_of("The Armenian side expects a date for the third round to be confirmed by 20 February.")
    assert [one.about for one in found] == ["date_announcement"]


def test_a_past_date_is_no_signal() -> None:
    """What was held, or ran out, says nothing of what is to come."""
    assert signals_of("The third round of talks was held on 2 February.", "The answer came on 3 February.") == []


def test_the_day_that_a_commitment_is_due_is_not_told_twice() -> None:
    """A number of people with a day is a commitment with its due day."""
    found = signals_of("Armenia will release 40 prisoners by 20 February.")
    assert [one.about for one in found if one.about == "exchange"] == []


def test_an_answer_to_when_they_meet_is_a_signal() -> None:
    """The question says of what, the answer when."""
    (found,) = signals_of("When will the delegations meet again? Not before 5 March, a mediator says.")
    assert (found.about, str(found.window.earliest), found.window.latest) == ("next_round", "2026-03-05", None)


@pytest.mark.parametrize(
    ("sentence", "about", "modality"),
    [
        ("Once the dates are agreed, the Kremlin will announce them at once.", "date_announcement", "conditional"),
        ("Once the first stage is over, negotiations should follow.", "next_round", "conditional"),
        ("The captives would be repatriated after the completion of the paperwork.", "exchange", "conditional"),
        ("The next round of negotiations would be held soon.", "next_round", "expected"),
        ("In the near future technical consultations will be held.", "other_meeting", "planned"),
        ("He did not specify when the talks might take place.", "next_round", "not_set"),
        ("It is still unclear when the general will be released.", "exchange", "not_set"),
        ("The handing in of arms is to end within 40 days of the signing.", "deadline", "conditional"),
    ],
)
def test_what_has_no_day_is_told_with_how_it_stands(sentence: str, about: str, modality: str) -> None:
    """A condition, a hope for soon, no date."""
    (found,) = signals_of(sentence)
    assert (found.about, found.modality, found.window.bounded) == (about, modality, False)


@pytest.mark.parametrize(
    ("sentence", "about", "last"),
    [
        ("Baku has until noon on Monday to hand over the list.", "deadline", "2026-02-16"),
        ("The truce holds, and an extension over the next 48 hours was agreed.", "truce_end", "2026-02-13"),
        ("Technical teams will meet in Vienna on Friday.", "other_meeting", "2026-02-13"),
        ("Security negotiations will begin on February 20.", "negotiations_start", "2026-02-20"),
    ],
)
def test_limits_extensions_and_experts_have_their_day(sentence: str, about: str, last: str) -> None:
    """The day until which somebody has to act, a truce is longer, experts meet."""
    (found,) = signals_of(sentence)
    assert found.about == about
    assert found.window.latest is not None
    assert found.window.latest.isoformat() == last


@pytest.mark.parametrize(
    "sentence",
    [
        "Her son was none of the prisoners who were going to be exchanged on Friday.",
        "The paper speaks of the withdrawal of troops by May 2027 in exchange for guarantees.",
        "Talks had broken off in April 2013, when Baku would not release some prisoners.",
        "The hardliners want the war to go on after the first stage.",
    ],
)
def test_what_was_or_hangs_on_nothing_is_no_signal(sentence: str) -> None:
    """Words of a handover or of a break that say nothing of what is to come."""
    assert signals_of(sentence) == []
