"""What the board must show on the seed record: product.md's statements and the tables of the seed facts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.domain.board import Board, Evidence
from store.domain.gates import GateStanding
from store.domain.quantities import format_figure
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.windows import NO_WINDOW, Window, format_span
from store.repository import Repository
from tests.conftest import TODAY

LAST, BEFORE = "2025-06-25", "2025-06-23"
PRISONERS = ("C05", "C06", "C07", "C08")
UNPROVEN = ("C01", "C02")


class Record:
    """The seed record, asked by day and reading."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    def board(self, day: str = LAST, reading: str = "strict") -> Board:
        return self.repository.board(BoardQuery(TODAY, date.fromisoformat(day), Reading(reading)))

    def evidence(self, label: str, day: str = LAST, reading: str = "strict") -> Evidence:
        return self.repository.evidence(label, BoardQuery(TODAY, date.fromisoformat(day), Reading(reading)))

    def standing(self, label: str, day: str = LAST, reading: str = "strict") -> Standing:
        found = self.evidence(label, day, reading).standing
        assert found is not None
        return found

    def round(self, label: str, day: str = LAST) -> RoundStanding:
        return next(found for found in self.board(day).rounds if found.round.label == label)

    def gate(self, label: str, reading: str = "strict", day: str = LAST) -> GateStanding:
        found = self.evidence(label, day, reading).gate
        assert found is not None
        return found


@pytest.fixture(scope="module")
def record(seeded: Path) -> Iterator[Record]:
    """Return the seed record."""
    with Repository.open(seeded, read_only=True) as opened:
        yield Record(opened)


def said(window: Window) -> tuple[str | None, date | None]:
    """Write a window as the facts do: its strict days, and its loose end where it has one."""
    return format_span(window.earliest, window.latest), window.loose_latest


# What the board must show


def test_1_third_round_is_gated_on_the_last_day_and_expected_two_days_before(record: Record) -> None:
    assert [record.round(label).state for label in ("R1", "R2", "R3")] == ["held", "held", "gated"]
    gate = record.board().outlook.gate
    assert gate is not None
    assert gate.state == "closed"
    assert set(PRISONERS) <= set(gate.blockers)
    earlier = record.round("R3", BEFORE)
    assert earlier.state == "expected"
    assert earlier.window == NO_WINDOW
    assert said(earlier.date_expected) == ("2025-06-23/2025-06-29", None)


def test_2_prisoners_have_no_percentage_and_remains_are_reckoned_each_way(record: Record) -> None:
    for label in PRISONERS:
        found = record.standing(label)
        assert (found.percent, found.remaining, found.surplus) == (None, None, None)
        assert found.delivery == "partial"
        assert found.delivered is not None
        assert format_figure(found.delivered) == "undisclosed"
    there, back = record.standing("C09"), record.standing("C10")
    assert there.terms.quantity is not None
    assert there.delivered is not None
    assert (there.terms.quantity.point, there.delivered.point, there.surplus) == (6000, 6060, 60)
    assert (there.delivery, there.verification, there.silent) == ("exceeded", "one_sided", ("UA",))
    assert "UA" not in {figure.voice for figure in there.figures.voices}
    assert back.delivered is not None
    assert (back.delivered.point, back.remaining) == (78, 5922)
    rows = [row.standing for row in record.board().page.rows]
    numbers = {number for row in rows for number in (row.remaining, row.delivered and row.delivered.number)}
    assert not numbers & {6138, 12000, 5862}


@pytest.mark.parametrize(("reading", "owed"), [("strict", True), ("UA", True), ("RU", False), ("common", False)])
def test_3_on_russias_reading_c10_is_not_owed_and_no_blocker_and_the_gate_stays_closed(
    record: Record, reading: str, owed: bool
) -> None:
    gate = record.gate("G1", reading)
    assert record.standing("C10", reading=reading).owed is owed
    assert ("C10" in gate.blockers) is owed
    assert gate.state == "closed"
    assert set(PRISONERS) <= set(gate.blockers)


