"""What was accepted is taken back: whole, or one by one where nothing rests on it; conflicts change nothing."""

from pathlib import Path

import pytest

from store.errors import ConflictError, UsageError
from store.reading.proposals import Figure
from store.repository import Repository
from tests.store.accepted import accept, delivered
from tests.store.articles import (
    REMAINS,
    TEXT,
    article,
    item,
    kept,
    proposal,
    states,
)
from tests.store.records import ANA, BEN, assert_whole, board, judge


def test_one_of_a_batch_is_taken_back_and_the_others_stay(repository: Repository, store_path: Path) -> None:
    kept(repository)
    repository.inbox.accept(repository.inbox.reading(1).items, ANA)
    done = repository.inbox.take_back(item(repository, "X1"), ANA)
    assert done.sentence.startswith("took back X1; accepted R1, C1, D1, P1")
    assert states(repository) == {
        "R1": "accepted",
        "C1": "accepted",
        "X1": "waiting",
        "D1": "accepted",
        "P1": "accepted",
    }
    assert delivered(repository, "C09") == 6060
    assert [entry.action for entry in repository.history(3)] == ["accept", "undo", "accept"]
    assert_whole(store_path)


def test_only_one_of_a_batch_taken_back_is_an_undo(repository: Repository) -> None:
    kept(repository)
    accept(repository, "X1")
    assert repository.inbox.take_back(item(repository, "X1"), ANA).sentence == "took back X1"
    with pytest.raises(ConflictError, match="nothing to take back"):
        repository.inbox.take_back(item(repository, "X1"), ANA)


def test_whole_batch_is_taken_back_after_other_writes(repository: Repository, store_path: Path) -> None:
    kept(repository)
    accept(repository, "X1", "D1")
    accept(repository, "P1")
    done = repository.inbox.take_back(item(repository, "D1"), ANA, whole=True)
    assert done.sentence == "took back X1, D1"
    assert {number for number, state in states(repository).items() if state == "accepted"} == {"P1"}
    assert delivered(repository, "C09") == 6060
    assert_whole(store_path)


def test_another_person_takes_nothing_back(repository: Repository) -> None:
    kept(repository)
    accept(repository, "X1")
    with pytest.raises(ConflictError, match="accepted by ana"):
        repository.inbox.take_back(item(repository, "X1"), BEN)


def test_what_is_accepted_again_after_undo_keeps_its_labels(empty: Repository, empty_path: Path) -> None:
    kept(empty)
    empty.inbox.accept(empty.inbox.reading(1).items, ANA)
    before = {one.number: one.labels[0] for one in empty.inbox.reading(1).items if one.number != "D1"}
    empty.undo(ANA)
    for number in ("C1", "X1", "R1", "D1", "P1"):
        accept(empty, number)
    after = {one.number: one.labels[0] for one in empty.inbox.reading(1).items if one.number != "D1"}
    assert after == before
    assert set(board(empty).actors) == {"russia", "ukraine", "kremlin", "peskov"}
    assert_whole(empty_path)


def test_entry_whose_labels_were_taken_over_is_not_redone(empty: Repository, empty_path: Path) -> None:
    kept(empty)
    accept(empty, "C1")
    empty.undo(ANA)
    accept(empty, "C1", author=BEN)
    with pytest.raises(ConflictError, match="accepted again since"):
        empty.redo(ANA)
    empty.undo(BEN)
    with pytest.raises(ConflictError, match="accepted again since"):
        empty.redo(ANA)
    empty.redo(BEN)
    assert states(empty)["C1"] == "accepted"
    assert_whole(empty_path)


def test_what_others_rest_on_is_not_undone_beneath_them(repository: Repository, store_path: Path) -> None:
    kept(repository)
    repository.inbox.link(item(repository, "C1"), "new")
    accept(repository, "C1")
    judge(repository, "C17", "stalled", BEN)
    with pytest.raises(ConflictError, match=r"C17 came with this.*by ben"):
        repository.undo(ANA)
    repository.undo(BEN)
    accept(repository, "X1", author=BEN)
    with pytest.raises(ConflictError, match="005 came with this"):
        repository.undo(ANA)
    repository.undo(BEN)
    repository.undo(ANA)
    assert_whole(store_path)


def test_item_changed_meanwhile_is_a_conflict_and_nothing_is_written(repository: Repository) -> None:
    kept(repository)
    seen = item(repository, "X1")
    with Repository.open(repository.path) as other:
        other.inbox.edit(item(other, "X1"), REMAINS._replace(figure=Figure(6062)))
    with pytest.raises(ConflictError, match="changed or accepted meanwhile"):
        repository.inbox.accept([seen], ANA)
    assert delivered(repository, "C09") == 6060


def test_item_accepted_meanwhile_is_not_accepted_twice(repository: Repository) -> None:
    kept(repository)
    seen = item(repository, "X1")
    with Repository.open(repository.path) as other:
        accept(other, "X1", author=BEN)
    with pytest.raises(ConflictError):
        repository.inbox.accept([seen], ANA)
    with pytest.raises(ConflictError):
        repository.inbox.drop(seen)
    assert [entry.action for entry in repository.history(9)] == ["accept", "begin"]


def test_dropped_items_and_items_of_two_articles_are_refused(repository: Repository) -> None:
    kept(repository)
    repository.inbox.drop(item(repository, "C1"))
    with pytest.raises(UsageError, match="C1 was dropped"):
        accept(repository, "C1")
    kept(repository, proposal("X1", REMAINS), about=article(f"{TEXT}more"))
    with pytest.raises(UsageError, match="several articles"):
        repository.inbox.accept([item(repository, "X1"), item(repository, "X1", 2)], ANA)
    with pytest.raises(UsageError, match="nothing was named"):
        repository.inbox.accept([], ANA)
