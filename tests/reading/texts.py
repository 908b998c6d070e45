"""Texts to read in tests: paragraphs become passages, and the day is given."""

from __future__ import annotations

import re
from datetime import date

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import shipped
from store.reading.proposals import ArticleReading, Commitment, Exchange
from store.reading.reader import read

DAY = date(2025, 6, 13)
"""A Friday."""


def article(text: str, day: date | None = DAY) -> Article:
    """Return a text as an article, each paragraph a passage."""
    passages = (
        Passage(Span(match.start(), match.end()), text.count("\n", 0, match.start()) + 1)
        for match in re.finditer(r"\S(?:.*\S)?", text)
    )
    return Article(text, tuple(passages), Published(day, "given", "by the person") if day else Published())


def reading(text: str, day: date | None = DAY) -> ArticleReading:
    """Read a text with the shipped words."""
    return read(article(text, day), shipped())


def owed(text: str, day: date | None = DAY) -> list[str]:
    """Return the commitments of a text, each in one line."""
    return [_owed(p.content) for p in reading(text, day).proposals if isinstance(p.content, Commitment)]


def given(text: str, day: date | None = DAY) -> list[str]:
    """Return the exchanges of a text, each in one line."""
    return [_given(p.content) for p in reading(text, day).proposals if isinstance(p.content, Exchange)]


def _owed(content: Commitment) -> str:
    way = f"{content.debtor} {'<>' if content.reciprocal else '>'} {content.creditor}"
    sign = "" if content.figure.comparator == "=" else content.figure.comparator
    number = f"{sign}{'' if content.figure.value is None else content.figure.value}" or "?"
    due = f"{content.due.earliest or ''}/{content.due.latest or ''}".strip("/")
    parts = (way, content.kind, f"{number} {content.figure.per}", content.modality, content.qualifier, due)
    return " | ".join(part for part in parts if part)


def _given(content: Exchange) -> str:
    way = f"{content.giver} {'<>' if content.reciprocal else '>'} {content.taker}"
    sign = "" if content.figure.comparator == "=" else content.figure.comparator
    number = f"{sign}{'' if content.figure.value is None else content.figure.value}" or "?"
    first, last = content.window.earliest, content.window.latest
    when = f"{first}" if first == last else f"{first}/{last}"
    parts = (way, content.kind, f"{number} {content.figure.per}", content.qualifier, when if first or last else "")
    return " | ".join(part for part in parts if part)
