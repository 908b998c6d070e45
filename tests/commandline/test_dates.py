"""Days and windows in words wherever the command line takes them: shown as they are understood, then kept."""

import io
import json
from datetime import date
from typing import Any

import pytest

from tests.commandline.running import Result, Run, Terminal
from tui.firstframe import Beginning

CLAIM = ("claim", "C10", "100", "--source", "002", "--at", "9")
OWED = (*CLAIM, "--measure", "owed")
LAST_WEEK = "“last week” = 26 May – 1 Jun 2025, read on 2 Jun 2025, the day of 002 (inferred)"


def newest_claim(run: Run) -> dict[str, Any]:
    claims: list[dict[str, Any]] = json.loads(run("show", "C10", "--json").out)["claims"]
    return max((claim for claim in claims if claim["label"].startswith("N")), key=lambda claim: int(claim["id"]))


def unchanged(run: Run) -> bool:
    return not [line for line in run("log", "--json").out.splitlines() if '"claim"' in line]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("last week", "2025-06-22"),
        ("22 June 2025", "2025-06-22"),
        ("yesterday", "2025-06-24"),
        ("by the end of May", "2025-05-31"),
        ("на прошлой неделе", "2025-06-22"),
        ("минулого тижня", "2025-06-22"),
    ],
)
def test_as_of_in_words_is_read_against_the_newest_evidence(run: Run, phrase: str, day: str) -> None:
    result = run("status", "--as-of", phrase, "--json")
    assert result.code == 0
    assert json.loads(result.out)["as_of"] == day
    assert result.err.startswith("talks-tui: as of ")
    assert phrase.split()[-1] in result.err
    assert len(result.err.splitlines()) == 1


def test_as_of_says_the_window_and_the_day_it_was_read_on(run: Run) -> None:
    result = run("show", "C09", "--as-of", "last week", "--reading", "ru")
    assert result.err.startswith(
        "talks-tui: as of Sun 22 Jun 2025: “last week” = 16–22 Jun 2025, read on 25 Jun 2025, the newest evidence · "
    )
    assert run("show", "C09", "--as-of", "2025-06-22", "--reading", "ru").out == result.out


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("soon", "“soon” names no day"),
        ("after June 22, 2025", "from 23 Jun 2025 on: no last day to take"),
        ("after last week", "from 23 Jun 2025 on: no last day to take"),
        ("zzz", "'zzz' is no day: write it as 2025-06-23, or in words such as last Tuesday"),
        ("2025-06-31", "'2025-06-31' is no day"),
        ("2025-06-2x", "'2025-06-2x' is no day"),
        ("", "'' is no day"),
        ("x" * 10_001, "10,001 characters are no phrase"),
    ],
)
def test_as_of_without_a_last_day_is_refused(run: Run, phrase: str, words: str) -> None:
    result = run("status", "--as-of", phrase)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1


def test_as_of_in_words_needs_evidence_unless_it_stands_by_itself(run_empty: Run) -> None:
    result = run_empty("status", "--as-of", "last week")
    assert (result.code, result.out) == (2, "")
    assert "needs evidence to be read against" in result.err
    assert run_empty("status", "--as-of", "22 June 2025").code == 0


def test_iso_days_are_filed_as_they_stand_and_unasked(run: Run) -> None:
    result = run(*OWED, "--due", "../2025-06-30")
    assert (result.code, result.err) == (0, "")
    window = newest_claim(run)["window"]
    assert (window["earliest"], window["latest"], window["phrase"]) == (None, "2025-06-30", None)


def test_a_phrase_is_shown_and_not_filed_where_nobody_can_say_yes(run: Run) -> None:
    assert run.store is not None
    before = run.store.read_bytes()
    result = run(*CLAIM, "--covers", "last week")
    assert (result.code, result.out) == (2, "")
    shown, refused = result.err.splitlines()
    assert LAST_WEEK in shown
    assert "nothing was written: repeat it with --yes to file it so" in refused
    assert refused.endswith("or write the days: --covers 2025-05-26/2025-06-01")
    assert run.store.read_bytes() == before


def test_yes_files_the_window_with_phrase_and_rule(run: Run) -> None:
    result = run(*CLAIM, "--covers", "last week", "--yes")
    assert result.code == 0
    assert "filed as N2 · undo: talks-tui undo" in result.out
    assert LAST_WEEK in result.err
    window = newest_claim(run)["window"]
    assert (window["earliest"], window["latest"], window["phrase"]) == ("2025-05-26", "2025-06-01", "last week")
    assert result.err.rstrip("\n").endswith(window["rule"])
    shown = " ".join(run("show", "N2").out.split())
    assert f"“last week” · rule: {window['rule']}" in shown
    assert run("undo").code == 0


