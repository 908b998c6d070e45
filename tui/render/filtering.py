"""What the line says of a filter while it is typed: what is wrong with it, else what its last piece can become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.domain.board import Board
from store.domain.completing import Completion, complete
from store.domain.filtering import Filter, parse, resolve, vocabulary_of
from tui.render.spans import Line, Role, fit, put

_SEVERAL = 12
_BEGUN = 3
"""From how many letters on the name of a term is taken for one while it is typed; Enter takes it for a word still."""
DayRead = Callable[[str], "tuple[date, date] | None"]


class FilterReader:
    """Reads filters against what a board names."""

    def __init__(self, board: Board, day_read: DayRead | None = None) -> None:
        rounds = [standing.round for standing in board.rounds]
        self._vocabulary = vocabulary_of(board.actors, rounds, board.tracks)
        self._day_read = day_read

    def read(self, text: str) -> Filter:
        """Read a filter."""
        return resolve(parse(text), self._vocabulary, self._day_read)

    def completion(self, text: str) -> Completion:
        """Say what the last piece can become."""
        return complete(text, self._vocabulary)

    def completed(self, text: str) -> str:
        """Complete the last piece as far as it is clear, else by the first choice."""
        return self.completion(text).applied(text)

    def followed(self, text: str) -> str | None:
        """Return what the list follows of a filter that is being typed, without a last piece that is not whole yet.

        None where something else is wrong: the list stays as it is.
        """
        if self._whole(text):
            return text
        before = text.rpartition(" ")[0]
        return before if self._whole(before) else None

    def _whole(self, text: str) -> bool:
        """Whether nothing is wrong with a filter, and no name of a term is begun at its end."""
        completion = self.completion(text)
        begun = bool(completion.choices) and not completion.ends and len(text) - completion.start >= _BEGUN
        return not begun and not self.read(text).problem

    def echo(self, text: str, width: int) -> Line:
        """Say what there is to say of a filter that is being typed."""
        choices = self.completion(text).choices
        if choices:
            words = " · ".join(choices[:_SEVERAL]) + (" …" if len(choices) > _SEVERAL else "")
            return fit((put("  Tab ", Role.ACCENT), put(words, Role.MUTED)), width)
        problem = self.read(text).problem
        if problem:
            return fit((put(f"  {problem}", Role.BAD),), width)
        if not text:
            return fit((put("  words, or kind: side: status: due< … Tab completes", Role.MUTED),), width)
        return ()
