"""The timeline: its axis and lanes as values, how one moves in them, and every key of its screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.domain.journal import Judgement
from store.domain.timeline import EMPTY_TIMELINE, Happening, Lane, Timeline, in_time
from store.domain.windows import Window
from store.domain.words import Aspect
from store.repository import timeline as reading_of_timeline
from tests.screens.conftest import LARGE, MIDDLE, SMALL, Desk, Opener, make_app
from tui.render.lanes import arranged, drawn, grouped
from tui.render.scale import Scale, Zoom
from tui.render.spans import Line, Sheet, line_cells
from tui.render.steering import across, beside, brought_in, edge, in_sight, newest_by, picked
from tui.render.timeline import chart_of, chart_sheet, detail_sheet, list_sheet, notes, wanted
from tui.screens.dashboard import Dashboard
from tui.screens.timeline import TimelineScreen

LANES = tuple(Lane)
JUNE = date(2025, 6, 1)


def day(number: int) -> date:
    return date(2025, 6, number)


def event(
    key: str, first: int | None, last: int | None = None, lane: Lane = Lane.JUDGEMENTS, loose_latest: date | None = None
) -> Happening:
    """Make a happening of June; its last day is its first one, and -1 is an open end."""
    end = None if last == -1 else day(last or first or 1)
    window = Window(day(first) if first else None, end, loose_latest=loose_latest)
    fact = Judgement(1, None, key, Aspect.NOTE, f"note {key}", None, None, "ana", day(1))
    return Happening(key, key, lane, window, fact)


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def texts(sheet: Sheet) -> list[str]:
    return [text(sheet.line(y)) for y in range(sheet.height)]


def week(columns: int = 20, start: date = JUNE) -> Scale:
    return Scale(Zoom.WEEK, start.toordinal(), columns)


def row(*happenings: Happening, scale: Scale | None = None, as_of: int | None = None) -> str:
    scale = scale or week()
    rows = arranged(grouped(happenings, scale), (Lane.JUDGEMENTS,), 1)[Lane.JUDGEMENTS]
    return text(drawn(rows[0], scale, None, as_of))


# -- the lanes


def test_a_day_is_a_dot_and_a_range_never_one() -> None:
    assert row(event("a", 3)) == "  ●" + " " * 17
    assert row(event("a", 3, 7)).rstrip() == "  ├━━━┤"
    assert row(event("a", 3, 5, loose_latest=day(8))).rstrip() == "  ├━━┄┄┤"
    assert row(event("a", 3, -1)) == "  ├" + "┄" * 16 + "▸"
    assert row(event("a", None, 4)).rstrip() == "◂┄┄┤"
    assert row(event("a", 3, 5), scale=Scale(Zoom.DAY, JUNE.toordinal(), 21)).rstrip() == "      ├━━━━━━━┤"
    assert row(event("a", 3), scale=Scale(Zoom.DAY, JUNE.toordinal(), 21)).rstrip() == "       ●"
    beyond = row(event("a", 1, 28), scale=week(10, day(10)))
    assert beyond == "◂━━━━━━━━▸"


def test_several_at_one_place_are_counted() -> None:
    assert row(*(event(str(i), 3) for i in range(4))).rstrip() == "  4"
    assert row(*(event(str(i), 3) for i in range(12))).rstrip() == "  12"
    assert row(*(event(str(i), 3) for i in range(12)), event("x", 4)).rstrip() == "  +●"
    assert row(*(event(str(i), 3, 9) for i in range(12))).rstrip() == "  ├━12━━┤"
    assert row(event("a", 3), as_of=7) == "  ●    ┃" + " " * 12


def test_ranges_that_overlap_get_rows_of_their_own_while_there_are_any() -> None:
    found = [event("a", 1, 5), event("b", 3, 8), event("c", 7, 9), event("d", 4, 6)]
    groups = grouped(found, week())
    assert [len(rows) for rows in arranged(groups, (Lane.JUDGEMENTS,), 5).values()] == [3]
    tight = arranged(groups, (Lane.JUDGEMENTS, Lane.DUE), 2)
    assert [len(rows) for rows in tight.values()] == [1, 1]
    assert sum(len(line) for rows in tight.values() for line in rows) == 4


@pytest.mark.parametrize("count", [0, 1, 5000])
def test_none_one_and_thousands_are_laid_out(count: int) -> None:
    happenings = in_time(event(str(i), 1 + i % 28) for i in range(count))
    told = Timeline(day(25), happenings, {Lane.JUDGEMENTS: count})
    chart = chart_of(happenings, week(60), LANES, 12, 74)
    sheet = chart_sheet(chart, told, None)
    assert sheet.height == 8
    assert {line_cells(sheet.line(y)) for y in range(sheet.height)} == {74}
    assert "as of 25 Jun 2025" in texts(sheet)[0]
    assert sum(len(group.happenings) for group in chart.groups) == count
    first = happenings[0] if happenings else None
    assert texts(detail_sheet(first, chart.group_of("0"), told, 73))
    listed = list_sheet(happenings, told, 74)
    assert listed.height == max(1, count)
    assert {line_cells(listed.line(y)) for y in range(min(count, 9))} <= {74}


def test_day_of_the_board_is_named_at_the_edge_where_it_is_out_of_sight() -> None:
    told = EMPTY_TIMELINE._replace(day=day(25))
    for scale, mark in ((week(30, day(28)), "◂ as of 25 Jun 2025"), (week(20), "as of 25 Jun 2025 ▸")):
        assert mark in texts(chart_sheet(chart_of((), scale, LANES, 9, 33), told, None))[0]
    assert "as of 25 Jun 2025 ▼" in texts(chart_sheet(chart_of((), week(27), LANES, 9, 40), told, None))[0]


def test_words_and_lanes_choose_what_is_shown_and_the_rest_is_named() -> None:
    happenings = (event("pear", 1), event("apple", 2), event("PEARS", 3, lane=Lane.DUE))
    told = Timeline(day(25), happenings, {Lane.JUDGEMENTS: 900, Lane.DUE: 1}, undated=tuple(f"R{i}" for i in range(7)))
    told = told._replace(missing={Lane.JUDGEMENTS: 898})
    assert [one.key for one in wanted(told, "note PEAR", LANES)] == ["pear", "PEARS"]
    assert [one.key for one in wanted(told, "", (Lane.DUE,))] == ["PEARS"]
    assert notes(told, (Lane.CLAIMS,)) == (
        "judgements: newest 2 of 900 · hidden: 4 claims · no day: R0 R1 R2 R3 R4 +2"
    )  # fmt: skip


# -- moving


def test_moves_go_through_time_and_across_lanes() -> None:
    a, b, c = event("a", 1), event("b", 5), event("c", 9)
    due, other = event("d", 8, lane=Lane.DUE), event("e", 2, lane=Lane.ROUNDS)
    every = in_time((a, b, c, due, other))
    assert newest_by(every, day(6)) is b
    assert newest_by((c,), day(6)) is c
    assert newest_by((), day(6)) is None
    assert [beside(every, b, by).key for by in (-1, 1)] == ["a", "c"]
    assert beside(every, c, 1) is c
    assert across(every, LANES, c, 1) is due
    assert across(every, LANES, a, -1) is other
    assert across(every, LANES, due, 1) is due
    assert [edge(every, b, last=last).key for last in (False, True)] == ["a", "c"]
    scale = week(5, day(10))
    assert 0 <= brought_in(scale, a).slot(day(1)) < 5
    assert 0 <= brought_in(week(5), c).slot(day(9)) < 5
    assert brought_in(scale, event("o", None, 12)) == scale


def test_scroll_and_mouse_choose_what_is_seen() -> None:
    a, b = event("a", 2), event("b", 20)
    wide = event("w", 1, 10)
    chart = chart_of((wide, a), week(20), (Lane.JUDGEMENTS,), 6, 33)
    assert in_sight(chart, a, from_right=False) is a
    assert in_sight(chart, b, from_right=True) is wide
    assert in_sight(chart_of((), week(), LANES, 9, 33), b, from_right=True) is b
    assert picked(chart, chart.margin + 8, 2) is not None
    assert picked(chart, chart.margin + 15, 2) is None
    assert picked(chart, 0, 30) is None


# -- the screen


def screen(d: Desk) -> TimelineScreen:
    page = d.app.screen
    assert isinstance(page, TimelineScreen)
    return page


async def test_every_key_of_the_timeline(desk: Opener) -> None:
    async with desk(MIDDLE) as d:
        await d.press("h")
        page = screen(d)
        assert "By week" in d.text
        assert "▼ as of 25 Jun 2025" in d.text
        assert "1 Rounds" in d.text
        newest = page.at
        await d.press("left")
        assert page.at != newest
        await d.press("right")
        assert page.at == newest
        await d.press("home", "up")
        assert page.axis.happening is not None
        assert page.axis.happening.lane is Lane.STATEMENTS
        assert "Statements" in d.text
        await d.press("down", "end", "G", "g")
        await d.press("z")
        assert "By day" in d.text
        await d.press("z")
        assert d.told[-1] == "There is nothing closer than days."
        await d.press("shift+right", "shift+left", "pagedown", "pageup", "ctrl+left", "ctrl+right")
        await d.press("Z", "Z", "Z")
        assert "By month" in d.text
        assert "farther than months" in d.told[-1]
        await d.press("4")
        assert "hidden: 4 claims" in d.text
        await d.press("1", "2", "3", "5", "6")
        assert d.told[-1] == "The last lane stays."
        await d.press("1", "2", "3", "4", "5", "w", "home")
        assert "16 May 2025            rounds      R1 First round · held" in d.text
        await d.press("down")
        assert page.at == page.lines.label
        await d.press("right", "w")
        assert page.drawn
        await d.press("slash")
        await d.type("remains so far")
        await d.press("enter")
        assert 0 < len(page.axis.happenings) < 30
        await d.press("y")
        assert d.told[-1].startswith("Copied: ")
        await d.press("escape")
        assert len(page.axis.happenings) > 60
        await d.press("less_than_sign")
        assert "as of 23 Jun 2025" in d.text
        await d.press("T")
        await d.pilot.click("#lines", offset=(17 + 2, 4))
        await d.rest()
        assert page.at
        about = page.about
        await d.press("enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.board.evidence.subject == about


@pytest.mark.parametrize("size", [(40, 10), LARGE])
async def test_timeline_of_many_fetches_what_is_in_sight(
    desk: Opener, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(reading_of_timeline, "MOST", 3)
    async with desk(size) as d:
        await d.press("h")
        page = screen(d)
        assert page.span is not None
        before = page.span
        assert size != LARGE or "claims: newest 3 of" in d.text
        await d.press("z", "z", "shift+left", "shift+left", "shift+left")
        assert page.span != before
        assert page.value is not None
        assert page.value.span == page.span


async def test_timeline_of_an_empty_store(desk: Opener, empty_path: Path) -> None:
    async with desk(SMALL, empty_path) as d:
        await d.press("h", "left", "down", "home", "z", "Z", "shift+right", "w", "w", "y", "enter")
        assert "Nothing on record by" in d.text
        assert screen(d).about == ""


def test_timeline_looks(snap_compare: Any, store: Path) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause(0.3)
        await pilot.press("h")
        await pilot.pause(0.4)
        await pilot.press("left", "left", "up")
        await pilot.pause(0.3)

    assert snap_compare(make_app(store), terminal_size=SMALL, run_before=prepare)
