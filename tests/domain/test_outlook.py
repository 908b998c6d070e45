"""The outlook: which round is next, who says so, what blocks it, who is silent."""

import pytest

from store.domain.outlook import NO_OUTLOOK, next_round, outlook_of, signal_views
from store.domain.words import GateState, Modality, RoundState
from tests.domain.builders import BOTH, gate, judged_gate, owed, report, round_, signal, stand

EXPECTED = Modality.EXPECTED


def test_next_round_is_the_lowest_that_is_not_over() -> None:
    held, coming, later = round_(report(RoundState.HELD), ordinal=1), round_(ordinal=2), round_(ordinal=3)
    assert next_round([later, held, coming]) == coming


@pytest.mark.parametrize("state", [RoundState.HELD, RoundState.CANCELLED])
def test_what_is_over_is_not_next(state: RoundState) -> None:
    assert next_round([round_(report(state))]) is None


@pytest.mark.parametrize("state", [RoundState.POSTPONED, RoundState.IN_SESSION])
def test_postponed_and_running_rounds_are_still_next(state: RoundState) -> None:
    found = round_(report(state))
    assert next_round([found]) == found


def test_other_meeting_is_never_the_next_round() -> None:
    assert next_round([round_(meeting=True)]) is None
    assert outlook_of([round_(meeting=True)], [], BOTH) == NO_OUTLOOK


def test_newest_word_of_each_speaker_stands() -> None:
    older, newer = signal(EXPECTED, "RU", 10, speaker="putin"), signal(EXPECTED, "RU", 20, speaker="putin")
    other = signal(EXPECTED, "UA", 5, speaker="zelensky")
    views = signal_views([older, newer, other])
    assert [(view.signal, view.current) for view in views] == [(newer, True), (older, False), (other, True)]


def test_all_words_of_one_day_stand() -> None:
    said = [signal(EXPECTED, "RU", 20, speaker="putin"), signal(Modality.NOT_SET, "RU", 20, speaker="putin")]
    assert all(view.current for view in signal_views(said))


def test_spokesperson_and_office_are_one_mouth() -> None:
    office = signal(EXPECTED, "RU", 10, speaker="kremlin")
    spokesperson = signal(Modality.ON_HOLD, "RU", 20, speaker="peskov", office="kremlin")
    leader = signal(EXPECTED, "RU", 5, speaker="putin")
    views = {view.signal: view.current for view in signal_views([office, spokesperson, leader])}
    assert views == {office: False, spokesperson: True, leader: True}


def test_silent_parties_are_those_that_say_nothing_about_when() -> None:
    spoken = round_(signal(EXPECTED, "RU", window="28/30"), signal(EXPECTED, None))
    assert outlook_of([spoken], [], BOTH).silent == ("UA",)
    assert outlook_of([round_()], [], BOTH).silent == BOTH


def test_party_that_set_a_gate_is_not_silent() -> None:
    held = judged_gate(gate("C1", by="UA"), {"C1": stand(owed())})
    assert outlook_of([round_()], [held], BOTH).silent == ("RU",)


def test_gate_that_matters_first_is_testable_set_by_a_side_and_on_the_date() -> None:
    made = {"C1": stand(owed())}
    gates = [
        judged_gate(gate("C1", label="G5", testable=False), made),
        judged_gate(gate("C1", label="G4", by=None), made),
        judged_gate(gate("C1", label="G3", on=10), made),
        judged_gate(gate("C1", label="G2", on=20), made),
        judged_gate(gate("C1", label="G1", on=10, holds="setting_its_date"), made),
    ]
    found = outlook_of([round_()], gates, BOTH)
    assert found.gate is not None
    assert found.gate.gate.label == "G1"
    assert [standing.gate.label for standing in found.gates] == ["G1", "G2", "G3", "G4", "G5"]


def test_untestable_gate_is_shown_where_there_is_no_other() -> None:
    found = outlook_of([round_()], [judged_gate(gate(testable=False))], BOTH)
    assert found.gate is not None
    assert found.gate.state is GateState.UNTESTABLE


def test_gates_of_other_rounds_are_left_out() -> None:
    held = judged_gate(gate("C1"), {"C1": stand(owed())})
    assert outlook_of([round_(ordinal=4)], [held], BOTH).gates == ()
