"""Who takes part in a negotiation, what is a stance on it, and which positions are one."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Position
from store.reading.reader import read as read_article

TALKS = "Russia and Ukraine held talks in Istanbul on Monday. "


def held(text: str) -> list[tuple[str, str]]:
    proposals = read_article(intake.from_text(TALKS + text, published=date(2025, 9, 9)), shipped()).proposals
    found = [proposal.content for proposal in proposals]
    return [(one.holder, one.stance) for one in found if isinstance(one, Position)]


@pytest.mark.parametrize(
    "text",
    [
        "A former Ukrainian minister criticised the agreement as a capitulation.",
        "Ukraine's opposition leader rejected the deal.",
        "Thousands of Ukrainians demanded a deal at a rally.",
        "Ukrainian soldiers near Pokrovsk said they opposed a ceasefire.",
        "Experts say Russia wants a corridor to Crimea.",
        "There was no sign that Russia had dropped its demand for neutrality, a diplomat said.",
        "The Red Cross urged Russia and Ukraine to spare civilians.",
    ],
)
def test_who_takes_no_part_holds_no_position(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Putin will demand recognition of Crimea when he meets Trump, a newspaper wrote.",
        "Russia marched in after accusing Kyiv of persecuting its people.",
        "Ukraine accused Russia of shelling a hospital in Kherson.",
        "Russia blamed an international TV crew, which it did not name, for the tensions.",
        "Ukraine asked its allies for more air defence missiles.",
        "Putin condemned Zelensky.",
        "Vucic declined to back a joint declaration demanding that Russia withdraw.",
    ],
)
def test_what_is_to_come_or_of_the_war_alone_is_no_stance(text: str) -> None:
    assert held(text) == []


def test_a_breach_of_what_was_agreed_is_an_accusation() -> None:
    assert held("Ukraine accused Russia of shelling Kherson in breach of the truce.") == [("Ukraine", "accuse")]


def test_a_paper_that_a_side_issues_speaks_for_it() -> None:
    assert held("The Kremlin issued a statement rejecting the idea of foreign troops.") == [("Russia", "reject")]


def test_a_stance_told_again_in_other_words_is_one() -> None:
    text = "Russia demands that Kyiv cede the region. Moscow wants Kyiv to pull its troops out of Donetsk."

    assert held(text) == [("Russia", "demand")]


def test_what_is_asked_on_another_matter_is_a_second_position() -> None:
    text = "Ukraine demanded a full ceasefire. Ukraine demanded the return of children."

    assert held(text) == [("Ukraine", "demand"), ("Ukraine", "demand")]


def test_a_name_in_the_setting_is_not_the_subject() -> None:
    text = "After pressure from the United States, Ukraine agreed to talks but refused to cede the region."

    assert ("Ukraine", "reject") in held(text)


def test_a_name_of_nobody_known_is_the_subject_of_its_sentence() -> None:
    assert held("UNSMIL thanked Egypt and called on the two sides to press on with the talks.") == []
