"""A generated store of some size, made once for all tests that page through it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.generate import record
from store.repository import Repository
from tests.store.records import ANA, taken

COMMITMENTS = 2000


@pytest.fixture(scope="session")
def generated_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of some 2,000 commitments on three tracks that no test may write to."""
    path = tmp_path_factory.mktemp("generated") / "talks.db"
    with Repository.create(path, author=ANA) as repository:
        taken(repository, *record(COMMITMENTS))
    return path


@pytest.fixture
def generated(generated_path: Path) -> Iterator[Repository]:
    """Return a repository open on the generated store."""
    with Repository.open(generated_path, read_only=True) as repository:
        yield repository
