"""Evidence, days and changes: everything that is held about a thing, by any of its names."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.domain.board import NO_EVIDENCE
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.errors import UnknownError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, BASE, board, claim, commitment, evidence_days, judge, line, owed, said, taken
from tests.store.seeds import seed_lines

LAST = BoardQuery(TODAY)
LABELS = sorted({(kind, label) for _, kind, label, _ in seed_lines() if kind != "report"})


@pytest.fixture(scope="module")
def opened(seeded: Path) -> Iterator[Repository]:
    """Return the seed record."""
    with Repository.open(seeded, read_only=True) as repository:
        yield repository


@pytest.mark.parametrize(("kind", "label"), LABELS)
def test_every_label_of_the_record_has_evidence(opened: Repository, kind: str, label: str) -> None:
    found = opened.evidence(label, LAST)
    assert (found.kind, found.subject) == (kind, label)
    facts = (
        found.standing, found.round, found.gate, found.actor, *found.claims, *found.signals, *found.positions,
        *found.discrepancies, *found.exchanges, *found.sources,
    )  # fmt: skip
    assert any(fact is not None for fact in facts)
    cited = {claim.cite.source for claim in found.claims} | {signal.cite.source for signal in found.signals}
    assert cited <= set(found.sources)


@pytest.mark.parametrize(
    ("typed", "kind", "label"),
    [
        ("c09", "commitment", "C09"),
        ("r3", "round", "R3"),
        ("G4A", "gate", "G4a"),
        ("PESKOV", "actor", "peskov"),
        ("kiev", "actor", "UA"),
        ("Türkiye", "actor", "TR"),
        ("Turkey", "actor", "TR"),
        ("Vladimir Zelensky", "actor", "zelensky"),
        ("Зеленський", "actor", "zelensky"),
        ("Dmitry Peskov", "actor", "peskov"),
        ("d1", "claim", "D1"),
        ("s16", "signal", "S16"),
        ("ist25", "track", "IST25"),
    ],
)
def test_thing_is_found_by_any_of_its_names_in_any_case(opened: Repository, typed: str, kind: str, label: str) -> None:
    found = opened.evidence(typed, LAST)
    assert (found.kind, found.subject) == (kind, label)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("C99", "C09"), ("c99", "C09"), ("R9", "R1"), ("%", "talks-tui status"), ("_", "talks-tui status"), ("жук", None)],
)
def test_unknown_name_is_answered_with_near_ones(opened: Repository, typed: str, near: str | None) -> None:
    with pytest.raises(UnknownError, match=f"nothing called '{typed}'") as unknown:
        opened.evidence(typed, LAST)
    assert near is None or near in str(unknown.value)


def test_nothing_highlighted_is_no_evidence(opened: Repository) -> None:
    assert opened.evidence("", LAST) == NO_EVIDENCE


def test_evidence_of_a_commitment_leads_to_source_line_and_words(opened: Repository) -> None:
    found = opened.evidence("C09", LAST)
    (counted,) = [said for said in found.claims if said.label == "D1"]
    assert (counted.cite.locator, counted.cite.words) == ("000:5", "completed the transfer of 6,060 sets of remains")
    assert found.sources["000"].published == date(2025, 6, 25)
    assert [exchange.label for exchange in found.exchanges] == ["E2", "E5"]
    assert {gate.gate.label for gate in found.gates} == {"G1", "G2", "G3"}
    assert {x.label for x in found.discrepancies} == {"X02", "X03", "X04", "X13"}


def test_claim_about_one_direction_speaks_only_for_it(opened: Repository) -> None:
    there, back = (opened.evidence(label, LAST) for label in ("C09", "C10"))
    assert "D1b" in {said.label for said in there.claims}
    assert "D1b" not in {said.label for said in back.claims}


def test_own_writes_are_in_the_evidence_of_what_they_are_about(repository: Repository) -> None:
    judged, filed = judge(repository, "C10", "stalled"), claim(repository, "C10", "80")
    found = repository.evidence("C10", LAST)
    assert [entry.id for entry in found.history] == [filed.id, judged.id]
    assert [entry.label for entry in found.judgements] == [f"J{judged.id}"]
    assert [entry.value for entry in repository.evidence(f"J{judged.id}", LAST).judgements] == ["stalled"]
    assert repository.evidence(f"N{filed.id}", LAST).claims[0].commitment == "C10"
    repository.undo(ANA)
    with pytest.raises(UnknownError):
        repository.evidence(f"N{filed.id}", LAST)


@pytest.mark.parametrize("query", [BoardQuery(TODAY, track="nowhere"), BoardQuery(TODAY, reading=Reading("XX"))])
def test_unknown_track_or_reading_is_named_with_the_known_ones(opened: Repository, query: BoardQuery) -> None:
    with pytest.raises(UnknownError, match=r"IST25|strict, common, RU, UA"):
        opened.board(query)


def test_board_names_the_days_around_the_shown_one(opened: Repository) -> None:
    last = board(opened)
    assert evidence_days(Path(opened.path)) == ["2025-05-22", "2025-06-02", "2025-06-23", "2025-06-25"]
    assert [day.isoformat() for day in last.days] == evidence_days(Path(opened.path))
    assert (last.moment.latest, last.moment.age) == (True, 515)
    between = board(opened, "2025-06-10").moment
    assert (str(between.previous), str(between.following), between.latest) == ("2025-06-02", "2025-06-23", False)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_board_of_the_first_and_last_day_of_the_calendar_can_be_shown(opened: Repository, day: str) -> None:
    found = board(opened, day)
    assert found.totals.all == (16 if day > "2026" else 0)
    near = (found.moment.previous, found.moment.following)
    assert [str(day) for day in near if day] == ["2025-06-25" if day > "2026" else "2025-05-22"]


def test_changes_are_those_since_the_evidence_day_before(opened: Repository) -> None:
    found = board(opened)
    assert found.changes_since == date(2025, 6, 23)
    told = {(change.label, change.aspect): (change.before, change.after) for change in found.changes}
    assert told["R3", "state"] == ("expected", "gated")
    assert told["C10", "delivery"] == ("not started", "partial 78 ?")
    assert told["C14", "commitment"] == (None, "offered >3000")
    assert ("C01", "delivery") not in told


def test_changes_since_a_chosen_day_hold_deadlines_that_passed(opened: Repository) -> None:
    found = board(opened, "2025-07-02", since=date(2025, 6, 25))
    assert [(c.label, c.aspect, c.before, c.after) for c in found.changes] == [("C12", "schedule", "open", "lapsed")]
    assert board(opened, "2025-06-25", since=date(2025, 6, 25)).changes == ()


def test_empty_store_has_an_empty_board(empty: Repository) -> None:
    found = board(empty)
    assert (found.moment.day, found.moment.evidence_ends, found.moment.age) == (TODAY, None, None)
    assert (found.tracks, found.track, found.rounds, found.page.rows, found.totals.all) == ((), None, (), (), 0)
    assert (found.outlook.round, found.parties) == (None, ())


def test_first_writes_into_an_empty_record_work(empty: Repository) -> None:
    taken(empty, *BASE, commitment("C1"), owed("T1", "C1"), said("D1", "C1", at="s2:3"))
    taken(empty, line("exchange", "E1", track="T", name="E", serves=["C1"], witness="TR", place="Istanbul"))
    assert empty.evidence("E1", LAST).exchanges[0].serves == ("C1",)
    assert judge(empty, "C1", "stalled").before == "partial"


def test_track_spoken_of_last_is_the_one_whose_next_round_is_shown(empty: Repository) -> None:
    def spoken(track: str, at: str) -> str:
        return line("signal", f"S{track}", track=track, about="other", modality="hoped", at=at, strength="quote")

    taken(
        empty, *BASE, line("track", "T2", name="Other", parties=["UA", "RU"]), spoken("T2", "s1:1"), spoken("T", "s2:1")
    )
    assert [board(empty, day).track for day in ("2025-06-05", "2025-06-10")] == [
        next(track for track in board(empty).tracks if track.label == label) for label in ("T2", "T")
    ]
