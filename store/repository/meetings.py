"""Meetings: where rounds and the gates on them stand, from the few facts that decide it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from store.domain.gates import GateStanding, gate_judged, gate_standing, need_on
from store.domain.model import Gate, Signal, Track
from store.domain.outlook import NO_OUTLOOK, Outlook, next_round, outlook_of
from store.domain.rounds import RoundCase, RoundStanding, first_known, round_standing
from store.domain.shelves import Shelf
from store.domain.standing import Standing, standing
from store.domain.typed import NamedTuple
from store.domain.words import About, RoundState
from store.repository import fetch, newest
from store.repository.setting import Setting

_HOLDING = (About.ROUND, About.SETTING_ITS_DATE)
_SAID_LAST = 12
"""How many of the newest statements about a round that is not shown in full are looked at."""
_DROVE_LAST = 4
"""How many of the newest words of each side about the round or its date are looked at, however long ago."""


class Meetings(NamedTuple):
    """The rounds of the tracks shown, and the gates on those to come."""

    rounds: tuple[RoundStanding, ...]
    gates: list[GateStanding]
    cases: dict[str, RoundCase]
    """Of each round, what its standing was reckoned from."""


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


def _gates_judged(setting: Setting, gates: Sequence[Gate]) -> list[GateStanding]:
    """Judge gates from where the commitments they require lie: that tells whether they are open, and what blocks."""
    wanted = list(dict.fromkeys(label for gate in gates for label in gate.requires))
    bands = setting.every_band()
    query = f"""SELECT c.label, p.shelf, p.band FROM commitments c JOIN placings p ON p.commitment = c.id
        WHERE c.label {fetch.LISTED} AND p.since <= ?2 AND (p.until IS NULL OR p.until > ?2)"""
    rows = setting.connection.execute(query, (fetch.listed(wanted), setting.day.isoformat()))
    needs = {
        row["label"]: need_on(Shelf(row["shelf"]), bands[row["band"]].recognised, bands[row["band"]].bound)
        for row in rows
    }
    parties = {track.label: track.parties for track in setting.tracks}
    return [gate_judged(gate, needs, setting.query.reading, parties.get(gate.track, ())) for gate in gates]


def holding(gates: Sequence[GateStanding], round_label: str) -> list[GateStanding]:
    """List the gates that hold back a round or the setting of its date."""
    return [gate for gate in gates if gate.gate.round == round_label and gate.gate.holds in _HOLDING]


def meetings(setting: Setting) -> Meetings:
    """Reckon every round and meeting known on the day. What holds back or announces is fetched for those to come."""
    on, connection = setting.day.isoformat(), setting.connection
    rounds = setting.memory.recall(("rounds", setting.labels), lambda: fetch.rounds(connection, setting.labels))
    names = fetch.listed(round_.label for round_ in rounds)
    reports = defaultdict(list)
    for report in fetch.reports(connection, f"t.round {fetch.LISTED} AND t.known_on <= ?", (names, on)):
        reports[report.round].append(report)
    held = {label for label, mine in reports.items() if any(report.state is RoundState.HELD for report in mine)}
    coming = [round_.label for round_ in rounds if round_.label not in held]
    signals = _said(setting, coming)
    gates = _gates_judged(
        setting,
        fetch.gates(connection, f"t.round {fetch.LISTED} AND t.known_on <= ?", (fetch.listed(coming), on)),
    )
    judgements = fetch.judgements_about(connection, [round_.label for round_ in rounds])
    tracks = {track.label: track for track in setting.tracks}
    cases = {
        round_.label: RoundCase(
            round_,
            tracks[round_.track],
            tuple(reports[round_.label]),
            tuple(signals.get(round_.label, ())),
            tuple(judgements[round_.label]),
        )
        for round_ in rounds
    }
    known = {label: case for label, case in cases.items() if first_known(case) is not None}
    found = tuple(round_standing(case, holding(gates, label), setting.day) for label, case in known.items())
    return Meetings(found, gates, known)


def _said(setting: Setting, rounds: Sequence[str]) -> dict[str, list[Signal]]:
    """Fetch the last that was said about rounds, and the last words of each side that bear on their state."""
    found: dict[str, list[Signal]] = defaultdict(list)
    if rounds:
        values = (fetch.listed(rounds), setting.day.isoformat(), _SAID_LAST, _DROVE_LAST)
        for signal in newest.signals_numbered(setting.connection, _LAST_SAID, values, setting.day):
            found[signal.round or ""].append(signal)
    return {label: _last(mine) for label, mine in found.items()}


def _last(signals: Sequence[Signal]) -> list[Signal]:
    """Keep the last that was said, and the last words of each side that bear on the state; newest first."""
    kept, said = [], Counter[str | None]()
    for place, signal in enumerate(signals):
        side = signal.cite.speaks_for if signal.about in _HOLDING else None
        said[side] += 1
        if place < _SAID_LAST or (side is not None and said[side] <= _DROVE_LAST):
            kept.append(signal)
    return kept


_OWN_DAY = f"id NOT IN (SELECT number FROM redatings WHERE what = 'signals') AND {fetch.IN_FORCE}"
_LAST_SAID = f"""
    SELECT s.id FROM json_each(?1) n JOIN signals s ON s.id IN (
      SELECT id FROM signals WHERE round = n.value AND known_on <= ?2 AND {_OWN_DAY}
      ORDER BY known_on DESC, id DESC LIMIT ?3)
    UNION SELECT s.id FROM json_each(?1) n JOIN actors a JOIN signals s ON s.id IN (
      SELECT id FROM signals WHERE round = n.value AND speaks_for = a.code AND known_on <= ?2
        AND about IN ('round', 'setting_its_date') AND {_OWN_DAY}
      ORDER BY known_on DESC, id DESC LIMIT ?4)
    WHERE a.kind <> 'person'
    UNION SELECT s.id FROM redatings r JOIN signals s ON s.id = r.number
      WHERE r.what = 'signals' AND s.round IN (SELECT value FROM json_each(?1))"""
"""Numbers of signals; those whose day was ever corrected are few and are all taken, to be told apart later."""


def outlook(setting: Setting, track: Track | None, found: Meetings) -> Outlook:
    """Compute the outlook of a track: its next round with everything that was said of it lately."""
    if track is None:
        return NO_OUTLOOK
    mine = [standing_ for standing_ in found.rounds if standing_.round.track == track.label]
    coming = next_round(mine)
    if coming is None:
        return NO_OUTLOOK
    label = coming.round.label
    said = newest.newest_signals(setting.connection, ("round",), label, setting.day, fetch.MOST_SHOWN)
    case = found.cases[label]
    whole = {signal.id: signal for signal in (*case.signals, *said)}
    gates = gate_standings(setting, [gate.gate for gate in found.gates if gate.gate.round == label])
    full = round_standing(case._replace(signals=tuple(whole.values())), holding(gates, label), setting.day)
    return outlook_of([full if standing_ is coming else standing_ for standing_ in mine], gates, track.parties)