def test_what_is_due_lies_ahead_and_what_a_figure_covers_behind(run: Run) -> None:
    assert run(*OWED, "--due", "by Friday", "--yes").code == 0
    assert newest_claim(run)["window"]["latest"] == "2025-06-06"
    assert run(*CLAIM, "--covers", "on Friday", "--yes").code == 0
    assert newest_claim(run)["window"]["latest"] == "2025-05-30"


def test_the_day_it_was_said_goes_before_that_of_the_source(run: Run) -> None:
    result = run(*OWED, "--due", "in the coming week", "--said-on", "4 June 2025", "--yes")
    assert "read on 4 Jun 2025, the day it was said" in result.err
    window = newest_claim(run)["window"]
    assert (window["earliest"], window["latest"]) == ("2025-06-05", "2025-06-11")


def test_words_that_name_no_day_are_kept_as_words(run: Run) -> None:
    assert run(*OWED, "--due", "once the exchange is complete", "--yes").code == 0
    window = newest_claim(run)["window"]
    assert (window["earliest"], window["latest"]) == (None, None)
    assert "complete" in window["phrase"]


def asked(run: Run, answer: str, **streams: Any) -> Result:
    stdin = Terminal(answer)
    return run(*CLAIM, "--covers", "last week", **{"stdin": stdin, "err": Terminal(), **streams})


@pytest.mark.parametrize("answer", ["y\n", "YES\n", " да \n", "так\n"])
def test_on_a_terminal_a_question_is_asked(run: Run, answer: str) -> None:
    result = asked(run, answer)
    assert result.code == 0
    assert result.err.splitlines()[-1] == "File it so? y/N"
    assert newest_claim(run)["window"]["phrase"] == "last week"


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "н\n", "maybe\n"])
def test_anything_but_yes_files_nothing(run: Run, answer: str) -> None:
    result = asked(run, answer)
    assert (result.code, result.out) == (2, "")
    assert "nothing was written" in result.err.splitlines()[-1]
    assert unchanged(run)


def test_a_question_that_nobody_sees_is_not_asked(run: Run) -> None:
    result = asked(run, "y\n", err=io.StringIO())
    assert result.code == 2
    assert "File it so" not in result.err
    assert unchanged(run)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((*CLAIM, "--covers", "zzz", "--yes"), 2, "--covers: 'zzz' is no day and no phrase that can be read"),
        ((*OWED, "--due", "\x1b[2J", "--yes"), 2, "--due: '<U+001B>[2J' is no day and no phrase"),
        ((*OWED, "--due", "2025-06-31"), 2, "--due: '2025-06-31' is no day"),
        ((*OWED, "--due", "2025-06-30/2025-06-01"), 2, "before it begins"),
        ((*CLAIM, "--due", "2025-06-30"), 2, "--due goes with --measure owed"),
        ((*OWED, "--due", "2025-06-30", "--covers", "2025-06-30"), 2, "write --due or --covers"),
        ((*CLAIM, "--covers", "2025-06-30", "--said-on", "2025-06-30"), 2, "--said-on is the day a phrase is read"),
        ((*CLAIM, "--said-on", "last week"), 2, "--said-on: 'last week' depends on another day"),
        (("claim", "C10", "5", "--source", "777", "--at", "9", "--covers", "last week", "--yes"), 3, "777"),
        (("claim", "C10", "5", "--source", "R1", "--at", "9", "--covers", "last week"), 2, "R1 is a round"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (code, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1
    assert unchanged(run)


def test_the_board_opens_on_the_day_in_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    days: list[date | None] = []

    class Stub:
        return_code = 0

        def __init__(self, **given: Any) -> None:
            days.append(given["query"].day)

        def begin_with(self, beginning: Beginning) -> None:
            assert beginning.board.moment.day == days[-1]

        def run(self) -> None:
            return

    monkeypatch.setattr("tui.app.TalksApp", Stub)
    result = run("--as-of", "last week", out=Terminal(), err=Terminal(), stdin=Terminal())
    assert (result.code, days) == (0, [date(2025, 6, 22)])
    assert "as of Sun 22 Jun 2025" in result.err
