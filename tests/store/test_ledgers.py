"""Ledgers and gates as the store gives them: what is behind a label, neighbours, days, readings, the seed record."""

from datetime import date
from pathlib import Path

import pytest

from store.domain.blocking import GateBoard
from store.domain.fates import Fate, Section
from store.domain.ledger import Column, Ledger
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.sums import Fit
from store.domain.words import Aspect
from store.errors import UnknownError, UsageError
from store.repository import Repository
from store.repository.gates import read_gate_board
from store.repository.ledgers import read_ledger, read_ledger_page
from tests.conftest import TODAY
from tests.store.ledgers import STAGED
from tests.store.records import ANA, BASE, commitment, judge, line, owed, said, taken

LATEST = BoardQuery(TODAY)


def on(day: str) -> BoardQuery:
    return LATEST._replace(day=date.fromisoformat(day))


@pytest.fixture(scope="module")
def staged_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("staged") / "talks.db"
    with Repository.create(path, author=ANA) as repository:
        taken(repository, *STAGED)
    return path


@pytest.fixture
def staged(staged_path: Path) -> Repository:
    return Repository.open(staged_path, read_only=True)


@pytest.fixture
def record(seeded: Path) -> Repository:
    """Open the seed record, to look at."""
    return Repository.open(seeded, read_only=True)


@pytest.fixture
def own(store_path: Path) -> Repository:
    """Open the seed record, to write into."""
    return Repository.open(store_path)


def stages(found: Ledger) -> dict[str | None, tuple[int | None, list[int]]]:
    return {one.voice: (one.sum.number, [total.difference for total in one.totals]) for one in found.sums}


def test_stages_that_one_side_lists_fall_short_of_its_total_by_one_stage(staged: Repository) -> None:
    with staged:
        found = read_ledger(staged, "C1", LATEST)
    first = found.sums[0]
    assert (first.voice, first.fit, first.sum.number) == ("UA", Fit.APART, 4857)
    assert [total.figure.number for total in first.totals if total.fit is Fit.APART] == [6057, 6060]
    assert [total.difference for total in first.totals if total.fit is Fit.APART] == [1200, 1203]
    together = next(one for one in found.sums if one.voice is None)
    assert (together.source, together.sum.number, together.fit) == (None, 6057, Fit.ADDS_UP)
    assert found.between_sides is not None
    assert found.between_sides.difference == 3
    assert found.pair is not None
    assert found.pair.units_differ
    assert found.pair.sum is None


def test_a_correction_strikes_a_figure_from_the_day_it_is_known(staged: Repository) -> None:
    with staged:
        for day, fate in (("2025-06-16", Fate.COUNTED), ("2025-06-18", Fate.CORRECTED)):
            entry = next(e for e in read_ledger(staged, "C1", on(day)).entries if e.claim.label == "t0")
            assert (entry.fate.counts, entry.fate.struck) == (fate.counts, fate.struck)
        early = read_ledger(staged, "C1", on("2025-06-13"))
        assert max(entry.claim.known_on for entry in early.entries) == date(2025, 6, 13)
        assert set(early.sources) == {"s1", "j11", "j13"}


def test_what_is_about_one_direction_of_an_exchange_stands_in_the_ledger_of_that_direction(staged: Repository) -> None:
    with staged:
        assert "t4" not in {entry.claim.label for entry in read_ledger(staged, "C1", LATEST).entries}
        assert read_ledger(staged, "t4", LATEST).standing.commitment.label == "C2"
        (entry,) = [e for e in read_ledger(staged, "C2", LATEST).entries if e.section is Section.CUMULATIVE]
    assert (entry.column, entry.event.latest) == (Column.CREDITOR, date(2025, 6, 16))


@pytest.mark.parametrize(
    ("label", "behind"), [("c09", "C09"), ("D1", "C09"), ("E2", "C09"), ("G1", "C01"), ("X05", "C10")]
)
def test_a_claim_an_exchange_a_gate_and_a_contradiction_lead_to_their_commitment(
    record: Repository, label: str, behind: str
) -> None:
    with record:
        assert read_ledger(record, label, LATEST).standing.commitment.label == behind


@pytest.mark.parametrize("label", ["R2", "000", "peskov", "IST25", "S8", "P01"])
def test_what_no_commitment_is_behind_is_told_with_a_way_on(record: Repository, label: str) -> None:
    with record:
        page = read_ledger_page(record, label, LATEST)
        assert page.ledger is None
        assert page.why.startswith(f"{label} is a")
        assert page.following == "C01"
        with pytest.raises(UsageError):
            read_ledger(record, label, LATEST)


def test_a_judgement_leads_to_what_it_judges(own: Repository) -> None:
    with own:
        judge(own, "C10", "stalled")
        (judgement,) = own.evidence("C10", LATEST).judgements
        assert judgement.label is not None
        assert read_ledger(own, judgement.label, LATEST).standing.commitment.label == "C10"


def test_neighbours_are_those_of_the_board(record: Repository) -> None:
    with record:
        order = [row.label for row in record.rows(LATEST)]
        pages = {label: read_ledger_page(record, label, LATEST) for label in order}
        assert [pages[label].following for label in order] == [*order[1:], None]
        assert [pages[label].previous for label in order] == [None, *order[:-1]]
        filtered = LATEST._replace(filter="remains")
        assert read_ledger_page(record, "C10", filtered).following == "C09"
        assert read_ledger_page(record, "C01", filtered).following == "C10"


