"""What is handed to an import: the lines of files, and somebody to tell how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import TalksError

if TYPE_CHECKING:
    from sqlite3 import Connection

_STEPS = 500_000
"""How many steps of a statement are taken between two words: a fraction of a second."""

Report = Callable[[str, int, int], None]
"""Told how an import goes on: the phase, how many are done, how many of all.

The phases are `reading` (lines read; bytes read), `indexing` (indexes made; indexes in all), `counting` and `ordering`
(commitments placed; commitments in all).
"""


class Part(NamedTuple):
    """Lines of one file."""

    name: str
    """What people call it."""
    texts: Iterable[str]
    read: Callable[[], int] | None = None
    """Says how many bytes of all parts were read so far."""


@contextmanager
def beating(connection: Connection, report: Report, phase: str, done: int, of: int) -> Iterator[None]:
    """Tell how it goes on, and again and again, however long a statement takes. Raises what `report` raises."""
    report(phase, done, of)
    raised: list[TalksError] = []

    def beat() -> int:
        try:
            report(phase, done, of)
        except TalksError as error:  # it cannot come through the statement, which is broken off
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(beat, _STEPS)
    try:
        yield
    except Exception:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
