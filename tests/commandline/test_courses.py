"""`timeline`, `drift` and `progress`: in words and as JSON, on the day, reading and track that are asked for."""

from __future__ import annotations

import json

from tests.commandline.running import Run


def test_timeline_is_told_in_words_and_as_json(run: Run) -> None:
    told = run("timeline", "--as-of", "2025-06-23").out
    assert "TIMELINE  4 rounds" in told
    assert "R3 Third round · its date to be set" in told
    assert "22–28 May 2025) · claim · D6 E1 preparing" in told
    assert "S16" not in told
    whole = json.loads(run("timeline", "--json").out)
    assert whole["counts"]["claims"] == 53
    assert [e["id"] for e in whole["events"] if e["lane"] == "rounds"] == ["R1", "M4", "R2"]
    june = json.loads(run("timeline", "--from", "2025-06-24", "--json", "--track", "ist25").out)
    assert {e["lane"] for e in june["events"]} == {"exchanges", "statements", "claims", "due"}
    assert june["cut"] == []
    assert len(json.loads(run("timeline", "--limit", "2", "--json").out)["events"]) == 2
    assert "the last 2 of 82" in run("timeline", "--limit", "2").out
    assert run("timeline", "--limit", "0").code == 0


def test_timeline_refuses_days_that_end_before_they_begin(run: Run) -> None:
    result = run("timeline", "--from", "2025-06-24", "--to", "2025-06-01")
    assert (result.code, result.out) == (2, "")
    assert "lies after" in result.err


def test_drift_is_told_in_words_and_as_json(run: Run) -> None:
    told = run("drift").out
    assert "DRIFT  R3 Third round · gated · 13 statements, oldest first" in told
    assert "narrowed by 1 day" in told
    assert "withdrawn, no day" in told
    assert "DRIFT  R2" in run("drift", "r2").out
    value = json.loads(run("drift", "--json", "--as-of", "2025-06-23").out)
    assert (value["round"], len(value["statements"])) == ("R3", 10)
    assert {s["against_own"]["move"] for s in value["statements"]} >= {"first", "narrowed"}
    assert run("drift", "R9").code == 3


def test_progress_is_told_in_words_and_as_json(run: Run) -> None:
    told = run("progress", "c09").out
    assert "article 6,060 so far, to 22 Jun 000:5" in " ".join(told.split())
    assert "PROGRESS  C10 UA→RU Remains of soldiers" in told
    assert "not owed on this reading" in run("progress", "C10", "--reading", "ru").out
    assert "figures are withheld (article)" in run("progress", "C05").out
    refused = run("progress", "R1", "--json")
    assert (refused.code, refused.out) == (2, "")
    assert "R1 is no obligation" in refused.err
    assert "no commitment mirrors it" in run("progress", "C12").out
    value = json.loads(run("progress", "C09", "--json").out)
    assert [course["id"] for course in value["courses"]] == ["C09", "C10"]
    assert value["courses"][0]["points"][0]["figures"] == []
    assert run("progress", "NOPE").code == 3
    assert "not known yet" in run("progress", "C09", "--as-of", "2025-05-25").err


def test_empty_store_is_told_to_be_empty(run_empty: Run) -> None:
    assert "nothing on record has a day" in run_empty("timeline").out
    assert "no round is on record" in run_empty("drift").out
