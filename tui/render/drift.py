"""The drift: how an expected date moved, as a list and as a chart."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from store.domain.drift import CHARTED, Drift, DriftPoint, Move, Movement
from store.domain.model import Signal
from store.domain.words import About, spoken
from tui.render.chart import Chart, Kind, Series
from tui.render.names import Actors, locator_span, said_by, strength_words
from tui.render.spans import Block, Line, Role, Sheet, Span, flow, joined, paragraph, put, spread
from tui.wording import day_words, window_words

ITSELF, OTHER = "┃", "┆"
STANDS, OLDER, OPEN_UP, OPEN_DOWN, HERE = "●", "○", "▲", "▼", "█"
_OF_A_DAY = 0.86
"""What share of a day's room those take who spoke on it, side by side."""
_MARGIN = 3
_PADDING = 0.12
"""How far beyond the outermost days the chart goes, as a share of them: its frame covers its edges."""


def movement_words(movement: Movement) -> str:
    """Say how days moved: "later by 7 days", "narrowed by 3 days", "withdrawn"."""
    match movement.move:
        case Move.FIRST:
            return "first word"
        case Move.NAMED:
            return "names days"
        case Move.SAME:
            return "the same days"
        case Move.STILL_NONE:
            return "names no day"
        case Move.ANOTHER:
            return "days of another matter"
        case Move.WITHDRAWN:
            return "withdrawn, no day"
        case move:
            return f"{move}{_by(movement)}"


def _by(movement: Movement) -> str:
    days = movement.days
    if days is None:
        return ", an end open"
    least, most = days
    count = f"{most:,}" if least in (most, 0) else f"{least:,} to {most:,}"
    return f" by {count} day{'' if most == 1 else 's'}"


def point_key(point: DriftPoint) -> str:
    """Tell a statement from every other one."""
    return f"signal {point.signal.id}"


def matter_words(signal: Signal) -> str:
    """Say what the days are of, where that is not the round itself."""
    if signal.about in (About.ROUND, About.SETTING_ITS_DATE):
        return "" if signal.about is About.ROUND else "its date to be set"
    return "of another matter" if signal.about is About.OTHER else f"of its {spoken(signal.about)}"


def drift_sheet(drift: Drift, width: int) -> Sheet:
    """List every statement about when, in the order in which they were made."""
    if drift.round is None:
        return Sheet([Block(paragraph("No round is on record.", width, Role.MUTED))])
    if not drift.points:
        words = f"By {day_words(drift.day)} nobody had said when {drift.label} is to be."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    blocks = [Block(_lines(point, drift.actors, width), point_key(point)) for point in drift.points]
    if drift.more:
        older = f"Older than these: statements that are not listed; these are the newest {len(drift.points)}."
        blocks.insert(0, Block(paragraph(older, width, Role.WARN)))
    if not drift.charted:
        count = len(drift.dated)
        words = f"{count or 'None'} of them name{'s' if count == 1 else ''} days; from {CHARTED} on there is a chart."
        blocks.append(Block(paragraph(words, width, Role.MUTED)))
    return Sheet(blocks)


def _lines(point: DriftPoint, actors: Actors, width: int) -> tuple[Line, ...]:
    signal, cite = point.signal, point.signal.cite
    faint = Role.TEXT if point.current else Role.MUTED
    state = "corrected" if point.corrected else "" if point.current else "older word"
    said = said_words(signal)
    who = said_by(actors, cite) or "article"
    top: Line = (put(f"{said}  ", Role.MUTED), put(who, Role.STRONG if point.current else Role.MUTED))
    days = window_words(signal.window, year=True) if point.dated else "no day"
    first = spread(top, (put(f"{signal.label} " if signal.label else "", Role.MUTED), locator_span(cite)), width)
    what: list[Span] = [
        put(days, Role.ACCENT if point.current else Role.MUTED), put(matter_words(signal), Role.MUTED),
        put(spoken(signal.modality), faint), put(state, Role.WARN), put(strength_words(cite), Role.MUTED),
    ]  # fmt: skip
    second = flow(joined(what), width, indent=2)
    third = flow((put(moves_words(point), faint),), width, indent=2)
    return (first, *second, *third)


