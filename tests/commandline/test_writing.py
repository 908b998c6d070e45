"""`set`, `claim`, `undo`, `redo`: what they say, what they change, and what they refuse."""

import json
from typing import Any

import pytest

from tests.commandline.running import Run


def commitment(run: Run, label: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(run("show", label, "--json").out)["commitment"]
    return loaded


def state_of_third_round(run: Run) -> str:
    return str(json.loads(run("show", "R3", "--json").out)["round"]["state"])


def test_set_says_what_was_what_is_and_how_to_undo(run: Run) -> None:
    result = run("set", "C10", "stalled", "--reason", "no buses")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "C10 Remains of soldiers (UA→RU): delivery partial → stalled · undo: talks-tui undo\n"
    )  # fmt: skip
    assert commitment(run, "C10")["delivery"] == "stalled"
    assert commitment(run, "C10")["judged"] is True


@pytest.mark.parametrize(
    ("words", "axis", "value"),
    [
        (("not-started",), "delivery", "not_started"),
        (("NOT", "started"), "delivery", "not_started"),
        (("not_started",), "delivery", "not_started"),
        (("One Sided",), "verification", "one_sided"),
        (("confirmed",), "verification", "confirmed"),
        (("none",), "verification", "none"),
        (("withdrawn",), "instrument", "withdrawn"),
        (("expected",), "instrument", "expected"),
    ],
)
def test_the_axis_is_told_from_the_word(run: Run, words: tuple[str, ...], axis: str, value: str) -> None:
    assert run("set", "c10", *words).code == 0
    assert commitment(run, "C10")[axis] == value


@pytest.mark.parametrize("words", [("in-session",), ("IN", "SESSION"), ("expected",), ("canceled",)])
def test_a_round_takes_round_states(run: Run, words: tuple[str, ...]) -> None:
    assert run("set", "r3", *words).out.startswith("R3 Third round: state gated → ")
    assert state_of_third_round(run).replace("cancelled", "canceled") == "_".join(words).lower().replace("-", "_")


def test_a_gate_that_moves_is_named(run: Run) -> None:
    for label in ("C01", "C02", "C05", "C06", "C07"):
        assert "gate" not in run("set", label, "delivered").out
    assert "gate G1 closed → disputed" in run("set", "C08", "delivered").out
    assert "gate G1 disputed → open" in run("set", "C10", "delivered").out
    assert "gate G1 open → disputed" in run("set", "C10", "computed").out


@pytest.mark.parametrize("word", ["computed", "clear", "CLEAR"])
def test_a_judgement_is_taken_back(run: Run, word: str) -> None:
    before = commitment(run, "C10")
    run("set", "C10", "delivered")
    assert "delivery delivered → partial" in run("set", "C10", word).out
    assert commitment(run, "C10") == before
    result = run("set", "C10", word)
    assert (result.code, result.out) == (2, "")
    assert "no judgement is in force on C10" in result.err


def test_of_several_judgements_the_one_named_is_taken_back(run: Run) -> None:
    run("set", "C10", "delivered")
    run("set", "C10", "confirmed")
    assert run("set", "C10", "computed", "--axis", "verification").code == 0
    assert (commitment(run, "C10")["delivery"], commitment(run, "C10")["verification"]) == ("delivered", "one_sided")
    assert run("set", "C10", "computed").code == 0
    assert commitment(run, "C10")["judged"] is False
    assert run("set", "C10", "computed", "--axis", "colour").code == 2


def test_undo_and_redo_go_through_every_write(run: Run) -> None:
    before = commitment(run, "C10")
    run("set", "C10", "stalled")
    run("set", "C10", "refused")
    assert run("undo").out == "undone: C10 refused → stalled · redo: talks-tui redo\n"
    run("undo")
    assert commitment(run, "C10") == before
    assert run("redo").out == "redone: C10 partial → stalled · undo: talks-tui undo\n"
    assert commitment(run, "C10")["delivery"] == "stalled"


def test_each_undoes_their_own(run: Run) -> None:
    assert run("set", "C10", "stalled", "--by", "Bob B").out.endswith("undo: talks-tui undo --by 'Bob B'\n")
    result = run("undo")
    assert result.code == 3
    assert "nothing to undo" in result.err
    assert run("undo", "--by", "Bob B").code == 0
    assert run("redo", "--by", "nobody").code == 3


def test_the_way_back_names_the_store_that_was_named(run: Run) -> None:
    assert run.store is not None
    assert run("set", "C10", "stalled", "--store", str(run.store)).out.endswith(f"undo --store {run.store}\n")


def test_who_writes(run: Run) -> None:
    for environment, name in (({"TALKS_AUTHOR": " eva "}, "eva"), ({"TALKS_AUTHOR": "", "LOGNAME": "log"}, "log")):
        run("set", "C10", "stalled", environment=environment)
        assert f" {name} · judge C10" in run("log", "--limit", "1").out
    run("set", "C10", "stalled", environment={"TALKS_AUTHOR": ""})
    assert run("log", "--limit", "1").code == 0
    assert run("set", "C10", "stalled", "--by", " ").code == 2


