"""What Russian and Ukrainian entries are made with."""

from __future__ import annotations

from collections.abc import Mapping

from store.phrases.lexicon import Table, forms
from store.phrases.spans import Unit

_JOINT = " | "


def inflected(stems: Mapping[str, object], endings: str) -> dict[str, object]:
    """Return every form of every stem with its value: `inflected({"январ": 1}, "ь я")`; `-` is no ending."""
    return {
        _JOINT.join(
            stem + ("" if ending == "-" else ending) for stem in stems_of.split("|") for ending in endings.split()
        ): value
        for stems_of, value in stems.items()
    }


def lengths_in_one_word(numbers: Mapping[str, int], units: Mapping[str, tuple[Unit, str]]) -> Table:
    """Return the adjectives of lengths, with their number (`two-week` in one word) and without (after a figure).

    A unit has its stem, and with what it comes to the endings that go with it.
    """
    return {
        "LENGTHWORD": {
            f"{number}{stem}{ending}": (value, unit)
            for spelled, value in numbers.items()
            for number in spelled.split("|")
            for stem, (unit, endings) in units.items()
            for ending in endings.split()
        },
        "UNITADJ": {forms(stem, endings): unit for stem, (unit, endings) in units.items()},
    }


def joined(*lines: str) -> str:
    """Return several lists of words as one."""
    return _JOINT.join(lines)


def inside(prepositions: str, *lines: str) -> str:
    """Return every word with every preposition before it."""
    words = [word.strip() for line in lines for word in line.split("|")]
    return _JOINT.join(f"{preposition} {word}" for preposition in prepositions.split() for word in words)
