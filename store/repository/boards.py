"""Boards: values fetched for a query and handed to the domain, which does the reckoning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from store.domain.board import Board, Moment, Page, Row, Totals
from store.domain.gates import GateStanding, gate_standing
from store.domain.model import Actor, Gate, Track
from store.domain.outlook import NO_OUTLOOK, Outlook, outlook_of
from store.domain.requests import BoardQuery
from store.domain.rounds import RoundCase, RoundStanding, first_known, round_standing
from store.domain.shelves import Shelf
from store.domain.standing import Standing, standing
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.words import About, RoundState
from store.errors import UnknownError
from store.repository import days, fetch, paging

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.domain.changes import Change

DAYS_REACH = 8
"""How many days of evidence before and after the shown one a board names."""
_HOLDING = (About.ROUND, About.SETTING_ITS_DATE)
MOST_CHANGES = 100
"""How many changed commitments are compared at most."""


class Setting(NamedTuple):
    """What every part of one board shares."""

    connection: Connection
    query: BoardQuery
    day: date
    actors: Mapping[str, Actor]
    tracks: tuple[Track, ...]
    """The tracks shown."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the tracks shown."""
        return tuple(track.label for track in self.tracks)

    def on(self, day: date) -> Setting:
        """Return the same setting on another day."""
        return Setting(self.connection, self.query, day, self.actors, self.tracks)


def setting_of(connection: Connection, query: BoardQuery) -> Setting:
    """Settle the day, the reading and the tracks of a query. Raises UnknownError for a track or reading unknown."""
    tracks = fetch.tracks(connection)
    shown = tuple(track for track in tracks if query.track in (None, track.label))
    if query.track is not None and not shown:
        names = ", ".join(track.label for track in tracks) or "none yet"
        raise UnknownError(f"there is no track '{query.track}'; the record holds: {names}")
    parties = dict.fromkeys(party for track in tracks for party in track.parties)
    if query.reading.name not in ("strict", "common", *parties):
        choices = ", ".join(("strict", "common", *parties))
        raise UnknownError(f"there is no reading '{query.reading.name}'; choose one of: {choices}")
    day = query.day or days.newest(connection) or query.today
    return Setting(connection, query, day, fetch.actors(connection), shown)


def build_board(connection: Connection, query: BoardQuery) -> Board:
    """Fetch and reckon everything that is on the screen for a query."""
    setting = setting_of(connection, query)
    ends = days.newest(connection)
    earlier = days.previous(connection, setting.day)
    since = query.since or earlier
    track = focus_track(setting)
    order = _order(setting)
    gates = gates_of(setting)
    rounds = rounds_of(setting, gates)
    changes = _all_changes(setting, ends, since, rounds) if query.with_changes else ()
    return Board(
        moment=Moment(
            day=setting.day,
            evidence_ends=ends,
            today=query.today,
            latest=query.day is None or query.day == ends,
            previous=earlier,
            following=days.following(connection, setting.day),
        ),
        reading=query.reading,
        tracks=setting.tracks,
        track=track,
        actors=setting.actors,
        rounds=rounds,
        page=_page(setting, order),
        totals=order.totals(),
        outlook=_outlook(track, rounds, gates),
        days=days.around(connection, setting.day, DAYS_REACH),
        changes=changes,
        changes_since=since,
    )


def build_ground(connection: Connection, query: BoardQuery) -> Board:
    """Fetch what everything said of a query rests on: its day, its reading, tracks and actors; nothing stands on it."""
    return _ground(setting_of(connection, query))


def _ground(setting: Setting) -> Board:
    query, ends = setting.query, days.newest(setting.connection)
    latest = query.day is None or query.day == ends
    return Board(
        moment=Moment(setting.day, ends, query.today, latest),
        reading=query.reading,
        tracks=setting.tracks,
        track=None,
        actors=setting.actors,
        rounds=(),
        page=Page(filter=query.filter),
        totals=Totals({}),
    )


