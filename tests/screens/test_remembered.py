"""What is remembered of a store: written whole and privately, read whatever became of the file, and shown at once."""

from __future__ import annotations

import json
import stat
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.screens.conftest import MIDDLE, NOW, Desk, Opener
from tests.screens.terminals import Terminal
from tests.screens.test_opening import painted, shown
from tui.app import TalksApp
from tui.commandline.arguments import Asked
from tui.commandline.outset import begin, greeting
from tui.firstframe import Beginning
from tui.palette import PALETTES
from tui.remembered import NOTHING, Memory, Remembered, keep, place_for, recall
from tui.render.frame import Border, Columns, Layout, Pane
from tui.render.opening import opening
from tui.render.outset import Outset

LEFT = Remembered(
    theme="light",
    layout=Layout(Columns.TWO, frozenset({Pane.CHANGES}), {Border.LEFT: 6}),
    reading="common",
    track="IST25",
    day=date(2025, 6, 23),
    filter="remains",
    pane=Pane.ROUNDS,
    cursors={Pane.ROUNDS: "R2", Pane.OWED: "C09"},
)


def memory(folder: Path, store: Path, before: Remembered = NOTHING, opened: Remembered = NOTHING) -> Memory:
    return Memory(place_for(str(folder), str(store)), str(store), before, opened)


def asked(**given: object) -> Asked:
    found = Asked()
    for name in ("as_of", "reading", "track", "theme", "read_only", "fresh", "ascii"):
        setattr(found, name, given.get(name))
    return found


def test_what_is_kept_is_recalled_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    place, store = place_for(str(tmp_path / "state"), "talks.db"), "talks.db"
    assert recall(place, store) == NOTHING
    assert keep(place, store, LEFT)
    assert recall(place, store) == LEFT
    assert stat.S_IMODE(Path(place).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(place).parent.stat().st_mode) == 0o700
    assert [path.name for path in Path(place).parent.iterdir()] == [Path(place).name]
    assert recall(place, "other.db") == NOTHING
    assert place_for("f", "a/talks.db") != place_for("f", "b/talks.db")
    assert not keep("/dev/null/nowhere/x.json", store, LEFT)


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_any_other_file_is_as_none(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.json")
        path.write_bytes(data)
        assert recall(str(path), "talks.db") == NOTHING


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "neon"), ("theme", 3), ("layout", []), ("layout", {"columns": "nine", "hidden": [1, "x"]}),
        ("layout", {"hidden": [pane.value for pane in Pane], "shifts": {"left": 10**9, "up": 3, "owed": True}}),
        ("reading", {}), ("day", "someday"), ("day", 20250623), ("filter", "\x1b]0;x\x07"), ("filter", "x" * 9999),
        ("pane", "kitchen"), ("cursors", {"owed": 3, "x": "C01"}), ("cursors", "C01"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "x.json"
    assert keep(str(path), "talks.db", LEFT)
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: value}))
    found = recall(str(path), "talks.db")
    assert getattr(found, name) == getattr(NOTHING, name)
    others = set(Remembered._fields) - {name}
    assert {other: getattr(found, other) for other in others} == {other: getattr(LEFT, other) for other in others}


