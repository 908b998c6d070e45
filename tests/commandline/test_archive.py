"""Sources in print, the journal chosen from, any entry undone by its number."""

import json

import pytest

from store.repository import Repository
from tests.commandline.running import Run


def test_sources_are_printed_by_origin_and_as_json(run: Run) -> None:
    result = run("sources")
    assert "bbc-june-2  2 sources, counted once · goes back to BBC" in result.lines
    assert "  ~25 Jun 2025 000" in result.out
    told = json.loads(run("sources", "--json").out)
    assert told["count"] == 5
    assert {one["label"]: one["one_origin_with"] for one in told["sources"]}["002"] == ["004"]
    assert [one["label"] for one in json.loads(run("sources", "--json", "--as-of", "2025-06-01").out)["sources"]] == [
        "001"
    ]


def test_one_source_is_printed_with_its_facts(run: Run) -> None:
    result = run("sources", "004")
    assert "the text is only referred to" in result.out
    assert "004:" in result.out
    told = json.loads(run("sources", "004", "--json").out)
    assert len(told["facts"]) == sum(told["source"][kind] for kind in ("claims", "signals", "reports", "positions"))
    assert run("sources", "C10").code == 2
    assert run("sources", "999").code == 3


def test_sources_of_an_empty_store(run_empty: Run) -> None:
    assert run_empty("sources").out == "no source is on record yet\n"
    assert json.loads(run_empty("sources", "--json").out) == {"count": 0, "sources": []}


def test_journal_of_a_person_and_of_days(run: Run) -> None:
    run("set", "C10", "stalled", "--by", "olena")
    run("set", "C09", "stalled")
    assert "C10" in run("log", "--by", "ole").out
    assert "C09" not in run("log", "--by", "olena").out
    assert len(run("log", "C10", "--by", "ann", "--on", "today").lines) == 1
    assert "C09" in run("log", "--since", "2026-11-22").out
    assert json.loads(run("log", "--on", "2026-11-21", "--json").out)["entries"] == []
    assert run("log", "--by", "nobody at all").code == 3
    assert run("log", "--on", "nonsense").code == 2
    assert run("log", "--on", "today", "--since", "today").code == 2


def test_entry_is_undone_by_its_number(run: Run) -> None:
    run("set", "C10", "stalled", "--by", "olena")
    tried = run("undo", "2", "--dry-run")
    assert "Remains of soldiers, delivery: stalled" in tried.out
    assert tried.lines[-1] == "nothing was saved (--dry-run)"
    run("set", "C10", "delivered")
    assert run("undo", "2", "--dry-run").code == 7
    refused = run("undo", "#2")
    assert (refused.code, refused.out) == (7, "")
    assert "entry 3 (judge, by ann) supersedes the judgement" in refused.err
    assert run("undo", "3").lines[-1] == "undone entry 3: C10 delivered → stalled · redo: talks-tui redo"
    assert run("undo", "2").code == 0
    assert run("undo", "5").lines[-1] == "put back entry 2: C10 partial → stalled · undo: talks-tui undo"
    assert run.store is not None
    with Repository.open(run.store) as repository:
        assert [(e.action, e.target) for e in repository.history(3)] == [("redo", 2), ("undo", 2), ("undo", 3)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("1",), 2), (("99",), 3), (("x",), 2), (("9" * 40,), 2), (("--dry-run",), 2), (("²",), 2)],
)
def test_what_is_no_entry_is_refused_in_a_sentence(run: Run, arguments: tuple[str, ...], code: int) -> None:
    result = run("undo", *arguments)
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) == 1
