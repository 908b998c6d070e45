"""How panes are laid out as a person wants: the frame stays whole, and keys and mouse move its borders."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens.conftest import LARGE, MIDDLE, SMALL, Desk, Opener
from tui.render.borders import Scene, border_at, borders, dragged, left_after, moved, resized
from tui.render.choices import layout_sheet
from tui.render.frame import AUTOMATIC, Border, Box, Columns, Layout, Pane, columns_at, frame

layouts = st.builds(
    Layout,
    st.sampled_from(Columns),
    st.frozensets(st.sampled_from(Pane)),
    st.dictionaries(st.sampled_from(Border), st.integers(-400, 400)),
)
scenes = st.builds(Scene, st.integers(80, 260), st.integers(24, 80), st.sampled_from(Pane), layouts)


def covered(boxes: list[Box]) -> int:
    return sum(box.width * box.height for box in boxes)


@given(scenes)
def test_panes_fill_the_screen_without_overlap_and_none_is_too_small(scene: Scene) -> None:
    placed = scene.frame.panes
    tabs = scene.frame.tabs is not None
    assert scene.focused in placed
    assert covered(list(placed.values())) == scene.width * (scene.height - 2 - tabs)
    for one, other in combinations(placed.values(), 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    for pane, box in placed.items():
        assert box.width >= 20
        assert box.height >= (3 if pane is Pane.CHANGES else 4)
    if not tabs:
        assert set(placed) == {pane for pane in Pane if pane not in scene.layout.hidden} | {scene.focused}


@given(scenes, st.sampled_from(Border), st.integers(-30, 30))
def test_a_border_moves_back_by_as_much_as_it_moved(scene: Scene, border: Border, by: int) -> None:
    there = moved(scene, border, by)
    assert scene._replace(layout=there).frame == frame(
        scene.width, scene.height, scene.focused, layout=Layout(there.columns, there.hidden, there.shifts)
    )
    went = there.shifts.get(border, 0) - moved(scene, border, 0).shifts.get(border, 0)
    assert abs(went) <= abs(by)
    assert moved(scene._replace(layout=there), border, -went).shifts == moved(scene, border, 0).shifts


def test_columns_are_those_wanted_where_there_is_room() -> None:
    assert [columns_at(*size) for size in (SMALL, MIDDLE, LARGE, (60, 18))] == ["two", "two", "three", "one"]
    assert [columns_at(120, 40, columns) for columns in Columns] == ["two", "three", "two", "one"]
    assert columns_at(100, 40, Columns.THREE) is Columns.TWO
    assert columns_at(60, 40, Columns.THREE) is Columns.ONE


def test_borders_are_found_where_two_panes_meet() -> None:
    scene = Scene(120, 40, Pane.OWED, AUTOMATIC)
    found = borders(scene.frame.panes)
    assert set(found) == {Border.ROUNDS, Border.OWED, Border.CHANGES, Border.LEFT}
    left = scene.frame.panes[Pane.ROUNDS].width
    assert [border_at(scene, x, 5) for x in (left - 2, left - 1, left, left + 1)] == [None, "left", "left", None]
    wide = Scene(200, 50, Pane.OWED, AUTOMATIC)
    assert set(borders(wide.frame.panes)) == {Border.ROUNDS, Border.CHANGES, Border.LEFT, Border.RIGHT}
    layout = dragged(wide, Border.RIGHT, -7, 3)
    assert layout.shifts == {Border.RIGHT: 7}
    assert dragged(wide._replace(layout=layout), Border.RIGHT, 7, 0) == AUTOMATIC


@pytest.mark.parametrize("size", [(120, 40), (200, 50)])
@pytest.mark.parametrize("wide", [False, True])
def test_every_pane_becomes_larger_and_smaller(size: tuple[int, int], wide: bool) -> None:
    for pane in Pane:
        scene = Scene(*size, pane, AUTOMATIC)
        layout = resized(scene, 2, wide=wide)
        if layout is None:  # what changed is as wide as the screen
            assert (pane, wide, size) == (Pane.CHANGES, True, (120, 40))
            continue
        before, after = scene.frame.panes[pane], frame(*size, pane, layout=layout).panes[pane]
        assert after.width * after.height > before.width * before.height
        assert resized(scene._replace(layout=layout), -2, wide=wide) == AUTOMATIC


def test_the_list_of_layouts_says_what_there_is_room_for() -> None:
    sheet = layout_sheet(Layout(Columns.TWO, frozenset({Pane.NEXT})), (100, 30), 60)
    text = ["".join(words for words, _ in sheet.line(y)).rstrip() for y in range(sheet.height)]
    assert any(line.startswith("● two") for line in text)
    assert "○ three       needs 110 columns" in text
    assert "○ 3 Next round        hidden" in text
    assert left_after(Layout(hidden=frozenset({Pane.EVIDENCE})), Pane.NEXT) == [Pane.CHANGES, Pane.OWED, Pane.ROUNDS]


def box(d: Desk, pane: Pane) -> tuple[int, int]:
    region = d.pane(pane).region
    return region.width, region.height


async def test_panes_are_resized_hidden_and_shown_by_keys(desk: Opener) -> None:
    async with desk(MIDDLE) as d:
        width, height = box(d, Pane.OWED)
        await d.press("equals_sign", "equals_sign")
        assert box(d, Pane.OWED) == (width, height + 2)
        await d.press("minus", "right_curly_bracket")
        assert box(d, Pane.OWED) == (width + 4, height + 1)
        await d.press("Х")  # the same key on a Cyrillic layout
        assert box(d, Pane.OWED) == (width, height + 1)
        await d.press(*["minus"] * 20)
        assert box(d, Pane.OWED)[1] == 4
        assert d.told[-1] == "It cannot become smaller."
        await d.press("equals_sign", "1", "x")
        assert "1 Rounds" not in d.text
        assert d.told[-1] == "Rounds is hidden. 1 shows it again; L lists all."
        assert d.pane(Pane.OWED).has_focus
        for _ in range(3):
            await d.press("x")
        assert "What changed" in d.text
        await d.press("x")
        assert d.told[-1].startswith("This is the only pane")
        assert box(d, Pane.CHANGES) == (120, 38)
        await d.press("tab")
        assert d.pane(Pane.CHANGES).has_focus
        await d.press("4")
        assert d.pane(Pane.EVIDENCE).has_focus
        await d.press("2", "4", "x", "2", "enter")
        assert d.pane(Pane.EVIDENCE).has_focus
        assert d.pane(Pane.EVIDENCE).region.height == 38
        await d.press("escape")
        assert "4 Evidence" not in d.text
        await d.press("x", "4")
        assert d.app.arrangement.hidden == {Pane.ROUNDS, Pane.OWED, Pane.NEXT}


async def test_layouts_are_chosen_from_a_list_and_seen_before(desk: Opener) -> None:
    async with desk(MIDDLE) as d:
        before = d.pane(Pane.EVIDENCE).region
        await d.press("L", "j")
        assert d.pane(Pane.EVIDENCE).region.height == 38
        await d.press("escape")
        assert d.pane(Pane.EVIDENCE).region == before
        await d.press("L", "j", "enter")
        assert d.app.arrangement == Layout(Columns.THREE)
        await d.press("L", "j", "j", "j", "j", "enter", "escape")
        assert d.app.arrangement == Layout(Columns.THREE, frozenset({Pane.OWED}))
        assert not d.pane(Pane.OWED).has_focus
        await d.press("L", "G", "enter")
        assert d.app.arrangement == AUTOMATIC
        assert d.pane(Pane.EVIDENCE).region == before
        await d.pilot.resize_terminal(60, 18)
        await d.press("2", "equals_sign")
        assert d.told[-1].startswith("There is no other pane beside it")
        await d.press("1", "x")
        assert "1 Rounds" not in d.lines[1]
        await d.pilot.click("#tabs", offset=(4, 0))
        await d.rest()
        assert d.pane(Pane.OWED).has_focus


async def test_the_mouse_moves_borders_chooses_panes_and_presses_keys(desk: Opener) -> None:
    async with desk(MIDDLE) as d:
        left = box(d, Pane.ROUNDS)[0]
        await d.pilot.mouse_down(offset=(left, 6))
        await d.pilot.hover(offset=(left + 9, 12))
        await d.pilot.mouse_up(offset=(left + 9, 12))
        await d.rest()
        assert box(d, Pane.ROUNDS)[0] == left + 9
        await d.pilot.hover(offset=(left + 30, 12))
        assert box(d, Pane.ROUNDS)[0] == left + 9
        await d.pilot.click("#rounds", offset=(3, 5))
        await d.rest()
        assert d.pane(Pane.ROUNDS).has_focus
        await d.pilot.click("#footer", offset=(2, 0))
        await d.rest()
        assert "Keys" in d.text
