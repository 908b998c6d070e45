"""Commands that look: the board on the screen, the board in print, one thing with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.domain.board import Board, Row
from store.domain.standing import Standing
from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError, UsageError
from store.repository import Repository
from tui.commandline.opening import open_store, query_of

if TYPE_CHECKING:
    from store.domain.requests import BoardQuery
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings
    from tui.report.lines import Line

SCREENFUL = 120
"""Commitments that are printed on a terminal where no limit is given."""


def board(asked: Asked, around: Surroundings) -> int:
    """Open the board on the screen; where there is no terminal for it, print it. Returns the exit code."""
    why_not = around.why_no_board
    if why_not is not None:
        if why_not:
            around.tell(f"talks-tui: {why_not}")
        asked.limit = None
        return _print(asked, around)
    from tui.commandline.dashboard import open_dashboard

    return open_dashboard(asked, around)


def status(asked: Asked, around: Surroundings) -> int:
    """Print the board, as lines or as one JSON object. Returns the exit code."""
    return _print_json(asked, around) if asked.json else _print(asked, around)


def _printed(asked: Asked, around: Surroundings, repository: Repository) -> BoardQuery:
    """Return the view that is wanted, without what print has no use for: a page of rows, and what changed."""
    query = query_of(asked, around, repository)._replace(size=1, with_changes=False)
    words = getattr(asked, "filter", None)
    if not words:
        return query
    from store.repository.choices import Choices  # most boards are printed whole

    query = query._replace(filter=words)
    problem = Choices(repository).problem(query)
    if problem:
        raise UsageError(problem)
    return query


def _print_json(asked: Asked, around: Surroundings) -> int:
    from tui.status_json import status_pieces

    with open_store(asked, around) as repository:
        query = _printed(asked, around, repository)
        shown = repository.outline(query)
        rows = repository.rows(query, asked.limit)
        for piece in status_pieces(shown, rows, ascii_only=not around.unicode):
            around.say(piece)
    return 0


def _print(asked: Asked, around: Surroundings) -> int:
    from tui.report.paint import paint

    with open_store(asked, around) as repository:
        query = _printed(asked, around, repository)
        paint(_lines(repository, query, asked, around), around)
    return 0


def _lines(repository: Repository, query: BoardQuery, asked: Asked, around: Surroundings) -> Iterator[Line]:
    from tui.report.board import header_lines, obligations_lines, rounds_lines
    from tui.report.outlook import outlook_lines

    shown = repository.board(query)
    limit = SCREENFUL if asked.limit is None and around.on_terminal else asked.limit
    passing = _Passing(repository, query, shown)
    yield from header_lines(shown)
    yield from rounds_lines(shown)
    yield from obligations_lines(shown, passing.rows(limit), limit)
    yield from outlook_lines(shown, passing.standing)


class _Passing:
    """Rows on their way to print; those that the outlook names are kept, the others are let go."""

    def __init__(self, repository: Repository, query: BoardQuery, shown: Board) -> None:
        self._repository, self._query = repository, query
        self._named = {label for gate in shown.outlook.gates for label in gate.blockers}
        self._kept: dict[str, Standing] = {}

    def rows(self, limit: int | None) -> Iterable[Row]:
        """Walk the rows of the board."""
        for row in self._repository.rows(self._query, limit):
            if row.label in self._named:
                self._kept[row.label] = row.standing
            yield row

    def standing(self, label: str) -> Standing | None:
        """Find the standing of a commitment that a gate names."""
        if label not in self._kept:
            try:
                found = self._repository.evidence(label, self._query).standing
            except UnknownError:
                return None
            return found
        return self._kept[label]


def show(asked: Asked, around: Surroundings) -> int:
    """Print everything known of one thing. Raises UnknownError."""
    with open_store(asked, around) as repository:
        query = _printed(asked, around, repository)
        shown = repository.ground(query)
        evidence = repository.evidence(asked.label.strip(), query)
        if asked.json:
            from tui.evidence_json import evidence_text

            around.say(evidence_text(evidence, shown, ascii_only=not around.unicode))
            return 0
        from tui.report.paint import paint
        from tui.report.thing import thing_lines

        paint(thing_lines(evidence, shown, _Passing(repository, query, shown).standing), around)
    return 0
