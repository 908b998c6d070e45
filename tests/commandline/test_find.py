"""Filters and the search on the command line."""

import json

import pytest

from tests.commandline.running import Run


def test_status_prints_only_what_fits(run: Run) -> None:
    shown = run("status", "--filter", "kind:remains -status:delivered,exceeded")
    assert shown.code == 0
    assert "C10" in shown.out
    assert "C09  RU→UA" not in shown.out
    assert "  2 of 16 fit kind:remains -status:delivered,exceeded" in shown.lines
    found = json.loads(run("status", "--json", "--filter", "kind:remains").out)
    assert [row["id"] for row in found["commitments"]] == ["C10", "C09", "C14"]
    past = json.loads(run("status", "--json", "--filter", "kind:remains", "--as-of", "2025-06-23").out)
    assert [row["id"] for row in past["commitments"]] == ["C10", "C09"]
    limited = run("status", "--filter", "kind:remains", "--limit", "1").out
    assert "at least 1 of 16 fit" in limited


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("status:opne", "did you mean open?"), ("knd:x", "did you mean kind:?"), ("due<soonish", "is no day")],
)
def test_bad_filter_is_one_sentence_and_exit_code_two(run: Run, words: str, sentence: str) -> None:
    refused = run("status", "--filter", words)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err
    assert len(refused.err.splitlines()) == 1


def test_words_are_found_and_printed_by_kind(run: Run) -> None:
    shown = run("find", "moving", "swiftly")
    assert shown.code == 0
    assert shown.lines[0] == "Claims"
    assert "D7" in shown.out
    found = json.loads(run("find", "--json", "istanbul").out)
    assert found["words"] == ["istanbul"]
    assert [hit["label"] for hit in found["found"]["round"]] == ["R1", "R2"]
    assert "nothing here has “zzz”" in run("find", "zzz").out
    assert "C14" not in run("find", "remains", "--as-of", "2025-06-23").out
    assert run("find", '"*').code == 2
    assert run("find").code == 2
