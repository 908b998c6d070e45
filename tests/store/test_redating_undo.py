"""A corrected day in the journal: undone and redone, refused when stale, whole or not at all, appended only."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.redating import NewDay
from store.domain.requests import Author, BoardQuery
from store.domain.words import Aspect
from store.errors import BusyError, ConflictError, PlaceError, UnknownError, UsageError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import (
    ANA,
    BASE,
    BEN,
    assert_whole,
    board,
    claim,
    commitment,
    judge,
    owed,
    raw,
    rows,
    said,
    taken,
)
from tests.store.redated import DAYS, boards, redate, windows

pytestmark = pytest.mark.usefixtures("rules")


def test_undo_and_redo_take_it_back_and_put_it_there_again(repository: Repository, store_path: Path) -> None:
    before = boards(repository)
    entry = redate(repository, "003", "2025-06-24").entry
    changed = boards(repository)
    assert changed != before
    undone = repository.undo(ANA)
    assert undone.sentence == "undone: 003 published 2025-06-24 → 2025-06-23, with what hung on it"
    assert (undone.entry.before, undone.entry.after) == (entry.after, entry.before)
    assert boards(repository) == before
    with Repository.open(store_path) as other:
        redone = other.redo(ANA)
        assert (redone.entry.before, redone.entry.after) == (entry.before, entry.after)
        assert boards(other) == changed
    assert_whole(store_path)


def test_last_write_stands_first_in_what_changed_until_the_next_one(repository: Repository) -> None:
    redate(repository, "003", "2025-06-24")
    first = board(repository).changes[:3]
    assert [(c.label, c.aspect, c.before, c.after) for c in first] == [
        ("003", "published", "2025-06-23", "2025-06-24"),
        ("S9", "window", "2025-06-23/2025-06-29", "2025-06-24/2025-06-29"),
        ("S10", "window", first[2].before, "2025-06-24/2025-06-30 (loosely 2025-06-24/2025-07-10)"),
    ]
    assert [c for c in board(repository, "2025-06-02").changes if c.label == "003"] == []
    repository.undo(ANA)
    back = board(repository).changes[0]
    assert (back.before, back.after) == ("2025-06-24", "2025-06-23")
    repository.redo(ANA)
    assert board(repository).changes[0].after == "2025-06-24"
    judge(repository, "C10", "stalled")
    assert [c for c in board(repository).changes if c.label == "003"] == []


def test_judgement_is_drawn_back_where_the_evidence_ends_before_it(repository: Repository, store_path: Path) -> None:
    judge(repository, "C10", "delivered")
    judge(repository, "R3", "lapsed", aspect=Aspect.ROUND_STATE)
    redate(repository, "000", "2025-06-24")
    shown = board(repository)
    assert shown.moment.day == date(2025, 6, 24)
    assert {row.label: row.standing.delivery.value for row in shown.page.rows}["C10"] == "delivered"
    assert {r.round.label: r.state.value for r in shown.rounds}["R3"] == "lapsed"
    assert repository.evidence("J2", BoardQuery(TODAY)).judgements[0].day == date(2025, 6, 24)
    redate(repository, "000", "2025-06-20")
    assert board(repository).moment.day == date(2025, 6, 23), "source 003 is the newest now"
    assert repository.evidence("J2", BoardQuery(TODAY)).judgements[0].day == date(2025, 6, 23)
    repository.undo(ANA)
    repository.undo(ANA)
    assert repository.evidence("J2", BoardQuery(TODAY)).judgements[0].day == date(2025, 6, 25)
    assert_whole(store_path)


def test_list_that_is_no_longer_true_is_a_conflict_and_nothing_is_written(repository: Repository) -> None:
    new = NewDay("003", date(2025, 6, 24))
    stale = new._replace(seen=repository.redating(new))
    redate(repository, "003", "2025-06-25", BEN)
    after = boards(repository)
    with pytest.raises(ConflictError, match=r"003 was changed by ben meanwhile \(it is dated 2025-06-25 now\)"):
        repository.redate(stale, ANA)
    assert boards(repository) == after
    again = new._replace(seen=repository.redating(new))
    taken(repository, said("N9", "C10", "90", at="003:1", window="../2025-06-25"), author=BEN)
    with pytest.raises(ConflictError, match="what hangs on 003 was changed meanwhile"):
        repository.redate(again, ANA)
    assert len(repository.history(99)) == 3


def test_each_author_undoes_their_own_correction_and_the_newest_in_force_counts(repository: Repository) -> None:
    redate(repository, "003", "2025-06-24", ANA)
    redate(repository, "003", "2025-06-27", BEN)
    undone = repository.undo(ANA).entry
    assert undone.before == undone.after, "the day of the other one stands"
    assert windows(repository)["S9"] == "2025-06-27/2025-06-29"
    repository.undo(BEN)
    assert windows(repository)["S9"] == "2025-06-23/2025-06-29"
    repository.redo(ANA)
    assert windows(repository)["S9"] == "2025-06-24/2025-06-29"


def test_preview_writes_nothing_and_read_only_stores_give_it_too(store_path: Path) -> None:
    with Repository.open(store_path, read_only=True) as closed:
        assert closed.redating(NewDay("003", date(2025, 6, 24))).windows
        with pytest.raises(PlaceError, match="read-only"):
            redate(closed, "003", "2025-06-24")
    assert rows(store_path, "SELECT count(*) FROM redatings") == [(0,)]


def test_failure_in_the_middle_leaves_nothing_of_it(
    repository: Repository, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = boards(repository)

    def full(*_: object, **__: object) -> None:
        raise BusyError("no room")

    for stage in ("placings.rewrite", "journal.record"):
        with monkeypatch.context() as broken:
            broken.setattr(f"store.repository.redating.{stage}", full)
            with pytest.raises(BusyError):
                redate(repository, "003", "2025-06-24")
    assert boards(repository) == before
    assert rows(store_path, "SELECT count(*) FROM redatings") == [(0,)]
    assert_whole(store_path)


def test_correction_of_a_source_whose_import_was_undone_leaves_no_day_behind(empty: Repository) -> None:
    taken(empty, *BASE, commitment("C1"), owed("T1", "C1"), author=BEN)
    redate(empty, "s2", "2025-08-01")
    assert board(empty).moment.day == date(2025, 8, 1)
    empty.undo(BEN)
    assert board(empty).moment.evidence_ends is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE redatings SET known_on = '2025-01-01'",
        "DELETE FROM redatings",
        "REPLACE INTO redatings SELECT * FROM redatings",
    ],
)
def test_corrections_are_appended_only(repository: Repository, store_path: Path, statement: str) -> None:
    redate(repository, "003", "2025-06-24")
    with raw(store_path) as door, pytest.raises(Exception, match="append only"):
        door.execute(statement)


def test_journal_holds_both_sides_and_names_the_correction_on_everything_it_moved(repository: Repository) -> None:
    entry = redate(repository, "003", "2025-06-24", why="the dateline").entry
    assert (entry.action, entry.subject, entry.why) == ("redate", "003", "the dateline")
    assert entry.before is not None
    assert entry.before.startswith("published 2025-06-23; S9 window 2025-06-23/2025-06-29; S10 window")
    assert entry.after is not None
    assert entry.after.startswith("published 2025-06-24; S9 window 2025-06-24/2025-06-29; S10 window")
    assert "S8, S9, S10, S11, S12, S13, S14, S15 said 2025-06-24" in entry.after
    undone = repository.undo(ANA).entry
    for label in ("003", "S9", "X08"):
        assert [e.id for e in repository.history(9, label)][:2] == [undone.id, entry.id]
    assert [e.id for e in repository.evidence("003", BoardQuery(TODAY)).history] == [undone.id, entry.id]
    assert repository.history(9, "S1") == []


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("redate"), st.sampled_from(["000", "001", "002", "003", "004"]),
            st.dates(date(2025, 5, 20), date(2025, 7, 5)).map(date.isoformat),
        ),
        st.tuples(st.just("judge"), st.sampled_from(["C05", "C09"]), st.sampled_from(["delivered", "stalled"])),
        st.tuples(st.just("claim"), st.sampled_from(["C10", "E2"]), st.integers(0, 7000).map(str)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just(""), st.just("")),
    ),
    min_size=1, max_size=7,
)  # fmt: skip


@given(STEPS, st.lists(st.booleans(), min_size=7, max_size=7))
@settings(max_examples=25)
def test_after_any_writes_everything_derived_is_as_computed_and_undo_of_redo_is_identity(
    seeded: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]], ben: list[bool]
) -> None:
    path = tmp_path_factory.mktemp("steps") / "talks.db"
    path.write_bytes(seeded.read_bytes())
    with Repository.open(path) as repository:
        for (action, about, value), other in zip(steps, ben, strict=False):
            _take(repository, action, about, value, BEN if other else ANA)
        if _take(repository, "undo", "", "", ANA):
            undone = [board(repository, day) for day in DAYS[3:]]
            repository.redo(ANA)
            repository.undo(ANA)
            assert [board(repository, day) for day in DAYS[3:]] == undone
        assert repository.board(BoardQuery(TODAY)).moment.evidence_ends == _newest(path)
    assert_whole(path)


def _newest(path: Path) -> date:
    days = {"sources": "published", **dict.fromkeys(("claims", "signals", "reports", "gates", "positions"), "known_on")}
    standing = "entry NOT IN (SELECT entry FROM undone)"
    found = [rows(path, f"SELECT max({day}) FROM dated_{table} WHERE {standing}") for table, day in days.items()]
    return max(date.fromisoformat(newest) for ((newest,),) in found)


def _take(repository: Repository, action: str, about: str, value: str, author: Author) -> bool:
    """Take a step; whether there was anything to do."""
    try:
        match action:
            case "redate":
                redate(repository, about, value, author)
            case "judge":
                judge(repository, about, value, author)
            case "claim":
                claim(repository, about, value, author)
            case "undo":
                repository.undo(author)
            case _:
                repository.redo(author)
    except (UnknownError, UsageError):
        return False
    return True
