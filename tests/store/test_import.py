"""Importing: all lines or none, every problem with its file and line, the same line only once."""

import json
from pathlib import Path
from random import Random

import pytest

from store.domain.quantities import exact
from store.domain.requests import BoardQuery
from store.errors import RecordError
from store.places import seeds_folder
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, BASE, assert_whole, board, commitment, labels, line, owed, rows, said, taken

COUNTED = "SELECT (SELECT count(*) FROM claims) + (SELECT count(*) FROM actors) + (SELECT count(*) FROM sources)"


def problems_of(repository: Repository, *lines: str) -> list[str]:
    """Import lines that cannot be taken, and return what is wrong with them."""
    with pytest.raises(RecordError) as refused:
        repository.import_lines(lines, "new.jsonl", ANA)
    return refused.value.problems


def seed_texts() -> list[str]:
    """Read the lines of the seeds."""
    return [text for file in sorted(seeds_folder().glob("*.jsonl")) for text in file.read_text("utf-8").splitlines()]


def test_same_lines_again_add_nothing(repository: Repository, store_path: Path) -> None:
    before = rows(store_path, COUNTED)
    receipt = repository.import_lines(seed_texts(), "again", ANA)
    assert receipt is not None
    assert "nothing new" in receipt.sentence
    assert rows(store_path, COUNTED) == before


def test_same_line_twice_in_one_import_is_saved_once(empty: Repository, empty_path: Path) -> None:
    taken(empty, *BASE, commitment("C1"), owed("T1", "C1"), owed("T1", "C1"), *BASE)
    assert rows(empty_path, "SELECT count(*) FROM claims") == [(1,)]


def test_order_of_keys_makes_no_other_line(empty: Repository, empty_path: Path) -> None:
    taken(empty, *BASE)
    fields = json.loads(BASE[0])
    turned = {"actor": fields.pop("actor"), **dict(reversed(fields.items()))}
    taken(empty, json.dumps(turned))
    assert rows(empty_path, "SELECT count(*) FROM actors") == [(3,)]


def test_lines_may_stand_in_any_order(seeded: Path, empty: Repository) -> None:
    texts = seed_texts()
    Random(7).shuffle(texts)
    taken(empty, *texts)
    with Repository.open(seeded, read_only=True) as other:
        assert sorted(labels(board(empty).page.rows)) == sorted(labels(board(other).page.rows))
        assert board(empty).totals == board(other).totals
        found, wanted = board(empty).outlook, board(other).outlook
    assert {view.signal.label: view.current for view in found.signals} == {
        view.signal.label: view.current for view in wanted.signals
    }
    assert [gate.blockers for gate in found.gates] != []


def test_claim_may_correct_one_that_stands_further_down(empty: Repository) -> None:
    taken(empty, *BASE, commitment("C1"), said("D2", "C1", "80", supersedes="D1"), said("D1", "C1", "78"))
    (row,) = board(empty).page.rows
    assert row.standing.delivered == exact(80)


def test_empty_lines_and_remarks_are_skipped_and_counted(empty: Repository) -> None:
    found = problems_of(empty, "# a remark", "", "   ", '{"actor": "RU"}')
    assert [problem.partition(" ")[0] for problem in found] == ["new.jsonl:4:"]


