"""Borders that a linter cannot see: what a fresh interpreter has loaded after an import or a command."""

import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import store
import store.domain
from store.domain.requests import Author
from store.places import seeds_folder
from store.repository import Repository

ROOT = Path(__file__).parents[1]
SLOW = {"dateparser", "msgspec", "pysqlite3", "rich", "sqlite_utils", "textual"}
"""Packages that take longer to import than `--help` may take to answer."""

REPORT = "import atexit, json, sys; atexit.register(lambda: print('\\n' + json.dumps(sorted(sys.modules))))\n"
"""Makes an interpreter print, as its last line, the name of every module it has loaded."""

ASK = """
from tui.cli import main
try:
    code = main(["{option}"])
except SystemExit as end:
    code = end.code
assert not code, code
"""
"""Asks the program one question, whether it answers with a return or with an exit."""

COMMAND = "from tui.cli import main\nassert main({arguments!r}) == 0"
"""Carries out a command."""

SCREEN = """
import fcntl, os, pty, struct, sys, termios, threading
from tui.cli import main

os.environ["TERM"] = "xterm-256color"
above, below = pty.openpty()
fcntl.ioctl(below, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
kept = os.dup(1)
for number in (0, 1, 2):
    os.dup2(below, number)
sys.__stdout__ = sys.stdout = os.fdopen(1, "w", closefd=False)
sys.__stderr__ = sys.stderr = os.fdopen(2, "w", closefd=False)
sys.__stdin__ = sys.stdin = os.fdopen(0, closefd=False)
painted = b""


def watch():
    global painted, loaded
    while b"Evidence" not in painted or b"quit" not in painted:
        painted += os.read(above, 65536)
    loaded = sorted(sys.modules)
    os.write(above, b"\\x11")
    while os.read(above, 65536):
        pass


threading.Thread(target=watch, daemon=True).start()
assert main(["--store", {store!r}]) == 0
os.dup2(kept, 1)
import asyncio, ssl
assert ssl.create_default_context() is not None
from textual.command import CommandPalette
assert CommandPalette.BINDINGS
import textual.app, textual.canvas, textual.design, textual.suggestions
import rich.style, rich.table, typing_extensions
assert textual.app.uuid.uuid4() != textual.app.uuid.uuid4()
assert textual.app.user_downloads_path().name
assert rich.style.loads(rich.style.dumps({{"a": 1}})) == {{"a": 1}}
assert textual.suggestions.get_suggestion("colr", ["color", "width"]) == "color"
assert textual.layout.Canvas is not textual.canvas.Canvas and textual.layout.Canvas(2, 1).width == 2
assert textual.design.Table().columns == rich.table.Table().columns == []
import subprocess
assert subprocess.run(["true"]).returncode == 0 and asyncio.subprocess.PIPE == subprocess.PIPE
atexit._clear()
os.write(1, ("\\n" + json.dumps(loaded)).encode())
os._exit(0)
"""
"""Opens the dashboard, quits it once it is painted, and reports what was loaded then; what was left out works later."""

NEVER = {"argparse", "dateparser", "dateutil", "click", "pytz", "regex", "sqlite_utils", "ssl", "tzlocal"}
NEVER |= {"charset_normalizer", "feedparser", "lxml", "numpy", "rensa", "textual_plot", "trafilatura"}
"""What neither a command nor the first paint of the dashboard has time to load."""
PUT_OFF = {
    "difflib", "hashlib", "ipaddress", "locale", "pickle", "platform", "platformdirs", "random", "rich.table",
    "subprocess", "tempfile", "textual.canvas", "typing_extensions", "uuid",
}  # fmt: skip
"""What asyncio, Rich and Textual would load, and the first paint of the dashboard does without."""
UNPRINTED = {"asyncio", "dataclasses", "hashlib", "inspect", "pathlib", "platformdirs", "rich", "textual", "typing"}
"""What no command that prints a board, or one thing, has time to load either."""


