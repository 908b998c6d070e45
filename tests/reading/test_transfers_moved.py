"""People handed over whom no verb of the trade tells of, or no number counts: their ways, their names, one of them."""

from __future__ import annotations

import pytest

from tests.reading.texts import given

_SWAP = "Russia and Ukraine carried out a prisoner swap on Monday.\n\nUkraine freed 20 soldiers."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{_SWAP}\n\nTwelve captives were sent the other way.",
            [
                "Ukraine > Russia | prisoner_exchange | 20 one_way | 2025-06-09",
                "Russia > Ukraine | prisoner_exchange | 12 one_way | 2025-06-09",
            ],
        ),
        (
            "Thirty Ukrainian soldiers are on their way to Ukraine from Russia after a swap, Kyiv said.",
            ["Russia > Ukraine | prisoners | 30 one_way | 2025-06-13"],
        ),
        (
            "A plane of the Red Cross on Sunday flew 48 Houthi prisoners from Riyadh to Sanaa.",
            ["Saudi Arabia > Houthis | prisoners | 48 one_way | 2025-06-08"],
        ),
        (
            "The bodies of three hostages were brought to Israel on Sunday.\n\nHamas had kept them.",
            ["Hamas > Israel | remains | 3 one_way | 2025-06-08"],
        ),
        (
            "Five Americans left Iran on Monday.\n\nIran had jailed them.\n\nThe United States thanked Qatar.",
            ["Iran > United States | prisoners | 5 one_way | 2025-06-09"],
        ),
        (
            "The M23 held 30 Congolese soldiers for two weeks before handing them over to the Red Cross on Friday.",
            ["M23 > DR Congo | prisoners | 30 one_way | 2025-06-13"],
        ),
        (
            "Hamas freed 13 Israeli hostages on Friday.\n\nTen more followed on Saturday.",
            [
                "Hamas > Israel | hostages | 13 one_way | 2025-06-13",
                "Hamas > Israel | hostages | 10 one_way | 2025-06-07",
            ],
        ),
        (
            "The remains of Sergeant Omar Haddad were sent to Lebanon on Tuesday.\n\nIsrael had kept them.",
            ["Israel > Lebanon | remains | 1 one_way | 2025-06-10"],
        ),
        (
            "Sudan's army said the RSF gave 24 captives to the Red Cross on Friday.",
            ["RSF > Sudan | prisoners | 24 one_way | 2025-06-13"],
        ),
        ("Twelve negotiators left Doha for Cairo on Monday.\n\nIsrael and Hamas talked of prisoners.", []),
        ("Buses took 40 wounded to hospital in Sanaa on Monday.\n\nPrisoners are held there.", []),
        ("Nine commanders were taken to Turkey on Friday.\n\nRussia and Ukraine had swapped prisoners.", []),
    ],
)
def test_people_on_the_move_were_handed_over(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban on Tuesday released American journalist Ryan Walker, who had been detained for two years.",
            ["Taliban > United States | prisoners | 1 one_way | 2025-06-10"],
        ),
        (
            "Japanese reporter Jun Honda has been freed in Syria, Tokyo said on Wednesday.\n\nHe was kidnapped.",
            ["None > Japan | hostages | 1 one_way | 2025-06-11"],
        ),
        (
            "The rebels freed Mary Quin and John Abbott on Tuesday, both kidnapped in May, the Yemeni government said.",
            ["None > None | hostages | 2 one_way | 2025-06-10"],
        ),
        ("A court ordered the release of Ivan Petrov on bail on Tuesday.\n\nHe was arrested in May.", []),
        ("Freed hostage Omer Levi met the president on Monday.\n\nHamas had held him.", []),
        ("Joe Biden demanded the release of Evan Miller on Friday.\n\nHe is detained in Russia.", []),
        ("Mexico released Final Cut on Friday.\n\nThe film tells of a war.", []),
    ],
)
def test_who_is_named_is_counted_by_the_names(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eritrea and Ethiopia each freed a prisoner on Monday.",
            [
                "Eritrea > Ethiopia | prisoner_exchange | 1 one_way | 2025-06-09",
                "Ethiopia > Eritrea | prisoner_exchange | 1 one_way | 2025-06-09",
            ],
        ),
        (
            "Iran on Monday released an American woman, Washington said.",
            ["Iran > United States | prisoners | 1 one_way | 2025-06-09"],
        ),
        (
            "A Swiss couple held by the Taliban walked free on Wednesday.",
            ["Taliban > Switzerland | prisoners | 2 one_way | 2025-06-11"],
        ),
        (
            "Abu Sayyaf militants freed a Norwegian on Saturday, the Philippine government said.",
            ["Abu Sayyaf > Norway | prisoners | 1 one_way | 2025-06-07"],
        ),
        (
            "A Colombian soldier held hostage by the ELN was freed on Monday.",
            ["ELN > Colombia | hostages | 1 one_way | 2025-06-09"],
        ),
        (
            "Kidnappers on Monday freed eight nuns in Haiti.",
            ["None > None | hostages | 8 one_way | 2025-06-09"],
        ),
        (
            "Some 300 people reached Tripoli on Sunday from the besieged town.\n\nThe evacuation goes on.",
            ["None > None | civilians | ~300 one_way | 2025-06-08"],
        ),
        ("Ukraine evacuated 500 civilians from Pokrovsk on Friday.", []),
        ("Police released a man on Monday.\n\nPrisoners are held in Gaza by Hamas.", []),
        ("A Polish couple was arrested in Belarus on Monday.", []),
    ],
)
def test_one_or_two_are_counted_without_a_number(text: str, expected: list[str]) -> None:
    assert given(text) == expected
