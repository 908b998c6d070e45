"""Measures as news words them: relative clauses, terms on the table, unnamed sides, lists, statements."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.proposals import Commitment
from store.reading.reader import read

DAY = date(2026, 3, 5)
"""A Thursday."""


def owed(text: str) -> list[Commitment]:
    article = Article(text, (Passage(Span(0, len(text)), 1),), Published(DAY, "given"))
    contents = [proposal.content for proposal in read(article, shipped()).proposals]
    return [content for content in contents if isinstance(content, Commitment)]


def only(text: str) -> Commitment:
    (one,) = owed(text)
    return one


@pytest.mark.parametrize(
    ("text", "kind", "value", "modality"),
    [
        (
            "The ceasefire deal that the two sides signed in Lima says that Peru and Chile shall meet.",
            "ceasefire",
            None,
            "agreed",
        ),
        (
            "Trucks moved days after Peru and Chile agreed to a ceasefire.",
            "ceasefire",
            None,
            "agreed",
        ),
        (
            "Under the deal, Peru and Chile rest in the first phase, a truce of six weeks, and talk.",
            "truce",
            6,
            "agreed",
        ),
        (
            "Peru and Chile met. Peru said it was ready for a short ceasefire with Chile.",
            "ceasefire",
            None,
            "offered",
        ),
        (
            "Peru and Chile read the proposal. The proposal includes maps and a 40-day truce.",
            "truce",
            40,
            "proposed",
        ),
        (
            "Peru and Chile agreed to set up humanitarian corridors out of the town.",
            "access",
            None,
            "agreed",
        ),
        (
            "Peru and Chile agreed to ban strikes on power stations.",
            "strike_halt",
            None,
            "agreed",
        ),
        (
            "Peru and Chile have agreed to ensure safe navigation in the strait.",
            "arrangement",
            None,
            "agreed",
        ),
        (
            "Peru and Chile agreed to cease fire at once.",
            "ceasefire",
            None,
            "agreed",
        ),
        (
            "Peru and Chile spoke. Peru will hold fire on the port for a week.",
            "strike_halt",
            None,
            "announced",
        ),
        (
            "I welcome the announcement of a two-month truce in the war of Peru and Chile.",
            "truce",
            2,
            "agreed",
        ),
    ],
)
def test_measures_in_the_words_of_news(text: str, kind: str, value: int | None, modality: str) -> None:
    one = only(text)

    assert (one.kind, one.figure.value, one.modality) == (kind, value, modality)


def test_a_truce_in_return_for_something_is_only_proposed() -> None:
    text = "Peru and Chile met. Peru put maps of the mines on the table in return for a 70-day ceasefire."
    one = only(text)

    assert (one.kind, one.figure.value, one.modality) == ("ceasefire", 70, "proposed")


def test_what_is_agreed_later_is_no_longer_only_proposed() -> None:
    text = (
        "The proposal of Peru and Chile includes a 40-day truce. Peru and Chile agreed on Monday to a truce of 40 days."
    )
    assert only(text).modality == "agreed"


def test_others_without_a_name_owe_too() -> None:
    one = only(
        "Myanmar's army and an alliance of armed groups have reached a ceasefire, Chinese officials in China said."
    )

    assert (one.debtor, one.creditor, one.reciprocal) == ("Myanmar", None, True)


def test_foreign_forces_are_no_side_of_the_article() -> None:
    text = (
        "Mali and Chad met. Mali and Chad spoke of a deal last year, which outlined the withdrawal of foreign forces "
        "by May 2027."
    )
    withdrawal = next(one for one in owed(text) if one.kind == "withdrawal")

    assert (withdrawal.debtor, withdrawal.due.latest) == (None, date(2027, 5, 31))


def test_the_other_side_of_a_sentence_is_whom_it_names() -> None:
    text = (
        "Hamas spoke. Israel and Hamas met. Israel and Hamas met again. Lebanon asked for calm. "
        "Lebanon undertook to open six sites, and Israel to halt its air strikes on the valley for 30 days."
    )
    halt = next(one for one in owed(text) if one.kind == "strike_halt")

    assert (halt.debtor, halt.creditor) == ("Israel", "Lebanon")


def test_points_of_a_text_that_agrees_are_owed() -> None:
    text = (
        "Mali and Chad met. To this end we agree to the following steps to bring calm to the land along the border:\n"
        "- Calm the border, to include the removal of heavy weapons from the hills."
    )
    assert [one.kind for one in owed(text)] == ["withdrawal"]


def test_this_pause_will_be_in_effect_until_a_day() -> None:
    one = only(
        "Mali and Chad agreed on a 15-day pause in fighting. This extension will be in effect until 20 March 2026."
    )
    assert one.due.latest == date(2026, 3, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. Peru rejected a plan that includes a 40-day truce with Chile.",
        "Peru and Chile met. The truce that Chile had proposed was not spoken of.",
        "Peru and Chile met. Norway is ready for a ceasefire of others, it said.",
        "Peru and Chile met. Peru would agree to stop the fighting only if Chile left the pass.",
        "Peru and Chile met after the removal of a statue from the square.",
        "Norway calls for a 21-day ceasefire of Peru and Chile.",
    ],
)
def test_what_nobody_owes_or_offers(text: str) -> None:
    assert owed(text) == []
