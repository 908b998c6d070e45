"""What a deal would see done is owed, not done; a part of a number is not that number."""

from __future__ import annotations

import pytest

from tests.reading.texts import given, owed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal would see Hamas release 10 hostages and Israel free 300 prisoners.",
            [
                "Hamas > Israel | hostages | 10 one_way | announced",
                "Israel > Hamas | prisoners | 300 one_way | announced",
            ],
        ),
        (
            "A proposal put forward in Doha would see the Houthis free 64 prisoners held since March. Yemen agreed.",
            ["Houthis > Yemen | prisoners | 64 one_way | proposed"],
        ),
    ],
)
def test_what_a_deal_would_see_done_is_owed(text: str, expected: list[str]) -> None:
    assert owed(text) == expected
    assert given(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Armenia released half of the 32 Azerbaijani soldiers on Friday.",
        "Most of the 140 Yemeni prisoners were freed by the Houthis on Monday.",
        "A third of 90 Sudanese captives were handed over by the RSF on Sunday.",
    ],
)
def test_part_of_a_number_is_not_that_number(text: str) -> None:
    assert not any(str(number) in line for line in given(text) for number in (32, 140, 90))


def test_batch_is_counted_whole() -> None:
    assert given("A batch of 70 Azerbaijani soldiers was returned by Armenia on Monday.") == [
        "Armenia > Azerbaijan | prisoners | 70 one_way | 2025-06-09"
    ]


def test_aside_says_who_they_are() -> None:
    assert given("Nine more children—six boys and three girls—were returned to Ukraine by Russia on Monday.") == [
        "Russia > Ukraine | children | 9 one_way | 2025-06-09"
    ]
