"""What ties an obligation to a pace, a ratio, an event or a longer time, from its line to the board."""

from datetime import date
from pathlib import Path

import pytest

from store.domain.clauses import Counted, Per, Rate, Ratio
from store.domain.quantities import parse_figure
from store.domain.redating import NewDay
from store.domain.requests import Author, NewClaim
from store.domain.standing import Standing
from store.domain.windows import NO_WINDOW
from store.domain.words import Strength
from store.errors import RecordError
from store.repository import Repository
from store.repository.progress import Part
from tests.conftest import AT
from tests.store.records import ANA, BASE, assert_whole, board, commitment, line, owed, rows, said, taken

TIED = (
    commitment("C1", mirrors="C2", category="civilians"),
    commitment("C2", mirrors="C1", from_="UA", to="RU", category="prisoners"),
    commitment("C3", category="ceasefire"),
    commitment("C4", category="other"),
    line("exchange", "E1", track="T", name="Truce takes effect"),
    line("claim", "o1", about="C1", measure="owed", instrument="agreed", recognised_by=["RU"], at="s1:1",
         strength="article"),
    line("claim", "o2", about="C2", measure="owed", ratio="3:1", instrument="agreed", at="s1:2", strength="article"),
    line("claim", "o3", about="C3", measure="owed", counts_from="E1", on_days="1..4", phrase="for four days",
         instrument="agreed", at="s1:3", strength="article"),
    line("claim", "x3", about="C3", measure="owed", extends=2, at="s2:3", strength="article"),
    owed("o4", "C4", "200", at="s1:4", per="day", counts_from="E1", on_days="1.."),
    said("d1", "C1", "13", at="s2:1"),
)  # fmt: skip
BEGUN = line(
    "claim", "e1", about="E1", measure="progress", event="done", window="2025-06-05", at="s2:9", strength="article"
)


def standings(repository: Repository, day: str | None = None) -> dict[str, Standing]:
    return {row.label: row.standing for row in board(repository, day).page.rows}


@pytest.fixture
def tied(store_path: Path) -> Repository:
    """Return a store of made-up lines, one of each clause."""
    store_path.unlink()
    made = Repository.create(store_path, author=ANA)
    taken(made, *BASE, *TIED)
    return made


def test_clauses_come_out_as_they_went_in(tied: Repository) -> None:
    found = standings(tied)
    assert found["C2"].terms.ratio == Ratio(3, 3)
    assert found["C2"].matched == parse_figure("39")
    assert found["C4"].terms.rate == Rate(parse_figure("200"), Per.DAY)
    assert found["C3"].terms.counted == Counted("E1", 1, 4)
    assert (found["C3"].terms.due, found["C3"].terms.extended) == (NO_WINDOW, 2)
    assert found["C1"].matched is None


def test_event_that_comes_to_be_known_moves_what_counts_from_it(tied: Repository) -> None:
    assert rows(Path(tied.path), "SELECT due FROM board WHERE label = 'C3'") == [(None,)]
    board(tied)
    taken(tied, BEGUN)
    found = standings(tied)
    assert (found["C3"].terms.due.earliest, found["C3"].terms.due.latest) == (date(2025, 6, 5), date(2025, 6, 10))
    assert found["C4"].expected == parse_figure("1200")
    assert standings(tied, "2025-06-01")["C3"].terms.due == NO_WINDOW
    assert rows(Path(tied.path), "SELECT due FROM board WHERE label = 'C3'") == [("2025-06-10",)]
    assert_whole(Path(tied.path))
    tied.undo(ANA)
    assert standings(tied)["C3"].terms.due == NO_WINDOW
    assert_whole(Path(tied.path))
    tied.redo(ANA)
    assert standings(tied)["C3"].terms.due.latest == date(2025, 6, 10)


def test_new_claim_on_what_is_mirrored_is_reckoned_by_the_ratio_at_once(tied: Repository) -> None:
    assert standings(tied)["C2"].matched == parse_figure("39")
    new = NewClaim("C1", "s2", "2", Strength.ARTICLE, figure=parse_figure("20"))
    tied.claim(new, Author("ben", AT))
    assert standings(tied)["C2"].matched == parse_figure("60")


