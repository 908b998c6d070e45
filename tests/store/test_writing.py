"""Writing: each write is one transaction with its journal entry, and the board follows."""

from pathlib import Path

import pytest

from store.domain.quantities import exact
from store.domain.requests import BoardQuery, NewClaim, NewJudgement
from store.domain.windows import make_window
from store.domain.words import Aspect, Category, ClaimRole, Delivery, Measure, Strength
from store.errors import BusyError, ConflictError, TalksError, UnknownError, UsageError
from store.repository import Repository, connection, placings
from tests.conftest import TODAY
from tests.store.records import ANA, BEN, assert_whole, board, claim, judge, raw, rows


def standing_of(repository: Repository, label: str) -> str:
    """Say how far a commitment is."""
    found = repository.evidence(label, BoardQuery(TODAY)).standing
    assert found is not None
    return str(found.delivery)


def test_judgement_is_kept_with_its_journal_entry(repository: Repository, store_path: Path) -> None:
    receipt = repository.judge(NewJudgement("C10", Aspect.DELIVERY, "stalled", "no news", "D2"), ANA)
    entry = receipt.entry
    assert (entry.who, entry.action, entry.subject) == ("ana", "judge", "C10")
    assert (entry.before, entry.after, entry.why) == ("partial", "stalled", "D2 · no news")
    assert receipt.sentence == "C10 partial → stalled"
    assert repository.history(1) == [entry]
    assert standing_of(repository, "C10") == "stalled"
    assert rows(store_path, f"SELECT about, value, author, day FROM judgements WHERE entry = {entry.id}") == [
        ("C10", "stalled", "ana", "2025-06-25")
    ]
    assert_whole(store_path)


@pytest.mark.parametrize(
    ("aspect", "value", "after"),
    [
        (Aspect.DELIVERY, "refused", "refused"),
        (Aspect.VERIFICATION, "disputed", "disputed"),
        (Aspect.INSTRUMENT, "withdrawn", "withdrawn"),
        (Aspect.NOTE, "look again", "partial"),
    ],
)
def test_every_aspect_of_a_commitment_can_be_judged(
    repository: Repository, aspect: Aspect, value: str, after: str
) -> None:
    assert judge(repository, "C10", value, aspect=aspect).after == after


def test_judged_round_is_in_the_judged_state_until_it_is_taken_back(repository: Repository) -> None:
    judge(repository, "R3", "cancelled", aspect=Aspect.ROUND_STATE)
    assert [found.state for found in board(repository).rounds if found.round.label == "R3"] == ["cancelled"]
    taken_back = judge(repository, "R3", None, aspect=Aspect.ROUND_STATE)
    assert (taken_back.before, taken_back.after) == ("cancelled", "gated")
    assert [found.state for found in board(repository).rounds if found.round.label == "R3"] == ["gated"]


def test_judgement_is_dated_to_the_newest_evidence_and_changes_no_earlier_day(repository: Repository) -> None:
    before = board(repository, "2025-06-23").page
    judge(repository, "C10", "refused")
    assert board(repository, "2025-06-23").page == before
    assert standing_of(repository, "C10") == "refused"


@pytest.mark.parametrize(
    ("about", "aspect", "value", "error", "sentence"),
    [
        ("C99", Aspect.DELIVERY, "stalled", UnknownError, "C99"),
        ("C10", Aspect.DELIVERY, "lost", UsageError, "'lost' is none of"),
        ("C10", Aspect.VERIFICATION, "stalled", UsageError, "none of"),
        ("C10", Aspect.ROUND_STATE, "held", UsageError, "no status of a commitment"),
        ("R3", Aspect.DELIVERY, "stalled", UsageError, "no status of a round"),
        ("D1", Aspect.DELIVERY, "stalled", UsageError, "only commitments and rounds"),
        ("peskov", Aspect.NOTE, "hm", UsageError, "only commitments and rounds"),
    ],
)
def test_judgement_that_makes_no_sense_is_refused_and_nothing_is_written(
    repository: Repository, about: str, aspect: Aspect, value: str, error: type[TalksError], sentence: str
) -> None:
    before = repository.history(10)
    with pytest.raises(error, match=sentence):
        repository.judge(NewJudgement(about, aspect, value), ANA)
    assert repository.history(10) == before


