"""Events: what is said of when something took place that days are counted from, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from store.domain.clauses import Happened
from store.domain.model import Claim, Report
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Event, Measure, RoundState
from store.repository import facts
from store.repository.fetch import LISTED, cited, listed

if TYPE_CHECKING:
    from sqlite3 import Connection

_TOOK_PLACE = (RoundState.HELD, RoundState.IN_SESSION)
_PUT_OFF = (RoundState.POSTPONED, RoundState.CANCELLED)


def events_of(connection: Connection, claims: Iterable[Claim]) -> tuple[Happened, ...]:
    """Fetch what is said of the events that claims count days from, whatever the day; usually there are none."""
    counted = [claim.clauses.counted for claim in claims if claim.clauses]
    labels = listed(dict.fromkeys(days.event for days in counted if days))
    if labels == "[]":
        return ()
    found = [
        _exchange(facts.claim(row)) for row in cited(connection, "claims", f"t.exchange {LISTED}", (labels,))
    ]  # fmt: skip
    found += [_carried(facts.claim(row)) for row in cited(connection, "claims", f"t.commitment {LISTED}", (labels,))]
    found += [_round(facts.report(row)) for row in cited(connection, "reports", f"t.round {LISTED}", (labels,))]
    return tuple(event for event in found if event is not None)


def _exchange(claim: Claim) -> Happened | None:
    """Read off a claim when an exchange took place, or for which day it was announced."""
    first = claim.window.earliest
    put_off = claim.event is Event.POSTPONED
    if claim.event is None or not (claim.event is Event.DONE or first or put_off):
        return None
    day = None if put_off else first or claim.known_on
    settled = claim.event is Event.DONE
    return Happened(claim.id, claim.known_on, claim.exchange or "", day, settled, claim.supersedes)


def _carried(claim: Claim) -> Happened | None:
    """Read off a claim that a commitment is carried out, and since when."""
    if claim.measure is Measure.OWED or claim.progress is None or not claim.progress.done:
        return None
    day = claim.window.latest or claim.known_on
    return Happened(claim.id, claim.known_on, claim.commitment or "", day, True, claim.supersedes)


def _round(report: Report) -> Happened | None:
    """Read off a report when a round was held, or for which day it is set."""
    put_off = report.state in _PUT_OFF
    if not (report.window.earliest or put_off):
        return None
    day, settled = None if put_off else report.window.earliest, report.state in _TOOK_PLACE
    return Happened(report.id, report.known_on, report.round, day, settled, report.supersedes)


def hanging(connection: Connection, wrote: Mapping[str, Sequence[int]], commitments: Iterable[int]) -> set[int]:
    """List the commitments that hang on what an entry wrote: on events that it tells of, or on a ratio.

    `commitments` are those that the entry bears on by itself.
    """
    found: set[int] = set()
    if connection.execute("SELECT NOT EXISTS (SELECT 1 FROM claims WHERE counts_from IS NOT NULL)").fetchone()[0]:
        return found | _mirrored(connection, commitments)
    for table, query in _TOLD.items():
        if table in wrote:
            found.update(row[0] for row in connection.execute(_COUNTING.format(query), wrote[table]))
    return found | _mirrored(connection, commitments)


def _mirrored(connection: Connection, commitments: Iterable[int]) -> set[int]:
    rows = connection.execute(_MIRRORING, (listed(commitments),))
    return {row[0] for row in rows}


_COUNTING = """SELECT c.id FROM claims d JOIN commitments c ON c.label = d.commitment
    WHERE d.counts_from IS NOT NULL AND d.counts_from IN ({})"""
_ABOUT = "SELECT coalesce(t.commitment, t.exchange) FROM claims t"
_TOLD = {
    "claims": f"{_ABOUT} WHERE t.id BETWEEN ?1 AND ?2",
    "reports": "SELECT t.round FROM reports t WHERE t.id BETWEEN ?1 AND ?2",
    "redatings": f"""{_ABOUT} JOIN redatings r ON r.what = 'claims' AND r.number = t.id WHERE r.id BETWEEN ?1 AND ?2
        UNION SELECT t.round FROM reports t JOIN redatings r ON r.what = 'reports' AND r.number = t.id
        WHERE r.id BETWEEN ?1 AND ?2""",
}
"""The labels of what the rows of an entry speak of."""
_MIRRORING = f"""SELECT c.id FROM commitments m JOIN commitments c ON c.mirrors = m.label
    WHERE m.id {LISTED} AND c.label IN (SELECT commitment FROM claims WHERE ratio IS NOT NULL)"""
"""The commitments of which so many are owed for each of some others."""