def test_before_it_was_known_there_is_no_ledger(record: Repository) -> None:
    with record:
        page = read_ledger_page(record, "C09", on("2025-05-22"))
        assert page.ledger is None
        assert "not known yet" in page.why
        with pytest.raises(UnknownError):
            read_ledger(record, "C09", on("2025-05-22"))
        assert "nothing called" in read_ledger_page(record, "C99", LATEST).why


def test_seed_facts_of_the_remains(record: Repository) -> None:
    with record:
        found = read_ledger(record, "C09", LATEST)
        fates = {entry.claim.label: entry.fate for entry in found.entries}
        assert (fates["D1"], fates["D4"], fates["D3"]) == (Fate.LEADS, Fate.COUNTED, Fate.OLDER)
        assert (fates["T09a"], fates["T09b"]) == (Fate.TOGETHER, Fate.LEADS)
        assert found.between_sides is None
        assert found.standing.silent == ("UA",)
        assert found.overall is not None
        assert (found.overall.difference, found.overall.compatible) == (60, True)
        assert {item.label for item in found.discrepancies} == {"X02", "X03", "X04", "X13"}
        for label in ("C09", "C10"):
            pair = read_ledger(record, label, LATEST).pair
            assert pair is not None
            assert (pair.sum.number if pair.sum else None, pair.fit, len(pair.said)) == (12000, Fit.ADDS_UP, 1)
        owed_by = {reading.name: one.owed for reading, one in read_ledger(record, "C10", LATEST).by_reading}
        assert owed_by == {"strict": True, "common": False, "RU": False, "UA": True}
        assert read_ledger(record, "C10", LATEST._replace(reading=Reading("RU"))).standing.owed is False


def test_a_joint_debt_sets_the_members_against_each_other(tmp_path: Path) -> None:
    with Repository.create(tmp_path / "joint.db", author=ANA) as repository:
        joint = line("actor", "RU+UA", name="Both", kind="joint", role="party", members=["RU", "UA"])
        taken(repository, *BASE, joint, commitment("C1", from_="RU+UA", to="RU+UA"), owed("o1", "C1", by="UA"))
        found = read_ledger(repository, "C1", LATEST)
        assert found.sides == (("RU",), ("UA",))
        assert [entry.column for entry in found.entries] == [Column.CREDITOR]
        bare = read_ledger_page(repository, "C1", LATEST)
        assert (bare.previous, bare.following) == (None, None)


def verdicts(found: GateBoard, label: str) -> list[str]:
    return next([v.value for v in blocker.verdicts] for _, _, blocker in found.blockers if blocker.label == label)


def test_seed_facts_of_the_gates(record: Repository) -> None:
    with record:
        found = read_gate_board(record, LATEST)
        assert [held.round.label if held.round else None for held in found.held] == ["R3", "M3", None]
        group = found.held[0].groups[0]
        assert [gate.label for gate in group.gates] == ["G1", "G2"]
        assert {state.value for state in group.states} == {"closed"}
        for label in ("C05", "C06", "C07", "C08"):
            assert verdicts(found, label) == ["blocks"] * 4
        assert verdicts(found, "C09") == ["done"] * 4
        assert verdicts(found, "C10") == ["blocks", "not_owed", "not_owed", "blocks"]
        strict = {b.label for held, _, b in found.blockers if held.round and b.blocks_on(held.readings, "RU")}
        ru = record.board(LATEST._replace(reading=Reading("RU"))).outlook
        assert ru.gate is not None
        assert strict == set(ru.gate.blockers)
        assert set(found.sources) >= {"000", "002"}


def test_gates_are_those_of_the_day_the_track_and_the_judgements(own: Repository) -> None:
    with own:
        early = read_gate_board(own, on("2025-06-23"))
        assert not {gate.label for held in early.held for group in held.groups for gate in group.gates} & {"G1", "G2"}
        assert read_gate_board(own, on("2025-05-01")).held == ()
        judge(own, "C10", "delivered")
        assert verdicts(read_gate_board(own, LATEST), "C10") == ["done", "not_owed", "not_owed", "done"]
        judge(own, "C05", "withdrawn", aspect=Aspect.INSTRUMENT)
        assert verdicts(read_gate_board(own, LATEST), "C05") == ["ended"] * 4


def test_gates_of_two_tracks_have_the_readings_of_their_own_parties(tmp_path: Path) -> None:
    with Repository.create(tmp_path / "two.db", author=ANA) as repository:
        taken(
            repository,
            *BASE,
            *(line("actor", code, name=code, kind="side", role="party") for code in ("A", "B", "C")),
            line("track", "U", name="Other", parties=["A", "B", "C"]),
            commitment("C1"),
            commitment("C2", track="U", from_="A", to="B"),
            owed("o1", "C1"),
            owed("o2", "C2", recognised_by=["A"]),
            said("d1", "C1", "6000"),
            *(
                line("gate", f"g{track}", track=track, holds="other", mode="any_of", requires=[of], condition="First",
                     testable=True, strength="article", at="s1:9")
                for track, of in (("T", "C1"), ("U", "C2"))
            ),
        )  # fmt: skip
        names = [[reading.name for reading in held.readings] for held in read_gate_board(repository, LATEST).held]
        assert names == [["strict", "common", "RU", "UA"], ["strict", "common", "A", "B", "C"]]
        (other,) = read_gate_board(repository, LATEST._replace(track="U")).held
        assert [state.value for state in other.groups[0].states] == ["disputed", "disputed", "closed", "open", "open"]