BAD: dict[str, tuple[str, str]] = {
    "no JSON": ("dear diary", "no JSON object"),
    "a list": ("[1]", "no JSON object"),
    "nothing": ("{}", "no JSON object"),
    "too deep": ("[" * 100_000, "no JSON object"),
    "unknown kind": ('{"treaty": "X"}', "'treaty' is none of track|'treaty' is none of actor"),
    "no label": ('{"actor": ""}', "is no label"),
    "number as label": ('{"actor": 5}', "is no label"),
    "blanks around label": ('{"actor": " RU "}', "is no label"),
    "missing keys": ('{"actor": "XX"}', "lacks name, kind, role"),
    "unknown key": (line("actor", "XX", name="X", kind="side", role="party", colour="red"), "unknown key 'colour'"),
    "wrong kind of value": (line("actor", "XX", name=["X"], kind="side", role="party"), "'name' has a value"),
    "truth as number": (line("round", "R1", track="T", kind="round", name="R", ordinal=True), "'ordinal' has a value"),
    "unknown role": (line("actor", "XX", name="X", kind="side", role="king"), "role 'king' is none of"),
    "unknown track": (commitment("C1", track="X"), "no track 'X'"),
    "unknown actor": (commitment("C1", from_="XX"), "no actor 'XX'"),
    "unknown source": (owed("T1", "C0", at="s9:1"), "no source 's9'"),
    "unknown subject": (said("D1", "C9"), "no commitment or exchange 'C9'"),
    "bad figure": (said("D1", "C0", "lots"), "'lots' is no figure"),
    "bad day": (line("source", "s3", origin="o", published="June", basis="stated"), "'June' is no day"),
    "too long": ('{"actor": "' + "x" * 1_000_000 + '"}', "longer than 1,000,000"),
    "bad days of a source": (
        line("source", "s3", origin="o", published="2025-06-03", basis="stated", window="2025-06-09/2025-06-02"),
        "ends before it begins",
    ),
    "bad window": (said("D1", "C0", window="2025-06-09/2025-06-02"), "before it begins"),
    "narrow loose window": (said("D1", "C0", window="2025-06-02/2025-06-09", loose="2025-06-02/2025-06-05"), "loose"),
    "bad strength": (said("D1", "C0", strength="rumour"), "strength 'rumour' is none of"),
    "figure of progress": (said("D1", "C0", "5", measure="progress"), "no figure"),
    "bad direction": (said("D1", "C0", way="RU-UA"), "no direction"),
    "no place": (said("D1", "C0", at=[]), "names no place"),
    "supersedes nothing": (said("D1", "C0", supersedes="D9"), "no claim 'D9' to supersede"),
    "unspoken commitment": (commitment("C1"), "spoken of by no claim"),
    "round without number": (line("round", "R1", track="T", kind="round", name="R"), "ordinal"),
    "round with number 0": (line("round", "R1", track="T", kind="round", name="R", ordinal=0), "ordinal"),
    "meeting with number 0": (line("round", "M1", track="T", kind="meeting", name="M", ordinal=0), "ordinal"),
    "two rounds of one number": (line("round", "R9", track="T", kind="round", name="R", ordinal=1), "R0|ordinal"),
    "number beyond counting": (line("round", "R1", track="T", kind="round", name="R", ordinal=10**30), "ordinal"),
    "bad kind of meeting": (line("round", "R1", track="T", kind="party", name="R"), "none of round, meeting"),
    "negative minutes": (line("report", "R0", minutes=-5, at="s1:1", strength="article"), "'minutes' has a value"),
    "minutes beyond counting": (line("report", "R0", minutes=10**30, at="s1:1", strength="article"), "R0"),
    "leg without a side": (line("exchange", "E1", track="T", name="E", legs=[{"category": "list"}]), "E1"),
    "leg of odd things": (
        line("exchange", "E1", track="T", name="E", legs=[{"from": "RU", "to": "UA", "category": "list", "parts": {}}]),
        "E1",
    ),
    "alias of another": (
        line("actor", "XX", name="X", kind="side", role="party", aliases=["Moscow"]),
        "already belongs",
    ),
    "actor with a blank": (line("actor", "X Y", name="X", kind="side", role="party"), "X Y"),
    "actor with an arrow": (line("actor", "X>Y", name="X", kind="side", role="party"), "X>Y"),
    "commitment with a blank": (commitment("C 1", known="2025-06-01"), "C 1"),
    "bad judgement": (
        line("judgement", "J1", about="C0", aspect="delivery", value="lost", author="a", day="2025-06-01"),
        "'lost' is none of",
    ),
    "judgement on nothing": (
        line("judgement", "J1", about="D1", aspect="delivery", value="stalled", author="a", day="2025-06-01"),
        "no commitment or round 'D1'",
    ),
    "bad stance": (
        line("position", "P1", actor="RU", topic="t", stance="sulks", summary="s", strength="article", at="s1:1"),
        "stance 'sulks' is none of",
    ),
    "half a letter": ('{"actor": "XX", "name": "\\ud800", "kind": "side", "role": "party"}', ""),
}
GROUND = (*BASE, line("round", "R0", track="T", kind="round", name="R", ordinal=1), commitment("C0"), owed("T0", "C0"))


@pytest.mark.parametrize("case", list(BAD))
def test_line_that_cannot_be_taken_is_named_with_file_and_line_and_nothing_is_saved(
    empty: Repository, empty_path: Path, case: str
) -> None:
    text, complaint = BAD[case]
    taken(empty, *GROUND)
    before = rows(empty_path, COUNTED)
    found = problems_of(empty, said("D0", "C0"), text)
    assert any(problem.startswith("new.jsonl:2: ") for problem in found), found
    assert any(part in problem for part in complaint.split("|") for problem in found), found
    assert rows(empty_path, COUNTED) == before
    assert len(empty.history(9)) == 1


