"""Faults: killed writers, several writers at once, first launches at once, a full disk."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import PlaceError
from store.repository import Repository
from tests.store.programs import LAUNCH, WRITE, finished, start
from tests.store.records import ANA, assert_whole, board, judge, rows, taken
from tests.store.records import line as record_line

TRIALS = int(os.environ.get("TALKS_CRASH_TRIALS", "15"))
LAUNCHES = 6


def test_killed_writer_loses_nothing_that_it_was_told_is_written(store_path: Path) -> None:
    told: set[int] = set()
    for trial in range(TRIALS):
        program = start(WRITE, store_path, f"author {trial}", "10000")
        assert program.stdout is not None
        for _ in range(trial % 5 + 1):
            told.add(int(program.stdout.readline()))
        program.send_signal(signal.SIGKILL)
        rest, _ = program.communicate(timeout=60)
        told.update(int(number) for number in rest.split("\n")[:-1])
    written = {entry for (entry,) in rows(store_path, "SELECT entry FROM judgements")}
    assert told <= written
    assert len(told) >= TRIALS
    assert_whole(store_path)
    with Repository.open(store_path) as repository:
        assert judge(repository, "C10", "stalled").after == "stalled"


def test_two_programs_that_write_at_once_lose_nothing(store_path: Path) -> None:
    programs = [start(WRITE, store_path, name, "40") for name in ("ana", "ben")]
    numbers = [int(number) for program in programs for number in finished(program)]
    assert len(set(numbers)) == 80
    counted = rows(store_path, "SELECT author, count(*) FROM judgements GROUP BY author ORDER BY author")
    assert counted == [("ana", 40), ("ben", 40)]
    assert_whole(store_path)


def test_first_launches_at_once_make_one_store_and_seed_it_once(tmp_path: Path) -> None:
    path = tmp_path / "home" / "talks.db"
    programs = [start(LAUNCH, path, f"author {number}") for number in range(LAUNCHES)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    assert [finished(program) for program in programs] == [["begin"]] * LAUNCHES
    assert rows(path, "SELECT action, count(*) FROM journal GROUP BY action") == [("begin", 1)]
    assert rows(path, "SELECT count(*) FROM commitments") == [(16,)]
    assert {file.name for file in path.parent.iterdir()} <= {"talks.db", "talks.db-wal", "talks.db-shm"}
    assert_whole(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 2 MB; skip where we may not."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "none", str(folder)], capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(repository: Repository) -> PlaceError:
    """Write until there is no more room, and return what is said then."""
    for number in range(500):
        try:
            judge(repository, "C10", ("refused", "stalled")[number % 2])
        except PlaceError as error:
            return error
    raise AssertionError("there was room all the time")


def test_full_disk_loses_nothing_and_says_so(small_disk: Path, seeded: Path) -> None:
    path = Path(shutil.copy(seeded, small_disk / "talks.db"))
    with Repository.open(path) as repository:
        judge(repository, "C10", "stalled")
        (small_disk / "ballast").write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - 200_000))
        refused = fill(repository)
        assert re.search(r"talks\.db cannot be written: .*nothing was saved, make room", str(refused))
        kept = len(repository.history(999)) - 1
        assert kept > 1
        assert board(repository).totals.all == 16
        (small_disk / "ballast").unlink()
        judge(repository, "C09", "stalled")
    assert rows(path, "SELECT count(*) FROM judgements") == [(kept + 1,)]
    assert_whole(path)


def test_store_that_does_not_fit_is_not_made(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - 80_000))
    with pytest.raises(PlaceError, match="cannot be written"):
        Repository.create(small_disk / "talks.db", author=ANA, seeds=Path(__file__).parents[2] / "seeds")
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


def test_import_that_does_not_fit_leaves_nothing_of_it(small_disk: Path, seeded: Path) -> None:
    path = Path(shutil.copy(seeded, small_disk / "talks.db"))
    large = [
        record_line("actor", f"a{n}", name="x" * 5000, kind="person", role="other", note="n") for n in range(600)
    ]  # fmt: skip
    with Repository.open(path) as repository:
        with pytest.raises(PlaceError, match="nothing was saved"):
            taken(repository, *large)
        assert len(repository.history(9)) == 1
    assert_whole(path)
