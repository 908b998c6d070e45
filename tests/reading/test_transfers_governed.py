"""What a verb of the trade governs and what it does not: other objects, sources, plans, people freed by force."""

from __future__ import annotations

import pytest

from store.reading.grammar.sentences import scene_of
from store.reading.lexicon import shipped
from tests.reading.texts import article, given, owed


@pytest.mark.parametrize(
    "text",
    [
        "According to a report released by Armenia, nine of its drivers were taken hostage when 12 armed men came.",
        "Armenia obtained a grainy video that appeared to show a Georgian prisoner at a base. Georgia protested.",
        "The ELN released a recording showing two hostages from Peru on Friday.",
        "Peru released new pictures of four captured inmates on Friday. Chile did not.",
        "The carrier will stay until it returns to Chile, according to three Peruvian officials.",
        "There are 98 detainees left at the prison, Peru said.",
        "Hamas keeps what may be a grave. Israel said possibly a hostage was returned on Friday.",
        "Israel recovered the bodies of two hostages, and eight have been rescued alive since.",
        "Israel has vowed to fight on until Hamas returns the remaining 58 hostages.",
        "Gangs told families in Chile, demanding police return the body of their leader. Peru listened.",
        "Chile transferred 40 gang leaders from the capital to prisons across the country on Monday.",
        "Peru and Chile hoped to expand personnel exchanges in trade and culture, and agreed to do so.",
        "Two sailors and 11 marines returned home to Peru in coffins on Friday. Chile mourned.",
        "Both sides agreed on progress in delivering aid shipments to civilian districts. Peru and Chile talked.",
        "Israel lamented the failure of Hamas: the cabinet has no serious plan to bring the last hostage home.",
        "Hamas drew blame for its failure to agree to a ceasefire with Israel and return its hostages.",
        "Four of the nine hostages whose bodies were found by Israel had waited for the deal with Hamas.",
        "Armenia said it would bring back every single one of its people from Georgia.",
        "Peru said on Friday that it would deliver a list of demands to Chile.",
        "Peru wants to close the camp, and picks four from among the 37 detainees already cleared to be sent to Chile.",
    ],
)
def test_nothing_is_made_of_what_a_verb_does_not_govern(text: str) -> None:
    assert given(text) + owed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A deal made in November saw Hamas release 80 hostages. Israel waits for the others.",
            ["Hamas > Israel | hostages | 80 one_way"],
        ),
        (
            "Her sister was one of five Georgians released by Armenia in exchange for two Armenians on Monday.",
            [
                "Armenia > Georgia | prisoner_exchange | 5 one_way | 2025-06-09",
                "Georgia > Armenia | prisoner_exchange | 2 one_way | 2025-06-09",
            ],
        ),
        (
            "Israel confirmed that Hamas gave back one more hostage's body on Thursday.",
            ["Hamas > Israel | remains | 1 one_way | 2025-06-12"],
        ),
        (
            "Hamas freed three more hostages of Israel as part of the January 19 ceasefire deal.",
            ["Hamas > Israel | hostages | 3 one_way"],
        ),
        (
            "Georgia waited for more than 300 Georgian soldiers who had been released.\n\n"
            "Armenia released 307 Georgian soldiers on Monday.",
            ["Armenia > Georgia | prisoners | 307 one_way | 2025-06-09"],
        ),
        (
            "Thirteen of the 30 nuns were released on Friday, including three cooks from the abbey and 10 Kenyan nuns.",
            ["None > None | civilians | 13 one_way | 2025-06-13"],
        ),
    ],
)
def test_number_side_and_day_are_those_of_the_event(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Crowds demanded that Israel find a way to a deal with Hamas, in order to free over 100 hostages in Gaza.",
            "Hamas > Israel | hostages | >100 one_way | agreed",
        ),
        (
            "Israel floated a deal with Hamas that would see the release of all hostages held there in exchange for "
            "prisoners held by Israel.",
            "Hamas > Israel | hostages | all one_way | announced",
        ),
        (
            "Indonesia and the Netherlands agreed to repatriate two Dutch prisoners.",
            "Indonesia > Netherlands | prisoners | 2 one_way | agreed",
        ),
    ],
)
def test_who_holds_people_gives_them(text: str, expected: str) -> None:
    assert expected in owed(text)


def test_group_that_holds_hostages_is_a_side_though_a_mediator_is_named_more_often() -> None:
    text = (
        "The United States spoke. Israel and the United States met. " * 4
        + "Israel wants its hostages back from Hamas in a truce. " * 3
    )
    assert set(scene_of(article(text), shipped()).pair or ()) == {"Hamas", "Israel"}
