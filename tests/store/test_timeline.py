"""The timeline, the drift and the course of a delivery, read from the seed record."""

from __future__ import annotations

from datetime import date

import pytest

from store.domain.drift import Move
from store.domain.reading import Reading
from store.domain.redating import NewDay
from store.domain.requests import Author, BoardQuery, NewJudgement
from store.domain.timeline import Due, Happening, Lane, Timeline
from store.domain.windows import Window
from store.domain.words import Aspect, DayBasis
from store.errors import UnknownError
from store.repository import Repository
from store.repository import timeline as reading_of_timeline
from store.repository.courses import course, drift
from store.repository.timeline import timeline
from tests.conftest import TODAY

NOW = BoardQuery(TODAY)


def on(day: str) -> BoardQuery:
    return BoardQuery(TODAY, date.fromisoformat(day))


def held(found: Timeline, lane: Lane) -> list[str]:
    return [happening.label for happening in found.happenings if happening.lane is lane]


def one(found: Timeline, label: str, lane: Lane) -> Happening:
    return next(h for h in found.happenings if h.label == label and h.lane is lane)


def test_everything_with_a_day_is_there_in_the_order_of_time(repository: Repository) -> None:
    found = timeline(repository, NOW)
    assert {lane: found.counts[lane] for lane in Lane} == {
        Lane.ROUNDS: 3, Lane.EXCHANGES: 5, Lane.STATEMENTS: 19, Lane.CLAIMS: 53, Lane.JUDGEMENTS: 0, Lane.DUE: 2,
    }  # fmt: skip
    assert held(found, Lane.ROUNDS) == ["R1", "M4", "R2"]
    assert "R3" in found.undated
    assert [h.order for h in found.happenings] == sorted(h.order for h in found.happenings)
    assert not found.cut
    assert found.covers((date.min, date.max))


def test_nothing_is_told_that_became_known_later(repository: Repository) -> None:
    found = timeline(repository, on("2025-05-30"))
    assert held(found, Lane.ROUNDS) == ["R1"]
    assert held(found, Lane.STATEMENTS) == ["S1", "S2", "S3"]
    assert {h.label for h in found.happenings} >= {"D6", "D9"}
    assert "D1" not in {h.label for h in found.happenings}
    assert held(timeline(repository, on("2025-06-23")), Lane.ROUNDS) == ["R1", "M4", "R2", "R3"]
    date_set = one(timeline(repository, on("2025-06-23")), "R3", Lane.ROUNDS)
    assert (date_set.window.latest, date_set.note) == (date(2025, 6, 29), "its date to be set")


def test_what_is_known_only_as_a_range_is_no_day(repository: Repository) -> None:
    found = timeline(repository, NOW)
    said = one(found, "S2", Lane.STATEMENTS)
    assert (said.first, said.last) == (date(2025, 5, 16), date(2025, 5, 22))
    undated_end = one(found, "M4", Lane.ROUNDS)
    assert (undated_end.first, undated_end.last) == (None, date(2025, 6, 2))
    inferred = one(found, "D1", Lane.CLAIMS)
    assert inferred.window == Window(
        date(2025, 6, 25), date(2025, 6, 25), date(2025, 6, 23), date(2025, 6, 29)
    )  # fmt: skip


