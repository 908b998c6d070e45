from datetime import date

import pytest

from store.reading.article import Published
from store.reading.intake import from_text
from tests.reading.articles import NOISY, PROSE

BODY = f"{PROSE[0]}\n\n{PROSE[1]}"
DAY = date(2025, 6, 3)


def day_of(text: str, address: str | None = None) -> Published:
    return from_text(text, address=address).published


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("LISK, June 3, 2025 (Wire) - The sides met.", "June 3, 2025"),
        ("Lisk, 3 June 2025 — The sides met.", "3 June 2025"),
        ("Title of it\n\nPublished: 3 June 2025 14:05", "3 June 2025"),
        ("Title of it\n\n2025-06-03T14:05:00+03:00", "2025-06-03T14:05:00+03:00"),
        ("Title of it\n\nBy Ada Brandt, Lisk | 3 June 2025", "3 June 2025"),
        ("Title of it\n14:05 03.06.2025 (Updated: 15:00 04.06.2025)", "03.06.2025"),
        ("The Courier\n\nTuesday 3 June 2025   Weather 24C   Sign in\n\nTitle of it", "3 June 2025"),
        ("Talks in Lisk: live, Tuesday 3 June 2025", "3 June 2025"),
        ("Заголовок статьи\n\nОпубликовано: 3 июня 2025, 14:05", "3 июня 2025"),
        ("Заголовок статті\n\n3 червня 2025 року, 14:05", "3 червня 2025"),
        ("Title of it\n\nUpdated Jun 3, 2025, 7:40 pm", "Jun 3, 2025"),
    ],
)
def test_a_day_that_stands_where_newsrooms_put_it_is_found(head: str, words: str) -> None:
    text = f"{head}\n\n{BODY}"
    found = day_of(text)
    assert (found.day, found.basis) == (DAY, "stated")
    assert found.evidence is not None
    assert text[found.evidence.start : found.evidence.end] == words


def test_the_day_of_publication_wins_over_that_of_a_change() -> None:
    assert day_of(NOISY).day == date(2026, 7, 3)
    assert day_of(f"A title\n\nUpdated 5 June 2025 | Published 3 June 2025\n\n{BODY}").day == DAY


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE[0]} The truce of 3 June 2025 had failed. {PROSE[1]}",
        f"Title of it\n\n[Photo: Lisk, 3 June 2025]\n\n{BODY}",
        f"Title of it\n\n{BODY}\n\nBy signing up you agree to our terms of 1 May 2025.",
        f"Title of it\n\nOn 3 June 2025, the sides met in Lisk and agreed on a swap.\n\n{BODY}",
        BODY,
    ],
)
def test_a_day_that_the_article_speaks_of_is_not_its_own(text: str) -> None:
    assert day_of(text) == Published()


def test_a_dateline_without_a_year_is_no_day_and_says_so() -> None:
    text = f"LISK, June 3 (Wire) - The sides met.\n\n{BODY}"
    found = day_of(text)
    assert (found.day, found.basis, found.why) == (None, "unknown", "dateline without a year")
    assert found.evidence is not None
    assert text[found.evidence.start : found.evidence.end] == "June 3"


def test_the_year_of_a_dateline_may_stand_elsewhere() -> None:
    text = f"LISK, June 3 (Wire) - The sides met.\n\n{BODY}"
    assert day_of(text, "https://news.example/2025/06/04/swap")[:2] == (DAY, "inferred")
    assert day_of(f"{text}\n\n© 2025 The Courier")[:2] == (DAY, "inferred")


def test_an_address_can_carry_the_day() -> None:
    assert day_of(BODY, "https://news.example/2025/06/03/swap") == Published(DAY, "inferred", "address")
    assert day_of(BODY, "https://news.example/2025/13/03/swap").day is None


def test_a_day_that_can_be_read_two_ways_is_not_chosen() -> None:
    found = day_of(f"Title of it\n\nPublished: 03/06/2025\n\n{BODY}")
    assert (found.day, found.why) == (None, "03/06/2025 can be read as two days")
    assert day_of(f"Title of it\n\nPublished: 25/06/2025\n\n{BODY}").day == date(2025, 6, 25)


def test_what_a_person_gives_wins() -> None:
    given = from_text(NOISY, published=date(2020, 1, 1)).published
    assert given == Published(date(2020, 1, 1), "given", "by the person")
