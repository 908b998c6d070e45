"""Judging several commitments in one step, and the filters that people keep."""

from pathlib import Path

import pytest

from store.domain.requests import BoardQuery, NewJudgement
from store.domain.words import Aspect
from store.errors import ConflictError, PlaceError, UnknownError, UsageError
from store.repository import Repository
from store.repository.choices import Choices
from tests.conftest import TODAY
from tests.store.records import ANA, BEN, assert_whole, board, judge, rows


def stalled(*labels: str, expected: int | None = None) -> list[NewJudgement]:
    return [NewJudgement(label, Aspect.DELIVERY, "stalled", "seen", expected=expected) for label in labels]


def test_several_are_judged_by_one_entry_that_one_undo_takes_back(repository: Repository, store_path: Path) -> None:
    before = board(repository)
    receipt = Choices(repository).judge_all(stalled("C05", "c10", "C01"), ANA)
    assert receipt.sentence == "3 obligations (C05, C10, C01) partial, preparing → stalled"
    assert len(rows(store_path, "SELECT id FROM journal")) == 2
    found = {row.label: row.standing.delivery for row in board(repository).page.rows}
    assert [found[label] for label in ("C05", "C10", "C01", "C06")] == ["stalled", "stalled", "stalled", "partial"]
    for label in ("C05", "C10"):
        assert repository.evidence(label, BoardQuery(TODAY)).history[0] == receipt.entry
    assert_whole(store_path)
    assert repository.undo(ANA).sentence == "undone: C05, C10, C01 stalled → partial, preparing"
    assert board(repository).page == before.page
    assert repository.evidence("C10", BoardQuery(TODAY)).history[0].action == "undo"
    repository.redo(ANA)
    assert {row.label: row.standing.delivery for row in board(repository).page.rows} == found
    assert_whole(store_path)


def test_where_one_cannot_be_judged_none_is_and_the_first_is_named(repository: Repository, store_path: Path) -> None:
    before = rows(store_path, "SELECT count(*) FROM judgements")
    with pytest.raises(UsageError, match="R2 is a round"):
        Choices(repository).judge_all(stalled("C05", "R2", "C99"), ANA)
    with pytest.raises(UnknownError, match="C99"):
        Choices(repository).judge_all(stalled("C05", "C99"), ANA)
    with pytest.raises(UsageError, match="nothing is marked"):
        Choices(repository).judge_all([], ANA)
    entry = Choices(repository).judge_all(stalled("C05", "C06"), BEN).entry
    seen_before = stalled("C10", "C06", expected=entry.id - 1)
    with pytest.raises(ConflictError, match="C06 was changed by ben"):
        Choices(repository).judge_all(seen_before, ANA)
    judge(repository, "C06", None, BEN)
    assert rows(store_path, "SELECT count(*) FROM judgements") == [(before[0][0] + 3,)]
    assert_whole(store_path)


def test_filters_are_kept_counted_replaced_and_let_go(repository: Repository, store_path: Path) -> None:
    choices = Choices(repository)
    assert choices.keep("  the   dead ", " kind:remains ", ANA).sentence == "kept as “the dead”: kind:remains"
    choices.keep("words", "prisoners", BEN)
    choices.keep("wrong", "kind:nonsense", ANA)
    found = {one.name: one for one in choices.filters(BoardQuery(TODAY))}
    assert [(one.words, one.who, one.left) for one in found.values()] == [
        ("kind:remains", "ana", 3), ("prisoners", "ben", 6), ("kind:nonsense", "ana", None),
    ]  # fmt: skip
    assert found["wrong"].problem.startswith("kind: has no 'nonsense'")
    choices.keep("words", "children", ANA)
    assert choices.drop("wrong").sentence == "“wrong” is no longer kept"
    with pytest.raises(UnknownError):
        choices.drop("wrong")
    for name, words in (("", "a"), ("x" * 61, "a"), ("x", "  ")):
        with pytest.raises(UsageError):
            choices.keep(name, words, ANA)
    with Repository.open(store_path, read_only=True) as reader:
        assert [one.words for one in Choices(reader).filters(BoardQuery(TODAY))] == ["kind:remains", "children"]
        with pytest.raises(PlaceError):
            Choices(reader).keep("x", "y", ANA)
        with pytest.raises(PlaceError):
            Choices(reader).drop("words")
        with pytest.raises(PlaceError):
            Choices(reader).judge_all(stalled("C05"), ANA)
    assert board(repository).page.rows
