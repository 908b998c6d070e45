"""Who speaks only for himself, what is no stance in talks, and which positions are one record."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Position, Proposal
from store.reading.reader import read as read_article

TALKS = "Peru and Chile held talks in Lima on Monday. "


def proposed(text: str) -> list[Proposal]:
    proposals = read_article(intake.from_text(TALKS + text, published=date(2025, 9, 9)), shipped()).proposals
    return [proposal for proposal in proposals if isinstance(proposal.content, Position)]


def held(text: str) -> list[tuple[str, str]]:
    return [(one.content.holder, one.content.stance) for one in proposed(text) if isinstance(one.content, Position)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile left the pass.\n\nAna Quispe, daughter of a miner held in Chile, said: “You must return to talks.”",
        "Peru's president was away. Tomas Rojas sells bread in Lima. He rejected the truce.",
        "The family thanked Peru for its help and asks for privacy at this time.",
        "Relatives of soldiers held in Chile have criticised Peru and are now demanding a deal.",
        "Thousands of Peruvian protesters took to the streets of Lima demanding a truce.",
        "The miners' union condemned Peruvian raids and called on the world to press Chile to stop its attacks.",
        "A shepherd freed last week by Peruvian troops urged Chile to accept the deal.",
    ],
)
def test_who_speaks_for_himself_holds_no_position_of_a_side(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile denied responsibility for the raid.",
        "Chile has neither confirmed nor denied the claim.",
        "A Chilean minister declined to discuss the terms of the truce.",
        "Chile moved its guns, suggesting the army may attack.",
        "Peru might take the pass should Chile reject the truce.",
        "Peru seeks to hold a conference in the autumn.",
        "Peru supposedly agreed to the truce.",
        "Peru said that its answer must be weighed with care.",
        "Chile said it would not give up.",
        "Peru will not rest until the truce is broken by nobody.",
        "The Chilean minister asked for forgiveness for the long talks.",
        "A city guide slammed the Peruvian museum, and Chile criticised the opera.",
        "Chile said Peru would stall the talks.",
        "Peru told reporters it will not withdraw from the talks.",
        "The mediators expect the truce when the government of Peru accepts the plan.",
    ],
)
def test_what_is_denied_supposed_or_beside_the_talks_is_no_stance(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's ambassador to Chile Luis Soto rejected the plan.", [("Peru", "reject")]),
        ("Chile wept as Peru hardens its conditions for a deal.", [("Peru", "demand")]),
        ("The government of Chile does not want to concede the pass.", [("Chile", "reject")]),
        ("Peru, Chile and Mali rejected the plan.", [("Mali", "reject"), ("Chile", "reject"), ("Peru", "reject")]),
        ("Peru and its northern allies have called for a 30-day truce.", [("Peru", "demand")]),
        ("Chile asked the public to leave the roads to the delegations of the talks.", [("Chile", "urge")]),
        ("Chile said it had delivered a positive response to the plan for a truce.", [("Chile", "accept")]),
        ("Peru pitched a plan for a truce.", [("Peru", "propose")]),
    ],
)
def test_whose_stance_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert held(text) == expected


def test_what_one_side_asks_for_is_one_record_with_all_its_evidence() -> None:
    (found,) = proposed("Peru demanded aid for the towns. Peru also demanded a guarantee by Mali.")

    assert isinstance(found.content, Position)
    assert found.content.topic == "aid for the towns; guarantee by Mali"
    assert len(found.evidence) == 2


def test_the_fighting_and_the_people_are_asked_for_apart() -> None:
    text = "Peru demanded an unconditional ceasefire. Peru also demanded the return of its prisoners."

    assert held(text) == [("Peru", "demand"), ("Peru", "demand")]


def test_two_plans_about_different_matters_are_two() -> None:
    text = "Chile proposed a ceasefire of ten days. Chile also proposed aid convoys to the towns."

    assert held(text) == [("Chile", "propose"), ("Chile", "propose")]


def test_people_offered_for_people_in_a_plan_are_a_commitment() -> None:
    assert held("Chile proposed that 200 prisoners of war be exchanged.") == []
