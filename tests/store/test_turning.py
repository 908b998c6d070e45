"""Taking back any entry: what rests on it, what it would change, and what comes of it."""

import signal
from pathlib import Path

import pytest

from store.domain.requests import BoardQuery
from store.errors import BusyError, ConflictError, PlaceError, UnknownError, UsageError
from store.repository import Repository
from store.repository.references import Graph
from tests.conftest import TODAY
from tests.store.accepted import accept
from tests.store.articles import item, kept
from tests.store.handmade import added, edited
from tests.store.histories import NEWS, boards, in_the_way, newest, redate, turn
from tests.store.programs import TURN, start
from tests.store.records import (
    ANA,
    BASE,
    BEN,
    assert_whole,
    board,
    claim,
    commitment,
    judge,
    line,
    owed,
    raw,
    rows,
    taken,
)

pytestmark = pytest.mark.usefixtures("rules")


def test_entry_of_anybody_is_undone_and_the_undo_taken_back(repository: Repository, store_path: Path) -> None:
    before = boards(repository)
    first = judge(repository, "C10", "delivered", BEN).id
    judge(repository, "C09", "stalled", BEN)
    changed = boards(repository)
    undone = repository.archive.turn(first, ANA)
    assert undone.sentence == f"undone entry {first}: C10 delivered → partial"
    assert (undone.entry.action, undone.entry.target, undone.entry.who) == ("undo", first, "ana")
    again = repository.archive.turn(undone.entry.id, BEN)
    assert (again.entry.action, again.entry.target) == ("redo", first)
    assert boards(repository) == changed
    last = repository.archive.turn(again.entry.id, ANA)
    assert (last.entry.action, last.entry.target) == ("undo", first)
    repository.undo(BEN)
    assert boards(repository) == before
    assert_whole(store_path)


def test_key_of_redo_puts_back_what_was_taken_back_by_number(repository: Repository) -> None:
    first = judge(repository, "C10", "delivered", BEN).id
    changed = boards(repository)
    repository.archive.turn(first, ANA)
    assert repository.redo(ANA).entry.target == first
    assert boards(repository) == changed


def test_later_edit_of_the_same_field_and_of_what_was_added_stands_in_the_way(repository: Repository) -> None:
    thing = added(repository, "round").entry
    first = edited(repository, thing.subject, name="A first name").entry.id
    beside = edited(repository, thing.subject, ordinal=8).entry.id
    second = edited(repository, thing.subject, name="A second name").entry.id
    assert in_the_way(repository, first) == [second]
    assert in_the_way(repository, beside) == []
    assert in_the_way(repository, thing.id) == [second, beside, first]
    turn(repository, beside)
    turn(repository, second)
    turn(repository, first)
    assert repository.records.held(thing.subject).number
    turn(repository, thing.id)
    with pytest.raises(UnknownError):
        repository.records.held(thing.subject)


def test_entries_that_cannot_be_taken_back_are_refused_in_a_sentence(repository: Repository) -> None:
    first = judge(repository, "C10", "delivered").id
    undo = turn(repository, first)
    redo = turn(repository, undo)
    with pytest.raises(UsageError, match="the store began with"):
        repository.archive.turning(1, ANA)
    with pytest.raises(UnknownError, match="no entry 99"):
        repository.archive.turn(99, ANA)
    with pytest.raises(UsageError, match=rf"entry {undo} holds no more: entry {redo} \(redo\)"):
        repository.archive.turning(undo, ANA)
    turn(repository, redo)
    with pytest.raises(UsageError, match=f"undone already, by entry {redo + 1}"):
        repository.archive.turning(first, ANA)


def test_preview_names_what_changes_and_keeps_nothing(repository: Repository, store_path: Path) -> None:
    entry = judge(repository, "C10", "delivered").id
    before = boards(repository)
    found = repository.archive.turning(entry, BEN)
    assert ("C10", "delivery", "delivered *", "partial ?") in [
        (c.label, c.aspect, (c.before or "").replace("78 ", ""), (c.after or "").replace("78 ", ""))
        for c in found.changes
    ]
    assert (found.action, found.target.id, found.counted, found.obstacles) == ("undo", entry, "1 judgement", ())
    assert boards(repository) == before
    assert newest(repository) == entry
    assert_whole(store_path)


def test_preview_of_a_read_only_store_is_refused(store_path: Path) -> None:
    with Repository.open(store_path, read_only=True) as closed, pytest.raises(PlaceError, match="read-only"):
        closed.archive.turning(1, ANA)


def test_what_others_wrote_meanwhile_counts_only_where_it_changes_what_was_seen(repository: Repository) -> None:
    entry = judge(repository, "C10", "delivered").id
    seen = repository.archive.turning(entry, ANA)
    judge(repository, "C09", "stalled", BEN)
    repository.archive.turn(entry, ANA, seen)
    again = judge(repository, "C10", "delivered").id
    seen = repository.archive.turning(again, ANA)
    claim(repository, "C10", "90", BEN, locator="6")
    with pytest.raises(ConflictError, match="somebody wrote meanwhile"):
        repository.archive.turn(again, ANA, seen)
    seen = repository.archive.turning(again, ANA)
    repository.archive.turn(again, BEN)
    with pytest.raises(UsageError, match="undone already"):
        repository.archive.turn(again, ANA, seen)


