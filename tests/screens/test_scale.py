"""The axis of the timeline: which column shows which days, at every size, to the ends of months and of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.scale import Scale, Zoom, first_scale


def day(number: int) -> date:
    return date(2025, 6, number)


def week(columns: int = 20) -> Scale:
    return Scale(Zoom.WEEK, day(1).toordinal(), columns)


@given(st.dates(), st.sampled_from(list(Zoom)), st.integers(3, 300), st.floats(0, 0.99))
def test_every_day_has_one_slot_and_lies_in_it(one: date, zoom: Zoom, columns: int, share: float) -> None:
    scale = Scale(zoom, 0, columns).showing(one, share)
    slot = scale.slot(one)
    first, last = scale.days(slot)
    assert 0 <= slot < scale.slots
    assert first <= one <= last
    assert scale.first <= one <= scale.last
    for moved in (scale.moved(10**8), scale.moved(-(10**8)), scale.zoomed(Zoom.MONTH, one)):
        assert moved.first <= moved.last
        assert all(0 <= tick.column < columns for tick in (*moved.fine(), *moved.coarse()))


@pytest.mark.parametrize("month", [date(2024, 2, 1), date(2025, 2, 1), date(2025, 4, 1), date(2025, 12, 1)])
def test_months_are_quartered_without_gap_up_to_their_ends(month: date) -> None:
    scale = Scale(Zoom.MONTH, 0, 10).showing(month, 0)
    ends = [scale.days(slot) for slot in range(5)]
    assert ends[0][0] == month
    assert ends[4][0].day == 1
    assert ends[4][0].month == month.month % 12 + 1
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(ends))


def test_first_size_is_the_nearest_that_shows_everything() -> None:
    assert first_scale(66, day(1), day(10), day(5)).zoom is Zoom.DAY
    assert first_scale(66, date(2025, 5, 16), date(2025, 6, 30), day(25)).zoom is Zoom.WEEK
    years = first_scale(66, date(2000, 1, 1), date(2025, 6, 30), day(25))
    assert years.zoom is Zoom.MONTH
    assert 0 <= years.slot(day(25)) < years.slots
    assert first_scale(66, None, None, day(25)).zoom is Zoom.DAY


def test_ticks_name_days_mondays_and_months() -> None:
    assert [tick.text.strip() for tick in Scale(Zoom.DAY, day(29).toordinal(), 9).fine()] == ["29", "30", "1"]
    assert [(tick.column, tick.text) for tick in week().fine()] == [(1, "2"), (8, "9"), (15, "16")]
    assert [tick.text for tick in week(40).coarse()] == ["Jun 2025", "Jul 2025"]
    months = Scale(Zoom.MONTH, 0, 12).showing(date(2025, 12, 1), 0)
    assert [tick.text for tick in months.fine()] == ["Dec", "Jan", "Feb"]
    assert [tick.text for tick in months.coarse()] == ["2025", "2026"]
