"""Things added by hand: one write and one entry each, undone and redone; labels, faults at their fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.domain.board import Board
from store.domain.forms import FORMS
from store.domain.records import NewRecord
from store.domain.requests import BoardQuery
from store.errors import ConflictError, FieldsError, PlaceError, UnknownError, UsageError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.handmade import ADDED, added, edited
from tests.store.records import ANA, BEN, assert_whole, board, labels, raw, rows


def boards(repository: Repository) -> list[Board]:
    """Ask for boards of two days."""
    return [board(repository, day) for day in (None, "2025-06-23")]


def facts(path: Path) -> list[Any]:
    """Count what is in force, by table."""
    tables = ("claims", "signals", "commitments", "rounds", "reports", "exchanges", "gates", "positions", "sources",
              "actors", "tracks")  # fmt: skip
    return [
        rows(path, f"SELECT count(*) FROM {table} WHERE entry NOT IN (SELECT entry FROM undone)") for table in tables
    ]


def test_every_form_is_tried() -> None:
    assert set(ADDED) == set(FORMS)


@pytest.mark.parametrize("kind", FORMS)
def test_thing_is_added_undone_redone_and_added_again(kind: str, repository: Repository, store_path: Path) -> None:
    before, counted = boards(repository), facts(store_path)
    receipt = added(repository, kind)
    assert (receipt.entry.action, receipt.entry.before) == ("add", None)
    assert receipt.entry.after is not None
    assert kind in receipt.entry.after
    after, fuller = boards(repository), facts(store_path)
    assert fuller != counted
    assert repository.undo(ANA).entry.target == receipt.entry.id
    assert (boards(repository), facts(store_path)) == (before, counted)
    assert repository.redo(ANA).sentence.startswith("redone: ")
    assert (boards(repository), facts(store_path)) == (after, fuller)
    repository.undo(ANA)
    again = added(repository, kind)
    if kind != "claim":
        assert again.entry.subject == receipt.entry.subject
    assert facts(store_path) == fuller
    assert_whole(store_path)


def test_what_is_added_says_what_was_typed(repository: Repository) -> None:
    for kind in FORMS:
        label = added(repository, kind).entry.subject
        if kind in ("claim", "report"):
            continue
        fields = repository.records.held(label).fields
        own = {key: value for key, value in ADDED[kind].items() if "." not in key}
        assert {key: fields.get(key) for key in own} == own
    assert "C17" in labels(board(repository).page.rows)
    assert [standing.round.label for standing in board(repository).rounds][3] == "R4"
    assert repository.evidence("C17", BoardQuery(TODAY)).standing is not None


def test_commitment_comes_with_what_is_owed_or_from_a_day(repository: Repository) -> None:
    plain = {key: value for key, value in ADDED["commitment"].items() if not key.startswith("owed.")}
    with pytest.raises(FieldsError, match=r"owed\.at: say where it stands"):
        repository.records.add(NewRecord("commitment", plain), ANA)
    with pytest.raises(FieldsError, match=r"owed\.at: say where it stands"):
        repository.records.add(NewRecord("commitment", {**plain, "owed.figure": "6"}), ANA)
    receipt = repository.records.add(NewRecord("commitment", {**plain, "known": "2025-06-20"}), ANA)
    standing = repository.evidence(receipt.entry.subject, BoardQuery(TODAY)).standing
    assert standing is not None
    assert standing.commitment.known_on.isoformat() == "2025-06-20"
    with pytest.raises(FieldsError) as refused:
        added(repository, "commitment", **{"owed.at": "zzz:1", "owed.instrument": "sworn"})
    assert set(refused.value.errors) == {"owed.at", "owed.instrument"}


@pytest.mark.parametrize(
    ("kind", "more", "errors", "code"),
    [
        ("claim", {"about": "C99", "by": "nobody", "at": "zz:1"}, {"about", "by", "at"}, 3),
        ("claim", {"measure": "weight", "figure": "many"}, {"measure", "figure"}, 2),
        ("claim", {"measure": None, "at": ""}, {"measure", "at"}, 2),
        ("claim", {"window": "2025-07-02/2025-07-01"}, {"window"}, 2),
        ("claim", {"way": "RU-UA"}, {"way"}, 2),
        ("claim", {"note": "x" * 5000}, {"note"}, 2),
        ("claim", {"colour": "red"}, {"colour"}, 2),
        ("signal", {"round": "R9", "known": "June"}, {"round", "known"}, 2),
        ("gate", {"testable": "perhaps", "requires": ["C09", "C98"]}, {"testable", "requires"}, 2),
        ("round", {"ordinal": 2}, {"ordinal"}, 2),
        ("round", {"ordinal": -1}, {"ordinal"}, 2),
        ("actor", {"aliases": ["Moscow"]}, {"aliases"}, 2),
        ("exchange", {"legs": [{"from": "RU", "to": "XX", "category": "remains"}]}, {"legs"}, 3),
    ],
)
def test_faults_are_told_at_their_fields_and_nothing_is_written(
    kind: str, more: dict[str, Any], errors: set[str], code: int, repository: Repository, store_path: Path
) -> None:
    counted = facts(store_path)
    with pytest.raises(FieldsError) as refused:
        added(repository, kind, **more)
    assert set(refused.value.errors) == errors
    assert refused.value.code == code
    assert len(repository.history(9)) == 1
    assert facts(store_path) == counted


def test_labels_are_the_next_free_ones_and_can_be_chosen(repository: Repository) -> None:
    proposed = {kind: repository.records.start(kind).label for kind in FORMS}
    assert (proposed["commitment"], proposed["round"], proposed["source"], proposed["exchange"]) == (
        "C17", "R4", "005", "E7"
    )  # fmt: skip
    new = NewRecord("commitment", {**ADDED["commitment"]}, "C20")
    assert repository.records.add(new, ANA).entry.subject == "C20"
    with pytest.raises(FieldsError, match=r"label: 'C20' is on record already; C18 is free"):
        repository.records.add(new, BEN)
    assert added(repository, "actor").entry.subject == "olena-petrenko"
    assert added(repository, "actor", aliases=[]).entry.subject == "olena-petrenko-2"
    assert added(repository, "round", kind="meeting", ordinal=None).entry.subject.startswith("M")


def test_what_is_undone_gives_its_label_up_and_is_then_not_redone(repository: Repository, store_path: Path) -> None:
    added(repository, "round", ANA)
    repository.undo(ANA)
    assert added(repository, "round", BEN, name="Another").entry.subject == "R4"
    with pytest.raises(ConflictError, match="R4"):
        repository.redo(ANA)
    assert repository.records.held("R4").fields["name"] == "Another"
    assert_whole(store_path)


def test_what_others_rest_on_or_edited_is_not_undone_beneath_them(repository: Repository) -> None:
    label = added(repository, "commitment", ANA).entry.subject
    added(repository, "claim", BEN, about=label)
    with pytest.raises(ConflictError, match="something rests on it"):
        repository.undo(ANA)
    repository.undo(BEN)
    edited(repository, label, BEN, what="Abducted children")
    with pytest.raises(ConflictError, match="was edited by ben since"):
        repository.undo(ANA)
    repository.undo(BEN)
    repository.undo(ANA)
    with pytest.raises(UnknownError):
        repository.records.held(label)


def test_new_thing_begins_with_what_is_highlighted(repository: Repository) -> None:
    records = repository.records
    assert records.start("claim", "C09").fields["about"] == "C09"
    assert records.start("signal", "R2").fields["round"] == "R2"
    assert records.start("gate", "C09").fields["requires"] == ["C09"]
    assert records.start("exchange", "C09").fields["serves"] == ["C09"]
    assert records.start("claim", "000").fields["at"] == "000:"
    assert records.start("position", "UA").fields["actor"] == "UA"
    assert records.start("claim", "E2").fields["about"] == "E2"
    assert records.start("claim", "[/]").fields == {"measure": "cumulative", "strength": "article"}
    with pytest.raises(UsageError, match="no kind of thing"):
        records.start("weather")


def test_things_nearby_are_found_by_label_and_words(repository: Repository) -> None:
    records = repository.records
    assert [named.label for named in records.near(["commitment"], "c0")][:2] == ["C01", "C02"]
    assert {named.label for named in records.near(["commitment"], "remains")} == {"C09", "C10", "C14"}
    assert records.near(["round"], "third")[0].words == "Third round"
    assert records.near(["source"], "00")[0].label == "000"
    assert [named.label for named in records.units("pri")] == ["prisoners"]
    assert records.published("zzz") is None
    assert records.near(["commitment", "exchange"], "\x1b[/]") == []


def test_hostile_texts_are_kept_as_they_are(repository: Repository, store_path: Path) -> None:
    hostile = "[/] [@click=app.quit]x\x1b]52;c;aGk=\x07'); DROP TABLE claims; --"
    label = added(repository, "commitment", what=hostile, unit=hostile).entry.subject
    assert repository.records.held(label).fields["what"] == hostile
    assert labels(board(repository, filter="DROP").page.rows) == [label]
    assert_whole(store_path)


def test_empty_store_is_filled_by_hand(empty: Repository, empty_path: Path) -> None:
    records = empty.records
    for code in ("RU", "UA"):
        side = {"name": code, "kind": "side", "role": "party"}
        records.add(NewRecord("actor", side, code), ANA)
    track = records.add(NewRecord("track", {"name": "Talks", "parties": ["RU", "UA"]}), ANA).entry.subject
    source = records.add(NewRecord("source", {"published": "2025-06-01", "basis": "stated"}), ANA).entry.subject
    assert (track, source) == ("T1", "000")
    at = {"owed.at": "000:1", "round": None, "track": track}
    assert added(empty, "commitment", **at).entry.subject == "C01"
    assert labels(board(empty).page.rows) == ["C01"]
    assert_whole(empty_path)


def test_read_only_store_is_refused(store_path: Path) -> None:
    with Repository.open(store_path, read_only=True) as repository:
        with pytest.raises(PlaceError, match="read-only"):
            added(repository, "round")
        with pytest.raises(PlaceError, match="read-only"):
            edited(repository, "C09", what="x")
        assert repository.records.held("C09").label == "C09"


def test_fault_in_the_middle_leaves_nothing(
    repository: Repository, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    counted = facts(store_path)
    monkeypatch.setattr("store.repository.journal.record", broken)
    for kind in ("commitment", "round"):
        with pytest.raises(RuntimeError):
            added(repository, kind)
    with pytest.raises(RuntimeError):
        edited(repository, "C09", what="x")
    monkeypatch.undo()
    assert facts(store_path) == counted
    with raw(store_path) as door:
        assert door.execute("SELECT count(*) FROM edits").fetchone()[0] == 0
    assert repository.records.held("C09").fields["what"] != "x"
    assert_whole(store_path)
