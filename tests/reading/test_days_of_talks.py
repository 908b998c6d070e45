"""Which day belongs to a meeting, and what is no meeting, no handover and no condition of the sides."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Round, Signal
from store.reading.reader import read

_WEDNESDAY = date(2024, 5, 15)


def _rounds(text: str) -> list[tuple[str, date | None, date | None]]:
    """Return the rounds of a text: status, first and last day."""
    contents = [one.content for one in read(intake.from_text(text, published=_WEDNESDAY), shipped()).proposals]
    return [(one.status, one.window.earliest, one.window.latest) for one in contents if isinstance(one, Round)]


def _signals(text: str) -> list[tuple[str, date | None]]:
    """Return the signals of a text: about, last day."""
    contents = [one.content for one in read(intake.from_text(text, published=_WEDNESDAY), shipped()).proposals]
    return [(one.about, one.window.latest) for one in contents if isinstance(one, Signal)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebel envoy, a key figure in the talks with the government, was killed on Monday night.",
        "The prisoners crossed the line on foot after the talks that led to Monday's swap.",
        "Despite a nod to the talks with Hamas, his speech on Tuesday was defiant.",
        "The truce has to rest on where talks with the rebels were in March.",
        "The minister announced high-level talks with the rebels on Monday.",
        "The negotiations with the rebels followed the king's visit to the region last week.",
    ],
)
def test_the_day_of_another_noun_or_verb_is_no_day_of_talks(text: str) -> None:
    assert all(first is None for _, first, _ in _rounds(text))


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        (
            'The mediator wrote on Tuesday that "talks between Sudan and the SPLM will open in Juba on May 20".',
            "expected",
            date(2024, 5, 20),
        ),
        (
            "Peace talks between the Houthis and the government of Yemen resume in Muscat on Friday.",
            "expected",
            date(2024, 5, 17),
        ),
        (
            "Delegations of Colombia and the ELN met in Quito on Monday and will report to both leaders.",
            "held",
            date(2024, 5, 13),
        ),
    ],
)
def test_its_own_day_is_kept(text: str, status: str, day: date) -> None:
    assert (status, day, day) in _rounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two of the brothers are free, and the body of a third, Karim al-Sayed, is still being held by the rebels.",
        "I'm still sitting here this morning, she told the radio.",
        "The High Negotiations Committee said on Monday that it would stay in Riyadh.",
        "Nobody knew what he meant when we met in Tulkarm on Monday.",
        "No agreement was reached in Geneva.",
        "The president will travel to Oslo for his second bilateral meeting with President Smith on Friday.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(text: str) -> None:
    assert _rounds(text) == []
    assert all(about != "next_round" for about, _ in _signals(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hostages are still held in the south. The president is to return to the palace on Friday.",
        "The mediators may present a final proposal to free the hostages next week.",
        "The army chief said the war could end tomorrow if Hamas surrenders.",
        "The first of the new patrol boats will be delivered in 2031.",
        "We will free you in three minutes, the soldiers told the hostages.",
    ],
)
def test_no_handover_where_nobody_is_handed_over(text: str) -> None:
    assert all(about != "exchange" for about, _ in _signals(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Russia and Ukraine are expected to swap prisoners on Friday.", date(2024, 5, 17)),
        ("Dozens of hostages will be returned to their families over the next two days.", None),
    ],
)
def test_handovers_of_people_are_told(text: str, day: date | None) -> None:
    found = [latest for about, latest in _signals(text) if about == "exchange"]
    assert found
    assert day is None or found == [day]


@pytest.mark.parametrize(
    "text",
    [
        "He asked how the talks could continue when one side kills the negotiator of the other.",
        "Talks with Washington will not get anywhere if it insists on this, Tehran said.",
        "A lasting truce is needed if the negotiations with the rebels are to resume.",
        "The premier spoke to Hamas by phone, though he did not say when the exchange happened.",
    ],
)
def test_what_hangs_on_nothing_is_no_signal(text: str) -> None:
    assert _signals(text) == []


def test_a_round_that_hangs_on_a_condition_is_told() -> None:
    text = "The next round of talks between Israel and Hamas will only take place once the list has been handed over."
    assert ("next_round", None) in _signals(text)


def test_a_truce_that_begins_only_then_has_no_last_day() -> None:
    assert _signals("The ceasefire does not take effect until Friday, rebels said.") == []
    assert _signals("The truce is to last until Friday.") == [("truce_end", date(2024, 5, 17))]


def test_talks_that_were_not_broken_off_go_on() -> None:
    text = "The government and the rebels have not broken off the negotiations, a spokesman said."
    assert all(status != "broken_off" for status, _, _ in _rounds(text))


def test_of_a_state_and_its_helper_it_is_the_state_and_the_group_that_negotiate() -> None:
    text = (
        "The United States pressed Israel on Monday. Washington and Israel differ, Israel said. Hamas waits. "
        "The United States wants Israel to move, and Hamas too. Hamas said no. "
        "On Monday, Antony Blinken sat three hours with the Israeli premier for talks in Jerusalem."
    )
    assert _rounds(text) == []


def test_length_of_talks_is_no_day_to_come() -> None:
    text = "A new plan was put forward following two days of high-stakes talks between Israel and Hamas in Doha."
    assert all(status == "held" for status, _, _ in _rounds(text))
    assert _signals(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Direct talks between Colombia and the ELN, which were suspended in March, resumed in Quito on Tuesday.",
            date(2024, 5, 14),
        ),
        (
            "A fourth round of talks, expected to last three days, opened in Geneva on Monday.",
            date(2024, 5, 13),
        ),
    ],
)
def test_an_aside_does_not_tell_how_talks_stand(text: str, first: date) -> None:
    assert [(status, earliest) for status, earliest, _ in _rounds(text)] == [("held", first)]
    assert _signals(text) == []


def test_talks_that_wait_for_a_halt_are_not_halted() -> None:
    text = "The opposition said the talks with the government cannot begin until air strikes are halted."
    assert all(status != "on_hold" for status, _, _ in _rounds(text))
