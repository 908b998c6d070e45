"""The opening: what is painted before Textual is loaded is what Textual paints, and the terminal is put back."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual.css import parse as css
from textual.css import stylesheet

from store.domain.requests import Author, BoardQuery
from store.repository import Repository
from tests.screens.conftest import NOW, Opener, make_app
from tests.screens.terminals import Terminal
from tests.screens.test_outside import NAMES, hostile_lines
from tui import palette
from tui.app import TalksApp
from tui.firstframe import can_show
from tui.render.frame import Pane
from tui.render.opening import Stretch, opening, pane_opening, screenful

SIZES = ((80, 24), (120, 36), (200, 50), (60, 20), (40, 10), (30, 8))
Cell = tuple[str, str, str, bool]
"""A sign, the colours before and behind it, and whether it is bold. A blank has no colour before it."""


def painted(rows: list[list[Stretch]], colours: dict[str, str]) -> list[list[Cell]]:
    """Return the cells of an opening."""
    return [
        [
            (sign, "" if sign == " " else colours[ink.colour], colours[ink.ground], sign != " " and ink.bold)
            for text, ink in row
            for sign in text
        ]
        for row in rows
    ]


def shown(app: TalksApp) -> list[list[Cell]]:
    """Return the cells that Textual draws."""
    found = []
    for strip in app.screen._compositor.render_strips():
        cells: list[Cell] = []
        for text, style, _ in strip:
            assert style is not None
            assert style.bgcolor is not None
            back = style.bgcolor.get_truecolor().hex
            fore = style.color.get_truecolor().hex if style.color is not None else ""
            cells.extend((sign, "" if sign == " " else fore, back, sign != " " and bool(style.bold)) for sign in text)
        found.append(cells)
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_frame_is_what_the_dashboard_shows(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await d.rest()
        first = painted(opening(d.board, *size, read_only=False), palette.DARK)
        assert first == shown(d.app)


@pytest.mark.parametrize("text", [*NAMES, "\x1b]0;PWNED\x07[/]\u202e"])
async def test_the_first_frame_draws_any_text_as_the_dashboard_does(desk: Opener, store: Path, text: str) -> None:
    with Repository.open(store) as repository:
        repository.import_lines(hostile_lines(text), "hostile.jsonl", Author("tester", NOW))
    async with desk((120, 36)) as d:
        await d.rest()
        first = painted(opening(d.board, 120, 36, read_only=False), palette.DARK)
        assert first == shown(d.app)
        assert all(sign.isprintable() for row in first for sign, *_ in row)


async def test_an_empty_store_and_a_closed_one_open_the_same(desk: Opener, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    Repository.create(path, author=Author("ann", NOW)).close()
    async with desk((100, 30), path, read_only=True) as d:
        await d.rest()
        assert painted(opening(d.board, 100, 30, read_only=True), palette.DARK) == shown(d.app)


async def test_a_first_frame_is_shown_only_where_it_can_be_true(desk: Opener) -> None:
    async with desk() as d:
        assert can_show(d.board, {"COLORTERM": "truecolor"})
        assert not can_show(d.board, {"COLORTERM": "truecolor", "NO_COLOR": "1"})
        assert not can_show(d.board, {"TERM": "xterm-256color"})
        await d.press("less_than_sign")
        assert not d.board.moment.latest
        assert not can_show(d.board, {"COLORTERM": "truecolor"})


@pytest.mark.parametrize(("size", "rows"), [((80, 24), 10), ((120, 36), 13), ((30, 8), 1)])
def test_a_screenful_is_what_the_pane_has_room_for(size: tuple[int, int], rows: int) -> None:
    assert screenful(*size) == rows


def test_what_changed_changes_no_other_part_of_the_first_frame(store: Path) -> None:
    query = BoardQuery(NOW.date(), size=20, with_changes=False)
    with Repository.open(store) as repository:
        board = repository.board(query)
        compared = board._replace(changes=repository.changes(query), compared=True)
    for size in SIZES:
        rows, after = (painted(opening(b, *size, read_only=False), palette.DARK) for b in (board, compared))
        drawn = pane_opening(Pane.CHANGES, compared, *size)
        if drawn is not None:
            box, lines = drawn
            for y, line in enumerate(painted(lines, palette.DARK)):
                rows[box.y + y][box.x : box.x + box.width] = line
        assert rows == after


@pytest.mark.parametrize("keys", [(), ("j", "j")], ids=["untouched", "typed"])
async def test_behind_a_first_frame_nothing_is_painted_until_early_keys_were_answered(
    store: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    app = make_app(store)
    app.covered = True
    release, painted_at = app.release_keys, []
    render = Compositor.render_update

    def type_early() -> None:
        release()
        for key in keys:
            app.post_message(events.Key(key, key))

    def noting(compositor: Compositor, *rest: Any, **named: Any) -> Any:
        dashboard = app.dashboard
        assert dashboard is not None
        painted_at.append((app.covered, dashboard.pane_widget(Pane.OWED).cursor))
        return render(compositor, *rest, **named)

    monkeypatch.setattr(app, "release_keys", type_early)
    monkeypatch.setattr(Compositor, "render_update", noting)
    async with app.run_test(size=(120, 36)) as pilot:
        for _ in range(40):
            await pilot.pause(0.02)
            if painted_at:
                break
    assert painted_at[0] == (False, len(keys))


async def test_the_style_sheet_is_parsed_once(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[tuple[str, str]] = []
    parse = css.parse

    def noting(scope: str, text: str, read_from: tuple[str, str], **how: Any) -> Any:
        parsed.append(read_from)
        return parse(scope, text, read_from, **how)

    monkeypatch.setattr(stylesheet, "parse", noting)
    async with desk():
        assert any(path.endswith("talks.tcss") for path, _ in parsed)
        assert len(parsed) == len(set(parsed))


def test_keys_typed_before_the_dashboard_is_there_reach_it(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until("5 What changed")
        terminal.type("\x1b[B\x1b[B\x1b[B")
        terminal.until("4 Evidence · C06")
        terminal.type("q")
        assert terminal.ended() == 0
        assert terminal.raw.count(b"\x1b[?1049h") == 1
        assert terminal.restored


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_an_end_before_the_dashboard_puts_the_terminal_back(
    store: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    slow = tmp_path / "slow" / "asyncio"
    slow.mkdir(parents=True)
    (slow / "__init__.py").write_text("import time\ntime.sleep(30)\n")
    with Terminal(store, path=str(slow.parent)) as terminal:
        terminal.until("5 What changed")
        os.kill(terminal.process.pid, number)
        assert terminal.ended() == code
        assert terminal.restored


def test_a_dashboard_that_cannot_start_puts_the_terminal_back_and_says_so(store: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "textual"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError('no screen library')\n")
    with Terminal(store, path=str(broken.parent)) as terminal:
        assert terminal.ended() == 1
        assert terminal.restored
        left = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
        assert re.search(r"talks-tui: .*no screen library", left)
        assert "Traceback" not in left


def test_what_is_written_while_it_starts_is_noticed(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until("5 What changed")
        time.sleep(0.01)
        with Repository.open(store) as other:
            other.import_lines(hostile_lines("meanwhile"), "more.jsonl", Author("tester", NOW))
        terminal.until("R R91|W meanwhile|R meanwhile")
        terminal.type("q")
        assert terminal.ended() == 0
