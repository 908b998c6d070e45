"""The drift: its words and its chart as values, and every key of its screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.domain.drift import Drift, Move, Movement, drift_points
from store.domain.model import Signal
from store.domain.words import About, Modality
from tests.domain.builders import june, round_, signal
from tests.screens.conftest import MIDDLE, SMALL, Desk, Opener, make_app
from tui.render.chart import Chart, Kind, Series, day_ticks, key_line, number_ticks, staircase, x_ticks, y_ticks
from tui.render.drift import drift_chart, drift_heading, drift_sheet, matter_words, movement_words, point_key
from tui.render.spans import Role, Sheet
from tui.screens.dashboard import Dashboard
from tui.screens.drift import DriftScreen


def texts(sheet: Sheet) -> str:
    return "\n".join("".join(text for text, _ in sheet.line(y)) for y in range(sheet.height))


def told(*signals: Signal) -> Drift:
    return Drift(june(30), round_(*signals), ("R3",), drift_points(signals, june(30)))


# -- words and charts


@pytest.mark.parametrize(
    ("movement", "words"),
    [
        (Movement(Move.LATER, 3, 3), "later by 3 days"),
        (Movement(Move.LATER, 3, 7), "later by 3 to 7 days"),
        (Movement(Move.EARLIER, None, -1), "earlier by 1 day"),
        (Movement(Move.NARROWED, 2, -3), "narrowed by 5 days"),
        (Movement(Move.WIDENED, 0, None, reopened=True), "widened, an end open"),
        (Movement(Move.SAME, 0, 0), "the same days"),
        (Movement(Move.WITHDRAWN), "withdrawn, no day"),
        (Movement(Move.STILL_NONE), "names no day"),
        (Movement(Move.NAMED), "names days"),
        (Movement(Move.ANOTHER), "days of another matter"),
        (Movement(Move.FIRST), "first word"),
    ],
)
def test_movements_are_put_in_words(movement: Movement, words: str) -> None:
    assert movement_words(movement) == words


def test_list_says_who_said_what_and_how_it_moved() -> None:
    first = signal(Modality.EXPECTED, "RU", 10, window="20/22", label="S1", said="10")
    wrong = signal(Modality.EXPECTED, "UA", 11, window="19", label="S2")
    right = signal(Modality.EXPECTED, "UA", 11, window="21", about=About.SETTING_ITS_DATE)
    right = right._replace(supersedes=wrong.id)
    hold = signal(Modality.ON_HOLD, "RU", 12, label="S4", about=About.OTHER)
    shown = texts(drift_sheet(told(first, wrong, right, hold), 100))
    assert "10 Jun 2025  for RU" in shown
    assert "S1 000:1" in shown
    assert "corrected" in shown
    assert "its date to be set" in shown
    assert "of another matter" in shown
    assert "withdrawn, no day, against own word and the word before" in shown
    assert "2 of them name days; from 5 on there is a chart." in shown
    assert matter_words(signal(Modality.HOPED, about=About.REPLY)) == "of its reply"
    assert "nobody had said" in texts(drift_sheet(told(), 80))
    nothing = Drift(june(30), None, ())
    assert "No round" in texts(drift_sheet(nothing, 80))
    assert drift_heading(nothing) == "no round"
    assert "newest 4" in texts(drift_sheet(told(first, wrong, right, hold)._replace(more=True), 100))


def test_chart_draws_windows_as_bars_and_open_ends_with_arrows() -> None:
    said = [signal(Modality.EXPECTED, "RU", 10, window=f"{20 + i}/{22 + i}") for i in range(4)]
    opened = signal(Modality.EXPECTED, "UA", 12, window="15/..", about=About.SETTING_ITS_DATE)
    drift = told(*said, opened)
    chart = drift_chart(drift, point_key(drift.points[0]))
    assert chart is not None
    bars = [series for series in chart.series if series.kind is Kind.BAR]
    assert len(bars) == 5
    assert len({bar.points[0][0] for bar in bars}) == 5
    assert [bar.sign for bar in bars] == ["█", "┃", "┃", "┃", "┆"]
    assert [s.sign for s in chart.series[-2:]] == ["●", "▲"]
    assert chart.y[0] < bars[-1].points[0][1] <= bars[-1].points[1][1] < chart.y[1]
    assert all(chart.x[0] < x < chart.x[1] for bar in bars for x, _ in bar.points)
    assert drift_chart(told(*said)) is None
    assert "the round" in "".join(text for text, _ in key_line(chart))


def test_marks_of_axes_are_even_and_few() -> None:
    assert day_ticks(june(1).toordinal() - 0.3, june(3).toordinal() + 1.0, most=9)[0][1] == "1 Jun"
    assert [label for _, label in number_ticks(0, 6480, most=3)] == ["0", "5,000"]
    assert [label for _, label in number_ticks(0, 1, most=5)] == ["0", "1"]
    for length in (1, 40, 400, 5000, 3_000_000):
        first = june(1).toordinal()
        assert len(day_ticks(first, min(first + length, 3_652_059), most=6)) <= 7
        assert 1 <= len(number_ticks(0, length, most=6)) <= 7
    chart = Chart((Series(Kind.DOTS, (), Role.TEXT, "x"),), (739_000.0, 739_400.0), (0.0, 9.0), calendar=False, key=())
    assert all("20" in label for _, label in x_ticks(chart, 60))
    assert y_ticks(chart, 10)
    assert y_ticks(chart._replace(y=chart.x, calendar=True), 10)
    assert staircase([(1, 5), (3, 8)], 6) == ((1, 5), (3, 5), (3, 8), (6, 8))
    assert staircase([], 6) == ()


# -- the screen


def screen(d: Desk) -> DriftScreen:
    page = d.app.screen
    assert isinstance(page, DriftScreen)
    return page


@pytest.mark.parametrize("size", [(40, 10), MIDDLE])
async def test_every_key_of_the_drift(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await d.press("D")
        page = screen(d)
        if size != (40, 10):
            assert "R3 Third round · gated · 13 statements" in d.lines[0]
            assert "Days named, by the day they were named" in d.text
            assert "┃ the round" in d.text
            await d.until(lambda: "○" in "\n".join(d.lines[12:]) and "25 Jun" in d.text)
        await d.press("j", "j")
        assert page.chart.chart is not None
        assert any(series.sign == "█" for series in page.chart.chart.series)
        await d.press("left")
        assert page.value is not None
        assert page.value.label == "R2"
        assert not page.value.charted
        await d.press("left", "left")
        assert d.told[-1] == "R1 is the first round on record."
        await d.press("right", "right", "right")
        assert d.told[-1] == "R3 is the last round on record."
        await d.press("slash")
        await d.type("headline")
        await d.press("enter")
        assert len(page.lines.sheet.stops) == 2
        await d.press("y")
        assert "headline only" in d.told[-1]
        await d.press("escape", "less_than_sign")
        assert page.value.day == june(23)
        await d.press("t")
        await d.type("2025-05-23")
        await d.press("enter")
        assert page.value.label == "R2"
        await d.press("T", "end")
        about = page.about
        await d.press("enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.board.evidence.subject == about


async def test_drift_opens_on_the_highlighted_round_and_without_any(
    desk: Opener, empty_path: Path, store: Path
) -> None:
    async with desk(MIDDLE, store) as d:
        await d.press("1", "g", "D")
        value = screen(d).value
        assert value is not None
        assert value.label == "R1"
        d.app.theme = "talks-mono"
        await d.press("right", "right")
        assert "┃ the round" in d.text
    async with desk(SMALL, empty_path) as d:
        await d.press("D", "left", "j", "enter", "y")
        assert "No round is on record" in d.text


async def test_chart_is_drawn_without_colours(desk: Opener, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(MIDDLE, store) as d:
        assert d.app.no_color
        await d.press("D", "j")
        await d.until(lambda: "┃ the round" in d.text and "○" in "\n".join(d.lines[12:]))


def test_drift_looks(snap_compare: Any, store: Path) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause(0.3)
        await pilot.press("D")
        await pilot.pause(0.8)
        await pilot.press("j", "j")
        await pilot.pause(0.5)

    assert snap_compare(make_app(store), terminal_size=MIDDLE, run_before=prepare)
