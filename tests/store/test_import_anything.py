"""Importing anything at all: nothing but RecordError ever comes out, and what is taken is kept verbatim."""

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.requests import BoardQuery
from store.errors import RecordError
from store.lines import KINDS
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, BASE, assert_whole, board, commitment, line, owed, rows, said, taken

GROUND = (*BASE, line("round", "R1", track="T", kind="round", name="R", ordinal=1), commitment("C1"), owed("T1", "C1"))

PAYLOADS = [
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1b]0;PWNED\x1b\\",
    "\x1b[2J\x1b[H",
    "\x1b[6n",
    "\x9b31m",
    "a\x00b",
    "\x0e\x0f",
    "\x7f\x7f",
    "\u202egnp.exe",
    "zero\u200bwidth",
    "bell\x07",
    "back\x08\x08",
    "over\rwritten",
    "[/]",
    "[@click=app.wipe]here[/]",
    "[red]not red[/red]",
    "'; DROP TABLE claims; --",
    "=HYPERLINK(1)",
    "٣٤ 漢字 👩‍👩‍👧 ﷽",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_kept_verbatim_wherever_it_stands(payload: str, empty: Repository, empty_path: Path) -> None:
    taken(
        empty,
        *BASE,
        line("actor", "X", name=payload, kind="person", role="other", aliases=[payload]),
        line("source", "s3", origin="o", published="2025-06-20", basis="stated", title=payload, publisher=payload),
        line("round", "R1", track="T", kind="round", ordinal=1, name=payload),
        line("report", "R1", state="held", place=payload, outcome=payload, words=payload, strength="quote", at="s3:1"),
        commitment("C1", what=payload, unit=payload),
        owed("T1", "C1", words=payload, phrase=payload, note=payload, via=payload),
        line("position", "P1", actor="X", topic=payload, stance="states", summary=payload, strength="quote", at="s3:1"),
    )
    (row,) = board(empty).page.rows
    assert (row.standing.commitment.what, row.standing.commitment.unit) == (payload, payload)
    (claim,) = empty.evidence("C1", BoardQuery(TODAY)).claims
    assert (claim.cite.words, claim.window.phrase, claim.note, claim.cite.via) == (payload,) * 4
    (round_,) = board(empty).rounds
    assert (round_.round.name, round_.place, round_.outcome) == (payload,) * 3
    assert empty.evidence("s3", BoardQuery(TODAY)).sources["s3"].title == payload
    actor = empty.evidence(payload, BoardQuery(TODAY)).actor
    assert actor is not None
    assert (actor.name, actor.aliases) == (payload, (payload,))
    assert_whole(empty_path)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_no_trouble_to_search_by(payload: str, empty: Repository) -> None:
    taken(empty, *GROUND)
    found = board(empty, filter=payload)
    assert found.totals.all == 1
    assert len(found.page.rows) <= 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
WORDS = [
    *("RU", "UA", "T", "s1:1", "s2:9", "s1", "C1", "R1", "2025-06-02", "2025-06-02/..", "../2025-06-30", "20250602"),
    *(
        "6000",
        "~6000",
        "all",
        "0",
        "owed",
        "cumulative",
        "progress",
        "agreed",
        "withdrawn",
        "article",
        "quote",
        "round",
    ),
    *("meeting", "expected", "held", "stated", "person", "side", "party", "remains", "delivered", "rejected", "all_of"),
    *("states", "figure", "delivery", "stalled", "each", "total", "RU>UA", "debtor", "done", "other", "D1", "\ud800"),
]
LISTS = st.lists(st.sampled_from(["RU", "UA", "C1", "R1", "s1:1", "Moscow", ""]), max_size=2)
PLAUSIBLE: st.SearchStrategy[Any] = (
    st.sampled_from(WORDS) | LISTS | st.integers(-1, 9) | st.integers() | st.just(10**30) | st.booleans() | JSON
)


