"""The ledger as it is drawn, and every key of its view."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.domain.fates import Fate
from store.domain.ledger import Column, Ledger
from store.domain.requests import BoardQuery
from store.repository import Repository
from store.repository.gates import read_gate_board
from store.repository.ledgers import read_ledger
from tests.conftest import TODAY
from tests.screens.conftest import SMALL, Opener
from tests.store.ledgers import STAGED
from tests.store.records import ANA, BASE, commitment, line, owed, said, taken
from tui.gates_json import gates_text
from tui.ledger_json import ledger_text
from tui.ledger_words import amount_words, citation, spread_words
from tui.render.gates import found_at, gates_sheet, why_sheet
from tui.render.ledger import FACING, Place, ledger_sheet, rows_of
from tui.render.names import Actors
from tui.render.spans import Sheet, line_cells
from tui.report.gates import gates_lines
from tui.report.ledger import ledger_lines
from tui.screens.dashboard import Dashboard
from tui.screens.ledger import LedgerScreen


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, Actors]:
    path = tmp_path_factory.mktemp("staged") / "talks.db"
    with Repository.create(path, author=ANA) as repository:
        taken(repository, *STAGED)
        query = BoardQuery(TODAY)
        return read_ledger(repository, "C1", query), repository.ground(query).actors


def lines(sheet: Sheet) -> list[str]:
    return ["".join(text for text, _ in sheet.line(y)) for y in range(sheet.height)]


@pytest.mark.parametrize("width", [36, FACING - 1, FACING, 76, 116, 196])
def test_nothing_is_wider_than_the_pane_and_every_figure_is_there(staged: tuple[Ledger, Actors], width: int) -> None:
    ledger, actors = staged
    sheet = ledger_sheet(ledger, actors, width)
    assert max(line_cells(sheet.line(y)) for y in range(sheet.height)) <= width
    rows = rows_of(ledger, width)
    assert sorted(e.claim.id for row in rows for e in row.entries if e) == sorted(e.claim.id for e in ledger.entries)
    assert {row.label for row in rows} < {stop.label for stop in sheet.stops}


def test_what_does_not_add_up_is_named_first(staged: tuple[Ledger, Actors]) -> None:
    flat = " ".join(" ".join(lines(ledger_sheet(*staged, 116))).split())
    wanted = (
        "! stages listed by Ukraine add up to 4,857 (1,212 + 1,200 + 1,200 + 1,245), "
        "total claimed 6,057 by Ukraine (difference 1,200); 6,060 by Russia (difference 1,203)"
    )
    assert wanted in flat
    assert flat.index(wanted) < flat.index("stages listed by all together") < flat.index("count different units")
    assert "between the sides 6,057 (Ukraine) to 6,060 (Russia): 3 apart" in flat
    assert "rejected by Ukraine (j23:9)" in flat


@pytest.mark.parametrize("width", [76, 116, 196])
def test_sides_face_each_other_with_their_digits_below_one_another(staged: tuple[Ledger, Actors], width: int) -> None:
    ledger, actors = staged
    drawn = lines(ledger_sheet(ledger, actors, width))
    (eleventh,) = [line for line in drawn if line.count("1,212") == 3 and "│" in line]
    assert [part.split() for part in eleventh.split("│")] == [
        ["1,212", "j11:3"], ["1,212", "j13:4"], ["1,212", "j11:9"],
    ]  # fmt: skip
    ends = [line.split("│")[2].index(figure) + 5 for line in drawn for figure in ("6,057 ", "1,245 ")
            if line.count("│") == 2 and figure in line.split("│")[2]]  # fmt: skip
    assert len(ends) == 2
    assert len(set(ends)) == 1
    told = " ".join(" ".join(lines(ledger_sheet(ledger, actors, 196))).split())
    assert "told 13 Jun" in told
    assert "struck: corrected by t1" in told
    assert "✗" in told


def test_on_a_narrow_screen_figures_stand_below_one_another_with_their_side(staged: tuple[Ledger, Actors]) -> None:
    drawn = lines(ledger_sheet(*staged, FACING - 1))
    assert not any(line.count("│") for line in drawn)
    assert any("Ukraine, who is owed" in line for line in drawn)
    assert any("Russia, who owes" in line for line in drawn)
    assert not any("article · article" in line for line in drawn)


def test_the_mark_is_on_the_figure_of_the_column_else_on_the_nearest(staged: tuple[Ledger, Actors]) -> None:
    ledger, actors = staged
    full = next(row for row in rows_of(ledger, 116) if all(row.entries))
    for place, column in enumerate(Column):
        marked = next(
            line for line in lines(ledger_sheet(ledger, actors, 116, Place(full.label, column))) if "▸" in line
        )
        assert [("▸" in part) for part in marked.split("│")] == [place == other for other in range(3)]
    lone = next(row for row in rows_of(ledger, 116) if row.entries[0] is None and row.entries[2] is None)
    found = lone.at(Column.CREDITOR)
    assert found is not None
    assert found.column is Column.WITNESS


def test_words_of_unsure_and_missing_figures(staged: tuple[Ledger, Actors]) -> None:
    ledger, actors = staged
    by_label = {entry.claim.label: entry for entry in ledger.entries}
    assert amount_words(by_label["b6"]) == "about 1,200"
    assert amount_words(by_label["t3"]) == "at least 6,000"
    assert amount_words(by_label["t6"]) == "rejects it"
    assert by_label["t0"].fate is Fate.CORRECTED
    silent = ledger._replace(between_sides=None, overall=None)
    silent = silent._replace(standing=ledger.standing._replace(figures=ledger.standing.figures._replace(voices=())))
    assert spread_words(silent, actors) == "none between the sides: Russia and Ukraine give no figure"


async def test_every_key_of_the_ledger(desk: Opener, tmp_path: Path) -> None:
    path = tmp_path / "staged.db"
    with Repository.create(path, author=ANA) as repository:
        taken(repository, *STAGED)
    async with desk((120, 40), path) as d:
        await d.onto("C1")
        await d.press("l")
        page = d.app.screen
        assert isinstance(page, LedgerScreen)
        assert d.lines[0].startswith(" ledger  C1 Remains")
        assert "difference 1,200" in d.text
        while page.lines.label.count(":") < 2 or page.entry is None or page.entry.claim.label != "b1":
            await d.pilot.press("j")
            await d.pilot.pause()
        assert "▸" in d.text
        await d.press("left", "right")
        assert page.about == "b3"
        await d.press("right", "right")
        assert page.about == "b2"
        await d.press("y")
        assert d.told[-1].startswith("Copied: C1 Remains, RU→UA: 1,212 bodies this time (Ukraine; ")
        assert d.told[-1].endswith("j11:9")
        await d.press("n")
        assert d.told[-1] == "This is the last commitment on the board."
        await d.press("N")
        assert d.lines[0].startswith(" ledger  C2 Remains")
        await d.press("shift+tab")
        assert d.told[-1] == "This is the first commitment on the board."
        await d.press("tab", "g", "y")
        assert "4,857" in d.told[-1]
        await d.press("t")
        await d.type("2025-06-13")
        await d.press("enter")
        assert "AS OF 13 Jun 2025" in d.lines[0]
        shown = [text for y in range(page.lines.sheet.height) for text, _ in page.lines.sheet.line(y)]
        assert "1,200" in "".join(shown)
        assert "6,057" not in "".join(shown)
        await d.press("T", "slash")
        await d.type("1,245 quote")
        await d.press("enter")
        assert len(page.lines.sheet.stops) == 1
        await d.press("escape", "v")
        assert "common reading" in d.lines[0]
        await d.press("b")
        assert d.lines[0].startswith(" blockers")
        await d.press("escape", "v", "v", "v", "l")
        assert isinstance(d.app.screen, Dashboard)
        await d.press("l", "G", "enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.app.screen.trail.zoomed
        assert d.board.evidence.subject == "t6"


async def test_about_a_round_it_says_what_to_do_and_about_an_exchange_it_is_of_the_commitment(desk: Opener) -> None:
    async with desk(SMALL) as d:
        await d.press("1", "l")
        page = d.app.screen
        assert isinstance(page, LedgerScreen)
        assert "R1 is a round" in d.text
        await d.press("N", "y", "left", "n")
        assert d.lines[0].startswith(" ledger  C01")
        for _ in range(7):
            await d.press("n")
        assert d.lines[0].startswith(" ledger  C09")
        while d.board.moment.day > date(2025, 5, 22):
            await d.press("less_than_sign")
        assert "was not known yet" in d.text
        await d.press("T")
        assert d.lines[0].startswith(" ledger  C09")
        assert "6,060" in d.text
        await d.press("left")
        await d.pilot.resize_terminal(60, 16)
        await d.rest()
        assert d.lines[0].startswith(" ledger  C09")
        await d.press("escape", "0")
        assert isinstance(d.app.screen, Dashboard)


def test_hostile_words_of_the_record_are_shown_and_never_act(tmp_path: Path) -> None:
    bad = "\x1b]52;c;aGk=\x07[/] \u202eend"
    with Repository.create(tmp_path / "bad.db", author=ANA) as repository:
        taken(
            repository,
            *BASE,
            line("actor", "X", name=f"X {bad}", kind="body", role="witness"),
            commitment("C1", what=f"Remains {bad}", unit=f"bodies {bad}", mirrors="C2"),
            commitment("C2", from_="UA", to="RU", unit="sets"),
            owed("o1", "C1", words=bad),
            owed("o2", "C2"),
            said("b1", "C1", "100", measure="batch", window="2025-06-01", by="X", words=bad),
            said("b2", "C1", "200", measure="batch", window="2025-06-02", by="X", note=bad),
            said("d1", "C1", "500", by="X", via=bad),
            line("discrepancy", "X1", kind="figure", about=["C1"], summary=bad, treat_as=bad, at=["s1:1"]),
            line("gate", "G1", track="T", holds="other", mode="all_of", requires=["C1"], condition=bad, testable=True,
                 strength="article", at="s1:9", words=bad),
        )  # fmt: skip
        query = BoardQuery(TODAY)
        ledger, gates = read_ledger(repository, "C1", query), read_gate_board(repository, query)
        ground = repository.ground(query)
    actors = ground.actors
    rows = [stop.label for stop in gates_sheet(gates, actors, ground.reading, 116).stops]
    drawn = [
        *lines(ledger_sheet(ledger, actors, 116)),
        *lines(ledger_sheet(ledger, actors, 40)),
        *lines(gates_sheet(gates, actors, ground.reading, 116)),
        *(text for label in rows for text in lines(why_sheet(found_at(gates, label), actors, 60))),
        *(citation(entry, ledger, actors, "today") for entry in ledger.entries),
        *(row.text for row in ledger_lines(ledger, ground)),
        *(row.text for row in gates_lines(gates, ground)),
        *ledger_text(ledger, ground).splitlines(),
        *gates_text(gates, ground).splitlines(),
    ]
    assert any("<U+001B>" in text for text in drawn)
    assert [text for text in drawn if not text.isprintable()] == []
