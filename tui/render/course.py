"""The course of a delivery: as a chart, and as a table of the same points."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.course import CommitmentCourse, DeliveryCourse, Step
from store.domain.figures import VoiceFigure
from store.domain.words import Measure
from tui.commands.chosen import key_words
from tui.render.chart import Chart, Kind, Series, staircase
from tui.render.names import Actors, locator_span, voice_name, way
from tui.render.spans import BLANK, Block, Line, Role, Sheet, Span, flow, joined, paragraph, put
from tui.wording import day_words, figure_words, number_words

_SIGNS = ("●", "▲", "■", "◆", "▼")
_ROLES = (Role.ACCENT, Role.GOOD, Role.QUOTE, Role.STRONG, Role.TEXT)
_ABOVE, _TOP = 1.12, 1.25
"""Where signs of what nobody counts stand, and where the chart ends, as shares of the greatest number."""
PROMISED, SPREAD, UNKNOWN = "─", "┊", "?"


def sign_of(course: CommitmentCourse, voice: str) -> str:
    """Return the sign of a voice; voices beyond the signs there are share the last."""
    return _SIGNS[min(course.voices.index(voice), len(_SIGNS) - 1)]


def course_chart(course: CommitmentCourse, day: date, actors: Actors) -> Chart | None:
    """Draw what was promised against what each voice says was handed over; None where nobody gives a number.

    A voice is drawn from its first number on: what nobody counts is no zero.
    """
    if not course.counted:
        return None
    first, end = course.steps[0].day.toordinal(), max(day, course.steps[-1].day).toordinal()
    promised = _promised(course.steps)
    numbers = [float(figure.number) for step in course.steps for figure in step.figures]
    most = max(*numbers, *(y for _, y in promised), 1.0)
    series = [Series(Kind.LINE, staircase(promised, end), Role.MUTED)] if promised else []
    key = [(PROMISED, "promised", Role.MUTED)] if promised else []
    for index, voice in enumerate(course.voices):
        mine = _numbers(course.steps, voice)
        role = _ROLES[min(index, len(_ROLES) - 1)]
        series.append(Series(Kind.LINE, staircase(mine, end), role))
        series.append(Series(Kind.DOTS, tuple(mine), role, sign_of(course, voice)))
        key.append((sign_of(course, voice), voice_name(actors, voice), role))
    for step in course.steps:
        if step.spread is not None:
            x = float(step.day.toordinal())
            series.insert(0, Series(Kind.BAR, ((x, step.spread[0]), (x, step.spread[1])), Role.WARN, SPREAD))
    if any(step.spread for step in course.steps):
        key.append((SPREAD, "figures disagree", Role.WARN))
    unknown = tuple((float(step.day.toordinal()), most * _ABOVE) for step in course.steps if step.unknown)
    if unknown:
        series.append(Series(Kind.DOTS, unknown, Role.WARN, UNKNOWN))
        key.append((UNKNOWN, "came, uncounted", Role.WARN))
    return Chart(tuple(series), (first - 1.0, end + 1.0), (0.0, most * _TOP), calendar=False, key=tuple(key))


def _promised(steps: Sequence[Step]) -> list[tuple[float, float]]:
    """Return the days on which the number promised changed, with that number."""
    found: list[tuple[float, float]] = []
    for step in steps:
        number = step.promised.number if step.promised is not None else None
        if number is not None and (not found or found[-1][1] != number):
            found.append((float(step.day.toordinal()), float(number)))
    return found


def _numbers(steps: Sequence[Step], voice: str) -> list[tuple[float, float]]:
    """Return the days on which a voice's figure changed, with the figure."""
    found: list[tuple[float, float]] = []
    for step in steps:
        for figure in step.figures:
            if figure.voice == voice and (not found or found[-1][1] != figure.number):
                found.append((float(step.day.toordinal()), float(figure.number)))
    return found


def course_title(course: CommitmentCourse) -> str:
    """Name a commitment shortly: "C09 RU→UA Return of remains"."""
    commitment = course.commitment
    return f"{commitment.label} {way(commitment.debtor, commitment.creditor)} {commitment.what}"


def course_sheet(value: DeliveryCourse, width: int) -> Sheet:
    """List the points of every course, a day a block; Enter opens the source of its leading figure."""
    if not value.courses:
        draws = key_words("progress", "p")
        words = f"{value.asked} is no obligation: put the cursor on one and press {draws}."
        if value.not_yet:
            words = f"{value.asked} was not known yet on {day_words(value.day)}."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    blocks: list[Block] = []
    for number, course in enumerate(value.courses):
        head = joined([put(course_title(course), Role.STRONG),
                       put("" if course.owed else "not owed on this reading", Role.WARN)])  # fmt: skip
        above = (BLANK,) if number else ()
        blocks.append(Block((*above, *flow(head, width))))
        if not course.counted:
            words = "Nobody gives a number of what was promised or handed over, so nothing can be drawn."
            blocks.append(Block(paragraph(words, width, Role.WARN, indent=2)))
        blocks.extend(
            Block(step_lines(course, place, value.actors, width), f"{course.commitment.label} {step.day}")
            for place, step in enumerate(course.steps)
        )
    if len(value.courses) == 1:
        blocks.append(Block((BLANK, *paragraph("No commitment mirrors it.", width, Role.MUTED))))
    return Sheet(blocks)


def step_lines(course: CommitmentCourse, place: int, actors: Actors, width: int) -> tuple[Line, ...]:
    """Say what was known on the evening of a day, beginning with the day."""
    step = course.steps[place]
    before = course.steps[place - 1] if place else None
    parts: list[Span] = []
    if before is None or before.promised != step.promised:
        promised = "no number" if step.promised is None else figure_words(step.promised)
        parts.append(put(f"promised {promised}"))
    for figure in step.figures:
        old = before is not None and figure in before.figures
        role = Role.MUTED if old else Role.TEXT
        parts.append(put(f"{sign_of(course, figure.voice)} {voice_words(figure, actors)}", role))
    if step.spread is not None:
        low, high = step.spread
        parts.append(put(f"figures disagree: {number_words(low)} to {number_words(high)}", Role.WARN))
    if step.unknown:
        parts.append(put(f"{UNKNOWN} {unknown_words(step, actors)}", Role.WARN))
    first: Line = (put(f"  {day_words(step.day)}  ", Role.MUTED),)
    return flow(joined(parts) or (put("nothing is said of how many", Role.MUTED),), width, first=first)


def unknown_words(step: Step, actors: Actors) -> str:
    """Say that something came of which there is no number, and who says so."""
    who = ", ".join(voice_name(actors, voice) for voice in step.uncounted)
    what = "figures are withheld" if step.withheld else "some came, no number given"
    return f"{what} ({who})" if who else what


def voice_words(figure: VoiceFigure, actors: Actors) -> str:
    """Say what a voice says in all, of what kind the figure is, which days it covers, and where it stands."""
    who = voice_name(actors, figure.voice)
    kind = "sum of its batches" if figure.claim.measure is Measure.BATCH else "so far"
    covered = figure.covered_to
    to = f", to {day_words(covered, year=False)}" if covered != figure.known_on else ""
    return f"{who} {figure_words(figure.quantity)} {kind}{to} {locator_span(figure.claim.cite)[0]}"
