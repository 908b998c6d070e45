"""`ledger` and `gates`: what they print, as lines and as JSON, for a day, a reading and a track."""

import json
from pathlib import Path

import pytest

from store.repository import Repository
from tests.commandline.running import NOW, Run
from tests.store.ledgers import STAGED
from tests.store.records import ANA, taken


@pytest.fixture
def run_staged(tmp_path: Path) -> Run:
    """Run on a store with a transfer in stages."""
    path = tmp_path / "staged.db"
    with Repository.create(path, author=ANA) as repository:
        taken(repository, *STAGED)
    return Run(tmp_path, path)


def test_ledger_names_sums_that_do_not_reconcile(run_staged: Run) -> None:
    result = run_staged("ledger", "C1")
    assert (result.code, result.err) == (0, "")
    flat = " ".join(result.out.split())
    assert "does not reconcile: stages listed by Ukraine add up to 4,857" in flat
    assert "total claimed 6,057 by Ukraine (difference 1,200)" in flat
    assert "Russia (owes): 6,000 · headline only · struck: corrected by t1 · t0 · j16:9" in flat
    assert "ICRC (witness or other): 1,212 · paraphrase · told 13 Jun" in flat
    assert "C1 and C2 mirror each other but count different units (bodies and sets): not added" in flat
    assert max(map(len, result.lines)) <= 80
    early = run_staged("ledger", "C1", "--as-of", "2025-06-13").out
    assert "6,057" not in early
    assert "j14" not in early


def test_ledger_as_json_holds_what_the_lines_say(run_staged: Run) -> None:
    found = json.loads(run_staged("ledger", "C1", "--json").out)
    assert (found["id"], found["reading"]) == ("C1", "strict")
    first = found["sums"][0]
    assert (first["listed_by"], first["sum"]["point"], first["fit"]) == ("UA", 4857, "apart")
    assert [total["difference"] for total in first["totals"] if total["fit"] == "apart"] == [1200, 1203]
    assert found["spread"]["sides"]["difference"] == 3
    assert found["mirror"]["units_differ"] is True
    by_id = {figure["id"]: figure for figure in found["figures"]}
    assert (by_id["t0"]["fate"], by_id["t0"]["corrected_by"], by_id["t0"]["counted"]) == ("corrected", "t1", False)
    assert (by_id["b3"]["column"], by_id["b3"]["section"]) == ("witness", "batch")


@pytest.mark.parametrize("label", ["C09", "C11", "C12", "C15", "C05"])
def test_ledger_of_any_kind_of_commitment(run: Run, label: str) -> None:
    result = run("ledger", label)
    assert (result.code, result.err) == (0, "")
    assert result.lines[0].startswith(label)
    assert json.loads(run("ledger", label, "--json").out)["id"] == label


def test_ledger_takes_reading_and_refuses_what_is_no_commitment(run: Run) -> None:
    assert "RU" in json.loads(run("ledger", "C10", "--json", "--reading", "RU").out)["reading"]
    assert json.loads(run("ledger", "C10", "--json", "--reading", "RU").out)["commitment"]["owed"] is False
    round_, nothing, early = run("ledger", "R2"), run("ledger", "C99"), run("ledger", "C09", "--as-of", "2025-05-22")
    assert (round_.code, nothing.code, early.code) == (2, 3, 3)
    assert "R2 is a round" in round_.err
    assert round_.out == nothing.out == early.out == ""


def test_gates_say_every_reading_and_why(run: Run) -> None:
    result = run("gates")
    assert (result.code, result.err) == (0, "")
    flat = " ".join(result.out.split())
    assert "closed on strict, common, Russia and Ukraine · opens when all of these are carried out" in flat
    assert "C10 UA→RU Remains of soldiers · 78 of 6,000" in flat
    assert "how far: 78 of 6,000 remains, 5,922 left (article's own voice, D2 000:5)" in flat
    assert "common, Russia: not owed · not counted: only Ukraine recognises it (T10b 002:33)" in flat
    assert "G1" not in run("gates", "--as-of", "2025-06-23").out
    assert run("gates", "--reading", "RU").out != result.out


def test_gates_as_json(run: Run) -> None:
    found = json.loads(run("gates", "--json", "--track", "IST25").out)
    (group,) = [one for one in found["held"][0]["groups"] if one["testable"]]
    assert [gate["id"] for gate in group["gates"]] == ["G1", "G2"]
    states = {one["id"]: one["states"] for one in group["commitments"]}
    assert states["C10"] == {"strict": "blocks", "common": "not_owed", "RU": "not_owed", "UA": "blocks"}
    assert all(one["because"] and one["how_far"] for one in group["commitments"])


def test_gates_of_an_empty_record_say_what_a_gate_is(run_empty: Run) -> None:
    assert NOW.year == 2026
    assert "A gate says that something happens only after something else" in " ".join(run_empty("gates").out.split())
    assert json.loads(run_empty("gates", "--json").out)["held"] == []
    assert run_empty("ledger", "C1").code == 3
