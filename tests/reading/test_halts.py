"""Measures named by what is halted, by their extension, by a paper that holds them; and what is none."""

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


@pytest.mark.parametrize(
    ("text", "kind", "value", "modality"),
    [
        ("Peru and Chile agreed to a 30-day halt in strikes on ports.", "strike_halt", 30, "agreed"),
        ("Peru announced a three-day suspension of drone attacks on Chile.", "strike_halt", 3, "announced"),
        ("Peru and Chile agreed on a ten-day halt to military operations.", "truce", 10, "agreed"),
        ("Peru and Chile agreed to a regime of calm for 48 hours.", "truce", 48, "agreed"),
        ("The plan of Peru and Chile sees the release of maps and 70 days of truce.", "truce", 70, "proposed"),
        ("The deal that Peru and Chile discuss would see maps freed during a 60-day truce.", "truce", 60, "proposed"),
        ("Peru and Chile kept quiet. Peru is willing to accept a 30-day ceasefire.", "ceasefire", 30, "offered"),
        (
            "Peru and Chile met. Peru has not yet handed to Chile a draft memorandum.",
            "draft_memorandum",
            None,
            "expected",
        ),
        ("Peru and Chile met. Under the plan, Peru would withdraw to the line of May.", "withdrawal", None, "proposed"),
        ("Peru and Chile met. Peru agreed to pull out of two of the five hills.", "withdrawal", 2, "agreed"),
        ("Peru and Chile met. Peruvian troops are to leave the valley.", "withdrawal", None, "announced"),
        ("Peru and Chile met. Peru is to start pulling out of the corridor.", "withdrawal", None, "announced"),
        (
            "Peru and Chile met. Peru announced a withdrawal of its forces from two ports.",
            "withdrawal",
            None,
            "announced",
        ),
        ("Peru and Chile met. Peru agreed to lift the siege of the port.", "access", None, "agreed"),
    ],
)
def test_measures_by_what_is_halted_or_planned(text: str, kind: str, value: int | None, modality: str) -> None:
    (one,) = owed(text)
    assert (one.kind, one.modality) == (kind, modality)
    assert one.figure.value == value or kind == "withdrawal"


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied that it had agreed to a ceasefire with Chile.",
        "Peru and Chile must keep the truce and work under it, to include opening roads.",
        "Peru proposed a 30-day truce to Chile.",
        "Peru refused a halt to strikes on Chile.",
        "A 45-day extension of the tax deadline was approved in Peru and Chile.",
        "The central bank of Peru announced a halt in rate cuts for 30 days.",
    ],
)
def test_no_measures(text: str) -> None:
    assert owed(text) == []


def test_an_extension_gives_a_truce_its_length() -> None:
    """What extends a truce told before needs no word for it: "this 60-day extension"."""
    (one,) = owed("Peru and Chile welcome the extension of the truce. This 60-day extension brings relief to both.")
    assert (one.kind, one.figure.value, one.unit) == ("truce", 60, "day")
    (one,) = owed(
        "The humanitarian pause of Peru and Chile holds. "
        "We thank them for the deal for an extension over the next 48 hours."
    )
    assert (one.kind, one.figure.value, one.unit) == ("truce", 48, "hour")


def test_who_welcomes_a_truce_keeps_none() -> None:
    """Who speaks of a truce of others is no party to it."""
    (one,) = owed("Mali and Chad talk often. Mali welcomes the extension of the truce in Chad.")
    assert (one.debtor, one.creditor) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Despite a ceasefire taking effect at midnight on March 2, Peru and Chile clashed.",
        "Peru and Chile traded maps under the first phase of a ceasefire deal that started on 2 March.",
    ],
)
def test_a_truce_told_in_passing_with_its_day(text: str) -> None:
    (one,) = owed(text)
    assert (one.kind, one.due.earliest) == ("ceasefire", date(2026, 3, 2))


def test_they_are_the_one_side_named() -> None:
    """ "They" after one side alone means that side; a unilateral truce binds who keeps it."""
    (one,) = owed("Yemen and Oman met. The Houthis said they would halt missile attacks for three days.")
    assert (one.debtor, one.reciprocal) == ("Houthis", False)
    (one,) = owed("Peru and Chile met. Peru said on Monday they would observe a unilateral ceasefire.")
    assert (one.debtor, one.reciprocal) == ("Peru", False)


def test_days_of_what_stands_beside_a_truce() -> None:
    """The day of a withdrawal in the same list is none of the truce; a day gone by is kept where it was a deadline."""
    truce, withdrawal = owed("Peru and Chile agreed to a ceasefire in the port and a withdrawal of forces by 20 March.")
    assert not truce.due.bounded
    assert withdrawal.due.latest == date(2026, 3, 20)
    (one,) = owed("Peru and Chile met. Peru undertook to withdraw its forces by the end of February.")
    assert one.due.latest == date(2026, 2, 28)
    (one,) = owed("Peru and Chile met. The plan includes Peru withdrawing to its positions from two months ago.")
    assert not one.due.bounded
