"""Days and stances that belong to another verb than the one beside them; limits, and terms that are set."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Position, Round, Signal
from store.reading.reader import read

DAY = date(2024, 5, 15)


def _contents(text: str) -> list[object]:
    return [one.content for one in read(intake.from_text(text, published=DAY), shipped()).proposals]


def _held(text: str) -> list[tuple[str, str]]:
    return [(one.holder, one.stance) for one in _contents(text) if isinstance(one, Position)]


def _signals(text: str) -> list[tuple[str, date | None]]:
    return [(one.about, one.window.latest) for one in _contents(text) if isinstance(one, Signal)]


def _rounds(text: str) -> list[tuple[str, date | None]]:
    return [(one.status, one.window.earliest) for one in _contents(text) if isinstance(one, Round)]


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("Sudan fights the RSF. The RSF at the Jeddah talks demanded that Sudan lift the siege.", "RSF", "demand"),
        (
            "Sudan fights the RSF. Sudan has tied the resumption of talks to the withdrawal of the RSF.",
            "Sudan",
            "demand",
        ),
        (
            "Congo and the M23 rebels fight. The M23 announced on Monday that the release of its commanders is a "
            "precondition for any talks with Congo.",
            "M23",
            "demand",
        ),
        ("Sudan fights the RSF. The RSF does not intend to withdraw from Darfur.", "RSF", "reject"),
        ("Armenia and Azerbaijan talk. Armenia has no intention to cede territory.", "Armenia", "reject"),
        ("Armenia and Azerbaijan talk. Armenia further criticised the proposal.", "Armenia", "criticise"),
        ("Israel and Hamas talk. Hamas in a statement on Tuesday rejected the proposal.", "Hamas", "reject"),
        ("Israel and Hamas talk. Netanyahu's latest remarks rejecting the deal drew anger.", "Israel", "reject"),
        (
            "Embassy of the United States\n\nWe urge all parties to stop fighting in Sudan.",
            "United States",
            "urge",
        ),
    ],
)
def test_who_sets_terms_and_refuses(text: str, holder: str, stance: str) -> None:
    assert (holder, stance) in _held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas talk. Israel denied that a deal was close.",
        "Israel and Hamas talk. Hamas had agreed with Israel on a list of names.",
        "Israel and Hamas talk. The trade deal was linked to the opening of ports.",
        "The United States welcomes the agreement of the parties to the Yemen conflict. We remain committed to peace.",
    ],
)
def test_no_stance(text: str) -> None:
    assert _held(text) == []


@pytest.mark.parametrize(
    ("text", "about", "last"),
    [
        (
            "Ethiopia and the TPLF fight. The deal moved the deadline for the TPLF to disarm until 30 June.",
            "deadline",
            date(2024, 6, 30),
        ),
        (
            "Ethiopia and the TPLF fight. The sides aim at signing a peace agreement by 20 June.",
            "deadline",
            date(2024, 6, 20),
        ),
        (
            "Ethiopia and the TPLF fight. If Ethiopia does not restore services by June 1, the TPLF will fight on.",
            "deadline",
            date(2024, 6, 1),
        ),
        (
            "Armenia and Azerbaijan fight. A truce is to last 24 hours from 8 a.m. on Friday until Saturday.",
            "truce_end",
            date(2024, 5, 18),
        ),
        (
            "Armenia and Azerbaijan will hold a prisoner swap on Friday as peace talks stall.",
            "exchange",
            date(2024, 5, 17),
        ),
    ],
)
def test_limits_and_handovers(text: str, about: str, last: date) -> None:
    assert _signals(text) == [(about, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Azerbaijan will hold a prisoner swap on Friday as peace talks stall.",
        "THE RSF OF SUDAN TODAY REAFFIRMED THEIR WILLINGNESS TO MEET WITH THE GOVERNMENT OF SUDAN.",
        "Congo and the M23 fight. The M23 said discussions are under way about a new round of talks with Congo.",
        "Prime Minister Modi spoke today with the leader of Pakistan. They agreed to speak again next week.",
        "Congo and the M23 fight. The coming talks in Doha will not be resolved in a matter of days.",
    ],
)
def test_a_day_of_something_else_is_no_day_of_talks(text: str) -> None:
    assert not [day for _, day in _rounds(text) if day]


def test_talks_put_off_long_ago_are_not_those_to_come() -> None:
    text = "Talks in Doha between Colombia and the ELN were suspended in January. A new round is set for 3 June."
    assert _rounds(text) == [("expected", date(2024, 6, 3))]


def test_a_swap_called_off_has_no_day() -> None:
    assert _signals("Israel and Hamas talk. The swap, planned for Sunday, was cancelled.") == []
