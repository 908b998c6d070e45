"""Setting: what every part of one board shares, asked for once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from store.domain.model import Actor, Track
from store.domain.requests import BoardQuery
from store.domain.standing import Case, Standing, standing
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import UnknownError
from store.repository import counts, days, fetch
from store.repository.counts import Band, Tally
from store.repository.memory import Memory

if TYPE_CHECKING:
    from sqlite3 import Connection


class Setting(NamedTuple):
    """What every part of one board shares."""

    connection: Connection
    query: BoardQuery
    day: date
    actors: Mapping[str, Actor]
    tracks: tuple[Track, ...]
    """The tracks shown."""
    memory: Memory

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the tracks shown."""
        return tuple(track.label for track in self.tracks)

    def every_track(self) -> tuple[Track, ...]:
        """Fetch every track of the record, shown or not."""
        return self.memory.recall("tracks", None, lambda: fetch.tracks(self.connection))

    def on(self, day: date) -> Setting:
        """Return the same setting on another day."""
        return self._replace(day=day)

    def near(self) -> days.Near:
        """Find the days of evidence around this one."""
        return self.memory.recall("near", self.day, lambda: days.near(self.connection, self.day))

    def around(self, reach: int) -> tuple[date, ...]:
        """List the days of evidence up to so many before and after this one."""
        return self.memory.recall(
            "around", (self.day, reach), lambda: days.around(self.connection, self.day, reach)
        )  # fmt: skip

    def every_band(self) -> Mapping[int, Band]:
        """Fetch the bands of every track."""
        return self.memory.recall("bands", None, lambda: counts.bands(self.connection))

    def bands(self) -> Mapping[int, Band]:
        """Fetch the bands of the tracks shown."""
        shown = set(self.labels)
        return {number: band for number, band in self.every_band().items() if band.track in shown}

    def tallies(self) -> Mapping[int, Sequence[Tally]]:
        """Count the placings of every band for this day, by shelf."""
        held = self.memory.recall("tallies", self.day, lambda: counts.Tallies(self.connection, self.day))
        return held.by_shelf(self.connection)

    def numbers(self, labels: Sequence[str]) -> dict[str, int]:
        """Look up the numbers of commitments by their labels; unknown ones are left out."""
        return self.memory.recall_each(
            "number", labels, lambda missing: fetch.commitment_numbers(self.connection, missing)
        )  # fmt: skip

    def cases(self, numbers: Sequence[int]) -> dict[int, Case]:
        """Fetch everything the record holds about commitments, by their numbers."""
        return self.memory.recall_each(
            "case", numbers, lambda missing: fetch.cases(self.connection, missing, self.actors)
        )  # fmt: skip

    def standings(self, numbers: Sequence[int]) -> dict[int, Standing]:
        """Reckon where commitments stand on this day and reading, by their numbers."""
        day, reading = self.day, self.query.reading
        found = self.memory.recall_each(
            "standing",
            [(number, day, reading.name) for number in numbers],
            lambda missing: {
                (number, day, reading.name): self._matched(standing(case, day, reading))
                for number, case in self.cases([what[0] for what in missing]).items()
            },
        )
        return {what[0]: held for what, held in found.items()}

    def _matched(self, standing_: Standing) -> Standing:
        """Add what is owed under a ratio, where there is one, for what the commitment it mirrors delivered."""
        ratio, mirror = standing_.terms.ratio, standing_.commitment.mirrors
        if ratio is None or mirror is None:
            return standing_
        from store.domain.clauses import owed_for  # few are owed by a ratio

        cases = self.cases(list(self.numbers([mirror]).values()))
        given = [standing(case, self.day, self.query.reading).delivered for case in cases.values()]
        return standing_._replace(matched=owed_for(ratio, given[0]) if given and given[0] else None)


def setting_of(connection: Connection, query: BoardQuery, memory: Memory | None = None) -> Setting:
    """Settle the day, the reading and the tracks of a query. Raises UnknownError for a track or reading unknown."""
    held = memory or Memory()
    tracks = held.recall("tracks", None, lambda: fetch.tracks(connection))
    shown = tuple(track for track in tracks if query.track in (None, track.label))
    if query.track is not None and not shown:
        names = ", ".join(track.label for track in tracks) or "none yet"
        raise UnknownError(f"there is no track '{query.track}'; the record holds: {names}")
    parties = dict.fromkeys(party for track in tracks for party in track.parties)
    if query.reading.name not in ("strict", "common", *parties):
        choices = ", ".join(("strict", "common", *parties))
        raise UnknownError(f"there is no reading '{query.reading.name}'; choose one of: {choices}")
    day = query.day or held.recall("newest", None, lambda: days.newest(connection)) or query.today
    actors = held.recall("actors", None, lambda: fetch.actors(connection))
    return Setting(connection, query, day, actors, shown, held)


def focus_track(setting: Setting) -> Track | None:
    """Choose the track whose next round is shown: of those shown, the one spoken of last."""
    if len(setting.tracks) < 2:
        return next(iter(setting.tracks), None)
    return setting.memory.recall("focus", (setting.day, setting.labels), lambda: _spoken_of_last(setting))


def _spoken_of_last(setting: Setting) -> Track | None:
    newest = f"AND track {fetch.LISTED} AND {fetch.IN_FORCE} ORDER BY 1 DESC, 2 DESC LIMIT 1"
    place = (setting.day.isoformat(), fetch.listed(setting.labels))
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
