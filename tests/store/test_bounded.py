"""Answers take as much work on a large store as on a small one, counted in statements and in steps of SQLite's engine.

The two stores hold the same tracks, days and sides; one has ten times the commitments.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from fixtures.generate import record
from store.domain.notices import Seen
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.repository import Repository, connection
from store.repository.notices import news, notices
from tests.conftest import TODAY
from tests.store.records import ANA, judge, line, said, taken

if TYPE_CHECKING:
    from sqlite3 import Connection

SMALL, LARGE = 400, 4000
GROWTH = 1.3
"""How much more the large store may cost: its trees are a level deeper."""
_UNIT = 10
QUERY = BoardQuery(TODAY, size=40, with_changes=False)
BOARD_STATEMENTS, PAGE_STATEMENTS = 38, 25
BOARD_STEPS, PAGE_STEPS = 40_000, 46_000
"""What a board and a page of forty may take at most. Below four fifths of it no growth is looked for: a small store has
shelves with less than a page on them."""

NOTICE_STEPS, NOTICE_STATEMENTS = 180_000, 200
"""What notices may take at most: a list of a hundred that is looked for on each shelf of each band."""


class Work(NamedTuple):
    """What answering took."""

    steps: int
    statements: int


def work(repository: Repository, ask: Callable[[Repository], object], *, remembering: bool = False) -> Work:
    """Count what one answer takes, by itself or with what is remembered from earlier ones."""
    if not remembering:
        repository._memory._held.clear()
    with counted(repository._connection) as seen:
        ask(repository)
    return Work(*seen)


@contextmanager
def counted(connection: "Connection") -> Iterator[list[int]]:
    """Count the steps of SQLite's engine and the statements of a connection."""
    seen = [0, 0]

    def step() -> int:
        seen[0] += _UNIT
        return 0

    def statement(text: str) -> None:
        seen[1] += not text.startswith("--")

    connection.set_trace_callback(statement)
    connection.set_progress_handler(step, _UNIT)
    try:
        yield seen
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_trace_callback(None)


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
    assert large.steps <= max(small.steps, BOARD_STEPS * 4 / 5) * GROWTH
    assert large.steps <= BOARD_STEPS
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
    assert large.steps <= max(small.steps, PAGE_STEPS * 4 / 5) * GROWTH
    assert large.steps <= PAGE_STEPS
    assert max(small.statements, large.statements) <= PAGE_STATEMENTS


@pytest.mark.parametrize("text", ["p", "pri", "prisoners", "ю", "remains soldiers", "n00042", "zzzz", "silence"])
def test_filter_takes_bounded_work(pair: tuple[Repository, Repository], text: str) -> None:
    small, large = (work(repository, lambda r: r.page(QUERY._replace(filter=text))) for repository in pair)
    # hits are looked at one by one until they are more than the root of what there is, so the root is allowed for
    assert large.steps <= max(small.steps, 40_000) * (LARGE / SMALL) ** 0.5
    assert large.steps <= 60_000


@pytest.mark.parametrize("since", [None, date(2024, 1, 4)])
def test_changes_take_bounded_work(pair: tuple[Repository, Repository], since: date | None) -> None:
    small, large = (work(repository, lambda r: r.changes(QUERY._replace(since=since))) for repository in pair)
    assert large.steps <= max(small.steps, 45_000) * GROWTH


def test_changes_of_a_day_take_no_more_for_all_that_was_said_on_it(stores: tuple[Path, Path], tmp_path: Path) -> None:
    found = []
    for claims in (300, 3000):
        path = Path(shutil.copy(stores[1], tmp_path / f"{claims}.db"))
        with Repository.open(path) as repository:
            dispatch = line("source", "busy", origin="busy", published="2024-12-30", basis="stated", title="Busy")
            taken(repository, dispatch, *(said(f"b{n}", f"N{n:05}", "5", "busy:1") for n in range(1, claims + 1)))
            found.append((work(repository, lambda r: r.changes(QUERY)), len(repository.changes(QUERY))))
    (few, listed), (many, listed_too) = found
    assert listed_too >= listed > 0
    assert many.steps <= few.steps * GROWTH


def test_what_is_printed_counts_and_settles_once(pair: tuple[Repository, Repository]) -> None:
    for repository in pair:
        outline = work(repository, lambda r: r.outline(QUERY))
        both = work(repository, lambda r: (r.outline(QUERY), list(r.rows(QUERY, 50))))
        assert both.statements <= outline.statements + 12


@pytest.mark.parametrize("label", ["N00007", "T1", "s030", "AA", "halyna"])
def test_evidence_takes_bounded_work(pair: tuple[Repository, Repository], label: str) -> None:
    small, large = (work(repository, lambda r: r.evidence(label, QUERY)) for repository in pair)
    assert large.steps <= max(small.steps, 39_000) * GROWTH


def test_judgement_takes_bounded_work(stores: tuple[Path, Path], tmp_path: Path) -> None:
    found = []
    for path in stores:
        with Repository.open(Path(shutil.copy(path, tmp_path / path.name))) as repository:
            judge(repository, "N00007", "stalled")
            found.append(work(repository, lambda r: judge(r, "N00007", "refused")))
    small, large = found
    assert large.steps <= small.steps * GROWTH
    assert max(small.statements, large.statements) <= 36


def test_board_after_a_judgement_is_reckoned_anew_only_where_it_bears(
    stores: tuple[Path, Path], tmp_path: Path
) -> None:
    found = []
    for path in stores:
        copied = Path(shutil.copy(path, tmp_path / path.name))
        with Repository.open(copied) as repository, Repository.open(copied) as other:
            label = repository.board(QUERY).page.rows[1].label
            judge(other, label, "stalled")
            found.append(work(repository, lambda r: r.board(QUERY), remembering=True))
    small, large = found
    assert large.steps <= small.steps * GROWTH
    assert large.steps <= 9_000
    assert max(small.statements, large.statements) <= 22


def test_opening_never_scans(stores: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    configure, found = connection._configure, []
    with ExitStack() as closing, ExitStack() as counting:

        def counted_from_the_start(opened: "Connection", *, read_only: bool) -> "Connection":
            found.append(counting.enter_context(counted(opened)))
            return configure(opened, read_only=read_only)

        monkeypatch.setattr(connection, "_configure", counted_from_the_start)
        for path in stores:
            closing.enter_context(Repository.open(path, read_only=True))
    (small, statements), (large, _) = found
    assert large == small <= 2_100
    assert statements <= 10


@pytest.mark.parametrize("day", ["", "2024-05-20", "2024-09-30"])
def test_notices_take_bounded_work(pair: tuple[Repository, Repository], day: str) -> None:
    query = on(day) if day else QUERY
    seen = Seen(entry=1, at="", day=date(2024, 1, 4))
    for ask in (lambda r: notices(r, query, None), lambda r: news(r, query, seen)):
        _, large = (work(repository, ask) for repository in pair)
        assert large.steps <= NOTICE_STEPS
        assert large.statements <= NOTICE_STATEMENTS


def test_pages_after_the_first_remember_what_did_not_change(pair: tuple[Repository, Repository]) -> None:
    for repository in pair:
        first = work(repository, lambda r: r.page(QUERY))
        again = work(repository, lambda r: r.page(QUERY), remembering=True)
        assert again.statements < first.statements / 2


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
