"""What is told apart without argparse is told apart as argparse would, and the rest is left to it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import UsageError
from tui.commandline.arguments import BOARD, Asked, HelpAskedError
from tui.commandline.commands import COMMANDS
from tui.commandline.grammar import grammatical
from tui.commandline.plain import plainly

WORDS = (
    *COMMANDS,
    *(
        "--store",
        "--as-of",
        "--reading",
        "--track",
        "--read-only",
        "--json",
        "--limit",
        "--reason",
        "--claim",
        "--axis",
    ),
    *("--by", "--source", "--at", "--keep", "--why", "--yes", "--on", "--tense", "--seed", "--dry-run", "--sto"),
    "-h",
    *("C09", "delivered", "2025-06-23", "5", "past", "strict", "", "-", "--", "-5", "--limit=5", "a b", "--x"),
)


def by_argparse(arguments: Sequence[str]) -> dict[str, object] | None:
    """Return what argparse makes of it; None where it refuses it or helps."""
    try:
        found = vars(grammatical(arguments))
    except (UsageError, HelpAskedError):
        return None
    return {**found, "command": found.get("command") or BOARD}


def by_ourselves(arguments: Sequence[str]) -> dict[str, object] | None:
    asked = plainly(arguments)
    return vars(asked) if asked is not None else None


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_what_is_plain_means_what_it_means_to_argparse(arguments: list[str]) -> None:
    found = by_ourselves(arguments)
    assert found is None or found == by_argparse(arguments)


@given(st.sampled_from(COMMANDS), st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_follows_a_command_means_what_it_means_to_argparse(command: str, arguments: list[str]) -> None:
    found = by_ourselves([command, *arguments])
    assert found is None or found == by_argparse([command, *arguments])


@pytest.mark.parametrize(
    "line",
    [
        "", "--store x.db", "--as-of 2025-06-23 --read-only", "status", "status --json --limit 50",
        "--store x.db --read-only show C09 --json", "show C09", "set C09 not started --reason because --by ann",
        "set --claim D1 R3 in session", "claim C10 20..30 --source 000 --at 5 --covers ../2025-06-30 --yes",
        "redate 003 24 June --keep D1 --keep S8 --dry-run", "log", "log C09 --limit 3", "undo --by ann", "redo",
        "new x.db --seed", "import a.jsonl b.jsonl --dry-run", "when by the end of June --on 2025-06-02 --tense future",
        "set C09 delivered --store status", "--track set status",
    ],
)  # fmt: skip
def test_usual_lines_are_plain(line: str) -> None:
    found = by_ourselves(line.split())
    assert found is not None
    assert found == by_argparse(line.split())


@pytest.mark.parametrize(
    "line",
    [
        "status --help", "--version", "show", "show C09 C10", "status --limit x", "status --limit -5", "log -- C09",
        "set C09 not --reason because started", "claim C10 5 --at 5", "when June --tense never", "--store=x.db",
        "frobnicate", "status --limit", "redo C09", "--read-only 5", "import -",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_argparse(line: str) -> None:
    assert plainly(line.split()) is None


def test_a_value_that_means_nothing_is_not_asked_for() -> None:
    asked = plainly(["status"])
    assert isinstance(asked, Asked)
    assert (asked.command, asked.json, asked.limit) == ("status", False, None)
    assert not hasattr(asked, "store")
