"""Gates: X only after Y, on a reading."""

import pytest

from store.domain.gates import gates_known
from store.domain.model import Gate
from store.domain.standing import Standing
from store.domain.words import Aspect, GateMode, GateState, Instrument
from tests.domain.builders import claim, gate, judged_gate, judgement, june, owed, stand

DONE = (owed(), claim("6000"))


def standings(**made: Standing) -> dict[str, Standing]:
    """Name standings by label, and label their commitments so."""

    return {
        label: found._replace(commitment=found.commitment._replace(label=label)) for label, found in made.items()
    }  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "first_done", "second_done", "state", "blockers"),
    [
        (GateMode.ALL_OF, True, True, GateState.OPEN, ()),
        (GateMode.ALL_OF, True, False, GateState.CLOSED, ("B",)),
        (GateMode.ALL_OF, False, False, GateState.CLOSED, ("A", "B")),
        (GateMode.ANY_OF, True, False, GateState.OPEN, ()),
        (GateMode.ANY_OF, False, False, GateState.CLOSED, ("A", "B")),
    ],
)
def test_gate_opens_when_all_or_any_are_fulfilled(
    mode: GateMode, first_done: bool, second_done: bool, state: GateState, blockers: tuple[str, ...]
) -> None:
    made = standings(A=stand(*DONE) if first_done else stand(owed()), B=stand(*DONE) if second_done else stand(owed()))
    found = judged_gate(gate("A", "B", mode=mode), made)
    assert (found.state, found.blockers) == (state, blockers)


def test_blockers_of_which_nothing_is_proven_are_named() -> None:
    found = judged_gate(gate("A", "B"), standings(A=stand(owed()), B=stand(owed(), claim("78"))))
    assert (found.blockers, found.unproven) == (("A", "B"), ("A",))


@pytest.mark.parametrize(
    ("reading", "state", "blockers"),
    [
        ("strict", GateState.DISPUTED, ("A",)),
        ("UA", GateState.CLOSED, ("A",)),
        ("RU", GateState.OPEN, ()),
        ("common", GateState.DISPUTED, ()),
    ],
)
def test_gate_open_for_one_party_and_closed_for_another_is_disputed(
    reading: str, state: GateState, blockers: tuple[str, ...]
) -> None:
    made = standings(A=stand(owed(recognised=["UA"], instrument=Instrument.ANNOUNCED)), B=stand(*DONE))
    found = judged_gate(gate("A", "B"), made, reading)
    assert (found.state, found.blockers) == (state, blockers)


@pytest.mark.parametrize("reading", ["strict", "common", "RU", "UA"])
def test_gate_closed_for_both_stays_closed_on_every_reading(reading: str) -> None:
    made = standings(A=stand(owed(recognised=["UA"])), B=stand(owed()))
    found = judged_gate(gate("A", "B"), made, reading)
    assert found.state is GateState.CLOSED
    assert "B" in found.blockers
    assert ("A" in found.blockers) is (reading in ("strict", "UA"))


def test_steps_that_are_not_owed_still_block() -> None:
    step = owed("1", instrument=Instrument.EXPECTED, recognised=[])
    assert judged_gate(gate("A"), standings(A=stand(step))).state is GateState.CLOSED
    assert judged_gate(gate("A"), standings(A=stand(step, claim("1")))).state is GateState.OPEN


@pytest.mark.parametrize("ending", [Instrument.WITHDRAWN, Instrument.SUPERSEDED])
def test_ended_commitment_blocks_nothing(ending: Instrument) -> None:
    made = standings(A=stand(owed(), owed(instrument=ending, on=5)), B=stand(*DONE))
    assert judged_gate(gate("A", "B"), made).state is GateState.OPEN


def test_judged_delivery_opens_a_gate() -> None:
    done = judgement(Aspect.DELIVERY, "delivered")
    assert judged_gate(gate("A"), standings(A=stand(owed(), judgements=[done]))).state is GateState.OPEN


@pytest.mark.parametrize("built", [gate("A", testable=False), gate()], ids=["untestable", "requires nothing"])
def test_gate_that_the_record_cannot_decide_is_untestable(built: Gate) -> None:
    found = judged_gate(built, standings(A=stand(owed())))
    assert (found.state, found.blockers) == (GateState.UNTESTABLE, ())


def test_any_of_with_nothing_that_counts_holds_nothing_back() -> None:
    made = standings(A=stand(owed(recognised=["UA"])))
    assert judged_gate(gate("A", mode=GateMode.ANY_OF), made, "RU").state is GateState.OPEN


def test_gates_known_on_a_day_are_oldest_first() -> None:
    late, early = gate(on=20, label="G2"), gate(on=10, label="G1")
    assert gates_known([late, early], june(20)) == [early, late]
    assert gates_known([late, early], june(19)) == [early]
