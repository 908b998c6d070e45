"""The timeline: what has a day, lane by lane, for the days in sight; of too many the newest, and how many there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from store.domain.journal import Judgement
from store.domain.knowledge import judged, known
from store.domain.model import Claim, Exchange, Signal, Source
from store.domain.requests import BoardQuery
from store.domain.terms import terms_of
from store.domain.timeline import (
    MOST,
    Due,
    Happening,
    Lane,
    Span,
    Timeline,
    became_known,
    in_time,
    round_happenings,
    was_said,
)
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window
from store.domain.words import Aspect
from store.repository import facts, fetch, values
from store.repository.fetch import IN_FORCE, LISTED, listed
from store.repository.meetings import meetings
from store.repository.setting import Setting

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any

    from store.repository.answers import Answers

_ALWAYS = "0001-01-01", "9999-12-30"
"""All days but the very last, which stands in the order of the board for no day at all."""
_ON_TRACKS = "IN (SELECT value FROM json_each(:tracks))"


class _Found(NamedTuple):
    """What was found of a lane."""

    happenings: Sequence[Happening]
    whole: int
    """How many there are, of which perhaps only the newest were fetched."""
    undated: tuple[str, ...] = ()


class _Reach(NamedTuple):
    """What is looked for."""

    setting: Setting
    first: str
    last: str
    """Days as the store writes them."""
    sources: dict[str, Source]
    """Filled with what is cited."""

    @property
    def known(self) -> str:
        """The last day on which something may have become known."""
        return min(self.last, self.setting.day.isoformat())


def timeline(store: Answers, query: BoardQuery, span: Span | None = None) -> Timeline:
    """Fetch what lies within some days, or everything: of each lane at most the newest `MOST`.

    Raises UnknownError for an unknown track or reading, StoreError, BusyError.
    """
    with store.settled(query) as setting:
        return build_timeline(setting, span)


def build_timeline(setting: Setting, span: Span | None) -> Timeline:
    """Fetch the timeline of a setting."""
    first, last = (day.isoformat() for day in span) if span is not None else _ALWAYS
    reach = _Reach(setting, first, min(last, _ALWAYS[1]), {})
    found = {lane: look(reach) for lane, look in _LANES.items()}
    return Timeline(
        setting.day,
        in_time(happening for lane in found.values() for happening in lane.happenings),
        {lane: held.whole for lane, held in found.items()},
        span,
        tuple(label for lane in found.values() for label in lane.undated),
        reach.sources,
        setting.actors,
        {lane: held.whole - len(held.happenings) for lane, held in found.items()},
    )


def _overlaps(reach: _Reach, window: Window) -> bool:
    first, last = window.first_day or date.min, window.last_day or date.max
    return first.isoformat() <= reach.last and last.isoformat() >= reach.first


def _rounds(reach: _Reach) -> _Found:
    standings = meetings(reach.setting).rounds
    placed = [happening for standing in standings for happening in round_happenings(standing)]
    undated = tuple(s.round.label for s in standings if not (s.window.bounded or s.date_expected.bounded))
    mine = [happening for happening in placed if _overlaps(reach, happening.window)]
    mine.sort(key=lambda happening: happening.order)
    return _Found(mine[-MOST:], len(mine), undated)


_ENDS = "coalesce(loose_earliest, earliest, '0001-01-01') <= :last AND coalesce(loose_latest, latest, '9999-12-31')"
_HEARD_OF = """EXISTS (SELECT 1 FROM dated_claims c WHERE c.exchange = exchanges.label AND c.known_on <= :day)
    OR (NOT EXISTS (SELECT 1 FROM claims c WHERE c.exchange = exchanges.label)
        AND coalesce(earliest, latest, '9999-12-31') <= :day)"""


def _exchanges(reach: _Reach) -> _Found:
    connection, setting = reach.setting.connection, reach.setting
    bind = {
        "first": reach.first, "last": reach.last, "day": setting.day.isoformat(), "most": MOST,
        "tracks": listed(setting.labels),
    }  # fmt: skip
    where = f"track {_ON_TRACKS} AND {IN_FORCE} AND ({_HEARD_OF})"
    given = "(earliest IS NOT NULL OR latest IS NOT NULL)"
    dated = f"SELECT {{}} FROM exchanges WHERE {where} AND {given} AND {_ENDS} >= :first"
    order = "ORDER BY coalesce(earliest, latest) DESC, id DESC LIMIT :most"
    labels = [row[0] for row in connection.execute(f"{dated.format('label')} {order}", bind)]
    count = len(labels) if len(labels) < MOST else connection.execute(dated.format("count(*)"), bind).fetchone()[0]
    rows = connection.execute(f"SELECT label FROM exchanges WHERE {where} AND NOT {given} LIMIT :most", bind)
    undated = tuple(row[0] for row in rows)
    found = [_exchange(exchange) for exchange in fetch.exchanges(connection, labels)]
    return _Found(found, count, undated)


def _exchange(exchange: Exchange) -> Happening:
    return Happening(exchange.label, exchange.label, Lane.EXCHANGES, exchange.window, exchange)


def _newest(
    reach: _Reach, table: str, tracks: str, read: Callable[[Sequence[Any]], Claim | Signal]
) -> tuple[list[Claim | Signal], int]:
    """Fetch the newest facts that became known within the days, and count them; corrected ones are left out."""
    setting, connection = reach.setting, reach.setting.connection
    ours = tracks if setting.query.track is not None else "1"
    where = f"known_on BETWEEN :first AND :last AND {ours} AND {_own_day(connection, table)}"
    bind = {"first": reach.first, "last": reach.known, "tracks": listed(setting.labels)}
    newest = f"SELECT id FROM {table} WHERE {where} ORDER BY known_on DESC, id DESC LIMIT {MOST}"
    numbers = [row[0] for row in connection.execute(newest, bind)]
    more = 0
    if len(numbers) == MOST:
        more = connection.execute(f"SELECT count(*) FROM {table} WHERE {where}", bind).fetchone()[0] - MOST
    moved = f"SELECT id FROM {table} WHERE {ours} AND id IN (SELECT number FROM redatings WHERE what = '{table}')"
    numbers.extend(row[0] for row in connection.execute(moved, bind))
    asked = f"t.id {LISTED} AND t.known_on BETWEEN ? AND ?"
    rows = fetch.cited(connection, table, asked, (json.dumps(numbers), reach.first, reach.known))
    corrected = f"SELECT supersedes FROM dated_{table} WHERE supersedes {LISTED} AND known_on <= ? AND {IN_FORCE}"
    wrong = {row[0] for row in connection.execute(corrected, (json.dumps(numbers), setting.day.isoformat()))}
    found = [fact for row in rows if (fact := read(row)).id not in wrong]
    missing = {fact.cite.source for fact in found} - reach.sources.keys()
    reach.sources.update(fetch.sources(connection, missing))
    return found, len(found) + more


def _own_day(connection: Connection, table: str) -> str:
    """Say which rows are in force on the day they were written with; where all are, no row need be looked at."""
    untouched = "SELECT NOT EXISTS (SELECT 1 FROM undone) AND NOT EXISTS (SELECT 1 FROM redatings WHERE what = ?)"
    if connection.execute(untouched, (table,)).fetchone()[0]:
        return "1"
    return f"{IN_FORCE} AND id NOT IN (SELECT number FROM redatings WHERE what = '{table}')"


_OF_CLAIM = f"""(commitment IN (SELECT label FROM commitments WHERE track {_ON_TRACKS})
    OR (commitment IS NULL AND exchange IN (SELECT label FROM exchanges WHERE track {_ON_TRACKS})))"""


def _claims(reach: _Reach) -> _Found:
    found, count = _newest(reach, "claims", _OF_CLAIM, facts.claim)
    return _Found([_claim(fact, reach.sources) for fact in found if isinstance(fact, Claim)], count)


def _claim(claim: Claim, sources: Mapping[str, Source]) -> Happening:
    window = became_known(claim.known_on, sources.get(claim.cite.source))
    about = claim.label or claim.commitment or claim.exchange or claim.cite.source
    return Happening(f"claim {claim.id}", about, Lane.CLAIMS, window, claim)


def _statements(reach: _Reach) -> _Found:
    found, count = _newest(reach, "signals", f"track {_ON_TRACKS}", facts.signal)
    return _Found([_statement(fact, reach.sources) for fact in found if isinstance(fact, Signal)], count)


def _statement(signal: Signal, sources: Mapping[str, Source]) -> Happening:
    window = was_said(signal, sources.get(signal.cite.source))
    about = signal.label or signal.round or signal.cite.source
    return Happening(f"signal {signal.id}", about, Lane.STATEMENTS, window, signal)


_OF_JUDGEMENT = f"""t.about IN (SELECT label FROM commitments WHERE track {_ON_TRACKS}
    UNION ALL SELECT label FROM rounds WHERE track {_ON_TRACKS})"""


def _judgements(reach: _Reach) -> _Found:
    ours = _OF_JUDGEMENT if reach.setting.query.track is not None else "1"
    where = f"t.day BETWEEN :first AND :last AND t.{IN_FORCE} AND {ours}"
    bind = {"first": reach.first, "last": reach.known, "tracks": listed(reach.setting.labels)}
    connection = reach.setting.connection
    rows = connection.execute(
        f"""SELECT t.*, e.at AS filed FROM dated_judgements t LEFT JOIN journal e ON e.id = t.entry
            WHERE {where} ORDER BY t.day DESC, t.id DESC LIMIT {MOST}""",
        bind,
    ).fetchall()
    count = len(rows)
    if count == MOST:
        count = connection.execute(f"SELECT count(*) FROM dated_judgements t WHERE {where}", bind).fetchone()[0]
    return _Found([_judgement(values.judgement(row)) for row in rows], count)


def _judgement(judgement: Judgement) -> Happening:
    window = Window(judgement.day, judgement.day)
    return Happening(f"judgement {judgement.id}", judgement.about, Lane.JUDGEMENTS, window, judgement)


def _due(reach: _Reach) -> _Found:
    """Find what is due by the last day of its window, which the order of the board keeps."""
    setting, connection = reach.setting, reach.setting.connection
    where = f"""p.due BETWEEN :first AND :last AND p.since <= :day AND (p.until IS NULL OR p.until > :day)
        AND p.band IN (SELECT id FROM bands WHERE track {_ON_TRACKS})"""
    bind = {
        "first": reach.first, "last": reach.last, "day": setting.day.isoformat(), "tracks": listed(setting.labels)
    }  # fmt: skip
    numbers = [
        row[0] for row in connection.execute(
            f"SELECT commitment FROM placings p WHERE {where} ORDER BY due DESC, commitment DESC LIMIT {MOST}", bind
        )
    ]  # fmt: skip
    count = len(numbers)
    if count == MOST:
        count = connection.execute(f"SELECT count(*) FROM placings p WHERE {where}", bind).fetchone()[0]
    found = list(_dues(setting, numbers))
    return _Found(found, count - len(numbers) + len(found))


def _dues(setting: Setting, numbers: Sequence[int]) -> Iterable[Happening]:
    for case in fetch.cases(setting.connection, numbers, setting.actors).values():
        judgement = judged(case.judgements, Aspect.INSTRUMENT, setting.day)
        terms = terms_of(known(case.claims, setting.day), case.bound, judgement)
        if terms.due.bounded:
            owed = setting.query.reading.owes(terms.instrument, terms.recognised_by, case.bound)
            label = case.commitment.label
            yield Happening(f"{label} due", label, Lane.DUE, terms.due, Due(case.commitment, terms, owed))


_LANES: Mapping[Lane, Callable[[_Reach], _Found]] = {
    Lane.ROUNDS: _rounds,
    Lane.EXCHANGES: _exchanges,
    Lane.STATEMENTS: _statements,
    Lane.CLAIMS: _claims,
    Lane.JUDGEMENTS: _judgements,
    Lane.DUE: _due,
}
