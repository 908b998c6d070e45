"""The inbox keeps what was read until a person decides; two people changing it do not trample on each other."""

from datetime import date
from pathlib import Path

import pytest

from store.errors import ConflictError, UnknownError, UsageError
from store.reading.proposals import Commitment, Exchange, Figure, Round, Said
from store.reading.record.inbox import State
from store.repository import Repository
from tests.store.articles import (
    PROPOSALS,
    REMAINS,
    SWAP,
    TEXT,
    article,
    item,
    kept,
    opened,
    proposal,
    states,
)  # fmt: skip
from tests.store.records import ANA, assert_whole, rows


def test_reading_is_found_again_as_it_was_left(repository: Repository, store_path: Path) -> None:
    reading = kept(repository)
    assert not reading.again
    repository.inbox.drop(item(repository, "P1"))
    repository.inbox.edit(item(repository, "X1"), REMAINS._replace(figure=Figure(6062)))
    with Repository.open(store_path) as other:
        again = kept(other)
        assert (again.id, again.again, again.who, again.at[:10]) == (reading.id, True, "ana", "2026-11-22")
        assert again.counts == {State.WAITING: 4, State.DROPPED: 1}
        found = other.inbox.reading(again.id)
        assert found.article == article()
        assert [(one.number, one.proposal.line) for one in found.items] == [
            ("R1", 5), ("C1", 4), ("X1", 3), ("D1", 5), ("P1", 5),
        ]  # fmt: skip
        assert [one.corrected for one in found.items] == [False, False, True, False, False]
    assert_whole(store_path)


def test_speaker_of_an_item_is_corrected(repository: Repository) -> None:
    kept(repository)
    held = item(repository, "C1")
    repository.inbox.edit(held, held.proposal.content, Said("Dmitry Peskov", "Kremlin"))
    now = item(repository, "C1")
    assert now.proposal.said == Said("Dmitry Peskov", "Kremlin")
    assert (now.proposal.content, now.corrected) == (held.proposal.content, True)


def test_every_kind_of_proposal_comes_back_as_it_went_in(repository: Repository) -> None:
    held = {one.number: one.proposal for one in opened(repository).items}
    assert held == {one.number: one for one in PROPOSALS}


def test_two_articles_do_not_mix(repository: Repository) -> None:
    kept(repository)
    kept(repository, proposal("X1", REMAINS), about=article(f"{TEXT}more"))
    repository.inbox.drop(item(repository, "X1", 2))
    assert [(one.id, one.counts) for one in repository.inbox.readings()] == [
        (2, {State.DROPPED: 1}),
        (1, {State.WAITING: 5}),
    ]


def test_day_that_is_given_later_replaces_what_nobody_touched(repository: Repository) -> None:
    kept(repository, proposal("X1", REMAINS), about=article(day=None))
    again = kept(repository)
    assert (again.published.day, again.counts) == (date(2025, 6, 27), {State.WAITING: 5})
    repository.inbox.drop(item(repository, "X1"))
    later = kept(repository, proposal("X1", REMAINS), about=article(day=date(2025, 7, 1)))
    assert (later.published.day, len(states(repository))) == (date(2025, 6, 27), 5)


def test_day_that_was_not_known_is_taken_even_where_somebody_chose(repository: Repository) -> None:
    kept(repository, about=article(day=None))
    repository.inbox.drop(item(repository, "X1"))
    again = kept(repository, proposal("X1", REMAINS), about=article()._replace(title="Another title"))
    assert (again.published.day, again.title) == (date(2025, 6, 27), "Another title")
    assert again.counts == {State.WAITING: 4, State.DROPPED: 1}


def test_reading_anew_finds_what_was_taught_since(repository: Repository) -> None:
    kept(repository, proposal("X1", REMAINS))
    assert kept(repository).counts == {State.WAITING: 5}
    seen = item(repository, "X1")
    kept(repository)
    repository.inbox.drop(seen)
    assert states(repository)["X1"] == "dropped"


def test_nothing_in_the_inbox_shows_on_the_journal(repository: Repository) -> None:
    kept(repository)
    repository.inbox.drop(item(repository, "X1"))
    assert [entry.action for entry in repository.history(9)] == ["begin"]


def test_dropped_item_is_restored(repository: Repository) -> None:
    kept(repository)
    repository.inbox.drop(item(repository, "X1"))
    assert states(repository)["X1"] == "dropped"
    repository.inbox.restore(item(repository, "X1"))
    assert states(repository)["X1"] == "waiting"


@pytest.mark.parametrize("how", ["drop", "restore", "split"])
def test_second_change_of_what_was_seen_is_a_conflict(repository: Repository, how: str) -> None:
    kept(repository)
    seen = item(repository, "C1")
    with Repository.open(repository.path) as other:
        other.inbox.drop(item(other, "C1"))
    with pytest.raises(ConflictError, match="C1 was changed"):
        getattr(repository.inbox, how)(seen)
    assert states(repository)["C1"] == "dropped"


