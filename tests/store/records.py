"""Small lines of a record, and raw looks into a store."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.domain.board import Board
from store.domain.facets import followed
from store.domain.journal import JournalEntry
from store.domain.quantities import parse_figure
from store.domain.reading import Reading
from store.domain.requests import Author, BoardQuery, NewClaim, NewJudgement
from store.domain.shelves import Placing, placings
from store.domain.words import Aspect, Delivery, Strength
from store.repository import Repository, counts, fetch
from store.repository.connection import connect
from store.repository.placings import facet_row
from tests.conftest import AT, TODAY

if TYPE_CHECKING:
    from sqlite3 import Connection

ANA, BEN = Author("ana", AT), Author("ben", AT)
READINGS = ("strict", "common", "RU", "UA")


def line(kind: str, label: str, /, **fields: Any) -> str:
    """Write one line; a trailing underscore keeps keys such as `from_` apart from Python's words."""
    return json.dumps({kind: label, **{key.rstrip("_"): value for key, value in fields.items()}}, ensure_ascii=False)


BASE = (
    line("actor", "RU", name="Russia", kind="side", role="party", aliases=["Moscow"]),
    line("actor", "UA", name="Ukraine", kind="side", role="party"),
    line("actor", "TR", name="Türkiye", kind="side", role="host"),
    line("track", "T", name="Talks", parties=["RU", "UA"], host="TR"),
    line("source", "s1", origin="wire", published="2025-06-01", basis="stated"),
    line("source", "s2", origin="press", published="2025-06-10", basis="stated"),
)


def commitment(label: str, **more: Any) -> str:
    """Write a commitment of RU to UA."""
    given = {"track": "T", "from_": "RU", "to": "UA", "category": "remains", "what": "Remains"}
    return line("commitment", label, **(given | more))


def owed(label: str, about: str, figure: str = "6000", at: str = "s1:1", **more: Any) -> str:
    """Write what is owed, recognised by both."""
    given = {"instrument": "agreed", "recognised_by": ["RU", "UA"], "strength": "article"}
    return line("claim", label, about=about, measure="owed", figure=figure, at=at, **(given | more))


def said(label: str, about: str, figure: str | None = "78", at: str | list[str] = "s2:1", **more: Any) -> str:
    """Write what was handed over so far."""
    given = {"measure": "cumulative", "strength": "article"}
    return line("claim", label, about=about, at=at, **({"figure": figure} if figure else {}), **(given | more))


def taken(repository: Repository, *lines: str, author: Author = ANA) -> None:
    """Import lines that are fine."""
    assert repository.import_lines(lines, "test", author) is not None


def board(repository: Repository, day: str | None = None, reading: str = "strict", **more: Any) -> Board:
    """Ask for a board."""
    return repository.board(BoardQuery(TODAY, date.fromisoformat(day) if day else None, Reading(reading), **more))


def judge(
    repository: Repository, about: str, value: str | None, author: Author = ANA, aspect: Aspect = Aspect.DELIVERY
) -> JournalEntry:
    """Set a state."""
    return repository.judge(NewJudgement(about, aspect, value, "seen"), author).entry


def claim(repository: Repository, about: str, figure: str, author: Author = ANA, **more: Any) -> JournalEntry:
    """Add a figure that source 000 gives."""
    given = {"source": "000", "locator": "5", "strength": Strength.ARTICLE, "progress": Delivery.PARTIAL}
    new = NewClaim(about, figure=parse_figure(figure), **(given | more))
    return repository.claim(new, author).entry


