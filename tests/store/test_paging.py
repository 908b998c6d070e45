"""Paging: pages cut from the index are the order of all rows, for any day, reading, track and filter."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.generate import SIDES
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.shelves import NO_DUE_DAY, Shelf, shelf_of
from store.domain.standing import Case, standing
from store.repository import Repository, fetch
from tests.conftest import TODAY
from tests.store.records import assert_whole, labels, raw

DAYS = ("2024-01-01", "2024-03-15", "2024-08-30", "2024-10-24")
READINGS = ("strict", "common", "AA", "CC")
SIZE = 400
WALKS = [(DAYS[0], "strict"), (DAYS[1], "AA"), (DAYS[2], "CC"), (DAYS[3], "strict"), (DAYS[3], "common")]


class Reference:
    """The board's order computed commitment by commitment, without any index."""

    def __init__(self, cases: list[Case]) -> None:
        self.cases = cases
        self._found: dict[tuple[str, str], list[tuple[Shelf, str, int, Case]]] = {}

    def placed(self, day: str, reading: str, track: str | None = None) -> list[tuple[Shelf, str, int, Case]]:
        """List shelf, due day, number and case of all commitments of a day."""
        if (day, reading) not in self._found:
            on = date.fromisoformat(day)
            known = [case for case in self.cases if case.commitment.known_on <= on]
            self._found[day, reading] = sorted((_place(case, on, reading) for case in known), key=lambda at: at[:3])
        return [at for at in self._found[day, reading] if track in (None, at[3].commitment.track)]

    def labels(self, day: str, reading: str, track: str | None = None) -> list[str]:
        """List the labels in the board's order."""
        return [case.commitment.label for *_, case in self.placed(day, reading, track)]


def _place(case: Case, on: date, reading: str) -> tuple[Shelf, str, int, Case]:
    now = standing(case, on, Reading(reading))
    due = (now.terms.due.last_day or NO_DUE_DAY).isoformat()
    return shelf_of(now), due, case.commitment.id, case


@pytest.fixture(scope="module")
def reference(generated_path: Path) -> Reference:
    """Return the order of the generated store."""
    with raw(generated_path) as connection:
        numbers = [row["id"] for row in connection.execute("SELECT id FROM commitments")]
        return Reference(list(fetch.cases(connection, numbers, fetch.actors(connection)).values()))


def query(day: str, reading: str, **more: object) -> BoardQuery:
    """Ask for a page."""
    return BoardQuery(TODAY, date.fromisoformat(day), Reading(reading), size=SIZE, **more)  # type: ignore[arg-type]


def walked(repository: Repository, day: str, reading: str, *, backwards: bool = False, **more: object) -> list[str]:
    """Walk the board page by page, as a person with the arrow keys does."""
    page = repository.board(query(day, reading, from_end=backwards, **more)).page
    found = labels(page.rows)
    while page.more_before if backwards else page.more_after:
        edge = found[0] if backwards else found[-1]
        page = repository.board(query(day, reading, around=edge, **more)).page
        here = labels(page.rows)
        at = here.index(edge)
        found = [*here[:at], *found] if backwards else [*found, *here[at + 1 :]]
    return found


@pytest.mark.parametrize(("day", "reading"), WALKS)
def test_pages_forwards_are_the_order_of_all_rows(
    generated: Repository, reference: Reference, day: str, reading: str
) -> None:
    assert walked(generated, day, reading) == reference.labels(day, reading)


@pytest.mark.parametrize(("day", "reading"), WALKS[2:4])
def test_pages_backwards_are_the_order_of_all_rows(
    generated: Repository, reference: Reference, day: str, reading: str
) -> None:
    assert walked(generated, day, reading, backwards=True) == reference.labels(day, reading)


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("track", [None, "T1"])
@pytest.mark.parametrize("day", DAYS)
def test_totals_are_what_counting_gives(
    generated: Repository, reference: Reference, day: str, reading: str, track: str | None
) -> None:
    totals = generated.board(query(day, reading, track=track)).totals
    counted = Counter(shelf for shelf, *_ in reference.placed(day, reading, track))
    assert {shelf: n for shelf, n in totals.by_shelf.items() if n} == dict(counted)
    assert totals.all == sum(counted.values())
    assert totals.owed == sum(counted[shelf] for shelf in (Shelf.OPEN_HUMANITARIAN, Shelf.OPEN, Shelf.DONE))


def test_all_rows_walked_at_once_are_the_pages_together(generated: Repository, reference: Reference) -> None:
    wanted = reference.labels(DAYS[3], "strict", "T2")
    assert labels(generated.rows(query(DAYS[3], "strict", track="T2"))) == wanted
    assert labels(generated.rows(query(DAYS[3], "strict", track="T2"), limit=7)) == wanted[:7]


