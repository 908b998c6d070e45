"""Boards with less on them: what is left out is empty, and what is there is what the whole board says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.domain.board import Page
from store.domain.outlook import NO_OUTLOOK
from store.domain.requests import BoardQuery
from store.errors import UnknownError
from store.repository import Repository

QUERIES = [BoardQuery(date(2026, 11, 22)), BoardQuery(date(2026, 11, 22), date(2025, 6, 10)), BoardQuery(date.max)]


@pytest.fixture
def repository(seeded: Path) -> Iterator[Repository]:
    with Repository.open(seeded, read_only=True) as repository:
        yield repository


@pytest.mark.parametrize("query", QUERIES)
def test_outline_says_what_the_board_says_of_rounds_and_outlook(repository: Repository, query: BoardQuery) -> None:
    whole, outline = repository.board(query), repository.outline(query)
    assert (outline.rounds, outline.outlook, outline.track) == (whole.rounds, whole.outlook, whole.track)
    assert outline.rounds
    assert (outline.page, outline.totals.all, outline.changes) == (Page(), 0, ())


@pytest.mark.parametrize("query", QUERIES)
def test_ground_says_on_what_the_board_stands(repository: Repository, query: BoardQuery) -> None:
    whole, ground = repository.board(query), repository.ground(query)
    assert (ground.reading, ground.tracks, ground.actors) == (whole.reading, whole.tracks, whole.actors)
    moment = whole.moment._replace(previous=None, following=None)
    assert ground.moment == moment
    assert (ground.rounds, ground.page, ground.outlook) == ((), Page(), NO_OUTLOOK)


def test_unknown_track_is_refused_before_anything_is_reckoned(repository: Repository) -> None:
    for ask in (repository.ground, repository.outline):
        with pytest.raises(UnknownError, match="no track 'XX'"):
            ask(BoardQuery(date.max, track="XX"))
