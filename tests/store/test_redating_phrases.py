"""A source's day corrected under the whole grammar of date phrases, on the seed record."""

from datetime import date

import pytest

from store.domain.redating import NewDay, Redating, span_words
from store.phrases import resolve
from store.repository import Repository


def listed(repository: Repository, source: str, day: str) -> Redating:
    """List what a corrected day moves."""
    return repository.redating(NewDay(source, date.fromisoformat(day)))


MOVES = [
    (
        "003", "2025-06-24",
        {
            "S9": "2025-06-24/2025-06-29",
            "S10": "2025-06-24/2025-06-30 (loosely 2025-06-24/2025-07-10)",
            "S11": "2025-06-24/2025-06-30",
        },
    ),
    (
        "003", "2025-06-16",
        {
            "S8": "2025-06-16/2025-06-22",
            "S9": "2025-06-16/2025-06-22",
            "S10": "2025-06-16/2025-06-30 (loosely 2025-06-16/2025-07-10)",
            "S11": "2025-06-16/2025-06-30",
        },
    ),
    ("000", "2025-06-26", {}),
    ("000", "2025-06-30", dict.fromkeys(("D1", "D1b", "D2"), "2025-06-23/2025-06-29")),
    ("002", "2025-06-03", {"T12a": "2025-06-03/2025-06-30", "S4": "2025-06-03/2025-06-30"}),
    ("004", "2025-06-03", {"T12b": "2025-06-03/2025-06-30"}),
    ("001", "2025-05-23", {}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "day", "windows"), MOVES)
def test_windows_of_the_seed_record_move_by_the_rules_and_say_which(
    repository: Repository, source: str, day: str, windows: dict[str, str]
) -> None:
    found = listed(repository, source, day)
    assert {change.label: span_words(change.after) for change in found.windows} == windows
    for change in found.windows:
        read = resolve(change.phrase or "", found.day)
        assert read is not None
        assert change.after.rule == read.rule


def test_what_a_person_read_another_way_or_no_rule_gives_is_left(repository: Repository) -> None:
    left = {change.label: change.left for change in listed(repository, "002", "2025-06-03").left}
    assert left["T09b"] == "for the old day the rules give 2025-06-03/2025-06-09"
    assert left["D13"] == "no phrase tells where its days come from"
    assert {"R1", "R2", "T12a", "S4"}.isdisjoint(left), "days of the calendar, and what moved"


def test_months_away_the_year_of_a_month_is_that_of_the_new_day(repository: Repository) -> None:
    found = listed(repository, "003", "2026-02-02")
    assert {change.label: span_words(change.after) for change in found.windows}["S11"] == "2026-02-02/2026-06-30"
