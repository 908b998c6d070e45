"""Days in words on the dashboard, and the key that shows in which words and by which rule a window was given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.domain.board import Evidence
from store.domain.model import Cite, Claim, Source
from store.domain.requests import Author
from store.domain.windows import Window
from store.domain.words import DayBasis, Measure, Strength
from store.repository import Repository
from tests.screens.conftest import MIDDLE, NOW, SMALL, Desk, Opener
from tests.screens.test_outside import PAYLOADS, hostile_lines
from tui.phrasing import read_day
from tui.render.days import day_echo
from tui.render.frame import Pane
from tui.render.spans import line_cells
from tui.render.windows import board_windows, dated
from tui.screens.windows import WindowsScreen

NEWEST = date(2025, 6, 25)


def said(text: str, width: int = 200) -> str:
    return "".join(words for words, _ in day_echo(text, NEWEST, width))


def test_echo_of_an_iso_day_says_how_it_lies_to_the_evidence() -> None:
    assert said("2025-06-02") == "  = Mon 2 Jun 2025, 23 days before the newest evidence"
    assert said("2025-06-26") == "  = Thu 26 Jun 2025, 1 day after the newest evidence"
    assert said("2025-06-25") == "  = Wed 25 Jun 2025, the newest evidence"


def test_echo_of_a_phrase_says_window_day_read_on_and_rule() -> None:
    window = read_day("last week", NEWEST).window
    assert window is not None
    whole = said("last week")
    assert whole == (f"  = Sun 22 Jun 2025, end of 16–22 Jun, read on 25 Jun 2025, the newest evidence · {window.rule}")
    assert said("last week", line_cells(day_echo("last week", NEWEST, 200))) == whole
    assert said("last week", 54) == f"  = Sun 22 Jun 2025, end of 16–22 Jun, from 25 Jun · {window.rule}"


def test_echo_of_a_window_without_a_first_day_names_the_last_alone() -> None:
    assert said("by the end of May", 54).startswith("  = Sat 31 May 2025, from 25 Jun · ")


def test_echo_of_a_day_of_the_calendar_needs_no_reference() -> None:
    assert said("22 June 2025").startswith("  = Sun 22 Jun 2025 · ")
    assert said("22 June 2025").endswith(", 3 days before the newest evidence")


@pytest.mark.parametrize("text", ["", "z", "2025", "2025-06", "2025-06-3", "2025-06-2x", "x" * 10_001, "[/]\x1b"])
def test_echo_of_what_is_no_day_yet(text: str) -> None:
    assert said(text) == "  not a day yet: 2025-06-23, last Tuesday"


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_a_phrase_is_echoed_while_it_is_typed_and_taken_with_enter(desk: Opener, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await d.press("t")
        await d.type("last wee")
        assert "Sun 22 Jun" not in d.lines[-1]
        await d.type("k")
        assert "= Sun 22 Jun 2025, end of 16–22 Jun" in d.lines[-1]
        assert "25 Jun" in d.lines[-1]
        await d.press("enter")
        assert d.board.moment.day == date(2025, 6, 22)
        assert not d.app.screen.query("#prompt")


@pytest.mark.parametrize(
    ("text", "words"),
    [("soon", "“soon” names no day"), ("after 22 June 2025", "from 23 Jun 2025 on: no last day to take")],
)
async def test_a_phrase_without_a_last_day_is_refused_in_place(desk: Opener, text: str, words: str) -> None:
    async with desk() as d:
        await d.press("t")
        await d.type(text)
        assert words in d.lines[-1]
        await d.press("enter")
        assert words in d.lines[-1]
        assert d.board.moment.latest
        await d.press("escape")
        assert d.owed.has_focus


async def opened(d: Desk) -> str:
    await d.press("w")
    await d.until(lambda: isinstance(d.app.screen, WindowsScreen))
    await d.rest()
    return d.text


@pytest.mark.parametrize("key", ["w", "ц"])
async def test_window_of_an_obligation_with_phrase_rule_source_and_place(desk: Opener, key: str) -> None:
    async with desk() as d:
        await d.onto("C09")
        await d.press(key)
        assert isinstance(d.app.screen, WindowsScreen)
        for words in (
            "C09 due: 9–15 Jun 2025",
            "● T09c due: 9–15 Jun 2025",
            "“next week” · rule: W3 next week",
            "Vladimir Medinsky for Russia · paraphrase",
            "004:9",
            "T09b due: 2–9 Jun 2025 (or 15 Jun 2025)",
            "loosely 2–15 Jun 2025",
            "“in the coming week” · rule: W4 in the coming week",
            "2025-06-02/2025-06-09, loosely 2025-06-02/2025-06-15",
        ):
            assert words in d.text
        await d.press(key)
        assert len(d.app.screen_stack) == 1
        assert d.owed.has_focus


async def test_every_pane_shows_the_windows_of_its_row(desk: Opener) -> None:
    async with desk() as d:
        await d.press("1", "j")
        shown = await opened(d)
        assert "R2 held: 2 Jun 2025" in shown
        assert "● held: 2 Jun 2025" in shown
        assert "“June 2nd” · rule: exact day" in shown
        await d.press("escape", "3")
        shown = await opened(d)
        assert "R3: the board shows no day." in shown
        assert "setting its date, conditional: from 25 Jun 2025" in shown
        assert "on hold: no day" in shown
        await d.press("escape", "j")
        assert "G1: no source gives days, or words for when." in await opened(d)
        await d.press("escape", "5")
        assert d.pane(Pane.CHANGES).label in await opened(d)


async def test_in_the_evidence_the_statement_alone_is_shown(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C09")
        await d.press("enter")
        evidence = d.pane(Pane.EVIDENCE)
        assert evidence.select("T09b")
        shown = await opened(d)
        assert "in the coming week" in shown
        assert "next week" not in shown.replace("in the coming week", "").replace("the next week", "")
        await d.press("enter")
        assert d.board.evidence.subject == "T09b"


async def test_what_is_chosen_is_opened(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C09")
        await opened(d)
        await d.press("enter")
        assert d.board.evidence.subject == "T09c"
        assert d.pane(Pane.EVIDENCE).has_focus
        await d.press("escape")
        assert d.owed.has_focus


async def test_a_key_sent_before_the_evidence_came_is_kept(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.pilot.press("j")
        await d.pilot.press("w")
        await d.until(lambda: isinstance(d.app.screen, WindowsScreen))
        assert d.board.evidence.subject == d.owed.label != "C10"


async def test_a_filter_that_finds_nothing_leaves_no_window_to_show(desk: Opener) -> None:
    async with desk() as d:
        await d.press("slash")
        await d.type("zzz")
        await d.press("enter", "w")
        assert len(d.app.screen_stack) == 1
        assert d.told[-1] == "Nothing is highlighted, so there is no window to show."


async def test_it_can_be_given_by_name(desk: Opener) -> None:
    async with desk() as d:
        await d.press("ctrl+p")
        await d.type("by which rule")
        await d.press("enter")
        await d.until(lambda: isinstance(d.app.screen, WindowsScreen))


async def test_phrases_from_outside_are_drawn_literally(desk: Opener, store: Path) -> None:
    payload = "".join(PAYLOADS)
    with Repository.open(store) as repository:
        repository.import_lines(hostile_lines(payload), "hostile.jsonl", Author("tester", NOW))
    async with desk((200, 50)) as d:
        await d.press("ctrl+p")
        await d.type("S91")
        await d.press("enter")
        shown = await opened(d)
        assert shown.replace("\n", "").isprintable()
        assert "<U+001B>" in shown


def test_windows_of_an_exchange_and_of_a_source() -> None:
    cite = Cite("9", "9:1", None, Strength.ARTICLE)
    day = Window(date(2025, 6, 2), date(2025, 6, 2), phrase="on Monday", rule="weekday")
    claim = Claim(1, None, NEWEST, cite, Measure.BATCH, exchange="E1", window=day)
    source = Source("9", None, None, None, "9", NEWEST, Window(), DayBasis.STATED)
    bare = Claim(2, "K2", NEWEST, cite, Measure.BATCH, exchange="E1")
    found = list(dated(Evidence("E1", "exchange", claims=(claim, bare), sources={"9": source})))
    assert [(item.place, item.what, item.window) for item in found] == [
        ("9:1", "covers", day),
        ("9", "published, stated", Window(NEWEST, NEWEST)),
    ]
    assert board_windows(Evidence("E1", "exchange")) == {}