def build_outline(connection: Connection, query: BoardQuery) -> Board:
    """Fetch and reckon the rounds and the outlook of a query's board, without its commitments and their totals."""
    setting = setting_of(connection, query)
    track, gates = focus_track(setting), gates_of(setting)
    rounds = rounds_of(setting, gates)
    return _ground(setting)._replace(track=track, rounds=rounds, outlook=_outlook(track, rounds, gates))


def build_page(connection: Connection, query: BoardQuery) -> Page:
    """Fetch and reckon only the page of commitments of a query: what paging and filtering change of its board."""
    setting = setting_of(connection, query)
    return _page(setting, _order(setting))


def build_changes(connection: Connection, query: BoardQuery) -> tuple[Change, ...]:
    """Fetch and reckon only what changed: what a board asked for without its changes leaves out."""
    setting = setting_of(connection, query)
    since = query.since or days.previous(connection, setting.day)
    return _all_changes(setting, days.newest(connection), since, rounds_of(setting, gates_of(setting)))


def _order(setting: Setting) -> paging.Order:
    query = setting.query
    return paging.Order(setting.connection, setting.day, query.reading, setting.labels, query.filter)


def focus_track(setting: Setting) -> Track | None:
    """Choose the track whose next round is shown: of those shown, the one spoken of last."""
    place = (setting.day.isoformat(), *setting.labels)
    newest = f"AND track IN ({fetch.marks(setting.labels)}) AND {fetch.IN_FORCE} ORDER BY 1 DESC, 2 DESC LIMIT 1"
    row = setting.connection.execute(
        f"""SELECT * FROM (SELECT known_on, id, track FROM signals WHERE known_on <= ?
              AND NOT EXISTS (SELECT 1 FROM redated r WHERE r.what = 'signals' AND r.number = signals.id) {newest})
            UNION ALL SELECT * FROM (SELECT known_on, id, track FROM dated_signals WHERE known_on <= ?
              AND id IN (SELECT number FROM redated WHERE what = 'signals') {newest})
            ORDER BY 1 DESC, 2 DESC LIMIT 1""",
        (*place, *place),
    ).fetchone()
    spoken_of = [track for track in setting.tracks if row and track.label == row["track"]]
    return next(iter((*spoken_of, *setting.tracks)), None)


def _page(setting: Setting, order: paging.Order) -> Page:
    query = setting.query
    numbers = fetch.commitment_ids(setting.connection, [query.around]) if query.around else []
    around = numbers[0] if numbers else None
    keys, before, after = paging.page_keys(order, around, query.size, from_end=query.from_end)
    return Page(tuple(rows_at(setting, keys)), before, after, query.filter)


def rows_at(setting: Setting, keys: Sequence[paging.Key]) -> Iterator[Row]:
    """Reckon the rows at some places of the board, in their order."""
    found = fetch.cases(setting.connection, [key[2] for key in keys], dict(setting.actors))
    for key in keys:
        if key[2] in found:
            yield Row(standing(found[key[2]], setting.day, setting.query.reading), Shelf(key[0]), key)


def all_rows(setting: Setting, limit: int | None, chunk: int = 200) -> Iterator[Row]:
    """Walk all commitments in the board's order, fetching a stretch at a time."""
    keys = islice(_order(setting).after(None), limit)
    while stretch := list(islice(keys, chunk)):
        yield from rows_at(setting, stretch)


def standings(setting: Setting, labels: Sequence[str]) -> dict[str, Standing]:
    """Reckon the standings of commitments by label; those not yet known that day are left out."""
    numbers = fetch.commitment_ids(setting.connection, labels)
    found = fetch.cases(setting.connection, numbers, dict(setting.actors)).values()
    return {
        case.commitment.label: standing(case, setting.day, setting.query.reading)
        for case in found
        if case.commitment.known_on <= setting.day
    }


