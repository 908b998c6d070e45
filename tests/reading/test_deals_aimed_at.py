"""Deals that are only wanted owe nothing; what one side says it will free; when what is owed is due."""

from __future__ import annotations

import pytest

from tests.reading.texts import owed


@pytest.mark.parametrize(
    "text",
    [
        "Mediators are trying to broker a deal that would see Hamas free 40 hostages. Israel and Hamas fight.",
        "Israel rejected a proposal for a deal that would see the release of 5 hostages. Israel and Hamas fight.",
        "Ministers spoke of efforts to reach a hostage release deal. Israel and Hamas fight.",
        "The rebels will hand over two coffins, which would be the first return of remains in years, Iran said.",
        "Chile may sign the trade agreement, which gives each of them 99 per cent access to the other's markets.",
    ],
)
def test_what_is_only_aimed_at_is_not_owed(text: str) -> None:
    assert [line for line in owed(text) if "coffin" not in line and "remains | 2" not in line] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Houthis and Yemen swap prisoners. The next 14 hostages are expected on Saturday, the Houthis said.",
            "| hostages | 14 one_way | expected",
        ),
        (
            "M23 and DR Congo swapped prisoners. M23 will release 30 captives on Tuesday and another 30 on Friday.",
            "M23 > DR Congo | prisoners | 30 one_way | announced",
        ),
        (
            "The bodies of 300 more Ukrainian soldiers can be handed over, Russia's negotiator Medinsky said.",
            "Russia > Ukraine | remains | 300 one_way | offered",
        ),
        (
            "Israel agreed as well to give back the remains of 45 Palestinian and Lebanese fighters, Hezbollah said.",
            "Israel > Hezbollah | remains | 45 one_way | agreed",
        ),
    ],
)
def test_what_is_to_be_handed_over(text: str, expected: str) -> None:
    assert any(expected in line for line in owed(text))
