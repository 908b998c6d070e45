"""Damaged stores: whatever happened to the bytes, the answer is a board or one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import TalksError
from store.repository import Repository
from tests.store.records import board

PAGE = 4096


def look_at(path: Path) -> str:
    """Look at a store as the program does, and return the sentence that is shown, if any."""
    try:
        with Repository.open(path, read_only=True) as repository:
            board(repository)
            board(repository, "2025-06-02", "RU")
            repository.history(50)
    except TalksError as error:
        return str(error)
    return ""


@given(st.integers(0, 200), st.sampled_from([b"\0", b"\xff", b"a"]))
@settings(max_examples=40)
def test_lost_page_gives_a_board_or_an_error_fit_to_show(
    seeded: Path, tmp_path: Path, page: int, filling: bytes
) -> None:
    data = bytearray(seeded.read_bytes())
    at = page % (len(data) // PAGE) * PAGE
    data[at : at + PAGE] = filling * PAGE
    (tmp_path / "damaged.db").write_bytes(data)
    said = look_at(tmp_path / "damaged.db")
    assert not said or "damaged.db" in said


@given(st.floats(0, 0.999), st.binary(min_size=1, max_size=8))
@settings(max_examples=50)
def test_flipped_bytes_give_a_board_or_an_error_fit_to_show(
    seeded: Path, tmp_path: Path, place: float, noise: bytes
) -> None:
    data = bytearray(seeded.read_bytes())
    at = int(len(data) * place)
    data[at : at + len(noise)] = noise
    (tmp_path / "damaged.db").write_bytes(data)
    said = look_at(tmp_path / "damaged.db")
    assert not said or "damaged.db" in said


WORDS: dict[str, Callable[[bytes], bytes]] = {
    "a word of an axis": lambda data: data.replace(b"paraphrase", b"paraphrasX"),
    "a day": lambda data: data.replace(b"2025-06-25", b"2025-06-99"),
    "half a letter": lambda data: data.replace(b"Remains of soldiers", b"Remains of soldier\xff"),
    "a kind of figure": lambda data: data.replace(b"undisclosed", b"undisclosXd"),
}


@pytest.mark.parametrize("damage", list(WORDS))
def test_damaged_text_gives_an_error_fit_to_show(store_path: Path, damage: str) -> None:
    damaged = WORDS[damage](store_path.read_bytes())
    assert damaged != store_path.read_bytes()
    store_path.write_bytes(damaged)
    with pytest.raises(TalksError, match=r"talks\.db"), Repository.open(store_path) as repository:
        board(repository)
