"""Drift: how windows move against each other, and statements against those before them."""

from __future__ import annotations

import pytest

from store.domain.drift import Drift, Move, Movement, drift_points, movement
from store.domain.words import About, Modality
from tests.domain.builders import june, round_, signal, span


@pytest.mark.parametrize(
    ("before", "after", "move", "days"),
    [
        (None, None, Move.STILL_NONE, None),
        (None, "2/9", Move.NAMED, None),
        ("2/9", None, Move.WITHDRAWN, None),
        ("2/9", "2/9", Move.SAME, None),
        ("2/..", "2/..", Move.SAME, None),
        ("2/9", "5/12", Move.LATER, 3),
        ("2/9", "5/16", Move.LATER, (3, 7)),
        ("2/9", "5/..", Move.LATER, None),
        ("5/12", "2/9", Move.EARLIER, 3),
        ("2/9", "4/9", Move.NARROWED, 2),
        ("2/9", "2/5", Move.NARROWED, 4),
        ("2/9", "4/6", Move.NARROWED, 5),
        ("2/9", "2/12", Move.WIDENED, 3),
        ("4/9", "2/9", Move.WIDENED, 2),
        ("4/6", "2/9", Move.WIDENED, 5),
        ("2/..", "2/9", Move.NARROWED, None),
        ("2/9", "2/..", Move.WIDENED, None),
        ("../9", "4/9", Move.NARROWED, None),
        ("2/..", "5/..", Move.LATER, 3),
        ("../9", "../5", Move.EARLIER, 4),
        ("2/..", "5/20", Move.NARROWED, None),
        ("2/..", "../9", Move.EARLIER, None),
    ],
)
def test_window_moves(before: str | None, after: str | None, move: Move, days: int | tuple[int, int] | None) -> None:
    found = movement(span(before), span(after))
    assert found.move is move
    assert found.days == ((days, days) if isinstance(days, int) else days)


def test_statements_are_told_in_the_order_said_against_own_and_previous() -> None:
    first = signal(Modality.EXPECTED, "RU", 10, window="20/22", speaker="a")
    other = signal(Modality.EXPECTED, "UA", 12, window="25/25", speaker="b")
    later = signal(Modality.EXPECTED, "RU", 14, window="23/25", speaker="a")
    hold = signal(Modality.ON_HOLD, "RU", 16, speaker="a")
    points = drift_points([hold, later, other, first], june(30))
    assert [point.signal for point in points] == [first, other, later, hold]
    assert [point.own.move for point in points] == [Move.FIRST, Move.FIRST, Move.LATER, Move.WITHDRAWN]
    assert [point.previous.move for point in points] == [Move.FIRST, Move.LATER, Move.WIDENED, Move.WITHDRAWN]
    assert points[1].previous == Movement(Move.LATER, 5, 3)
    assert points[2].previous == Movement(Move.WIDENED, -2, 0)
    assert [point.current for point in points] == [False, True, False, True]
    assert [point.signal for point in drift_points([hold, later, other, first], june(13))] == [first, other]


def test_setting_of_the_date_and_the_round_are_not_compared() -> None:
    setting = signal(Modality.EXPECTED, "RU", 10, window="20/22", about=About.SETTING_ITS_DATE)
    itself = signal(Modality.EXPECTED, "RU", 12, window="28/30")
    unset = signal(Modality.NOT_SET, "RU", 9)
    nothing = signal(Modality.NOT_SET, "RU", 13)
    again = signal(Modality.EXPECTED, "RU", 14, window="29/30")
    moves = [point.own.move for point in drift_points([unset, setting, itself, nothing, again], june(30))]
    assert moves == [Move.FIRST, Move.NAMED, Move.ANOTHER, Move.WITHDRAWN, Move.NARROWED]
    hold = signal(Modality.ON_HOLD, "RU", 15, about=About.OTHER)
    other = signal(Modality.NOT_SET, "RU", 15, about=About.OTHER)
    assert [drift_points([again, one], june(30))[-1].own.move for one in (hold, other)] == [
        Move.WITHDRAWN, Move.STILL_NONE,
    ]  # fmt: skip


def test_corrected_statement_is_marked_and_moves_nothing() -> None:
    wrong = signal(Modality.EXPECTED, "RU", 10, window="20/22")
    right = signal(Modality.EXPECTED, "RU", 10, window="21/23")._replace(supersedes=wrong.id)
    points = {point.signal.id: point for point in drift_points([wrong, right], june(30))}
    assert points[wrong.id].corrected
    assert not points[wrong.id].current
    assert points[right.id].own.move is Move.FIRST
    drift = Drift(june(30), round_(wrong, right), ("R3",), tuple(points.values()))
    assert (drift.label, len(drift.dated), drift.charted) == ("R3", 1, False)


def test_from_five_dated_statements_on_there_is_a_chart() -> None:
    said = [signal(Modality.EXPECTED, "RU", day, window=f"{day + 5}/{day + 6}") for day in range(5, 10)]
    undated = signal(Modality.NOT_SET, "RU", 12)
    assert Drift(june(30), None, (), drift_points([*said, undated], june(30))).charted
    assert not Drift(june(30), None, (), drift_points([*said[:4], undated], june(30))).charted
    assert Drift(june(30), None, ()).label == ""
