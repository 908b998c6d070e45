"""Placings: the kept order of the board, rewritten for a commitment in the transaction that changes it.

Whoever places many commitments for the first time calls `fill`, and `derived.recount` after the last of them, instead
of `rewrite` for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from store.domain.facets import Facet, followed
from store.domain.model import Actor
from store.domain.standing import Case
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Delivery, Instrument, Verification
from store.repository import counts, fetch
from store.repository.fetch import LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any, TypeVar

    _Row = TypeVar("_Row", bound=tuple[Any, ...])

CHUNK = 500
PlacingRow = tuple[int, str, str | None, int, int, str]
"""Commitment, since, until, shelf, band, due."""
INSERT = "INSERT INTO placings (commitment, since, until, shelf, band, due) VALUES (?, ?, ?, ?, ?, ?)"
"""Takes the first of what `rows_of` gives."""
FacetRow = tuple[int, str, str | None, int, int, int, int | None, int | None, int | None, str]
"""Commitment, since, until, instrument, delivery, verification, promised, delivered, remaining, newest claim."""
INSERT_FACETS = "INSERT INTO facets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
"""Takes the second of what `rows_of` gives."""
INSTRUMENTS = {word: number for number, word in enumerate(Instrument)}
DELIVERIES = {word: number for number, word in enumerate(Delivery)}
VERIFICATIONS = {word: number for number, word in enumerate(Verification)}
"""The numbers of states in the columns of facets."""


class Bands:
    """The numbers of bands; a new one is written as it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        rows = connection.execute("SELECT * FROM bands")
        self._numbers: dict[tuple[str, str, str], int] = {
            (row["track"], row["recognised"], row["bound"]): row["id"] for row in rows
        }

    def number(self, track: str, recognised: Sequence[str], bound: Sequence[str]) -> int:
        """Return the number of a band."""
        band = (track, " ".join(recognised), " ".join(bound))
        if band not in self._numbers:
            query = "INSERT INTO bands (track, recognised, bound) VALUES (?, ?, ?)"
            self._numbers[band] = self._connection.execute(query, band).lastrowid or 0
        return self._numbers[band]


def rows_of(case: Case, bands: Bands) -> tuple[list[PlacingRow], list[FacetRow]]:
    """Reckon the rows of a commitment, from its first day to the last, as `INSERT` and `INSERT_FACETS` take them."""
    commitment = case.commitment
    where, how = followed(case)
    rows = [
        (
            commitment.id,
            placing.since.isoformat(),
            placing.until.isoformat() if placing.until else None,
            int(placing.shelf),
            bands.number(commitment.track, placing.recognised_by, case.bound),
            placing.due.isoformat(),
        )
        for placing in where
    ]
    return rows, [facet_row(commitment.id, facet) for facet in how]


def facet_row(number: int, facet: Facet) -> FacetRow:
    """Write how a commitment stands as the store keeps it."""
    since, until, instrument, delivery, verification, promised, delivered, remaining, news = facet
    return (
        number, since.isoformat(), until.isoformat() if until else None, INSTRUMENTS[instrument], DELIVERIES[delivery],
        VERIFICATIONS[verification], promised, delivered, remaining, news.isoformat(),
    )  # fmt: skip


def fill(connection: Connection, numbers: Sequence[int], known: dict[str, Actor], bands: Bands) -> None:
    """Reckon where commitments lie that are not placed yet; nothing is counted."""
    cases = fetch.cases(connection, numbers, known)
    for case in cases.values():
        where, how = rows_of(case, bands)
        connection.executemany(INSERT, where)
        connection.executemany(INSERT_FACETS, how)


def rewrite(connection: Connection, numbers: Iterable[int], actors: dict[str, Actor] | None = None) -> None:
    """Reckon anew where commitments lie, and keep it with its counts; what stayed as it was is not written."""
    known = actors if actors is not None else fetch.actors(connection)
    waiting, bands = iter(numbers), Bands(connection)
    while chunk := list(islice(waiting, CHUNK)):
        _keep(connection, chunk, fetch.cases(connection, chunk, known).values(), bands)


