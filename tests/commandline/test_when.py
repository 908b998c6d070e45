"""`when`: what a date phrase means, in words and as JSON, and what it refuses."""

import json
from datetime import date

import pytest

from store.phrases import Kind, PhraseWindow
from tests.commandline.running import Run
from tui.phrasing import languages_of
from tui.report.when import when_lines
from tui.when_json import when_text

FIELDS = {
    *("phrase", "reference", "relative", "kind", "earliest", "latest", "edtf", "loose"),
    *("min_days", "max_days", "rule", "why"),
}
COMING = PhraseWindow(
    date(2025, 6, 3), date(2025, 6, 9), Kind.WINDOW, "in the coming week", "coming week",
    loose_latest=date(2025, 6, 15), relative=True,
    rules=(("week", "it has seven days"), ("coming week", "it begins tomorrow")),
)  # fmt: skip


def test_days_kind_rule_and_why_are_said() -> None:
    assert [line.text for line in when_lines(COMING, date(2025, 6, 2))] == [
        "“in the coming week” · read on Mon 2 Jun 2025",
        "  window    3–9 Jun 2025 (or 15 Jun 2025)  2025-06-03/2025-06-09",
        "  loosely   3–15 Jun 2025  2025-06-03/2025-06-15",
        "  kind      window",
        "  rule      coming week",
        "  why       week: it has seven days",
        "            coming week: it begins tomorrow",
    ]


@pytest.mark.parametrize(
    ("kind", "days", "said", "length"),
    [
        (Kind.NONE, (None, None), "no day named", ""),
        (Kind.CONDITIONAL, (None, None), "no day: it hangs on an event", ""),
        (Kind.DURATION, (30, 30), "no day: a length of time", "30 days"),
        (Kind.DURATION, (1, 1), "no day: a length of time", "1 day"),
        (Kind.DURATION, (2, 3), "no day: a length of time", "2 to 3 days"),
        (Kind.DURATION, (30, None), "no day: a length of time", "at least 30 days"),
        (Kind.DURATION, (None, 1), "no day: a length of time", "at most 1 day"),
    ],
)
def test_what_names_no_day_says_so(kind: Kind, days: tuple[int | None, int | None], said: str, length: str) -> None:
    window = PhraseWindow(None, None, kind, "words", "a rule", min_days=days[0], max_days=days[1])
    lines = [line.text for line in when_lines(window, None)]
    assert lines[0] == "“words”"
    assert f"  window    {said}" in lines
    assert (f"  lasts     {length}" in lines) is bool(length)


def test_json_holds_every_field() -> None:
    told = json.loads(when_text(COMING, date(2025, 6, 2)))
    assert set(told) == FIELDS
    assert told["loose"] == {"earliest": "2025-06-03", "latest": "2025-06-15", "edtf": "2025-06-03/2025-06-15"}
    assert (told["edtf"], told["kind"], told["relative"]) == ("2025-06-03/2025-06-09", "window", True)
    assert (told["reference"], told["why"][0]) == ("2025-06-02", "week: it has seven days")


def test_a_day_needs_no_reference(run_nowhere: Run) -> None:
    result = run_nowhere("when", "2025-06-02")
    assert (result.code, result.err) == (0, "")
    assert "  window    2 Jun 2025  2025-06-02" in result.lines
    told = json.loads(run_nowhere("when", "2025-06-02", "--json").out)
    assert (told["earliest"], told["latest"], told["kind"]) == ("2025-06-02", "2025-06-02", "point")
    assert (told["reference"], told["relative"], told["loose"]) == (None, False, None)


@pytest.mark.parametrize(
    ("arguments", "edtf"),
    [
        (("in", "the", "coming", "week", "--on", "2025-06-02"), "2025-06-03/2025-06-09"),
        (("by the end of June", "--on", "2 June 2025"), "../2025-06-30"),
        (("on Monday", "--on", "2025-06-04", "--tense", "past"), "2025-06-02"),
        (("on Monday", "--on", "2025-06-04", "--tense", "future"), "2025-06-09"),
        (("до конца июня", "--on", "2025-06-02"), "../2025-06-30"),
        (("до кінця червня", "--on", "2025-06-02", "--lang", "uk"), "../2025-06-30"),
        (("once the exchange is complete", "--on", "2025-06-02"), None),
    ],
)
def test_phrases_are_read_against_the_day(run_nowhere: Run, arguments: tuple[str, ...], edtf: str | None) -> None:
    result = run_nowhere("when", *arguments, "--json")
    assert (result.code, result.err) == (0, "")
    told = json.loads(result.out)
    assert told["edtf"] == edtf
    assert told["rule"]
    assert told["why"]


def test_of_what_hangs_on_an_event_every_word_is_kept(run_nowhere: Run) -> None:
    told = json.loads(run_nowhere("when", " once the exchange is complete", "--json").out)
    assert (told["phrase"], told["kind"]) == ("once the exchange is complete", "conditional")


def test_it_makes_no_store(run_nowhere: Run) -> None:
    assert run_nowhere("when", "2025-06-02").code == 0
    assert [path.name for path in run_nowhere.home.rglob("*.db*")] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("last week",), "'last week' depends on the day it was said: add it, as in --on 2025-06-02"),
        (("zzz", "--on", "2025-06-02"), "'zzz' says nothing about time that can be read"),
        (("\x1b]0;x\x07zzz", "--on", "2025-06-02"), "'<U+001B>]0;x<U+0007>zzz' says nothing about time"),
        (("zzz " * 100,), "…' says nothing about time"),
        (("x" * 10_001,), "10,001 characters are no phrase"),
        (("today", "--on", "soon"), "--on: 'soon' is no day: write it as 2025-06-23"),
        (("today", "--on", "2025-06-31"), "--on: '2025-06-31' is no day: write it as 2025-06-23"),
        (("today", "--on", "last week"), "--on: 'last week' depends on another day"),
        (("today", "--on", "x" * 10_001), "--on: 10,001 characters are no phrase"),
        (("today", "--lang", "fr"), "--lang: invalid choice"),
        (("today", "--tense", "now"), "--tense: invalid choice"),
        (("--store", "x.db", "when", "2025-06-02"), "--store does not go with"),
        ((), "PHRASE"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(run_nowhere: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run_nowhere(*(() if "when" in arguments else ("when",)), *arguments)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert words in result.err
    assert result.err.rstrip("\n").isprintable()


def test_what_acts_on_a_terminal_is_shown_and_never_acts(run_nowhere: Run) -> None:
    for more in ((), ("--json",)):
        result = run_nowhere("when", "\x1b[31m2025-06-02\u202e", *more)
        assert result.code == 0
        assert result.out.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("text", "languages"),
    [("last week", ("en",)), ("2025", ("en",)), ("в июне", ("ru", "uk")), ("у липні", ("uk", "ru"))],
)
def test_letters_tell_the_language(text: str, languages: tuple[str, ...]) -> None:
    assert languages_of(text) == languages
