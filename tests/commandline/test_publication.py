"""A day of publication in words: the nearest such day, before or after the one it had."""

from datetime import date

import pytest

from tui.publication import read_published

HAD = date(2025, 6, 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("June 24", date(2025, 6, 24)),
        ("May 30", date(2025, 5, 30)),
        ("the next day", date(2025, 6, 3)),
        ("yesterday", date(2025, 6, 1)),
        ("24 июня", date(2025, 6, 24)),
    ],
)
def test_words_mean_the_nearest_such_day(typed: str, day: date) -> None:
    assert read_published(typed, HAD).day == day


@pytest.mark.parametrize("typed", ["last week", "since May", "soon", "three days", ""])
def test_what_is_no_single_day_is_refused(typed: str) -> None:
    read = read_published(typed, HAD)
    assert read.refusal
    assert read.day is None
