"""Shelves and placings: the kept order of the board says what computing each day anew says."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.facets import followed
from store.domain.journal import Judgement
from store.domain.model import Claim
from store.domain.reading import Reading
from store.domain.shelves import NO_DUE_DAY, Placing, Shelf, placings, shelf_of, shelf_on
from store.domain.standing import Case, standing
from store.domain.words import Aspect, Category, Delivery, Instrument
from tests.domain.builders import batch, case, claim, judgement, june, owed, stand, words


@pytest.mark.parametrize(
    ("claims", "category", "shelf"),
    [
        ([owed()], Category.REMAINS, Shelf.OPEN_HUMANITARIAN),
        ([owed()], Category.CHILDREN, Shelf.OPEN_HUMANITARIAN),
        ([owed()], Category.DOCUMENT, Shelf.OPEN),
        ([owed(), claim("6000")], Category.REMAINS, Shelf.DONE),
        ([owed(instrument=Instrument.REQUESTED)], Category.CHILDREN, Shelf.ASKED),
        ([owed(instrument=Instrument.OFFERED), claim("6000")], Category.REMAINS, Shelf.ASKED_DONE),
        ([owed(), owed(instrument=Instrument.WITHDRAWN, on=3)], Category.REMAINS, Shelf.ENDED),
        ([owed(), owed(instrument=Instrument.SUPERSEDED, on=3), claim("6000")], Category.REMAINS, Shelf.ENDED),
    ],
)
def test_shelf_follows_from_act_delivery_and_kind(claims: list[Claim], category: Category, shelf: Shelf) -> None:
    assert shelf_of(standing(case(*claims, category=category), june(25), Reading())) is shelf


@pytest.mark.parametrize("shelf", list(Shelf))
@pytest.mark.parametrize("reading", ["strict", "common", "RU", "UA"])
def test_shelf_moved_to_a_reading_is_the_shelf_computed_for_it(shelf: Shelf, reading: str) -> None:
    made = {
        Shelf.OPEN_HUMANITARIAN: [owed(recognised=["UA"])],
        Shelf.OPEN: [owed(recognised=["UA"])],
        Shelf.DONE: [owed(recognised=["UA"]), claim("6000")],
        Shelf.ASKED: [owed(instrument=Instrument.OFFERED)],
        Shelf.ASKED_DONE: [owed(instrument=Instrument.OFFERED), claim("6000")],
        Shelf.ENDED: [owed(instrument=Instrument.WITHDRAWN)],
    }[shelf]
    built = case(*made, category=Category.DOCUMENT if shelf is Shelf.OPEN else Category.REMAINS)
    strict = shelf_of(standing(built, june(25), Reading()))
    assert strict is shelf
    terms = standing(built, june(25), Reading()).terms
    moved = shelf_on(strict, Reading(reading).recognises(terms.recognised_by, built.bound))
    assert moved is shelf_of(standing(built, june(25), Reading(reading)))


def test_placings_say_where_it_lay_from_day_to_day() -> None:
    found = placings(case(owed(due="2/9", on=2), claim("78", on=10), claim("6060", on=20)))
    assert [(p.since, p.until, p.shelf) for p in found] == [
        (june(2), june(20), Shelf.OPEN_HUMANITARIAN),
        (june(20), None, Shelf.DONE),
    ]
    assert {p.due for p in found} == {june(9)}


def test_without_a_window_it_is_due_after_everything_else() -> None:
    assert [p.due for p in placings(case(owed()))] == [NO_DUE_DAY]


def test_ambiguous_window_is_ordered_by_its_loose_end() -> None:
    assert [p.due for p in placings(case(owed(due="2/9", loose="2/15")))] == [june(15)]


ACTS = st.sampled_from(list(Instrument))
DAYS = st.integers(1, 25)
NEWS = st.one_of(
    st.builds(lambda act, on, who: owed(instrument=act, on=on, recognised=who), ACTS, DAYS, st.sampled_from(
        [["RU"], ["UA"], ["RU", "UA"], []])),
    st.builds(lambda n, on: claim(str(n), on=on), st.integers(0, 7000), DAYS),
    st.builds(lambda end, on: owed(due=f"2/{end}", on=on), st.integers(2, 25), DAYS),
    st.builds(lambda word, on: words(word, on=on), st.sampled_from(list(Delivery)), DAYS),
    st.builds(
        lambda word, on: judgement(Aspect.DELIVERY, word, on), st.sampled_from(["delivered", "refused", None]), DAYS
    ),
    st.builds(
        lambda word, on: judgement(Aspect.INSTRUMENT, word, on), st.sampled_from(["agreed", "offered", None]), DAYS
    ),
    st.builds(
        lambda figure, by, on, word: claim(figure, by, on, says=word),
        st.sampled_from(["hundreds", "undisclosed", "6000", "~6000", "0"]), st.sampled_from(["RU", "UA", None]), DAYS,
        st.sampled_from([None, Delivery.DELIVERED, Delivery.STALLED]),
    ),
    st.builds(lambda figure, by, on: batch(figure, by, on), st.sampled_from(["3000", "all", "500"]), st.sampled_from(
        ["RU", "UA"]), DAYS),
)  # fmt: skip


@given(st.lists(NEWS, max_size=8), st.lists(st.integers(0, 7), max_size=2))
@settings(max_examples=300)
def test_placings_agree_with_computing_every_day_anew(news: list[Claim | Judgement], corrected: list[int]) -> None:
    claims = [fact for fact in news if isinstance(fact, Claim)]
    for place in corrected:
        if place + 1 < len(claims):
            claims[-1 - place] = claims[-1 - place]._replace(supersedes=claims[place].id)
    built = case(
        *claims,
        judgements=[fact for fact in news if isinstance(fact, Judgement)],
    )
    found = placings(built)
    for day in (june(2) + timedelta(days=step) for step in range(28)):
        (placed,) = [p for p in found if p.since <= day and (p.until is None or day < p.until)]
        assert _shown(placed) == _computed(built, day)


def _shown(placed: Placing) -> tuple[Shelf, tuple[str, ...], date]:
    return placed.shelf, placed.recognised_by, placed.due


def _computed(built: Case, day: date) -> tuple[Shelf, tuple[str, ...], date]:
    now = standing(built, day, Reading())
    return shelf_of(now), now.terms.recognised_by, now.terms.due.last_day or NO_DUE_DAY


def test_reading_changes_no_placing_of_what_both_recognise() -> None:
    for reading in ("strict", "common", "RU", "UA"):
        assert shelf_of(stand(owed(), reading=reading)) is Shelf.OPEN_HUMANITARIAN


@given(st.lists(NEWS, max_size=8), st.lists(st.integers(0, 7), max_size=2))
@settings(max_examples=200)
def test_facets_agree_with_computing_every_day_anew(news: list[Claim | Judgement], corrected: list[int]) -> None:
    claims = [fact for fact in news if isinstance(fact, Claim)]
    for place in corrected:
        if place + 1 < len(claims):
            claims[-1 - place] = claims[-1 - place]._replace(supersedes=claims[place].id)
    built = case(*claims, judgements=[fact for fact in news if isinstance(fact, Judgement)])
    where, how = followed(built)
    assert where == placings(built)
    for day in (june(2) + timedelta(days=step) for step in range(28)):
        (facet,) = [one for one in how if one.since <= day and (one.until is None or day < one.until)]
        now = standing(built, day, Reading())
        owed = now.terms.quantity
        assert (facet.instrument, facet.delivery, facet.verification) == (
            now.terms.instrument, now.delivery, now.verification,
        )  # fmt: skip
        assert facet.promised == (owed.number if owed else None)
        assert facet.delivered == (now.figures.leading.number if now.figures.leading else None)
        assert not now.owed or facet.remaining == now.remaining
        told = [claim.known_on for claim in claims if claim.known_on <= day]
        assert facet.news == max([*told, built.commitment.known_on])