def gate_standings(setting: Setting, gates: Sequence[Gate]) -> list[GateStanding]:
    """Judge gates on the reading of the board."""
    found = standings(setting, list(dict.fromkeys(label for gate in gates for label in gate.requires)))
    parties = {track.label: track.parties for track in setting.tracks}
    reading = setting.query.reading
    return [gate_standing(gate, found, reading, parties.get(gate.track, ())) for gate in gates]


def gates_of(setting: Setting) -> list[GateStanding]:
    """Judge every gate on a round that was known on the day."""
    on_rounds = f"t.track IN ({fetch.marks(setting.labels)}) AND t.round IS NOT NULL AND t.known_on <= ?"
    parameters = (*setting.labels, setting.day.isoformat())
    return gate_standings(setting, fetch.gates(setting.connection, on_rounds, parameters))


def holding(gates: Sequence[GateStanding], round_label: str) -> list[GateStanding]:
    """List the gates that hold back a round or the setting of its date."""
    return [gate for gate in gates if gate.gate.round == round_label and gate.gate.holds in _HOLDING]


def rounds_of(setting: Setting, gates: Sequence[GateStanding]) -> tuple[RoundStanding, ...]:
    """Reckon every round and meeting known on the day. Signals are fetched for those that are still to come."""
    on = setting.day.isoformat()
    labels, connection = setting.labels, setting.connection
    rounds = fetch.rounds(connection, labels)
    names = [round_.label for round_ in rounds]
    listed = f"t.round IN ({fetch.marks(names)}) AND t.known_on <= ?"
    reports = fetch.reports(connection, listed, (*names, on))
    held = {report.round for report in reports if report.state is RoundState.HELD}
    coming = [name for name in names if name not in held]
    signals = fetch.signals(
        connection, f"t.round IN ({fetch.marks(coming)}) AND t.known_on <= ?", (*coming, on)
    )  # fmt: skip
    judgements = fetch.judgements_about(connection, names)
    by_track = {track.label: track for track in setting.tracks}
    found = []
    for round_ in rounds:
        case = RoundCase(
            round_,
            by_track[round_.track],
            tuple(report for report in reports if report.round == round_.label),
            tuple(signal for signal in signals if signal.round == round_.label),
            tuple(judgements[round_.label]),
        )
        if first_known(case) is not None:
            found.append(round_standing(case, holding(gates, round_.label), setting.day))
    return tuple(found)


def _outlook(track: Track | None, rounds: Sequence[RoundStanding], gates: Sequence[GateStanding]) -> Outlook:
    if track is None:
        return NO_OUTLOOK
    mine = [standing_ for standing_ in rounds if standing_.round.track == track.label]
    return outlook_of(mine, [gate for gate in gates if gate.gate.track == track.label], track.parties)


def _corrected(setting: Setting, ends: date | None) -> list[Change]:
    """List on the latest board what the last write of all moved, where that corrected a source's day."""
    from store.domain.changes import day_changes
    from store.repository.redated import newest_write

    if setting.query.day not in (None, ends):
        return []
    return day_changes(newest_write(setting.connection))[:MOST_CHANGES]


def _all_changes(
    setting: Setting, ends: date | None, since: date | None, rounds: Sequence[RoundStanding]
) -> tuple[Change, ...]:
    return (*_corrected(setting, ends), *(_changes(setting, since, rounds) if since else ()))


def _changes(setting: Setting, since: date, rounds: Sequence[RoundStanding]) -> tuple[Change, ...]:
    """List what differs between the board of another day and this one."""
    from store.domain.changes import commitment_changes, round_changes

    first, last = min(since, setting.day), max(since, setting.day)
    numbers = paging.changed_between(setting.connection, first, last, setting.labels, MOST_CHANGES)
    found = fetch.cases(setting.connection, numbers, dict(setting.actors)).values()
    reading = setting.query.reading

    def on(day: date) -> dict[str, Standing]:
        return {c.commitment.label: standing(c, day, reading) for c in found if c.commitment.known_on <= day}

    then = setting.on(since)
    before = rounds_of(then, gates_of(then))
    return (*round_changes(before, rounds), *commitment_changes(on(since), on(setting.day)))
