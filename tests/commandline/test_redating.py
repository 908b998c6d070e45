"""`talks-tui redate`: the list before anything is saved, saved only on a yes, undone like any other write."""

import json
from datetime import date
from pathlib import Path

import pytest

from store.domain.redating import NewDay
from store.domain.requests import Author
from store.repository import Repository
from tests.commandline.running import Run, Terminal
from tests.conftest import AT

pytestmark = pytest.mark.usefixtures("rules")


def published(run: Run) -> str:
    """Read the day of source 003 as the record has it now."""
    day: str = json.loads(run("show", "003", "--json").out)["sources"]["003"]["published"]
    return day


def test_list_comes_first_and_yes_saves_it(run: Run) -> None:
    done = run("redate", "003", "2025-06-24", "--yes", "--why", "the dateline", columns=160)
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "003 published 2025-06-23 → 2025-06-24  3 windows reckoned anew, 7 left"
    assert any("S9" in line and "2025-06-23/2025-06-29 → 2025-06-24/2025-06-29" in line for line in done.lines)
    assert any("D3" in line and "no phrase tells where its days come from" in line for line in done.lines)
    assert done.lines[-1].endswith("undo: talks-tui undo")
    assert published(run) == "2025-06-24"
    log = run("log", "S9").out
    assert "redate 003" in log
    assert "the dateline" in log
    assert run("undo").out.startswith("undone: 003 published 2025-06-24 → 2025-06-23, with what hung on it")
    assert published(run) == "2025-06-23"


def test_dry_run_saves_nothing(run: Run) -> None:
    done = run("redate", "003", "2025-06-24", "--dry-run")
    assert done.code == 0
    assert "reckoned anew" in done.out
    assert done.lines[-1] == "nothing was saved (--dry-run)"
    assert published(run) == "2025-06-23"


def test_without_a_terminal_and_without_yes_nothing_is_saved(run: Run) -> None:
    done = run("redate", "003", "2025-06-24")
    assert done.code == 2
    assert done.lines[0].startswith("003 published")
    assert done.err == "talks-tui: nothing was saved: repeat it with --yes to save it\n"
    assert published(run) == "2025-06-23"


@pytest.mark.parametrize(("answer", "day"), [("y\n", "2025-06-24"), ("n\n", "2025-06-23"), ("", "2025-06-23")])
def test_on_a_terminal_a_question_is_asked(run: Run, answer: str, day: str) -> None:
    done = run("redate", "003", "2025-06-24", stdin=Terminal(answer), err=Terminal())
    assert "Save it so? y/N" in done.err
    assert done.code == (0 if day == "2025-06-24" else 2)
    assert published(run) == day


def test_json_lists_every_change_and_the_entry(run: Run) -> None:
    found = json.loads(run("redate", "003", "2025-06-24", "--json", "--yes", "--keep", "S9").out)
    assert found["published"] == {"before": "2025-06-23", "after": "2025-06-24"}
    assert found["entry"] == 2
    window = next(change for change in found["changes"] if (change["id"], change["what"]) == ("S10", "window"))
    assert window["phrase"] == "before early July"
    assert window["after"] == {
        "earliest": "2025-06-24", "latest": "2025-06-30", "loose_earliest": None, "loose_latest": "2025-07-10",
    }  # fmt: skip
    assert {"id": "S9", "reason": "kept: dated by its own words"}.items() <= next(
        change for change in found["left"] if change["id"] == "S9"
    ).items()
    assert json.loads(run("redate", "003", "2025-06-25", "--json", "--dry-run").out)["entry"] is None


def test_day_is_read_in_words_against_the_day_it_had(run: Run) -> None:
    done = run("redate", "003", "Monday", "--dry-run")
    assert done.code == 2
    assert "003 is dated 2025-06-23 already" in done.err
    assert run("redate", "000", "Monday", "--dry-run").lines[0].startswith("000 published 2025-06-25 → 2025-06-23")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["003", "someday"], 2, "not a day: write 2025-06-23"),
        (["003", "this", "week"], 2, "“this week” is more than one day: a source is published on one"),
        (["003", "x" * 10_001], 2, "10,001 characters are no phrase"),
        (["003", "2025-02-30"], 2, "not a day: write 2025-06-23"),
        (["C09", "2025-06-24"], 2, "C09 is a commitment: only a source has a day of publication"),
        (["999", "2025-06-24"], 3, "nothing called '999'"),
        (["003", "2025-06-24", "--basis", "guessed"], 2, "'guessed' is no basis: write stated, resolved, inferred"),
        (["003", "2025-06-24", "--keep", "S1"], 2, "S1: 003 says nothing of that label"),
        (["003", "2025-06-24", "--json"], 2, "--json goes with --yes, or with --dry-run"),
        (["003"], 2, "the following arguments are required: DAY"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(run: Run, arguments: list[str], code: int, words: str) -> None:
    done = run("redate", *arguments)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_what_changed_while_the_question_stood_is_a_conflict(run: Run) -> None:
    class Slow(Terminal):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            assert run.store is not None
            with Repository.open(run.store) as other:
                other.redate(NewDay("003", date(2025, 6, 27)), Author("ben", AT))
            return "y\n"

    done = run("redate", "003", "2025-06-24", stdin=Slow(), err=Terminal())
    assert done.code == 7
    assert "003 was changed by ben meanwhile" in done.err
    assert published(run) == "2025-06-27"


def test_hostile_words_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "hostile.jsonl"
    signal = {
        "signal": "Z1", "track": "IST25", "about": "round", "modality": "expected", "strength": "article",
        "at": "003:1", "window": "2025-06-23", "phrase": "\x1b]0;pwned\x07 [/] \u202e",
    }  # fmt: skip
    lines.write_text(json.dumps(signal))
    assert run("import", str(lines)).code == 0
    out = run("redate", "003", "2025-06-24", "--dry-run").out
    assert "<U+001B>" in out
    assert "\x1b" not in out
