"""The gate board as it is drawn, its reasons, and every key of its view."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.blocking import Blocker, GateBoard, HeldBack, Verdict, held_back
from store.domain.model import Claim, Track
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.words import Aspect, Delivery, GateMode, Instrument
from store.repository import Repository
from store.repository.gates import read_gate_board
from tests.conftest import TODAY
from tests.domain.builders import TRACK, claim, gate, judgement, owed, stand, words
from tests.screens.conftest import Opener
from tests.store.records import ANA
from tui.blocking_words import far_words, reasons
from tui.render.gates import found_at, gates_sheet, row_label, why_sheet
from tui.render.names import Actors
from tui.render.spans import Sheet, line_cells
from tui.screens.dashboard import Dashboard
from tui.screens.gates import GatesScreen


def lines(sheet: Sheet) -> list[str]:
    return ["".join(text for text, _ in sheet.line(y)) for y in range(sheet.height)]


def board_of(*claims: Claim, mode: GateMode = GateMode.ALL_OF, track: Track = TRACK, **more: Claim) -> GateBoard:
    known = {"C1": (stand(*claims), claims), **{label: (stand(one), (one,)) for label, one in more.items()}}
    return GateBoard((held_back(track, [gate("C1", *more, mode=mode)], known),))


def only(board: GateBoard) -> tuple[HeldBack, Blocker]:
    held, _, blocker = board.blockers[0]
    return held, blocker


@pytest.fixture(scope="module")
def gates(seeded: Path) -> tuple[GateBoard, Actors]:
    with Repository.open(seeded, read_only=True) as repository:
        query = BoardQuery(TODAY)
        return read_gate_board(repository, query), repository.ground(query).actors


@pytest.mark.parametrize("width", [36, 60, 76, 116, 196])
def test_every_reading_has_a_column_on_every_width(gates: tuple[GateBoard, Actors], width: int) -> None:
    board, actors = gates
    sheet = gates_sheet(board, actors, Reading("RU"), width)
    assert max(line_cells(sheet.line(y)) for y in range(sheet.height)) <= width
    for stop in sheet.stops:
        found = found_at(board, stop.label)
        assert found is not None
        why = why_sheet(found, actors, width)
        assert max(line_cells(why.line(y)) for y in range(why.height)) <= width
    assert found_at(board, "nothing") is None
    row = next(stop for stop in sheet.stops if stop.label == row_label(0, 0, "C10"))
    line = lines(sheet)[row.top]
    assert [mark for mark in line if mark in "✗✓–?"] == ["✗", "–", "–", "✗"]


def test_words_stand_beside_the_signs_where_there_is_room(gates: tuple[GateBoard, Actors]) -> None:
    board, actors = gates
    drawn = lines(gates_sheet(board, actors, Reading(), 116))
    assert "strict     common     Russia     Ukraine" in " ".join(line.strip() for line in drawn)
    assert any("C10" in line and "78 of 6,000" in line and "not owed" in line for line in drawn)
    assert any("opens when all of these are carried out" in line for line in drawn)
    assert "R3 Third round · gated" in drawn[0]


@pytest.mark.parametrize(
    ("claims", "verdict", "names", "why", "far"),
    [
        ((owed(), claim("78", "UA")), Verdict.BLOCKS, "strict common RU UA", "counts: RU and UA recognise it (000:1)",
         "78 of 6,000 remains, 5,922 left (for UA, 000:1)"),
        ((owed(recognised=["UA"]), words(Delivery.PREPARING, "UA")), Verdict.BLOCKS, "strict UA",
         "counts: UA recognises it (000:1)", "preparing, no figure (for UA, 000:1)"),
        ((owed(recognised=["UA"]),), Verdict.NOT_OWED, "common RU",
         "not counted: only UA recognises it (000:1); no source says that RU does",
         "no source says that anything came"),
        ((owed(recognised=()),), Verdict.BLOCKS, "strict",
         "counts: strict takes what any side says, though no party is on record as recognising it",
         "no source says that anything came"),
        ((owed(instrument=Instrument.REQUESTED),), Verdict.BLOCKS, "strict common RU UA",
         "counts: requested (000:1), a step that counts on every reading", "no source says that anything came"),
        ((owed(instrument=Instrument.WITHDRAWN), claim("several")), Verdict.ENDED, "strict common RU UA",
         "not counted: withdrawn (000:1)", "several, no number (paraphrase, 000:1)"),
        ((owed(), claim("6060", "UA")), Verdict.DONE, "strict common RU UA", "counts: RU and UA recognise it (000:1)",
         "6,060 of 6,000 remains, 60 more than owed (for UA, 000:1)"),
    ],
)  # fmt: skip
def test_reasons_name_what_they_rest_on(
    claims: tuple[Claim, ...], verdict: Verdict, names: str, why: str, far: str
) -> None:
    held, blocker = only(board_of(*claims))
    assert (tuple(names.split()), verdict, why) in reasons(blocker, held, {})
    assert far_words(blocker, {}) == far


def test_reasons_of_judgements_of_the_spared_the_unknown_and_the_undecided() -> None:
    said = (owed(recognised=["UA"]), claim("78", "UA"))
    told = [judgement(Aspect.DELIVERY, "stalled")._replace(rests_on="D2"), judgement(Aspect.INSTRUMENT, "agreed")]
    held = held_back(TRACK, [gate("C1")], {"C1": (stand(*said, judgements=told), said)})
    blocker = held.groups[0].blockers[0]
    assert "judged stalled by ana, «looked at it», resting on D2; the claims say: 78 of" in far_words(blocker, {})
    ((names, _, why),) = reasons(blocker, held, {})
    assert (names, why) == (("strict", "common", "RU", "UA"), "counts: judged agreed by ana, «looked at it»")
    spared = board_of(owed(), mode=GateMode.ANY_OF, D1=owed(instrument=Instrument.AGREED), D2=words(Delivery.DELIVERED))
    ((_, verdict, why),) = reasons(spared.blockers[0][2], spared.held[0], {})
    assert verdict is Verdict.SPARED
    assert why.endswith("any one is enough, and D2 came")
    (unknown,) = held_back(TRACK, [gate("C1")], {}).groups[0].blockers
    ((_, _, why),) = reasons(unknown, held, {})
    assert "not on record by that day" in why
    assert far_words(unknown, {}) == "nothing is known of it"
    undecided = held_back(TRACK, [gate("C1", testable=False)], {"C1": (stand(*said), said)})
    ((_, _, why),) = reasons(undecided.groups[0].blockers[0], undecided, {})
    assert "the record cannot decide" in why


def test_without_a_gate_it_says_what_one_is_and_how_one_comes_to_be() -> None:
    said = " ".join(" ".join(lines(gates_sheet(GateBoard(), {}, Reading(), 60))).split())
    assert said.startswith("No gate is on record")
    assert "happens only after something else" in said
    assert "talks-tui import" in said
    assert lines(why_sheet(None, {}, 60)) == ["Nothing is highlighted."]


async def test_every_key_of_the_gate_board(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        await d.press("b")
        page = d.app.screen
        assert isinstance(page, GatesScreen)
        assert d.lines[0].startswith(" blockers  7 on this reading")
        assert page.about == "C10"
        assert "only Ukraine recognises it (T10b 002:33)" in d.text
        await d.press("v", "v")
        assert d.lines[0].startswith(" blockers  6 on this reading")
        await d.press("k", "y")
        assert d.told[-1].startswith("Copied: C09: Remains of soldiers RU→UA · 6,060 of 6,000")
        await d.press("tab")
        assert page.why.has_focus
        await d.press("j", "shift+tab", "g")
        assert page.lines.has_focus
        assert page.about == "G1"
        assert "waits on C01 C02 C05 C06 C07 C08" in d.text
        await d.press("slash")
        await d.type("C10")
        await d.press("enter", "l")
        assert d.lines[0].startswith(" ledger  C10")
        await d.press("escape", "escape")
        assert d.lines[0].startswith(" blockers")
        await d.press("t")
        await d.type("2025-06-23")
        await d.press("enter")
        assert "G1" not in d.text
        await d.press("T")
        for size in ((200, 50), (60, 14)):
            await d.pilot.resize_terminal(*size)
            await d.rest()
            assert d.lines[0].startswith(" blockers  6 on this reading")
        await d.press("g", "j", "j", "enter")
        assert isinstance(d.app.screen, Dashboard)
        assert d.board.evidence.subject == "C01"
        await d.press("b", "b")
        assert isinstance(d.app.screen, Dashboard)


async def test_an_empty_record_has_neither_ledger_nor_gates(desk: Opener, tmp_path: Path) -> None:
    Repository.create(tmp_path / "empty.db", author=ANA).close()
    async with desk((80, 24), tmp_path / "empty.db") as d:
        await d.press("l")
        assert "ledger is kept of one commitment" in d.told[-1]
        await d.press("b", "j", "k", "enter", "y")
        assert isinstance(d.app.screen, GatesScreen)
        assert "No gate is on record" in d.text
