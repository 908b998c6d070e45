"""The course of a delivery: steps where something changed, by the rules for figures, unknowns never at zero."""

from __future__ import annotations

from store.domain.course import course_of
from store.domain.quantities import Qualifier
from store.domain.reading import Reading
from tests.domain.builders import batch, case, claim, june, owed


def test_steps_follow_promise_and_figures_of_each_side() -> None:
    told = case(
        owed("6000", on=2), claim("1000", "RU", 5), claim("900", "UA", 6), claim("1000", "RU", 7),
        claim("6060", "RU", 20),
    )  # fmt: skip
    course = course_of(told, june(25), Reading())
    assert [step.day.day for step in course.steps] == [2, 5, 6, 7, 20]
    assert [[(f.voice, f.number) for f in step.figures] for step in course.steps] == [
        [], [("RU", 1000)], [("RU", 1000), ("UA", 900)], [("RU", 1000), ("UA", 900)], [("RU", 6060), ("UA", 900)],
    ]  # fmt: skip
    assert [step.spread for step in course.steps][:3] == [None, None, (900, 1000)]
    assert course.voices == ("RU", "UA")
    assert course.owed
    assert course.steps[0].promised is not None
    assert course_of(told, june(6), Reading()).steps == course.steps[:3]


def test_batches_are_summed_and_never_added_to_cumulative_figures() -> None:
    told = case(batch("100", "RU", 5, covers="4"), batch("50", "RU", 6, covers="6"), claim("120", "RU", 8))
    assert [step.figures[0].number for step in course_of(told, june(25), Reading()).steps] == [100, 150]


def test_day_on_which_nothing_changed_is_no_step() -> None:
    told = case(owed("100", on=2), owed("100", on=9))
    assert [step.day.day for step in course_of(told, june(25), Reading()).steps] == [2]


def test_unknown_figures_are_no_figures() -> None:
    told = case(owed("all", on=2), claim("several", "RU", 5), claim("undisclosed", None, 6))
    steps = course_of(told, june(25), Reading()).steps
    assert all(not step.figures for step in steps)
    assert [step.unknown for step in steps] == [False, True, True]
    assert steps[-1].withheld
    assert steps[0].promised is not None
    assert steps[0].promised.qualifier is Qualifier.ALL
    assert not course_of(told, june(25), Reading()).counted
