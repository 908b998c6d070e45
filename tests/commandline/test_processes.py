"""The program as a process of its own: pipes, signals, closed streams, terminals, and what it loads."""

import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tui.cli"]


@pytest.fixture
def environment(seeded: Path, tmp_path: Path) -> dict[str, str]:
    shutil.copy(seeded, tmp_path / "talks.db")
    return {
        "HOME": str(tmp_path),
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
        "TALKS_STORE": str(tmp_path / "talks.db"),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


def talks(environment: Mapping[str, str], *arguments: str, **how: Any) -> "subprocess.CompletedProcess[bytes]":
    how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    return subprocess.run([*PROGRAM, *arguments], env=environment, timeout=60, check=False, **how)


def test_piped(environment: dict[str, str]) -> None:
    done = talks(environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"OBLIGATIONS" in done.stdout
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("term", ["dumb", None])
def test_on_a_terminal_that_can_do_nothing(environment: dict[str, str], term: str | None) -> None:
    environment.pop("TERM")
    shown = on_pty(environment | ({"TERM": term} if term else {}))
    assert b"OBLIGATIONS" in shown
    assert b"\x1b" not in shown


def test_status_on_a_terminal_is_coloured(environment: dict[str, str]) -> None:
    assert b"\x1b[" in on_pty(environment, "status")


def on_pty(environment: Mapping[str, str], *arguments: str) -> bytes:
    """Run on a pseudo-terminal and return what it showed."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *arguments], env=environment, stdin=follower, stdout=follower, stderr=follower
    )
    os.close(follower)
    shown = b""
    try:
        while piece := os.read(leader, 65536):
            shown += piece
    except OSError:  # the terminal is gone with its last program
        pass
    os.close(leader)
    assert process.wait(60) == 0
    return shown


@pytest.mark.parametrize("arguments", [("status",), ("status", "--json"), ("show", "C09"), ("log",), ("--help",)])
def test_a_reader_that_leaves_early_is_no_error(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = talks(environment, *arguments, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_behind_the_output_is_one_line(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = talks(environment, "status", stdout=full)
    assert done.returncode == 4
    assert done.stderr.splitlines() == [b"talks-tui: No space left on device"]


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams(environment: dict[str, str], closed: str) -> None:
    command = f'exec "{sys.executable}" -m tui.cli status {closed}'
    done = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def unread(pipe: int) -> int:
    """Return how many bytes of a pipe nobody has read yet: none = the program is up and waits for more."""
    waiting: int = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))[0]
    return waiting


def test_interrupted(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "import", "-"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"# nothing yet\n" * 10_000)
    process.stdin.flush()
    while unread(process.stdin.fileno()):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_output_in_an_old_encoding(environment: dict[str, str], encoding: str) -> None:
    old = environment | {"PYTHONIOENCODING": encoding}
    assert talks(old, "status").returncode == 0
    assert json.loads(talks(old, "show", "peskov", "--json").stdout)["actor"]["aliases"][-1].isalpha()


def test_arguments_that_are_no_text(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [*PROGRAM, b"show", b"\xff\x1b[2J"], env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("status", "--as-of", "soon"), 2),
        (("status", "--reading", "XX"), 2),
        (("show", "C99"), 3),
        (("status", "--store", "/nowhere/x.db"), 4),
        (("status", "--store", "/dev/null"), 5),
        (("import", "/nowhere.jsonl"), 4),
    ],
)
def test_bad_input_has_an_exit_code_and_one_line(
    environment: dict[str, str], arguments: tuple[str, ...], code: int
) -> None:
    store = Path(environment["TALKS_STORE"])
    before = store.read_bytes(), store.stat().st_mtime_ns
    done = talks(environment, *arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    assert len(done.stderr.splitlines()) == 1
    assert (store.read_bytes(), store.stat().st_mtime_ns) == before


def test_two_first_runs_at_once_make_one_store(environment: dict[str, str], tmp_path: Path) -> None:
    first = environment | {"TALKS_STORE": str(tmp_path / "first.db")}
    started = [
        subprocess.Popen([*PROGRAM, "status"], env=first, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(5)
    ]
    ended = [(process.communicate(timeout=60), process.returncode) for process in started]
    assert [code for _, code in ended] == [0] * 5
    assert sum(b"made a new store" in err for (_, err), _ in ended) == 1
    assert len({out for (out, _), _ in ended}) == 1


REPORT = "import atexit, sys; atexit.register(lambda: print(*sys.modules, sep='\\n', file=sys.stderr))\n"


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"argparse", "json", "typing", "store", "dataclasses", "datetime"}),
        (["set", "C10", "stalled"], {"json.tool", "tui.report", "tui.status_json"}),
        (["show", "C09"], {"tui.status_json", "tui.evidence_json"}),
        (["status"], {"tui.status_json", "store.phrases", "tui.phrasing"}),
        (["when", "2025-06-02", "--on", "2025-06-02"], {"sqlite3", "store.repository", "tui.status_json"}),
        (["when", "2025-06-02", "--json"], {"sqlite3", "store.repository", "tui.report"}),
        (["status", "--json", "--limit", "50"], {"tui.report"}),
    ],
)
def test_nothing_is_loaded_that_is_not_needed(
    environment: dict[str, str], arguments: list[str], unwanted: set[str]
) -> None:
    code = f"{REPORT}from tui.cli import main\nmain({arguments!r})"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60, check=True)
    loaded = set(done.stderr.decode().split())
    assert "tui.cli" in loaded
    assert not loaded & unwanted
    assert not {name.partition(".")[0] for name in loaded} & {"textual", "rich", "sqlite_utils", "dateparser"}
