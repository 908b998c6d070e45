"""A preview says what accepting would change, and changes nothing."""

from pathlib import Path

import pytest

from store.errors import UsageError
from store.reading.proposals import Commitment, Exchange, Figure
from store.repository import Repository
from tests.store.articles import REMAINS, article, boards, item, kept, proposal, states
from tests.store.records import ANA, BEN, assert_whole, rows


def test_figure_that_changes_is_said_and_what_stays(repository: Repository, store_path: Path) -> None:
    before, facts = boards(repository), rows(store_path, "SELECT max(id) FROM claims")
    kept(repository)
    found = repository.inbox.preview([item(repository, "X1")], ANA)
    assert found.words == "C09 6,060 → 6,061 · R3 stays gated"
    changed = [(c.label, c.aspect, c.before, c.after) for c in found.changes]
    assert ("C09", "delivery", "exceeded 6060 ?", "exceeded 6061 ?") in changed
    assert boards(repository) == before
    assert rows(store_path, "SELECT max(id) FROM claims") == facts
    assert [entry.action for entry in repository.history(9)] == ["begin"]
    assert set(states(repository).values()) == {"waiting"}
    assert_whole(store_path)


def test_new_commitments_rounds_and_gates_are_said(repository: Repository) -> None:
    kept(repository)
    repository.inbox.link(item(repository, "C1"), "new")
    new = repository.inbox.preview([item(repository, "C1")], ANA).words
    assert new.startswith("C17 new: Prisoners, agreed, 1,200 · C18 new")
    assert "R3 gated → expected" in repository.inbox.preview([item(repository, "D1")], ANA).words
    assert repository.inbox.preview([item(repository, "P1")], ANA).words == "R3 stays gated"


def test_gate_that_opens_is_said(repository: Repository) -> None:
    done = [
        *(Exchange("prisoners", giver, taker, figure=Figure(1000), measure="cumulative")
          for giver, taker in (("Russia", "Ukraine"), ("Ukraine", "Russia"))),
    ]  # fmt: skip
    kept(repository, *(proposal(f"X{number}", content) for number, content in enumerate(done, 1)))
    words = repository.inbox.preview(repository.inbox.reading(1).items, ANA).words
    assert words.startswith("C01 no figure → 1,000 · C02 no figure → 1,000")


def test_preview_of_what_cannot_be_accepted_says_why(repository: Repository, store_path: Path) -> None:
    kept(repository, proposal("X1", REMAINS), about=article(day=None))
    with pytest.raises(UsageError, match="no day"):
        repository.inbox.preview([item(repository, "X1")], ANA)
    with Repository.open(store_path) as other:
        other.inbox.drop(item(other, "X1"))
    assert_whole(store_path)


def test_preview_in_an_empty_store_names_what_would_be_added(empty: Repository) -> None:
    kept(empty, proposal("X1", REMAINS), proposal("C1", Commitment("remains", "Russia", "Ukraine")))
    words = empty.inbox.preview([item(empty, "X1")], BEN).words
    assert words.startswith("nothing on the board changes; adds 2 actors, 1 track, 1 source, 1 exchange, 1 claim")
    assert empty.inbox.preview([item(empty, "C1")], BEN).words == "C01 new: Remains, agreed, no figure"