def said_words(signal: Signal) -> str:
    """Say when it was said; where the record knows only a range, by when."""
    exact = signal.said.earliest is not None and signal.said.earliest == signal.said.latest
    return f"{'' if exact else 'by '}{day_words(signal.said_on)}"


def moves_words(point: DriftPoint) -> str:
    """Say how a statement moved the days: against its speaker's word before, and against anybody's."""
    own, previous = movement_words(point.own), movement_words(point.previous)
    if point.previous.move is Move.WITHDRAWN and point.own.move is not Move.WITHDRAWN:
        previous = "no day where there were some"
    if point.own == point.previous:
        return own if point.own.move is Move.FIRST else f"{own}, against own word and the word before"
    return f"own word: {own} · word before: {previous}"


def drift_chart(drift: Drift, at: str = "") -> Chart | None:
    """Draw the days named over the day on which they were named; None where too few name any.

    Each statement is a bar from its first day to its last; one open at an end runs to the edge with an arrow. Those
    of one day stand side by side. `at` is the key of the highlighted one.
    """
    if not drift.charted:
        return None
    points = drift.dated
    ends = [day.toordinal() for p in points for day in (p.signal.window.earliest, p.signal.window.latest) if day]
    low, high = float(min(ends) - _MARGIN), float(max(ends) + _MARGIN)
    series: list[Series] = []
    places = _places(points)
    for point in points:
        series.extend(_bar(point, places[point_key(point)], (low, high), chosen=point_key(point) == at))
    said = [point.signal.said_on.toordinal() for point in points]
    key = [
        (ITSELF, "the round", Role.TEXT), (OTHER, "its date", Role.TEXT), (STANDS, "stands", Role.ACCENT),
        (OLDER, "older", Role.MUTED), (OPEN_UP, "open", Role.TEXT), (HERE, "here", Role.WARN),
    ]  # fmt: skip
    padding = (high - low) * _PADDING
    y = (low - padding, high + padding)
    return Chart(tuple(series), (min(said) - 0.3, max(said) + 1.0), y, calendar=True, key=tuple(key))


def _places(points: tuple[DriftPoint, ...]) -> dict[str, float]:
    """Put statements on their day, side by side where there are several."""
    many = Counter(point.signal.said_on for point in points)
    seen: defaultdict[date, int] = defaultdict(int)
    found = {}
    for point in points:
        day = point.signal.said_on
        found[point_key(point)] = day.toordinal() + (seen[day] + 0.5) / many[day] * _OF_A_DAY
        seen[day] += 1
    return found


def _bar(point: DriftPoint, x: float, edges: tuple[float, float], *, chosen: bool) -> list[Series]:
    window = point.signal.window
    low = float(window.earliest.toordinal()) if window.earliest else edges[0]
    high = float(window.latest.toordinal()) if window.latest else edges[1]
    role = Role.WARN if chosen else Role.ACCENT if point.current else Role.MUTED
    shaft = HERE if chosen else ITSELF if point.signal.about is About.ROUND else OTHER
    cap = STANDS if point.current else OLDER
    bar = Series(Kind.BAR, ((x, low), (x, high)), role, shaft)
    ends = [Series(Kind.DOTS, ((x, low),), role, cap if window.earliest else OPEN_DOWN),
            Series(Kind.DOTS, ((x, high),), role, cap if window.latest else OPEN_UP)]  # fmt: skip
    return [bar, *ends]


def drift_heading(drift: Drift) -> str:
    """Name the round, and how many statements there are."""
    if drift.round is None:
        return "no round"
    count = len(drift.points)
    state = spoken(drift.round.state)
    return f"{drift.label} {drift.round.round.name} · {state} · {count} statement{'' if count == 1 else 's'}"
