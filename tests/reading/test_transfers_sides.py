"""Who gives, and when, where only the words around a name or a day tell: rebels, own troops, what was given back."""

from __future__ import annotations

import pytest

from tests.reading.texts import given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colombian guerrillas freed six policemen on Sunday. The ELN said the talks would go on.",
            ["ELN > Colombia | prisoners | 6 one_way | 2025-06-08"],
        ),
        (
            "A Philippine rebel group released three soldiers on Tuesday. The New People's Army captured them in May.",
            ["New People's Army > Philippines | prisoners | 3 one_way | 2025-06-10"],
        ),
        (
            "Kyiv was handed the bodies of 60 soldiers on Tuesday and returned 12 to Moscow.",
            [
                "Russia > Ukraine | remains | 60 one_way | 2025-06-10",
                "Ukraine > Russia | remains | 12 one_way | 2025-06-10",
            ],
        ),
        ("Three hostages were freed by Nigerian troops on Monday. Boko Haram kidnapped them in March.", []),
        ("For every soldier Hezbollah returns, Israel releases 10 prisoners.", []),
        (
            "The army said 15 soldiers abducted in Kidal by JNIM were freed on Sunday after mediation by Algeria.",
            ["JNIM > Mali | prisoners | 15 one_way | 2025-06-08"],
        ),
        (
            "On Wednesday the army said it had received 12 soldiers from the M23 rebels. They were freed on Monday.",
            ["M23 > DR Congo | prisoners | 12 one_way | 2025-06-09"],
        ),
        (
            "About 200 prisoners held by the Houthis have left Sanaa jails since Sunday, the government said.",
            ["Houthis > Yemen | prisoners | ~200 one_way | 2025-06-08/2025-06-13"],
        ),
    ],
)
def test_sides_and_days_that_only_the_words_around_tell(text: str, expected: list[str]) -> None:
    """A state's rebels, troops that free their own people, and the day of the deed are told from what stands near."""
    assert given(text) == expected
