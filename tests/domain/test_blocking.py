"""Blocking: what every required commitment is on every reading, side by side."""

import pytest

from store.domain.blocking import GateGroup, HeldBack, Verdict, grounds_of, held_back
from store.domain.model import Claim, Gate, Track
from store.domain.standing import Standing
from store.domain.words import Aspect, Delivery, GateMode, GateState, Instrument, Measure
from tests.domain.builders import TRACK, claim, gate, judgement, owed, stand, words

Found = dict[str, tuple[Standing, tuple[Claim, ...]]]
OURS = owed("6000", recognised=["UA"], instrument=Instrument.ANNOUNCED)


def found(**claims: tuple[Claim, ...]) -> Found:
    made = {label: (stand(*said), said) for label, said in claims.items()}
    return {
        label: (one._replace(commitment=one.commitment._replace(label=label)), said)
        for label, (one, said) in made.items()
    }


def judged(built: Gate, known: Found, track: Track = TRACK) -> GateGroup:
    (group,) = held_back(track, [built], known).groups
    return group


def verdicts(group: GateGroup) -> dict[str, str]:
    return {blocker.label: " ".join(verdict.value for verdict in blocker.verdicts) for blocker in group.blockers}


def test_every_reading_stands_beside_the_others() -> None:
    group = judged(gate("A", "B", "C"), found(A=(OURS,), B=(owed(), claim("6000")), C=(owed(), claim("78"))))
    assert verdicts(group) == {
        "A": "blocks not_owed not_owed blocks",
        "B": "done done done done",
        "C": "blocks blocks blocks blocks",
    }
    assert group.states == (GateState.CLOSED,) * 4
    assert [blocker.contested for blocker in group.blockers] == [True, False, False]
    assert group.blockers[0].blocks_on(held_back(TRACK, [], {}).readings, "UA")
    assert not group.blockers[0].blocks_on(held_back(TRACK, [], {}).readings, "RU")
    assert group.blockers[0].blocks_on(held_back(TRACK, [], {}).readings, "nobody")


def test_a_gate_that_one_party_alone_sees_closed_is_disputed_on_the_shared_readings() -> None:
    group = judged(gate("A"), found(A=(OURS,)))
    assert group.states == (GateState.DISPUTED, GateState.DISPUTED, GateState.OPEN, GateState.CLOSED)


def test_any_one_that_is_done_spares_the_others() -> None:
    known = found(A=(owed(), claim("6000")), B=(owed(), claim("78")))
    group = judged(gate("A", "B", mode=GateMode.ANY_OF), known)
    assert verdicts(group) == {"A": "done done done done", "B": "spared spared spared spared"}
    assert group.states == (GateState.OPEN,) * 4
    assert group.blockers[1].done_instead == ("A",)
    assert verdicts(judged(gate("A", "B"), known))["B"] == "blocks blocks blocks blocks"


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        ((owed(instrument=Instrument.WITHDRAWN),), Verdict.ENDED),
        ((owed(instrument=Instrument.REQUESTED, recognised=()),), Verdict.BLOCKS),
        ((owed(instrument=Instrument.ANNOUNCED, recognised=()),), Verdict.BLOCKS),
    ],
)
def test_what_has_ended_does_not_count_and_a_step_always_does(claims: tuple[Claim, ...], verdict: Verdict) -> None:
    group = judged(gate("A"), found(A=claims))
    assert group.blockers[0].verdicts[0] is verdict


def test_what_is_not_on_record_yet_and_what_cannot_be_decided() -> None:
    assert verdicts(judged(gate("A"), {})) == {"A": "unknown unknown unknown unknown"}
    group = judged(gate("A", testable=False), found(A=(owed(),)))
    assert verdicts(group) == {"A": "untestable untestable untestable untestable"}
    assert not group.testable
    assert group.states == (GateState.UNTESTABLE,) * 4


def test_gates_that_require_the_same_stand_together_and_those_that_can_be_decided_come_first() -> None:
    gates = [gate(testable=False, label="G0"), gate("A", "B"), gate("A", "B", label="G2"), gate("A", label="G3")]
    held = held_back(TRACK, gates, found(A=(owed(),), B=(owed(),)))
    assert [[one.label for one in group.gates] for group in held.groups] == [["G1", "G2"], ["G3"], ["G0"]]


def test_three_parties_have_a_column_each() -> None:
    held: HeldBack = held_back(TRACK._replace(parties=("A", "B", "C")), [gate("X")], found(X=(OURS,)))
    assert [reading.name for reading in held.readings] == ["strict", "common", "A", "B", "C"]
    assert len(held.groups[0].states) == len(held.groups[0].blockers[0].verdicts) == 5


def test_grounds_are_the_claims_that_a_verdict_rests_on() -> None:
    first, newer = owed(recognised=["RU"], on=2), owed(recognised=["RU", "UA"], on=5)
    figure, said = claim("78", "UA"), words(Delivery.PREPARING, "RU", 10)
    (blocker,) = judged(gate("A"), found(A=(first, newer, said, figure))).blockers
    grounds = grounds_of(blocker)
    assert grounds.recognising == {"RU": newer, "UA": newer}
    assert (grounds.figure, grounds.told) == (figure, None)
    (silent,) = judged(gate("A"), found(A=(first, said))).blockers
    assert grounds_of(silent).told is said
    assert grounds_of(silent).acts == (first,)
    stock = claim("3000", measure=Measure.STOCK)
    (bare,) = judged(gate("A"), found(A=(first, stock))).blockers
    assert (grounds_of(bare).figure, grounds_of(bare).told) == (None, None)


def test_a_judgement_decides_as_it_does_on_the_board() -> None:
    said = (owed(), claim("78"))
    one = stand(*said, judgements=[judgement(Aspect.DELIVERY, "delivered")])
    group = judged(gate("C1"), {"C1": (one, said)})
    assert verdicts(group) == {"C1": "done done done done"}
