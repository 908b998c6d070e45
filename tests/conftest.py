"""What every test may use: an author with a fixed clock, and throw-away stores filled from the seeds."""

import os
import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store.domain.requests import Author
from store.places import seeds_folder
from store.repository import Repository
from tests import phrasebook

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs in its background deaf to interrupts, and so would all be that the tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


settings.register_profile(
    "talks",
    deadline=None,
    database=None,
    derandomize=True,
    print_blob=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("talks")

TODAY = date(2026, 11, 22)
"""Today by the clock of the tests: long after the evidence ends."""
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def author() -> Author:
    """Return somebody who writes, at a fixed time."""
    return Author("ana", AT)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory, author: Author) -> Path:
    """Return a store made from the seeds that no test may write to; copy it, or use `repository`."""
    path = tmp_path_factory.mktemp("seeded") / "talks.db"
    Repository.create(path, author=author, seeds=seeds_folder()).close()
    return path


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory, author: Author) -> Path:
    """Return an empty store that no test may write to."""
    path = tmp_path_factory.mktemp("bare") / "talks.db"
    Repository.create(path, author=author).close()
    return path


@pytest.fixture
def store_path(seeded: Path, tmp_path: Path) -> Path:
    """Return a store of this test's own, filled from the seeds."""
    return Path(shutil.copy(seeded, tmp_path / "talks.db"))


@pytest.fixture
def empty_path(bare: Path, tmp_path: Path) -> Path:
    """Return an empty store of this test's own."""
    return Path(shutil.copy(bare, tmp_path / "empty.db"))


@pytest.fixture
def repository(store_path: Path) -> Iterator[Repository]:
    """Return a repository of this test's own, open on the seed record."""
    with Repository.open(store_path) as opened:
        yield opened


@pytest.fixture
def empty(empty_path: Path) -> Iterator[Repository]:
    """Return a repository of this test's own, open on an empty store."""
    with Repository.open(empty_path) as opened:
        yield opened


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run twice as many tests at a time as there are processors: those of the screen mostly wait."""
    del config
    return 2 * (os.cpu_count() or 1)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read phrases by a few rules of the tests."""
    monkeypatch.setattr("store.phrases.resolve", phrasebook.resolve)
