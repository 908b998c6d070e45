"""The track shown, turned by a key: masthead, panes and totals follow, and the cursor goes to its first row."""

from __future__ import annotations

from pathlib import Path

from store.domain.reading import Reading
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, Opener
from tests.store.records import ANA, line
from tui.render.frame import Pane
from tui.screens.palette import PaletteScreen
from tui.screens.tracks import TracksScreen

GAZA = Path(__file__).parents[2] / "fixtures" / "gaza"
THIRD = (
    line("actor", "AA", name="Ałka", kind="side", role="party"),
    line("actor", "BB", name="[/]Bryania", kind="side", role="party"),
    line("track", "THIRD", name="Third talks", parties=["AA", "BB"]),
    line("round", "TR1", track="THIRD", kind="round", ordinal=1, name="First"),
    line("source", "t1", origin="t1", published="2025-06-24", basis="stated"),
    line("report", "TR1", state="held", window="2025-06-24", at="t1", strength="article"),
)


def second_record() -> list[str]:
    return [text for path in sorted(GAZA.glob("*.jsonl")) for text in path.read_text("utf-8").splitlines()]


async def test_one_track_is_said_to_be_the_only_one(desk: Opener) -> None:
    async with desk(MIDDLE) as d:
        before = d.lines[0]
        await d.press("O")
        assert d.told[-1] == "Russia–Ukraine · Istanbul 2025 is the only track on record."
        assert d.lines[0] == before
        assert "O track" not in d.lines[-1]


async def test_key_turns_through_the_tracks_and_everything_follows(desk: Opener, store: Path) -> None:
    with Repository.open(store) as repository:
        assert repository.import_lines(second_record(), "gaza", ANA) is not None
    async with desk(LARGE) as d:
        assert "2 tracks" in d.lines[0]
        assert "O track" in d.lines[-1]
        rounds = [d.pane(Pane.ROUNDS).sheet.line(y) for y in range(d.pane(Pane.ROUNDS).sheet.height)]
        texts = ["".join(text for text, _ in shown).strip() for shown in rounds]
        assert "Russia–Ukraine · Istanbul 2025" in texts
        assert texts.index("Israel–Hamas · Gaza 2023–25") > texts.index("Russia–Ukraine · Istanbul 2025")
        everything = d.board.totals.all
        await d.press("j", "j", "v", "v", "O")
        assert d.lines[0].startswith(" talks  Russia–Ukraine · Istanbul 2025 ")
        assert (d.board.totals.all, d.owed.label, d.board.evidence.subject) == (16, "C01", "C01")
        assert d.board.outlook.round is not None
        assert d.board.outlook.round.round.label == "R3"
        assert d.board.reading == Reading("RU")
        await d.press("O")
        assert d.told[-1] == "Showing Israel–Hamas · Gaza 2023–25, strict reading."
        assert d.lines[0].startswith(" talks  Israel–Hamas · Gaza 2023–25 ")
        assert (d.board.totals.all, d.board.reading.name) == (25, "strict")
        assert d.owed.label == d.board.page.rows[0].label == d.board.evidence.subject
        assert {change.label for change in d.board.changes} <= {f"GC{n}" for n in range(19, 23)} | {"GR3", "GM1"}
        await d.press("less_than_sign")
        assert d.board.tracks[0].label == "GAZA"
        await d.press("T", "1", "j", "O")
        assert d.board.totals.all == everything
        assert d.board.evidence.subject == d.pane(Pane.ROUNDS).label == "R1"
        await d.press("c", "O", "0")
        assert [track.label for track in d.board.tracks] == ["IST25"]
        await d.press("colon")
        await d.type("gaza")
        assert isinstance(d.app.screen, PaletteScreen)
        assert "show this track" in d.text
        await d.press("enter")
        assert [track.label for track in d.board.tracks] == ["GAZA"]


async def test_many_tracks_are_listed(desk: Opener, store: Path) -> None:
    with Repository.open(store) as repository:
        assert repository.import_lines([*second_record(), *THIRD], "more", ANA) is not None
    async with desk((80, 24)) as d:
        await d.press("O")
        assert isinstance(d.app.screen, TracksScreen)
        assert "Ałka and [/]Bryania · THIRD" in d.text
        await d.press("O", "O", "slash")
        await d.type("third")
        await d.press("enter")
        assert [track.label for track in d.board.tracks] == ["THIRD"]
        assert (d.owed.label, d.board.totals.all, len(d.board.rounds)) == ("", 0, 1)
        await d.press("O", "g", "enter")
        assert len(d.board.tracks) == 3
        await d.press("O", "escape")
        assert len(d.board.tracks) == 3
