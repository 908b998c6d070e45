"""`show`: everything of one thing, in words and as JSON."""

import json

import pytest

from tests.commandline.running import Run


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("C09", ["6,060 of 6,000 · 60 over · 101 %", "«completed the transfer of 6,060 sets of remains»", "000:5"]),
        ("R3", ["gated", "held back by G1", "«difficult to guess»", "older word", "not stated"]),
        ("G1", ["closed", "blocked by", "Wounded, ill prisoners", "Dmitry Peskov"]),
        ("D1", ["6,060", "000:5", "smartinvestorguide"]),
        ("S8", ["23–29 Jun 2025", "Dmitry Peskov (RU), quote, 003:29"]),
        ("E2", ["Transfer of remains", "serves C09, C10"]),
        ("000", ["inferred", "origin smartinvestorguide-june-25"]),
        ("peskov", ["Dmitry Peskov", "speaks for", "Russia", "Песков"]),
        ("P01", ["Ukraine demands"]),
        ("X05", ["treat as"]),
        ("IST25", ["Russia, Ukraine", "Türkiye"]),
    ],
)
def test_any_label(run: Run, label: str, words: list[str]) -> None:
    result = run("show", label)
    assert (result.code, result.err) == (0, "")
    flat = " ".join(result.out.split())
    for word in words:
        assert word in flat
    loaded = json.loads(run("show", label, "--json").out)
    assert loaded["id"] == label


def test_case_does_not_matter(run: Run) -> None:
    assert run("show", "c09").out == run("show", " C09").out


def test_a_shape_shared_with_the_board(run: Run) -> None:
    shown = json.loads(run("show", "C09", "--json", "--reading", "RU").out)
    on_board = json.loads(run("status", "--json", "--reading", "RU").out)
    row = next(commitment for commitment in on_board["commitments"] if commitment["id"] == "C09")
    assert {**shown["commitment"], "shelf": row["shelf"]} == row
    assert {claim["label"] for claim in shown["claims"]} >= {"D1", "D3", "D4"}
    assert set(shown["sources"]) >= {"000", "003"}


def test_only_what_was_known_that_day(run: Run) -> None:
    assert "D1" not in run("show", "C09", "--as-of", "2025-06-23").out
    assert "about 6,000" in run("show", "C09", "--as-of", "2025-06-23").out


def test_an_unknown_label_names_near_ones(run: Run) -> None:
    result = run("show", "C99")
    assert result.code == 3
    assert result.out == ""
    assert "C99" in result.err
    assert "C09" in result.err
    assert len(result.err.splitlines()) == 1


def test_a_judgement_and_its_history(run: Run) -> None:
    run("set", "C10", "stalled", "--reason", "no buses", "--claim", "D2")
    out = " ".join(run("show", "C10").out.split())
    assert "delivery: stalled · ann · no buses · rests on D2" in out
    assert "judge C10 · partial → stalled" in out
