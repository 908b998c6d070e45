"""Things mended by hand: statements are superseded, rows are written with what stood there kept, all of it undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from store.domain.forms import FORMS
from store.domain.records import Edit
from store.domain.requests import BoardQuery
from store.errors import ConflictError, FieldsError, UnknownError, UsageError
from store.repository import Repository
from store.repository.connection import writing
from store.repository.derived import rebuild
from tests.conftest import TODAY
from tests.store.handmade import EDITED, added, edited
from tests.store.programs import start
from tests.store.records import ANA, BEN, READINGS, assert_whole, board, claim, labels, raw, rows
from tests.store.test_adding import boards


def derived(path: Path) -> list[Any]:
    """Read everything that is kept beside the record."""
    queries = (
        "SELECT commitment, since, until, shelf, track, recognised, bound, due FROM placings p"
        " JOIN bands b ON b.id = p.band ORDER BY 1, 2",
        "SELECT * FROM evidence_days ORDER BY 1",
        "SELECT * FROM commitment_words ORDER BY 1",
    )
    return [rows(path, query) for query in queries]


@pytest.mark.parametrize("kind", FORMS)
def test_thing_is_edited_undone_and_redone(kind: str, repository: Repository, store_path: Path) -> None:
    label, changed = EDITED[kind]
    before, seen, kept = boards(repository), repository.records.held(label), derived(store_path)
    receipt = edited(repository, label, **changed)
    assert receipt.entry.action == "edit"
    assert receipt.entry.before
    assert receipt.entry.after
    now = repository.records.held(label)
    assert {key: now.fields.get(key) for key in changed} == {
        key: sorted(value) if key == "aliases" else value for key, value in changed.items()
    }
    assert (now.number != seen.number) == FORMS[kind].superseded
    assert_whole(store_path)
    after, fuller = boards(repository), derived(store_path)
    undone = repository.undo(ANA)
    assert (undone.entry.before, undone.entry.after) == (receipt.entry.after, receipt.entry.before)
    assert repository.records.held(label) == seen
    assert (boards(repository), derived(store_path)) == (before, kept)
    repository.redo(ANA)
    assert repository.records.held(label) == now
    assert boards(repository) == after
    assert derived(store_path) == fuller
    with raw(store_path) as door, writing(door):
        rebuild(door)
    assert derived(store_path) == fuller
    assert_whole(store_path)


def test_journal_shows_before_and_after_of_each_field(repository: Repository) -> None:
    edited(repository, "C09", what="Fallen soldiers", unit=None)
    entry = repository.history(1)[0]
    assert (entry.subject, entry.before, entry.after) == (
        "C09", "what Remains of soldiers · unit remains", "what Fallen soldiers · unit none"
    )  # fmt: skip
    edited(repository, "G1", requires=["C09"], testable=False)
    assert repository.history(1)[0].after == "requires C09 · testable no"
    assert [entry.subject for entry in repository.history(5, "C09")] == ["C09"]


def test_edits_are_kept_column_by_column_and_never_changed(repository: Repository, store_path: Path) -> None:
    edited(repository, "C09", what="Fallen soldiers", to="TR")
    kept = rows(store_path, "SELECT kind, number, label, field, before, after FROM edits ORDER BY id")
    assert [(*row[:4], json.loads(row[4]), json.loads(row[5])) for row in kept] == [
        ("commitment", 9, "C09", "creditor", "UA", "TR"),
        ("commitment", 9, "C09", "what", "Remains of soldiers", "Fallen soldiers"),
    ]
    with raw(store_path) as door:
        for statement in ("UPDATE edits SET label = 'x'", "DELETE FROM edits"):
            with pytest.raises(Exception, match="append only"):
                door.execute(statement)


def test_board_finds_and_shows_what_was_edited(repository: Repository, store_path: Path) -> None:
    edited(repository, "C09", what="Fallen soldiers", category="list", unit=None)
    assert labels(board(repository, filter="fallen").page.rows) == ["C09"]
    assert labels(board(repository, filter="remains").page.rows) == ["C10", "C14"]
    indexed = "SELECT rowid FROM search WHERE search MATCH '\"{}\"*' ORDER BY 1"
    assert rows(store_path, indexed.format("remains")) == [(10,), (14,)]
    assert rows(store_path, indexed.format("fallen")) == [(9,)]
    edited(repository, "RU", aliases=["Moskva"])
    assert "C09" in labels(board(repository, filter="moskva").page.rows)
    assert labels(board(repository, filter="federation").page.rows) == []
    edited(repository, "RU+UA", members=["RU", "UA", "TR"])
    repository.undo(ANA)
    repository.undo(ANA)
    assert "C09" in labels(board(repository, filter="federation fallen").page.rows)


def test_mended_statement_takes_the_place_of_the_old_one_on_every_day(repository: Repository) -> None:
    edited(repository, "D1", figure="6061")
    assert repository.history(1, "D1")[0].why == "N2 supersedes D1"
    for reading in READINGS:
        found = repository.evidence("C09", BoardQuery(TODAY))
        assert "D1" not in [one.label for one in found.claims], reading
    assert [one.label for one in repository.evidence("D1", BoardQuery(TODAY)).claims] == ["N2"]
    assert repository.records.held("D1").label == "N2"
    assert edited(repository, "D1", figure="6062").sentence == "mended N2 as N3: how many 6061 → how many 6062"
    assert [one.label for one in repository.evidence("D1", BoardQuery(TODAY)).claims] == ["N3"]
    standing = repository.evidence("C09", BoardQuery(TODAY)).standing
    assert standing is not None
    assert standing.delivered is not None
    assert standing.delivered.number == 6062


def test_mended_signal_and_report_leave_every_list(repository: Repository) -> None:
    edited(repository, "S8", by="putin", modality="hoped")
    for subject in ("R3", "peskov", "003", "IST25"):
        found = repository.evidence(subject, BoardQuery(TODAY))
        assert "S8" not in [signal.label for signal in found.signals], subject
    assert "N2" in [signal.label for signal in repository.evidence("putin", BoardQuery(TODAY)).signals]
    before = len(repository.evidence("R1", BoardQuery(TODAY)).reports)
    edited(repository, "R1@003:33", place="Ankara")
    assert len(repository.evidence("R1", BoardQuery(TODAY)).reports) == before
    assert len(repository.evidence("003", BoardQuery(TODAY)).reports) == 2
    assert repository.records.held("R1@003:33").fields["place"] == "Ankara"


def test_what_somebody_else_changed_meanwhile_is_a_conflict(repository: Repository, store_path: Path) -> None:
    seen, claimed = repository.records.held("C09"), repository.records.held("D1")
    edited(repository, "C09", BEN, what="Fallen soldiers")
    edited(repository, "D1", BEN, figure="6061")
    with pytest.raises(ConflictError, match=r"C09 was changed meanwhile: what Fallen soldiers now; nothing was saved"):
        repository.records.edit(Edit(seen, {"what": "Bodies"}), ANA)
    with pytest.raises(ConflictError, match="D1 was corrected by ben meanwhile"):
        repository.records.edit(Edit(claimed, {"figure": "1"}), ANA)
    assert len(repository.history(9)) == 3
    repository.records.edit(Edit(seen, {"unit": "bodies"}), ANA)
    fields = repository.records.held("C09").fields
    assert (fields["what"], fields["unit"]) == ("Fallen soldiers", "bodies")
    repository.undo(BEN)
    with pytest.raises(ConflictError, match="D1 was taken back meanwhile"):
        repository.records.edit(Edit(claimed._replace(number=999), {"figure": "1"}), ANA)
    assert_whole(store_path)


def test_edit_that_somebody_edited_again_is_not_undone_beneath_it(repository: Repository) -> None:
    edited(repository, "C09", ANA, what="Fallen soldiers")
    edited(repository, "C09", BEN, what="Bodies")
    with pytest.raises(ConflictError, match=r"C09 was edited again since \(what\)"):
        repository.undo(ANA)
    repository.undo(BEN)
    repository.undo(ANA)
    assert repository.records.held("C09").fields["what"] == "Remains of soldiers"


@pytest.mark.parametrize(
    ("label", "changed", "errors"),
    [
        ("C09", {"what": None, "round": "R9"}, {"what", "round"}),
        ("C09", {"known": "2025-01-01"}, {"known"}),
        ("D1", {"about": "C10"}, {"about"}),
        ("D1", {"figure": "-4"}, {"figure"}),
        ("000", {"published": "2025-06-20", "basis": "stated"}, {"published", "basis"}),
        ("R3", {"ordinal": 2}, {""}),
        ("peskov", {"aliases": ["Moscow"]}, {"aliases"}),
        ("S8", {"window": "2025-07-09", "loose": "2025-07-08"}, {"window"}),
    ],
)
def test_faults_are_told_at_their_fields(
    label: str, changed: dict[str, Any], errors: set[str], repository: Repository, store_path: Path
) -> None:
    before = repository.records.held(label)
    with pytest.raises(FieldsError) as refused:
        edited(repository, label, **changed)
    assert set(refused.value.errors) == errors
    assert repository.records.held(label) == before
    assert len(repository.history(9)) == 1
    assert_whole(store_path)


def test_nothing_is_written_where_nothing_changes(repository: Repository) -> None:
    with pytest.raises(UsageError, match="says so already"):
        edited(repository, "C09", what="Remains of soldiers", needs=[])
    for label, error in (("J1", UnknownError), ("X05", UsageError), ("[/]", UnknownError), ("9:9", UnknownError)):
        with pytest.raises(error):
            repository.records.held(label)


def test_several_are_undone_last_first_beside_other_writes(repository: Repository, store_path: Path) -> None:
    states = [boards(repository)]
    for step in (
        lambda: edited(repository, "C09", category="list"),
        lambda: claim(repository, "C09", "6061"),
        lambda: edited(repository, "E2", serves=["C10"]),
        lambda: added(repository, "commitment"),
        lambda: edited(repository, "C17", to="TR"),
        lambda: edited(repository, "UA", members=["peskov"]),
    ):
        step()
        states.append(boards(repository))
    for expected in reversed(states[:-1]):
        repository.undo(ANA)
        assert boards(repository) == expected
    assert_whole(store_path)
    for expected in states[1:]:
        repository.redo(ANA)
        assert boards(repository) == expected
    assert_whole(store_path)


EDIT = """
from store.domain.records import Edit
with Repository.open(path) as repository:
    for number in range(10000):
        held = repository.records.held("C09")
        receipt = repository.records.edit(Edit(held, {"what": f"{name} {number}"}), me)
        print(receipt.entry.id, flush=True)
"""
"""Edits again and again, and prints the number of each entry once it is written."""


def test_killed_editor_loses_nothing_that_it_was_told_is_written(store_path: Path) -> None:
    told: set[int] = set()
    for trial in range(4):
        program = start(EDIT, store_path, f"author{trial}")
        assert program.stdout is not None
        for _ in range(trial + 1):
            told.add(int(program.stdout.readline()))
        program.kill()
        rest, _ = program.communicate(timeout=60)
        told.update(int(number) for number in rest.split("\n")[:-1])
    assert told <= {entry for (entry,) in rows(store_path, "SELECT entry FROM edits")}
    last = rows(store_path, "SELECT after FROM edits ORDER BY id DESC LIMIT 1")[0][0]
    assert rows(store_path, "SELECT what FROM commitments WHERE label = 'C09'") == [(json.loads(last),)]
    assert_whole(store_path)
