"""What an obligation is tied to: a pace, a ratio, days counted from an event, a longer time. Days are of June 2025."""

from datetime import date

import pytest

from store.domain.clauses import (
    Clauses,
    Counted,
    Happened,
    Per,
    Rate,
    Ratio,
    counted_window,
    counted_words,
    event_day,
    expected_by,
    extended,
    extension,
    format_counted,
    format_ratio,
    owed_for,
    parse_counted,
    parse_ratio,
)
from store.domain.model import Claim
from store.domain.quantities import Quantity, format_figure, parse_figure
from store.domain.reading import Reading
from store.domain.shelves import placings
from store.domain.standing import Standing, standing
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import Delivery, Schedule
from tests.domain.builders import case, claim, june, owed, span, words


def tied(said: Claim, clauses: Clauses) -> Claim:
    return said._replace(clauses=clauses)


def told(day: int | None, on: int, *, settled: bool = True, supersedes: int | None = None) -> Happened:
    return Happened(on, june(on), "E1", june(day) if day else None, settled, supersedes)


def stand(*claims: Claim, happened: tuple[Happened, ...] = (), on: int = 25) -> Standing:
    return standing(case(*claims)._replace(happened=happened), june(on), Reading())


@pytest.mark.parametrize("text", ["3:1", "30..50:1", "1:10"])
def test_ratio_is_written_as_it_is_read(text: str) -> None:
    assert format_ratio(parse_ratio(text)) == text


@pytest.mark.parametrize("text", ["3", "0:1", "3:0", "5..3:1", ":", "3 to 1", "-1:1", "9999999:1", "٣:1"])
def test_what_is_no_ratio_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no ratio"):
        parse_ratio(text)


@pytest.mark.parametrize(
    ("text", "words_"), [("7", "day 7"), ("..16", "by day 16"), ("1..42", "days 1 to 42"), ("8..", "from day 8")]
)
def test_counted_days_are_written_as_they_are_read(text: str, words_: str) -> None:
    counted = parse_counted("E1", text)
    assert format_counted(counted) == text
    assert counted_words(counted) == words_


@pytest.mark.parametrize("text", ["0", "..", "9..3", "day 7", "", "9999999", "0..4"])
def test_what_counts_no_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="count"):
        parse_counted("E1", text)


@pytest.mark.parametrize(
    ("ratio", "released", "owed_"),
    [
        ("3:1", "13", "39"), ("3:1", "0", "0"), ("3:1", "~80", "~240"), ("3:1", ">=50", ">=150"),
        ("30..50:1", "4", "120..200"), ("1:10", "39", "3"), ("3:1", "all", None), ("3:1", "undisclosed", None),
    ],
)  # fmt: skip
def test_ratio_says_what_is_owed_for_what_was_released(ratio: str, released: str, owed_: str | None) -> None:
    found = owed_for(parse_ratio(ratio), parse_figure(released))
    assert (format_figure(found) if found else None) == owed_


@pytest.mark.parametrize(
    ("per", "figure", "window", "on", "expected"),
    [
        (Per.DAY, "600", "19/..", 19, "600"), (Per.DAY, "600", "19/..", 21, "1800"),
        (Per.DAY, "200", "2/5", 4, "600"), (Per.DAY, "200", "2/5", 25, "800"), (Per.DAY, "200", "19/..", 3, "0"),
        (Per.DAY, "~600", "19/..", 20, "~1200"), (Per.DAY, ">200", "2/..", 3, ">=402"),
        (Per.WEEK, "100", "2/..", 7, "0"), (Per.WEEK, "100", "2/..", 8, "100"), (Per.WEEK, "100", "2/..", 16, "200"),
        (Per.DAY, "600", "../9", 5, None), (Per.DAY, "several", "2/..", 5, None),
    ],
)  # fmt: skip
def test_pace_says_how_much_should_have_come_by_a_day(
    per: Per, figure: str, window: str, on: int, expected: str | None
) -> None:
    found = expected_by(Rate(parse_figure(figure), per), span(window), june(on))
    assert (format_figure(found) if found else None) == expected


def test_event_has_the_day_it_took_place_else_the_day_last_announced() -> None:
    announced, moved, done = told(10, 2, settled=False), told(12, 5, settled=False), told(13, 14)
    assert event_day([announced, moved, done], "E1", june(3)) == june(10)
    assert event_day([announced, moved, done], "E1", june(6)) == june(12)
    assert event_day([done, announced], "E1", june(20)) == june(13)
    assert event_day([announced], "E2", june(20)) is None
    assert event_day([announced], "E1", june(1)) is None


def test_event_that_was_put_off_or_corrected_loses_its_day() -> None:
    announced, put_off = told(10, 2, settled=False), told(None, 4, settled=False)
    assert event_day([announced, put_off], "E1", june(4)) is None
    wrong, right = told(8, 9), told(10, 11, supersedes=9)
    assert event_day([wrong, right], "E1", june(9)) == june(8)
    assert event_day([wrong, right], "E1", june(11)) == june(10)


