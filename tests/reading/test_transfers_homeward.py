"""What was handed over: people brought home, given for others, counted in other ways, brought about or aimed at."""

from __future__ import annotations

import pytest

from tests.reading.texts import given, owed

GIVEN = [
    (
        "On Thursday, the bodies of 120 dead were returned to Armenia by Azerbaijan.",
        ["Azerbaijan > Armenia | remains | 120 one_way | 2025-06-12"],
    ),
    (
        "On Thursday, 120 bodies, which Baku says belong to Armenian servicemen, were returned to Armenia.",
        ["Azerbaijan > Armenia | remains | 120 one_way | 2025-06-12"],
    ),
    (
        "Armenia has brought back 12 of its soldiers from Azerbaijan on Thursday.",
        ["Azerbaijan > Armenia | prisoners | 12 one_way | 2025-06-12"],
    ),
    (
        "Hamas on Thursday returned the remains of 7 out of 13 hostages to Israel.",
        ["Hamas > Israel | remains | 7 one_way | 2025-06-12"],
    ),
    (
        "India and Pakistan swapped 98 detainees each in their second exchange of 2025, officials announced Thursday.",
        ["India <> Pakistan | prisoner_exchange | 98 each | 2025-06-12"],
    ),
    (
        "The FARC freed a mayor who had been kidnapped in March on Thursday.",
        ["FARC > Colombia | hostages | 1 one_way | 2025-06-12"],
    ),
    (
        "Eritrea freed 30 “illegally held” Djiboutian prisoners on Thursday.",
        ["Eritrea > Djibouti | prisoners | 30 one_way | 2025-06-12"],
    ),
    (
        "A total of 1 212 bodies were handed over to Ukraine by Russia on Thursday.",
        ["Russia > Ukraine | remains | 1212 one_way | 2025-06-12"],
    ),
    (
        "Armenia and Azerbaijan exchanged a total of 34 prisoners on Thursday.\n\n"
        "Baku agreed to release 20 Armenian soldiers, while Yerevan agreed to release 14 Azerbaijani soldiers.",
        [
            "Azerbaijan > Armenia | prisoner_exchange | 20 one_way | 2025-06-12",
            "Armenia > Azerbaijan | prisoner_exchange | 14 one_way | 2025-06-12",
        ],
    ),
    (
        "Talks in Quito were delayed in May pending a government pardon for two jailed rebels of the ELN in Colombia.",
        [],
    ),
    ("He said in total more than 7,000 Ukrainians have already been returned from captivity in Russia.", []),
]
OWED = [
    (
        "Armenia and Azerbaijan will meet. The swap will involve nearly 500 prisoners — 246 from each side.",
        ["Armenia <> Azerbaijan | prisoner_exchange | 246 each | expected"],
    ),
    (
        "Pakistan agreed to exchange 40 Indian prisoners for 25 Pakistani prisoners.",
        [
            "Pakistan > India | prisoner_exchange | 40 one_way | agreed",
            "India > Pakistan | prisoner_exchange | 25 one_way | agreed",
        ],
    ),
    (
        "He reaffirmed his commitment to efforts to secure the release of all the hostages taken by Hamas from Israel.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_what_was_handed_over(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(("text", "expected"), OWED)
def test_what_is_owed(text: str, expected: list[str]) -> None:
    assert owed(text) == expected
