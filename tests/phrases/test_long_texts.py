"""Long texts with many marks and short lines are read to their end."""

from datetime import date

from store.phrases import find


def test_a_day_at_the_end_of_short_lines_is_found() -> None:
    """A speech has a word or a mark in fewer than five letters."""
    text = "I, too, am — as we all are — so\nsad. " * 100 + "We go on Monday."
    assert find(text, date(2026, 3, 5))[-1].phrase == "Monday"