def test_4_expectation_request_and_offer_are_not_owed(record: Record) -> None:
    reply = record.standing("C12")
    assert (reply.terms.instrument, reply.schedule, reply.owed) == ("expected", "open", False)
    assert said(reply.terms.due) == ("2025-06-02/2025-06-30", None)
    assert reply.terms.recognised_by == ()
    assert {claim.cite.speaks_for for claim in reply.terms.statements} == {"UA"}
    children, offer = record.standing("C13"), record.standing("C14")
    assert (children.terms.instrument, children.owed) == ("requested", False)
    assert (offer.terms.instrument, offer.owed) == ("offered", False)


@pytest.mark.parametrize(("day", "schedule"), [("2025-06-29", "open"), ("2025-06-30", "due"), ("2025-07-01", "lapsed")])
def test_4_expected_reply_lapses_after_june_and_is_never_overdue(record: Record, day: str, schedule: str) -> None:
    assert record.standing("C12", day).schedule == schedule


def test_5_two_articles_about_the_second_round_are_one_origin(record: Record) -> None:
    cited = {report.cite.source: report.cite.origin for report in record.round("R2", "2025-06-02").reports}
    assert cited == {"002": "bbc-june-2", "004": "bbc-june-2"}
    assert record.round("R2", "2025-06-02").origins == 1
    assert record.round("R2").origins == 3
    assert record.standing("C10", "2025-06-02").origins == 1


@pytest.mark.parametrize("day", [BEFORE, LAST])
def test_6_who_said_so_for_the_third_round_holds_no_ukrainian_statement_and_says_so(record: Record, day: str) -> None:
    outlook = record.board(day).outlook
    assert outlook.signals
    assert {view.signal.cite.speaks_for for view in outlook.signals} == {"RU", None}
    assert outlook.silent == ("UA",)


def test_7_latest_word_of_a_speaker_wins_and_the_drift_stays_visible(record: Record) -> None:
    views = {view.signal.label: view for view in record.board().outlook.signals}
    assert all(views[label].current for label in ("S16", "S17"))
    assert not any(views[label].current for label in ("S8", "S9", "S10", "S11", "S12"))
    assert said(views["S10"].signal.window) == ("2025-06-23/2025-06-30", date(2025, 7, 10))
    assert record.round("R3").window == NO_WINDOW
    assert record.round("R3").date_expected == NO_WINDOW
    assert all(view.current for view in record.board(BEFORE).outlook.signals)


# Rounds and other meetings


def test_second_round_stays_on_2_june_though_last_month_is_on_record(record: Record) -> None:
    found = record.round("R2")
    assert said(found.window) == ("2025-06-02", None)
    assert (found.place, found.host, found.minutes) == ("Istanbul", "TR", 60)
    last_month = [report for report in found.reports if report.window.phrase == "last month"]
    assert [said(report.window) for report in last_month] == [("2025-05-01/2025-05-31", None)]
    assert [x.label for x in record.evidence("R2").discrepancies if x.kind == "date"] == ["X06"]


def test_second_round_names_the_heads_of_both_delegations(record: Record) -> None:
    assert set(record.round("R2").heads) == {"umerov", "medinsky"}


@pytest.mark.parametrize("label", ["R1", "R2", "R3", "M1", "M2", "M3", "M4"])
def test_evidence_of_a_round_and_the_board_say_the_same_of_it(record: Record, label: str) -> None:
    found = record.evidence(label).round
    shown = record.round(label)
    assert found is not None
    assert (found.state, found.window, found.heads, found.origins) == (
        shown.state, shown.window, shown.heads, shown.origins
    )  # fmt: skip


def test_first_round_was_on_16_may_for_two_hours(record: Record) -> None:
    found = record.round("R1")
    assert (said(found.window), found.minutes, found.place) == (("2025-05-16", None), 120, "Istanbul")


@pytest.mark.parametrize(
    ("label", "state"), [("M1", "scheduled"), ("M2", "proposed"), ("M3", "proposed"), ("M4", "held")]
)
def test_other_meetings_are_kept_apart_from_rounds(record: Record, label: str, state: str) -> None:
    found = record.round(label)
    assert (found.state, found.round.meeting, found.round.ordinal) == (state, True, None)


# Commitments


