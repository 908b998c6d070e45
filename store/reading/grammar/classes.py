"""Classes of words that a rule looks for, kept as data beside the reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from importlib.resources import files

from store.reading.grammar.forms import verb_forms


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """Return the classes of a word file; a class that ends in "-verb" holds every form of its verbs."""
    text = files("store.reading").joinpath("words", f"{name}.txt").read_text("utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, _, words = line.partition("|")
            listed = [word.strip() for word in words.split(",") if word.strip()]
            if kind.strip().endswith("-verb"):
                listed = [form for word in listed for form in verb_forms(word)]
            found[kind.strip()] = frozenset(listed)
    return found


class Words:
    """What finds the words of a class in a plain line, the longest first."""

    def __init__(self, words: frozenset[str]) -> None:
        """Prepare to look for words and runs of words."""
        ordered = sorted(words, key=lambda word: (-len(word), word))
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")
        self._firsts = frozenset(word.split()[0] for word in ordered)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first of them in a line whose words stand apart."""
        return None if self._firsts.isdisjoint(text.split()) else self._pattern.search(text)

    def last(self, text: str) -> re.Match[str] | None:
        """Return the last of them."""
        if self._firsts.isdisjoint(text.split()):
            return None
        return max(self._pattern.finditer(text), key=re.Match.start, default=None)


@cache
def says(name: str, kind: str) -> Words:
    """Return what finds the words of a class of a word file."""
    return Words(classes(name)[kind])


class Line:
    """A sentence's pieces as one line of folded words, each date a single @: rules look for runs of words in it."""

    def __init__(self, texts: list[str]) -> None:
        """Join the words of a sentence's pieces."""
        self.starts: list[int] = []
        at = 0
        for text in texts:
            self.starts.append(at)
            at += len(text) + 1
        self.text = " ".join(texts)

    def piece_at(self, character: int) -> int:
        """Return the piece to which a character of the line belongs."""
        return max(bisect_right(self.starts, character) - 1, 0)

    def between(self, first: int, last: int) -> str:
        """Return the words from one piece up to, not with, another."""
        first, last = max(first, 0), min(last, len(self.starts))
        if first >= last:
            return ""
        end = self.starts[last] - 1 if last < len(self.starts) else len(self.text)
        return self.text[self.starts[first] : end]
