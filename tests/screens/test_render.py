"""The pure layer: widths, themes, the frame, what rows and bars say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.domain.requests import BoardQuery
from store.domain.shelves import Shelf
from store.domain.words import Delivery
from store.repository import Repository
from tests.conftest import TODAY
from tui.render.bars import Hint, key_bar
from tui.render.frame import Pane, frame
from tui.render.obligations import DrawnRows, columns, row_line
from tui.render.spans import Role, cells, cut, fill, fit, line_cells, spread, wrap


@given(st.text(), st.integers(0, 40))
def test_cut_and_fill_keep_to_the_width(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(fill(text, width)) == width


@given(st.text(), st.text(), st.integers(0, 60))
def test_lines_keep_to_the_width(left: str, right: str, width: int) -> None:
    line = ((left, Role.TEXT), (right, Role.MUTED))
    assert line_cells(fit(line, width)) <= width
    assert line_cells(spread(line, line, width)) <= width


@given(st.text(), st.integers(2, 40))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    from tui.wording import safe

    assert "".join("".join(lines).split()) == "".join(safe(text).split())


@pytest.mark.parametrize("text", ["Umerov", "Умєров", "İstanbul ığüş", "日本語", "e\u0301", "◐●━…↔"])
def test_cells_are_those_of_the_terminal(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(st.integers(1, 400), st.integers(1, 150), st.sampled_from(list(Pane)), st.booleans())
def test_frame_covers_the_screen_without_overlap(width: int, height: int, pane: Pane, zoomed: bool) -> None:
    placed = frame(width, height, pane, zoomed=zoomed)
    boxes = [*placed.panes.values(), *(b for b in (placed.header, placed.footer, placed.tabs, placed.notice) if b)]
    assert sum(box.width * box.height for box in boxes) == width * height
    assert all(box.x >= 0 and box.y >= 0 and box.x + box.width <= width for box in boxes)
    assert all(box.y + box.height <= height and box.height > 0 for box in boxes)
    assert placed.notice is not None or pane in placed.panes


@given(st.integers(20, 200))
def test_help_and_quit_never_drop(width: int) -> None:
    hints = [Hint("?", "help", "help", 0), Hint("q", "quit", "quit", 0), Hint("x", "something long", "x", 1)]
    bar = key_bar(hints, width)
    words = "".join(text for text, _ in bar.line)
    assert "? help" in words
    assert "q quit" in words
    assert not words.endswith("…")


def test_line_of_an_obligation_is_drawn_once_as_long_as_it_stands_as_it_does(repository: Repository) -> None:
    row = repository.board(BoardQuery(today=TODAY)).page.rows[0]
    drawn, width = DrawnRows(), columns(80, 5, 9)
    first = drawn.line(row, width, 80)
    assert drawn.line(row._replace(key=(9, "", 9)), width, 80) is first
    moved = row._replace(standing=row.standing._replace(delivery=Delivery.REFUSED))
    assert drawn.line(moved, width, 80) != first
    assert drawn.line(row._replace(shelf=Shelf.DONE), width, 80) != first
    assert drawn.line(row, columns(60, 5, 9), 60) != first
    assert drawn.line(row, width, 80) == fit(row_line(row, width), 80)
