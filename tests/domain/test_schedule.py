"""Schedule: a commitment against its window, on the days around its ends."""

import pytest

from store.domain.model import Claim
from store.domain.words import Instrument, Schedule
from tests.domain.builders import claim, owed, stand

AMBIGUOUS = owed(due="2/9", loose="2/15")


@pytest.mark.parametrize(
    ("day", "schedule"),
    [(2, Schedule.OPEN), (8, Schedule.OPEN), (9, Schedule.DUE), (10, Schedule.OVERDUE), (25, Schedule.OVERDUE)],
)
def test_plain_window_is_due_on_its_last_day_and_overdue_after_it(day: int, schedule: Schedule) -> None:
    assert stand(owed(due="2/9"), on=day).schedule is schedule


@pytest.mark.parametrize(
    ("day", "schedule"),
    [(8, Schedule.OPEN), (9, Schedule.DUE), (12, Schedule.DUE), (15, Schedule.DUE), (16, Schedule.OVERDUE)],
)
def test_ambiguous_window_is_due_from_its_strict_end_and_overdue_only_after_its_loose_end(
    day: int, schedule: Schedule
) -> None:
    assert stand(AMBIGUOUS, on=day).schedule is schedule


@pytest.mark.parametrize("instrument", [Instrument.REQUESTED, Instrument.EXPECTED, Instrument.OFFERED])
@pytest.mark.parametrize(("day", "schedule"), [(8, Schedule.OPEN), (9, Schedule.DUE), (10, Schedule.LAPSED)])
def test_what_is_no_obligation_lapses_and_is_never_overdue(
    instrument: Instrument, day: int, schedule: Schedule
) -> None:
    assert stand(owed(instrument=instrument, due="2/9"), on=day).schedule is schedule


@pytest.mark.parametrize("due", [None, "5/.."])
def test_without_a_last_day_nothing_is_ever_overdue(due: str | None) -> None:
    expected = Schedule.OPEN if due else Schedule.NO_DEADLINE
    assert stand(owed(due=due)).schedule is expected


@pytest.mark.parametrize(
    ("done", "schedule"),
    [
        (claim("6000", on=22, covers="7/9"), Schedule.MET),
        (claim("6000", on=22, covers="8/20"), Schedule.MET),
        (claim("6000", on=22, covers="16/22"), Schedule.MET_LATE),
        (claim("6000", on=22, covers="12"), Schedule.MET),
        (claim("6000", on=22), Schedule.MET),
        (claim("6000", on=22, covers="16/.."), Schedule.MET_LATE),
    ],
    ids=["in time", "perhaps in time", "late", "within the loose end", "day unknown", "open end"],
)
def test_delivery_is_late_only_when_it_was_certainly_completed_after_the_loose_end(
    done: Claim, schedule: Schedule
) -> None:
    assert stand(AMBIGUOUS, done).schedule is schedule


@pytest.mark.parametrize("ending", [Instrument.SUPERSEDED, Instrument.WITHDRAWN])
def test_ended_commitment_lapses_at_once(ending: Instrument) -> None:
    assert stand(owed(due="2/20"), owed(instrument=ending, on=5), on=6).schedule is Schedule.LAPSED


def test_not_recognised_on_a_reading_changes_no_deadline() -> None:
    assert stand(owed(due="2/9", recognised=["UA"]), on=12, reading="RU").schedule is Schedule.OVERDUE
