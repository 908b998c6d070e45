"""The board as lines: where the talks stand, what is owed, what was delivered, what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.domain.board import Board, Row
from store.domain.quantities import Qualifier
from store.domain.reading import COMMON, STRICT
from store.domain.rounds import RoundStanding
from store.domain.shelves import Shelf
from store.domain.standing import Standing
from store.domain.words import Delivery, RoundState, Schedule, Verification, spoken
from tui.report.lines import EMPTY, Line, Part, Style, cells, heading, joined, line, padded
from tui.wording import (
    DELIVERY_GLYPHS,
    ROUND_GLYPHS,
    UNKNOWN,
    day_words,
    delivery_words,
    figure_words,
    number_words,
    of_words,
    owed_words,
    percent_words,
    safe,
    tied,
    verification_words,
    window_words,
)

SECTIONS = {
    Shelf.OPEN_HUMANITARIAN: "Owed: people and the dead",
    Shelf.OPEN: "Owed: everything else",
    Shelf.DONE: "Delivered",
    Shelf.ASKED: "Asked, offered or expected: not owed on this reading",
    Shelf.ASKED_DONE: "Not owed on this reading, and done",
    Shelf.ENDED: "Ended",
}
"""The title of each shelf."""
_READINGS = {
    STRICT: "strict reading: owed is what any side says",
    COMMON: "common reading: owed is what both sides say",
}
_DELIVERY_STYLES = {
    Delivery.DELIVERED: Style.GOOD,
    Delivery.EXCEEDED: Style.GOOD,
    Delivery.PARTIAL: Style.WAIT,
    Delivery.PREPARING: Style.WAIT,
    Delivery.STALLED: Style.BAD,
    Delivery.REFUSED: Style.BAD,
}
_ROUND_STYLES = {
    RoundState.HELD: Style.GOOD,
    RoundState.SCHEDULED: Style.GOOD,
    RoundState.IN_SESSION: Style.GOOD,
    RoundState.GATED: Style.WAIT,
    RoundState.POSTPONED: Style.WAIT,
    RoundState.CANCELLED: Style.BAD,
    RoundState.LAPSED: Style.BAD,
}
_WHAT_WIDTH = 28
_WAY, _WIDEST_WAY = 6, 14
"""The least and the most cells of the column of who owes whom."""
_HANG = 6


def header_lines(board: Board) -> Iterator[Line]:
    """Say which board this is: the track, the reading, the day, and how old the evidence is."""
    names = [f"{track.name} ({track.label})" for track in board.tracks]
    yield line((" + ".join(names) or "No track is on record yet", Style.HEAD), hang=2)
    yield line(f"as of {day_words(board.moment.day, weekday=True)} · {reading_words(board)}", hang=2)
    if board.moment.evidence_ends is None:
        yield line("no evidence yet: `talks-tui import FILE` reads record lines", hang=2)
        return
    yield line((f"evidence ends {day_words(board.moment.evidence_ends)}{_age(board.moment.age)}", Style.FAINT), hang=2)


def _age(days: int | None) -> str:
    if days is None or days == 0:
        return " · today"
    ago = f"{number_words(abs(days))} day{'s' if abs(days) != 1 else ''}"
    return f" · {ago} ago" if days > 0 else f" · {ago} from now"


def reading_words(board: Board) -> str:
    """Say whose view of what is owed the board takes."""
    name = board.reading.name
    return _READINGS.get(name) or f"{actor_words(board, name)}'s reading: owed is what {name} says"


def actor_words(board: Board, code: str | None) -> str:
    """Name an actor as people do; one that is not on record by its code."""
    if code is None:
        return "nobody named"
    return board.actors[code].name if code in board.actors else code


def rounds_lines(board: Board) -> Iterator[Line]:
    """Say of each round when, where, what came out of it, and what state it is in; then of other meetings."""
    for title, meeting in (("ROUNDS", False), ("OTHER MEETINGS", True)):
        standings = [standing for standing in board.rounds if standing.round.meeting is meeting]
        if not standings and meeting:
            continue
        yield EMPTY
        yield heading(title)
        if not standings:
            yield line("none known on that day", indent=2)
        for standing in standings:
            yield from round_lines(standing, board)


def round_lines(standing: RoundStanding, board: Board) -> Iterator[Line]:
    """Say where one round stands, in one line, and one more for its outcome."""
    style = _ROUND_STYLES.get(standing.state, Style.PLAIN)
    held = standing.state in (RoundState.HELD, RoundState.IN_SESSION)
    track = standing.round.track if len(board.tracks) > 1 else ""
    parts: list[Part] = [
        (spoken(standing.state), style),
        window_words(standing.window, year=True),
        "" if held else standing.because,
        standing.place or (actor_words(board, standing.host) if standing.host else ""),
        standing.duration or "",
        track,
    ]
    glyph: Part = (f"{ROUND_GLYPHS[standing.state]} ", style)
    label: Part = (f"{padded(standing.round.label, 4)} ", Style.STRONG)
    yield line(glyph, label, f"{standing.round.name} · ", *joined(parts), indent=2, hang=9)
    if standing.date_expected.bounded:
        yield line(f"its date to be set {window_words(standing.date_expected, year=True)}", indent=9, hang=9)
    if standing.outcome:
        yield line((standing.outcome, Style.FAINT), indent=9, hang=9)


def obligations_lines(board: Board, rows: Iterable[Row], limit: int | None) -> Iterator[Line]:
    """Say of each commitment what is owed and what was delivered, shelf by shelf; `limit` = rows at most."""
    totals = board.totals
    yield EMPTY
    others = totals.all - totals.owed
    yield heading("OBLIGATIONS", f"{totals.open:,} open · {totals.done:,} delivered · {others:,} not owed")
    shelf, shown, way = None, 0, _way_width(board)
    for row in rows:
        if row.shelf is not shelf:
            shelf = row.shelf
            yield line((SECTIONS[shelf], Style.STRONG), indent=2)
        yield from row_lines(row.standing, way)
        shown += 1
    if not shown and not totals.all:
        yield line("none known on that day", indent=2)
    if board.page.filter:
        least = "at least " if limit is not None and shown == limit else ""
        yield line((f"{least}{shown:,} of {totals.all:,} fit {safe(board.page.filter)}", Style.FAINT), indent=2)
    elif limit is not None and totals.all > shown:
        yield line((f"and {totals.all - shown:,} more: `--limit N` sets how many are shown", Style.FAINT), indent=2)


def _way_width(board: Board) -> int:
    """Return how wide the column of who owes whom is for the parties of the tracks shown."""
    pairs = [sum(sorted(map(cells, track.parties))[-2:]) + 1 for track in board.tracks if len(track.parties) > 1]
    return max(_WAY, min(_WIDEST_WAY, max(pairs, default=0)))


def row_lines(standing: Standing, way: int = _WAY) -> Iterator[Line]:
    """Say where one commitment stands: who owes what to whom and how much came, then how surely and by when.

    `way` is how many cells the column of who owes whom has.
    """
    commitment = standing.commitment
    style = _DELIVERY_STYLES.get(standing.delivery, Style.PLAIN)
    what = commitment.what if cells(commitment.what) > _WHAT_WIDTH else padded(commitment.what, _WHAT_WIDTH)
    yield line(
        (f"{DELIVERY_GLYPHS[standing.delivery]} ", style),
        (f"{padded(commitment.label, 4)} ", Style.STRONG),
        f"{padded(route_words(standing), way)} {what}  ",
        *joined(list(amount_parts(standing))),
        indent=4,
        hang=_HANG + 5,
    )
    yield line(*joined(list(state_parts(standing))), indent=_HANG + 5, hang=_HANG + 5)


def route_words(standing: Standing) -> str:
    """Name who owes to whom: "RU→UA"; a joint actor that owes to itself stands alone."""
    commitment = standing.commitment
    if commitment.debtor == commitment.creditor:
        return commitment.debtor
    return f"{commitment.debtor}→{commitment.creditor}"


def amount_parts(standing: Standing) -> Iterator[Part]:
    """Say how much of how much: "78 of 6,000", "5,922 left", "1.3 %". Unknown figures are said to be unknown."""
    owed = owed_words(standing)
    if owed == UNKNOWN and standing.delivered is None:
        yield ("no figure", Style.FAINT)
    elif standing.delivered is not None and standing.delivered.qualifier is Qualifier.UNDISCLOSED:
        yield f"figures withheld · {owed} owed"
    else:
        yield f"{figure_words(standing.delivered)} {of_words(standing)} {owed}"
    if standing.remaining:
        yield f"{number_words(standing.remaining)} left"
    if standing.surplus:
        yield f"{number_words(standing.surplus)} over"
    yield percent_words(standing)
    yield from tied(standing)


def state_parts(standing: Standing) -> Iterator[Part]:
    """Say each axis apart: delivery, who attests it, who is silent, by what act it is owed, and by when."""
    yield (delivery_words(standing), _DELIVERY_STYLES.get(standing.delivery, Style.PLAIN))
    if standing.verification is not Verification.NONE:
        yield verification_words(standing)
    if standing.delivered is not None:
        yield from (f"{party}: no figure" for party in standing.silent)
    yield instrument_words(standing)
    yield from _due_parts(standing)
    yield (f"{standing.origins} origin{'s' if standing.origins != 1 else ''}", Style.FAINT)
    if standing.judged:
        yield f"judged by {', '.join(dict.fromkeys(j.author for j in standing.judged))}"


def instrument_words(standing: Standing) -> str:
    """Say by what act it stands and, where not every party bound by it recognises it, who does."""
    instrument, recognising = standing.terms.instrument, standing.terms.recognised_by
    words = spoken(instrument)
    if instrument.owed and set(recognising) < set(standing.bound):
        words += f", recognised by {', '.join(recognising)}" if recognising else ", recognised by no party"
    return words


def _due_parts(standing: Standing) -> Iterator[Part]:
    if standing.schedule is Schedule.NO_DEADLINE:
        yield "no deadline"
        return
    style = {Schedule.OVERDUE: Style.BAD, Schedule.MET_LATE: Style.WAIT}.get(standing.schedule, Style.PLAIN)
    yield (f"{spoken(standing.schedule)}, due {window_words(standing.terms.due, year=True)}", style)
