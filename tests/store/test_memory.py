"""Memory: what a board remembers is what the store says, whoever writes meanwhile and whatever they write."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.generate import record
from store.domain.quantities import exact
from store.domain.reading import Reading
from store.domain.redating import NewDay
from store.domain.requests import BoardQuery, NewClaim, NewJudgement
from store.domain.words import Aspect, Delivery, Instrument, Measure, RoundState, Strength
from store.errors import TalksError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, BEN, line, taken

QUERY = BoardQuery(TODAY, size=12)
LABELS = ("N90001", "N00001", "N00002", "N00003", "N00007", "N00020", "N00041")
SOURCES = ("s000", "s060", "s150", "s297")
QUERIES = (
    QUERY,
    QUERY._replace(reading=Reading("common")),
    QUERY._replace(day=date(2024, 5, 20)),
    QUERY._replace(day=date(2024, 9, 30), reading=Reading("AA"), from_end=True),
    QUERY._replace(track="T1", around="N00007"),
)

_GATE = {"holds": "round", "mode": "all_of", "testable": True, "condition": "c", "at": "s000:1", "strength": "quote"}
_MORE = (
    line("commitment", "N90001", track="T0", from_="AA", to="HH", category="remains", what="Remains"),
    line(
        "claim",
        "N90001o",
        about="N90001",
        measure="owed",
        figure="5",
        instrument="announced",
        recognised_by=["AA"],
        at="s060:1",
        strength="quote",
    ),
    line("gate", "G1", track="T0", round="T0R2", requires=["N00001"], **_GATE, **{"for": "AA"}),
    line("gate", "G2", track="T1", round="T1R1", requires=["N00002"], **_GATE, **{"for": "BB"}),
    line("exchange", "X1", track="T0", name="x", window="2024-05-01", serves=["N00003", "N00041"]),
)

Write = Callable[[Repository, Repository], object]
"""Writes through one of two open stores."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of a few dozen commitments."""
    path = tmp_path_factory.mktemp("memory") / "talks.db"
    with Repository.create(path, author=ANA) as repository:
        taken(repository, *record(60), *_MORE, author=BEN)
    return path


def _judged(label: str, aspect: Aspect, value: str | None) -> Write:
    return lambda mine, _: mine.judge(NewJudgement(label, aspect, value, None), ANA)


def _claimed(label: str, source: str, **more: object) -> Write:
    new = NewClaim(label, source, "1", Strength.QUOTE, speaks_for="AA", **more)  # type: ignore[arg-type]
    return lambda mine, _: mine.claim(new, ANA)


def _imported(number: int) -> Write:
    text = line(
        "claim",
        f"Q{number}",
        about="N00003",
        at="s060:1",
        strength="quote",
        measure="batch",
        figure=str(number),
        **{"for": "BB"},
    )
    return lambda mine, _: taken(mine, text)


def _elsewhere(write: Write) -> Write:
    return lambda mine, other: write(other, mine)


VALUES = st.one_of(
    st.tuples(st.just(Aspect.DELIVERY), st.sampled_from([None, *(state.value for state in Delivery)])),
    st.tuples(st.just(Aspect.INSTRUMENT), st.sampled_from([None, *(state.value for state in Instrument)])),
)
JUDGED = st.builds(lambda label, said: _judged(label, *said), st.sampled_from(LABELS), VALUES)
ROUNDS = st.builds(
    lambda label, value: _judged(label, Aspect.ROUND_STATE, value),
    st.sampled_from(["T0R1", "T0R2", "T1R1", "T1R2"]),
    st.sampled_from([None, RoundState.HELD.value, RoundState.POSTPONED.value]),
)
CLAIMED = st.builds(
    lambda label, source, number: _claimed(label, source, figure=exact(number), measure=Measure.CUMULATIVE),
    st.sampled_from((*LABELS, "X1")),
    st.sampled_from(SOURCES),
    st.integers(0, 9000),
)
TURNED = st.sampled_from([lambda mine, _: mine.undo(ANA), lambda mine, _: mine.redo(ANA)])
REDATED = st.builds(
    lambda source, day: lambda mine, _: mine.redate(NewDay(source, day, "seen again"), ANA),
    st.sampled_from(SOURCES),
    st.dates(date(2024, 1, 2), date(2024, 11, 20)),
)
HERE = st.one_of(JUDGED, JUDGED, CLAIMED, TURNED, ROUNDS, REDATED, st.builds(_imported, st.integers(1, 9)))
WRITES = st.lists(st.one_of(HERE, HERE.map(_elsewhere)), min_size=1, max_size=6)


VALUES_OF = {Aspect.DELIVERY: Delivery, Aspect.INSTRUMENT: Instrument}


@pytest.mark.parametrize("aspect", VALUES_OF)
def test_each_judgement_moves_all_that_hangs_on_it(small: Path, tmp_path: Path, aspect: Aspect) -> None:
    path = Path(copy(small, tmp_path / "talks.db"))
    with Repository.open(path) as mine, Repository.open(path) as other:
        mine.board(QUERY)
        for label in LABELS[:3]:
            for value in (*VALUES_OF[aspect], None):
                _judged(label, aspect, value)(other, mine)
                with Repository.open(path, read_only=True) as fresh:
                    assert mine.board(QUERY) == fresh.board(QUERY)


def test_nothing_is_kept_longer_than_what_tells_that_it_changed(small: Path, tmp_path: Path) -> None:
    path, common = Path(copy(small, tmp_path / "talks.db")), QUERY._replace(reading=Reading("common"))
    with Repository.open(path) as mine, Repository.open(path) as other:
        days = [QUERY._replace(day=date(2024, month, 9)) for month in (3, 4, 5, 6)]
        for query in (common, *days[:3], QUERY, days[3]):
            mine.board(query._replace(with_changes=False))
        for label in LABELS[:3]:
            _judged(label, Aspect.DELIVERY, "delivered")(other, mine)
        with Repository.open(path, read_only=True) as fresh:
            assert mine.board(QUERY) == fresh.board(QUERY)


@given(st.lists(WRITES, min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_boards_are_those_of_a_store_just_opened(
    small: Path, tmp_path_factory: pytest.TempPathFactory, rounds: list[list[Write]]
) -> None:
    path = Path(copy(small, tmp_path_factory.mktemp("written") / "talks.db"))
    with Repository.open(path) as mine, Repository.open(path) as other:
        for query in QUERIES:
            mine.board(query)
        for writes in rounds:
            for write in writes:
                _try(lambda write=write: write(mine, other))  # type: ignore[misc]
            with Repository.open(path, read_only=True) as fresh:
                for query in QUERIES:
                    assert mine.board(query) == fresh.board(query)


def _try(write: Callable[[], object]) -> None:
    try:
        write()
    except TalksError:
        return  # nothing to undo, say: a write that is refused is a write to survive, too
