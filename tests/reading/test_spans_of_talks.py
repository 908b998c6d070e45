"""Lengths of time that look back, ends of truces that are reckoned, and meetings told by another day."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Round, Signal
from store.reading.reader import read

_WEDNESDAY = date(2024, 5, 15)


def _rounds(text: str) -> list[tuple[str, date | None]]:
    proposals = read(intake.from_text(text, published=_WEDNESDAY), shipped()).proposals
    return [(one.content.status, one.content.window.earliest) for one in proposals if isinstance(one.content, Round)]


def _signals(text: str) -> list[tuple[str, date | None]]:
    proposals = read(intake.from_text(text, published=_WEDNESDAY), shipped()).proposals
    return [(one.content.about, one.content.window.latest) for one in proposals if isinstance(one.content, Signal)]


@pytest.mark.parametrize(
    "text",
    [
        "Peace talks between the government and the rebels in Kuwait have brought little in almost two months.",
        "It was the third swap between Russia and Ukraine in a month; more than 300 went home.",
        "The talks between Sudan and South Sudan are the first to be held in more than two years.",
    ],
)
def test_a_length_of_time_that_looks_back_names_no_day_to_come(text: str) -> None:
    assert _signals(text) == []


def test_a_length_of_time_before_a_meeting_to_come_is_its_day() -> None:
    text = "The third round of talks between Sudan and South Sudan will be held in two weeks."
    assert _signals(text) == [("next_round", date(2024, 5, 29))]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "The truce between Israel and Hamas, which was to run out on Monday night, is prolonged by two days.",
            date(2024, 5, 22),
        ),
        (
            "The ceasefire between Armenia and Azerbaijan, due to expire on Sunday, was extended for another 72 hours.",
            date(2024, 5, 22),
        ),
        (
            "Israel and Hezbollah: the ceasefire came into force at 4 a.m. on May 10 and will last for 60 days.",
            date(2024, 7, 9),
        ),
        (
            "The ceasefire of the government and the ELN is extended by 10 days, until 26 May.",
            date(2024, 5, 26),
        ),
    ],
)
def test_the_end_of_a_truce_is_reckoned_from_its_old_end_or_first_day(text: str, last: date) -> None:
    assert _signals(text) == [("truce_end", last)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Rebels and the government of Mali on Wednesday freed captives on the eve of peace talks in Algiers.",
            ("expected", date(2024, 5, 16)),
        ),
        (
            "Ethiopia and the TPLF agreed on Tuesday, at a second round of talks in Nairobi, to let aid through.",
            ("held", date(2024, 5, 14)),
        ),
        (
            "Talks between the government of Yemen and the Houthis over an exchange of prisoners ended on Sunday.",
            ("held", date(2024, 5, 12)),
        ),
        ("Envoys of Sudan and South Sudan meet in Juba on Wednesday.", ("expected", _WEDNESDAY)),
    ],
)
def test_another_day_or_a_deed_tells_the_day_of_a_meeting(text: str, told: tuple[str, date]) -> None:
    assert _rounds(text) == [told]


def test_each_round_of_a_list_has_its_own_day() -> None:
    text = (
        "Two rounds of talks between Sudan's army and the RSF were held, on Feb. 3 in Geneva and on March 12 in Jeddah."
    )
    assert _rounds(text) == [("held", date(2024, 2, 3)), ("held", date(2024, 3, 12))]


def test_stalled_talks_that_are_revived_are_not_on_hold() -> None:
    assert _signals("Serbia and Kosovo agreed to revive the stalled talks.") == []


def test_the_day_of_an_announcement_is_not_that_of_what_is_announced() -> None:
    assert _signals("UN envoys will announce tomorrow when Syria and the rebels will reconvene.") == []


def test_a_side_that_will_not_talk_before_something_else_makes_the_next_round_hang_on_it() -> None:
    text = "The Houthis refuse to attend talks with Yemen's government in Muscat until the airport reopens."
    assert _signals(text) == [("next_round", None)]
