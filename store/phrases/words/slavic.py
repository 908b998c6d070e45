"""What Russian and Ukrainian entries are made with."""

from __future__ import annotations

from collections.abc import Mapping

_JOINT = " | "


def inflected(stems: Mapping[str, object], endings: str) -> dict[str, object]:
    """Return every form of every stem with its value: `inflected({"январ": 1}, "ь я")`; `-` is no ending."""
    return {
        _JOINT.join(
            stem + ("" if ending == "-" else ending) for stem in stems_of.split("|") for ending in endings.split()
        ): value
        for stems_of, value in stems.items()
    }


def joined(*lines: str) -> str:
    """Return several lists of words as one."""
    return _JOINT.join(lines)


def inside(prepositions: str, *lines: str) -> str:
    """Return every word with every preposition before it."""
    words = [word.strip() for line in lines for word in line.split("|")]
    return _JOINT.join(f"{preposition} {word}" for preposition in prepositions.split() for word in words)
