"""Help and version, and that the help knows every command and option."""

import re
import tomllib
from pathlib import Path

import pytest

import tui
from store.errors import TalksError
from tests.commandline.running import Run
from tui.commandline.commands import COMMANDS
from tui.commandline.overview import OVERVIEW
from tui.commandline.version import VERSION


def test_version_names_the_program_and_the_sqlite_in_use(run_nowhere: Run) -> None:
    result = run_nowhere("--version")
    assert re.fullmatch(r"talks-tui \S+, SQLite 3\.\d+\.\d+ \((sqlite3|pysqlite3)\)\n", result.out)
    assert run_nowhere("--read-only", "--version").out == result.out


def test_version_is_that_of_the_project() -> None:
    project = Path(tui.__file__).parents[1] / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == VERSION


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("help",), ("--read-only", "--help")])
def test_overview(run_nowhere: Run, arguments: tuple[str, ...]) -> None:
    assert run_nowhere(*arguments).out == OVERVIEW
    assert max(map(len, OVERVIEW.splitlines())) <= 80


def test_overview_knows_every_command_and_option(run_nowhere: Run) -> None:
    for command in COMMANDS:
        assert re.search(rf"^  (\w+, )?{command}\b", OVERVIEW, re.MULTILINE)
    for option in set(re.findall(r"--[a-z-]+", run_nowhere("status", "--help").out)) - {"--json", "--limit"}:
        assert option in OVERVIEW


def test_overview_knows_every_exit_code() -> None:
    told = {int(code) for code in re.findall(r"(?:^  |   )(\d+) [a-z]", OVERVIEW.split("exit codes")[1], re.MULTILINE)}
    kinds: list[type[TalksError]] = [TalksError, *TalksError.__subclasses__()]
    assert {kind.code for kind in kinds} | {0, 130} == told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run_nowhere: Run, command: str) -> None:
    result = run_nowhere(command, "--help")
    assert result.code == 0
    assert result.out.startswith(f"usage: talks-tui {command}")


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("--nonsense",), ("status", "--as-off", "x"), ("show",), ("--sto", "x")]
)
def test_usage_errors_are_one_line_with_what_to_do(run_nowhere: Run, arguments: tuple[str, ...]) -> None:
    result = run_nowhere(*arguments)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert "--help` says how" in result.err
