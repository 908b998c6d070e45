"""A source's day corrected: what hung on it follows, on every board, and the rest is left for a person."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.domain.redating import Moved, NewDay, span_words
from store.domain.requests import BoardQuery
from store.domain.words import DayBasis
from store.errors import UnknownError, UsageError
from store.places import seeds_folder
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import (
    ANA,
    BASE,
    assert_whole,
    board,
    claim,
    commitment,
    evidence_days,
    line,
    owed,
    rows,
    said,
    taken,
)
from tests.store.redated import boards, redate, windows

pytestmark = pytest.mark.usefixtures("rules")


def seed_lines(source: str, old: str, new: str, given: Mapping[str, tuple[str, str | None, str]]) -> list[str]:
    """Write the seed record as if a source had been dated rightly from the first; `given` are windows by label."""
    texts = [text for file in sorted(seeds_folder().glob("*.jsonl")) for text in file.read_text("utf-8").splitlines()]
    found = []
    for fields in (json.loads(text) for text in texts if text.startswith("{")):
        if fields.get("source") == source:
            fields["published"] = new
        at = fields.get("at", "")
        place = at if isinstance(at, str) else at[0]
        if "signal" in fields and place.startswith(f"{source}:") and fields.get("said") == old:
            fields["said"] = new
        label = fields.get("signal") or fields.get("claim") or ""
        if label in given:
            fields["window"], loose, fields["rule"] = given[label]
            fields |= {"loose": loose} if loose else {}
        found.append(json.dumps(fields))
    return found


SHIFTS: dict[tuple[str, str, str], dict[str, tuple[str, str | None, str]]] = {
    ("003", "2025-06-23", "2025-06-24"): {
        "S9": ("2025-06-24/2025-06-29", None, "by X"),
        "S10": ("2025-06-24/2025-06-30", "2025-06-24/2025-07-10", "before X"),
        "S11": ("2025-06-24/2025-06-30", None, "before X"),
    },
    ("003", "2025-06-23", "2025-06-16"): {
        "S8": ("2025-06-16/2025-06-22", None, "this U"),
        "S9": ("2025-06-16/2025-06-22", None, "by X"),
        "S10": ("2025-06-16/2025-06-30", "2025-06-16/2025-07-10", "before X"),
        "S11": ("2025-06-16/2025-06-30", None, "before X"),
    },
    ("000", "2025-06-25", "2025-06-30"): dict.fromkeys(("D1", "D1b", "D2"), ("2025-06-23/2025-06-29", None, "last U")),
    ("000", "2025-06-25", "2025-06-20"): dict.fromkeys(("D1", "D1b", "D2"), ("2025-06-09/2025-06-15", None, "last U")),
    ("002", "2025-06-02", "2025-06-03"): {
        "S4": ("2025-06-03/2025-06-30", None, "before X"),
        "T12a": ("2025-06-03/2025-06-30", None, "before X"),
    },
    ("001", "2025-05-22", "2025-05-23"): {},
}  # fmt: skip


@pytest.mark.parametrize("shift", SHIFTS, ids=" ".join)
def test_corrected_store_shows_what_one_dated_rightly_from_the_first_shows(
    repository: Repository, empty: Repository, store_path: Path, shift: tuple[str, str, str]
) -> None:
    source, old, new = shift
    redate(repository, source, new)
    taken(empty, *seed_lines(source, old, new, SHIFTS[shift]))
    for corrected, right in zip(boards(repository), boards(empty), strict=True):
        assert corrected == right
    assert_whole(store_path)


def test_windows_that_hung_on_the_day_are_listed_and_reckoned_anew(repository: Repository, store_path: Path) -> None:
    before = rows(store_path, "SELECT * FROM signals ORDER BY id")
    new = NewDay("003", date(2025, 6, 24), why="the dateline", basis=DayBasis.STATED)
    listed = repository.redating(new)
    receipt = repository.redate(new._replace(seen=listed), ANA)
    assert receipt.redating == listed
    assert [(c.label, c.aspect.value, span_words(c.before), span_words(c.after)) for c in listed.windows] == [
        ("S9", "window", "2025-06-23/2025-06-29", "2025-06-24/2025-06-29"),
        (
            "S10", "window", "2025-06-23/2025-06-30 (loosely 2025-06-23/2025-07-10)",
            "2025-06-24/2025-06-30 (loosely 2025-06-24/2025-07-10)",
        ),
        ("S11", "window", "2025-06-23/2025-06-30", "2025-06-24/2025-06-30"),
    ]  # fmt: skip
    assert [c.phrase for c in listed.windows] == ["by the end of this week", "before early July", "before July"]
    assert windows(repository)["S9"] == "2025-06-24/2025-06-29"
    source = repository.evidence("003", BoardQuery(TODAY)).sources["003"]
    assert (source.published, source.basis, source.why) == (date(2025, 6, 24), DayBasis.STATED, "the dateline")
    assert receipt.sentence.startswith("003 published 2025-06-23 → 2025-06-24 · reckoned anew: S9, S10, S11 · left for")
    assert rows(store_path, "SELECT * FROM signals ORDER BY id") == before, "what was written stays as it was"
    shown = rows(store_path, "SELECT earliest, rule FROM dated_signals WHERE label = 'S9'")
    assert shown == [("2025-06-24", "by X")]


def test_statement_dated_by_its_own_words_keeps_its_day_and_its_window(repository: Repository) -> None:
    found = redate(repository, "003", "2025-06-24", keep=("S9", "S8")).redating
    assert found is not None
    assert {c.label for c in found.changes if c.aspect is Moved.SAID} == {"S10", "S11", "S12", "S13", "S14", "S15"}
    kept = [(c.label, c.left) for c in found.left if c.left and c.left.startswith("kept")]
    assert kept == [("S8", "kept: dated by its own words"), ("S9", "kept: dated by its own words")]
    assert windows(repository)["S9"] == "2025-06-23/2025-06-29"
    signals = {s.label: s for s in repository.evidence("003", BoardQuery(TODAY)).signals}
    assert signals["S9"].said_on == date(2025, 6, 23)
    assert signals["S9"].known_on == date(2025, 6, 24)
    assert signals["S6"].said.latest == date(2025, 6, 22), "said before, on a day of its own"


def test_what_the_rules_do_not_reproduce_is_left_for_a_person(repository: Repository) -> None:
    left = {(c.label, c.left) for c in repository.redating(NewDay("003", date(2025, 6, 24))).left}
    assert ("D3", "no phrase tells where its days come from") in left
    assert ("S13", "the rules do not understand its phrase") in left
    early = repository.redating(NewDay("003", date(2025, 6, 1))).left
    assert ("S6", "it is said after the new day of publication") in {(c.label, c.left) for c in early}


def test_days_of_evidence_and_who_was_known_when_follow(repository: Repository) -> None:
    redate(repository, "003", "2025-06-24")
    assert evidence_days(Path(repository.path))[-2:] == ["2025-06-24", "2025-06-25"]
    with pytest.raises(UnknownError, match="not known yet"):
        repository.evidence("S9", BoardQuery(TODAY, date(2025, 6, 23)))
    known = {d.label: d.known_on.isoformat() for d in repository.evidence("C09", BoardQuery(TODAY)).discrepancies}
    assert all(day != "2025-06-23" for day in known.values())
    assert claim(repository, "C10", "80", source="003", locator="9").subject == "C10"
    filed = repository.evidence("C10", BoardQuery(TODAY)).claims
    assert [c.known_on for c in filed if c.cite.source == "003"] == [date(2025, 6, 24)]


def test_possible_days_of_publication_take_in_the_new_one(repository: Repository) -> None:
    redate(repository, "003", "2025-06-24")
    source = repository.evidence("003", BoardQuery(TODAY)).sources["003"]
    assert (source.window.earliest, source.window.latest) == (date(2025, 6, 23), date(2025, 6, 29))
    redate(repository, "003", "2025-07-02")
    source = repository.evidence("003", BoardQuery(TODAY)).sources["003"]
    assert (source.window.earliest, source.window.latest) == (date(2025, 7, 2), date(2025, 7, 2))


@pytest.mark.parametrize(
    ("source", "day", "more", "error", "words"),
    [
        ("003", "2025-06-23", {}, UsageError, "003 is dated 2025-06-23 already"),
        ("C09", "2025-06-24", {}, UsageError, "C09 is a commitment: only a source has a day"),
        ("999", "2025-06-24", {}, UnknownError, "nothing called '999'"),
        ("003", "2025-06-24", {"keep": ("S1",)}, UsageError, "S1: 003 says nothing of that label"),
    ],
)
def test_what_makes_no_sense_is_refused(
    repository: Repository, source: str, day: str, more: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        redate(repository, source, day, **more)
    assert len(repository.history(9)) == 1


def test_record_of_ones_own_first_days_and_exchanges(empty: Repository, empty_path: Path) -> None:
    taken(
        empty, *BASE, commitment("C1"), commitment("C2"), commitment("C3", known="2025-05-01"),
        line("exchange", "E1", track="T", name="swap", serves=["C2"], window="2025-06-01", phrase="last week"),
        owed("T1", "C1", window="2025-06-01/2025-06-30", phrase="before July"), owed("T1b", "C1", at="s2:1"),
        owed("T3", "C3"), line("claim", "E", about="E1", measure="progress", progress="delivered", at="s1:2",
                               strength="article", known="2025-06-05"),
        said("D2", "E1", at="s1:3", way="RU>UA"),
        line("position", "P1", track="T", actor="RU", topic="t", stance="states", summary="s", strength="article",
             at="s1:4"),
        line("discrepancy", "X1", kind="date", about="C1", summary="s", treat_as="t", at=["s1:1", "s2:1"]),
        line("source", "s11", origin="wire", published="2025-06-01", basis="stated"),
        line("position", "P2", track="T", actor="RU", topic="t", stance="states", summary="s", strength="article",
             at=["s11:1", "s1:9"]),
        line("discrepancy", "X3", kind="date", about="C1", summary="s", treat_as="t", at="s11:1"),
        line("discrepancy", "X2", kind="date", about="C1", summary="s", treat_as="t", at=["s1:1"], known="2025-07-07"),
    )  # fmt: skip
    redate(empty, "s1", "2025-06-12")
    known = dict(rows(empty_path, "SELECT label, known_on FROM dated_commitments"))
    assert known == {"C1": "2025-06-10", "C2": "2025-06-05", "C3": "2025-05-01"}
    assert rows(empty_path, "SELECT known_on FROM dated_positions ORDER BY label") == [
        ("2025-06-12",), ("2025-06-01",),
    ]  # fmt: skip
    assert rows(empty_path, "SELECT known_on FROM dated_discrepancies ORDER BY label") == [
        ("2025-06-12",), ("2025-07-07",), ("2025-06-01",),
    ]  # fmt: skip
    assert rows(empty_path, "SELECT known_on FROM dated_claims WHERE label = 'E'") == [("2025-06-05",)]
    shown = rows(empty_path, "SELECT earliest FROM claims_in_force WHERE label = 'T1'")
    assert shown == [("2025-06-12",)]
    assert rows(empty_path, "SELECT earliest FROM exchanges") == [("2025-06-01",)], "no source, so no day to hang on"
    assert [c.label for c in board(empty, "2025-06-12").changes][:1] == ["s1"]
    assert board(empty, "2025-06-09").totals.all == 2
    assert_whole(empty_path)
