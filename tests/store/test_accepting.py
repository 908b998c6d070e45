"""Accepted proposals are ordinary facts, written together, undone together, and the board follows."""

import json
from pathlib import Path

import pytest

from store.domain.requests import BoardQuery
from store.domain.words import Measure
from store.errors import PlaceError, UsageError
from store.reading.proposals import ALL_SIDES, Commitment, Exchange, Figure, Position, Round, Said
from store.reading.record.inbox import State
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.accepted import accept, delivered
from tests.store.articles import (
    JULY,
    PESKOV,
    REMAINS,
    SWAP,
    TEXT,
    article,
    boards,
    item,
    kept,
    opened,
    proposal,
    states,
)
from tests.store.records import ANA, BEN, assert_whole, board, claim, judge, rows


def test_everything_accepted_together_is_one_entry_and_undone_as_a_whole(
    repository: Repository, store_path: Path
) -> None:
    before = boards(repository)
    items = opened(repository).items
    done = repository.inbox.accept(items, ANA)
    assert [entry.action for entry in repository.history(2)] == ["accept", "begin"]
    assert done.entry.subject == "005"
    assert set(states(repository).values()) == {"accepted"}
    assert boards(repository) != before
    assert_whole(store_path)
    repository.undo(ANA)
    assert boards(repository) == before
    assert set(states(repository).values()) == {"waiting"}
    repository.redo(ANA)
    assert set(states(repository).values()) == {"accepted"}
    assert_whole(store_path)


def test_accepted_one_by_one_they_are_undone_one_by_one(repository: Repository, store_path: Path) -> None:
    kept(repository)
    accept(repository, "X1")
    accept(repository, "C1")
    repository.undo(ANA)
    assert (states(repository)["X1"], states(repository)["C1"]) == ("accepted", "waiting")
    assert delivered(repository, "C09") == 6061
    repository.undo(ANA)
    assert states(repository)["X1"] == "waiting"
    assert delivered(repository, "C09") == 6060
    assert_whole(store_path)


def test_claim_carries_words_place_speaker_and_source(repository: Repository) -> None:
    kept(repository)
    done = accept(repository, "X1")
    found = repository.evidence(done.labels[0], BoardQuery(TODAY)).claims[0]
    assert found.cite.locator == "005:3"
    assert found.cite.words == TEXT.split("\n")[2]
    assert (found.cite.speaker, found.cite.speaks_for, found.measure) == ("peskov", "RU", Measure.CUMULATIVE)
    source = repository.evidence("005", BoardQuery(TODAY)).sources["005"]
    assert (source.publisher, source.published.isoformat(), source.basis.value) == (
        "example.org", "2025-06-27", "stated",
    )  # fmt: skip
    assert source.digest is not None
    assert source.digest.startswith("sha256:")


def test_later_articles_of_one_text_cite_one_source(repository: Repository) -> None:
    kept(repository)
    accept(repository, "X1")
    accept(repository, "D1")
    assert len(repository.evidence("005", BoardQuery(TODAY)).signals) == 1
    assert "006" not in {label for (label,) in rows(Path(repository.path), "SELECT label FROM sources")}


def test_reciprocal_commitment_becomes_two_that_mirror_each_other(empty: Repository, empty_path: Path) -> None:
    kept(empty, proposal("C1", SWAP, 4))
    accept(empty, "C1")
    there, back = (row.standing for row in board(empty).page.rows)
    assert (there.commitment.mirrors, back.commitment.mirrors) == (back.commitment.label, there.commitment.label)
    assert {there.commitment.debtor, back.commitment.debtor} == {"russia", "ukraine"}
    assert [standing.terms.quantity.number for standing in (there, back) if standing.terms.quantity] == [1200, 1200]
    assert there.terms.recognised_by == there.bound
    assert_whole(empty_path)


def test_exchange_serves_the_commitment_of_the_same_article(empty: Repository) -> None:
    owed = Commitment("remains", "Russia", "Ukraine", figure=Figure(6000), unit="remains")
    moved = Exchange("remains", "Russia", "Ukraine", figure=Figure(78), window=JULY.window)
    kept(empty, proposal("X1", moved), proposal("C1", owed, 4))
    empty.inbox.accept(empty.inbox.reading(1).items, ANA)
    assert delivered(empty, "C01") == 78
    assert [event.serves for event in empty.evidence("C01", BoardQuery(TODAY)).exchanges] == [("C01",)]


