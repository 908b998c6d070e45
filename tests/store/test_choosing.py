"""Choosing: what SQL leaves and puts in order is what a model in Python does, page by page, in both directions."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.shelves import NO_DUE_DAY, ORDERS, Order, Shelf, shelf_of
from store.domain.standing import Case, Standing, standing
from store.domain.words import Schedule
from store.repository import Repository, chosen, fetch
from store.repository.choices import Choices
from tests.conftest import TODAY
from tests.store.records import BASE, commitment, labels, owed, raw, said, taken

Row = tuple[Case, Standing]
DAYS = ("2024-03-15", "2024-08-30", "2024-10-24")
READINGS = ("strict", "AA", "common")
Meets = Callable[[Row, date], bool]


def _claims(row: Row, day: date) -> list[Any]:
    gone = {claim.supersedes for claim in row[0].claims if claim.known_on <= day}
    return [claim for claim in row[0].claims if claim.known_on <= day and claim.id not in gone]


def _shelf(row: Row) -> Shelf:
    return shelf_of(row[1])


def _due(row: Row) -> date | None:
    return row[1].terms.due.last_day


def _news(row: Row, day: date) -> date:
    return max([row[0].commitment.known_on, *(claim.known_on for claim in row[0].claims if claim.known_on <= day)])


def _left(row: Row) -> int | None:
    return row[1].remaining if row[1].owed else None


TERMS: dict[str, Meets] = {
    "kind:remains": lambda row, _: row[0].commitment.category == "remains",
    "kind:children,list": lambda row, _: row[0].commitment.category in ("children", "list"),
    "owes:AA": lambda row, _: row[0].commitment.debtor == "AA",
    "to:Caglayan": lambda row, _: row[0].commitment.creditor == "CC",
    "side:AA": lambda row, _: "AA" in (row[0].commitment.debtor, row[0].commitment.creditor),
    "track:T1": lambda row, _: row[0].commitment.track == "T1",
    "is:open": lambda row, _: _shelf(row) <= Shelf.OPEN,
    "is:done": lambda row, _: _shelf(row) is Shelf.DONE,
    "is:owed": lambda row, _: _shelf(row) <= Shelf.DONE,
    "is:asked": lambda row, _: _shelf(row) in (Shelf.ASKED, Shelf.ASKED_DONE),
    "is:ended": lambda row, _: _shelf(row) is Shelf.ENDED,
    "is:overdue": lambda row, _: row[1].schedule is Schedule.OVERDUE,
    "is:undated,overdue": lambda row, _: _due(row) is None or row[1].schedule is Schedule.OVERDUE,
    "status:partial": lambda row, _: row[1].delivery == "partial",
    "status:not-started,agreed": lambda row, _: row[1].delivery == "not_started" or row[1].terms.instrument == "agreed",
    "status:one-sided": lambda row, _: row[1].verification == "one_sided",
    "status:unattested": lambda row, _: row[1].verification == "none",
    "due<2024-06": lambda row, _: (due := _due(row)) is not None and due < date(2024, 6, 1),
    "due>=2024-06-15": lambda row, _: (due := _due(row)) is not None and due >= date(2024, 6, 15),
    "due:2024": lambda row, _: (due := _due(row)) is not None and due.year == 2024,
    "due:none,2024-05": lambda row, _: (due := _due(row)) is None or (due.year, due.month) == (2024, 5),
    "news>2024-07-31": lambda row, day: _news(row, day) > date(2024, 7, 31),
    "promised>=1000": lambda row, _: (q := row[1].terms.quantity) is not None and (q.number or -1) >= 1000,
    "delivered<50": lambda row, _: (lead := row[1].figures.leading) is not None and lead.number < 50,
    "delivered:none": lambda row, _: row[1].figures.leading is None,
    "left>100": lambda row, _: (left := _left(row)) is not None and left > 100,
    "left:none": lambda row, _: _left(row) is None,
    "said:halyna": lambda row, day: any(claim.cite.speaker == "halyna" for claim in _claims(row, day)),
    "source:s030": lambda row, day: any(claim.cite.source == "s030" for claim in _claims(row, day)),
    "remains": lambda row, _: "remains" in (row[0].commitment.category, row[0].commitment.what.split()[0].lower()),
    "status:nonsense": lambda _row, _day: False,
}
VALUES: dict[str, Callable[[Row, date], Any]] = {
    "due": lambda row, _: _due(row),
    "debtor": lambda row, _: row[0].commitment.debtor,
    "kind": lambda row, _: row[0].commitment.category.value,
    "promised": lambda row, _: row[1].terms.quantity.number if row[1].terms.quantity else None,
    "delivered": lambda row, _: row[1].figures.leading.number if row[1].figures.leading else None,
    "left": lambda row, _: _left(row),
    "status": lambda row, _: list(type(row[1].delivery)).index(row[1].delivery),
    "news": _news,
    "label": lambda row, _: (len(row[0].commitment.label), row[0].commitment.label),
}


class Record:
    """Everything known of the generated commitments, and how they stand on some days."""

    def __init__(self, cases: list[Case]) -> None:
        self._cases = cases
        self._rows: dict[tuple[date, str], list[Row]] = {}

    def rows(self, day: date, reading: str) -> list[Row]:
        """Reckon how all of them stand, once."""
        if (day, reading) not in self._rows:
            known = [case for case in self._cases if case.commitment.known_on <= day]
            self._rows[day, reading] = [(case, standing(case, day, Reading(reading))) for case in known]
        return list(self._rows[day, reading])


@pytest.fixture(scope="module")
def record(generated_path: Path) -> Record:
    """Return the record of the generated store."""
    with raw(generated_path) as connection:
        numbers = [row["id"] for row in connection.execute("SELECT id FROM commitments")]
        return Record(list(fetch.cases(connection, numbers, fetch.actors(connection)).values()))


def expected(record: Record, terms: list[str], order: Order, day: date, reading: str) -> list[str]:
    """Choose and order by going through everything."""
    rows = record.rows(day, reading)
    for term in terms:
        wanted = not term.startswith("-")
        rows = [row for row in rows if TERMS[term.lstrip("-")](row, day) is wanted]
    if not order.column:
        rows.sort(key=lambda row: (_shelf(row), _due(row) or NO_DUE_DAY, row[0].commitment.id))
        return [row[0].commitment.label for row in rows]
    value = VALUES[order.column]
    stretches = [[row for row in rows if (value(row, day) is None) is missing] for missing in (False, True)]
    for stretch in stretches:
        stretch.sort(
            key=lambda row: (value(row, day) if value(row, day) is not None else 0, row[0].commitment.id),
            reverse=order.reversed,
        )
    return [row[0].commitment.label for stretch in stretches for row in stretch]


def walked(repository: Repository, query: BoardQuery, *, back: bool) -> list[str]:
    """Walk the list page by page, as a person with the arrow keys does."""
    page = repository.page(query._replace(from_end=back))
    found = labels(page.rows)
    while page.more_before if back else page.more_after:
        edge = found[0] if back else found[-1]
        page = repository.page(query._replace(around=edge))
        here = labels(page.rows)
        at = here.index(edge)
        found = [*here[:at], *found] if back else [*found, *here[at + 1 :]]
    return found


@pytest.mark.parametrize("reach", [4_000, 40])
@pytest.mark.parametrize("seed", range(6))
def test_filters_and_orders_leave_what_going_through_everything_leaves(
    generated: Repository, record: Record, monkeypatch: pytest.MonkeyPatch, seed: int, reach: int
) -> None:
    monkeypatch.setattr(chosen, "_REACH", reach)
    chance = random.Random(seed * 7 + reach)
    for _ in range(2):
        plain = chance.sample(sorted(TERMS), chance.choice([0, 1, 1, 2, 3]))
        terms = [chance.choice(["", "", "-"]) + term for term in plain if term != "status:nonsense"]
        order = Order(chance.choice(["", *ORDERS]), chance.random() < 0.5)
        order = order if order.column else Order()
        day, reading = date.fromisoformat(chance.choice(DAYS)), chance.choice(READINGS)
        query = BoardQuery(
            TODAY, day, Reading(reading), filter=" ".join(terms), order=order, size=chance.choice([200, 700])
        )
        wanted = expected(record, terms, order, day, reading)
        assert labels(generated.rows(query)) == wanted, query
        assert walked(generated, query, back=bool(seed % 2)) == wanted, query
        if terms:
            assert Choices(generated).matches(query) == len(wanted)


@pytest.mark.parametrize("term", sorted(TERMS))
def test_every_term_leaves_what_it_says(generated: Repository, record: Record, term: str) -> None:
    for text in (term, f"-{term}") if term != "status:nonsense" else (term,):
        day = date.fromisoformat(DAYS[2])
        query = BoardQuery(TODAY, day, filter=text, size=50)
        wanted = expected(record, [text], Order(), day, "strict")
        assert labels(generated.page(query).rows) == wanted[:50]
        assert Choices(generated).matches(query) == len(wanted)


def test_problem_is_said_and_met_by_nothing(repository: Repository) -> None:
    query = BoardQuery(TODAY, filter="kind:remains status:opne")
    assert Choices(repository).problem(query) == "status: has no 'opne'; did you mean open?"
    assert repository.board(query).page.rows == ()
    assert Choices(repository).problem(query._replace(filter="kind:remains due<next-week")) == ""


def test_labels_are_ordered_by_their_numbers_and_equal_values_page_right(empty: Repository) -> None:
    lines = [line for n in range(1, 121) for line in (commitment(f"C{n}"), owed(f"O{n}", f"C{n}", str(5 + n % 2)))]
    taken(empty, *BASE, *lines, said("S1", "C7"))
    by_label = BoardQuery(TODAY, order=Order("label"), size=20)
    assert walked(empty, by_label, back=False) == [f"C{n}" for n in range(1, 121)]
    for turned in (False, True):
        query = BoardQuery(TODAY, order=Order("promised", turned), size=7)
        forwards = walked(empty, query, back=False)
        assert forwards == walked(empty, query, back=True)
        assert len(set(forwards)) == 120
        by_delivered = labels(empty.page(BoardQuery(TODAY, order=Order("delivered", turned), size=200)).rows)
        assert by_delivered[0] == "C7"
