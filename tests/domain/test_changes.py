"""What changed between two days, one line each."""

from store.domain.changes import Change, commitment_changes, round_changes
from store.domain.words import Instrument, Modality, RoundState
from tests.domain.builders import claim, owed, report, round_, signal, stand

TERMS = owed(due="2/9")


def test_nothing_new_is_no_change() -> None:
    assert commitment_changes({"C1": stand(TERMS)}, {"C1": stand(TERMS)}) == []
    assert round_changes([round_()], [round_()]) == []


def test_delivery_is_told_with_figure_and_mark() -> None:
    found = commitment_changes({"C1": stand(owed())}, {"C1": stand(owed(), claim("78"))})
    assert found == [Change("C1", "Remains", "delivery", "not started", "partial 78 ?")]


def test_every_axis_that_changed_has_its_line() -> None:
    before = stand(owed(instrument=Instrument.OFFERED, due="2/9"), on=5)
    after = stand(owed(instrument=Instrument.OFFERED, due="2/9"), owed(on=10), claim("6060"), on=25)
    found = {
        change.aspect: (change.before, change.after) for change in commitment_changes({"C1": before}, {"C1": after})
    }
    assert found == {
        "delivery": ("not started", "exceeded 6060 ?"),
        "instrument": ("offered", "agreed"),
        "schedule": ("open", "met late" if after.schedule == "met_late" else "met"),
    }


def test_passing_of_a_deadline_is_a_change() -> None:
    found = commitment_changes({"C1": stand(TERMS, on=9)}, {"C1": stand(TERMS, on=10)})
    assert [(change.aspect, change.before, change.after) for change in found] == [("schedule", "due", "overdue")]


def test_new_commitment_was_nothing_before_and_is_nothing_after_on_the_way_back() -> None:
    made = {"C1": stand(owed())}
    assert commitment_changes({}, made) == [Change("C1", "Remains", "commitment", None, "agreed 6000")]
    assert commitment_changes(made, {}) == [Change("C1", "Remains", "commitment", "agreed 6000", None)]


def test_changed_state_of_a_round_is_told_and_a_new_round_has_no_before() -> None:
    before = [round_(signal(Modality.EXPECTED, "RU", window="28/30"))]
    after = [round_(report(RoundState.HELD))]
    assert round_changes(before, after) == [Change("R3", "Third round", "state", "expected", "held")]
    assert round_changes([], after) == [Change("R3", "Third round", "state", None, "held")]


def test_changed_days_of_a_round_are_told() -> None:
    before = [round_(signal(Modality.EXPECTED, "RU", 10, window="20/30"))]
    after = [round_(signal(Modality.EXPECTED, "RU", 20, window="28/30"))]
    assert [change.label for change in round_changes(before, after)] == ["R3"]
