"""Answers take as much work on a large store as on a small one, counted in statements and in steps of SQLite's engine.

The two stores hold the same tracks, days and sides; one has ten times the commitments.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from fixtures.generate import record
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, judge, taken

SMALL, LARGE = 400, 4000
GROWTH = 1.3
"""How much more the large store may cost: its trees are a level deeper."""
_UNIT = 10
QUERY = BoardQuery(TODAY, size=40, with_changes=False)
BOARD_STATEMENTS, PAGE_STATEMENTS = 45, 28


class Work(NamedTuple):
    """What answering took."""

    steps: int
    statements: int


def work(repository: Repository, ask: Callable[[Repository], object]) -> Work:
    """Count what one answer takes when nothing is remembered from an earlier one."""
    connection = repository._connection
    seen = [0, 0]

    def step() -> int:
        seen[0] += _UNIT
        return 0

    def statement(text: str) -> None:
        seen[1] += not text.startswith("--")

    repository._memory._held.clear()
    connection.set_trace_callback(statement)
    connection.set_progress_handler(step, _UNIT)
    try:
        ask(repository)
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_trace_callback(None)
    return Work(*seen)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a small store and a large one."""
    folder = tmp_path_factory.mktemp("bounded")
    for size in (SMALL, LARGE):
        with Repository.create(folder / f"{size}.db", author=ANA) as repository:
            taken(repository, *record(size))
    return folder / f"{SMALL}.db", folder / f"{LARGE}.db"


@pytest.fixture(scope="module")
def pair(stores: tuple[Path, Path]) -> Iterator[tuple[Repository, Repository]]:
    """Return repositories open on both, to read."""
    with Repository.open(stores[0], read_only=True) as small, Repository.open(stores[1], read_only=True) as large:
        yield small, large


def on(day: str, **more: object) -> BoardQuery:
    """Ask for a board of another day."""
    return QUERY._replace(day=date.fromisoformat(day), **more)  # type: ignore[arg-type]


BOARDS = {
    "latest": QUERY,
    "one track": QUERY._replace(track="T1"),
    **{reading: QUERY._replace(reading=Reading(reading)) for reading in ("common", "AA", "BB")},
    **{day: on(day) for day in ("2024-01-04", "2024-02-10", "2024-05-20", "2024-09-30", "2024-10-20")},
}


@pytest.mark.parametrize("query", BOARDS.values(), ids=BOARDS.keys())
def test_board_takes_bounded_work(pair: tuple[Repository, Repository], query: BoardQuery) -> None:
    small, large = (work(repository, lambda r: r.board(query)) for repository in pair)
    assert large.steps <= max(small.steps, 40_000) * GROWTH
    assert max(small.statements, large.statements) <= BOARD_STATEMENTS


PAGES = {
    "first": QUERY,
    "last": QUERY._replace(from_end=True),
    "around": QUERY._replace(around="N00201"),
    "last of the common reading": QUERY._replace(from_end=True, reading=Reading("common")),
    "last of an early day": on("2024-02-10", from_end=True),
    "around on a middle day": on("2024-05-20", around="N00201"),
}


@pytest.mark.parametrize("query", PAGES.values(), ids=PAGES.keys())
def test_page_takes_bounded_work(pair: tuple[Repository, Repository], query: BoardQuery) -> None:
    small, large = (work(repository, lambda r: r.page(query)) for repository in pair)
    assert large.steps <= max(small.steps, 40_000) * GROWTH
    assert max(small.statements, large.statements) <= PAGE_STATEMENTS


@pytest.mark.parametrize("text", ["p", "pri", "prisoners", "ю", "remains soldiers", "n00042", "zzzz", "silence"])
def test_filter_takes_bounded_work(pair: tuple[Repository, Repository], text: str) -> None:
    small, large = (work(repository, lambda r: r.page(QUERY._replace(filter=text))) for repository in pair)
    # hits are looked at one by one until they are more than the root of what there is, so the root is allowed for
    assert large.steps <= max(small.steps, 40_000) * (LARGE / SMALL) ** 0.5
    assert large.steps <= 120_000


@pytest.mark.parametrize("since", [None, date(2024, 1, 4)])
def test_changes_take_bounded_work(pair: tuple[Repository, Repository], since: date | None) -> None:
    small, large = (work(repository, lambda r: r.changes(QUERY._replace(since=since))) for repository in pair)
    assert large.steps <= max(small.steps, 120_000) * GROWTH


@pytest.mark.parametrize("label", ["N00007", "T1", "s030", "AA", "halyna"])
def test_evidence_takes_bounded_work(pair: tuple[Repository, Repository], label: str) -> None:
    small, large = (work(repository, lambda r: r.evidence(label, QUERY)) for repository in pair)
    assert large.steps <= max(small.steps, 60_000) * GROWTH


def test_judgement_takes_bounded_work(stores: tuple[Path, Path], tmp_path: Path) -> None:
    found = []
    for path in stores:
        with Repository.open(Path(shutil.copy(path, tmp_path / path.name))) as repository:
            judge(repository, "N00007", "stalled")
            found.append(work(repository, lambda r: judge(r, "N00007", "refused")))
    small, large = found
    assert large.steps <= small.steps * GROWTH
    assert max(small.statements, large.statements) <= 60


def test_pages_after_the_first_remember_what_did_not_change(pair: tuple[Repository, Repository]) -> None:
    for repository in pair:
        first = work(repository, lambda r: r.page(QUERY))
        connection, seen = repository._connection, list[str]()
        connection.set_trace_callback(seen.append)
        repository.page(QUERY)
        connection.set_trace_callback(None)
        assert len(seen) < first.statements - 4


def test_what_is_remembered_is_forgotten_when_another_process_writes(stores: tuple[Path, Path], tmp_path: Path) -> None:
    path = Path(shutil.copy(stores[0], tmp_path / "talks.db"))
    with Repository.open(path) as mine, Repository.open(path) as other:
        before = mine.board(QUERY)
        label = next(row.label for row in before.page.rows)
        judge(other, label, "delivered")
        after = mine.board(QUERY)
        assert (after.totals.done, after.totals.owed) == (before.totals.done + 1, before.totals.owed)
        mine.undo(ANA)
        assert mine.board(QUERY).totals == before.totals