def test_corrected_day_of_the_source_that_tells_of_an_event_counts(tied: Repository) -> None:
    taken(tied, line("source", "s3", origin="late", published="2025-06-12", basis="stated"))
    taken(tied, BEGUN.replace("s2:9", "s3:1").replace(', "window": "2025-06-05"', ""))
    assert standings(tied)["C3"].terms.due.latest == date(2025, 6, 17)
    tied.redate(NewDay("s3", date(2025, 6, 11)), ANA)
    assert standings(tied)["C3"].terms.due.latest == date(2025, 6, 16)
    assert_whole(Path(tied.path))


def test_days_are_counted_from_rounds_and_from_what_was_carried_out(tied: Repository) -> None:
    taken(
        tied,
        line("round", "R1", track="T", kind="round", ordinal=1, name="First"),
        commitment("C5"), commitment("C6"),
        line("claim", "o5", about="C5", measure="owed", counts_from="R1", on_days="8", at="s1", strength="article"),
        line("claim", "o6", about="C6", measure="owed", counts_from="C5", on_days="..7", at="s1", strength="article"),
        line("report", "R1", state="scheduled", window="2025-06-03", at="s1", strength="article"),
    )  # fmt: skip
    assert standings(tied, "2025-06-09")["C5"].terms.due.earliest == date(2025, 6, 10)
    taken(tied, line("report", "R1", state="held", window="2025-06-04", at="s2", strength="article"))
    assert standings(tied)["C5"].terms.due.earliest == date(2025, 6, 11)
    assert standings(tied)["C6"].terms.due == NO_WINDOW
    taken(tied, said("d5", "C5", None, measure="progress", progress="delivered", window="2025-06-09"))
    assert standings(tied)["C6"].terms.due.latest == date(2025, 6, 15)
    assert_whole(Path(tied.path))


def test_store_that_begins_with_clauses_is_the_one_that_imports_them(tied: Repository, tmp_path: Path) -> None:
    taken(tied, BEGUN)
    begun = tmp_path / "begun.db"
    with Repository.create(begun, author=ANA, parts=[Part("lines", [BEGUN, *TIED[::-1], *BASE])]) as other:
        assert standings(other).keys() == standings(tied).keys()
        for label, found in standings(other).items():
            assert (found.terms.due, found.matched, found.expected) == _of(standings(tied)[label])
    query = "SELECT label, shelf, due FROM board ORDER BY label"
    assert rows(begun, query) == rows(Path(tied.path), query)
    assert_whole(begun)


def _of(standing: Standing) -> tuple[object, ...]:
    return standing.terms.due, standing.matched, standing.expected


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"measure": "batch", "figure": "3", "per": "day"}, "only a claim of measure owed has per, ratio"),
        ({"per": "day"}, "there is no figure for a day"),
        ({"per": "year", "figure": "3"}, "per 'year' is none of day, week"),
        ({"ratio": "three for one"}, "'three for one' is no ratio: write 3:1"),
        ({"counts_from": "E1"}, "give both or neither"),
        ({"on_days": "7"}, "give both or neither"),
        ({"counts_from": "E1", "on_days": "soon"}, "'soon' counts no days"),
        ({"counts_from": "E9", "on_days": "7"}, "there is no exchange, round or commitment 'E9' to count days from"),
        ({"counts_from": "C1", "on_days": "7"}, "from something else than itself"),
        ({"counts_from": "E1", "on_days": "7", "window": "2025-06-01"}, "leave one of them out"),
        ({"extends": 0}, "'extends' is a number of days from 1"),
        ({"extends": "2"}, "'extends' has a value of the wrong kind"),
        ({"extends": 2, "window": "2025-06-01"}, "leave one of them out"),
        ({"about": "E1", "counts_from": "C1", "on_days": "7"}, "days are counted for a commitment"),
    ],
)
def test_clause_that_cannot_be_is_refused_with_a_sentence(
    tied: Repository, more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(RecordError, match=sentence):
        taken(tied, line("claim", "k", **{"about": "C1", "measure": "owed", "at": "s1", "strength": "article"} | more))
