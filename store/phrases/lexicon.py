"""A language's words as a tree, from a first word to the words that may follow: the longest entry is found at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Table = Mapping[str, "str | Mapping[str, object]"]
"""Symbol -> its words (`a b | c`), or its words with what they say."""


class Word:
    """A word and what may follow it: the entry that ends here, and the next words of longer ones."""

    __slots__ = ("entry", "following")

    def __init__(self) -> None:
        self.entry: tuple[str, object] | None = None
        self.following: dict[str, Word] = {}


@dataclass(frozen=True, slots=True)
class Language:
    """All that differs between languages."""

    words: Mapping[str, Word]
    """By first word."""
    dotted: frozenset[str]
    """Words that may carry a full stop: `jan.`"""
    ordinal_endings: frozenset[str]
    """What makes a number an ordinal: `nd` in English."""
    number_endings: frozenset[str]
    """What may hang on a plain number in languages that inflect it."""
    weak: frozenset[str]
    """Words that are dates only where their neighbours say so: `may`, `sat`, `fall`."""
    homonyms: frozenset[str]
    """Those of them that are quite other words when they stand alone in small letters: `may`."""
    hesitant: frozenset[str]
    """Words that are dates unless they stand quite alone in prose: `April` may be a person."""
    adverbs: frozenset[str]
    """Words for seasons that are always meant as such: `in spring` in one word."""
    capitals_are_names: bool
    """Whether months and weekdays are written small, so that one with a capital is a name."""
    points_in_dates: bool
    """Whether `22.06` is a day and month in running text."""
    superlatives: frozenset[str]
    """Endings and words after which `in N years` looks back and names no day: `first`, `-est`."""


def tree(*tables: Table) -> dict[str, Word]:
    """Build the tree of words of some tables. Of two entries with the same words the later stands."""
    words: dict[str, Word] = {}
    for table in tables:
        for symbol, lines in table.items():
            values = dict.fromkeys((lines,)) if isinstance(lines, str) else lines
            for line, value in values.items():
                for phrase in line.split("|"):
                    _put(words, phrase.split(), (symbol, value))
    return words


def listed(words: str) -> frozenset[str]:
    """Return words written in one line as a set."""
    return frozenset(words.split())


_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s]")
"""A word or a mark, as texts are divided."""


def _put(words: dict[str, Word], phrase: Iterable[str], entry: tuple[str, object]) -> None:
    """Add an entry."""
    following = words
    word = None
    for spelled in _TOKEN.findall(" ".join(phrase)):
        word = following.setdefault(spelled, Word())
        following = word.following
    if word is not None:
        word.entry = entry


def forms(stem: str, endings: str) -> str:
    """Write a word in its forms: endings apart by blanks, `-` for none."""
    return " | ".join(stem + ("" if ending == "-" else ending) for ending in endings.split())
