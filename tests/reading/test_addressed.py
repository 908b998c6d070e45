"""Positions by whom they are addressed to: friends, each other; what a side will not do; who speaks in a statement."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.proposals import Position
from store.reading.reader import read


def held(text: str) -> list[tuple[str, str]]:
    article = Article(text, (Passage(Span(0, len(text)), 1),), Published(date(2026, 3, 2), "given"))
    contents = [proposal.content for proposal in read(article, shipped()).proposals]
    return [(content.holder, content.stance) for content in contents if isinstance(content, Position)]


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("Peru and Chile met. Peru has said it won't withdraw from the pass.", "Peru", "reject"),
        ('Peru and Chile met. "We will never give up our land," Peru said.', "Peru", "reject"),
        ("Peru and Chile met. Peru denied holding prisoners of Chile.", "Peru", "reject"),
        ("Peru and Chile met. Peru called for Western partners to tighten sanctions on Chile.", "Peru", "urge"),
        ("Peru and Chile met. Peru called on Chile to release the envoy.", "Peru", "urge"),
        ("Peru and Chile met. Peru said it had agreed to a new proposal of Mali.", "Peru", "accept"),
        ("Peru and Chile met. Peru's key demand – leaving the pass – was read out.", "Peru", "demand"),
        ("Mali welcomes the deal of Peru and Chile. We call on Peru and Chile to keep it.", "Mali", "urge"),
        ("Peru and Chile met. Peru's army said its men were abducted by Chilean forces.", "Peru", "accuse"),
    ],
)
def test_positions(text: str, holder: str, stance: str) -> None:
    assert (holder, stance) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile blamed each other for the collapse of the truce.",
        "Peru and Chile fight. The two sides traded accusations of truce violations.",
    ],
)
def test_both_accuse(text: str) -> None:
    assert sorted(held(text)) == [("Chile", "accuse"), ("Peru", "accuse")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. Peru presses ahead with its plans to seize the city.",
        "Peru and Chile met. Peru insisted that Chile did not retaliate.",
        "Peru and Chile met. Peruvians alleged to have been involved were tried.",
        "Peru and Chile met. Peruvians would not trade a town for a truce.",
        "Peru and Chile met. Peru is seeking a peace deal.",
    ],
)
def test_no_positions(text: str) -> None:
    assert held(text) == []
