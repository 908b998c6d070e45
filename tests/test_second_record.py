"""The record of a second negotiation (fixtures/gaza): its facts, and that nothing is about one war only."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import tui
from store.domain.quantities import format_figure
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.standing import Standing
from store.domain.windows import NO_WINDOW, Window, format_span
from store.domain.words import Measure, RoundState, Schedule
from store.errors import RecordError, UnknownError
from store.repository import Repository
from store.repository.progress import Part
from tests.commandline.running import Run
from tests.conftest import TODAY
from tests.store.records import ANA, assert_whole
from tui.render.evidence import evidence_sheet
from tui.render.faces import FACES
from tui.render.frame import Pane
from tui.status_json import status_pieces

FOLDER = Path(__file__).parents[1] / "fixtures" / "gaza"
SEEDS = Path(__file__).parents[1] / "seeds"
SCHEMA = json.loads((Path(tui.__file__).parent / "status.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
LAST = "2025-03-18"


def lines(folder: Path) -> list[str]:
    """Return the lines of every file of a folder, remarks left out."""
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.jsonl")))
    return [text for whole in texts for text in whole.splitlines() if text and not text.startswith("#")]


def named(folder: Path) -> set[tuple[str, str]]:
    """Return the kind and label of every line that declares something."""
    found = {(next(iter(loaded)), next(iter(loaded.values()))) for loaded in map(json.loads, lines(folder))}
    return {(kind, label) for kind, label in found if kind != "report"}


@pytest.fixture(scope="module")
def gaza(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Return a store that holds the second record alone."""
    path = tmp_path_factory.mktemp("gaza") / "gaza.db"
    parts = [Part(path.name, path.read_text("utf-8").splitlines()) for path in sorted(FOLDER.glob("*.jsonl"))]
    with Repository.create(path, author=ANA, parts=parts) as repository:
        yield repository


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Return a store with the seed record, into which the second one was imported."""
    path = tmp_path_factory.mktemp("both") / "both.db"
    with Repository.create(path, author=ANA, seeds=SEEDS) as repository:
        assert repository.import_lines(lines(FOLDER), "gaza", ANA) is not None
        yield repository


def standing(repository: Repository, label: str, day: str = LAST, reading: str = "strict") -> Standing:
    query = BoardQuery(TODAY, date.fromisoformat(day), Reading(reading))
    found = repository.evidence(label, query).standing
    assert found is not None
    return found


def span(window: Window) -> str | None:
    return format_span(window.earliest, window.latest)


# -- what it holds


def test_record_has_what_a_second_one_must_have(gaza: Repository) -> None:
    board = gaza.board(BoardQuery(TODAY))
    assert [standing.round.ordinal for standing in board.rounds if not standing.round.meeting] == [1, 2, 3]
    assert board.totals.all == 25
    assert board.track is not None
    assert board.track.parties == ("IL", "HAMAS")
    assert (board.track.host, board.track.mediators) == ("QA", ("QA", "EG", "US"))


def test_every_source_is_named_dated_and_addressed() -> None:
    sources = [loaded for loaded in map(json.loads, lines(FOLDER)) if "source" in loaded]
    assert len(sources) > 30
    for source in sources:
        assert source["publisher"]
        assert source["address"].startswith("https://")
        assert source["basis"] == "stated" or source["why"]


def test_few_words_rest_on_each_figure_and_no_sentence_is_copied() -> None:
    quoted = [loaded["words"] for loaded in map(json.loads, lines(FOLDER)) if loaded.get("words")]
    own = [words for words in quoted if words not in {json.loads(text).get("words") for text in lines(SEEDS)}]
    assert own
    assert max(len(words.split()) for words in own) <= 12


def test_labels_of_both_records_are_apart_but_for_lines_that_are_the_same() -> None:
    common = named(FOLDER) & named(SEEDS)
    assert common == {("actor", "US"), ("actor", "white-house")}
    assert all(
        any(f'"actor": "{label}"' in text for text in set(lines(FOLDER)) & set(lines(SEEDS))) for _, label in common
    )


def test_label_that_clashes_is_refused_with_a_sentence(both: Repository) -> None:
    clashing = next(text for text in lines(FOLDER) if '"GR1"' in text and text.startswith('{"round"'))
    with pytest.raises(RecordError, match="round 'GR1' is already in the record, saying something else"):
        both.import_lines([clashing.replace("Truce of November 2023", "Another")], "again", ANA)


# -- what its clauses come to


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2023-11-22", None), ("2023-11-23", "2023-11-24/2023-11-27"), ("2023-11-27", "2023-11-24/2023-11-29"),
        ("2023-11-28", "2023-11-24/2023-11-29"), ("2023-11-30", "2023-11-24/2023-11-30"),
    ],
)  # fmt: skip
def test_truce_of_four_days_ends_later_with_each_extension(gaza: Repository, day: str, due: str | None) -> None:
    truce = standing(gaza, "GC03", day)
    assert span(truce.terms.due) == due
    assert truce.terms.extended == {"2023-11-30": 3, "2023-11-27": 2, "2023-11-28": 2}.get(day, 0)


@pytest.mark.parametrize(
    ("label", "due", "schedule"),
    [
        ("GC27", "../2025-02-03", Schedule.OVERDUE), ("GC25", "2025-02-09", Schedule.MET),
        ("GC24", "2025-01-26", Schedule.MET_LATE), ("GC26", "2025-03-01/2025-03-09", Schedule.OVERDUE),
        ("GC19", "2025-01-19/2025-03-01", Schedule.MET), ("GC10", "2025-01-19/2025-03-01", Schedule.MET),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_beginning_of_the_ceasefire(
    gaza: Repository, label: str, due: str, schedule: Schedule
) -> None:
    found = standing(gaza, label)
    assert (span(found.terms.due), found.schedule) == (due, schedule)


def test_document_and_report_come_to_the_same_last_day(gaza: Repository) -> None:
    assert span(standing(gaza, "GC26", "2025-01-20").terms.due) == "../2025-03-09"
    assert standing(gaza, "GC26", "2025-01-16").terms.due.latest == date(2025, 3, 9)
    assert standing(gaza, "GC27", "2025-01-15").terms.due.latest == date(2025, 2, 3)


@pytest.mark.parametrize(
    ("label", "day", "given", "matched"),
    [
        ("GC13", "2025-01-20", "90", "90"), ("GC15", "2025-01-26", "200", "200"), ("GC02", "2023-11-24", "39", "39"),
        ("GC02", "2023-12-01", "240", "249"), ("GC13", "2025-01-16", None, None),
    ],
)  # fmt: skip
def test_ratio_says_what_is_owed_for_those_who_were_released(
    gaza: Repository, label: str, day: str, given: str | None, matched: str | None
) -> None:
    found = standing(gaza, label, day)
    figures = (found.delivered, found.matched)
    assert tuple(format_figure(figure) if figure else None for figure in figures) == (given, matched)
    assert found.terms.ratio is not None


@pytest.mark.parametrize(
    ("label", "day", "expected"),
    [("GC20", "2025-01-21", "1800"), ("GC21", LAST, "2100"), ("GC04", LAST, "1400"), ("GC05", LAST, "24")],
)
def test_pace_says_what_should_have_come(gaza: Repository, label: str, day: str, expected: str) -> None:
    found = standing(gaza, label, day)
    assert found.expected is not None
    assert format_figure(found.expected) == expected
    assert (found.percent, found.terms.quantity) == (None, None)


def test_pairs_are_of_unlike_things_and_numbers(gaza: Repository) -> None:
    hostages, prisoners = standing(gaza, "GC16"), standing(gaza, "GC17")
    assert (hostages.commitment.mirrors, prisoners.commitment.mirrors) == ("GC17", "GC16")
    assert (hostages.commitment.unit, prisoners.commitment.unit) == ("hostages", "prisoners")
    owed = [found.terms.quantity for found in (hostages, prisoners)]
    assert [quantity and quantity.point for quantity in owed] == [9, 110]


def test_contradictions_stay_claims_of_their_own(gaza: Repository) -> None:
    found = gaza.evidence("GE4", BoardQuery(TODAY))
    freed = [claim.figure for claim in found.claims if claim.way == ("HAMAS", "IL") and claim.measure is Measure.BATCH]
    assert [figure and figure.point for figure in freed] == [6, 8]
    assert [item.label for item in found.discrepancies] == ["GX04"]


def test_second_stage_is_no_round_that_was_held(gaza: Repository) -> None:
    board = gaza.board(BoardQuery(TODAY))
    states = {standing.round.label: standing.state for standing in board.rounds}
    assert (states["GR1"], states["GR2"]) == (RoundState.HELD, RoundState.HELD)
    assert states["GR3"] is not RoundState.HELD
    assert board.outlook.round is not None
    assert board.outlook.round.round.label == "GR3"
    assert board.outlook.silent == ("IL",)


# -- that every view of it runs clean


@pytest.mark.parametrize("which", ["gaza", "both"])
def test_board_of_every_day_and_reading_is_drawn_and_fits_the_schema(
    which: str, request: pytest.FixtureRequest
) -> None:
    repository: Repository = request.getfixturevalue(which)
    tracks = repository.board(BoardQuery(TODAY)).every_track
    readings = [(None, reading) for reading in ("strict", "common", *(p for track in tracks for p in track.parties))]
    for track, reading in (*readings, *((track.label, "strict") for track in tracks[1:])):
        query, days = BoardQuery(TODAY, None, Reading(reading), track), 0
        board = repository.board(query)
        while board.moment.previous is not None:
            query, days = query._replace(day=board.moment.previous), days + 1
            board = repository.board(query)
            for width in (22, 40, 100):
                assert all(FACES[pane].sheet(board, width, 20).height for pane in Pane)
            if reading == "strict" or days % 6 == 0:
                VALIDATOR.validate(json.loads("\n".join(status_pieces(board, repository.rows(query)))))
            known = {row.standing.commitment.known_on for row in board.page.rows}
            assert max(known, default=board.moment.day) <= board.moment.day
        assert days >= 20


def test_everything_with_a_label_can_be_shown(both: Repository, tmp_path: Path) -> None:
    run, query = Run(tmp_path, Path(both.path)), BoardQuery(TODAY)
    board = both.board(query)
    for kind, label in sorted(named(FOLDER)):
        evidence = both.evidence(label, query)
        assert evidence.kind == kind
        for width in (30, 90):
            assert evidence_sheet(board._replace(evidence=evidence), width).height
    for label in ("GC02", "GC03", "GC20", "GC26", "GE5", "GR3", "GX04", "GG3", "GZ13", "GAZA", "HAMAS"):
        shown, loaded = run("show", label), run("show", label, "--json")
        assert (shown.code, loaded.code, shown.err) == (0, 0, "")
        assert json.loads(loaded.out)["id"] == label
    words = run("show", "GC20").out
    assert "at 600 a day" in words
    assert "25,200 expected by 1 Mar 2025" in words


def test_source_shows_the_positions_that_rest_on_it(both: Repository) -> None:
    query = BoardQuery(TODAY)
    assert [item.label for item in both.evidence("GZ40", query).positions] == ["GP1", "GP2"]
    assert [item.label for item in both.evidence("GZ39", query).positions] == ["GP3"]
    assert both.evidence("001", query).positions


def test_status_keeps_tracks_apart(both: Repository, tmp_path: Path) -> None:
    run = Run(tmp_path, Path(both.path))
    gaza, everything = run("status", "--track", "gaza").out, run("status").out
    assert "Third round" not in gaza
    assert "GR1" in gaza
    assert "Third round" in everything
    assert "GR3" in everything
    assert run("status", "--track", "nowhere").code == UnknownError.code
    assert_whole(Path(both.path))


def test_empty_window_stays_empty_while_the_event_has_no_day(gaza: Repository) -> None:
    truce = standing(gaza, "GC03", "2023-11-22")
    assert truce.terms.due == NO_WINDOW
    assert truce.schedule is Schedule.NO_DEADLINE


@pytest.mark.parametrize(
    ("day", "label", "change"),
    [
        ("2023-11-27", "GC03", ("2023-11-24/2023-11-27", "2023-11-24/2023-11-29")),
        ("2023-11-30", "GC03", ("2023-11-24/2023-11-29", "2023-11-24/2023-11-30")),
        ("2023-11-23", "GC03", ("no date", "2023-11-24/2023-11-27")),
    ],
)
def test_end_that_moved_is_among_what_changed(gaza: Repository, day: str, label: str, change: tuple[str, str]) -> None:
    found = gaza.changes(BoardQuery(TODAY, date.fromisoformat(day)))
    assert [(item.before, item.after) for item in found if (item.label, item.aspect) == (label, "due")] == [change]
