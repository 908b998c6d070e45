"""What is wrong with lines of the record: sentences with the line they are about, collected up to a bound."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 10_000
"""How many problems are told; whoever has more of them looks for one cause."""


class Problems:
    """Sentences about lines, which are counted through all parts."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take what people call the parts."""
        self.sentences: list[str] = []
        self._names = names
        self._begins: list[int] = []

    @property
    def full(self) -> bool:
        """Whether there are so many that reading on tells nobody anything."""
        return len(self.sentences) >= MOST

    def begin(self, part: int, before: int) -> None:
        """Say before which part so many lines were read."""
        while len(self._begins) <= part:
            self._begins.append(before)

    def where(self, line: int) -> str:
        """Name a line, counted through all parts, with its own part."""
        part = max(index for index, before in enumerate(self._begins) if before < line)
        return f"{self._names[part]}:{line - self._begins[part]}"

    def add(self, line: int, sentence: str) -> None:
        """Note what is wrong with a line."""
        if not self.full:
            self.sentences.append(f"{self.where(line)}: {sentence}")