def test_row_carries_its_place_and_what_is_computed_for_it(generated: Repository, reference: Reference) -> None:
    page = generated.board(query(DAYS[2], "AA")).page
    by_label = {case.commitment.label: case for case in reference.cases}
    for row in page.rows:
        assert row.standing == standing(by_label[row.label], date.fromisoformat(DAYS[2]), Reading("AA"))
        assert row.shelf is shelf_of(row.standing)
    assert [row.key for row in page.rows] == sorted(row.key for row in page.rows)


def test_page_around_a_commitment_holds_it_in_the_middle(generated: Repository, reference: Reference) -> None:
    order = reference.labels(DAYS[3], "strict")
    page = generated.board(query(DAYS[3], "strict", around=order[700])).page
    assert labels(page.rows) == order[700 - SIZE // 2 : 700 + SIZE // 2 + 1]
    assert (page.more_before, page.more_after) == (True, True)


@pytest.mark.parametrize(("place", "before", "after"), [(0, False, True), (5, False, True), (-1, True, False)])
def test_page_at_an_edge_says_which_way_there_is_more(
    generated: Repository, reference: Reference, place: int, before: bool, after: bool
) -> None:
    order = reference.labels(DAYS[3], "strict")
    page = generated.board(query(DAYS[3], "strict", around=order[place])).page
    assert order[place] in labels(page.rows)
    assert (page.more_before, page.more_after) == (before, after)


@pytest.mark.parametrize("around", ["no such", "N01999"])
def test_page_around_what_is_not_on_the_board_begins_at_the_top(generated: Repository, around: str) -> None:
    found = generated.board(query(DAYS[0], "strict", around=around, filter="nothing" * 3)).page
    assert found.rows == ()
    top = generated.board(query(DAYS[3], "strict", around="no such")).page
    assert top.rows == generated.board(query(DAYS[3], "strict")).page.rows


SIDE_OF_WORD = [("Игдыр", 3), ("igdir", 3), ("IĞDIR", 3), ("caglayan", 2), ("ÇAĞLAYAN", 2), ("брян", 1), ("алька", 0)]


@pytest.mark.parametrize(("word", "side"), SIDE_OF_WORD)
def test_filter_finds_parties_by_every_name_in_any_script_and_case(
    generated: Repository, reference: Reference, word: str, side: int
) -> None:
    wanted = {case.commitment.label for case in reference.cases if SIDES[side][0] in case.bound}
    found = labels(generated.rows(query(DAYS[3], "strict", filter=word)))
    assert set(found) == wanted & set(reference.labels(DAYS[3], "strict"))


@pytest.mark.parametrize("words", ["istanbul", "İstanbul", "ISTANBUL road", "sil ist"])
def test_filter_finds_words_of_what_is_owed_by_their_beginnings(
    generated: Repository, reference: Reference, words: str
) -> None:
    wanted = reference.labels(DAYS[3], "strict")
    named = {case.commitment.label for case in reference.cases if "İstanbul" in case.commitment.what}
    assert walked(generated, DAYS[3], "strict", filter=words) == [label for label in wanted if label in named]


def test_every_word_of_a_filter_must_occur_and_totals_stay(generated: Repository) -> None:
    assert labels(generated.rows(query(DAYS[3], "strict", filter="N00007 prisoners remains"))) == []
    assert labels(generated.rows(query(DAYS[3], "strict", filter="n00007"))) == ["N00007"]
    filtered = generated.board(query(DAYS[3], "strict", filter="n00007"))
    assert filtered.totals == generated.board(query(DAYS[3], "strict")).totals


@given(st.text(max_size=12))
@settings(max_examples=100)
def test_any_text_is_a_filter(generated: Repository, text: str) -> None:
    assert len(generated.board(BoardQuery(TODAY, date.fromisoformat(DAYS[0]), size=1, filter=text)).page.rows) <= 1


def test_generated_store_is_whole(generated_path: Path) -> None:
    assert_whole(generated_path)


@pytest.mark.parametrize("more", [{}, {"from_end": True}, {"filter": "prisoners"}, {"day": "2024-03-15", "size": 30}])
def test_a_page_alone_is_the_page_of_the_board(generated: Repository, more: dict[str, Any]) -> None:
    """Paging needs no whole board."""
    day = date.fromisoformat(more.pop("day")) if "day" in more else None
    asked = BoardQuery(TODAY, day, **more)
    assert generated.page(asked) == generated.board(asked).page


@pytest.mark.parametrize("day", DAYS)
def test_changes_can_be_asked_for_after_the_board(generated: Repository, day: str) -> None:
    """A board without its changes and the changes alone are the board."""
    asked = query(day, "strict")
    without = generated.board(asked._replace(with_changes=False))
    assert without.changes == ()
    assert without._replace(changes=generated.changes(asked)) == generated.board(asked)
