"""What rests on an entry in many histories, some of them made by chance."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.board import Board
from store.domain.changes import commitment_changes, gate_changes, round_changes
from store.errors import ConflictError, TalksError, UsageError
from store.repository import Repository
from tests.store.histories import HISTORIES, boards, in_the_way, newest, redate, turn
from tests.store.records import (
    ANA,
    BEN,
    assert_whole,
    claim,
    commitment,
    judge,
    owed,
    taken,
)

pytestmark = pytest.mark.usefixtures("rules")


@pytest.mark.parametrize("name", HISTORIES)
def test_later_write_stands_in_the_way_where_it_rests_on_the_earlier(repository: Repository, name: str) -> None:
    first, second, rests = HISTORIES[name]
    start = boards(repository)
    first(repository)
    earlier = newest(repository)
    alone = boards(repository)
    second(repository)
    later = newest(repository)
    both = boards(repository)
    assert in_the_way(repository, earlier) == ([later] if rests else [])
    undone = turn(repository, later)
    assert boards(repository) == alone
    assert in_the_way(repository, earlier) == []
    back = turn(repository, earlier)
    assert boards(repository) == start
    if (
        rests
        and name not in ("corrected again", "judged again", "taught anew", "filed under the corrected day")
        and (not name.startswith("judged "))
    ):
        assert in_the_way(repository, undone) == [earlier]
    turn(repository, back)
    turn(repository, undone)
    assert boards(repository) == both


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("judge"), st.sampled_from(["C05", "C09", "C10"]), st.sampled_from(["delivered", "stalled"])),
        st.tuples(st.just("claim"), st.sampled_from(["C09", "C10", "E2"]), st.integers(0, 7000).map(str)),
        st.tuples(st.just("correct"), st.just("C10"), st.integers(0, 7000).map(str)),
        st.tuples(st.just("redate"), st.sampled_from(["000", "003"]), st.sampled_from(["2025-06-22", "2025-06-29"])),
        st.tuples(st.just("import"), st.sampled_from(["C90", "C91"]), st.just("")),
        st.tuples(st.just("turn"), st.integers(2, 12).map(str), st.just("")),
    ),
    min_size=2, max_size=9,
)  # fmt: skip


@given(STEPS)
@settings(max_examples=6)
def test_what_may_be_undone_and_put_back_leaves_the_same_board_and_does_what_was_foretold(
    seeded: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("steps") / "talks.db"
    path.write_bytes(seeded.read_bytes())
    with Repository.open(path) as repository:
        for action, about, value in steps:
            _take(repository, action, about, value)
        last = newest(repository)
        for number in range(last, 1, -1):
            before = boards(repository)
            try:
                seen = repository.archive.turning(number, ANA)
                undone = repository.archive.turn(number, ANA, seen).entry.id
            except (UsageError, ConflictError):
                continue
            after = boards(repository)
            assert set(_differences(before[0], after[0])) == {
                c for c in seen.changes if c.aspect in _COMPARED and c.label[0] in "CRGM"
            }
            assert in_the_way(repository, undone) == []
            if number % 2:
                turn(repository, undone)
                assert boards(repository) == before
    assert_whole(path)


_COMPARED = ("delivery", "instrument", "schedule", "commitment", "state", "window", "gate")


def _differences(before: Board, after: Board) -> list[object]:
    standings = [{row.label: row.standing for row in one.page.rows} for one in (before, after)]
    gates = [one.outlook.gates for one in (before, after)]
    return [
        *commitment_changes(*standings),
        *round_changes(before.rounds, after.rounds),
        *gate_changes(*gates),
    ]


def _take(repository: Repository, action: str, about: str, value: str) -> None:
    try:
        match action:
            case "judge":
                judge(repository, about, value)
            case "claim":
                claim(repository, about, value, BEN)
            case "correct":
                claim(repository, about, value, supersedes="D2")
            case "redate":
                redate(repository, about, value)
            case "import":
                taken(repository, commitment(about, track="IST25"), owed(f"T{about}", about, at="000:1"))
            case _:
                repository.archive.turn(int(about), BEN)
    except TalksError:
        return
