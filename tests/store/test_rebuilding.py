"""Reckoning anew what is kept beside the record."""

from pathlib import Path

import pytest

from store.domain.requests import BoardQuery
from store.errors import PlaceError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import assert_whole, raw


class GivenUpError(Exception):
    """Somebody gave up."""


def test_what_was_spoilt_is_mended_and_the_record_stays(repository: Repository, store_path: Path) -> None:
    before, entries = repository.board(BoardQuery(today=TODAY)), repository.history(1)
    with raw(store_path) as connection:
        connection.execute("DELETE FROM placings")
        connection.execute("DELETE FROM evidence_days")
    told: list[tuple[str, int, int]] = []
    done = repository.archive.rebuild(lambda *how: told.append(how))
    assert "16 commitments" in done.sentence
    assert told[-1] == ("ordering", 16, 16)
    with Repository.open(store_path) as fresh:
        assert fresh.board(BoardQuery(today=TODAY)) == before
        assert fresh.history(1) == entries
    assert_whole(store_path)


def test_what_is_given_up_leaves_everything_as_it_was(repository: Repository, store_path: Path) -> None:
    def give_up(_phase: str, _done: int, _of: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        repository.archive.rebuild(give_up)
    assert_whole(store_path)


def test_read_only_store_is_not_rebuilt(store_path: Path) -> None:
    with Repository.open(store_path, read_only=True) as repository, pytest.raises(PlaceError, match="read-only"):
        repository.archive.rebuild()
