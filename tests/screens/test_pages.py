"""The cursor never loses its place, over pages, days and filters, and the evidence goes with it."""

from __future__ import annotations

from pathlib import Path

from store.domain.requests import Author
from store.repository import Repository
from tests.screens.conftest import NOW, Opener
from tui.render.frame import Pane

COUNT = 400


def fill(store: Path) -> None:
    """Add many commitments to the record."""
    lines = []
    for number in range(1000, 1000 + COUNT):
        label = f"C{number}"
        lines.append(
            f'{{"commitment": "{label}", "track": "IST25", "from": "RU", "to": "UA", "category": "prisoners", '
            f'"unit": "people", "what": "Group {number}"}}'
        )
        lines.append(
            f'{{"claim": "Q{number}", "about": "{label}", "measure": "owed", "figure": "10", "strength": "article", '
            '"instrument": "agreed", "recognised_by": ["RU", "UA"], "at": "000:5", "words": "ten"}'
        )
    with Repository.open(store) as repository:
        repository.import_lines(lines, "many.jsonl", Author("tester", NOW))


async def test_cursor_walks_over_the_ends_of_pages(desk: Opener, store: Path) -> None:
    fill(store)
    async with desk() as d:
        assert len(d.board.page.rows) < COUNT
        seen = [d.owed.label]
        for _ in range(260):
            await d.pilot.press("j")
            await d.until(lambda: d.owed.label != seen[-1])
            seen.append(d.owed.label)
        assert len(set(seen)) == len(seen)
        with Repository.open(store) as repository:
            order = [row.label for row in repository.rows(d.app.viewing.query)]
        assert seen == order[: len(seen)]


async def test_end_and_home_go_to_the_ends_of_all_pages(desk: Opener, store: Path) -> None:
    fill(store)
    async with desk() as d:
        first = d.owed.label
        await d.press("G")
        await d.until(lambda: d.owed.label == "C03")
        assert not d.board.page.more_after
        await d.press("g")
        await d.until(lambda: d.owed.label == first)
        assert not d.board.page.more_before


async def test_place_on_the_screen_stays_when_another_page_comes(desk: Opener, store: Path) -> None:
    fill(store)
    async with desk() as d:
        await d.press("ctrl+p")
        await d.type("c1300")
        await d.press("enter")
        await d.until(lambda: d.owed.label == "C1300")
        assert "C1300" in d.text
        await d.press("less_than_sign", "T")
        assert d.owed.label != ""
        await d.press("space", "d", "j")
        assert "✓" in d.row(d.owed.label)


async def test_cursor_and_evidence_agree_where_a_day_does_not_know_the_round(desk: Opener) -> None:
    async with desk() as d:
        rounds = d.pane(Pane.ROUNDS)
        await d.press("1", "g", "j", "j")
        assert rounds.label == "R3"
        await d.press("less_than_sign", "less_than_sign")
        await d.press("less_than_sign")
        assert "R3" not in [stop.label for stop in rounds.sheet.stops]
        assert rounds.label == "R2"
        assert d.board.evidence.subject == "R2"
        await d.press("T")
        assert rounds.label == d.board.evidence.subject == "R3"
        following = rounds.sheet.stops[rounds.cursor + 1].label
        await d.press("j")
        assert rounds.label == d.board.evidence.subject == following


async def test_cursor_and_evidence_agree_where_a_day_does_not_know_the_obligation(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C09")
        await d.press("t", "ctrl+u")
        await d.type("2025-05-22")
        await d.press("enter")
        assert "C09" not in [stop.label for stop in d.owed.sheet.stops]
        assert d.owed.label
        assert d.board.evidence.subject == d.owed.label
        await d.press("T")
        assert d.owed.label == d.board.evidence.subject == "C09"


async def test_evidence_counts_the_lines_below_and_marks_those_above(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("4")
        pane = d.pane(Pane.EVIDENCE)

        def below() -> int:
            return pane.sheet.height - pane.top - pane.size.height

        assert str(pane.border_subtitle) == f"{below()} more lines"
        await d.press("pagedown")
        assert pane.top > 0
        assert str(pane.border_subtitle) == f"↑ {below()} more lines"
        await d.press("G")
        assert str(pane.border_subtitle) == "↑"
        await d.press("g")
        assert str(pane.border_subtitle) == f"{below()} more lines"


async def test_evidence_is_at_its_top_after_the_full_view_and_for_another_thing(desk: Opener) -> None:
    async with desk() as d:
        pane = d.pane(Pane.EVIDENCE)
        await d.onto("C10")
        await d.press("enter", "pagedown", "pagedown", "G")
        assert pane.top > 0 or pane.cursor > 0
        await d.press("escape")
        assert d.owed.has_focus
        assert (pane.top, pane.cursor) == (0, 0)
        await d.press("4", "G")
        assert pane.top > 0
        await d.press("2", "j")
        assert (pane.top, pane.cursor) == (0, 0)


async def test_evidence_follows_the_filtered_list(desk: Opener) -> None:
    async with desk() as d:
        first = d.owed.label
        await d.press("slash")
        await d.type("rem")
        assert first not in [stop.label for stop in d.owed.sheet.stops]
        assert d.board.evidence.subject == d.owed.label
        await d.type("zzz")
        assert d.board.evidence.subject == ""
        assert "so there is no evidence to show" in d.text
        await d.press("enter", "r")
        assert "so there is no evidence to show" in d.text
        await d.press("escape")
        assert d.owed.label
        assert d.board.evidence.subject == d.owed.label


async def test_words_narrow_the_pane_that_has_the_keys_and_no_other(desk: Opener) -> None:
    async with desk() as d:
        rows, rounds = [s.label for s in d.owed.sheet.stops], d.pane(Pane.ROUNDS)
        await d.press("1", "slash")
        await d.type("r2")
        assert [stop.label for stop in rounds.sheet.stops] == ["R2"]
        await d.press("enter")
        assert "/r2" in d.lines[1]
        assert d.pane(Pane.ROUNDS).has_focus
        assert [s.label for s in d.owed.sheet.stops] == rows
        await d.press("escape")
        assert "R1" in [stop.label for stop in rounds.sheet.stops]
        evidence = d.pane(Pane.EVIDENCE)
        await d.press("4", "slash")
        await d.type("peskov")
        kept = evidence.sheet.height
        await d.press("escape")
        assert 0 < kept < evidence.sheet.height
        await d.press("slash")
        await d.type("nothing has this")
        assert "Nothing here has" in d.text
        await d.press("enter", "2", "j")
        assert not evidence.words, "what another thing was narrowed to is not carried over"
