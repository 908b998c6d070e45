"""What was handed over, told apart: marks of type, days of other events, people taken up again, who only mediates."""

from __future__ import annotations

import pytest

from tests.reading.texts import given, owed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Azerbaijan handed Armenia the bodies of 12 slain **servicemen**[1] on Friday.",
            ["Azerbaijan > Armenia | remains | 12 one_way | slain | 2025-06-13"],
        ),
        (
            "• The bodies of *84* fallen _soldiers_ were sent home to Armenia by Azerbaijan on Thursday.",
            ["Azerbaijan > Armenia | remains | 84 one_way | 2025-06-12"],
        ),
        (
            "Hamas on Saturday turned over the [bodies](https://x.org) of four hostages to the Red Cross. Israel did.",
            ["Hamas > Israel | remains | 4 one_way | 2025-06-07"],
        ),
        (
            "Ukraine has brought home 22 children from Russia, following the return of 13 children by Russia in May.",
            [
                "Russia > Ukraine | children | 22 one_way",
                "Russia > Ukraine | children | 13 one_way | 2025-05-01/2025-05-31",
            ],
        ),
        (
            "Thailand returned 18 Cambodian soldiers captured in July near Preah Vihear on Wednesday.",
            ["Thailand > Cambodia | prisoners | 18 one_way | 2025-06-11"],
        ),
        (
            "Boko Haram kidnapped 14 nurses from Chad in January and nine drivers from Kenya in February.\n\n"
            "The Chadians were let go on Monday and the Kenyans on Wednesday.",
            [
                "Boko Haram > Chad | hostages | 14 one_way | 2025-06-09",
                "Boko Haram > Kenya | hostages | 9 one_way | 2025-06-11",
            ],
        ),
        (
            "Ethiopia handed over 43 Eritrean soldiers on Monday; Eritrea released an equal number of Ethiopians.",
            [
                "Ethiopia > Eritrea | prisoner_exchange | 43 one_way | 2025-06-09",
                "Eritrea > Ethiopia | prisoner_exchange | 43 one_way | 2025-06-09",
            ],
        ),
        (
            "Serbia released three Kosovo policemen linked to the Banjska case on Monday. Kosovo welcomed it.",
            ["Serbia > Kosovo | prisoners | 3 one_way | 2025-06-09"],
        ),
        (
            "Iran released six Iraqi fishermen arrested near the river, officials said.",
            ["Iran > Iraq | civilians | 6 one_way"],
        ),
        (
            "Hamas handed over two bodies, after freeing three captives on Thursday. Israel confirmed it.",
            ["Hamas > Israel | remains | 2 one_way", "Hamas > Israel | prisoners | 3 one_way | 2025-06-12"],
        ),
        (
            "Canada thanked Oman for helping to secure the release of five Canadians held by the Taliban.",
            ["Taliban > Canada | prisoners | 5 one_way"],
        ),
    ],
)
def test_each_day_and_side_belongs_to_what_was_handed_over(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The agreement, which obliges the ELN to set free all the hostages it holds, was signed with Colombia.",
            ["ELN > Colombia | hostages | all one_way | agreed"],
        ),
        (
            "Officials in Kyiv expect some 300 more prisoners to come home from Russia in June.",
            ["Russia > None | prisoners | ~300 one_way | expected | 2025-06-01/2025-06-30"],
        ),
        (
            "Trilateral talks: delegations of Russia, Ukraine and the United States met. Ukraine and Russia spoke to "
            "the United States, and the United States to Russia.\n\nUkraine asked. Ukraine waited.\n\n"
            "The negotiators agreed to swap 220 captives, 110 each.",
            ["Russia <> Ukraine | prisoner_exchange | 110 each | agreed"],
        ),
    ],
)
def test_what_is_owed_is_told_from_what_is_talked_about(text: str, expected: list[str]) -> None:
    assert owed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sudan's navy evacuated 430 passengers from Port Sudan on Friday. The RSF said nothing.",
        "The two leaders hailed the release of several prisoners, and the two leaders discussed aid. Iran asked.",
        "He was reunited with his wife after more than six years held hostage by Hamas in Israel.",
        "Mediators reported progress on a deal to free the hostage Anna Ivanova, held by Hamas in Israel.",
        "Talks on securing the release of 59 hostages held by Hamas resumed in Doha, Israel said.",
    ],
)
def test_nothing_is_made_of_what_was_not_handed_over(text: str) -> None:
    assert given(text) + owed(text) == []