def test_claim_is_filed_and_moves_the_board(repository: Repository, store_path: Path) -> None:
    new = NewClaim(
        "c10", "000", "9", Strength.QUOTE, figure=exact(6000), speaker="umerov", role=ClaimRole.DEBTOR,
        words="all of them", window=make_window("2025-06-24"), progress=Delivery.DELIVERED,
    )  # fmt: skip
    receipt = repository.claim(new, ANA)
    assert (receipt.entry.before, receipt.entry.after) == ("partial 78", "delivered 6000")
    assert receipt.sentence == f"C10 partial 78 → delivered 6000, filed as N{receipt.entry.id}"
    (found,) = repository.evidence(f"N{receipt.entry.id}", BoardQuery(TODAY)).claims
    assert (found.cite.locator, found.cite.speaks_for, found.cite.words) == ("000:9", "UA", "all of them")
    assert found.known_on.isoformat() == "2025-06-25"
    assert "C10" not in next(gate.blockers for gate in board(repository).outlook.gates)
    assert_whole(store_path)


def test_claim_about_an_exchange_speaks_for_what_it_serves(repository: Repository, store_path: Path) -> None:
    claim(repository, "E3", "900", measure=Measure.BATCH)
    for label in ("C05", "C06", "C07", "C08"):
        found = repository.evidence(label, BoardQuery(TODAY)).standing
        assert found is not None
        assert found.delivered == exact(900)
    assert_whole(store_path)


def test_claim_that_corrects_another_takes_its_place(repository: Repository) -> None:
    claim(repository, "C10", "80", supersedes="D2")
    found = repository.evidence("C10", BoardQuery(TODAY))
    assert "D2" not in {said.label for said in found.claims}
    assert found.standing is not None
    assert found.standing.delivered == exact(80)


@pytest.mark.parametrize(
    ("more", "error", "sentence"),
    [
        ({"about": "R2"}, UsageError, "about a commitment or an exchange"),
        ({"about": "C99"}, UnknownError, "C99"),
        ({"source": "999"}, UnknownError, "no source '999'"),
        ({"speaker": "nobody"}, UnknownError, "no actor 'nobody'"),
        ({"supersedes": "D99"}, UnknownError, "no claim 'D99'"),
        ({"measure": Measure.PROGRESS}, UsageError, "no figure"),
    ],
)
def test_claim_that_makes_no_sense_is_refused_and_nothing_is_written(
    repository: Repository, more: dict[str, str], error: type[TalksError], sentence: str
) -> None:
    before = repository.history(10)
    with pytest.raises(error, match=sentence):
        claim(repository, **({"about": "C10", "figure": "80"} | more))  # type: ignore[arg-type]  # on purpose
    assert repository.history(10) == before


def test_second_editor_who_has_not_seen_the_first_change_gets_a_conflict(store_path: Path) -> None:
    with Repository.open(store_path) as ana, Repository.open(store_path) as ben:
        judge(ana, "C10", "stalled")
        seen = ben.history(1)[0].id - 1
        with pytest.raises(ConflictError, match=r"changed by ana meanwhile \(partial → stalled\).*nothing was saved"):
            ben.judge(NewJudgement("C10", Aspect.DELIVERY, "refused", expected=seen), BEN)
        assert standing_of(ben, "C10") == "stalled"
        ben.judge(NewJudgement("C10", Aspect.DELIVERY, "refused", expected=ben.history(1)[0].id), BEN)
        ben.judge(NewJudgement("C09", Aspect.DELIVERY, "refused", expected=0), BEN)
        assert standing_of(ana, "C10") == "refused"


def test_failure_in_the_middle_of_a_write_leaves_nothing_of_it(
    repository: Repository, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = board(repository)

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(placings, "rewrite_one", fail)
        with pytest.raises(KeyboardInterrupt):
            judge(repository, "C10", "stalled")
    assert board(repository) == before
    assert_whole(store_path)
    judge(repository, "C10", "stalled")


def test_store_that_somebody_else_writes_is_busy_and_still_shows(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "LOCK_TIMEOUT", 0.05)
    with Repository.open(store_path) as repository, raw(store_path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="written by another process; try again"):
            judge(repository, "C10", "stalled")
        assert board(repository).totals.all == 16
        other.rollback()
        assert judge(repository, "C10", "stalled").after == "stalled"


def test_others_writes_are_noticed_and_ones_own_are_not(store_path: Path) -> None:
    with Repository.open(store_path) as ana, Repository.open(store_path) as ben:
        before = ana.data_version()
        judge(ana, "C10", "stalled")
        assert ana.data_version() == before
        judge(ben, "C10", "refused", BEN)
        assert ana.data_version() != before


def test_history_is_newest_first_by_subject_and_by_page(repository: Repository) -> None:
    entries = [judge(repository, label, "stalled") for label in ("C09", "C10", "C10")]
    assert repository.history(3) == entries[::-1]
    assert repository.history(10, "C10") == entries[:0:-1]
    assert repository.history(1, before=entries[2].id) == [entries[1]]
    assert repository.history(99)[-1].action == "begin"


def test_humanitarian_kinds_are_people_and_remains() -> None:
    assert {kind.value for kind in Category if kind.humanitarian} == {"prisoners", "remains", "civilians", "children"}
