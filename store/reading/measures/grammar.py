"""Small words by what they tell about a measure: what governs a verb, what begins a length of time, who "they" are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def group(name: str) -> frozenset[str]:
    """Return the words of a group. Raises KeyError where there is no such group."""
    return _groups()[name]


@cache
def _groups() -> dict[str, frozenset[str]]:
    found = {}
    for line in files("store.reading").joinpath("words", "grammar.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split("|")
            found[name.strip()] = frozenset(word.strip() for word in words.split(","))
    return found
