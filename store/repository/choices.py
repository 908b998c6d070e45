"""Choices: what filters, marks and searches ask of an open store, beside its boards."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.typed import TYPE_CHECKING
from store.repository import boards, choosing, filters, finding
from store.repository.connection import guarded

if TYPE_CHECKING:
    from store.domain.filtering import Vocabulary
    from store.domain.finding import Findings
    from store.domain.requests import Author, BoardQuery, NewJudgement, Receipt
    from store.repository import Repository
    from store.repository.filters import Done, Kept


class Choices:
    """An open store asked for what people choose. Use it in the thread that uses the store."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def matches(self, query: BoardQuery) -> int | None:
        """Count the commitments that a filter leaves; None where there is no filter. Raises UnknownError."""
        with self._repository.settled(query) as setting:
            return boards.count_matches(setting)

    def labels(self, query: BoardQuery, most: int) -> list[str]:
        """List the labels of the commitments that a filter leaves, in their order, at most so many."""
        with self._repository.settled(query) as setting:
            return boards.labels(setting, most)

    def problem(self, query: BoardQuery) -> str:
        """Say what is wrong with the filter of a query, as a sentence; empty where nothing is."""
        with self._repository.settled(query) as setting:
            return choosing.problem(setting)

    def vocabulary(self, query: BoardQuery) -> Vocabulary:
        """Gather what the terms of a filter can name."""
        with self._repository.settled(query) as setting:
            return choosing.vocabulary(setting)

    def find(self, text: str, query: BoardQuery) -> Findings:
        """Look for words in everything the store holds, as known on the day of a query. Raises UnknownError."""
        with self._repository.settled(query) as setting:
            return finding.find(setting, text)

    def filters(self, query: BoardQuery) -> list[Kept]:
        """List the filters that people keep, each with how many commitments it leaves. Raises UnknownError."""
        with self._repository.settled(query) as setting:
            return filters.kept(setting)

    def keep(self, name: str, words: str, author: Author) -> Done:
        """Keep a filter under a name. Raises UsageError, PlaceError, BusyError."""
        self._repository.require_writable()
        with guarded(self._repository.path):
            return filters.keep(self._repository._connection, name, words, author)

    def drop(self, name: str) -> Done:
        """Let go of a filter. Raises UnknownError, PlaceError, BusyError."""
        self._repository.require_writable()
        with guarded(self._repository.path):
            return filters.drop(self._repository._connection, name)

    def judge_all(self, judgements: Sequence[NewJudgement], author: Author) -> Receipt:
        """Append judgements on several commitments, all or none. Raises as `judge` does."""
        from store.repository import judging

        self._repository.require_writable()
        with guarded(self._repository.path):
            return judging.judge_all(self._repository._connection, judgements, author)
