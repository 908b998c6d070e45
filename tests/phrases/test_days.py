"""Words for days inside a filter: the first and the last of them, or none."""

from datetime import date

import pytest

from store.phrases.days import days_named

REFERENCE = date(2025, 6, 25)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("last-week", (date(2025, 6, 16), date(2025, 6, 22))),
        ("23_June", (date(2025, 6, 23), date(2025, 6, 23))),
        ("by-30-June", (date(2025, 6, 30), date(2025, 6, 30))),
        ("remains", None),
        ("within-30-days-of-the-signing", None),
        ("31-June-2025", None),
        ("last-week-" * 2_000, None),
    ],
)
def test_words_with_dashes_are_read_for_days(words: str, days: tuple[date, date] | None) -> None:
    assert days_named(words, REFERENCE) == days
