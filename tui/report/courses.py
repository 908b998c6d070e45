"""Timeline, drift and progress as lines: the same as their charts, for paper, pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.board import Board
from store.domain.course import CommitmentCourse, DeliveryCourse
from store.domain.drift import Drift, DriftPoint
from store.domain.timeline import Lane, Timeline
from store.domain.words import spoken
from tui.render.course import course_title, unknown_words, voice_words
from tui.render.drift import matter_words, moves_words, said_words
from tui.render.happenings import LANE_NAMES, when_words, words_of
from tui.render.names import strength_words
from tui.render.timeline import notes
from tui.report.lines import EMPTY, Line, Part, Style, heading, joined, line
from tui.report.outlook import cite_words
from tui.wording import day_words, figure_words, number_words, window_words


def timeline_lines(timeline: Timeline, limit: int | None = None) -> Iterator[Line]:
    """Tell everything that has a day, in the order of time."""
    happenings = timeline.happenings if limit is None else timeline.happenings[-limit:] if limit else ()
    yield EMPTY
    counts = [f"{number_words(count)} {LANE_NAMES[lane].lower()}" for lane, count in timeline.counts.items() if count]
    yield heading("TIMELINE", " · ".join(counts) or "nothing on record has a day")
    if len(happenings) < len(timeline.happenings):
        yield line((f"the last {len(happenings):,} of {len(timeline.happenings):,}", Style.WAIT), indent=2)
    for happening in happenings:
        words = words_of(happening, timeline.actors)
        label: Part = (f"{words.label} " if words.label else "", Style.STRONG)
        rest = [part for part in (words.who, words.place) if part]
        yield line(
            f"{when_words(happening)} · {_one(happening.lane)} · ", label, *joined([words.said, *rest]), indent=2
        )  # fmt: skip
    left_out = notes(timeline, ())
    if left_out:
        yield line((left_out, Style.FAINT), indent=2)
    if timeline.cut:
        yield line(("--from and --to name the days to list", Style.FAINT), indent=2)


def _one(lane: Lane) -> str:
    name = LANE_NAMES[lane].lower()
    return name.removesuffix("s")


def drift_lines(drift: Drift, board: Board) -> Iterator[Line]:
    """Tell every statement about when a round is to be, and how each moved the days."""
    yield EMPTY
    if drift.round is None:
        yield heading("DRIFT", "no round is on record")
        return
    count = f"{len(drift.points)} statement{'' if len(drift.points) == 1 else 's'}, oldest first"
    yield heading("DRIFT", f"{drift.label} {drift.round.round.name} · {spoken(drift.round.state)} · {count}")
    if drift.more:
        yield line(("older statements are left out", Style.WAIT), indent=2)
    for point in drift.points:
        yield _point_line(point, board)
        yield line((moves_words(point), Style.STRONG if point.current else Style.FAINT), indent=4)


def _point_line(point: DriftPoint, board: Board) -> Line:
    signal = point.signal
    state = "corrected" if point.corrected else "" if point.current else "older word"
    parts = [
        said_words(signal),
        cite_words(signal.cite, board),
        signal.label or "",
        window_words(signal.window, year=True),
        matter_words(signal),
        spoken(signal.modality),
        state,
    ]
    style = Style.PLAIN if point.current else Style.FAINT
    return line((" · ".join(part for part in parts if part), style), indent=2)


def course_lines(course: DeliveryCourse) -> Iterator[Line]:
    """Tell what was promised and what each voice says was handed over, by the day it became known."""
    for one in course.courses:
        yield EMPTY
        yield heading("PROGRESS", course_title(one) + ("" if one.owed else " · not owed on this reading"))
        if not one.counted:
            yield line(("nobody gives a number of what was promised or handed over", Style.WAIT), indent=2)
        yield from _steps(one, course)
    if len(course.courses) == 1:
        yield line(("no commitment mirrors it", Style.FAINT), indent=2)


def _steps(one: CommitmentCourse, course: DeliveryCourse) -> Iterator[Line]:
    for step in one.steps:
        promised = "no number" if step.promised is None else figure_words(step.promised)
        parts: list[Part] = [f"promised {promised}"]
        parts.extend(f"{voice_words(f, course.actors)}, {strength_words(f.claim.cite)}" for f in step.figures)
        if step.spread is not None:
            low, high = (number_words(number) for number in step.spread)
            parts.append((f"figures disagree: {low} to {high}", Style.WAIT))
        if step.unknown:
            parts.append((unknown_words(step, course.actors), Style.WAIT))
        if not step.figures and not step.unknown:
            parts.append("nobody says that any was handed over")
        yield line(f"{day_words(step.day)} · ", *joined(parts), indent=2)
