"""Gates: every gate on what is still to come, with the commitments it requires, judged on every reading."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.blocking import GateBoard, held_back
from store.domain.gates import gates_known
from store.domain.knowledge import known
from store.domain.model import Claim, Gate
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.domain.standing import Standing, standing
from store.domain.typed import TYPE_CHECKING
from store.repository import fetch
from store.repository.meetings import meetings
from store.repository.setting import Setting

if TYPE_CHECKING:
    from store.repository.answers import Answers

Known = tuple[Standing, tuple[Claim, ...]]


def read_gate_board(store: Answers, query: BoardQuery) -> GateBoard:
    """Fetch every gate of the tracks shown that was known on the day. Raises UnknownError, StoreError, BusyError."""
    with store.settled(query) as setting:
        return _build(setting)


def _build(setting: Setting) -> GateBoard:
    where = f"t.track {fetch.LISTED} AND t.known_on <= ?"
    gates = gates_known(
        fetch.gates(setting.connection, where, (fetch.listed(setting.labels), setting.day.isoformat())), setting.day
    )
    found = _required(setting, gates)
    rounds = [one for one in meetings(setting).rounds if not one.state.over]
    held = []
    for track in setting.tracks:
        mine = [gate for gate in gates if gate.track == track.label]
        for one in rounds:
            about = [gate for gate in mine if gate.round == one.round.label]
            if about:
                held.append(held_back(track, about, found, one))
        elsewhere = [gate for gate in mine if gate.round is None]
        if elsewhere:
            held.append(held_back(track, elsewhere, found))
    held.sort(key=lambda one: one.round is None)
    shown = [gate.cite.source for gate in gates] + [
        claim.cite.source for one in held for group in one.groups for b in group.blockers for claim in b.claims
    ]
    return GateBoard(tuple(held), fetch.sources(setting.connection, shown))


def _required(setting: Setting, gates: Sequence[Gate]) -> dict[str, Known]:
    """Reckon every commitment that gates require, as if every party recognised it; leave out those not yet known."""
    numbers = setting.numbers(list(dict.fromkeys(label for gate in gates for label in gate.requires)))
    return {
        case.commitment.label: (standing(case, setting.day, Reading()), tuple(known(case.claims, setting.day)))
        for case in setting.cases(list(numbers.values())).values()
        if case.commitment.known_on <= setting.day
    }
