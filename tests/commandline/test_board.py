"""The board in print: what it says of the seed record, on each reading and day, at every width."""

import re

import pytest

from tests.commandline.running import Run, Terminal
from tui.report.lines import cells


def test_header_says_track_day_reading_and_age_of_the_evidence(run: Run) -> None:
    lines = run("status").lines
    assert lines[:3] == [
        "Russia–Ukraine · Istanbul 2025 (IST25)",
        "as of Wed 25 Jun 2025 · strict reading: owed is what any side says",
        "evidence ends 25 Jun 2025 · 515 days ago",
    ]


def test_no_command_without_a_terminal_is_the_board_in_print(run: Run) -> None:
    assert run().out == run("status").out
    assert run().code == 0


def test_rounds_and_gate_on_the_last_day(run: Run) -> None:
    out = run("status").out
    assert re.search(r"R1 .*held · 16 May 2025 · Istanbul", out)
    assert re.search(r"R2 .*held · 2 Jun 2025 · Istanbul", out)
    assert re.search(r"R3 .*gated · no date · held back by G1", out)
    blocked = out.split("blocked by\n")[1].split("Gate G2")[0]
    assert set(re.findall(r"C\d\d", blocked)) == {"C01", "C02", "C05", "C06", "C07", "C08", "C10"}
    assert "Wounded, ill prisoners" in blocked
    assert "Ukraine has said nothing about when." in out


def test_two_days_earlier_the_third_round_was_expected(run: Run) -> None:
    out = run("status", "--as-of", "2025-06-23").out
    assert re.search(r"R3 .*expected · no date", out)
    assert "its date to be set 23–29 Jun 2025" in out


def test_figures_by_direction_and_never_a_share_of_all(run: Run) -> None:
    out = run("status").out
    assert re.search(r"C09 .*6,060 of 6,000 · 60 over · 101 %", out)
    assert re.search(r"C10 .*78 of 6,000 · 5,922 left · 1.3 %", out)
    for label in ("C05", "C06", "C07", "C08"):
        row = out.split(f"◑ {label}")[1].split("origin")[0]
        assert "figures withheld · all owed" in row
        assert "%" not in row
    assert "12,000" not in out.split("NEXT ROUND")[0]


def test_on_russias_reading_the_remains_are_not_owed_and_do_not_block(run: Run) -> None:
    out = run("status", "--reading", "ru").out
    assert "Russia's reading: owed is what RU says" in out
    assert "C10" in out.split("not owed on this reading")[1].split("NEXT ROUND")[0]
    blocked = out.split("blocked by\n")[1].split("Gate G2")[0]
    assert "C10" not in blocked
    assert "C05" in blocked
    assert "C10" in run("status", "--reading", "UA").out.split("blocked by\n")[1].split("Gate G2")[0]


def test_requests_offers_and_expectations_are_not_owed(run: Run) -> None:
    asked = run("status").out.split("Asked, offered or expected")[1]
    for label, word in (("C12", "expected · open, due"), ("C13", "requested"), ("C14", "offered")):
        assert word in asked.split(label)[1].split("origin")[0]


def test_options_may_stand_before_the_command(run: Run) -> None:
    assert run("--reading", "UA", "status").out == run("status", "--reading", "UA").out


@pytest.mark.parametrize("track", ["IST25", "ist25"])
def test_track(run: Run, track: str) -> None:
    assert run("status", "--track", track).out == run("status").out


def test_limit_says_what_is_left_out(run: Run) -> None:
    out = run("status", "--limit", "3").out
    assert len(re.findall(r"^    \S C\d\d ", out, re.MULTILINE)) == 3
    assert "and 13 more: `--limit N` sets how many are shown" in out
    assert "C10  UA→RU" in out.split("blocked by")[1]
    assert "Remains of soldiers" in out.split("blocked by")[1]


def test_a_pipe_gets_plain_lines_of_eighty_columns(run: Run) -> None:
    result = run("status", columns=200)
    assert "\x1b" not in result.out
    assert max(map(cells, result.lines)) <= 80


def test_a_dumb_terminal_gets_plain_lines_of_its_own_width(run: Run) -> None:
    result = run("status", out=Terminal(), columns=60, environment={"TERM": "dumb"})
    assert "\x1b" not in result.out
    assert max(map(cells, result.lines)) <= 60


def test_a_terminal_gets_the_same_words_in_colour(run: Run) -> None:
    coloured = run("status", out=Terminal()).out
    assert "\x1b[" in coloured
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in stripped.splitlines()] == run("status").lines


def test_no_color(run: Run) -> None:
    out = run("status", out=Terminal(), environment={"NO_COLOR": "1"}).out
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", out)


def test_nothing_is_cut_however_narrow(run: Run) -> None:
    def words(text: str) -> str:
        return "".join(text.split())

    narrow = run("status", out=Terminal(), columns=24, environment={"TERM": "dumb"})
    assert words(narrow.out) == words(run("status").out)
    assert max(map(cells, narrow.lines)) <= 24


def test_an_empty_store_says_so(run_empty: Run) -> None:
    result = run_empty("status")
    assert result.code == 0
    assert "no evidence yet: `talks-tui import FILE` reads record lines" in result.out
    assert "NEXT ROUND  none is on record" in result.out


def test_a_day_before_everything(run: Run) -> None:
    result = run("status", "--as-of", "1999-01-01")
    assert result.code == 0
    assert "none known on that day" in result.out