def test_files_that_are_too_long_too_deep_or_of_another_time_are_let_be(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    keep(str(path), "talks.db", LEFT)
    whole = json.loads(path.read_text())
    for text in (json.dumps(whole | {"format": 2}), json.dumps(whole) + " " * 70_000, "[" * 60_000):
        path.write_text(text)
        assert recall(str(path), "talks.db") == NOTHING


def test_what_was_asked_for_once_is_no_habit(tmp_path: Path) -> None:
    before = Remembered(reading="common", filter="remains")
    opened = before._replace(reading="RU", day=date(2025, 6, 2))
    keeper = memory(tmp_path, tmp_path / "talks.db", before, opened)
    assert keeper.lasting(opened) == before
    assert keeper.lasting(opened._replace(filter="", day=None)) == before._replace(filter="")
    assert keeper.lasting(opened._replace(reading="")).reading == ""


def begun(store: Path, left: Remembered, size: tuple[int, int], **options: object) -> TalksApp:
    """Make the app as it opens on a store that was left so."""
    repository = Repository.open(store)
    outset = Outset(left.theme or "dark", "", left.layout, left.pane, left.cursors)
    first = begin(repository, BoardQuery(NOW.date(), size=20), asked(**options), outset, left)
    app = TalksApp(lambda: Repository.open(store), lambda: NOW, "anna", first.query, outset=first.outset)
    app.begin_with(Beginning(repository, repository.data_version(), first.board, None))
    app.greeting = greeting(first.opened, asked(**options))
    return app


@pytest.mark.parametrize(
    "left",
    [
        LEFT._replace(day=None, filter="", reading=""),
        Remembered(cursors={Pane.OWED: "C13"}, layout=Layout(shifts={Border.OWED: -9})),
        Remembered(pane=Pane.NEXT, cursors={Pane.NEXT: "G1"}, filter="remains", theme="colour-blind"),
        Remembered(layout=Layout(Columns.ONE, frozenset({Pane.NEXT})), reading="RU"),
    ],
    ids=["rounds", "far-down", "next", "one"],
)
async def test_the_first_frame_is_as_the_dashboard_was_left(store: Path, left: Remembered) -> None:
    app = begun(store, left, MIDDLE)
    async with app.run_test(size=MIDDLE) as pilot:
        await pilot.pause(0.3)
        d = Desk(app, pilot, [])
        await d.rest()
        rows = opening(d.board, *MIDDLE, read_only=False, outset=app.outset)
        assert painted(rows, PALETTES[left.theme or "dark"]) == shown(app)
        assert d.pane(left.pane).has_focus
        for pane, label in left.cursors.items():
            assert d.pane(pane).label == label


async def test_a_day_gone_by_and_a_filter_are_shown_again_and_said(store: Path) -> None:
    app = begun(store, LEFT, MIDDLE)
    async with app.run_test(size=MIDDLE, notifications=True) as pilot:
        d = Desk(app, pilot, [])
        await d.rest(0.3)
        assert d.board.reading == Reading("common")
        assert "AS OF 23 Jun 2025 · read only" in d.text
        assert "· /remains" in d.text
        assert "As you left it" in d.text
        assert app.greeting == "As you left it: as of 23 Jun 2025, filter “remains”. --fresh opens without."


@pytest.mark.parametrize(
    "left", [Remembered(track="GONE"), Remembered(reading="XX"), Remembered(cursors={Pane.OWED: "C99"})]
)
def test_what_the_record_does_not_have_any_more_is_let_go(store: Path, left: Remembered) -> None:
    with Repository.open(store) as repository:
        outset = Outset(cursors=left.cursors)
        first = begin(repository, BoardQuery(NOW.date(), size=20), asked(), outset, left)
        assert first.board.evidence.subject == first.board.page.rows[0].label
        assert (first.query.reading, first.query.track, first.outset.cursors) == (Reading(), None, {})


def test_options_win_over_what_is_remembered(store: Path) -> None:
    with Repository.open(store) as repository:
        query = BoardQuery(NOW.date(), date(2025, 6, 2), Reading("UA"), size=20)
        options = asked(as_of=date(2025, 6, 2), reading="UA")
        first = begin(repository, query, options, Outset(), LEFT._replace(cursors={}))
        assert (first.query.day, first.query.reading.name, first.query.filter) == (date(2025, 6, 2), "UA", "remains")
        assert greeting(first.opened, options) == "As you left it: filter “remains”. --fresh opens without."


async def test_it_is_written_after_a_quiet_second_and_at_the_end_and_only_if_something_changed(
    desk: Opener, store: Path, tmp_path: Path
) -> None:
    kept = memory(tmp_path / "state", store)
    file = Path(kept.place)
    async with desk(MIDDLE, memory=kept) as d:
        await d.press("j", "k")
        await d.pilot.pause(1.2)
        assert not file.exists()
        await d.press("j", "j", "v", "L", "j", "j", "enter")
        await d.until(file.exists)
        now = Remembered(reading="common", layout=Layout(Columns.TWO), cursors={Pane.OWED: d.owed.label})
        await d.until(lambda: recall(*kept[:2]) == now)  # a slow machine is quiet for a second between two keys, too
        await d.press("ctrl+t", "j", "enter", "less_than_sign", "slash")
        await d.type("pris")
        await d.press("enter", "1", "j", "ctrl+q")
    left = recall(*kept[:2])
    assert (left.theme, left.day, left.pane, left.filter) == ("light", date(2025, 6, 23), Pane.ROUNDS, "pris")
    assert left.cursors[Pane.ROUNDS] == "R2"


def test_a_terminal_opens_as_it_was_left(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until("5 What changed")
        terminal.type("\x1b[B\x1b[B\x1b[B")
        terminal.until("4 Evidence · C06")
        terminal.type("3")
        terminal.until("4 Evidence · R3")
        terminal.type("x")
        terminal.until("Next round is hidden")
        terminal.type("2")
        terminal.until("4 Evidence · C06")
        terminal.type("q")
        assert terminal.ended() == 0
    with Terminal(store) as terminal:
        terminal.until("4 Evidence · C06")
        assert "3 Next round" not in terminal.text
        terminal.type("q")
        assert terminal.ended() == 0
