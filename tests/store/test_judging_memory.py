"""A judgement takes what stood before from memory, and never an older state than the store's."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.domain.requests import Author, NewJudgement
from store.domain.words import Aspect
from store.errors import UnknownError
from store.repository import Repository

ANNA = Author("anna", datetime(2026, 11, 22, 12, tzinfo=UTC))


def delivery(value: str | None) -> NewJudgement:
    """Judge the delivery of one commitment."""
    return NewJudgement("C01", Aspect.DELIVERY, value)


def statements(store: Path, *, ahead: bool) -> int:
    """Count the statements of a judgement on a fresh copy of a store, with or without reading ahead."""
    copy = Path(shutil.copy(store, store.with_name(f"ahead-{ahead}.db")))
    seen: list[str] = []
    with Repository.open(copy) as repository:
        if ahead:
            repository.ready_to_judge("C01")
        repository._connection.set_trace_callback(seen.append)
        repository.judge(delivery("partial"), ANNA)
        repository._connection.set_trace_callback(None)
    return len(seen)


def test_what_was_read_ahead_is_not_read_again(store_path: Path) -> None:
    assert statements(store_path, ahead=True) <= statements(store_path, ahead=False) - 8


def test_what_another_wrote_meanwhile_is_what_stood_before(store_path: Path) -> None:
    with Repository.open(store_path) as ours, Repository.open(store_path) as theirs:
        ours.ready_to_judge("C01")
        theirs.judge(delivery("partial"), ANNA)
        assert "C01 partial → delivered" in ours.judge(delivery("delivered"), ANNA).sentence
        assert "C01 delivered → stalled" in ours.judge(delivery("stalled"), ANNA).sentence


def test_judgement_that_fails_leaves_memory_as_it_was(store_path: Path) -> None:
    with Repository.open(store_path) as repository:
        repository.judge(delivery("partial"), ANNA)
        with pytest.raises(UnknownError):
            repository.judge(NewJudgement("C99", Aspect.DELIVERY, "partial"), ANNA)
        assert "C01 partial → delivered" in repository.judge(delivery("delivered"), ANNA).sentence
