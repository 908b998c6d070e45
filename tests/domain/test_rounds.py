"""The standing of a round: its state from what was said, its days apart from the days of setting its date."""

import pytest

from store.domain.gates import GateStanding
from store.domain.model import Signal
from store.domain.windows import NO_WINDOW
from store.domain.words import About, Aspect, Modality, RoundState, Strength
from tests.domain.builders import gate, judged_gate, judgement, owed, report, round_, signal, span, stand

SCHEDULED, EXPECTED, ON_HOLD = Modality.SCHEDULED, Modality.EXPECTED, Modality.ON_HOLD


def closed(by: str | None = "RU", on: int = 20) -> GateStanding:
    """Build a closed gate on the round."""
    return judged_gate(gate("C1", by=by, on=on), {"C1": stand(owed())})


@pytest.mark.parametrize("state", [RoundState.HELD, RoundState.IN_SESSION, RoundState.CANCELLED, RoundState.POSTPONED])
def test_reported_state_decides(state: RoundState) -> None:
    assert round_(report(state), signal(EXPECTED, "RU", window="28/30")).state is state


def test_round_once_held_stays_held() -> None:
    assert round_(report(RoundState.HELD, 10), report(RoundState.POSTPONED, 20)).state is RoundState.HELD


def test_round_nobody_dates_is_proposed() -> None:
    assert round_().state is RoundState.PROPOSED
    assert round_(signal(Modality.NOT_SET, "RU")).state is RoundState.PROPOSED
    assert round_(signal(EXPECTED, "RU")).state is RoundState.PROPOSED


@pytest.mark.parametrize(
    ("sides", "state"),
    [
        (("RU", "UA"), RoundState.SCHEDULED),
        (("RU", "TR"), RoundState.SCHEDULED),
        (("UA", "TR"), RoundState.SCHEDULED),
        (("RU",), RoundState.EXPECTED),
        (("TR",), RoundState.EXPECTED),
        (("RU", "US"), RoundState.EXPECTED),
        (("TR", "US"), RoundState.EXPECTED),
    ],
)
def test_day_is_scheduled_once_both_sides_or_the_host_and_one_confirm_it(
    sides: tuple[str, ...], state: RoundState
) -> None:
    found = round_(*(signal(SCHEDULED, side, window="28/30") for side in sides))
    assert (found.state, found.window) == (state, span("28/30"))


def test_two_sides_that_name_different_days_confirm_neither() -> None:
    found = round_(signal(SCHEDULED, "RU", window="27"), signal(SCHEDULED, "UA", window="30"))
    assert found.state is not RoundState.SCHEDULED


def test_articles_own_guess_makes_no_date() -> None:
    found = round_(signal(EXPECTED, None, window="28/30"))
    assert (found.state, found.window) == (RoundState.PROPOSED, NO_WINDOW)


def test_setting_a_date_is_no_window_of_the_round() -> None:
    found = round_(signal(EXPECTED, "RU", window="25/29", about=About.SETTING_ITS_DATE))
    assert (found.state, found.window, found.date_expected) == (RoundState.EXPECTED, NO_WINDOW, span("25/29"))


@pytest.mark.parametrize("about", [About.REPLY, About.SUMMIT, About.EXCHANGE, About.OTHER, About.END_OF_TRUCE])
def test_words_about_something_else_date_no_round(about: About) -> None:
    found = round_(signal(EXPECTED, "RU", window="28/30", about=about))
    assert (found.state, found.window) == (RoundState.PROPOSED, NO_WINDOW)


def test_headline_gives_no_window() -> None:
    found = round_(signal(EXPECTED, "RU", window="28/30", strength=Strength.HEADLINE))
    assert (found.window, found.date_expected) == (NO_WINDOW, NO_WINDOW)


def test_quoted_window_is_shown_before_a_paraphrased_one_of_the_same_day() -> None:
    quoted = signal(EXPECTED, "RU", window="26/30", strength=Strength.QUOTE)
    assert round_(signal(EXPECTED, "RU", window="26/27"), quoted).window == span("26/30")


@pytest.mark.parametrize("modality", [ON_HOLD, Modality.CONDITIONAL])
def test_round_on_hold_by_a_party_is_gated(modality: Modality) -> None:
    assert round_(signal(modality, "RU")).state is RoundState.GATED
    assert round_(signal(modality, "US")).state is RoundState.PROPOSED


def test_closed_gate_of_a_side_holds_the_round_back() -> None:
    found = round_(signal(EXPECTED, "RU", on=10, window="28/30"), closed())
    assert found.state is RoundState.GATED
    assert "G1" in found.because


