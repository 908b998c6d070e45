"""The made-up record for measuring: the same lines every time, every kind in it, and a store that takes them."""

from __future__ import annotations

import json
import tracemalloc
from collections import Counter
from itertools import islice

import pytest

from fixtures.large import record
from fixtures.owing import ACTS, FIGURES, PROGRESS, STRENGTHS
from store.domain.requests import Author, BoardQuery
from store.repository import Repository
from tests.conftest import TODAY


def kinds(size: int) -> Counter[str]:
    return Counter(next(iter(json.loads(line))) for line in record(size))


def test_same_size_and_seed_give_the_same_lines() -> None:
    assert list(record(120)) == list(record(120))
    assert list(record(120)) != list(record(120, seed=2))


def test_everything_grows_in_proportion() -> None:
    small, large = kinds(400), kinds(4000)
    assert (small["commitment"], large["commitment"]) == (400, 4000)
    for kind in ("source", "claim", "signal", "exchange", "discrepancy", "position", "judgement"):
        assert 5 < large[kind] / small[kind] < 12, kind
    assert small["track"] < large["track"]


def test_claims_are_three_to_a_commitment() -> None:
    made = kinds(4000)
    assert 3 <= made["claim"] / made["commitment"] < 4
    assert made["signal"] >= made["commitment"] / 10


def test_lines_are_what_an_encoder_would_write() -> None:
    for line in record(400):
        assert json.dumps(json.loads(line), ensure_ascii=False) == line


def test_choices_of_a_commitment_are_all_made() -> None:
    claims = [json.loads(line) for line in record(2000) if line.startswith('{"claim": "N')]
    seen = {
        key: {claim.get(key) for claim in claims} for key in ("figure", "instrument", "progress", "role", "strength")
    }
    assert {*FIGURES} <= seen["figure"]
    assert {*ACTS, "withdrawn", "superseded", None} == seen["instrument"]
    assert {*PROGRESS} == seen["progress"]
    assert {*STRENGTHS} == seen["strength"]
    assert seen["role"] == {"debtor", "creditor", "witness", None}


def test_texts_are_in_several_alphabets() -> None:
    texts = "".join(record(100))
    assert all(sign in texts for sign in "ЩЇışÖA")


@pytest.mark.parametrize("size", [1, 2, 7, 400])
def test_store_takes_every_line(size: int, empty: Repository, author: Author) -> None:
    empty.import_lines(record(size), "made up", author)
    board = empty.board(BoardQuery(TODAY))
    assert board.totals.all == size
    assert len({track.label for track in board.tracks}) == min(2, size)


def test_memory_stays_flat() -> None:
    lines = record(1_000_000)
    next(lines)
    tracemalloc.start()
    for _ in islice(lines, 20_000):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
