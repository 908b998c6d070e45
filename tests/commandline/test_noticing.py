"""`notices` and `copied`: what is due and new in words and as JSON, and the copies of the dashboard."""

import json
from pathlib import Path

import pytest

from store.domain.requests import BoardQuery
from store.repository import Repository
from store.repository.notices import seen_now
from tests.commandline.running import NOW, Run
from tui.noticing import kept_form
from tui.personal import Personal


@pytest.fixture
def personal(tmp_path: Path) -> Personal:
    return Personal(tmp_path / ".local" / "state" / "talks-tui")


def test_first_look_then_what_is_new_since(run: Run, personal: Personal) -> None:
    first = run("notices")
    assert first.lines[:2] == ["new", "  this is the first look at this store"]
    assert any(line.startswith("  C12  Reply to Kyiv's terms (RU→UA)") for line in first.lines)
    assert "overdue on 25 Jun 2025" in first.lines
    assert run.store is not None
    with Repository.open(run.store) as repository:
        seen = seen_now(repository, BoardQuery(NOW.date()))
    personal.note_seen(str(run.store), "ann", kept_form(seen, NOW))
    run("set", "C10", "stalled", "--reason", "why")
    second = run("notices")
    assert second.lines[0] == "since 09:30: 1 judgement, gates unchanged"
    assert "set" not in second.lines[1]
    assert "judge C10  partial → stalled" in second.lines[1]
    assert run("notices", "--by", "bo").lines[0] == "new"
    # looking at it here is no leaving of the dashboard
    assert run("notices").out == second.out


def test_json_has_the_same(run: Run) -> None:
    value = json.loads(run("notices", "--json", "--as-of", "2025-06-23").out)
    assert value["as_of"] == "2025-06-23"
    assert [due["id"] for due in value["due"]] == ["C12"]
    assert value["coming"][0]["what"] == "its date to be set"
    assert value["since"] is None
    assert value["overdue"] == []


def test_copies_are_printed_as_they_are_and_harmless(run_nowhere: Run, personal: Personal) -> None:
    missing = run_nowhere("copied")
    assert (missing.code, missing.out) == (3, "")
    assert "y on the dashboard copies a row" in missing.err
    personal.keep_copy("a\tb\nc\td")
    personal.keep_copy("new \x1b]52;c;aGk=\x07")
    assert run_nowhere("copied").out == "new <U+001B>]52;c;aGk=<U+0007>\n"
    assert run_nowhere("copied", "2").out == "a\tb\nc\td\n"
    assert run_nowhere("copied", "3").code == 3
    assert run_nowhere("copied", "x").code == 2
