"""Accepting items in tests, and what the board says then."""

from store.domain.requests import Author, BoardQuery
from store.reading.record.inbox import Accepted
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.articles import item
from tests.store.records import ANA


def accept(repository: Repository, *numbers: str, author: Author = ANA) -> Accepted:
    """Accept items of the first reading by their numbers."""
    return repository.inbox.accept([item(repository, number) for number in numbers], author)


def delivered(repository: Repository, label: str) -> int | None:
    """Read the delivered figure of a commitment."""
    standing = repository.evidence(label, BoardQuery(TODAY)).standing
    assert standing is not None
    return standing.delivered.number if standing.delivered else None
