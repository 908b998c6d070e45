"""Blocking: every commitment that gates require, and under each reading side by side whether it stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from store.domain.gates import gate_standing, need_of
from store.domain.model import Claim, Gate, Round, Source, Track
from store.domain.reading import Reading, readings
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import GateMode, GateState, Measure


class Verdict(StrEnum):
    """What a commitment is to a gate on a reading."""

    BLOCKS = "blocks"
    DONE = "done"
    SPARED = "spared"
    """Not done, but another one is, and any one of them is enough."""
    NOT_OWED = "not_owed"
    """An obligation that this reading does not recognise, so that it does not count."""
    ENDED = "ended"
    """Withdrawn or superseded."""
    UNKNOWN = "unknown"
    """Not on record by that day."""
    UNTESTABLE = "untestable"
    """The gate is none that the record can decide."""

    @property
    def counts(self) -> bool:
        """Whether the gate waits for it, or did."""
        return self in (Verdict.BLOCKS, Verdict.DONE, Verdict.SPARED)


class Blocker(NamedTuple):
    """A commitment that gates require."""

    label: str
    standing: Standing | None
    """Where it stands on the strict reading; None where it is not on record by that day."""
    claims: tuple[Claim, ...]
    """What was known of it, oldest first."""
    verdicts: tuple[Verdict, ...]
    """What it is on every reading, in the order of the readings."""
    done_instead: tuple[str, ...] = ()
    """Those that are done where any one is enough."""

    @property
    def contested(self) -> bool:
        """Whether it counts on some readings and not on others."""
        return len({verdict.counts for verdict in self.verdicts}) > 1

    def blocks_on(self, views: Sequence[Reading], name: str) -> bool:
        """Whether it stands in the way on the reading of a name; on one that is not among them, on the strict one."""
        names = [reading.name for reading in views]
        return self.verdicts[names.index(name) if name in names else 0] is Verdict.BLOCKS


class GateGroup(NamedTuple):
    """Gates that require the same commitments in the same way, so that they are open and closed together."""

    gates: tuple[Gate, ...]
    states: tuple[GateState, ...]
    """Their state on every reading, in the order of the readings."""
    blockers: tuple[Blocker, ...]

    @property
    def mode(self) -> GateMode:
        """How many of the commitments must be fulfilled."""
        return self.gates[0].mode

    @property
    def testable(self) -> bool:
        """Whether the record can decide it."""
        return self.gates[0].testable and bool(self.gates[0].requires)


class HeldBack(NamedTuple):
    """A round to come with its gates; or a track with the gates that hold back something else."""

    track: Track
    round: Round | None
    standing: RoundStanding | None
    readings: tuple[Reading, ...]
    groups: tuple[GateGroup, ...]


class GateBoard(NamedTuple):
    """Every gate on the rounds to come, and after them those on something else."""

    held: tuple[HeldBack, ...] = ()
    sources: Mapping[str, Source] = MappingProxyType({})

    @property
    def blockers(self) -> list[tuple[HeldBack, GateGroup, Blocker]]:
        """Every blocker, with what it stands under."""
        return [(held, group, blocker) for held in self.held for group in held.groups for blocker in group.blockers]


def held_back(
    track: Track,
    gates: Sequence[Gate],
    found: Mapping[str, tuple[Standing, tuple[Claim, ...]]],
    round_: RoundStanding | None = None,
) -> HeldBack:
    """Judge gates on every reading of a track, from the commitments known on the day, by label."""
    views = readings(track.parties)
    groups: dict[object, list[Gate]] = {}
    for gate in gates:
        groups.setdefault((gate.requires, gate.mode, gate.testable), []).append(gate)
    judged = [_group(tuple(mine), found, views, track.parties) for mine in groups.values()]
    judged.sort(key=lambda group: not group.testable)
    return HeldBack(track, round_.round if round_ else None, round_, views, tuple(judged))


def _group(
    gates: tuple[Gate, ...],
    found: Mapping[str, tuple[Standing, tuple[Claim, ...]]],
    views: Sequence[Reading],
    parties: Sequence[str],
) -> GateGroup:
    gate = gates[0]
    standings = {label: found[label][0] for label in gate.requires if label in found}
    judged = [gate_standing(gate, standings, reading, parties) for reading in views]
    done = tuple(label for label, standing in standings.items() if standing.delivery.done)
    blockers = []
    for label in gate.requires:
        standing, claims = found.get(label, (None, ()))
        verdicts = tuple(
            _verdict(label, standing, gate, reading, one.blockers) for reading, one in zip(views, judged, strict=True)
        )
        instead = done if gate.mode is GateMode.ANY_OF else ()
        blockers.append(Blocker(label, standing, claims, verdicts, tuple(one for one in instead if one != label)))
    return GateGroup(gates, tuple(one.state for one in judged), tuple(blockers))


def _verdict(label: str, standing: Standing | None, gate: Gate, reading: Reading, blocking: Sequence[str]) -> Verdict:
    if standing is None:
        return Verdict.UNKNOWN
    need = need_of(standing)
    if need.ended:
        return Verdict.ENDED
    if not gate.testable:
        return Verdict.UNTESTABLE
    if not need.holds_back(reading):
        return Verdict.NOT_OWED
    if need.done:
        return Verdict.DONE
    return Verdict.BLOCKS if label in blocking else Verdict.SPARED


class Grounds(NamedTuple):
    """What a verdict rests on."""

    recognising: Mapping[str, Claim]
    """For each party that recognises it, the newest statement that says so; none where a judgement alone does."""
    figure: Claim | None
    """The claim with the figure of delivery that leads."""
    told: Claim | None
    """The newest word of delivery, where no figure leads."""
    acts: tuple[Claim, ...]
    """The statements by which it stands, or has ended, newest first."""


def grounds_of(blocker: Blocker) -> Grounds:
    """Find the claims that the verdicts on a commitment rest on."""
    owed = [claim for claim in blocker.claims if claim.measure is Measure.OWED]
    recognising = {party: claim for claim in owed for party in claim.recognised_by}
    leading = blocker.standing.figures.leading if blocker.standing else None
    words = [claim for claim in blocker.claims if claim.measure not in (Measure.OWED, Measure.STOCK)]
    told = next((claim for claim in reversed(words) if claim.progress or claim.figure or claim.rejects), None)
    instrument = blocker.standing.terms.instrument if blocker.standing else None
    acts = tuple(claim for claim in reversed(owed) if claim.instrument is instrument)
    return Grounds(recognising, leading.claim if leading else None, None if leading else told, acts)
