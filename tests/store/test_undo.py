"""Undo and redo: further journal entries, per author, that bring the whole board back."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.board import Board
from store.domain.requests import BoardQuery
from store.errors import RecordError, UnknownError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, BASE, BEN, READINGS, assert_whole, board, claim, commitment, judge, owed, taken


def boards(repository: Repository) -> list[Board]:
    """Ask for the board of two days on every reading."""
    return [board(repository, day, reading) for day in (None, "2025-06-23") for reading in READINGS]


def test_undo_brings_the_board_back_and_redo_the_change(repository: Repository, store_path: Path) -> None:
    before = boards(repository)
    judge(repository, "C10", "delivered")
    changed = boards(repository)
    assert changed != before
    undone = repository.undo(ANA)
    assert boards(repository) == before
    assert (undone.entry.action, undone.entry.before, undone.entry.after) == ("undo", "delivered", "partial")
    redone = repository.redo(ANA)
    assert boards(repository) == changed
    assert (redone.entry.action, redone.entry.before, redone.entry.after) == ("redo", "partial", "delivered")
    assert len(repository.history(99)) == 4
    assert_whole(store_path)


def test_claim_and_import_are_undone_too(repository: Repository, store_path: Path) -> None:
    before = boards(repository)
    claim(repository, "C10", "6000")
    taken(repository, commitment("C99", track="IST25"), owed("T99", "C99", at="000:5"))
    repository.undo(ANA)
    repository.undo(ANA)
    assert boards(repository) == before
    with pytest.raises(UnknownError):
        repository.evidence("T99", BoardQuery(TODAY))
    repository.redo(ANA)
    repository.redo(ANA)
    assert board(repository).totals.all == 17
    assert_whole(store_path)


def test_several_are_undone_last_first_and_redone_first_first(repository: Repository) -> None:
    states = [boards(repository)]
    for value in ("stalled", "refused", "delivered"):
        judge(repository, "C10", value)
        states.append(boards(repository))
    for expected in reversed(states[:-1]):
        repository.undo(ANA)
        assert boards(repository) == expected
    for expected in states[1:]:
        repository.redo(ANA)
        assert boards(repository) == expected


def test_nothing_to_undo_or_redo_is_said_in_a_sentence(repository: Repository) -> None:
    with pytest.raises(UnknownError, match="nothing to undo: ana has written nothing"):
        repository.undo(ANA)
    with pytest.raises(UnknownError, match="nothing to redo: ana has undone nothing"):
        repository.redo(ANA)


def test_seed_record_itself_is_never_undone(repository: Repository) -> None:
    judge(repository, "C10", "stalled")
    repository.undo(ANA)
    with pytest.raises(UnknownError):
        repository.undo(ANA)
    assert board(repository).totals.all == 16


def test_new_write_leaves_nothing_to_redo(repository: Repository) -> None:
    judge(repository, "C10", "stalled")
    repository.undo(ANA)
    judge(repository, "C09", "stalled")
    with pytest.raises(UnknownError, match="nothing to redo"):
        repository.redo(ANA)


def test_each_author_undoes_their_own(repository: Repository) -> None:
    judge(repository, "C10", "stalled")
    judge(repository, "C09", "stalled", BEN)
    assert repository.undo(ANA).entry.subject == "C10"
    with pytest.raises(UnknownError, match="nothing to redo: ben"):
        repository.redo(BEN)
    assert repository.undo(BEN).entry.subject == "C09"
    judge(repository, "C08", "stalled", BEN)
    assert repository.redo(ANA).entry.subject == "C10"


def test_undo_outlives_closing_the_store(store_path: Path) -> None:
    with Repository.open(store_path) as repository:
        before = boards(repository)
        judge(repository, "C10", "stalled")
    with Repository.open(store_path) as repository:
        repository.undo(ANA)
        assert boards(repository) == before
    with Repository.open(store_path) as repository:
        assert repository.redo(ANA).entry.after == "stalled"


def test_undone_correction_puts_the_corrected_claim_back_in_force(repository: Repository) -> None:
    before = boards(repository)
    claim(repository, "C10", "80", supersedes="D2")
    repository.undo(ANA)
    assert boards(repository) == before


def test_record_imported_again_after_its_import_was_undone_is_in_force(empty: Repository) -> None:
    lines = (*BASE, commitment("C1"), owed("T1", "C1"))
    taken(empty, *lines)
    empty.undo(ANA)
    assert board(empty).totals.all == 0
    taken(empty, *lines)
    assert board(empty).totals.all == 1


def test_corrected_lines_of_an_undone_import_are_told_how_to_go_on(empty: Repository) -> None:
    taken(empty, *BASE)
    taken(empty, commitment("C1", what="Remians"), owed("T1", "C1"))
    empty.undo(ANA)
    with pytest.raises(RecordError, match="in an import that was undone"):
        empty.import_lines([commitment("C1", what="Remains"), owed("T1", "C1")], "test", ANA)
    empty.redo(ANA)
    assert [row.standing.commitment.what for row in board(empty).page.rows] == ["Remians"]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("judge"), st.sampled_from(["C05", "C09", "C10", "C12"]), st.sampled_from(
            ["delivered", "stalled", None])),
        st.tuples(st.just("claim"), st.sampled_from(["C09", "C10", "E2", "E3"]), st.integers(0, 7000).map(str)),
        st.tuples(st.just("undo"), st.just(""), st.none()),
        st.tuples(st.just("redo"), st.just(""), st.none()),
    ),
    min_size=1, max_size=7,
)  # fmt: skip


@given(STEPS)
@settings(max_examples=25)
def test_after_any_writes_everything_derived_is_as_computed_and_undo_of_redo_is_identity(
    seeded: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str | None]]
) -> None:
    path = tmp_path_factory.mktemp("steps") / "talks.db"
    path.write_bytes(seeded.read_bytes())
    with Repository.open(path) as repository:
        for action, about, value in steps:
            _take(repository, action, about, value)
        if _take(repository, "undo", "", None):
            undone = [board(repository, reading=reading) for reading in ("strict", "RU")]
            repository.redo(ANA)
            repository.undo(ANA)
            assert [board(repository, reading=reading) for reading in ("strict", "RU")] == undone
    assert_whole(path)


def _take(repository: Repository, action: str, about: str, value: str | None) -> bool:
    """Take a step; whether there was anything to do."""
    try:
        if action == "judge":
            judge(repository, about, value)
        elif action == "claim":
            claim(repository, about, value or "1")
        elif action == "undo":
            repository.undo(ANA)
        else:
            repository.redo(ANA)
    except UnknownError:
        return False
    return True
