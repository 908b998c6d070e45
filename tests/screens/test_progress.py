"""The progress chart: its points and its table as values, and every key of its screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.domain.course import CommitmentCourse, DeliveryCourse, course_of
from store.domain.model import Actor, Claim
from store.domain.reading import Reading
from store.domain.words import ActorKind, Role
from tests.domain.builders import batch, case, claim, june, owed
from tests.screens.conftest import LARGE, SMALL, Desk, Opener, make_app
from tui.render.chart import Kind, key_line
from tui.render.course import course_chart, course_sheet, course_title, sign_of
from tui.render.spans import Sheet, line_cells
from tui.screens.dashboard import Dashboard
from tui.screens.progress import ProgressScreen

NAMES = {
    "RU": Actor("RU", "Российская Федерация", ActorKind.SIDE, Role.PARTY),
    "UA": Actor("UA", "烏克蘭代表團與國際觀察員聯合小組", ActorKind.SIDE, Role.PARTY),
}


def course(*claims: Claim) -> CommitmentCourse:
    return course_of(case(*claims), june(25), Reading())


def texts(sheet: Sheet) -> str:
    return "\n".join("".join(text for text, _ in sheet.line(y)) for y in range(sheet.height))


def told(*courses: CommitmentCourse) -> DeliveryCourse:
    return DeliveryCourse(june(25), "C1", courses, NAMES)


def test_chart_has_the_promise_each_voice_and_what_they_disagree_on() -> None:
    one = course(owed("6000", on=2), claim("1000", "RU", 5), claim("900", "UA", 8), claim("several", None, 9))
    chart = course_chart(one, june(25), NAMES)
    assert chart is not None
    end = june(25).toordinal()
    assert [series.points for series in chart.series if series.kind is Kind.LINE] == [
        ((june(2).toordinal(), 6000), (end, 6000)),
        ((june(5).toordinal(), 1000), (end, 1000)),
        ((june(8).toordinal(), 900), (end, 900)),
    ]
    assert {s.points for s in chart.series if s.kind is Kind.BAR} == {
        ((june(8).toordinal(), 900), (june(8).toordinal(), 1000)),
        ((june(9).toordinal(), 900), (june(9).toordinal(), 1000)),
    }
    unknown = next(series for series in chart.series if series.sign == "?")
    assert [x for x, _ in unknown.points] == [june(9).toordinal()]
    assert all(6000 < y < chart.y[1] for _, y in unknown.points)
    assert [sign for sign, _, _ in chart.key] == ["─", "●", "▲", "┊", "?"]
    assert sign_of(one, "UA") == "▲"
    assert line_cells(key_line(chart)) < 110


def test_without_numbers_there_is_no_chart_and_it_is_said() -> None:
    one = course(owed("all", on=2), claim("undisclosed", "UA", 9))
    assert course_chart(one, june(25), NAMES) is None
    shown = texts(course_sheet(told(one), 70))
    assert "Nobody gives a number" in shown
    assert "promised all" in shown
    assert "figures are withheld" in shown
    assert "No commitment mirrors it." in shown


def test_table_says_what_each_point_rests_on() -> None:
    one = course(
        owed("6000", on=2), batch("100", "RU", 5, covers="4"), batch("50", "RU", 6, covers="6"), claim("9", "UA", 7)
    )
    shown = texts(course_sheet(told(one, one), 120))
    assert "● Российская Федерация 150 sum of its batches 000:1" in shown
    assert "figures disagree: 9 to 150" in shown
    assert "C1 RU→UA Remains" in shown
    assert course_title(one) == "C1 RU→UA Remains"
    nothing = course(claim(None, "RU", 4))
    assert "nothing is said of how many" in texts(course_sheet(told(nothing), 60)) or nothing.steps[0].promised is None
    assert "no obligation" in texts(course_sheet(told(), 60))


def screen(d: Desk) -> ProgressScreen:
    page = d.app.screen
    assert isinstance(page, ProgressScreen)
    return page


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_every_key_of_the_progress_chart(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await d.onto("C10")
        await d.press("p")
        page = screen(d)
        assert [one.commitment.label for one in page.courses] == ["C10", "C09"]
        assert "As known by day · C10 UA→RU Remains of soldiers" in d.text
        assert "─ promised   ● article" in d.text
        await d.until(lambda: "6,000 ┫" in d.text or "5,000 ┫" in d.text)
        await d.press("right")
        assert page.about == "C09"
        await d.press("left", "j")
        assert page.about == "C10"
        await d.press("y")
        assert "78" in d.told[-1]
        await d.press("v", "v")
        assert d.board.reading.name == "RU"
        assert "not owed on" in d.text
        await d.press("v", "v", "slash")
        await d.type("6,060")
        await d.press("enter")
        assert len(page.lines.sheet.stops) == 1
        await d.press("escape", "less_than_sign")
        assert page.value is not None
        assert page.value.day == june(23)
        chart = page.charts[0].chart
        assert chart is not None
        page.charts[0].show(chart, "[/] \x1b]52;c;eA==\x07 烏克蘭")
        await d.rest()
        assert "[/] <U+001B>]52" in d.text
        await d.press("t")
        await d.type("2025-05-25")
        await d.press("enter")
        assert "C10 was not known yet on 25 May 2025." in d.text
        await d.press("T", "enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.board.evidence.subject == "C10"


async def test_chart_is_about_an_obligation_and_some_have_none(desk: Opener, empty_path: Path, store: Path) -> None:
    async with desk(SMALL, store) as d:
        await d.press("1", "p")
        assert "Put the cursor on an obligation first" in d.told[-1]
        await d.onto("C12")
        await d.press("p", "left")
        assert d.told[-1] == "No commitment mirrors it."
        await d.press("escape")
        await d.onto("C05")
        await d.press("p")
        assert "Nobody gives a number" in d.text
        await d.press("0")
        await d.onto("C09")
        d.app.theme = "talks-mono"
        await d.press("p")
        await d.pilot.resize_terminal(*LARGE)
        await d.rest()
        await d.until(lambda: d.text.count("As known by day") == 2)
    async with desk(SMALL, empty_path) as d:
        await d.press("p")
        assert "Put the cursor" in d.told[-1]


def test_progress_looks(snap_compare: Any, store: Path) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        pilot.app.theme = "talks-light"
        await pilot.pause(0.3)
        await pilot.press("2", "g", "p")
        await pilot.pause(0.8)

    assert snap_compare(make_app(store), terminal_size=SMALL, run_before=prepare)
