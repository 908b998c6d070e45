"""Stores for tests of the command line: one with the seed record, copied for each test, and an empty one."""

import shutil
from pathlib import Path

import pytest

from store.domain.requests import Author
from store.places import seeds_folder
from store.repository import Repository
from tests.commandline.running import NOW, Run


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeded") / "talks.db"
    Repository.create(path, author=Author("seeder", NOW), seeds=seeds_folder()).close()
    return path


@pytest.fixture
def run(seeded: Path, tmp_path: Path) -> Run:
    """Run on a store with the seed record."""
    path = tmp_path / "talks.db"
    shutil.copy(seeded, path)
    return Run(tmp_path, path)


@pytest.fixture
def run_empty(tmp_path: Path) -> Run:
    """Run on a store with nothing in it."""
    path = tmp_path / "empty.db"
    Repository.create(path, author=Author("seeder", NOW)).close()
    return Run(tmp_path, path)


@pytest.fixture
def run_nowhere(tmp_path: Path) -> Run:
    """Run where no store is named and none exists."""
    return Run(tmp_path, None)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the default place into the home of the test, so that no test ever touches a real one."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path
