"""Which store is opened, when one is made, and what is said of places where there is none."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.commandline.running import Result, Run

MADE = "talks-tui: made a new store with the seed record at {}; `talks-tui new PATH` makes an empty one\n"


@pytest.fixture
def default(home: Path) -> Path:
    """Return the default place."""
    return home / "data" / "talks-tui" / "talks.db"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("status",),
        ("show", "C09"),
        ("log",),
        ("set", "C10", "stalled"),
        ("claim", "C10", "5", "--source", "000", "--at", "9"),
    ],
)
def test_the_first_run_makes_a_store_with_the_seed_record_and_says_so(
    run_nowhere: Run, default: Path, arguments: tuple[str, ...]
) -> None:
    result = run_nowhere(*arguments)
    assert (result.code, result.err) == (0, MADE.format(default))
    assert run_nowhere(*arguments).err == ""
    assert default.is_file()
    assert (default.stat().st_mode & 0o777, default.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    "arguments", [("undo",), ("redo",), ("import", "-"), ("--read-only", "status"), ("log", "--read-only")]
)
def test_other_commands_make_none(run_nowhere: Run, default: Path, arguments: tuple[str, ...]) -> None:
    result = run_nowhere(*arguments)
    assert (result.code, result.out) == (4, "")
    assert f"there is no store at {default}" in result.err
    assert list(run_nowhere.home.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",), ("-h",), ("--version",), ("help",), ("set", "--help"), ("status", "--as-of", "x"),
        ("set", "C09", "foo"),
        ("claim", "C10", "lots", "--source", "000", "--at", "1"), ("frobnicate",), ("--nonsense",),
        ("log", "--limit", "x"),
        ("set", "C09", "delivered", "--by", ""), ("set", "C09", "computed", "--axis", "foo"),
    ],
)  # fmt: skip
def test_questions_and_mistakes_make_none(run_nowhere: Run, default: Path, arguments: tuple[str, ...]) -> None:
    assert run_nowhere(*arguments).code in (0, 2)
    assert list(run_nowhere.home.iterdir()) == []


def test_a_named_place_is_filled_when_its_folder_exists(run_nowhere: Run) -> None:
    path = run_nowhere.home / "named.db"
    assert run_nowhere("status", "--store", str(path)).err == MADE.format(path)
    from_environment = run_nowhere.home / "other.db"
    assert run_nowhere("status", environment={"TALKS_STORE": str(from_environment)}).err == MADE.format(
        from_environment
    )


def test_a_named_place_in_no_folder_is_an_error(run_nowhere: Run) -> None:
    result = run_nowhere("status", "--store", str(run_nowhere.home / "no" / "x.db"))
    assert result.code == 4
    assert "there is no folder" in result.err
    assert list(run_nowhere.home.iterdir()) == []


def test_the_option_goes_before_the_environment(run: Run, run_empty: Run) -> None:
    assert "no evidence yet" in run("status", "--store", str(run_empty.store)).out


def test_a_home_is_written_as_people_write_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(run.home))
    assert run("status", "--store", "~/talks.db").out == run("status").out
    assert run("status", "--store", "~nobody-of-that-name/x.db").code == 4


def refused(run: Run, path: Path, *arguments: str) -> Result:
    """Run on a file that is to be refused, and hold that nothing was changed."""
    before = (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
    names = sorted(path.parent.iterdir())
    result = run(*arguments, "--store", str(path))
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("talks-tui: ")
    assert before == ((path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None)
    assert sorted(path.parent.iterdir()) == names
    return result


COMMANDS = [
    ("status",),
    ("status", "--json"),
    ("show", "C09"),
    ("set", "C09", "delivered"),
    ("log",),
    ("undo",),
    ("import", "-"),
]


@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize(
    "content",
    [b"", b"hello\n", bytes(range(256)) * 20, b"SQLite format 3\0" + bytes(4080)],
    ids=["empty", "text", "bytes", "only the name of a database"],
)
def test_a_file_that_is_no_store(run_nowhere: Run, content: bytes, arguments: tuple[str, ...]) -> None:
    path = run_nowhere.home / "other.bin"
    path.write_bytes(content)
    assert refused(run_nowhere, path, *arguments).code == 5


def test_a_database_of_something_else(run_nowhere: Run) -> None:
    path = run_nowhere.home / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.commit()
    connection.close()
    assert refused(run_nowhere, path, "status").code == 5
    assert refused(run_nowhere, path, "set", "C09", "delivered").code == 5


def test_a_store_from_a_newer_version(run: Run) -> None:
    assert run.store is not None
    connection = sqlite3.connect(run.store)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('talks', '9999_future', '2030-01-01')"
    )
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    for arguments in (("status",), ("set", "C09", "delivered"), ("--read-only", "status")):
        result = run(*arguments)
        assert result.code == 5
        assert "newer" in result.err
        assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("kept", [600, 4096, 20_000])
def test_a_store_cut_short(run: Run, kept: int) -> None:
    assert run.store is not None
    run.store.write_bytes(run.store.read_bytes()[:kept])
    for arguments in (("status",), ("show", "C09"), ("status", "--json")):
        result = run(*arguments)
        assert result.code == 5
        assert "Traceback" not in result.err
        assert len(result.err.splitlines()) == 1


def test_a_folder_is_no_store(run_nowhere: Run) -> None:
    folder = run_nowhere.home / "folder"
    folder.mkdir()
    assert refused(run_nowhere, folder, "status").code == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written(run_nowhere: Run) -> None:
    locked = run_nowhere.home / "locked"
    locked.mkdir(mode=0o500)
    assert run_nowhere("status", "--store", str(locked / "x.db")).code == 4


def test_a_very_long_path_is_an_error_of_its_own(run_nowhere: Run) -> None:
    result = run_nowhere("status", "--store", "x" * 5000)
    assert result.code == 4
    assert "Traceback" not in result.err


def test_read_only_reads_and_leaves_the_store_alone(run: Run, seeded: Path) -> None:
    assert run.store is not None
    result = run("--read-only", "status")
    assert result.out == run("status").out
    assert run.store.read_bytes() == seeded.read_bytes()


def test_a_hostile_name_is_shown_and_does_not_act(run_nowhere: Run) -> None:
    result = run_nowhere("status", "--store", str(run_nowhere.home / "no" / "\x1b]0;pwned\x07\u202e.db"))
    assert result.code == 4
    assert all(char.isprintable() or char == "\n" for char in result.err)
    assert all(char.isprintable() or char == "\n" for char in run_nowhere("show", "\x9b2J\udcff").err)


def test_the_store_is_found_at_the_end_of_a_link(run: Run) -> None:
    assert run.store is not None
    link = run.home / "link.db"
    link.symlink_to(run.store)
    assert run("status", "--store", str(link)).out == run("status").out
    broken = run.home / "broken.db"
    broken.symlink_to(run.home / "gone.db")
    assert run("status", "--store", str(broken)).code == 4
    assert not (run.home / "gone.db").exists()