def test_gate_set_by_no_side_holds_nothing_back() -> None:
    assert round_(signal(EXPECTED, "RU", window="28/30"), closed(by=None)).state is RoundState.EXPECTED


def test_side_that_spoke_hopefully_since_no_longer_keeps_its_gate_shut() -> None:
    assert round_(closed(on=10), signal(EXPECTED, "RU", on=20, window="28/30")).state is RoundState.EXPECTED
    assert round_(closed(on=20), signal(EXPECTED, "RU", on=20, window="28/30")).state is RoundState.GATED
    assert round_(closed(on=10), signal(EXPECTED, "UA", on=20, window="28/30")).state is RoundState.GATED


@pytest.mark.parametrize(
    ("older", "newer", "state"),
    [
        (signal(EXPECTED, "RU", on=10, window="28/30"), signal(ON_HOLD, "RU", on=20), RoundState.GATED),
        (signal(ON_HOLD, "RU", on=10), signal(EXPECTED, "RU", on=20, window="28/30"), RoundState.EXPECTED),
        (signal(EXPECTED, "RU", on=10, window="28/30"), signal(Modality.NOT_SET, "RU", on=20), RoundState.PROPOSED),
    ],
    ids=["expected, then on hold", "on hold, then expected", "expected, then no date"],
)
def test_newer_word_of_a_side_takes_the_place_of_its_older_one(older: Signal, newer: Signal, state: RoundState) -> None:
    assert round_(older, newer).state is state
    assert round_(newer, older).state is state


def test_older_window_of_a_side_is_never_mixed_with_its_newer_one() -> None:
    found = round_(signal(EXPECTED, "RU", on=10, window="20/22"), signal(EXPECTED, "RU", on=20, window="28/30"))
    assert found.window == span("28/30")


def test_day_said_counts_before_the_day_it_became_known() -> None:
    old_word_found_late = signal(EXPECTED, "RU", on=22, said="5", window="28/30")
    assert round_(signal(ON_HOLD, "RU", on=20), old_word_found_late).state is RoundState.GATED


def test_confirmed_day_newer_than_the_hold_is_scheduled() -> None:
    both = [signal(SCHEDULED, side, on=22, window="28/30") for side in ("RU", "UA")]
    assert round_(closed(on=20), *both).state is RoundState.SCHEDULED


def test_postponed_round_that_both_sides_schedule_again_is_scheduled() -> None:
    both = [signal(SCHEDULED, side, on=22, window="28/30") for side in ("RU", "UA")]
    assert round_(report(RoundState.POSTPONED, 15), *both).state is RoundState.SCHEDULED


@pytest.mark.parametrize(("on", "state"), [(24, RoundState.EXPECTED), (25, RoundState.LAPSED)])
def test_expected_round_lapses_after_the_last_day_of_its_loose_window(on: int, state: RoundState) -> None:
    assert round_(signal(EXPECTED, "RU", window="20/22", loose="20/24"), on=on).state is state


def test_scheduled_round_lapses_when_its_days_pass_without_news() -> None:
    both = [signal(SCHEDULED, side, window="22/24") for side in ("RU", "UA")]
    assert round_(*both, on=24).state is RoundState.SCHEDULED
    assert round_(*both, on=25).state is RoundState.LAPSED


def test_judgement_overrides_the_state_and_taken_back_no_longer_does() -> None:
    judged = judgement(Aspect.ROUND_STATE, "cancelled", 20, about="R3")
    found = round_(signal(EXPECTED, "RU", window="28/30"), judged)
    assert (found.state, found.because, found.judged) == (RoundState.CANCELLED, "judged by ana", judged)
    taken_back = judgement(Aspect.ROUND_STATE, None, 21, about="R3")
    assert round_(signal(EXPECTED, "RU", window="28/30"), judged, taken_back).state is RoundState.EXPECTED


def test_narrowest_reported_days_are_shown() -> None:
    found = round_(report(RoundState.HELD, window="1/30"), report(RoundState.HELD, window="16"))
    assert found.window == span("16")
    assert round_(report(RoundState.HELD, window="../16")).window == span("../16")


def test_details_are_the_newest_said_and_the_outcome_the_first() -> None:
    found = round_(
        report(RoundState.HELD, 10, place="Istanbul", outcome="Prisoners", heads=("a",)),
        report(None, 20, place="Ankara", outcome="Told later"),
    )
    assert (found.place, found.outcome, found.heads) == ("Ankara", "Prisoners", ("a",))


def test_what_becomes_known_later_changes_nothing_before() -> None:
    early = signal(EXPECTED, "RU", on=10, window="28/30")
    assert round_(early, report(RoundState.HELD, 20), signal(ON_HOLD, "RU", on=15), on=12) == round_(early, on=12)