def test_day_of_the_event_is_day_one() -> None:
    assert counted_window(Counted("E1", 7, 7), june(19), "on day 7") == Window(
        june(25), june(25), phrase="on day 7", rule="day 7 from E1"
    )
    assert counted_window(Counted("E1", None, 16), date(2025, 1, 19), None).latest == date(2025, 2, 3)
    assert counted_window(Counted("E1", 1, 99_999), date.max, None) == NO_WINDOW


def test_end_moves_and_the_rule_says_so() -> None:
    assert extended(span("2/5"), 2) == Window(june(2), june(7), rule="longer by 2 days")
    assert extended(span("2/5", "2/6"), 1).loose_latest == june(7)
    assert extended(span("2/.."), 2) == span("2/..")
    assert extended(Window(None, date.max), 1).latest == date.max


def test_extension_told_by_several_is_one() -> None:
    same = [("A", june(5), 2), ("B", june(5), 2), ("A", june(5), 2)]
    assert extension(same) == 2
    assert extension([*same, ("B", june(7), 1)]) == 3
    assert extension([*same, ("A", june(7), 2)]) == 4
    assert extension([*same, ("C", june(6), 2)]) == 2
    assert extension([]) == 0


def test_truce_with_a_duration_ends_later_once_it_is_extended() -> None:
    truce = tied(owed(None, on=2), Clauses(counted=Counted("E1", 1, 4)))
    by_host = tied(owed(None, on=8, by="TR"), Clauses(extends=2))
    by_party = tied(owed(None, on=8, by="RU"), Clauses(extends=2))
    again = tied(owed(None, on=10, by="TR"), Clauses(extends=1))
    claims, happened = (truce, by_host, by_party, again), (told(5, 3, settled=False), told(5, 5))
    undated = stand(*claims, happened=happened, on=2)
    assert (undated.terms.due, undated.schedule) == (NO_WINDOW, Schedule.NO_DEADLINE)
    assert undated.terms.counted == Counted("E1", 1, 4)
    assert stand(*claims, happened=happened, on=3).terms.due.latest == june(8)
    assert stand(*claims, happened=happened, on=8).terms.due.latest == june(10)
    last = stand(*claims, happened=happened, on=11)
    assert (last.terms.due.latest, last.terms.extended, last.schedule) == (june(11), 3, Schedule.DUE)
    assert stand(*claims, happened=happened, on=12).schedule is Schedule.OVERDUE


def test_end_said_anew_holds_what_moved_the_old_one() -> None:
    first, longer, anew = owed(None, on=2, due="2/5"), tied(owed(None, on=4), Clauses(extends=2)), owed(on=6, due="2/9")
    assert stand(first, longer, on=5).terms.due.latest == june(7)
    assert stand(first, longer, anew, on=6).terms.due.latest == june(9)


def test_pace_is_no_denominator() -> None:
    paced = tied(owed("600", on=2, due="2/.."), Clauses(per=Per.DAY))
    now = stand(paced, claim("900", on=4), on=4)
    assert now.terms.quantity is None
    assert now.terms.rate == Rate(parse_figure("600"), Per.DAY)
    assert (now.percent, now.remaining, now.delivery) == (None, None, Delivery.PARTIAL)
    assert now.expected == parse_figure("1800")
    offered = standing(case(paced._replace(instrument=None)), june(4), Reading())
    assert offered.expected is None


def test_ratio_keeps_the_figure_that_stands_beside_it() -> None:
    now = stand(owed("150", on=2), tied(owed(None, on=3), Clauses(ratio=Ratio(3, 3))), claim("39", on=4))
    assert (now.terms.ratio, now.terms.quantity) == (Ratio(3, 3), parse_figure("150"))
    assert now.remaining == 111


def test_board_keeps_the_day_that_the_event_gives() -> None:
    due = tied(owed(None, on=2), Clauses(counted=Counted("E1", None, 7)))
    held = case(due, words(Delivery.PARTIAL, on=20))._replace(happened=(told(10, 4, settled=False), told(11, 12)))
    assert [(placing.since, placing.due) for placing in placings(held)] == [
        (june(2), date.max), (june(4), june(16)), (june(12), june(17)),
    ]  # fmt: skip


@pytest.mark.parametrize(("low", "high", "of"), [(0, 1, 1), (2, 1, 1), (1, 1, 0), (1, 100_001, 1)])
def test_ratio_that_cannot_be_is_not_made(low: int, high: int, of: int) -> None:
    with pytest.raises(ValueError, match="no ratio"):
        Ratio(low, high, of)


def test_unknown_bounds_stay_unknown() -> None:
    assert owed_for(Ratio(3, 3), Quantity(parse_figure("<=5").qualifier, high=5)) is None
