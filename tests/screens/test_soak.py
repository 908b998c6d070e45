"""A short soak in every run; `make soak` is the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.repository import Repository
from tests.soak import WentWrongError, every_key, may_write, soak
from tests.store.articles import kept
from tui.commands.every import COMMANDS

KEYS, SEED = 300, 5


def test_every_bound_key_is_among_those_pressed() -> None:
    left_out = {key for command in COMMANDS for key in command.keys} - set(every_key())
    assert left_out <= {"q", "ctrl+q"}


async def test_random_keys_neither_crash_nor_write_what_no_key_asked_for(store_path: Path) -> None:
    with Repository.open(store_path) as repository:
        kept(repository)
    done = await soak(store_path, KEYS, SEED)
    assert done.trail.count == KEYS
    assert len(done.places) > 5
    assert done.writes


async def test_write_that_no_key_asked_for_is_told_with_seed_and_keys(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.soak.may_write", lambda *_: False)
    assert may_write is not None
    with pytest.raises(WentWrongError, match=rf"no key asked for: seed {SEED}, after \d+ keys"):
        await soak(store_path, KEYS, SEED)
