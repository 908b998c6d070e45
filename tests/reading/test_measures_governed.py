"""Truces and withdrawals that are none: talks that pause, truces that end, what is not expected, who is only listed."""

from __future__ import annotations

import pytest

from tests.reading.texts import owed


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile fought. Peru announced a pause on the talks with Chile.",
        "Peru renewed its attacks on Chile in March after ending a ceasefire. Chile and Peru are at war.",
        "Chile called the decision of Peru to suspend the truce unfortunate. Peru and Chile are at war.",
        "Peru and Chile met, but their failure to agree on a ceasefire leaves all open.",
        "Peru resigned itself to limiting the attacks on Chile rather than halting hostilities.",
        "Peru began its withdrawal from the regional court on Tuesday. Chile regretted it.",
        "Chile does not expect Peru to accept the truce. Peru and Chile are at war.",
        "Peru holds a view on how to achieve a ceasefire with Chile.",
    ],
)
def test_what_is_no_measure(text: str) -> None:
    assert owed(text) == []


def test_sides_that_are_only_listed_owe_each_other_nothing() -> None:
    found = owed(
        "In a call of the leaders of Germany, France, Italy and Peru, all confirmed the commitment to the truce."
    )
    assert not any("Germany" in line or "Italy" in line for line in found)


def test_groups_that_a_truce_leaves_out_do_not_keep_it() -> None:
    found = owed("The truce which came into force on 1 June does not include the ELN and the FARC.")
    assert not any("ELN" in line for line in found)


def test_day_since_when_a_war_lasts_is_no_day_of_the_truce() -> None:
    found = owed("Peru and Chile agreed to a truce, the first since the war began in 2011.")
    assert found == ["Peru <> Chile | truce | ? duration | agreed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The United States welcomed the truce in Yemen. The United States and Yemen spoke again of it.\n\n"
            "A two-month truce began on 2 June.",
            "None <> None | truce | 2 duration | agreed | 2025-06-02",
        ),
        (
            "Iran and the United States agreed to a ceasefire for ten days.",
            "Iran <> United States | ceasefire | 10 duration | agreed",
        ),
    ],
)
def test_power_owes_a_truce_only_where_it_is_named_as_a_side(text: str, expected: str) -> None:
    assert expected in owed(text)


def test_deal_that_is_only_discussed_is_none() -> None:
    assert owed("Peru and Chile held a call to discuss a deal to halt the fighting.") == []
