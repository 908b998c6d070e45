"""Windows: days that words allow, either end open, with a looser reading."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.domain.records import window_keys, window_of
from store.domain.windows import NO_WINDOW, Window, format_span, make_window, parse_span
from tests.domain.builders import june, span

DAYS = st.none() | st.dates()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-02", (june(2), june(2))),
        ("2025-06-02/2025-06-09", (june(2), june(9))),
        ("2025-06-23/..", (june(23), None)),
        ("../2025-06-30", (None, june(30))),
        ("/2025-06-30", (None, june(30))),
        ("../..", (None, None)),
        (" 2025-06-02 ", (june(2), june(2))),
    ],
)
def test_span_is_read_with_either_end_open(text: str, expected: tuple[date | None, date | None]) -> None:
    assert parse_span(text) == expected


@pytest.mark.parametrize("text", ["June 2", "2025-06-31", "2025-06", "02/06/2025", "2025-06-02/2025-06-09/2025-06-10"])
def test_what_is_no_day_is_refused_with_a_way_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match="write it as 2025-06-30"):
        parse_span(text)


@given(DAYS, DAYS)
def test_span_reads_back_as_it_was_written(earliest: date | None, latest: date | None) -> None:
    written = format_span(earliest, latest)
    assert (parse_span(written) if written else (None, None)) == (earliest, latest)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Window(june(9), june(2)),
        lambda: Window(june(2), june(9), loose_latest=june(8)),
        lambda: Window(june(2), june(9), loose_earliest=june(3)),
        lambda: make_window("2025-06-09/2025-06-02"),
        lambda: make_window("2025-06-02/..", "2025-06-02/2025-06-30"),
        lambda: make_window("../2025-06-30", "2025-06-02/2025-06-30"),
    ],
    ids=["ends first", "loose end inside", "loose start inside", "text", "loose closes open end", "closes open start"],
)
def test_window_that_cannot_be_is_never_built(build: object) -> None:
    assert callable(build)
    with pytest.raises(ValueError, match="cannot"):
        build()


def test_loose_reading_that_says_the_same_makes_no_ambiguity() -> None:
    assert not make_window("2025-06-02/2025-06-09", "2025-06-02/2025-06-09").ambiguous
    assert make_window("2025-06-02/2025-06-09", "2025-06-02/2025-06-15").ambiguous


def test_last_day_is_the_loose_end_where_there_is_one() -> None:
    assert span("2/9", "2/15").last_day == june(15)
    assert span("2/9").last_day == june(9)
    assert span("2/..").last_day is None


@pytest.mark.parametrize(("text", "days"), [("2/2", 1), ("9/15", 7), ("9/..", None), ("../9", None), (None, None)])
def test_days_are_counted_only_between_two_known_ends(text: str | None, days: int | None) -> None:
    assert span(text).days == days


def test_open_window_says_no_day() -> None:
    assert not NO_WINDOW.bounded
    assert span("9/..").bounded
    assert span("../9").bounded


@given(DAYS, DAYS, st.integers(0, 9), st.integers(0, 9))
def test_window_reads_back_from_the_keys_it_is_written_as(
    one: date | None, other: date | None, sooner: int, later: int
) -> None:
    earliest, latest = (min(one, other), max(one, other)) if one and other else (one, other)
    assume(earliest is None or earliest > date.min + timedelta(9))
    assume(latest is None or latest < date.max - timedelta(9))
    window = Window(
        earliest,
        latest,
        earliest - timedelta(sooner) if earliest and sooner else None,
        latest + timedelta(later) if latest and later else None,
        "in the coming days",
    )
    keys = window_keys(window)
    assert keys["loose"] == window.loose_edtf
    assert (window.loose_edtf is not None) is window.ambiguous
    found = window_of(keys)
    assert (found.edtf, found.first_day, found.last_day) == (window.edtf, window.first_day, window.last_day)
    assert window_keys(found) == keys
