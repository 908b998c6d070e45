"""As of a day: what became known later changes nothing on an earlier day; readings only add or drop recognition."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.board import Board, Evidence
from store.domain.requests import BoardQuery
from store.errors import UnknownError
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import READINGS, board, commitment, line, owed, said, taken

DAYS = ("2025-06-25", "2025-06-23", "2025-06-02", "2025-05-22")
LABELS = ("C09", "C10", "C05", "R3", "R2", "G1", "E2", "000", "002", "peskov", "IST25", "S8")
LATER = line("source", "later", origin="later", published="2025-06-28", basis="stated")
SIDES = st.sampled_from(["RU", "UA", "peskov", "umerov", None])
COMMITMENTS = st.sampled_from(["C01", "C05", "C09", "C10", "C12"])
AT: dict[str, Any] = {"at": "later:1", "strength": "quote"}


def spoken(side: str | None) -> dict[str, str]:
    """Say who speaks, where somebody does."""
    return {"by": side} if side else {}


DENIED = AT | {"progress": "rejected", "measure": "progress"}
STALLED = AT | {"progress": "stalled", "measure": "progress", "way": "UA>RU"}
SIGNAL = AT | {"track": "IST25", "round": "R3", "about": "round", "window": "2025-07-23"}
REPORT = AT | {"window": "2025-07-01", "place": "Ankara"}
GATE = AT | {"track": "IST25", "round": "R3", "holds": "round", "mode": "all_of", "testable": True, "by": "umerov"}
EVE = {"author": "eve", "day": "2025-06-28"}
NEWS = st.one_of(
    st.builds(
        lambda about, n, by: said("L1", about, str(n), **(AT | spoken(by))), COMMITMENTS, st.integers(0, 9999), SIDES
    ),
    st.builds(
        lambda about, act: owed("L2", about, "5", **(AT | {"instrument": act})),
        COMMITMENTS,
        st.sampled_from(["withdrawn", "agreed", "superseded"]),
    ),
    st.builds(lambda about, by: said("L3", about, None, **(DENIED | spoken(by))), COMMITMENTS, SIDES),
    st.just(said("L4", "C09", "6057", **AT, supersedes="D1", by="umerov")),
    st.just(said("L5", "E2", None, **STALLED)),
    st.builds(
        lambda modality, by: line("signal", "L6", modality=modality, **(SIGNAL | spoken(by))),
        st.sampled_from(["scheduled", "on_hold", "not_set"]),
        SIDES,
    ),
    st.builds(
        lambda label, state: line("report", label, state=state, **REPORT),
        st.sampled_from(["R2", "R3", "M1"]),
        st.sampled_from(["held", "cancelled"]),
    ),
    st.just(line("gate", "L9", condition="c", requires=["C12"], **GATE)),
    st.just(line("position", "L10", track="IST25", actor="UA", topic="t", stance="offers", summary="s", **AT)),
    st.just(line("discrepancy", "L11", kind="figure", about=["C09"], summary="s", treat_as="t", at=["later:1"])),
    st.just(line("judgement", "L12", about="C09", aspect="delivery", value="refused", **EVE)),
    st.just(line("judgement", "L13", about="R3", aspect="round_state", value="held", **EVE)),
    st.just("\n".join([commitment("L14", track="IST25"), owed("L15", "L14", **AT)])),
)


def shown(found: Board) -> Board:
    """Leave out what names later days on purpose."""
    nothing = found.moment._replace(evidence_ends=None, following=None, latest=False)
    return found._replace(moment=nothing, days=tuple(day for day in found.days if day <= found.moment.day))


def told(found: Evidence) -> Evidence:
    """Leave out the journal, which is of no day of the record."""
    return found._replace(history=())


class Views(dict[str, Board | Evidence]):
    """Boards of earlier days and evidence of things of every kind, by day or label."""

    def __init__(self, repository: Repository) -> None:
        query = BoardQuery(TODAY, date(2025, 6, 25))
        for day, reading in zip(DAYS, ("RU", *READINGS[:3]), strict=True):
            self[day] = shown(board(repository, day, reading))
        for label in LABELS:
            self[label] = told(repository.evidence(label, query))

    def __repr__(self) -> str:
        return f"{len(self)} views"

    def changed(self, other: "Views") -> list[str]:
        """List the days and labels that look different."""
        return [name for name in self if self[name] != other[name]]


@pytest.fixture(scope="module")
def before(seeded: Path) -> Views:
    """Return what is shown of the seed record alone."""
    with Repository.open(seeded, read_only=True) as repository:
        return Views(repository)


@given(st.lists(NEWS, min_size=2, max_size=6, unique=True))
@settings(max_examples=20)
def test_later_facts_leave_every_earlier_day_as_it_was(
    seeded: Path, before: Views, tmp_path: Path, news: list[str]
) -> None:
    path = Path(shutil.copy(seeded, tmp_path / "later.db"))
    with Repository.open(path) as repository:
        taken(repository, LATER, *"\n".join(news).split("\n"))
        assert before.changed(Views(repository)) == []


@pytest.mark.parametrize(("label", "since"), [
    ("D1", "2025-06-25"), ("S16", "2025-06-25"), ("P12", "2025-05-22"), ("P03c", "2025-06-25"), ("X05", "2025-06-25"),
    ("G1", "2025-06-25"), ("C09", "2025-06-02"), ("S8", "2025-06-23"),
])  # fmt: skip
def test_thing_that_was_not_known_yet_has_no_evidence_on_that_day(
    repository: Repository, label: str, since: str
) -> None:
    def said_of(day: date) -> list[object]:
        found = repository.evidence(label, BoardQuery(TODAY, day))
        facts = (*found.claims, *found.signals, *found.reports, *found.positions, *found.discrepancies)
        return [*facts, *([found.gate] if found.gate else [])]

    first = date.fromisoformat(since)
    assert said_of(first)
    with pytest.raises(UnknownError, match=f"{label} was not known yet on"):
        said_of(date.fromordinal(first.toordinal() - 1))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("reading", READINGS)
def test_readings_add_or_drop_only_what_recognition_says(repository: Repository, day: str, reading: str) -> None:
    strict = {row.label: row.standing for row in board(repository, day).page.rows}
    found = {row.label: row.standing for row in board(repository, day, reading).page.rows}
    assert set(found) == set(strict)
    for label, standing in found.items():
        wide = strict[label]
        wanted = {"strict": True, "common": set(wide.terms.recognised_by) >= set(wide.bound)}.get(
            reading, reading in wide.terms.recognised_by
        )
        assert standing.owed is (wide.owed and wanted)
        unreckoned = {"owed": wide.owed, "remaining": wide.remaining, "surplus": wide.surplus, "percent": wide.percent}
        assert standing._replace(**unreckoned) == wide  # type: ignore[arg-type]  # four fields of the same value
        if not standing.owed:
            assert (standing.remaining, standing.surplus, standing.percent) == (None, None, None)


@pytest.mark.parametrize("day", DAYS)
def test_what_is_owed_in_common_is_owed_by_each_partys_reading(repository: Repository, day: str) -> None:
    owed_on = {
        reading: {row.label for row in board(repository, day, reading).page.rows if row.standing.owed}
        for reading in READINGS
    }
    assert owed_on["common"] <= owed_on["RU"] & owed_on["UA"]
    assert owed_on["RU"] | owed_on["UA"] <= owed_on["strict"]
