"""Corrections of a source's day in tests: made, and looked at on many boards."""

from datetime import date

from store.domain.board import Board
from store.domain.redating import Moved, NewDay, span_words
from store.domain.requests import Author, BoardQuery, Receipt
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.records import ANA, READINGS, board

DAYS = ("2025-05-22", "2025-06-02", "2025-06-22", "2025-06-23", "2025-06-24", "2025-06-25", "2025-06-30", None)


def redate(repository: Repository, source: str, day: str, author: Author = ANA, **more: object) -> Receipt:
    """Correct a day."""
    return repository.redate(NewDay(source, date.fromisoformat(day), **more), author)  # type: ignore[arg-type]


def boards(repository: Repository) -> list[Board]:
    """Ask for boards of many days on every reading, without what they say of the last write."""
    found = [board(repository, day, reading) for day in DAYS for reading in READINGS]
    return [one._replace(changes=tuple(c for c in one.changes if c.aspect not in tuple(Moved))) for one in found]


def windows(repository: Repository) -> dict[str, str]:
    """Read the windows of the signals of source 003."""
    found = repository.evidence("003", BoardQuery(TODAY)).signals
    return {signal.label or "": span_words(signal.window) for signal in found}