def test_a_claim_is_weighed_with_the_others(run: Run) -> None:
    result = run(
        "claim", "c10", "100", "--source", "000", "--at", "000:9", "--speaker", "umerov",
        "--covers", "2025-06-23/2025-06-25", "--words", "100 sets", "--note", "by phone",
    )  # fmt: skip
    assert (result.code, result.err) == (0, "")
    assert "C10 partial 78 → partial" in result.out
    assert result.out.endswith("undo: talks-tui undo\n")
    shown = json.loads(run("show", "C10", "--json").out)
    claim = shown["claims"][-1]
    assert claim["cite"]["locator"] == "000:9"
    assert (claim["cite"]["speaker"], claim["cite"]["speaks_for"]) == ("umerov", "UA")
    assert (claim["cite"]["strength"], claim["measure"], claim["cite"]["words"]) == (
        "paraphrase",
        "cumulative",
        "100 sets",
    )
    assert claim["window"]["earliest"] == "2025-06-23"
    assert run("undo").code == 0
    assert commitment(run, "C10")["delivered"]["point"] == 78


def test_a_word_is_a_claim_of_progress(run: Run) -> None:
    assert run("claim", "C12", "Not", "Started", "--source", "004", "--at", "7", "--strength", "quote").code == 0
    claim = json.loads(run("show", "C12", "--json").out)["claims"][-1]
    assert (claim["measure"], claim["progress"], claim["figure"]) == ("progress", "not_started", None)
    assert claim["cite"]["strength"] == "quote"


CLAIM = ("--source", "000", "--at", "9")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("set", "C10", "finished"), 2, "'finished' is no state"),
        (("set", "C10", "gated"), 2, "no state of a commitment: write not-started"),
        (("set", "R3", "delivered"), 2, "no state of a round: write proposed"),
        (("set", "G1", "delivered"), 2, "G1 is a gate"),
        (("set", "C999", "delivered"), 3, "C999"),
        (("set", "C10"), 2, "STATUS"),
        (("set", "C10", "delivered", "--claim", "D999"), 3, "D999"),
        (("set", "C10", "delivered", "--claim", "R1"), 2, "R1 is a round"),
        (("set", "C10", "delivered", "--claim", "999:5"), 3, "999"),
        (("claim", "C10", "-5", *CLAIM), 2, "'-5' is no figure: write 6000"),
        (("claim", "C10", "lots", *CLAIM), 2, "'lots' is no figure"),
        (("claim", "C10", "9" * 400, *CLAIM), 2, "too large"),
        (("claim", "C10", "30..20", *CLAIM), 2, ""),
        (("claim", "C10", "5", "--source", "777", "--at", "9"), 3, "777"),
        (("claim", "C10", "5", "--source", " ", "--at", "9"), 2, "--source"),
        (("claim", "C10", "5", "--at", "9"), 2, "--source"),
        (("claim", "C10", "5", *CLAIM, "--measure", "weight"), 2, "write owed, batch"),
        (("claim", "C10", "5", *CLAIM, "--measure", "progress"), 2, "--measure progress goes with a word"),
        (("claim", "C10", "delivered", *CLAIM, "--measure", "batch"), 2, "--measure progress goes with a word"),
        (("claim", "C10", "5", *CLAIM, "--strength", "loud"), 2, "write quote"),
        (("claim", "C10", "5", *CLAIM, "--role", "loud"), 2, "write debtor"),
        (("claim", "C10", "5", *CLAIM, "--speaker", "nobody"), 3, "nobody"),
        (("claim", "C10", "5", *CLAIM, "--covers", "2025-06-31"), 2, "--covers: '2025-06-31' is no day"),
        (("claim", "C10", "5", *CLAIM, "--covers", "2025-06-30/2025-06-01"), 2, "before it begins"),
        (("claim", "R3", "5", *CLAIM), 2, "R3 is a round"),
        (("claim", "C777", "5", *CLAIM), 3, "C777"),
        (("undo",), 3, "nothing to undo"),
        (("redo",), 3, "nothing to redo"),
        (("--read-only", "set", "C10", "delivered"), 2, "--read-only does not go with"),
        (("--as-of", "2025-06-23", "set", "C10", "delivered"), 2, "--as-of does not go with"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    run: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    assert run.store is not None
    before = run.store.read_bytes(), run.store.stat().st_mtime_ns
    result = run(*arguments)
    assert result.code == code
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("talks-tui: ")
    assert words in result.err
    assert (run.store.read_bytes(), run.store.stat().st_mtime_ns) == before
    assert run("log").out.count("\n#") == 0
