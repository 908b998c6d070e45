"""`status --json`: its schema, what it says of the seed record, and text that would act on a terminal."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import tui
from store.domain import words
from store.domain.board import Row
from store.domain.quantities import Qualifier
from store.domain.requests import BoardQuery
from store.domain.shelves import Shelf
from store.repository import Repository
from tests.commandline.running import NOW, Run
from tui.status_json import status_pieces

SCHEMA = json.loads((Path(tui.__file__).parent / "status.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def board(run: Run, *arguments: str) -> dict[str, Any]:
    result = run("status", "--json", *arguments)
    assert (result.code, result.err) == (0, "")
    loaded: dict[str, Any] = json.loads(result.out)
    VALIDATOR.validate(loaded)
    return loaded


def commitments(board: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {commitment["id"]: commitment for commitment in board["commitments"]}


def undescribed(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """List the keys of a value that the schema does not describe."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        schema = schema["anyOf"][0]
        return undescribed(value, schema, where) if value is not None else []
    if isinstance(value, list):
        return [key for item in value for key in undescribed(item, schema.get("items", {}), where)]
    if not isinstance(value, dict):
        return []
    known = schema.get("properties", {})
    found = [f"{where}.{key}" for key in value if key not in known]
    return found + [k for key in value if key in known for k in undescribed(value[key], known[key], f"{where}.{key}")]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_knows_every_state() -> None:
    definitions = SCHEMA["$defs"]
    commitment, signal = definitions["commitment"]["properties"], definitions["signal"]["properties"]
    for listed, states in (
        (definitions["round"]["properties"]["state"], words.RoundState),
        (definitions["gate"]["properties"]["state"], words.GateState),
        (commitment["category"], words.Category),
        (commitment["instrument"], words.Instrument),
        (commitment["delivery"], words.Delivery),
        (commitment["verification"], words.Verification),
        (commitment["schedule"], words.Schedule),
        (signal["about"], words.About),
        (signal["modality"], words.Modality),
        (signal["strength"], words.Strength),
    ):
        assert listed["enum"] == [state.value for state in states]
    assert definitions["quantity"]["properties"]["qualifier"]["enum"] == [*(q.value for q in Qualifier), None]
    assert commitment["shelf"]["enum"] == [shelf.name.lower() for shelf in Shelf]


@pytest.mark.parametrize("arguments", [(), ("--as-of", "2025-06-23"), ("--as-of", "1999-01-01"), ("--reading", "RU")])
def test_every_key_is_there_and_described(run: Run, arguments: tuple[str, ...]) -> None:
    assert undescribed(board(run, *arguments), SCHEMA) == []


def test_an_empty_store_has_every_key(run_empty: Run) -> None:
    empty = board(run_empty)
    assert empty["evidence_ends"] is None
    assert empty["next"]["gate"] is None
    assert (empty["rounds"], empty["commitments"], empty["next"]["signals"]) == ([], [], [])


def test_seed_record_on_the_last_day(run: Run) -> None:
    last = board(run)
    assert (last["as_of"], last["reading"], last["evidence_ends"]) == ("2025-06-25", "strict", "2025-06-25")
    assert [(r["id"], r["state"], r["earliest"]) for r in last["rounds"]] == [
        ("R1", "held", "2025-05-16"),
        ("R2", "held", "2025-06-02"),
        ("R3", "gated", None),
    ]
    assert {meeting["kind"] for meeting in last["meetings"]} == {"meeting"}
    assert last["next"]["round"] == "R3"
    assert last["next"]["gate"]["state"] == "closed"
    assert {"C05", "C06", "C07", "C08", "C10"} <= set(last["next"]["gate"]["blockers"])
    assert last["next"]["silent"] == ["UA"]
    assert {signal["speaks_for"] for signal in last["next"]["signals"]} == {"RU", None}


def test_seed_record_two_days_earlier(run: Run) -> None:
    coming = board(run, "--as-of", "2025-06-23")["next"]
    assert (coming["state"], coming["earliest"], coming["latest"]) == ("expected", None, None)
    assert coming["date_expected"] == {"earliest": "2025-06-23", "latest": "2025-06-29"}


def test_figures_of_the_seed_record(run: Run) -> None:
    held = commitments(board(run))
    assert held["C09"]["delivered"] == {"low": 6060, "point": 6060, "high": 6060, "qualifier": "exact"}
    assert (held["C09"]["percent"], held["C09"]["surplus"], held["C09"]["delivery"]) == (101.0, 60, "exceeded")
    assert (held["C09"]["verification"], held["C09"]["mark"], held["C09"]["silent"]) == ("one_sided", "?", ["UA"])
    assert (held["C10"]["remaining"], held["C10"]["percent"]) == (5922, 1.3)
    for label in ("C05", "C06", "C07", "C08"):
        assert held[label]["percent"] is None
        assert held[label]["quantity"]["qualifier"] == "all"
    assert held["C12"]["owed"] is False
    assert held["C12"]["due"]["latest"] == "2025-06-30"


def test_the_board_on_the_readings_of_both_sides(run: Run) -> None:
    theirs, ours = board(run, "--reading", "ru"), board(run, "--reading", "UA")
    assert (theirs["reading"], commitments(theirs)["C10"]["owed"]) == ("RU", False)
    assert "C10" not in theirs["next"]["gate"]["blockers"]
    assert theirs["next"]["gate"]["state"] == "closed"
    assert "C10" in ours["next"]["gate"]["blockers"]


def test_limit_cuts_the_board_from_its_end(run: Run) -> None:
    every = [commitment["id"] for commitment in board(run)["commitments"]]
    assert [commitment["id"] for commitment in board(run, "--limit", "4")["commitments"]] == every[:4]
    assert board(run, "--limit", "0")["commitments"] == []
    assert len(board(run, "--limit", "99999")["commitments"]) == len(every)


def test_text_that_would_act_on_a_terminal_is_escaped(run: Run) -> None:
    hostile = "\x1b]52;c;aGE=\x07 \x9b2J \x7f \u202e\u200b\U000e0001 [/] Пєсков"
    line = {
        "commitment": "C99", "track": "IST25", "from": "RU", "to": "UA",
        "category": "other", "what": hostile, "known": "2025-06-01",
    }  # fmt: skip
    assert run("import", "-", typed=json.dumps(line)).code == 0
    result = run("status", "--json")
    assert all(char.isprintable() or char == "\n" for char in result.out)
    assert "[/] Пєсков" in result.out
    assert commitments(json.loads(result.out))["C99"]["what"] == hostile
    plain = run("status").out
    assert all(char.isprintable() or char == "\n" for char in plain)


def test_a_stream_without_cyrillic_gets_escapes_that_json_knows(run: Run) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, "ascii", write_through=True)
    out.getvalue = lambda: raw.getvalue().decode("ascii")  # type: ignore[attr-defined]
    assert json.loads(run("show", "peskov", "--json", out=out).out)["actor"]["aliases"][-1].isalpha()


def test_rows_are_written_while_they_are_read(run: Run) -> None:
    assert run.store is not None
    read: list[str] = []
    with Repository.open(run.store, read_only=True) as repository:
        query = BoardQuery(NOW.date(), size=1)

        def rows() -> Iterator[Row]:
            for row in repository.rows(query):
                read.append(row.label)
                yield row

        for piece in status_pieces(repository.board(query), rows()):
            if piece.startswith('    {"id": "C'):
                assert json.loads(piece.rstrip(","))["id"] in read[-2:]
    assert len(read) == 16