def test_failure_in_the_middle_leaves_nothing_of_it(
    repository: Repository, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = judge(repository, "C10", "delivered").id
    before = boards(repository)

    def full(*_: object, **__: object) -> None:
        raise BusyError("no room")

    for stage in ("placings.rewrite", "days.keep"):
        with monkeypatch.context() as broken:
            broken.setattr(f"store.repository.derived.{stage}", full)
            with pytest.raises(BusyError):
                repository.archive.turn(entry, ANA)
            with pytest.raises(BusyError):
                repository.archive.turning(entry, ANA)
    assert (boards(repository), newest(repository)) == (before, entry)
    assert_whole(store_path)


def test_killed_while_taking_back_and_putting_back_loses_nothing_that_was_told(store_path: Path) -> None:
    for trial in range(3):
        program = start(TURN, store_path, f"author {trial}")
        assert program.stdout is not None
        told = [int(program.stdout.readline()) for _ in range(3 + trial)][-1]
        program.send_signal(signal.SIGKILL)
        program.communicate(timeout=60)
        with Repository.open(store_path) as repository:
            assert newest(repository) >= told
        assert_whole(store_path)


def test_what_took_the_place_of_an_undone_entry_stands_in_the_way_of_putting_it_back(repository: Repository) -> None:
    first = claim(repository, "C10", "80", supersedes="D2").id
    undone = turn(repository, first)
    second = claim(repository, "C10", "81", supersedes="D2").id
    assert in_the_way(repository, undone) == [second]
    judged = judge(repository, "C10", "stalled").id
    unjudged = turn(repository, judged)
    again = judge(repository, "C10", "refused", BEN).id
    assert in_the_way(repository, unjudged) == [again]
    turn(repository, again)
    turn(repository, unjudged)
    day = redate(repository, "003", "2025-06-24")
    undated = turn(repository, day)
    filed = claim(repository, "C09", "6060", source="003").id
    assert in_the_way(repository, undated) == [filed]


def test_what_was_accepted_is_taken_back_and_put_back_unless_accepted_again(
    repository: Repository, store_path: Path
) -> None:
    before = boards(repository)
    kept(repository)
    entry = accept(repository, "X1", "D1").entry.id
    changed = boards(repository)
    later = accept(repository, "P1", author=BEN).entry.id
    assert in_the_way(repository, entry) == [later]
    turn(repository, later)
    undone = turn(repository, entry, BEN)
    assert boards(repository) == before
    turn(repository, undone)
    assert boards(repository) == changed
    undone = turn(repository, newest(repository))
    again = accept(repository, "X1", author=BEN).entry.id
    assert in_the_way(repository, undone)[0] == again
    turn(repository, again)
    assert entry in in_the_way(repository, undone)
    assert item(repository, "X1").state.value == "waiting"
    assert_whole(store_path)


def test_whole_import_goes_with_its_rounds_and_gates(empty: Repository, empty_path: Path) -> None:
    taken(empty, *BASE)
    base = newest(empty)
    round_ = line("round", "R1", track="T", kind="round", ordinal=1, name="first")
    report = line("report", "R1", at="s1:1", strength="article", state="expected")
    taken(empty, round_, report, commitment("C1"), owed("T1", "C1"))
    entry = newest(empty)
    found = empty.archive.turning(entry, ANA)
    assert [(c.label, c.after) for c in found.changes] == [("R1", None), ("C1", None)]
    assert found.counted == "1 round, 1 commitment, 1 report, 1 claim"
    assert in_the_way(empty, base) == [entry]
    undone = turn(empty, entry)
    back = turn(empty, base)
    assert in_the_way(empty, undone) == [base]
    turn(empty, back)
    turn(empty, undone)
    assert [row.label for row in board(empty).page.rows] == ["C1"]
    assert_whole(empty_path)


def test_graph_knows_every_table_of_the_record(store_path: Path) -> None:
    with raw(store_path) as connection:
        graph = Graph(connection)
        assert {"claims", "redatings", "aliases", "vocabulary", "judgements"} <= graph.written
        assert not graph.written & {"undone", "acceptances", "placings", "readings"}
        assert {(r.table, r.column) for r in graph.onto("commitments") if r.owner} == {
            ("serves", "commitment"), ("gate_commitments", "commitment"), ("discrepancy_subjects", "subject"),
        }  # fmt: skip
        assert graph.corrections() == ["edits", "redatings"]
        labelled = {r.target for r in graph.references}
        assert {"actors", "sources", "tracks", "rounds", "commitments", "exchanges", "claims"} <= labelled


def test_evidence_of_what_an_undone_import_brought_is_gone(repository: Repository, store_path: Path) -> None:
    taken(repository, NEWS)
    turn(repository, newest(repository))
    with pytest.raises(UnknownError):
        repository.evidence("005", BoardQuery(TODAY))
    assert rows(store_path, "SELECT count(*) FROM undone") == [(1,)]
