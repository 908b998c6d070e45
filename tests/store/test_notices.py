"""Notices: what falls due on the day of the board, and what is new since an entry of the journal."""

from __future__ import annotations

from datetime import date

import pytest

from store.domain.notices import Notices, Seen, Since, since_words
from store.domain.quantities import exact
from store.domain.requests import Author, BoardQuery, NewClaim, NewJudgement
from store.domain.windows import Window
from store.domain.words import Aspect, Measure, Strength
from store.repository import Repository
from store.repository.notices import notices, seen_now
from tests.conftest import AT, TODAY

ANA = Author("ana", AT)
QUERY = BoardQuery(TODAY)


def on(repository: Repository, day: str | None = None, seen: Seen | None = None) -> Notices:
    return notices(repository, QUERY._replace(day=date.fromisoformat(day) if day else None), seen)


def since(repository: Repository, seen: Seen, day: str | None = None) -> Since:
    found = on(repository, day, seen).since
    assert found is not None
    return found


def test_days_are_reckoned_from_the_board_and_not_from_today(repository: Repository) -> None:
    found = on(repository)
    assert found.day == date(2025, 6, 25)
    assert [standing.commitment.label for standing in found.due] == ["C12"]
    assert found.overdue == ()
    # an expectation that nobody promised lapses and is never overdue
    assert [s.commitment.label for s in on(repository, "2025-07-20").overdue] == []
    assert on(repository, "2025-07-20").due == ()
    assert on(repository, "2025-05-20").due == ()


def test_window_in_which_a_date_is_to_be_set_is_coming_and_no_window_of_the_round(repository: Repository) -> None:
    coming = on(repository, "2025-06-23").coming
    assert [(c.standing.round.label, c.what) for c in coming if c.standing.round.label == "R3"] == [
        ("R3", "its date to be set")
    ]
    assert all(c.standing.round.label != "R3" for c in on(repository).coming)


def test_first_look_has_nothing_new_and_a_look_at_once_after_has_nothing_either(repository: Repository) -> None:
    first = on(repository)
    assert first.since is None
    assert first.now is not None
    again = since(repository, first.now)
    assert not again.anything
    assert since_words(again, "Tuesday") == "since Tuesday: nothing new, gates unchanged"


def test_what_came_is_counted_and_what_was_undone_is_not(repository: Repository) -> None:
    seen = seen_now(repository, QUERY)
    for figure in (79, 80, 81):
        repository.claim(NewClaim("C10", "000", "5", Strength.PARAPHRASE, figure=exact(figure), speaks_for="RU"), ANA)
    repository.judge(NewJudgement("C05", Aspect.DELIVERY, "stalled", "why"), ANA)
    found = since(repository, seen)
    assert dict(found.counts) == {"claim": 3, "judgement": 1}
    assert since_words(found, "Tuesday") == "since Tuesday: 3 claims, 1 judgement, gates unchanged"
    assert found.entries[0].subject == "C05"
    repository.undo(ANA)
    assert dict(since(repository, seen).counts) == {"claim": 3}
    assert since(repository, seen).taken_back == 0


def test_taking_back_what_was_seen_is_news(repository: Repository) -> None:
    repository.judge(NewJudgement("C05", Aspect.DELIVERY, "stalled", "why"), ANA)
    seen = seen_now(repository, QUERY)
    repository.undo(ANA)
    found = since(repository, seen)
    assert found.taken_back == 1
    assert "1 taken back" in since_words(found, "Tuesday")


def test_gate_that_opens_is_told_with_both_states(repository: Repository) -> None:
    seen = seen_now(repository, QUERY)
    for label in ("C01", "C02", "C05", "C06", "C07", "C08", "C10"):
        repository.judge(NewJudgement(label, Aspect.DELIVERY, "delivered"), ANA)
    found = since(repository, seen)
    assert ("G1", "closed", "open") in found.gates
    assert "gate G1 closed → open" in since_words(found, "12 Nov")
    repository.judge(NewJudgement("R3", Aspect.ROUND_STATE, "scheduled"), ANA)
    found = since(repository, seen)
    assert ("R3", "gated", "scheduled") in found.rounds
    assert "R3 gated → scheduled" in since_words(found, "12 Nov")


def test_what_became_overdue_is_named_until_it_was_seen(repository: Repository) -> None:
    seen = seen_now(repository, QUERY)
    owed = NewClaim(
        "C10", "000", "5", Strength.PARAPHRASE, Measure.OWED, exact(6000), speaks_for="UA",
        window=Window(date(2025, 6, 2), date(2025, 6, 24)),
    )  # fmt: skip
    repository.claim(owed, ANA)
    found = on(repository, seen=seen._replace(day=date(2025, 6, 23)))
    assert [standing.commitment.label for standing in found.overdue] == ["C10"]
    assert found.since is not None
    assert found.since.overdue == ("C10",)
    assert "1 overdue" in since_words(found.since, "Tuesday")
    assert since(repository, seen_now(repository, QUERY)).overdue == ()
    assert on(repository, "2025-06-24").overdue == ()


def test_of_a_day_gone_by_nothing_is_told_that_came_later(repository: Repository) -> None:
    seen = Seen(1, AT.isoformat(), repository.history(1)[0].at, date(2025, 5, 22))
    repository.claim(NewClaim("C10", "000", "5", Strength.PARAPHRASE, figure=exact(79), speaks_for="RU"), ANA)
    repository.judge(NewJudgement("C05", Aspect.DELIVERY, "stalled", "why"), ANA)
    past = since(repository, seen, "2025-06-02")
    assert dict(past.counts) == {}
    assert (past.gates, past.rounds, past.entries) == ((), (), ())
    assert on(repository, "2025-06-02").now is None
    later = since(repository, seen._replace(day=date(2025, 6, 2)))
    assert any(change.label == "C10" for change in later.changes)


@pytest.mark.parametrize("entry_at", ["2020-01-01T00:00:00+00:00", ""])
def test_another_store_in_the_same_place_is_looked_at_for_the_first_time(repository: Repository, entry_at: str) -> None:
    assert on(repository, seen=Seen(1, AT.isoformat(), entry_at)).since is None
    assert on(repository, seen=Seen(99, AT.isoformat(), entry_at)).since is None


def test_empty_store_has_no_notices(empty: Repository) -> None:
    found = on(empty)
    assert (found.due, found.coming, found.overdue) == ((), (), ())
    assert found.now is not None
    assert not since(empty, found.now).anything
