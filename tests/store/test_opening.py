"""Opening: what is no store is refused in a sentence, and nothing is written to it."""

import hashlib
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.domain.requests import Author
from store.errors import BusyError, PlaceError, RecordError, StoreError, TalksError
from store.migrations.steps import STEPS
from store.places import default_store, seeds_folder
from store.repository import Repository, connection, engine_version
from tests.store.records import ANA, board, judge, raw
from tests.store.strangers import run_as_stranger


def _other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text TEXT)")


def _other_migrations(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT)")


NO_STORES: dict[str, tuple[Callable[[Path], object], type[TalksError], str]] = {
    "missing": (lambda path: None, PlaceError, "there is no store"),
    "a folder": (lambda path: path.mkdir(), PlaceError, "is a folder"),
    "empty": (lambda path: path.write_bytes(b""), StoreError, "no store of talks-tui"),
    "noise": (lambda path: path.write_bytes(bytes(range(256)) * 40), StoreError, "no store of talks-tui"),
    "text": (lambda path: path.write_text("dear diary"), StoreError, "no store of talks-tui"),
    "another database": (_other, StoreError, "no store of talks-tui"),
    "another program's migrations": (_other_migrations, StoreError, "no store of talks-tui"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("case", list(NO_STORES))
def test_what_is_no_store_is_refused_in_a_sentence_and_left_alone(case: str, read_only: bool, tmp_path: Path) -> None:
    make, error, sentence = NO_STORES[case]
    path = tmp_path / "talks.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=sentence) as refused:
        Repository.open(path, read_only=read_only)
    assert str(path) in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert {file.name for file in tmp_path.iterdir()} <= {"talks.db"}


@pytest.mark.parametrize("kept", [20, 100, 1000, 4096, 5000, 40_000])
def test_truncated_store_gives_an_error_fit_to_show(kept: int, store_path: Path) -> None:
    store_path.write_bytes(store_path.read_bytes()[:kept])
    with pytest.raises(TalksError, match=r"restore it from a copy|no store of talks-tui"):  # noqa: SIM117 - in turn
        with Repository.open(store_path) as repository:
            board(repository)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("read_only", [False, True])
def test_store_of_a_newer_version_is_refused_and_its_bytes_stay(read_only: bool, store_path: Path) -> None:
    with raw(store_path) as door:
        door.execute("PRAGMA journal_mode = DELETE")
        door.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('talks', '0099_x', '2027-01-01')"
        )
    before = _digest(store_path)
    with pytest.raises(StoreError, match=r"newer talks-tui.*0099_x.*update"):
        Repository.open(store_path, read_only=read_only)
    assert _digest(store_path) == before


def test_store_of_an_older_version_is_brought_up_to_date_unless_it_is_read_only(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "STEPS", (*STEPS, "0099_more"))
    with pytest.raises(StoreError, match="older talks-tui: open it once without --read-only"):
        Repository.open(store_path, read_only=True)
    with Repository.open(store_path) as repository:
        assert board(repository).totals.all == 16


def test_file_and_folder_are_their_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "talks.db"
    with Repository.create(path, author=ANA, seeds=seeds_folder()) as repository:
        judge(repository, "C10", "stalled")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "talks.db-wal" in modes
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_store_is_never_made_over_something_else(store_path: Path) -> None:
    before = _digest(store_path)
    with pytest.raises(PlaceError, match="already exists: nothing was changed"):
        Repository.create(store_path, author=ANA)
    assert _digest(store_path) == before


def test_place_where_no_store_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(PlaceError, match="name another place"):
        Repository.create(tmp_path / "file" / "talks.db", author=ANA)


def test_seeds_that_cannot_be_taken_leave_nothing_behind(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.jsonl").write_text('{"track": "T"}\n')
    with pytest.raises(RecordError, match="lacks"):
        Repository.create(tmp_path / "new" / "talks.db", author=ANA, seeds=seeds)
    assert list((tmp_path / "new").iterdir()) == []


def test_read_only_store_shows_everything_and_takes_nothing(store_path: Path, author: Author) -> None:
    with Repository.open(store_path, read_only=True) as repository:
        assert board(repository).totals.all == 16
        for write in (lambda: judge(repository, "C10", "stalled"), lambda: repository.undo(author)):
            with pytest.raises(PlaceError, match="read-only: nothing was changed"):
                write()
        with pytest.raises(PlaceError, match="read-only"):
            repository.import_lines([], "test", author)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_store_that_may_not_be_written_opens_read_only(file_mode: int, folder_mode: int, seeded: Path) -> None:
    told = run_as_stranger(
        """
        with Repository.open(path) as repository:
            print(repository.read_only, board(repository).totals.all)
        """,
        seeded, file_mode, folder_mode,
    )  # fmt: skip
    assert told == "True 16"


def test_store_that_may_not_be_read_is_refused_in_a_sentence(seeded: Path) -> None:
    told = run_as_stranger(
        """
        try:
            Repository.open(path)
        except PlaceError as error:
            print("cannot be read" in str(error))
        """,
        seeded, 0o000, 0o755,
    )  # fmt: skip
    assert told == "True"


def test_folder_that_may_not_be_written_takes_no_store(seeded: Path) -> None:
    told = run_as_stranger(
        """
        try:
            Repository.create(path.with_name("new.db"), author=ANA)
        except PlaceError as error:
            print("no store can be made" in str(error))
        """,
        seeded, 0o644, 0o555,
    )  # fmt: skip
    assert told == "True"


def test_copy_of_a_closed_store_needs_no_second_file(store_path: Path, tmp_path: Path) -> None:
    with Repository.open(store_path) as repository:
        judge(repository, "C10", "stalled")
    copy = Path(shutil.copy(store_path, tmp_path / "copy.db"))
    with Repository.open(copy) as repository:
        assert repository.history(1)[0].subject == "C10"


def test_places_are_named_and_not_made() -> None:
    assert default_store().name == "talks.db"
    assert (seeds_folder() / "record.jsonl").is_file()


def test_engine_names_its_version_and_where_it_comes_from() -> None:
    assert engine_version().startswith("3.")
    assert "sqlite3" in engine_version()


@pytest.mark.parametrize(
    ("complaint", "error", "sentence"),
    [
        ("database is locked", BusyError, "try again in a moment"),
        ("attempt to write a readonly database", PlaceError, "check the permissions"),
        ("database or disk is full", PlaceError, "nothing was saved, make room"),
        ("unable to open database file", PlaceError, "check that the file and its folder exist"),
        ("database disk image is malformed", StoreError, "restore it from a copy"),
        ("no such column: x", StoreError, "could not be read or written: no such column: x"),
    ],
)
def test_what_the_database_complains_of_is_said_in_a_sentence_that_names_the_file(
    complaint: str, error: type[TalksError], sentence: str
) -> None:
    engine = vars(connection)["sqlite"]
    with pytest.raises(error, match=sentence) as shown, connection.guarded("/some/talks.db"):
        raise engine.OperationalError(complaint)
    assert "/some/talks.db" in str(shown.value)


def test_place_taken_by_a_link_to_nowhere_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(PlaceError, match="already exists: nothing was changed"):
        Repository.create(path, author=ANA)
    assert [file.name for file in tmp_path.iterdir()] == ["talks.db"]
