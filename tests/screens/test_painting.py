"""How the dashboard is painted, counted: what is asked for its lines, how often, and that a paint never waits."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from store.domain.board import Page
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, SMALL, Desk, Opener
from tests.screens.test_pages import fill
from tui.render.frame import Pane
from tui.screens import painting
from tui.screens.painting import AtOnce, FrontFirst

_OVER = {"picker": ("space",), "second step": ("space", "d"), "prompt": ("slash",), "toast": ("space", "d", "j")}


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
@pytest.mark.parametrize("over", ["nothing", *_OVER])
async def test_lines_are_those_that_textual_draws(desk: Opener, size: tuple[int, int], over: str) -> None:
    async with desk(size) as d:
        await d.onto("C10")
        await d.press(*_OVER.get(over, ()))
        compositor = d.app.screen._compositor
        assert isinstance(compositor, FrontFirst)
        everything = Region(0, 0, *size)

        def drawn(maker: type[Compositor]) -> list[list[Any]]:
            lines = maker._render_chops(compositor, everything, lambda _: True)
            return [list(Strip.join(line.values()).simplify()) for line in lines]

        assert drawn(FrontFirst) == drawn(Compositor)


async def test_only_what_is_seen_of_the_lines_is_asked(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        asked: list[Widget] = []
        render_lines = Widget.render_lines

        def noting(self: Widget, crop: Region) -> list[Strip]:
            asked.append(self)
            return render_lines(self, crop)

        monkeypatch.setattr(Widget, "render_lines", noting)
        compositor, width = d.app.screen._compositor, d.app.size.width
        compositor._render_chops(Region(0, 0, width, d.app.size.height), lambda _: True)
        assert not {type(widget).__name__ for widget in asked} & {"Dashboard", "Desk"}, "they are covered"
        pane = d.pane(Pane.OWED)
        row = pane.region.y + 2
        lines = compositor._render_chops(Region(0, row, width, 1), lambda y: y == row)
        kept = pane.render_lines(Region(0, 0, *pane.outer_size))
        assert lines[row][pane.region.x] is kept[2], "a line that nothing covers stays the strip it is"
        assert [y for y, line in enumerate(lines) if line] == [row]


async def test_what_opens_over_the_board_moves_nothing_in_the_order_of_painting(desk: Opener) -> None:
    async with desk() as d:

        def orders() -> dict[str, object]:
            found = d.app.screen._compositor.full_map
            return {str(widget.id): place.order for widget, place in found.items() if widget in panes}

        panes = {d.pane(pane) for pane in Pane}
        before = orders()
        assert len(before) == len(Pane)
        for keys in (("space",), ("d",), ("escape", "escape", "slash")):
            await d.press(*keys)
            assert orders() == before


def painted(d: Desk, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Collect what is painted."""
    found: list[object] = []
    display = d.app._display

    def noting(screen: Any, update: Any) -> None:
        if isinstance(update, (ChopsUpdate, LayoutUpdate)):
            found.append(update)
        display(screen, update)

    monkeypatch.setattr(d.app, "_display", noting)
    return found


@pytest.mark.parametrize("key", ["j", "tab", "shift+tab", "pagedown", "G"])
async def test_key_is_painted_once(desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    fill(store)
    monkeypatch.setattr("tui.panes.obligations._REST", 3600.0)
    async with desk() as d:
        d.app.read_ends()
        await d.rest()
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)
        monkeypatch.setattr(d.app, "_rested", lambda: None)
        updates = painted(d, monkeypatch)
        await d.pilot.press(key)
        await d.pilot.pause()
        assert len(updates) == 1


async def test_list_of_states_is_never_painted_empty(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        await d.onto("C10")
        shown: list[bool] = []
        display = d.app._display

        def noting(screen: Any, update: Any) -> None:
            if isinstance(update, (ChopsUpdate, LayoutUpdate)) and "C10 Remains of soldiers · status" in d.text:
                shown.append("not started" in d.text.partition("· status")[2])
            display(screen, update)

        monkeypatch.setattr(d.app, "_display", noting)
        await d.press("space")
        assert shown
        assert all(shown)


async def test_border_is_made_anew_only_where_it_says_something_else(
    desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as d:
        pane = d.pane(Pane.EVIDENCE)
        monkeypatch.setattr("tui.attending._QUIET", 3600.0)

        def edges() -> tuple[Strip, Strip]:
            strips = pane.render_lines(Region(0, 0, *pane.outer_size))
            return strips[0], strips[-1]

        upper, lower = edges()
        await d.pilot.press("j")
        assert edges()[0] is not upper, "its name is faint while another row is highlighted"
        assert edges()[1] is lower


async def test_status_change_draws_no_row_that_is_as_it_was(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("space", "s")
        painter, drawn = d.owed._painter, list[str]()
        strip = painter.strip

        def noting(line: Any, width: int, **how: Any) -> Strip:
            drawn.append("".join(text for text, _ in line))
            return strip(line, width, **how)

        monkeypatch.setattr(painter, "strip", noting)
        await d.press("j")
        assert "stalled" in d.row("C10")
        assert [line for line in drawn if "Remains of soldiers" not in line] == []


async def test_ends_of_the_list_are_there_before_they_are_asked_for(
    desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    monkeypatch.setattr("tui.paging._REST", 3600.0)
    async with desk() as d:
        d.app.read_ends()
        await d.rest()
        first, asked = d.owed.label, list[BoardQuery]()
        page = Repository.page

        def noting(self: Repository, query: BoardQuery) -> Page:
            asked.append(query)
            return page(self, query)

        monkeypatch.setattr(Repository, "page", noting)
        for key, label in (("G", "C03"), ("g", first)):
            await d.press(key)
            assert d.owed.label == label
        assert asked, "more of the list follows once the keys rest"
        assert all(query.around for query in asked), "but no end of it is asked for"
        assert d.app._ends
        await d.press("space", "d", "j")
        assert not d.app._ends, "the ends of another board are not shown"


async def test_page_that_is_not_wished_for_any_more_is_not_shown(desk: Opener, store: Path) -> None:
    fill(store)
    async with desk() as d:
        shown, other = d.board.page, d.app.viewing.query._replace(from_end=True)
        d.app._take_page(shown._replace(rows=()), other)
        assert d.board.page is shown


class _Running:
    """Stands for a screen that runs."""

    is_running = True


def at_once(times: list[str]) -> AtOnce:
    """Make what paints, noting each time."""
    return AtOnce(cast("Screen[Any]", _Running()), lambda: times.append("painted"))


async def turns() -> None:
    """Let everything happen that waits for no time to pass."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_painting_waits_for_turns_not_for_time() -> None:
    times: list[str] = []
    timer = at_once(times)
    timer.resume()
    timer.resume()
    assert times == []
    await turns()
    assert times == ["painted"]
    timer.resume()
    timer.pause()
    await turns()
    assert times == ["painted"]


async def test_painting_takes_half_of_the_time_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, times = iter([0.0, 10.0, 13.0, 14.0, 17.0, 18.0, 19.0]), list[str]()
    monkeypatch.setattr(painting, "perf_counter", lambda: next(clock))
    later: list[float] = []
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "call_later", lambda wait, *_: later.append(wait))
    timer = at_once(times)
    timer.resume()
    await turns()
    assert times == ["painted"]
    timer.resume()
    assert later == [2.0], "it took 3 seconds, one of which is over"
    timer.resume()
    await turns()
    assert times == ["painted", "painted"], "after as long as it took it may be painted again"