def loaded_after(code: str, home: Path) -> set[str]:
    """Run code in a fresh interpreter whose home is the given folder, and return the names of the modules it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT + code],
        cwd=home,
        env={"HOME": str(home), "PATH": os.defpath, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def modules_under(name: str, path: Iterable[str]) -> list[str]:
    """Return the names of a package and of everything in it but what runs when it is imported."""
    found = [module.name for module in pkgutil.walk_packages(path, f"{name}.")]
    return [name, *(module for module in found if not module.endswith(".__main__"))]


def tops(modules: set[str]) -> set[str]:
    """Return the top-level packages of the modules."""
    return {module.partition(".")[0] for module in modules}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return what an interpreter has loaded before it imports anything of ours."""
    return loaded_after("", tmp_path_factory.mktemp("home"))


def test_program_starts_without_slow_packages(tmp_path: Path) -> None:
    loaded = loaded_after("import tui, tui.cli", tmp_path)
    assert "tui.cli" in loaded
    assert not tops(loaded) & SLOW


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_question_about_the_program_writes_nothing_and_loads_nothing_slow(option: str, tmp_path: Path) -> None:
    loaded = loaded_after(ASK.format(option=option), tmp_path)
    assert "tui.cli" in loaded
    # the version names the SQLite in use, so that one door is opened, and no other
    assert not tops(loaded) & (SLOW - {"pysqlite3"} if option == "--version" else SLOW)
    assert not any(name.startswith(("store.domain", "store.repository.boards")) for name in loaded)
    assert list(tmp_path.iterdir()) == []


def test_rules_load_the_standard_library_and_themselves_alone(bare: set[str], tmp_path: Path) -> None:
    modules = modules_under("store.domain", store.domain.__path__)
    loaded = loaded_after(f"import {', '.join(modules)}", tmp_path) - bare
    assert set(modules) <= loaded
    foreign = {name for name in loaded if name.partition(".")[0] not in {*sys.stdlib_module_names, "store"}}
    beyond = {name for name in loaded if name.startswith("store.") and name not in modules}
    assert foreign == set()
    assert beyond == set()


def test_store_loads_no_screen(tmp_path: Path) -> None:
    modules = modules_under("store", store.__path__)
    loaded = loaded_after(f"import {', '.join(modules)}", tmp_path)
    assert set(modules) <= loaded
    assert not tops(loaded) & {"tui", "textual", "rich"}


def test_importing_the_store_writes_nothing(tmp_path: Path) -> None:
    loaded_after(f"import {', '.join(modules_under('store', store.__path__))}", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the seed record."""
    path = tmp_path_factory.mktemp("seeded") / "talks.db"
    now = datetime(2026, 11, 22, tzinfo=UTC)
    Repository.create(path, author=Author("ann", now), seeds=seeds_folder()).close()
    return path


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (("status",), 76), (("status", "--json", "--limit", "50"), 76), (("show", "C09"), 76),
        (("show", "C09", "--json"), 76), (("set", "C10", "stalled", "--reason", "why"), 81),
    ],
)  # fmt: skip
def test_command_loads_what_it_needs_and_no_more(
    arguments: tuple[str, ...], most: int, seeded: Path, bare: set[str], tmp_path: Path
) -> None:
    written = tmp_path / "talks.db"
    written.write_bytes(seeded.read_bytes())
    code = COMMAND.format(arguments=["--store", str(written), *arguments])
    loaded = loaded_after(code, tmp_path) - bare
    assert "store.repository.repository" in loaded
    assert not tops(loaded) & (NEVER | UNPRINTED)
    assert len(loaded) <= most


def test_dashboard_loads_what_its_first_paint_needs_and_no_more(seeded: Path, tmp_path: Path) -> None:
    loaded = loaded_after(SCREEN.format(store=str(seeded)), tmp_path)
    assert {"tui.app", "textual.app"} <= loaded
    assert not tops(loaded) & NEVER
    assert not {"tui.panes.picker", "tui.panes.prompt", "textual.command", "textual.widgets._input"} & loaded
    assert not PUT_OFF & loaded
    assert len(loaded) <= 480
