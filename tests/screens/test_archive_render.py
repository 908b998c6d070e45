"""Sources, entries and previews as lines: harmless whatever the record holds, fitting at every width."""

from datetime import date

import pytest

from store.domain.changes import Change
from store.domain.journal import JournalEntry
from store.domain.library import Fact, Shelf, Shelved
from store.domain.model import Source
from store.domain.undoing import EntryOpened, JournalFilter, Obstacle, Turning, Written
from store.domain.windows import NO_WINDOW
from store.domain.words import DayBasis
from store.reading.record.shelved import SourceOpened
from tui.render.entry import DO, KEEP, entry_sheet, turning_sheet
from tui.render.frame import Box
from tui.render.journal import filter_words, journal_sheet
from tui.render.sources import facts_sheet, no_text_sheet, source_boxes, sources_sheet
from tui.render.spans import Sheet, line_cells

BAD = "\x1b]0;x\x07\x9b2J[/][red]\u202e\u200b\x00 " + "w" * 300
DAY = date(2025, 6, 2)
SOURCE = Source(BAD, BAD, BAD, BAD, BAD, DAY, NO_WINDOW, DayBasis.INFERRED, BAD, BAD, BAD, BAD, BAD)
ONE = Shelved(SOURCE, 1, 2, held=True, corrected=True, together=(BAD,))
ENTRY = JournalEntry(7, "2026-11-22T09:30:00+00:00", BAD, "judge", BAD, BAD, BAD, BAD)
OPENED = EntryOpened(
    ENTRY, (Written("claim", BAD, BAD),), 5, ENTRY, (ENTRY._replace(id=9, action="undo", target=7),),
    (Obstacle(ENTRY._replace(id=8), BAD),), "",
)  # fmt: skip
TURNING = Turning(ENTRY, "undo", ENTRY, (Change(BAD, BAD, "state", None, None),), "1 claim", 3, (), 9)
FACTS = SourceOpened(ONE, (Fact("claim", BAD, BAD, BAD, BAD, DAY),), None, (), more=True)


def texts(sheet: Sheet) -> str:
    return "\n".join("".join(text for text, _ in sheet.line(y)) for y in range(sheet.height))


@pytest.mark.parametrize("width", [20, 78, 200])
def test_nothing_of_the_record_acts_on_a_terminal_or_is_too_wide(width: int) -> None:
    sheets = [
        sources_sheet(Shelf((ONE, ONE), 9), width, by_origin=True),
        sources_sheet(Shelf((ONE,), 1), width, by_origin=False),
        facts_sheet(FACTS, width),
        no_text_sheet(FACTS, width),
        entry_sheet(OPENED, width),
        entry_sheet(OPENED._replace(obstacles=(), refusal=BAD), width),
        turning_sheet(TURNING, width),
        turning_sheet(TURNING._replace(obstacles=OPENED.obstacles), width),
        turning_sheet(BAD, width),
        journal_sheet([ENTRY], width, {7}),
    ]
    for sheet in sheets:
        assert texts(sheet).replace("\n", "").isprintable()
        if width > 20:
            assert max(line_cells(sheet.line(y)) for y in range(sheet.height)) <= width


def test_preview_offers_to_do_it_only_where_it_can_be_done() -> None:
    assert [stop.label for stop in turning_sheet(TURNING, 60).stops] == [DO, KEEP]
    assert [stop.label for stop in turning_sheet(TURNING._replace(obstacles=OPENED.obstacles), 60).stops] == [KEEP]
    assert [stop.label for stop in turning_sheet("it cannot be", 60).stops] == [KEEP]
    assert turning_sheet(None, 60).stops == []
    back = texts(turning_sheet(TURNING._replace(action="redo", changes=()), 60))
    assert "put entry 7 back" in back
    assert "Nothing on the board changes." in back
    assert "Comes back into the record" in back


def test_filter_is_said_in_words() -> None:
    first, last = date(2026, 11, 1), date(2026, 11, 15)
    assert filter_words(JournalFilter("ana", "C10", first, first)) == ["by ana", "of C10", "on 1 Nov 2026"]
    assert filter_words(JournalFilter(first=first, last=last)) == ["1 Nov 2026 to 15 Nov 2026"]
    assert filter_words(JournalFilter(last=last)) == ["until 15 Nov 2026"]
    assert "Esc shows all" in texts(journal_sheet((), 60, all_shown=False))


def test_empty_record_says_how_sources_come() -> None:
    assert "opens the inbox" in texts(sources_sheet(Shelf((), 0), 60, by_origin=False))


def test_facts_and_text_lie_where_there_is_room() -> None:
    assert source_boxes(Box(0, 1, 120, 38), "lines", text=True)["article"].x == 60
    assert source_boxes(Box(0, 1, 80, 22), "lines", text=False)["absent"].y == 12
    assert list(source_boxes(Box(0, 1, 60, 15), "article", text=True)) == ["article"]
    assert list(source_boxes(Box(0, 1, 60, 15), "lines", text=True)) == ["lines"]
