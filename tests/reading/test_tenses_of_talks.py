"""The verb decides whether a meeting or a day lies behind or ahead, and who meets decides whether it is a round."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Round, Signal
from store.reading.reader import read

_TUESDAY = date(2024, 8, 20)


def _told(text: str) -> tuple[list[tuple[str, date | None, date | None]], list[tuple[str, date | None]]]:
    """Return the rounds (status, first and last day) and the signals (about, last day) of a text."""
    contents = [one.content for one in read(intake.from_text(text, published=_TUESDAY), shipped()).proposals]
    rounds = [(one.status, one.window.earliest, one.window.latest) for one in contents if isinstance(one, Round)]
    return rounds, [(one.about, one.window.latest) for one in contents if isinstance(one, Signal)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ELN and government delegations wrapped up another round of talks in Caracas on Saturday.", date(2024, 8, 17)),
        (
            "On December 14, rebel and government delegations sat face to face in Juba to hold talks.",
            date(2023, 12, 14),
        ),
        ("Shortly after Thursday's round of talks in Doha, officials said gaps remained.", date(2024, 8, 15)),
        ("Rebel and government delegations travelled to Oslo to meet on September 6.", date(2023, 9, 6)),
        ("Talks between Israel and Hamas are under way in Cairo, officials said.", _TUESDAY),
    ],
)
def test_what_was_done_is_held_on_the_last_such_day(text: str, day: date) -> None:
    rounds, signals = _told(text)
    assert rounds == [("held", day, day)]
    assert signals == []


@pytest.mark.parametrize(
    "text",
    [
        "Colombian President Gustavo Petro met his negotiating team on Monday to review talks with the ELN.",
        "The cabinet meeting on Sunday discussed the negotiations with Hamas.",
        "Secretary Blinken met with the Armenian foreign minister in Washington on Monday.",
        "Israel backs the peace plan, which was signed in the resort of Sharm el-Sheikh earlier this month.",
        "The envoy proposed new talks at the weekend.",
        "Previous negotiations in March and April collapsed.",
    ],
)
def test_what_is_no_round_of_two_sides_or_has_no_day_is_passed_over(text: str) -> None:
    assert _told(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "about", "day"),
    [
        ("Putin and Trump will first hold a one-on-one meeting on Friday morning.", "summit", date(2024, 8, 23)),
        ("The military commanders of both countries will speak again on Thursday.", "next_round", date(2024, 8, 22)),
        ("The Red Cross expected 250 detainees to be swapped this weekend.", "exchange", date(2024, 8, 25)),
        ("The two sides will exchange wounded soldiers on Friday.", "exchange", date(2024, 8, 23)),
        ("The rebels have 48 hours to release the captives, the governor said.", "deadline", date(2024, 8, 22)),
        ("The sides agreed to begin talks on a ceasefire at a neutral venue.", "negotiations_start", None),
        ("The envoys said the delegations would come back to Cairo on Monday.", "next_round", date(2024, 8, 26)),
    ],
)
def test_what_is_to_come_is_said_with_its_day(text: str, about: str, day: date | None) -> None:
    _, signals = _told(text)
    assert signals == [(about, day)]


def test_a_weekday_with_its_date_is_one_day() -> None:
    rounds, _ = _told("The delegations are to hold a second meeting on Wednesday, August 28.")
    assert rounds == [("expected", date(2024, 8, 28), date(2024, 8, 28))]


_THURSDAY, _FRIDAY = date(2024, 8, 22), date(2024, 8, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Analysts doubted it after Kinshasa confirmed it was sending a team to talks in Luanda on Friday.", _FRIDAY),
        ("Hamas said they were meeting Israeli negotiators in Cairo on Friday.", _FRIDAY),
        ("The rebels said on Tuesday that their delegation was travelling to talks in Doha on Thursday.", _THURSDAY),
        ("The junta has decided to send a delegation to Geneva on Friday for talks with the rebels.", _FRIDAY),
        ("The cabinet authorised the team to travel to Doha on Thursday for talks with Hamas.", _THURSDAY),
        ("The bloc was due to bring the delegates to peace talks back together Friday after a long break.", _FRIDAY),
        ("Putin and Zelensky are not expected to attend the talks on Friday.", _FRIDAY),
        ("The presidents will not take part in the talks on Friday.", _FRIDAY),
    ],
)
def test_a_plan_told_in_the_past_is_a_round_to_come(text: str, day: date) -> None:
    assert _told(text) == ([("expected", day, day)], [("next_round", day)])


@pytest.mark.parametrize(
    "text",
    [
        "On August 12, the day before the peace talks in Geneva, the minister spoke of the matter again.",
        "On Saturday, ahead of the talks in Doha, the army shelled the town.",
        "Three days after the talks in Geneva, on Sunday, rebels attacked the town.",
        "Biden talks with Netanyahu on Monday.",
        "Talks overnight between Israel and Hamas were hard.",
        "Sudan ceasefire to end decade-long war in hours",
        "The engineers who were kidnapped and released today will arrive in Rio tomorrow morning.",
        "The couple, who were freed by the rebels, are due to fly home on Saturday after being reunited with a son.",
        "The freed hostages will leave hospital on Thursday, doctors said.",
        "The released soldiers are expected to meet their families on Friday.",
        "Putin will not meet Zelensky on Friday.",
    ],
)
def test_a_day_of_something_else_is_none_of_the_talks(text: str) -> None:
    assert _told(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Santos and the rebel leader are due to sign a peace agreement between September 20 and 26.", (9, 26)),
        ("Armenia and Azerbaijan are expected to sign a peace treaty on August 30.", (8, 30)),
    ],
)
def test_the_signing_of_a_paper_is_another_meeting(text: str, day: tuple[int, int]) -> None:
    assert _told(text) == ([], [("other_meeting", date(2024, *day))])


def test_who_is_left_out_does_not_undo_the_meeting() -> None:
    rounds, _ = _told("Rebel and government delegations, which did not include the leaders, met in Oslo last week.")
    assert rounds == [("held", date(2024, 8, 12), date(2024, 8, 18))]
