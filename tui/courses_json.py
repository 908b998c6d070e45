"""Timeline, drift and progress as JSON objects: days are ISO, open ends and unknown numbers null."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.domain.course import CommitmentCourse, DeliveryCourse, Step
from store.domain.drift import Drift, DriftPoint, Movement
from store.domain.figures import VoiceFigure
from store.domain.model import Claim, Signal
from store.domain.outlook import SignalView
from store.domain.timeline import Happening, Timeline
from store.domain.typed import TYPE_CHECKING
from tui.render.happenings import words_of
from tui.status_json import as_json, due_value, quantity_value, signal_value

if TYPE_CHECKING:
    from typing import Any

    Json = dict[str, Any]


def timeline_pieces(timeline: Timeline, limit: int | None = None, *, ascii_only: bool = False) -> Iterator[str]:
    """Write the timeline: what it leaves out, then what happened, in the order of time."""
    shown = timeline.happenings if limit is None else timeline.happenings[-limit:] if limit else ()
    head: Json = {
        "as_of": timeline.day.isoformat(),
        "counts": {lane.value: count for lane, count in timeline.counts.items()},
        "cut": [lane.value for lane in timeline.cut],
        "undated": list(timeline.undated),
    }
    yield from _object(head, "events", [_event(happening, timeline) for happening in shown], ascii_only)


def _event(happening: Happening, timeline: Timeline) -> Json:
    fact, words = happening.fact, words_of(happening, timeline.actors)
    cite = fact.cite if isinstance(fact, (Claim, Signal)) else None
    first, last = happening.first, happening.last
    return {
        "lane": happening.lane.value,
        "id": happening.label,
        **due_value(happening.window),
        "possible": {"earliest": first.isoformat() if first else None, "latest": last.isoformat() if last else None},
        "what": words.said,
        "who": words.who or None,
        "source": cite.source if cite else None,
        "locator": cite.locator if cite else None,
        "words": cite.words if cite else None,
    }


def drift_pieces(drift: Drift, *, ascii_only: bool = False) -> Iterator[str]:
    """Write the drift: the round, then the statements, in the order in which they were made."""
    head: Json = {"as_of": drift.day.isoformat(), "round": drift.label or None, "rounds": list(drift.rounds),
                  "more": drift.more}  # fmt: skip
    yield from _object(head, "statements", [_statement(point) for point in drift.points], ascii_only)


def _statement(point: DriftPoint) -> Json:
    return {
        **signal_value(SignalView(point.signal, point.current)),
        "corrected": point.corrected,
        "against_own": _movement(point.own),
        "against_previous": _movement(point.previous),
    }


def _movement(movement: Movement) -> Json:
    return {"move": movement.move.value, "start_days": movement.start, "end_days": movement.end}


def course_pieces(course: DeliveryCourse, *, ascii_only: bool = False) -> Iterator[str]:
    """Write the courses of a commitment and its mirror."""
    head: Json = {"as_of": course.day.isoformat(), "asked": course.asked}
    yield from _object(head, "courses", [_course(one) for one in course.courses], ascii_only)


def _course(one: CommitmentCourse) -> Json:
    commitment = one.commitment
    return {
        "id": commitment.label,
        "debtor": commitment.debtor,
        "creditor": commitment.creditor,
        "what": commitment.what,
        "owed": one.owed,
        "points": [_step(step) for step in one.steps],
    }


def _step(step: Step) -> Json:
    return {
        "day": step.day.isoformat(),
        "promised": quantity_value(step.promised),
        "figures": [_figure(figure) for figure in step.figures],
        "leading": step.leading.voice if step.leading else None,
        "disputed": list(step.spread) if step.spread else None,
        "uncounted": list(step.uncounted),
        "withheld": step.withheld,
    }


def _figure(figure: VoiceFigure) -> Json:
    return {
        "voice": figure.voice,
        **quantity_value(figure.quantity),
        "measure": figure.claim.measure.value,
        "covered_to": figure.covered_to.isoformat(),
        "locator": figure.claim.cite.locator,
    }


def _object(head: Json, key: str, items: Sequence[Json], ascii_only: bool) -> Iterator[str]:
    yield "{"
    for name, value in head.items():
        yield f'  "{name}": {as_json(value, ascii_only=ascii_only)},'
    yield f'  "{key}": ['
    for place, item in enumerate(items, 1):
        yield f"    {as_json(item, ascii_only=ascii_only)}{',' if place < len(items) else ''}"
    yield "  ]"
    yield "}"
