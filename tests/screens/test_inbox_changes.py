"""Proposals by keys: accepted, dropped, corrected, linked, split, taken back; nothing is lost, conflicts are said."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from store.reading.proposals import ArticleReading, Commitment, Exchange
from store.reading.texts import origins
from store.repository import Repository
from tests.screens.conftest import Opener
from tests.screens.inboxes import ANNA, dispatch, held, onto, opened, page, shows, states
from tests.store.articles import PROPOSALS, article
from tui.screens.confirming import ConfirmScreen
from tui.screens.correction import CorrectionScreen
from tui.screens.items import ItemsScreen
from tui.screens.linking import LinkScreen


async def test_accepted_item_changes_the_board_and_u_lets_it_wait_again(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("enter")
        assert d.told[-1].startswith("accepted X1 from 005: 1 source, 1 claim · u undoes")
        assert states(filled)["X1"] == "accepted"
        assert "in the record" in d.text
        row = next(row for row in d.board.page.rows if row.label == "C09")
        assert row.standing.delivered is not None
        await d.press("u")
        assert d.told[-1].startswith("undone: 005 accepted X1")
        assert set(states(filled).values()) == {"waiting"}
        assert page(d).items.label == "X1"
        await d.press("ctrl+y")
        assert states(filled)["X1"] == "accepted"


async def test_x_drops_and_again_restores(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "C1")
        await d.press("x")
        assert states(filled)["C1"] == "dropped"
        await d.press("a")
        assert d.told[-1] == "C1 was dropped: x lets it wait again."
        assert states(filled)["C1"] == "dropped"
        await d.press("ч")
        assert states(filled)["C1"] == "waiting"


async def test_marked_items_are_one_change_and_u_takes_all_of_it_back(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("space", "space")
        assert "2 marked" in d.text
        await d.press("a")
        assert d.told[-1].startswith("accepted X1, D1 from 005")
        assert len({item.entry for item in opened(filled).items if item.entry is not None}) == 1
        assert "marked" not in d.text
        await d.press("u")
        assert set(states(filled).values()) == {"waiting"}


async def test_one_of_a_batch_is_taken_back_alone_or_the_whole(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("space", "space", "a", "g")
        await onto(d, "X1")
        await d.press("U")
        assert "take back all 2 that were accepted together" in d.text
        await d.press("enter")
        assert states(filled)["X1"] == "accepted"
        await d.press("U", "y")
        assert (states(filled)["X1"], states(filled)["D1"]) == ("waiting", "accepted")
        await d.press("U")
        assert d.told[-1] == "X1 is not in the record: there is nothing to take back."


async def test_whole_batch_is_taken_back_though_it_was_not_the_last_change(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("space", "space", "a")
        await onto(d, "P1")
        await d.press("a")
        await onto(d, "D1")
        await d.press("U", "w")
        assert d.told[-1] == "took back X1, D1"
        assert {number for number, state in states(filled).items() if state == "accepted"} == {"P1"}


async def test_all_of_a_kind_are_accepted_after_a_yes(desk: Opener, store: Path) -> None:
    dispatch(store, "02")
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("A")
        assert shows(d, ConfirmScreen)
        assert "Accept all 3 of handed over?" in d.text
        assert "X3  Russia → Ukraine: over 11,000 remains" in d.text
        await d.until(lambda: "reckoning" not in d.text)
        assert "R3 stays gated" in d.text
        await d.press("n")
        assert set(states(store).values()) == {"waiting"}
        await d.press("A", "enter")
        assert set(states(store).values()) == {"waiting"}
        await d.press("A", "y")
        assert {n for n, state in states(store).items() if state == "accepted"} == {"X1", "X2", "X3"}
        await d.press("A")
        assert d.told[-1] == "Nothing of handed over waits."


async def test_number_is_corrected_in_place(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("e")
        assert shows(d, CorrectionScreen)
        await d.press("end", *["backspace"] * 5)
        await d.type("6x")
        assert "no number: write 6,060 or 20-30" in d.text
        await d.press("enter")
        assert shows(d, CorrectionScreen)
        await d.press("backspace")
        await d.type("100")
        await d.press("enter")
        assert shows(d, ItemsScreen)
        content = held(filled, "X1").proposal.content
        assert isinstance(content, Exchange)
        assert content.figure.value == 6100
        assert content.kind == "remains"
        assert "corrected" in d.text
        assert "differs: C09 6,060 → 6,100" in d.text


async def test_phrase_is_resolved_against_the_article_and_the_window_shown(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "C1")
        await d.press("e")
        field = d.app.screen.query_one("#field-due", Input)
        field.focus()
        await d.type("by 30 July")
        await d.until(lambda: "= by 30 Jul 2025" in d.text)
        speaker = d.app.screen.query_one("#field-speaker", Input)
        speaker.focus()
        await d.type("Dmitry Peskov")
        await d.press("enter")
        item = held(filled, "C1")
        assert isinstance(item.proposal.content, Commitment)
        assert item.proposal.content.due.phrase == "by 30 July"
        assert item.proposal.content.due.latest is not None
        assert item.proposal.content.due.latest.isoformat() == "2025-07-30"
        assert item.proposal.said.speaker == "Dmitry Peskov"


async def test_escape_does_not_lose_what_was_typed_silently(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("e", "escape")
        assert shows(d, ItemsScreen)
        await d.press("e", "end", "backspace", "escape")
        assert shows(d, CorrectionScreen)
        assert "Leave and lose what you typed? y / n" in d.text
        await d.press("x", "escape")
        assert shows(d, CorrectionScreen)
        await d.press("escape", "y")
        assert shows(d, ItemsScreen)
        assert not held(filled, "X1").corrected


async def test_conflict_is_one_sentence_and_keeps_what_was_typed(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("e", "end", "backspace")
        await d.type("9")
        with Repository.open(filled) as other:
            other.inbox.drop(next(one for one in other.inbox.reading(1).items if one.number == "X1"))
        await d.press("enter")
        assert "X1 was changed or accepted meanwhile; nothing was saved" in d.told[-1]
        await d.press("e")
        assert "what you typed before, not saved yet" in d.text
        assert d.app.screen.query_one("#field-number", Input).value == "6,069"
        await d.press("enter")
        assert held(filled, "X1").corrected


async def test_accepting_what_somebody_else_dropped_is_a_conflict(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        with Repository.open(filled) as other:
            other.inbox.drop(next(one for one in other.inbox.reading(1).items if one.number == "X1"))
        await d.pilot.press("a")
        await d.until(lambda: d.told)
        assert "X1" in d.told[-1]
        await d.rest()
        assert states(filled)["X1"] == "dropped"
        assert "dropped" in d.text


async def test_item_is_linked_to_another_commitment_or_to_none(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "X1")
        await d.press("l")
        assert shows(d, LinkScreen)
        await d.type("c10")
        await d.press("enter")
        assert held(filled, "X1").link == "C10"
        assert "linked to C10" in d.text
        await d.press("l")
        assert "nothing on record: it is new" in d.text
        await d.type("zzz")
        await d.press("down", "enter")
        assert held(filled, "X1").link == "new"
        await d.press("l", "escape")
        assert held(filled, "X1").link == "new"
        await onto(d, "R1")
        await d.press("l", "enter")
        assert held(filled, "R1").link == "R1"
        await onto(d, "P1")
        await d.press("l")
        assert d.told[-1] == "A position is linked to nothing."


async def test_what_goes_both_ways_is_split_and_joined(desk: Opener, filled: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await onto(d, "C1")
        await d.press("s")
        assert {"C1a", "C1b"} <= set(states(filled))
        await onto(d, "C1b")
        await d.press("s")
        assert "C1" in states(filled)
        assert "C1a" not in states(filled)
        await onto(d, "X1")
        await d.press("s")
        assert d.told[-1] == "X1 goes one way only: there is nothing to split."


async def test_near_source_is_counted_as_one_origin(desk: Opener, filled: Path) -> None:
    words = " ".join(f"sentence {n} of the report tells of {n} trucks and {n * 7} parcels." for n in range(40))
    with Repository.open(filled) as repository:
        first = article(f"A report\n\n{words}\n")
        again = article(f"A report again\n\n{words}\n")
        for found, item in ((first, "P1"), (again, "")):
            proposals = tuple(p for p in PROPOSALS if p.number == "P1")
            reading = repository.inbox.keep(ArticleReading(found, proposals), origins.fingerprint(found), ANNA)
            if item:
                repository.inbox.accept(repository.inbox.reading(reading.id).items, ANNA)
    async with desk() as d:
        await d.press("i", "enter")
        assert page(d).number == 3
        assert "nearly the same as 005 (copy) · o counts both as one origin" in d.text
        await d.press("o")
        assert opened(filled, 3).reading.same_as == "005"
        assert "counts as one origin with 005" in d.text
        await d.press("o")
        assert opened(filled, 3).reading.same_as is None
