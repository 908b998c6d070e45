"""Reckoning anew all that is kept beside the record, where a foreign tool may have touched it."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository import derived
from store.repository.connection import roomy, writing

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.progress import Report


class Rebuilt(NamedTuple):
    """What it came to. The record is as it was, so the journal has no entry."""

    sentence: str


def rebuild(connection: Connection, report: Report | None = None) -> Rebuilt:
    """Fill everything derived anew from the record, all or nothing, telling `report` how it goes on.

    Whatever `report` raises ends it, and everything is as before.
    """
    with roomy(connection), writing(connection):
        derived.rebuild(connection, report)
        number = connection.execute("SELECT count(*) FROM commitments").fetchone()[0]
    return Rebuilt(f"reckoned anew what is kept beside the record of {number:,} commitment{'' if number == 1 else 's'}")