def rewrite_one(connection: Connection, case: Case) -> None:
    """Do the same for one commitment, from what is known of it now."""
    _keep(connection, [case.commitment.id], [case], Bands(connection))


def _keep(connection: Connection, numbers: Sequence[int], cases: Iterable[Case], bands: Bands) -> None:
    found = [rows_of(case, bands) for case in cases]
    gone, come = _exchange(connection, "placings", INSERT, numbers, {row for where, _ in found for row in where})
    counts.add(connection, _steps(gone, come))
    _exchange(connection, "facets", INSERT_FACETS, numbers, {row for _, how in found for row in how})


def _exchange(
    connection: Connection, table: str, insert: str, numbers: Sequence[int], after: set[_Row]
) -> tuple[set[_Row], set[_Row]]:
    """Put the rows of commitments in the place of those that are kept, as far as they differ; return gone and come."""
    held = connection.execute(f"SELECT * FROM {table} WHERE commitment {LISTED}", (listed(numbers),)).fetchall()
    before: set[Any] = {tuple(row) for row in held}
    gone, come = before - after, after - before
    connection.executemany(f"DELETE FROM {table} WHERE commitment = ? AND since = ?", [row[:2] for row in gone])
    rows: list[Any] = sorted(come, key=lambda row: (row[0], row[1]))
    connection.executemany(insert, rows)
    return gone, come


def _steps(gone: Iterable[PlacingRow], come: Iterable[PlacingRow]) -> counts.Steps:
    """Say how many placings more begin and end on each day, band and shelf."""
    found: dict[tuple[str, int, int], tuple[int, int]] = {}
    for rows, sign in ((gone, -1), (come, 1)):
        for _, since, until, shelf, band, _ in rows:
            began, ended = found.get((since, band, shelf), (0, 0))
            found[since, band, shelf] = (began + sign, ended)
            if until is not None:
                began, ended = found.get((until, band, shelf), (0, 0))
                found[until, band, shelf] = (began, ended + sign)
    return found


def affected(connection: Connection, wrote: Mapping[str, Sequence[int]]) -> list[int]:
    """List the commitments that rows named in a journal entry bear on."""
    found: set[int] = set()
    if "commitments" in wrote:
        query = "SELECT id FROM commitments WHERE id BETWEEN ? AND ?"
        found.update(row["id"] for row in connection.execute(query, wrote["commitments"]))
    if "claims" in wrote:
        query = """SELECT c.id FROM claims t JOIN commitments c ON c.label = t.commitment WHERE t.id BETWEEN ?1 AND ?2
            UNION SELECT c.id FROM claims t JOIN serves s ON s.exchange = t.exchange
              JOIN commitments c ON c.label = s.commitment WHERE t.id BETWEEN ?1 AND ?2"""
        found.update(row["id"] for row in connection.execute(query, wrote["claims"]))
    if "judgements" in wrote:
        query = """SELECT c.id FROM judgements j JOIN commitments c ON c.label = j.about
            WHERE j.id BETWEEN ? AND ?"""
        found.update(row["id"] for row in connection.execute(query, wrote["judgements"]))
    if "redatings" in wrote:
        found.update(row["id"] for row in connection.execute(_REDATED, wrote["redatings"]))
    from store.repository.events import hanging  # a judgement is placed without it

    return sorted(found | hanging(connection, wrote, found))


_REDATED = """
    SELECT c.id FROM redatings r JOIN claims t ON t.id = r.number JOIN commitments c ON c.label = t.commitment
      WHERE r.what = 'claims' AND r.id BETWEEN ?1 AND ?2
    UNION SELECT c.id FROM redatings r JOIN claims t ON t.id = r.number JOIN serves s ON s.exchange = t.exchange
      JOIN commitments c ON c.label = s.commitment WHERE r.what = 'claims' AND r.id BETWEEN ?1 AND ?2
    UNION SELECT c.id FROM redatings r JOIN judgements j ON j.id = r.number JOIN commitments c ON c.label = j.about
      WHERE r.what = 'judgements' AND r.id BETWEEN ?1 AND ?2
    UNION SELECT r.number FROM redatings r WHERE r.what = 'commitments' AND r.id BETWEEN ?1 AND ?2
"""
"""The commitments that corrected days bear on."""
