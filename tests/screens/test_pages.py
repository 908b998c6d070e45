"""More obligations than a page holds: the cursor walks through all of them and never loses its place."""

from __future__ import annotations

from pathlib import Path

from store.domain.requests import Author
from store.repository import Repository
from tests.screens.conftest import NOW, Opener

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
            order = [row.label for row in repository.rows(d.app.viewing.query)] if d.app.viewing else []
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
