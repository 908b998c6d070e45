"""What a key draws and sends, counted: few cells, nothing twice, and nothing at all while nothing changes."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from tests.screens.conftest import MIDDLE, SMALL, Desk, Opener
from tests.screens.test_outside import in_terminal, read_until
from tests.screens.test_pages import fill
from tui.render.frame import Pane
from tui.render.spans import Line
from tui.shown import Shown
from tui.thrift import ThriftyUpdate

MOST_BYTES = 800
"""What a cursor key may send."""


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
