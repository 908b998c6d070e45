"""Gates: X only after Y, and which commitments still stand in the way on a reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from store.domain.model import Commitment, Gate
from store.domain.reading import COMMON, STRICT, Reading
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import GateMode, GateState


class GateStanding(NamedTuple):
    """Where a gate stands on a reading."""

    gate: Gate
    state: GateState
    blockers: tuple[str, ...]
    """Labels of the commitments that keep it closed."""
    unproven: tuple[str, ...]
    """Those blockers of which no source says that anything was delivered."""
    commitments: tuple[Commitment, ...] = ()
    """The blockers themselves, in the same order."""


def gate_standing(
    gate: Gate, standings: Mapping[str, Standing], reading: Reading, parties: Sequence[str]
) -> GateStanding:
    """Judge a gate from the standings of the commitments it requires (unknown ones do not count).

    A gate is disputed, on a reading that is not one party's own, when it is open for one party and closed for another.
    """
    if not gate.testable or not gate.requires:
        return GateStanding(gate, GateState.UNTESTABLE, (), ())
    required = [standings[label] for label in gate.requires if label in standings]
    blockers = _blockers(gate, required, reading)
    state = GateState.CLOSED if blockers else GateState.OPEN
    if reading.name in (STRICT, COMMON):
        by_party = {bool(_blockers(gate, required, Reading(party))) for party in parties}
        state = GateState.DISPUTED if len(by_party) > 1 else state
    return GateStanding(
        gate=gate,
        state=state,
        blockers=tuple(s.commitment.label for s in blockers),
        unproven=tuple(s.commitment.label for s in blockers if s.unproven),
        commitments=tuple(s.commitment for s in blockers),
    )


def _blockers(gate: Gate, required: Sequence[Standing], reading: Reading) -> list[Standing]:
    counting = [s for s in required if counts(s, reading)]
    missing = [s for s in counting if not s.delivery.done]
    if gate.mode is GateMode.ANY_OF and len(missing) < len(counting):
        return []
    return missing


def counts(standing: Standing, reading: Reading) -> bool:
    """Whether a commitment matters to a gate on a reading.

    Obligations matter where the reading owes them; steps that are asked or expected always do; ended ones never.
    """
    instrument = standing.terms.instrument
    if instrument.ended:
        return False
    bound = standing.bound
    return not instrument.owed or reading.owes(instrument, standing.terms.recognised_by, bound)


def gates_known(gates: Sequence[Gate], day: date) -> list[Gate]:
    """List the gates known on the evening of a day, oldest first."""
    return sorted((gate for gate in gates if gate.known_on <= day), key=lambda gate: (gate.known_on, gate.label))
