"""Gates: X only after Y, and which commitments still stand in the way on a reading."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from store.domain.model import Commitment, Gate
from store.domain.reading import COMMON, STRICT, Reading
from store.domain.shelves import OWED_SHELVES, Shelf
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


class Need(NamedTuple):
    """What a gate must know of a commitment that it requires."""

    ended: bool
    owed: bool
    """Whether its instrument makes it an obligation for those who recognise it."""
    done: bool
    recognised_by: Collection[str]
    bound: Collection[str]

    def holds_back(self, reading: Reading) -> bool:
        """Whether it matters on a reading: obligations where the reading owes them, steps that are asked always."""
        return not self.ended and (not self.owed or reading.recognises(self.recognised_by, self.bound))


def need_of(standing: Standing) -> Need:
    """Read off a standing what a gate must know."""
    instrument = standing.terms.instrument
    return Need(
        instrument.ended, instrument.owed, standing.delivery.done, standing.terms.recognised_by, standing.bound
    )  # fmt: skip


def need_on(shelf: Shelf, recognised_by: Collection[str], bound: Collection[str]) -> Need:
    """Read the same off the shelf of the strict reading that a commitment lies on."""
    done = shelf in (Shelf.DONE, Shelf.ASKED_DONE)
    return Need(shelf is Shelf.ENDED, shelf in OWED_SHELVES, done, recognised_by, bound)


def gate_standing(
    gate: Gate, standings: Mapping[str, Standing], reading: Reading, parties: Sequence[str]
) -> GateStanding:
    """Judge a gate from the standings of the commitments it requires (unknown ones do not count)."""
    needs = {label: need_of(standings[label]) for label in gate.requires if label in standings}
    found = gate_judged(gate, needs, reading, parties)
    blockers = [standings[label] for label in found.blockers]
    return found._replace(
        unproven=tuple(s.commitment.label for s in blockers if s.unproven),
        commitments=tuple(s.commitment for s in blockers),
    )


def gate_judged(gate: Gate, needs: Mapping[str, Need], reading: Reading, parties: Sequence[str]) -> GateStanding:
    """Judge a gate from as much as it must know; which blockers are unproven and what they are stays open.

    A gate is disputed, on a reading that is not one party's own, when it is open for one party and closed for another.
    """
    if not gate.testable or not gate.requires:
        return GateStanding(gate, GateState.UNTESTABLE, (), ())
    required = {label: needs[label] for label in gate.requires if label in needs}
    blockers = _blockers(gate, required, reading)
    state = GateState.CLOSED if blockers else GateState.OPEN
    if reading.name in (STRICT, COMMON):
        by_party = {bool(_blockers(gate, required, Reading(party))) for party in parties}
        state = GateState.DISPUTED if len(by_party) > 1 else state
    return GateStanding(gate, state, blockers, ())


def _blockers(gate: Gate, required: Mapping[str, Need], reading: Reading) -> tuple[str, ...]:
    counting = [label for label, need in required.items() if need.holds_back(reading)]
    missing = tuple(label for label in counting if not required[label].done)
    if gate.mode is GateMode.ANY_OF and len(missing) < len(counting):
        return ()
    return missing


def gates_known(gates: Sequence[Gate], day: date) -> list[Gate]:
    """List the gates known on the evening of a day, oldest first."""
    return sorted((gate for gate in gates if gate.known_on <= day), key=lambda gate: (gate.known_on, gate.label))