def test_every_problem_is_told_at_once_and_the_message_shows_the_first(empty: Repository) -> None:
    bad = [f'{{"treaty": "{number}"}}' for number in range(30)]
    found = problems_of(empty, *BASE, *bad, said("D1", "C9"))
    assert len(found) == 31
    with pytest.raises(RecordError, match=r"\(and 11 more\)"):
        empty.import_lines([*BASE, *bad, said("D1", "C9")], "new.jsonl", ANA)


@pytest.mark.parametrize("earlier", [True, False], ids=["in the record", "in the same file"])
def test_label_that_says_something_else_is_refused(empty: Repository, earlier: bool) -> None:
    taken(empty, *BASE)
    first, second = commitment("C1", what="Remains"), commitment("C1", what="Prisoners")
    if earlier:
        taken(empty, first, owed("T1", "C1"))
    found = problems_of(empty, *([] if earlier else [first]), second, owed("T1", "C1"))
    where = "in the record" if earlier else "on new.jsonl:1"
    assert [problem for problem in found if "C1" in problem and where in problem]


def test_statements_may_share_a_label(empty: Repository, empty_path: Path) -> None:
    taken(empty, *GROUND, said("D1", "C0", "5"), said("D1", "C0", "6", at="s2:2"))
    assert rows(empty_path, "SELECT count(*) FROM claims WHERE label = 'D1'") == [(2,)]


def test_check_alone_saves_nothing_and_still_complains(empty: Repository, empty_path: Path) -> None:
    assert empty.import_lines(GROUND, "new.jsonl", ANA, save=False) is None
    assert rows(empty_path, "SELECT count(*) FROM journal") == [(0,)]
    with pytest.raises(RecordError):
        empty.import_lines(["{}"], "new.jsonl", ANA, save=False)


def test_two_tracks_have_rounds_of_the_same_numbers_and_boards_of_their_own(empty: Repository) -> None:
    other = (
        line("track", "T2", name="Abu Dhabi", parties=["UA", "RU"]),
        *(line("round", f"A{n}", track="T2", kind="round", ordinal=n, name=f"A{n}") for n in (1, 2)),
        *(line("round", f"I{n}", track="T", kind="round", ordinal=n, name=f"I{n}") for n in (1, 2)),
        line("report", "A2", state="held", window="2026-02-04", at="s1:1", strength="article"),
        line("report", "I2", state="held", window="2025-06-02", at="s1:1", strength="article"),
        commitment("K1", track="T2"),
        owed("T1", "K1"),
        commitment("C1"),
        owed("T2", "C1"),
    )
    taken(empty, *BASE, *other)
    days = {found.round.label: found.window.earliest for found in board(empty).rounds}
    assert {label: str(day) for label, day in days.items()} == {"I2": "2025-06-02", "A2": "2026-02-04"}
    alone = board(empty, track="T2")
    assert (labels(alone.page.rows), [found.round.label for found in alone.rounds]) == (["K1"], ["A2"])
    assert board(empty).totals.all == 2


def test_imported_day_may_be_written_in_any_iso_way(empty: Repository, empty_path: Path) -> None:
    source = line("source", "s3", origin="o", published="20250612", basis="stated")
    taken(empty, *GROUND, source, said("D1", "C0", at="s3:1"))
    assert rows(empty_path, "SELECT known_on FROM claims WHERE label = 'D1'") == [("2025-06-12",)]
    assert_whole(empty_path)


def test_imported_judgement_overrides_from_its_day(empty: Repository) -> None:
    judged = line(
        "judgement", "J1", about="C0", aspect="delivery", value="stalled", reason="r", author="eve", day="2025-06-05"
    )
    taken(empty, *GROUND, judged)
    found = empty.evidence("J1", BoardQuery(TODAY))
    assert [entry.author for entry in found.judgements] == ["eve"]
    assert [str(board(empty, day).page.rows[0].standing.delivery) for day in ("2025-06-04", "2025-06-05")] == [
        "not_started", "stalled",
    ]  # fmt: skip


def test_claim_may_correct_one_that_stands_before_it_or_in_the_record(empty: Repository) -> None:
    first = said("D1", "C0", "78")
    taken(empty, *GROUND, first, said("D2", "C0", "80", supersedes="D1"))
    taken(empty, said("D3", "C0", "81", supersedes="D2"))
    assert board(empty).page.rows[0].standing.delivered == exact(81)


def test_line_that_names_what_only_an_undone_import_declared_is_refused(empty: Repository) -> None:
    taken(empty, *BASE)
    empty.undo(ANA)
    assert problems_of(empty, commitment("C1"), owed("T1", "C1"))
