"""Finding: what a full-text search comes to, by kind, best first."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.folding import folded
from store.domain.typed import NamedTuple

KINDS = {
    "commitment": "Commitments",
    "round": "Rounds and meetings",
    "exchange": "Exchanges",
    "actor": "Actors",
    "track": "Tracks",
    "gate": "Gates",
    "claim": "Claims",
    "signal": "Signals",
    "report": "Reports on rounds",
    "position": "Positions",
    "discrepancy": "Discrepancies",
    "judgement": "Judgements",
    "source": "Sources",
    "journal": "Journal",
    "article": "Articles read",
}
"""What is searched, in the order in which it is listed."""


class Hit(NamedTuple):
    """One thing that holds the words."""

    kind: str
    label: str
    """Its label; of what has none, its number."""
    about: str
    """The label of what to go to for it; empty where there is nothing on the board."""
    day: str | None
    """The day it became known, ISO; None for what is known at all times."""
    says: str
    """What it says, as one text."""


class Group(NamedTuple):
    """The best hits of one kind."""

    kind: str
    hits: tuple[Hit, ...]
    more: bool
    """Whether there are others."""


class Findings(NamedTuple):
    """What was found for some words."""

    words: tuple[str, ...]
    """What was looked for, folded."""
    groups: tuple[Group, ...]


def ranked(words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """Put hits in order: whole words before beginnings of words, what says less beside them first, then the newest."""
    return sorted(hits, key=lambda hit: hit.day or "", reverse=True) if not words else _best(words, hits)


def _best(words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    newest = sorted(hits, key=lambda hit: hit.day or "", reverse=True)
    return sorted(newest, key=lambda hit: _weight(words, hit))


def _weight(words: Sequence[str], hit: Hit) -> tuple[int, int]:
    said = set(folded(f"{hit.label} {hit.says}"))
    return -sum(word in said for word in words), min(len(said), _LONG) // 8


_LONG = 80


def holds(words: Sequence[str], text: str) -> bool:
    """Whether every word, or a word that begins with it, occurs in a text."""
    said = folded(text)
    return all(any(other.startswith(word) for other in said) for word in words)
