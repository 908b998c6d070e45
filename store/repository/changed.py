"""Changed: what differs between two days, from the newest facts between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.changes import Change, commitment_changes, day_changes, round_changes
from store.domain.standing import Standing, standing
from store.domain.typed import TYPE_CHECKING
from store.repository import fetch
from store.repository.meetings import meetings
from store.repository.redated import newest_write
from store.repository.setting import Setting

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.domain.rounds import RoundStanding

MOST_CHANGES = 50
"""How many changed commitments are compared at most."""
_MOST_FACTS = 200
"""How many of the newest facts of a kind between two days are gone through at most."""


def changes(setting: Setting, rounds: Sequence[RoundStanding]) -> tuple[Change, ...]:
    """List what changed since the day that the query names, else since the day of evidence before; `rounds` stand now.

    On the latest board it begins with what the last write of all moved, where that corrected a source's day.
    """
    near = setting.near()
    since = setting.query.since or near.previous
    latest = setting.query.day in (None, near.newest)
    corrected = day_changes(newest_write(setting.connection))[:MOST_CHANGES] if latest else []
    return (*corrected, *(_between(setting, since, rounds) if since else ()))


def _between(setting: Setting, since: date, rounds: Sequence[RoundStanding]) -> tuple[Change, ...]:
    first, last = min(since, setting.day), max(since, setting.day)
    numbers = changed_between(setting.connection, first, last, setting.labels, MOST_CHANGES)
    found = fetch.cases(setting.connection, numbers, setting.actors).values()
    reading = setting.query.reading

    def on(day: date) -> dict[str, Standing]:
        return {c.commitment.label: standing(c, day, reading) for c in found if c.commitment.known_on <= day}

    before = meetings(setting.on(since)).rounds
    return (*round_changes(before, rounds), *commitment_changes(on(since), on(setting.day)))


def changed_between(connection: Connection, first: date, last: date, tracks: Sequence[str], limit: int) -> list[int]:
    """List commitments that may stand differently on two days: news about them came, or their window ran out."""
    values = (first.isoformat(), last.isoformat(), limit, _MOST_FACTS, fetch.listed(tracks))
    return [row["id"] for row in connection.execute(_CHANGED, values)]


_CHANGED = """
    WITH told AS (
      SELECT commitment, exchange FROM (SELECT commitment, exchange FROM claims
        WHERE known_on > ?1 AND known_on <= ?2 ORDER BY known_on DESC, commitment DESC, exchange DESC LIMIT ?4)
      UNION SELECT commitment, exchange FROM claims
        WHERE id > (SELECT max(id) FROM claims) - ?4 AND +known_on > ?1 AND +known_on <= ?2
      UNION SELECT t.commitment, t.exchange FROM (SELECT number FROM redatings
        WHERE what = 'claims' AND known_on > ?1 AND known_on <= ?2 ORDER BY known_on DESC LIMIT ?4) r
        JOIN claims t ON t.id = r.number),
    judged AS (
      SELECT about FROM (SELECT about FROM judgements WHERE day > ?1 AND day <= ?2 ORDER BY day DESC LIMIT ?4)
      UNION SELECT j.about FROM (SELECT number FROM redatings
        WHERE what = 'judgements' AND known_on > ?1 AND known_on <= ?2 ORDER BY known_on DESC LIMIT ?4) r
        JOIN judgements j ON j.id = r.number)
    SELECT c.id FROM commitments c WHERE c.track IN (SELECT value FROM json_each(?5)) AND c.id IN (
      SELECT id FROM commitments WHERE label IN (
        SELECT commitment FROM told WHERE commitment IS NOT NULL
        UNION SELECT s.commitment FROM told CROSS JOIN serves s ON s.exchange = told.exchange
        UNION SELECT d.commitment FROM told JOIN claims d ON d.counts_from = coalesce(told.exchange, told.commitment)
        UNION SELECT about FROM judged)
      UNION SELECT commitment FROM (SELECT commitment FROM placings
        WHERE until IS NULL AND due < '9999-12-31' AND due >= ?1 AND due <= ?2 ORDER BY due DESC LIMIT ?4))
    ORDER BY c.id LIMIT ?3"""
"""Of a day with more claims than are gone through, those that end its index are taken and those that were written last:
to put all of them in the order of writing would take as long as there are claims on that day."""
