"""Numbers in words and figures: "1,212", "two dozen", "three hundred and three", "6 000", "1.2 million"."""

from __future__ import annotations

import re

from store.domain.typed import NamedTuple

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_FIGURES = re.compile(r"\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?")
_VAGUE = {
    "several": "several",
    "some": "",
    "dozens": "several",
    "scores": "several",
    "hundreds": "hundreds",
    "thousands": "hundreds",
    "many": "several",
    "multiple": "several",
}


class Number(NamedTuple):
    """A number at a place of a text's words."""

    size: int
    """How many words it takes."""
    value: int | None
    """None where the word gives none ("dozens")."""
    vague: str = ""
    """several or hundreds, where it gives none."""


def number_at(words: list[str], place: int) -> Number | None:
    """Return the number that begins at a place of folded words; None where none does."""
    word = words[place]
    if word[0].isdigit():
        return _figures(words, place)
    if _VAGUE.get(word):
        return Number(1, None, _VAGUE[word])
    return _spelt(words, place)


def _figures(words: list[str], place: int) -> Number | None:
    if not _FIGURES.fullmatch(words[place]):
        return None
    plain = re.sub(r"[,  ]", "", words[place])
    scale = _SCALES.get(words[place + 1], 0) if place + 1 < len(words) else 0
    if len(plain) > 12:
        return None
    if scale:
        return Number(2, round(float(plain) * scale))
    return Number(1, int(plain)) if "." not in plain else None


def _spelt(words: list[str], place: int) -> Number | None:
    """Read a number in words: "a dozen", "two hundred and six", "twenty-five"."""
    total, part, at, seen = 0, 0, place, False
    while at < len(words):
        word = words[at]
        tens, _, ones = word.partition("-")
        if word in _VALUES:
            part += _VALUES[word]
        elif tens in _TENS and ones in _ONES:
            part += _VALUES[tens] + _VALUES[ones]
        elif word in _SCALES and (seen or word == "dozen"):
            scale = _SCALES[word]
            total, part = (total + max(part, 1) * scale, 0) if scale >= 1000 else (total, max(part, 1) * scale)
        elif word in {"a", "half"} and not seen and at + 1 < len(words) and words[at + 1] in _SCALES:
            part = 1
        elif not (word == "and" and seen and part % 100 == 0 and at + 1 < len(words) and _small(words[at + 1])):
            break
        seen = True
        at += 1
    return Number(at - place, total + part) if seen and at > place else None


def _small(word: str) -> bool:
    return word in _VALUES or word.partition("-")[0] in _TENS
