"""Windows reckoned anew from another day: only those that the rules reproduce; the rest is left with a reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.reckoning import Left, redate_window
from store.domain.redating import DayChange, Moved, sides, span_words
from store.domain.windows import Window, make_window
from tests.phrasebook import resolve

OLD, NEW = date(2025, 6, 23), date(2025, 7, 1)


def anew(
    span: str | None,
    phrase: str | None,
    loose: str | None = None,
    new: date = NEW,
    tenses: tuple[str | None, ...] = (None,),
) -> Window | Left:
    """Reckon a window of the old day for the new one."""
    return redate_window(make_window(span, loose, phrase, "by hand"), OLD, new, resolve, tenses)


def test_window_that_the_rules_reproduce_is_reckoned_from_the_new_day() -> None:
    assert anew("2025-06-23/2025-06-29", "this week") == make_window(
        "2025-06-30/2025-07-06", None, "this week", "this U"
    )


def test_open_start_closed_by_the_old_day_is_closed_by_the_new_one() -> None:
    phrase = "by the end of this week"
    assert anew("2025-06-23/2025-06-29", phrase) == make_window("2025-07-01/2025-07-06", None, phrase, "by X")
    assert anew("../2025-06-29", phrase) == make_window("../2025-07-06", None, phrase, "by X")


def test_wider_reading_goes_along_where_the_record_holds_one() -> None:
    phrase, new = "before early July", date(2025, 6, 25)
    with_loose = anew("2025-06-23/2025-06-30", phrase, "2025-06-23/2025-07-10", new)
    assert with_loose == make_window("2025-06-25/2025-06-30", "2025-06-25/2025-07-10", phrase, "before X")
    assert anew("2025-06-23/2025-06-30", phrase, None, new) == make_window(
        "2025-06-25/2025-06-30", None, phrase, "before X"
    )
    other = anew("2025-06-23/2025-06-30", phrase, "2025-06-23/2025-07-20", new)
    assert other == Left("for the old day the rules give ../2025-06-30")


def test_window_whose_days_stay_keeps_its_rule() -> None:
    same = anew("2025-06-16/2025-06-22", "last week", new=date(2025, 6, 25))
    assert same == make_window("2025-06-16/2025-06-22", None, "last week", "by hand")


@pytest.mark.parametrize("span", [None, "2025-06-23/..", "2025-06-01"])
def test_window_in_which_the_day_plays_no_part_is_left_alone(span: str | None) -> None:
    phrase = "after 22 June 2025" if span == "2025-06-23/.." else None
    assert anew(span, phrase) == make_window(span, None, phrase, "by hand")


def test_absolute_phrase_that_differs_is_nobodys_business_unless_the_day_is_in_its_window() -> None:
    assert isinstance(anew("2025-06-24/..", "after 22 June 2025"), Window)
    assert anew("2025-06-23/2025-06-27", "after 22 June 2025") == Left("for the old day the rules give 2025-06-23/..")


@pytest.mark.parametrize(
    ("span", "phrase", "reason"),
    [
        ("../2025-06-23", None, "no phrase tells where its days come from"),
        ("2025-06-23/2025-06-27", "this week", "for the old day the rules give 2025-06-23/2025-06-29"),
        ("2025-06-23/..", "once it is complete", "the rules give its phrase no days"),
        ("2025-06-27", "when the cows come home", "the rules do not understand its phrase"),
        ("2025-06-23/2025-06-30", "before July", "said on the new day it would be over by 2025-06-30"),
    ],
)
def test_what_the_rules_do_not_reproduce_is_left_with_the_reason(span: str, phrase: str | None, reason: str) -> None:
    assert anew(span, phrase) == Left(reason)


def test_phrase_that_has_no_days_on_the_new_day_is_left() -> None:
    def only_old(phrase: str, day: date, tense: str | None) -> object:
        return resolve(phrase, day, tense) if day == OLD else None

    found = redate_window(make_window("2025-06-23/2025-06-29", None, "this week"), OLD, NEW, only_old, (None,))  # type: ignore[arg-type]
    assert found == Left("for the new day the rules give its phrase no days")


def test_tense_is_the_one_in_which_the_rules_reproduce_the_window() -> None:
    new = date(2025, 6, 25)
    assert anew("2025-06-23", "Monday", new=new, tenses=("past", None)) == make_window(
        "2025-06-23", None, "Monday", "by hand"
    )
    ahead = anew("2025-06-23", "Monday", new=new, tenses=("future",))
    assert ahead == make_window("2025-06-30", None, "Monday", "bare W")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-60, 60))
def test_there_and_back_again_is_where_it_was(old: date, days: int) -> None:
    new = old + timedelta(days=days)
    monday = old - timedelta(days=old.weekday())
    for window in (
        Window(monday, monday + timedelta(days=6), phrase="this week", rule="this U"),
        Window(old, monday + timedelta(days=6), phrase="by the end of this week", rule="by X"),
    ):
        there = redate_window(window, old, new, resolve)
        assert isinstance(there, Window)
        assert redate_window(there, new, old, resolve) == window


def test_list_is_written_source_and_windows_by_themselves_and_days_together() -> None:
    old, new, week = Window(OLD, OLD), Window(NEW, NEW), make_window("2025-06-23/2025-06-29", "2025-06-23/2025-07-02")
    changes = [
        DayChange("source", "003", Moved.PUBLISHED, old, new),
        DayChange("signal", "S8", Moved.SAID, old, new),
        DayChange("signal", "S8", Moved.KNOWN, old, new),
        DayChange("signal", "S9", Moved.SAID, old, new),
        DayChange("signal", "S9", Moved.WINDOW, week, Window()),
    ]
    before, after = sides(changes)
    loosely = "2025-06-23/2025-06-29 (loosely 2025-06-23/2025-07-02)"
    assert span_words(week) == loosely
    assert before == f"published 2025-06-23; S9 window {loosely}; S8, S9 said 2025-06-23; 1 fact known 2025-06-23"
    assert after == "published 2025-07-01; S9 window none; S8, S9 said 2025-07-01; 1 fact known 2025-07-01"