def test_two_articles_on_one_handing_over_count_it_once(empty: Repository) -> None:
    owed = Commitment("remains", "Russia", "Ukraine", figure=Figure(6000), unit="remains")
    moved = Exchange("remains", "Russia", "Ukraine", figure=Figure(78), window=JULY.window)
    kept(empty, proposal("C1", owed, 4), proposal("X1", moved))
    other = article(TEXT.replace("update", "account"))
    kept(empty, proposal("X1", moved), about=other)
    accept(empty, "C1", "X1")
    again = empty.inbox.reading(2).items[0]
    assert again.match.words.startswith("confirms: C01")
    empty.inbox.accept([again], ANA)
    assert delivered(empty, "C01") == 78


def test_total_of_both_directions_is_nobodys_debt(empty: Repository) -> None:
    both = Commitment("remains", "Russia", "Ukraine", True, Figure(12000, "~", "total"), "remains")
    kept(empty, proposal("C1", both))
    accept(empty, "C1")
    assert [row.standing.terms.quantity for row in board(empty).page.rows] == [None, None]


def test_what_all_sides_owe_together_needs_no_names(empty: Repository, empty_path: Path) -> None:
    kept(empty, proposal("C1", Commitment("prisoner_exchange", ALL_SIDES, ALL_SIDES, figure=Figure(887, per="total"))))
    accept(empty, "C1")
    (row,) = board(empty).page.rows
    assert row.standing.terms.quantity is not None
    assert row.standing.terms.quantity.number == 887
    assert_whole(empty_path)


def test_article_about_others_opens_a_negotiation_of_its_own(repository: Repository, store_path: Path) -> None:
    about = Commitment("hostages", "Hamas", "Israel", figure=Figure(33), unit="hostage")
    kept(repository, proposal("C1", about, said=Said("Abu Ubaida", "Hamas", PESKOV.strength)))
    accept(repository, "C1")
    found = board(repository, track="T2")
    assert [(row.standing.commitment.debtor, row.label) for row in found.page.rows] == [("hamas", "C17")]
    assert found.parties == ("hamas", "israel")
    assert_whole(store_path)


def test_names_no_one_of_the_record_has_become_actors(empty: Repository) -> None:
    kept(empty, proposal("D1", JULY, 5, said=PESKOV), proposal("C1", SWAP, 4))
    empty.inbox.accept(empty.inbox.reading(1).items, ANA)
    found = board(empty)
    assert {code: actor.kind.value for code, actor in found.actors.items()} == {
        "russia": "side", "ukraine": "side", "kremlin": "body", "peskov": "person",
    }  # fmt: skip
    assert found.actors["peskov"].office == "kremlin"


def test_new_round_and_report_stand_on_the_board(repository: Repository) -> None:
    kept(repository, proposal("R1", Round(4, JULY.window, "Istanbul", "expected"), 5))
    accept(repository, "R1")
    assert ("R4", "expected") in [(held.round.label, held.state.value) for held in board(repository).rounds]


def test_later_figure_of_one_speaker_supersedes_the_earlier(repository: Repository) -> None:
    owed = Commitment("remains", "Russia", "Ukraine", figure=Figure(6200), unit="remains", modality="announced")
    medinsky = Said("Vladimir Medinsky", "Russian delegation", PESKOV.strength)
    found = opened(repository, proposal("C1", owed, 4, said=medinsky))
    assert found.items[0].match.words == "supersedes: C09 6,000 → 6,200"
    accept(repository, "C1")
    claims = {held.label for held in repository.evidence("C09", BoardQuery(TODAY)).claims}
    assert found.items[0].match.earlier == "T09c"
    assert "T09c" not in claims


