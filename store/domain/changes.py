"""What changed between two days, as one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.domain.gates import GateStanding
from store.domain.quantities import format_figure
from store.domain.redating import WINDOWS, DayChange, span_words
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.windows import Window
from store.domain.words import spoken


class Change(NamedTuple):
    """One difference: what, how it was, how it is."""

    label: str
    """The commitment, round or gate that changed."""
    name: str
    aspect: str
    before: str | None
    """How it was; None where it was not known yet."""
    after: str | None
    """How it is; None where it is no longer known."""


def commitment_changes(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> list[Change]:
    """List what changed in commitments between two days, in the order of the later board."""
    found: list[Change] = []
    for label in dict.fromkeys((*after, *before)):
        found.extend(_commitment(label, before.get(label), after.get(label)))
    return found


def _commitment(label: str, before: Standing | None, after: Standing | None) -> Iterable[Change]:
    one = after or before
    name = one.commitment.what if one else label
    if before is None or after is None:
        was, now = (_terms(standing) if standing else None for standing in (before, after))
        yield Change(label, name, "commitment", was, now)
        return
    for aspect, old, new in _aspects(before, after):
        if old != new:
            yield Change(label, name, aspect, old, new)


def _aspects(before: Standing, after: Standing) -> Iterable[tuple[str, str, str]]:
    yield "delivery", _state(before), _state(after)
    yield "instrument", spoken(before.terms.instrument), spoken(after.terms.instrument)
    yield "schedule", spoken(before.schedule), spoken(after.schedule)
    if before.terms.counted or after.terms.counted or before.terms.extended != after.terms.extended:
        # such days move without anybody saying them anew
        yield "due", _days(before.terms.due), _days(after.terms.due)


def _state(standing: Standing) -> str:
    figure = format_figure(standing.delivered) if standing.delivered else ""
    return " ".join(part for part in (spoken(standing.delivery), figure, standing.mark) if part)


def _terms(standing: Standing) -> str:
    figure = format_figure(standing.terms.quantity) if standing.terms.quantity else ""
    return " ".join(part for part in (spoken(standing.terms.instrument), figure) if part)


def day_changes(moved: Iterable[DayChange]) -> list[Change]:
    """List what a corrected day of publication moved: the source and the windows; other days follow the source's."""
    return [
        Change(
            change.label,
            f"«{change.phrase}»" if change.phrase else change.kind,
            change.aspect,
            span_words(change.before),
            span_words(change.after),
        )
        for change in moved
        if change.kind == "source" or change.aspect in WINDOWS
    ]


def round_changes(before: Iterable[RoundStanding], after: Iterable[RoundStanding]) -> list[Change]:
    """List what changed in the states and windows of rounds between two days."""
    old = {standing.round.label: standing for standing in before}
    found = []
    for standing in after:
        label, earlier = standing.round.label, old.get(standing.round.label)
        was = spoken(earlier.state) if earlier else None
        days = _days(standing.window)
        if was != spoken(standing.state):
            found.append(Change(label, standing.round.name, "state", was, spoken(standing.state)))
        elif earlier is not None and _days(earlier.window) != days:
            found.append(Change(label, standing.round.name, "window", _days(earlier.window), days))
    return found


def gate_changes(before: Iterable[GateStanding], after: Iterable[GateStanding]) -> list[Change]:
    """List what changed in the states of gates; one that is not there any more has no state after."""
    old = {standing.gate.label: standing for standing in before}
    now = {standing.gate.label: standing for standing in after}
    found = []
    for label in dict.fromkeys((*now, *old)):
        was, state = (spoken(held[label].state) if label in held else None for held in (old, now))
        if was != state:
            found.append(Change(label, (now.get(label) or old[label]).gate.condition, "gate", was, state))
    return found


def _days(window: Window) -> str:
    return window.edtf or "no date"
