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