def test_split_makes_two_of_what_goes_both_ways(repository: Repository) -> None:
    kept(repository)
    repository.inbox.split(item(repository, "C1"))
    halves = {one.number: one.proposal.content for one in repository.inbox.reading(1).items if one.half_of}
    there, back = halves["C1a"], halves["C1b"]
    assert isinstance(there, Commitment)
    assert isinstance(back, Commitment)
    assert (there.debtor, there.creditor, back.debtor) == ("Russia", "Ukraine", "Ukraine")
    assert (there.figure, there.reciprocal) == (Figure(1200, per="one_way"), False)
    assert "C1" not in states(repository)
    repository.inbox.join(item(repository, "C1b"))
    assert set(states(repository)) == {"R1", "C1", "X1", "D1", "P1"}


def test_split_total_is_halved_and_says_so(repository: Repository) -> None:
    both = Exchange("remains", "Russia", "Ukraine", True, Figure(12000, "~", "total"))
    odd = Exchange("prisoners", "Russia", "Ukraine", True, Figure(307, "=", "total"))
    kept(repository, proposal("X1", both), proposal("X2", odd))
    for number in ("X1", "X2"):
        repository.inbox.split(item(repository, number))
    contents = {one.number: one.proposal.content for one in repository.inbox.reading(1).items}
    assert contents["X1a"].figure == Figure(6000, "~", "one_way", how="12,000 = 2 × 6,000")  # type: ignore[union-attr]
    assert contents["X2b"].figure.value is None  # type: ignore[union-attr]


def test_half_that_was_accepted_keeps_the_split(repository: Repository) -> None:
    kept(repository)
    repository.inbox.split(item(repository, "C1"))
    repository.inbox.accept([item(repository, "C1a")], ANA)
    with pytest.raises(ConflictError, match="stays split"):
        repository.inbox.join(item(repository, "C1b"))


def test_what_cannot_be_done_with_an_item_is_said(repository: Repository) -> None:
    kept(repository)
    nobody = SWAP._replace(debtor=None)
    with pytest.raises(UsageError, match="goes one way only"):
        repository.inbox.split(item(repository, "X1"))
    with pytest.raises(UsageError, match="no half"):
        repository.inbox.join(item(repository, "X1"))
    with pytest.raises(UsageError, match="cannot become a round"):
        repository.inbox.edit(item(repository, "X1"), Round(3))
    repository.inbox.edit(item(repository, "C1"), nobody)
    with pytest.raises(UsageError, match="name both sides"):
        repository.inbox.split(item(repository, "C1"))


def test_links_are_checked(repository: Repository) -> None:
    kept(repository)
    with pytest.raises(UnknownError, match="nothing called 'C99'"):
        repository.inbox.link(item(repository, "X1"), "C99")
    with pytest.raises(UsageError, match="R3 is a round: X1 can be linked to a commitment or exchange"):
        repository.inbox.link(item(repository, "X1"), "r3")
    repository.inbox.link(item(repository, "X1"), "c14")
    assert item(repository, "X1").link == "C14"
    repository.inbox.link(item(repository, "X1"), None)
    assert item(repository, "X1").match.label == "C09"
    with pytest.raises(UsageError, match="only a source"):
        repository.inbox.same_as(1, "C09")
    with pytest.raises(UnknownError, match="no reading 7"):
        repository.inbox.same_as(7, "000")
    with pytest.raises(UnknownError, match="no reading 7"):
        repository.inbox.reading(7)


def test_nearly_the_same_article_on_record_is_offered(repository: Repository) -> None:
    kept(repository)
    repository.inbox.accept([item(repository, "X1")], ANA)
    other = kept(repository, proposal("X1", REMAINS), about=article(f"{TEXT} "))
    assert repository.inbox.reading(other.id).reading.near == (("005", "same"),)


def test_hostile_text_is_kept_as_it_came(repository: Repository) -> None:
    text = "a\x1b]52;c;AAAA\x07\u202e[/]\x00\ud800 z\n"
    found = article(text)
    held = opened(repository, proposal("X1", REMAINS._replace(qualifier="\ud800[/]"), 1, text), about=found)
    assert held.article.text == text.replace("\ud800", "?")
    assert held.items[0].proposal.evidence == proposal("X1", REMAINS, 1, text).evidence
    repository.inbox.accept(held.items, ANA)
    assert_whole(Path(repository.path))


def test_inbox_is_strict_about_states(repository: Repository) -> None:
    kept(repository)
    found = {state for (state,) in rows(Path(repository.path), "SELECT DISTINCT state FROM proposals")}
    assert found == {"waiting"}