@contextmanager
def raw(path: Path) -> Iterator["Connection"]:
    """Open a store beneath the repository."""
    with closing(connect(str(path), read_only=False)) as connection:
        yield connection


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Read rows of a store."""
    with raw(path) as connection:
        return [tuple(row) for row in connection.execute(query)]


def kept_placings(connection: "Connection") -> dict[int, list[tuple[Any, ...]]]:
    """Read the placings that the store keeps."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    query = """SELECT commitment, since, until, shelf, track, recognised, bound, due
        FROM placings p JOIN bands b ON b.id = p.band ORDER BY commitment, since"""
    for row in connection.execute(query):
        found.setdefault(row["commitment"], []).append(tuple(row))
    return found


def computed_placings(connection: "Connection") -> dict[int, list[tuple[Any, ...]]]:
    """Reckon anew what the store should keep."""
    numbers = [row["id"] for row in connection.execute("SELECT id FROM commitments ORDER BY id")]
    cases = fetch.cases(connection, numbers, fetch.actors(connection))
    return {
        number: [_row(number, case.commitment.track, case.bound, placing) for placing in placings(case)]
        for number, case in sorted(cases.items())
    }


def kept_facets(connection: "Connection") -> list[tuple[Any, ...]]:
    """Read how commitments stand as the store keeps it."""
    return [tuple(row) for row in connection.execute("SELECT * FROM facets ORDER BY commitment, since")]


def computed_facets(connection: "Connection") -> list[tuple[Any, ...]]:
    """Reckon anew what the store should keep."""
    numbers = [row["id"] for row in connection.execute("SELECT id FROM commitments ORDER BY id")]
    cases = fetch.cases(connection, numbers, fetch.actors(connection))
    return [facet_row(number, facet) for number, case in sorted(cases.items()) for facet in followed(case)[1]]


def evidence_days(path: Path) -> list[str]:
    """List the days that the store counts as days of evidence."""
    return [day for (day,) in rows(path, "SELECT day FROM evidence_days ORDER BY day")]


def _row(number: int, track: str, bound: Sequence[str], placing: Placing) -> tuple[Any, ...]:
    until = placing.until.isoformat() if placing.until else None
    recognised = " ".join(placing.recognised_by)
    since, due = placing.since.isoformat(), placing.due.isoformat()
    return number, since, until, int(placing.shelf), track, recognised, " ".join(bound), due


def counted(connection: "Connection") -> dict[tuple[str, int, int], int]:
    """Count the placings of each band and shelf on each day on which any begins or ends, one day after another."""
    edges = "SELECT since FROM placings UNION SELECT until FROM placings WHERE until IS NOT NULL"
    query = """SELECT band, shelf, count(*) FROM placings WHERE since <= ?1 AND (until IS NULL OR until > ?1)
        GROUP BY band, shelf"""
    days = [row[0] for row in connection.execute(edges).fetchall()]
    return {(day, row[0], row[1]): row[2] for day in days for row in connection.execute(query, (day,))}


def kept_counts(connection: "Connection") -> dict[tuple[str, int, int], int]:
    """Ask the kept counts the same."""
    edges = "SELECT since FROM placings UNION SELECT until FROM placings WHERE until IS NOT NULL"
    days = [row[0] for row in connection.execute(edges).fetchall()]
    asked = {day: counts.Tallies(connection, date.fromisoformat(day)).by_shelf(connection) for day in days}
    return {
        (day, tally.band, tally.shelf): tally.alive
        for day in days
        for held in asked[day].values()
        for tally in held
        if tally.alive
    }


_FACTS = " UNION ALL ".join(
    f"SELECT {column} AS day FROM dated_{table} WHERE entry NOT IN (SELECT entry FROM undone)"
    for table, column in (
        ("claims", "known_on"), ("signals", "known_on"), ("reports", "known_on"), ("gates", "known_on"),
        ("positions", "known_on"), ("sources", "published"),
    )
)  # fmt: skip
_UNDONE = """SELECT j.target FROM journal j WHERE j.action = 'undo'
    AND NOT EXISTS (SELECT 1 FROM journal k WHERE k.target = j.target AND k.id > j.id) ORDER BY 1"""


def assert_derived(connection: "Connection") -> None:
    """Check what is kept beside the record against the record."""
    assert kept_placings(connection) == computed_placings(connection)
    assert kept_facets(connection) == computed_facets(connection)
    assert kept_counts(connection) == counted(connection)
    zero = "SELECT count(*) FROM placings WHERE band NOT IN (SELECT id FROM bands)"
    assert connection.execute(zero).fetchone()[0] == 0
    kept_days = [tuple(row) for row in connection.execute("SELECT day, facts FROM evidence_days ORDER BY day")]
    told = connection.execute(f"SELECT day, count(*) FROM ({_FACTS}) GROUP BY day ORDER BY day")
    assert kept_days == [tuple(row) for row in told]
    gone = [row[0] for row in connection.execute("SELECT entry FROM undone ORDER BY entry")]
    assert gone == [row[0] for row in connection.execute(_UNDONE)]
    numbers = [row[0] for row in connection.execute("SELECT id FROM commitments ORDER BY id")]
    assert [row[0] for row in connection.execute("SELECT id FROM commitment_words ORDER BY id")] == numbers


def assert_whole(path: Path) -> None:
    """Check a store with SQLite's own checks, and everything derived against what it is derived from."""
    with raw(path) as connection:
        assert [tuple(row) for row in connection.execute("PRAGMA integrity_check")] == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert_derived(connection)
        judged = [row["id"] for row in connection.execute("SELECT id FROM journal WHERE action = 'judge' ORDER BY id")]
        written = """SELECT DISTINCT entry FROM judgements
            WHERE entry IN (SELECT id FROM journal WHERE action = 'judge') ORDER BY entry"""
        assert [row["entry"] for row in connection.execute(written)] == judged


def labels(found: Iterable[Any]) -> list[str]:
    """List the labels of rows."""
    return [row.label for row in found]
