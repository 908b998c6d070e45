"""Commands that tell what moved: the timeline, the drift of an expected date, the progress of a delivery."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError, UsageError
from tui.commandline.opening import open_store, query_of

if TYPE_CHECKING:
    from datetime import date

    from store.domain.board import Board
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings
    from tui.report.lines import Line


def timeline(asked: Asked, around: Surroundings) -> int:
    """Print everything that has a day. Raises UsageError where the days end before they begin."""
    from store.domain.timeline import Span
    from store.repository.timeline import timeline as read

    span: Span | None = _span(asked.since, asked.until)
    with open_store(asked, around) as repository:
        query = query_of(asked, around, repository)
        found = read(repository, query, span)
        if asked.json:
            from tui.courses_json import timeline_pieces

            return _say(timeline_pieces(found, asked.limit, ascii_only=not around.unicode), around)
        from tui.report.courses import timeline_lines

        return _paint(repository.ground(query), timeline_lines(found, asked.limit), around)


def _span(first: date | None, last: date | None) -> tuple[date, date] | None:
    from datetime import date as day

    if first is None and last is None:
        return None
    span = first or day.min, last or day.max
    if span[0] > span[1]:
        raise UsageError(f"--from {span[0]} lies after --to {span[1]}")
    return span


def drift(asked: Asked, around: Surroundings) -> int:
    """Print how the date expected for a round moved. Raises UnknownError for a round not known that day."""
    from store.repository.courses import drift as read

    with open_store(asked, around) as repository:
        query = query_of(asked, around, repository)
        found = read(repository, query, asked.label)
        if asked.json:
            from tui.courses_json import drift_pieces

            return _say(drift_pieces(found, ascii_only=not around.unicode), around)
        from tui.report.courses import drift_lines

        board = repository.ground(query)
        return _paint(board, drift_lines(found, board), around)


def progress(asked: Asked, around: Surroundings) -> int:
    """Print what was promised and handed over, day by day.

    Raises UnknownError for what is not on record, UsageError for what is no commitment.
    """
    from store.repository.courses import course as read

    with open_store(asked, around) as repository:
        query = query_of(asked, around, repository)
        found = read(repository, query, asked.label.strip())
        if found.not_yet:
            raise UnknownError(f"{found.asked} was not known yet on {found.day}: step to a later day")
        if not found.courses:
            raise UsageError(f"{found.asked} is no obligation; progress is told of one commitment")
        if asked.json:
            from tui.courses_json import course_pieces

            return _say(course_pieces(found, ascii_only=not around.unicode), around)
        from tui.report.courses import course_lines

        return _paint(repository.ground(query), course_lines(found), around)


def _say(pieces: Iterable[str], around: Surroundings) -> int:
    for piece in pieces:
        around.say(piece)
    return 0


def _paint(board: Board, lines: Iterable[Line], around: Surroundings) -> int:
    from tui.report.board import header_lines
    from tui.report.paint import paint

    paint(header_lines(board), around)
    paint(lines, around)
    return 0
