"""Placings: the kept order of the board, rewritten for a commitment in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from store.domain.model import Actor
from store.domain.shelves import placings
from store.domain.standing import Case
from store.domain.typed import TYPE_CHECKING
from store.repository import fetch

if TYPE_CHECKING:
    from sqlite3 import Connection

CHUNK = 500


def rewrite(connection: Connection, numbers: Iterable[int], actors: dict[str, Actor] | None = None) -> None:
    """Reckon anew where commitments lie, from their first day to the last, and keep it."""
    known = actors if actors is not None else fetch.actors(connection)
    waiting = iter(numbers)
    while chunk := list(islice(waiting, CHUNK)):
        connection.executemany("DELETE FROM placings WHERE commitment = ?", [(number,) for number in chunk])
        cases = fetch.cases(connection, chunk, known)
        connection.executemany(
            """INSERT INTO placings (commitment, since, until, shelf, track, recognised, bound, due)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [row for case in cases.values() for row in _rows(case)],
        )


def _rows(case: Case) -> list[tuple[object, ...]]:
    commitment = case.commitment
    return [
        (
            commitment.id,
            placing.since.isoformat(),
            placing.until.isoformat() if placing.until else None,
            int(placing.shelf),
            commitment.track,
            " ".join(placing.recognised_by),
            " ".join(case.bound),
            placing.due.isoformat(),
        )
        for placing in placings(case)
    ]


def index_words(connection: Connection, numbers: Sequence[int], actors: dict[str, Actor]) -> None:
    """Add new commitments to the full-text index: label, what, kind, parties by every name they have."""
    rows = connection.execute(
        f"SELECT * FROM commitments WHERE id IN ({fetch.marks(numbers)})", numbers
    )  # fmt: skip
    texts = []
    for row in rows:
        names = [name for code in (row["debtor"], row["creditor"]) for name in _names(actors, code)]
        words = (row["label"], row["what"], row["category"], row["unit"], row["round"], *names)
        texts.append((row["id"], " ".join(word for word in words if word)))
    connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", texts)


def _names(actors: dict[str, Actor], code: str) -> list[str]:
    actor = actors.get(code)
    if actor is None:
        return [code]
    members = [name for member in actor.members for name in _names(actors, member)]
    return [code, actor.name, *actor.aliases, *members]


def affected(connection: Connection, wrote: dict[str, list[int]]) -> list[int]:
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
    return sorted(found)


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
