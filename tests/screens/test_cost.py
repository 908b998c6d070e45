"""What a key costs, counted: what is fetched, drawn and sent; and that no key waits for the store."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from store.domain.board import Board
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.screens.conftest import MIDDLE, SMALL, Desk, Opener
from tests.screens.test_outside import in_terminal, read_until
from tests.screens.test_pages import fill
from tui.fetcher import Kind
from tui.render.frame import Pane
from tui.render.spans import Line
from tui.thrift import Shown, ThriftyUpdate

MOST_BYTES = 800
"""What a cursor key may send."""


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


async def test_cursor_draws_two_lines_of_one_pane(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)
        drawn: list[tuple[str, bool]] = []
        for pane in Pane:
            painter = d.pane(pane)._painter

            def noting(
                line: Line, width: int, *, selected: bool = False, draw: Callable[..., Strip] = painter.strip
            ) -> Strip:
                drawn.append(("".join(text for text, _ in line), selected))
                return draw(line, width, selected=selected)

            monkeypatch.setattr(painter, "strip", noting)
        before = d.owed.label
        await d.pilot.press("j")
        assert sorted(drawn) == sorted([(d.row(before), False), (d.row(d.owed.label), True)])


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


def sending(d: Desk, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect how many bytes each update would send to a terminal that shows the screen as it is now."""
    app, shown, sizes = d.app, Shown(), list[int]()

    def send(_: object, update: object) -> None:
        if isinstance(update, (ChopsUpdate, LayoutUpdate)):
            sizes.append(len(ThriftyUpdate(update, shown).render_segments(app.console).encode()))

    monkeypatch.setattr(app, "_display", send)
    app.screen.refresh()
    return sizes


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_cursor_key_sends_few_bytes(
    desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    fill(store)
    async with desk(size) as d:
        sizes = sending(d, monkeypatch)
        await d.rest()
        # what follows once the keys rest does not count for a key; that the evidence is behind does
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)
        for key in ("j", "j", "k", "j", "k", "k"):
            sizes.clear()
            await d.pilot.press(key)
            await d.until(lambda: sizes)
            await d.rest()
            assert 0 < sum(sizes) <= MOST_BYTES
        sizes.clear()
        await d.pilot.press("k")
        await d.rest()
        assert sum(sizes) == 0, "the cursor is at the top, so that nothing changes"


async def test_next_pane_reads_no_style_sheet_and_draws_no_line_anew(
    desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as d:
        await d.press("tab", "tab", "tab", "tab", "tab")
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)
        styled: list[object] = []
        monkeypatch.setattr(d.app.stylesheet, "apply", lambda node, **_: styled.append(node))
        drawn: list[Strip] = []
        for pane in Pane:
            painter = d.pane(pane)._painter

            def noting(*line: Any, draw: Callable[..., Strip] = painter.strip, **how: Any) -> Strip:
                drawn.append(draw(*line, **how))
                return drawn[-1]

            monkeypatch.setattr(painter, "strip", noting)
        await d.press("tab")
        assert d.pane(Pane.NEXT).has_focus
        assert styled == []
        assert drawn == [], "all lines of both panes were drawn before, with the cursor and without"


async def test_name_of_the_evidence_is_faint_while_another_row_is_highlighted(
    desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as d:
        evidence = d.pane(Pane.EVIDENCE)

        def name_of(label: str) -> Any:
            return next(s.style for s in evidence.render_lines(evidence.outer_size.region)[0] if label in s.text)

        first = d.board.evidence.subject
        usual = name_of(first)
        with monkeypatch.context() as patch:
            patch.setattr("tui.attending._QUIET", 3600.0)
            await d.pilot.press("j")
            assert d.owed.label != first == d.board.evidence.subject
            assert name_of(first) != usual
            d.app._rested()
        await d.rest()
        assert name_of(d.owed.label) == usual


async def test_status_change_is_painted_once(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        monkeypatch.setattr("tui.sending._BLINK", 3600.0)
        await d.press("space", "d")
        label = d.board.evidence.subject
        painted: list[bool] = []
        display = d.app._display

        def noting(screen: Any, update: Any) -> None:
            if isinstance(update, (ChopsUpdate, LayoutUpdate)):
                painted.append("✓" in d.row(label))
            display(screen, update)

        monkeypatch.setattr(d.app, "_display", noting)
        await d.press("j")
        assert painted
        assert painted[0], "the first painting after the key shows what was written"


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


async def test_evidence_and_reload_send_only_what_differs(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        await d.onto("C10")
        sizes = sending(d, monkeypatch)
        await d.rest()
        whole = sum(sizes)
        sizes.clear()
        d.app.reload()
        await d.rest()
        assert sum(sizes) == 0, "the record is as it was"
        await d.press("j")
        assert 0 < sum(sizes) < whole / 2


def test_terminal_is_sent_nothing_while_no_key_is_pressed(store: Path) -> None:
    with in_terminal(store) as (_, main):
        read_until(main, b"quit", 20)
        while select.select([main], [], [], 0.8)[0]:
            os.read(main, 65536)
        assert not select.select([main], [], [], 1.5)[0]