def test_only_some_days_are_fetched_and_of_many_the_newest(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    june = date(2025, 6, 3), date(2025, 6, 30)
    found = timeline(repository, NOW, june)
    assert held(found, Lane.ROUNDS) == []
    assert "E2" in held(found, Lane.EXCHANGES)
    assert min(h.window.latest or date.max for h in found.happenings if h.lane is Lane.CLAIMS) >= june[0]
    assert found.covers(june)
    assert not found.covers((date(2025, 6, 1), june[1]))
    monkeypatch.setattr(reading_of_timeline, "MOST", 3)
    for span in (None, june):
        few = timeline(repository, NOW, span)
        assert [few.fetched(lane) for lane in (Lane.CLAIMS, Lane.STATEMENTS)] == [3, 3]
        assert few.counts[Lane.CLAIMS] == timeline(repository, NOW, span).counts[Lane.CLAIMS] > 3
        assert Lane.CLAIMS in few.cut
        assert all(h.window.latest == date(2025, 6, 25) for h in few.happenings if h.lane is Lane.CLAIMS)
    assert not timeline(repository, NOW).covers(june)


def test_reading_track_judgements_and_undo_are_followed(repository: Repository, author: Author) -> None:
    repository.judge(NewJudgement("C10", Aspect.DELIVERY, "stalled", "why"), author)
    repository.judge(NewJudgement("R3", Aspect.ROUND_STATE, "postponed", "why"), author)
    repository.undo(author)
    for query in (NOW, NOW._replace(track="IST25")):
        found = timeline(repository, query)
        assert held(found, Lane.JUDGEMENTS) == ["C10"]
        assert held(found, Lane.DUE) == ["C12", "C09"]
        assert found.counts[Lane.CLAIMS] == 53
    fact = one(timeline(repository, NOW._replace(reading=Reading("common"))), "C12", Lane.DUE).fact
    assert isinstance(fact, Due)
    assert not fact.owed
    with pytest.raises(UnknownError):
        timeline(repository, NOW._replace(track="NOPE"))


def test_corrected_days_are_followed(repository: Repository, author: Author) -> None:
    repository.redate(NewDay("001", date(2025, 5, 23), basis=DayBasis.STATED), author)
    for span in (None, (date(2025, 5, 23), date(2025, 5, 24))):
        found = timeline(repository, NOW, span)
        assert one(found, "D6", Lane.CLAIMS).window == Window(date(2025, 5, 23), date(2025, 5, 23))
        assert not found.cut
    assert "D6" not in held(timeline(repository, NOW, (date(2025, 5, 20), date(2025, 5, 22))), Lane.CLAIMS)
    assert "D6" not in held(timeline(repository, on("2025-05-22")), Lane.CLAIMS)


def test_empty_store_has_empty_views(empty: Repository) -> None:
    assert timeline(empty, NOW).happenings == ()
    assert drift(empty, NOW).round is None
    with pytest.raises(UnknownError):
        course(empty, NOW, "C1")


def test_drift_follows_the_next_round_or_one_that_is_named(repository: Repository) -> None:
    found = drift(repository, NOW)
    assert (found.label, found.rounds, len(found.points)) == ("R3", ("R1", "R2", "R3"), 13)
    assert found.charted
    by_label = {point.signal.label: point for point in found.points}
    assert by_label["S16"].own.move is Move.WITHDRAWN
    assert by_label["S9"].previous.move is Move.NARROWED
    assert not by_label["S8"].current
    assert by_label["S16"].current
    assert [point.signal.label for point in drift(repository, NOW, "r2").points] == ["S3", "S2"]
    assert len(drift(repository, on("2025-06-23")).points) == 10
    with pytest.raises(UnknownError, match="known were: R1, R2"):
        drift(repository, on("2025-05-30"), "R9")


def test_course_goes_both_ways_and_is_found_by_claim_and_exchange(repository: Repository) -> None:
    found = course(repository, NOW, "C09")
    assert [one.commitment.label for one in found.courses] == ["C09", "C10"]
    assert [(f.voice, f.number) for f in found.courses[0].steps[-1].figures] == [("RU", 6000), ("article", 6060)]
    assert [f.number for f in found.courses[1].steps[-1].figures] == [78]
    assert course(repository, NOW, "D2").asked == "C10"
    assert course(repository, NOW, "E2").asked == "C09"
    assert course(repository, NOW, "R1").courses == ()
    assert [len(one.steps) for one in course(repository, on("2025-06-02"), "C09").courses] == [1, 1]
    early = course(repository, on("2025-05-25"), "C09")
    assert (early.courses, early.not_yet) == ((), True)