@pytest.mark.parametrize(
    ("label", "instrument", "figure", "delivery", "verification"),
    [
        ("C01", "agreed", "1000", "preparing", "none"),
        ("C02", "agreed", "1000", "preparing", "none"),
        ("C03", "expected", "1", "delivered", "one_sided"),
        ("C04", "expected", "1", "not_started", "none"),
        ("C05", "agreed", "all", "partial", "unverifiable"),
        ("C06", "agreed", "all", "partial", "unverifiable"),
        ("C07", "agreed", "all", "partial", "unverifiable"),
        ("C08", "agreed", "all", "partial", "unverifiable"),
        ("C09", "agreed", "6000", "exceeded", "one_sided"),
        ("C10", "announced", "6000", "partial", "one_sided"),
        ("C11", "agreed", "1", "delivered", None),
        ("C12", "expected", "1", "not_started", "none"),
        ("C13", "requested", "hundreds", "not_started", "none"),
        ("C14", "offered", ">3000", "not_started", "none"),
        ("C15", "offered", None, "not_started", "none"),
        ("C16", "expected", None, "not_started", "none"),
    ],
)
def test_commitment_stands_as_the_facts_say(
    record: Record, label: str, instrument: str, figure: str | None, delivery: str, verification: str | None
) -> None:
    found = record.standing(label)
    assert found.terms.instrument == instrument
    assert (format_figure(found.terms.quantity) if found.terms.quantity else None) == figure
    assert found.delivery == delivery
    assert verification in (None, found.verification)


def test_eight_commitments_and_the_memorandums_are_owed(record: Record) -> None:
    owed = {row.label for row in record.board().page.rows if row.standing.owed}
    assert owed == {"C01", "C02", *PRISONERS, "C09", "C10", "C11"}


def test_no_source_has_a_figure_of_the_first_exchange(record: Record) -> None:
    for label in UNPROVEN:
        found = record.standing(label)
        assert (found.delivered, found.percent, found.unproven) == (None, None, True)


@pytest.mark.parametrize("label", ["C01", "C02", *PRISONERS, "C10"])
def test_most_commitments_have_no_deadline(record: Record, label: str) -> None:
    assert record.standing(label).schedule == "no_deadline"


def test_remains_of_russia_have_two_windows_and_the_loose_one_ends_on_15_june(record: Record) -> None:
    windows = {claim.label: said(claim.window) for claim in record.standing("C09").terms.statements}
    assert windows["T09b"] == ("2025-06-02/2025-06-09", date(2025, 6, 15))
    assert windows["T09c"] == ("2025-06-09/2025-06-15", None)
    assert record.standing("C09").terms.due.last_day == date(2025, 6, 15)


# Gates


@pytest.mark.parametrize(
    ("label", "state"),
    [
        *(("G1", "closed"), ("G2", "closed"), ("G3", "untestable"), ("G4a", "untestable"), ("G4b", "untestable")),
        *(("G5", "untestable"), ("G6", "untestable"), ("G7", "untestable"), ("G8", "closed"), ("G9", "untestable")),
    ],
)
def test_gates_stand_as_the_facts_say(record: Record, label: str, state: str) -> None:
    assert record.gate(label).state == state


@pytest.mark.parametrize("label", ["G1", "G2"])
@pytest.mark.parametrize(
    ("reading", "blockers"),
    [
        ("strict", (*UNPROVEN, *PRISONERS, "C10")),
        ("UA", (*UNPROVEN, *PRISONERS, "C10")),
        ("RU", (*UNPROVEN, *PRISONERS)),
        ("common", (*UNPROVEN, *PRISONERS)),
    ],
)
def test_blockers_follow_the_reading(record: Record, label: str, reading: str, blockers: tuple[str, ...]) -> None:
    gate = record.gate(label, reading)
    assert (gate.blockers, gate.unproven, gate.state) == (blockers, UNPROVEN, "closed")


def test_gate_of_the_first_exchange_is_half_open_in_may(record: Record) -> None:
    assert record.gate("G8", day="2025-05-22").blockers == ("C04",)


def test_gate_on_setting_the_date_comes_before_the_articles_gloss(record: Record) -> None:
    outlook = record.board().outlook
    assert [gate.gate.label for gate in outlook.gates] == ["G1", "G2", "G6", "G7"]
    assert [gate.gate.cite.speaker for gate in outlook.gates[:2]] == ["peskov", None]
