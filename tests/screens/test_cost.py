"""What a key costs in fetching, counted; and that no key waits for the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from store.domain.board import Board
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.screens.conftest import Desk, Opener
from tests.screens.test_pages import fill
from tui.fetcher import Kind
from tui.render.frame import Pane


@contextmanager
def counted(d: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Kind]]:
    """Collect what is wished for because of a key; the ends of the list are read while none is pressed."""
    wished: list[Kind] = []
    wish = d.app.fetcher.wish

    def noting(kind: Kind, *rest: Any) -> None:
        if kind is not Kind.ENDS:
            wished.append(kind)
        wish(kind, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(d.app.fetcher, "wish", noting)
        yield wished


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        (("j",), [Kind.EVIDENCE]),
        (("tab",), [Kind.EVIDENCE]),
        (("v",), [Kind.BOARD, Kind.CHANGES, Kind.PAGE]),
        (("less_than_sign",), [Kind.BOARD, Kind.CHANGES]),
        (("r",), [Kind.BOARD, Kind.CHANGES, Kind.PAGE]),
        (("4", "j"), []),
        (("G",), [Kind.PAGE, Kind.EVIDENCE, Kind.PAGE]),
    ],
)
async def test_each_key_fetches_only_what_it_changes(
    desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], kinds: list[Kind]
) -> None:
    fill(store)
    monkeypatch.setattr("tui.paging._REST", 3600.0)
    async with desk() as d:
        await d.press("j", "k")
        with counted(d, monkeypatch) as wished:
            await d.press(*keys)
        assert wished == kinds


async def test_letter_of_the_filter_fetches_a_page(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        await d.press("slash")
        with counted(d, monkeypatch) as wished:
            await d.type("r")
        assert wished == [Kind.PAGE]


async def test_held_key_asks_for_the_evidence_once_it_is_let_go(
    desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    async with desk() as d:
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)
        with counted(d, monkeypatch) as wished:
            for _ in range(8):
                await d.pilot.press("j")
            assert wished == []
            assert d.app._resting is not None
            d.app._rested()
            await d.rest()
            assert wished == [Kind.EVIDENCE]
        assert d.board.evidence.subject == d.owed.label


async def test_as_many_widgets_whatever_the_record_holds(desk: Opener, store: Path) -> None:
    async with desk() as d:
        few = len(list(d.app.screen.walk_children()))
    fill(store)
    async with desk() as d:
        await d.press("G")
        assert len(list(d.app.screen.walk_children())) == few
        assert len(d.board.page.rows) <= 2 * d.app.size.height


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Make every board and page wait until it is let go."""
    let_go = Event()
    board, page = Repository.board, Repository.page

    def slow_board(self: Repository, query: BoardQuery) -> Board:
        assert let_go.wait(20)
        return board(self, query)

    def slow_page(self: Repository, query: BoardQuery) -> Any:
        assert let_go.wait(20)
        return page(self, query)

    with monkeypatch.context() as patch:
        patch.setattr(Repository, "board", slow_board)
        patch.setattr(Repository, "page", slow_page)
        try:
            yield let_go
        finally:
            let_go.set()


async def test_slow_store_holds_up_no_key(desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    async with desk() as d:
        before, place = d.board, d.owed.cursor
        with held(monkeypatch) as let_go:
            for key in ("v", "less_than_sign", "G", "j", "j", "3"):
                await d.pilot.press(key)
            assert d.owed.cursor == place + 2
            assert d.pane(Pane.NEXT).has_focus
            assert d.board.reading == before.reading
            assert d.board.page is before.page
            let_go.set()
        await d.rest()
        assert d.board.reading.name == "common"
        assert not d.board.moment.latest


async def test_answers_that_are_superseded_never_come_onto_the_board(
    desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as d:
        seen: list[str] = []
        d.app.watch(d.app, "board", lambda board: seen.append(board.reading.name), init=False)
        with held(monkeypatch) as let_go:
            for key in ("v", "v", "v"):
                await d.pilot.press(key)
            let_go.set()
        await d.rest()
        assert set(seen) == {"UA"}
        assert d.board.reading.name == "UA"


async def test_letters_typed_while_the_store_is_slow_are_found_together(
    desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as d:
        filters: list[str] = []
        d.app.watch(d.app, "board", lambda board: filters.append(board.page.filter), init=False)
        await d.press("slash")
        with held(monkeypatch) as let_go:
            for letter in "rem":
                await d.pilot.press(letter)
            let_go.set()
        await d.rest()
        assert d.board.page.filter == "rem"
        assert not {"r", "re"} & set(filters)


async def test_first_page_is_a_screenful_and_grows_without_moving_anything(desk: Opener, store: Path) -> None:
    fill(store)
    async with desk() as d:
        taken: list[int] = []
        await d.press("G")
        d.app.watch(d.app, "board", lambda board: taken.append(len(board.page.rows)), init=False)
        await d.press("g")
        pane = d.owed
        sizes = list(dict.fromkeys(taken))
        assert sizes[0] <= pane.size.height + 4
        assert sizes[-1] > 2 * pane.size.height
        assert pane.cursor == 0
        after = [line[32:] for line in d.lines[1 : pane.outer_size.height]]
        d.app.reload()
        await d.rest()
        assert [line[32:] for line in d.lines[1 : pane.outer_size.height]] == after
