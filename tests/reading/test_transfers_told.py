"""People handed over as newsrooms tell it: in return, at second hand, in parts, by a day told later."""

from __future__ import annotations

import pytest

from tests.reading.texts import given, owed

_JAILED = "Iran and Sweden had talked for months."
_HELD = "Hamas and Israel spoke of hostages. Hostages are still in Gaza."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Russia and Ukraine swapped prisoners on Thursday.\n\n"307 of our defenders are home," Zelensky wrote.',
            ["Russia > Ukraine | prisoner_exchange | 307 one_way | 2025-06-12"],
        ),
        (
            "Russia said 150 of its men had been returned.\n\nUkraine and Russia swapped prisoners on Wednesday.",
            ["Ukraine > Russia | prisoner_exchange | 150 one_way | 2025-06-11"],
        ),
        (
            f"Two Swedes jailed in Iran have been freed, Stockholm said.\n\n{_JAILED}",
            ["Iran > Sweden | prisoners | 2 one_way"],
        ),
        (
            "The ministry in Madrid said that three of its citizens had been released from prison in Eritrea.",
            ["Eritrea > Spain | prisoners | 3 one_way"],
        ),
        (
            f"Israel received a coffin carrying the body of a hostage on Wednesday.\n\n{_HELD}",
            ["Hamas > Israel | remains | 1 one_way | 2025-06-11"],
        ),
        (
            "A pilot was freed on Tuesday in exchange for two Russian soldiers held by Ukraine.\n\nRussia said so.",
            [
                "Ukraine > Russia | prisoner_exchange | 2 one_way | 2025-06-10",
                "Russia > Ukraine | prisoner_exchange | 1 one_way | 2025-06-10",
            ],
        ),
        (
            "Syrian rebels on Wednesday freed 40 Iranians in return for 2,000 prisoners held by Syria's government.",
            [
                "Syrian rebels > Iran | prisoner_exchange | 40 one_way | 2025-06-11",
                "Syria > Syrian rebels | prisoner_exchange | 2000 one_way | 2025-06-11",
            ],
        ),
        (
            "Fifty Russian prisoners were given for 45 Ukrainians on Wednesday.\n\nRussia and Ukraine confirmed it.",
            [
                "Ukraine > Russia | prisoner_exchange | 50 one_way | 2025-06-11",
                "Russia > Ukraine | prisoner_exchange | 45 one_way | 2025-06-11",
            ],
        ),
        (
            "Aid groups helped to get 61 children freed by the M23 on Wednesday.\n\nDR Congo thanked them.",
            ["M23 > DR Congo | children | 61 one_way | 2025-06-11"],
        ),
        (
            "Forty people came home on Wednesday: 25 freed by the government of Yemen and 15 by the Houthis.",
            [
                "Yemen > Houthis | prisoners | 25 one_way | 2025-06-11",
                "Houthis > Yemen | prisoners | 15 one_way | 2025-06-11",
            ],
        ),
        (
            "Five soldiers of Colombia were seized by the ELN in May.\n\nThey were set free on Wednesday.",
            ["ELN > Colombia | prisoners | 5 one_way | 2025-06-11"],
        ),
        (
            "At about noon on Wednesday 35 captives were freed by the Houthis.\n\nYemen waited for them.",
            ["Houthis > Yemen | prisoners | 35 one_way | 2025-06-11"],
        ),
        (
            "On 3 June Armenia returned 30 bodies; on 9 June Azerbaijan returned 21 bodies.",
            [
                "Armenia > Azerbaijan | remains | 30 one_way | 2025-06-03",
                "Azerbaijan > Armenia | remains | 21 one_way | 2025-06-09",
            ],
        ),
    ],
)
def test_people_are_handed_over_in_many_words(text: str, expected: list[str]) -> None:
    assert given(text) == expected


def test_the_first_of_a_number_leave_the_rest_owed() -> None:
    text = "The Afghan government has let out the first 60 of a remaining 300 Taliban prisoners."
    later = f"{text}\n\nThey left jail on Wednesday. The Taliban were glad."
    assert given(later) == ["Afghanistan > Taliban | prisoners | 60 one_way | 2025-06-11"]
    assert owed(later) == ["Afghanistan > Taliban | prisoners | 300 one_way | agreed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal foresees that the government of Afghanistan frees 500 Taliban prisoners and the Taliban free "
            "100 soldiers.",
            [
                "Afghanistan > Taliban | prisoners | 500 one_way | agreed",
                "Taliban > Afghanistan | prisoners | 100 one_way | agreed",
            ],
        ),
        (
            "The proposal calls for the release of 10 hostages by Hamas, along with hundreds of Palestinian prisoners "
            f"held by Israel.\n\n{_HELD}",
            [
                "Hamas > Israel | hostages | 10 one_way | proposed",
                "Israel > Hamas | prisoners | hundreds one_way | proposed",
            ],
        ),
        (
            "Russia and Ukraine agreed to return the seriously wounded and those under 25.",
            [
                "Russia <> Ukraine | prisoner_exchange | ? each | agreed | seriously wounded",
                "Russia <> Ukraine | prisoner_exchange | all each | agreed | under 25",
            ],
        ),
        (
            "Twenty-nine children are to go to Ukraine and 19 to Russia.\n\nRussia and Ukraine said so.",
            [
                "Russia > Ukraine | children | 29 one_way | announced",
                "Ukraine > Russia | children | 19 one_way | announced",
            ],
        ),
        (
            "Russia and Ukraine announced a prisoner exchange of 175 soldiers on each side.",
            ["Russia <> Ukraine | prisoner_exchange | 175 each | announced"],
        ),
    ],
)
def test_people_are_owed_in_many_words(text: str, expected: list[str]) -> None:
    assert owed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Since 2022 more than 9,000 Ukrainians have come home from Russia.",
        "Israel's army recovered the bodies of four hostages in Gaza on Tuesday. Hamas said nothing.",
        "Seven people were killed in attacks against civilians on Monday. Israel blamed Hamas.",
        "Russia and Ukraine spoke on Monday. A lawyer for one of the men said he was well.",
    ],
)
def test_totals_and_losses_are_nothing_that_was_handed_over(text: str) -> None:
    assert given(text) == []
