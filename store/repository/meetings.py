"""Meetings: where rounds and the gates on them stand, from the few facts that decide it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from store.domain.gates import GateStanding, Need, gate_judged, gate_standing, need_on
from store.domain.model import Gate, Signal, Track
from store.domain.outlook import NO_OUTLOOK, Outlook, next_round, outlook_of
from store.domain.rounds import RoundCase, RoundStanding, first_known, round_standing
from store.domain.shelves import Shelf
from store.domain.standing import Standing
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
    required: frozenset[str]
    """Labels of the commitments that the gates require."""


class Needs(NamedTuple):
    """What gates must know on a day of the commitments that they require."""

    required: frozenset[str]
    """The labels of those."""
    known: dict[str, Need]
    """Of those known on the day."""


class Told(NamedTuple):
    """What is known on a day of rounds and of the gates on those to come, whatever the reading."""

    cases: dict[str, RoundCase]
    gates: list[Gate]
    last: dict[str, tuple[list[GateStanding], RoundStanding]]
    """The gates that each round was last reckoned with, and how it stands then."""


def standings(setting: Setting, labels: Sequence[str]) -> dict[str, Standing]:
    """Reckon the standings of commitments by label; those not yet known that day are left out."""
    numbers = setting.numbers(labels)
    found = setting.standings(list(numbers.values()))
    return {
        label: found[numbers[label]]
        for label in labels
        if numbers.get(label) in found and found[numbers[label]].commitment.known_on <= setting.day
    }


def gate_standings(setting: Setting, gates: Sequence[Gate]) -> list[GateStanding]:
    """Judge gates on the reading of the board."""
    found = standings(setting, _required(gates))
    parties = {track.label: track.parties for track in setting.tracks}
    reading = setting.query.reading
    return [gate_standing(gate, found, reading, parties.get(gate.track, ())) for gate in gates]


def _required(gates: Sequence[Gate]) -> list[str]:
    return list(dict.fromkeys(label for gate in gates for label in gate.requires))


def _gates_judged(setting: Setting, gates: Sequence[Gate], needs: Needs) -> list[GateStanding]:
    """Judge gates from where the commitments they require lie: that tells whether they are open, and what blocks."""
    parties = {track.label: track.parties for track in setting.tracks}
    return [gate_judged(gate, needs.known, setting.query.reading, parties.get(gate.track, ())) for gate in gates]


def _needs(setting: Setting, labels: Sequence[str]) -> Needs:
    bands = setting.every_band()
    query = f"""SELECT c.label, p.shelf, p.band FROM commitments c JOIN placings p ON p.commitment = c.id
        WHERE c.label {fetch.LISTED} AND p.since <= ?2 AND (p.until IS NULL OR p.until > ?2)"""
    rows = setting.connection.execute(query, (fetch.listed(labels), setting.day.isoformat()))
    known = {label: need_on(Shelf(shelf), bands[band].recognised, bands[band].bound) for label, shelf, band in rows}
    return Needs(frozenset(labels), known)


def holding(gates: Sequence[GateStanding], round_label: str) -> list[GateStanding]:
    """List the gates that hold back a round or the setting of its date."""
    return [gate for gate in gates if gate.gate.round == round_label and gate.gate.holds in _HOLDING]


def meetings(setting: Setting) -> Meetings:
    """Reckon every round and meeting known on the day. What holds back or announces is fetched for those to come."""
    place = (setting.day, setting.labels)
    return setting.memory.recall("meetings", (*place, setting.query.reading), lambda: _meetings(setting))


def _meetings(setting: Setting) -> Meetings:
    place = (setting.day, setting.labels)
    told = setting.memory.recall("told", place, lambda: _told(setting))
    needs = setting.memory.recall("needs", place, lambda: _needs(setting, _required(told.gates)))
    gates = _gates_judged(setting, told.gates, needs)
    by_round: dict[str | None, list[GateStanding]] = defaultdict(list)
    for gate in gates:
        by_round[gate.gate.round].append(gate)
    found = []
    for label, case in told.cases.items():
        mine = holding(by_round.get(label, ()), label)
        last = told.last.get(label)
        if last is None or last[0] != mine:
            last = told.last[label] = (mine, round_standing(case, mine, setting.day))
        found.append(last[1])
    return Meetings(tuple(found), gates, told.cases, needs.required)


def _told(setting: Setting) -> Told:
    on, connection = setting.day.isoformat(), setting.connection
    rounds = setting.memory.recall("rounds", setting.labels, lambda: fetch.rounds(connection, setting.labels))
    names = fetch.listed(round_.label for round_ in rounds)
    reports = defaultdict(list)
    for report in fetch.reports(connection, f"t.round {fetch.LISTED} AND t.known_on <= ?", (names, on)):
        reports[report.round].append(report)
    held = {label for label, mine in reports.items() if any(report.state is RoundState.HELD for report in mine)}
    coming = [round_.label for round_ in rounds if round_.label not in held]
    signals = _said(setting, coming)
    gates = fetch.gates(connection, f"t.round {fetch.LISTED} AND t.known_on <= ?", (fetch.listed(coming), on))
    judgements = fetch.judgements_about(connection, [round_.label for round_ in rounds])
    tracks = {track.label: track for track in setting.tracks}
    cases = {}
    for round_ in rounds:
        label = round_.label
        case = RoundCase(
            round_,
            tracks[round_.track],
            tuple(reports.get(label, ())),
            tuple(signals.get(label, ())),
            tuple(judgements.get(label, ())),
        )
        if first_known(case) is not None:
            cases[label] = case
    return Told(cases, gates, {})


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
    said = setting.memory.recall("said", (setting.day, label), lambda: _said_of(setting, label))
    case = found.cases[label]
    whole = {signal.id: signal for signal in (*case.signals, *said)}
    gates = gate_standings(setting, [gate.gate for gate in found.gates if gate.gate.round == label])
    full = round_standing(case._replace(signals=tuple(whole.values())), holding(gates, label), setting.day)
    return outlook_of([full if standing_ is coming else standing_ for standing_ in mine], gates, track.parties)


def _said_of(setting: Setting, label: str) -> list[Signal]:
    return newest.newest_signals(setting.connection, ("round",), label, setting.day, fetch.MOST_SHOWN)
