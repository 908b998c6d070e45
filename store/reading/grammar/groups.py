"""Groups of words that the reader's rules ask for by name: adverbs, denials, losses and so on (words/groups.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def group(name: str) -> frozenset[str]:
    """Return the words of a group. Raises KeyError where there is none of that name."""
    return _groups()[name]


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {name: frozenset(split(words)) for name, words in lines_of("groups")}


def lines_of(name: str) -> Iterator[list[str]]:
    """Yield the lines of a file of words, cut at the strokes; remarks and empty lines are left out."""
    text = files("store.reading").joinpath("words", f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def split(part: str) -> list[str]:
    """Return words that stand with commas between them."""
    return [word.strip() for word in part.split(",") if word.strip()]


@cache
def comparators() -> dict[str, str]:
    """Return the words that qualify a number ("at least"), with the sign for each."""
    return {word: sign for sign, words in lines_of("comparators") for word in split(words)}
