"""Adding and editing by keys: every kind through its form, what is offered and echoed, and nothing lost unasked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input

from store.domain.forms import FORMS
from store.domain.records import Edit
from store.domain.requests import Author
from store.repository import Repository
from tests.screens.conftest import MIDDLE, NOW, SMALL, Desk, Opener
from tui.render.frame import Pane
from tui.screens.dashboard import Dashboard
from tui.screens.form import LEAVING
from tui.screens.kinds import KindsScreen
from tui.screens.record import RecordScreen

HOSTILE = "[/] [@click=app.quit]x\x1b]52;c;aGk=\x07\u202e"
TYPED: dict[str, dict[str, str]] = {
    "claim": {"about": "C10", "at": "000:5", "figure": "about 900"},
    "signal": {"round": "R3", "at": "000:5", "modality": "expected", "window": "in July"},
    "commitment": {"from": "RU", "to": "UA", "category": "children", "what": "Children", "owed.at": "000:5"},
    "round": {"name": "Fourth round", "report.at": "000:5"},
    "report": {"round": "R3", "at": "000:5", "state": "postponed"},
    "exchange": {"name": "Swap", "said.at": "000:5"},
    "gate": {"condition": "First the remains", "at": "000:5"},
    "position": {"actor": "UA", "topic": "truce", "stance": "demands", "summary": HOSTILE, "at": "000:5"},
    "source": {"title": HOSTILE},
    "actor": {"name": "Olena", "kind": "person", "role": "witness"},
    "track": {"name": "Other talks", "parties": "RU, US"},
}


def shows(d: Desk, kind: type[Screen[Any]]) -> bool:
    """Whether a screen of some kind is in front."""
    return isinstance(d.app.screen, kind)


def form(d: Desk) -> RecordScreen:
    """Return the form that is open."""
    screen = d.app.screen
    assert isinstance(screen, RecordScreen)
    return screen


def box(d: Desk) -> Input:
    """Return the field that has the keys."""
    focused = d.app.screen.focused
    assert isinstance(focused, Input)
    return focused


async def onto_field(d: Desk, name: str) -> None:
    """Move to a field."""
    form(d).go_to(name)
    await d.pilot.pause()
    current = form(d).current
    assert current is not None
    assert current.name == name


async def paste(d: Desk, text: str) -> None:
    """Paste into the field that has the keys, in the place of what is there."""
    box(d).value = ""
    box(d).post_message(events.Paste(text))
    await d.pilot.pause()


async def open_new(d: Desk, kind: str) -> None:
    """Open the form of a new thing by keys."""
    await d.press("a")
    assert shows(d, KindsScreen)
    await paste(d, kind)
    await d.pilot.press("enter")
    await d.until(lambda: form(d).fields)
    await d.pilot.pause()


async def test_every_kind_is_added_by_keys_and_undone(desk: Opener, store: Path) -> None:
    async with desk() as d:
        for kind in FORMS:
            await open_new(d, kind)
            for name, text in TYPED[kind].items():
                await onto_field(d, name)
                await paste(d, text)
            await d.press("ctrl+s")
            assert shows(d, Dashboard), f"{kind}: {form(d).errors}"
            await d.until(lambda: d.told and d.told[-1].startswith("added "))
            assert kind in d.told[-1]
            d.told.clear()
        await d.press("u")
        await d.until(lambda: d.told and d.told[-1].startswith("undone: "))
    with Repository.open(store) as repository:
        assert [entry.action for entry in repository.history(99)] == ["undo", *["add"] * len(FORMS), "begin"]


async def test_kind_of_the_pane_is_ready_and_the_highlighted_thing_filled_in(desk: Opener) -> None:
    async with desk() as d:
        for pane, kind in ((Pane.ROUNDS, "round"), (Pane.OWED, "commitment"), (Pane.NEXT, "signal")):
            await d.press(str(pane.number), "a")
            assert isinstance(d.app.screen, KindsScreen)
            assert d.app.screen.listing.label == kind
            await d.press("escape")
        await d.onto("C09")
        await d.press("4", "a", "enter")
        await d.until(lambda: form(d).fields)
        assert form(d).texts["about"] == "C09"
        assert "= Remains of soldiers RU→UA" in d.text
        await d.press("escape", "a")
        await d.type("zzz")
        assert "No kind of thing is called “zzz”" in d.text
        await d.press("enter", "escape")
        assert shows(d, Dashboard)


async def test_added_commitment_is_gone_to(desk: Opener) -> None:
    async with desk() as d:
        await open_new(d, "commitment")
        for name, text in TYPED["commitment"].items():
            await onto_field(d, name)
            await paste(d, text)
        await d.press("ctrl+s")
        await d.until(lambda: d.owed.label == "C17")


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_form_offers_echoes_and_says_errors_at_the_field(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await open_new(d, "claim")
        await onto_field(d, "measure")
        await d.type("ow")
        assert d.app.screen.query_one("#offers").display
        await d.press("enter")
        assert box(d).value == "owed"
        await onto_field(d, "by")
        await d.press("space")
        assert len(form(d).offers.offers) > 5
        await d.press("escape")
        assert not form(d).offers.display
        await d.type("пес")
        await d.press("tab")
        assert form(d).texts["by"] == "peskov"
        await onto_field(d, "about")
        await d.type("rem")
        assert [offer.text for offer in form(d).offers.offers] == ["C14", "C10", "C09", "E2"]
        await d.press("down", "down", "enter")
        assert form(d).texts["about"] == "C09"
        await onto_field(d, "at")
        await paste(d, "000:5")
        await onto_field(d, "window")
        await d.type("by the end of June")
        assert "= by 30 Jun 2025" in d.text
        assert "the day of 000" in d.text
        await onto_field(d, "figure")
        await paste(d, "many")
        await d.press("ctrl+s")
        assert "'many' is no figure" in d.text
        current = form(d).current
        assert current is not None
        assert current.name == "figure"
        await paste(d, "6061")
        await onto_field(d, "note")
        await paste(d, HOSTILE)
        assert "[/] [@click=app.quit]x<U+001B>" in box(d).value
        await d.press("enter")
        await d.until(lambda: d.told and d.told[-1].startswith("added C09 claim "))


async def test_nothing_typed_is_lost_on_escape_without_asking(desk: Opener, store: Path) -> None:
    async with desk(SMALL) as d:
        await open_new(d, "round")
        await d.press("escape")
        assert shows(d, Dashboard)
        await open_new(d, "round")
        await onto_field(d, "name")
        await d.type("Fourth")
        for keep in ("n", "enter", "escape", "т"):
            await d.press("escape")
            assert LEAVING in d.text
            assert "not saved yet" in d.text
            await d.press("x", "tab", "ctrl+s", keep)
            assert LEAVING not in d.text
            assert box(d).value == "Fourth"
        await d.press("ctrl+q")
        assert LEAVING in d.text
        await d.press("н")
        assert shows(d, Dashboard)
        await d.press("ф")
        assert shows(d, KindsScreen)
        await d.press("escape", "2", "у")
        await d.until(lambda: form(d).fields)
        await d.pilot.resize_terminal(20, 4)
        await d.press("x", "ctrl+s")
        assert shows(d, RecordScreen)
    with Repository.open(store) as repository:
        assert len(repository.history(9)) == 1


async def test_what_is_highlighted_in_any_pane_is_edited(desk: Opener, store: Path) -> None:
    async def edit(d: Desk, name: str, text: str, told: str) -> None:
        await d.press("e")
        await d.until(lambda: form(d).fields)
        await d.rest()
        await onto_field(d, name)
        await paste(d, text)
        await d.press("ctrl+s")
        await d.until(lambda: told in d.told[-1] if d.told else False)
        assert shows(d, Dashboard)

    async with desk() as d:
        await d.onto("C09")
        await edit(d, "what", "Fallen soldiers", "C09: what Remains of soldiers → what Fallen soldiers · u undoes")
        assert "Fallen soldiers" in d.row("C09")
        await d.press("1", "g")
        await edit(d, "name", "Round one", "R1: name First round → name Round one")
        for label, name, text, told in (
            ("D1", "figure", "6061", "mended D1 as N"),
            ("000", "title", "On hold", "000: title"),
            ("E2", "place", "Gomel", "E2: where none → where Gomel"),
        ):
            await d.onto("C09")
            await d.press("4")
            assert d.pane(Pane.EVIDENCE).select(label), label
            await edit(d, name, text, told)
        await d.press("1", "g", "4")
        place = next(stop.label for stop in d.pane(Pane.EVIDENCE).sheet.stops if stop.label.startswith("003:"))
        d.pane(Pane.EVIDENCE).select(place)
        await edit(d, "place", "Ankara", "mended what is said of R1: where Istanbul → where Ankara")
        await d.press("3", "j")
        assert d.pane(Pane.NEXT).label == "G1"
        await edit(d, "condition", "All of it", "G1: condition")
        for _ in range(7):
            await d.press("u")
        with Repository.open(store) as repository:
            assert repository.records.held("C09").fields["what"] == "Remains of soldiers"
            assert repository.records.held("D1").fields["figure"] == "6060"


async def test_conflict_keeps_what_was_typed_and_shows_what_stands_now(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await d.onto("C09")
        await d.press("e")
        await d.until(lambda: form(d).fields)
        await onto_field(d, "what")
        await paste(d, "Bodies")
        with Repository.open(store) as other:
            held = other.records.held("C09")
            other.records.edit(Edit(held, {"what": "Fallen", "unit": "sets"}), Author("boris", NOW))
        await d.press("ctrl+s")
        assert "C09 was changed meanwhile: what Fallen now" in d.text
        await d.until(lambda: form(d).texts["unit"] == "sets")
        assert form(d).texts["what"] == "Bodies"
        await d.press("ctrl+s")
        await d.until(lambda: d.told[-1].startswith("C09: what Fallen → what Bodies"))
        with Repository.open(store) as other:
            assert other.records.held("C09").fields["unit"] == "sets"


async def test_views_open_the_forms_too(desk: Opener) -> None:
    async with desk() as d:
        await d.press("c")
        assert d.app._views is not None
        d.app._views.open("edit", "C09")
        await d.until(lambda: isinstance(d.app.screen, RecordScreen) and form(d).fields)
        assert form(d).texts["what"] == "Remains of soldiers"
        await d.press("escape")
        d.app._views.open("add", "C10")
        await d.until(lambda: isinstance(d.app.screen, KindsScreen))
        await d.rest()
        assert "C10 is highlighted" in d.text
        await d.press("escape")
        d.app._views.open("edit", "X05")
        await d.until(lambda: d.told and "X05 is a discrepancy" in d.told[-1])


async def test_read_only_store_and_past_day_refuse_in_one_sentence(desk: Opener, empty_path: Path) -> None:
    async with desk(read_only=True) as d:
        await d.press("a")
        assert "read-only" in d.told[-1]
        await d.press("e")
        assert shows(d, Dashboard)
    async with desk() as d:
        await d.press("less_than_sign", "e")
        assert d.told[-1] == "The board shows 23 Jun 2025, which is read only. T returns to the latest evidence."
        assert shows(d, Dashboard)
    async with desk(path=empty_path) as d:
        await d.press("e")
        assert d.told[-1].startswith("Nothing is highlighted")
        await open_new(d, "track")
        assert form(d).texts["label"] == "T1"