RIGHT: dict[str, dict[str, Any]] = {
    "actor": {"name": "X", "kind": "person", "role": "other", "for": "RU"},
    "track": {"name": "T", "parties": ["RU", "UA"], "host": "TR"},
    "source": {"origin": "o", "published": "2025-06-12", "basis": "stated", "window": "2025-06-12"},
    "round": {"track": "T", "kind": "round", "name": "R", "ordinal": 2},
    "commitment": {"track": "T", "from": "RU", "to": "UA", "category": "remains", "what": "W", "known": "2025-06-03"},
    "exchange": {
        "track": "T", "name": "E", "serves": ["C1"], "window": "2025-06-12",
        "legs": [{"from": "RU", "to": "UA", "category": "remains"}],
    },
    "report": {"at": "s1:1", "strength": "quote", "state": "held", "minutes": 5, "window": "2025-06-02"},
    "claim": {"about": "C1", "measure": "cumulative", "figure": "5", "at": "s1:1", "strength": "quote"},
    "signal": {
        "track": "T", "round": "R1", "about": "round", "modality": "hoped", "at": "s1:1", "strength": "quote",
    },
    "gate": {
        "track": "T", "round": "R1", "holds": "round", "mode": "all_of", "condition": "c", "testable": True,
        "requires": ["C1"], "at": "s1:1", "strength": "quote",
    },
    "position": {"actor": "RU", "topic": "t", "stance": "states", "summary": "s", "strength": "quote", "at": "s1:1"},
    "discrepancy": {"kind": "date", "about": ["C1"], "summary": "s", "treat_as": "t", "at": "s1:1"},
    "judgement": {"about": "C1", "aspect": "delivery", "value": "stalled", "author": "a", "day": "2025-06-03"},
}  # fmt: skip
"""A line of every kind that can be taken, without its label."""
NAMES = {"report": "R1"}


def test_every_kind_of_line_can_be_taken(empty: Repository, empty_path: Path) -> None:
    assert set(RIGHT) == set(KINDS)
    taken(empty, *GROUND, *(line(kind, NAMES.get(kind, "N1"), **fields) for kind, fields in RIGHT.items()))
    assert_whole(empty_path)


CODES: st.SearchStrategy[Any] = st.sampled_from(["RU", "UA", "X", "", None, 5, ["RU"], {}])
FITTING: dict[str, st.SearchStrategy[Any]] = {
    "ordinal": st.integers(-2, 3) | st.sampled_from([10**30, -(10**30)]),
    "minutes": st.integers(-2, 3) | st.sampled_from([10**30, 2**63]),
    "legs": st.lists(st.dictionaries(st.sampled_from(["from", "to", "category", "parts"]), CODES), max_size=2),
    "published": st.sampled_from(["20250612", "2025-W24-4", "2025-06-31", "0001-01-01", "9999-12-31"]),
    "kind": st.sampled_from(["meeting", "round", "joint", "side", "date"]),
}
"""Values for keys to which what fits elsewhere is plainly wrong."""


@st.composite
def almost_lines(draw: st.DrawFn) -> str:
    """Write a line that is right but for one or two of its values, or for its label."""
    kind = draw(st.sampled_from(list(KINDS)))
    fields = dict(RIGHT[kind])
    for key in draw(st.lists(st.sampled_from([*KINDS[kind][0], *KINDS[kind][1]]), max_size=2, unique=True)):
        fields[key] = draw(FITTING.get(key, PLAUSIBLE))
    odd = st.sampled_from(["N1", "C1", "R1", "T", "s1", "RU", "a b", "x>y"]) | st.text(max_size=5)
    label = draw(st.just(NAMES.get(kind, "N1")) | odd)
    return json.dumps({kind: label, **fields})


def take(bare: Path, folder: Path, lines: list[str]) -> None:
    """Import lines into a fresh store; RecordError is the only way to refuse them, and it saves nothing."""
    path = Path(shutil.copy(bare, folder / "any.db"))
    with Repository.open(path) as repository:
        taken(repository, *GROUND)
        saved = 1
        with suppress(RecordError):
            repository.import_lines(lines, "any.jsonl", ANA)
            saved = 2
        assert len(repository.history(9)) == saved
        board(repository)
        board(repository, "2025-06-05", "RU")


@given(st.lists(almost_lines(), min_size=1, max_size=3))
@settings(max_examples=150)
def test_almost_right_lines_are_taken_or_refused_as_a_record(bare: Path, tmp_path: Path, lines: list[str]) -> None:
    take(bare, tmp_path, lines)


@given(st.binary(max_size=60), st.sampled_from(["latin-1", "utf-8"]))
def test_any_bytes_are_refused_as_a_record(bare: Path, tmp_path: Path, data: bytes, encoding: str) -> None:
    take(bare, tmp_path, data.decode(encoding, "surrogateescape").splitlines())


@given(JSON)
def test_any_json_is_refused_as_a_record(bare: Path, tmp_path: Path, value: object) -> None:
    take(bare, tmp_path, [json.dumps(value)])


def test_name_of_a_file_is_told_as_it_is(empty: Repository, empty_path: Path) -> None:
    assert empty.import_lines([*GROUND, said("D1", "C1")], "[/] \x1b[2J.jsonl", ANA) is not None
    assert rows(empty_path, "SELECT subject FROM journal") == [("[/] \x1b[2J.jsonl",)]