def test_older_signal_of_the_speaker_stays_in_sight(repository: Repository) -> None:
    found = opened(repository, proposal("D1", JULY, 5, said=PESKOV))
    assert found.items[0].match.kind.value == "supersedes"
    accept(repository, "D1")
    views = board(repository).outlook.signals
    current = [view.signal.label for view in views if view.current and view.signal.cite.speaker == "peskov"]
    assert current == ["N2.1"]
    assert "S16" in [view.signal.label for view in views]


def test_article_without_a_day_is_not_accepted(repository: Repository) -> None:
    kept(repository, proposal("X1", REMAINS), about=article(day=None))
    with pytest.raises(UsageError, match="no day"):
        accept(repository, "X1")
    assert [entry.action for entry in repository.history(9)] == ["begin"]
    assert states(repository) == {"X1": "waiting"}


def test_side_that_is_missing_is_asked_for(empty: Repository) -> None:
    kept(empty, proposal("C1", Commitment("remains", None, "Ukraine")))
    with pytest.raises(UsageError, match="C1 does not say between whom"):
        accept(empty, "C1")


def test_position_and_its_stance(repository: Repository) -> None:
    kept(repository, proposal("P1", Position("Russia", "condemn", "a strike on a bridge"), 5))
    done = accept(repository, "P1")
    (found,) = repository.evidence(done.labels[0], BoardQuery(TODAY)).positions
    assert (found.actor, found.stance, found.summary) == ("RU", "states", "Condemns: a strike on a bridge")


def test_corrected_item_says_so(repository: Repository) -> None:
    kept(repository)
    repository.inbox.edit(item(repository, "X1"), REMAINS._replace(figure=Figure(6062)))
    done = accept(repository, "X1")
    (found,) = repository.evidence(done.labels[0], BoardQuery(TODAY)).claims
    assert found.figure is not None
    assert (found.figure.number, found.note) == (6062, "Corrected by hand after the rules had read it.")


def test_linked_item_is_filed_where_the_person_says(repository: Repository) -> None:
    kept(repository)
    repository.inbox.link(item(repository, "X1"), "C14")
    assert item(repository, "X1").match.label == "C14"
    accept(repository, "X1")
    assert (delivered(repository, "C14"), delivered(repository, "C09")) == (6061, 6060)


def test_item_linked_to_nothing_makes_a_new_commitment(repository: Repository) -> None:
    kept(repository)
    repository.inbox.link(item(repository, "C1"), "new")
    assert {match.words for match in item(repository, "C1").matches} == {"new"}
    assert accept(repository, "C1").labels[:2] == ("C17", "C18")


def test_source_of_the_same_report_shares_its_origin(repository: Repository) -> None:
    reading = kept(repository)
    repository.inbox.same_as(reading.id, "000")
    assert item(repository, "X1").match.kind.value == "differs"
    accept(repository, "X1")
    sources = repository.evidence("005", BoardQuery(TODAY)).sources
    assert sources["005"].origin == "smartinvestorguide-june-25"


def test_text_of_a_source_on_record_is_that_source(repository: Repository, tmp_path: Path) -> None:
    found = article("nothing of note\n")
    digest = kept(repository, proposal("X1", REMAINS, 1, found.text), about=found).digest
    line = {"source": "900", "origin": "wire", "published": "2025-06-20", "basis": "stated", "digest": digest}
    repository.import_lines([json.dumps(line)], "test", ANA)
    assert kept(repository, about=found).source == "900"
    accept(repository, "X1")
    held = repository.evidence("900", BoardQuery(TODAY)).claims
    assert [one.figure.number for one in held if one.figure] == [6061]


def test_claims_and_judgements_of_others_are_left_alone(repository: Repository) -> None:
    judge(repository, "C10", "stalled")
    claim(repository, "C10", "79")
    before = boards(repository)
    kept(repository)
    repository.inbox.accept(repository.inbox.reading(1).items, BEN)
    repository.undo(BEN)
    assert boards(repository) == before


def test_read_only_store_refuses(repository: Repository) -> None:
    kept(repository)
    with Repository.open(repository.path, read_only=True) as closed:
        assert states(closed)["X1"] == State.WAITING
        with pytest.raises(PlaceError, match="read-only"):
            accept(closed, "X1")
        with pytest.raises(PlaceError, match="read-only"):
            closed.inbox.drop(item(closed, "X1"))
