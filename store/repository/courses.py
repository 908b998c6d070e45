"""What moved: the statements about when a round is to be, and what was handed over of a commitment, day by day."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.course import DeliveryCourse, course_of
from store.domain.drift import MOST, Drift, drift_points
from store.domain.outlook import next_round
from store.domain.requests import BoardQuery
from store.domain.rounds import RoundStanding
from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError
from store.repository import fetch, newest
from store.repository.evidence import find
from store.repository.meetings import meetings
from store.repository.setting import Setting, focus_track

if TYPE_CHECKING:
    from store.repository.answers import Answers


def drift(store: Answers, query: BoardQuery, label: str | None = None) -> Drift:
    """Follow what was said about a round, by default the next one of the track shown, as known on the day.

    Raises UnknownError for a round that is not known that day, and for an unknown track or reading; StoreError,
    BusyError.
    """
    with store.settled(query) as setting:
        return build_drift(setting, label)


def build_drift(setting: Setting, label: str | None) -> Drift:
    """Follow what was said about a round of the tracks of a setting."""
    standings = [standing for standing in meetings(setting).rounds if not standing.round.meeting]
    chosen = _chosen(setting, standings, label)
    if chosen is None:
        return Drift(setting.day, None, (), actors=setting.actors)
    track = chosen.round.track
    mine = sorted((s for s in standings if s.round.track == track), key=lambda s: s.round.ordinal or 0)
    said = newest.newest_signals(setting.connection, ("round",), chosen.round.label, setting.day, MOST + 1)
    points = drift_points(said[:MOST], setting.day)
    return Drift(
        setting.day,
        chosen,
        tuple(standing.round.label for standing in mine),
        points,
        len(said) > MOST,
        fetch.sources(setting.connection, [point.signal.cite.source for point in points]),
        setting.actors,
    )


def _chosen(setting: Setting, standings: Sequence[RoundStanding], label: str | None) -> RoundStanding | None:
    if label is not None:
        found = next((s for s in standings if s.round.label.casefold() == label.strip().casefold()), None)
        if found is None:
            names = ", ".join(s.round.label for s in standings[-10:]) or "none"
            raise UnknownError(f"no round '{label}' was known on {setting.day}; known were: {names}")
        return found
    track = focus_track(setting)
    mine = [standing for standing in standings if track is not None and standing.round.track == track.label]
    return next_round(mine) or max(mine, key=lambda standing: standing.round.ordinal or 0, default=None)


def course(store: Answers, query: BoardQuery, label: str) -> DeliveryCourse:
    """Follow the carrying out of a commitment and of the one that mirrors it, as known on the day.

    Of a claim or an exchange the commitment it is about. Raises UnknownError for a label that the record does not
    hold, and for an unknown track or reading; StoreError, BusyError.
    """
    with store.settled(query) as setting:
        return build_course(setting, label)


def build_course(setting: Setting, label: str) -> DeliveryCourse:
    """Follow the carrying out of a commitment of a setting."""
    own = _commitment(setting, label)
    labels = [] if own is None else [own, *_mirrors(setting, own)]
    numbers = fetch.commitment_numbers(setting.connection, labels)
    cases = setting.cases([numbers[name] for name in labels if name in numbers])
    by_label = {case.commitment.label: case for case in cases.values()}
    shown = [by_label[name] for name in labels if name in by_label]
    known_by_then = [case for case in shown if case.commitment.known_on <= setting.day]
    courses = tuple(course_of(case, setting.day, setting.query.reading) for case in known_by_then)
    return DeliveryCourse(setting.day, own or label, courses, setting.actors, bool(shown) and not courses)


def _commitment(setting: Setting, label: str) -> str | None:
    """Find the commitment that a label names, or that the claim or exchange it names is about."""
    kind, spelled = find(setting.connection, label)
    if kind == "commitment":
        return spelled
    queries = {
        "claim": "SELECT commitment FROM claims WHERE label = ? AND commitment IS NOT NULL LIMIT 1",
        "exchange": "SELECT commitment FROM serves WHERE exchange = ? ORDER BY commitment LIMIT 1",
    }
    row = setting.connection.execute(queries[kind], (spelled,)).fetchone() if kind in queries else None
    return row[0] if row is not None else None


def _mirrors(setting: Setting, label: str) -> list[str]:
    """Name the commitment that mirrors another, whichever of the two says so."""
    rows = setting.connection.execute(
        f"""SELECT mirrors FROM commitments WHERE label = ?1 AND mirrors IS NOT NULL AND {fetch.IN_FORCE}
            UNION SELECT label FROM commitments WHERE mirrors = ?1 AND {fetch.IN_FORCE} LIMIT 1""",
        (label,),
    )
    return [row[0] for row in rows]
