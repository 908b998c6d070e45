"""Launches of the floor and of the dashboard on every store, in turns, with keys struck on some of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench import looks
from bench.probe import Launched, Look, Probe, ProbeError, Stroke
from bench.processes import program

KINDS: dict[str, tuple[str, ...]] = {
    "cursor": ("<down>",) * 15 + ("<up>",) * 15,
    "page": (("<pgdn>",) * 2 + ("<pgup>",) * 2) * 3,
    "end": ("<end>",),
    "home": ("<home>",),
    "next pane": ("<tab>",) * 5 + ("<s-tab>",) * 5,
}
"""The keys of each kind, so that each moves something in a list of a few pages; end and home are struck in turns."""
_ORDER = ("cursor", "page", *("end", "home") * 5, "next pane")
_ECHO = 30
_LIST_ROWS = (3, 4)
"""Lines of the screen with the first two obligations: the cursor moves from the one to the other."""


@dataclass(slots=True)
class Visit:
    """What one launch came to, in milliseconds and MB."""

    paint: float
    paint_cpu: float
    first_key: float | None
    """From launch to the answer to a key that was struck as soon as all was painted."""
    memory: float
    """Most after the first paint, before any key but that one."""
    quit: float | None = None
    strokes: dict[str, list[Stroke]] = field(default_factory=dict)
    missed: int = 0
    """Keys that changed nothing."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is launched."""

    name: str
    words: tuple[str, ...]
    filled: Look | str
    floor: bool = False


@dataclass(slots=True)
class Series:
    """All launches of one subject; those with the same place were made in the same turn."""

    visits: list[Visit | None] = field(default_factory=list)
    failed: str = ""
    """Why the last launch that failed did so."""

    def column(self, pick: Callable[[Visit], float | None]) -> list[float | None]:
        """Return something of every launch, None for those that failed."""
        return [None if visit is None else pick(visit) for visit in self.visits]

    def strokes(self, kind: str, pick: Callable[[Stroke], float]) -> list[float]:
        """Return something of every key of a kind."""
        return [pick(stroke) for visit in self.visits if visit for stroke in visit.strokes.get(kind, [])]

    @property
    def missed(self) -> int:
        """Count the keys that changed nothing."""
        return sum(visit.missed for visit in self.visits if visit)


def dashboard(name: str, store: Path) -> Subject:
    """Return the dashboard on a store."""
    return Subject(name, (*program(), "--store", str(store)), looks.FILLED)


def in_turns(probe: Probe, subjects: Sequence[Subject], launches: int, with_keys: int) -> dict[str, Series]:
    """Launch the floor and each subject in turns, every second turn the other way round; the first do not count.

    Keys are struck on the first `with_keys` launches of each.
    """
    everyone = [Subject("F", tuple(probe.floor_words), looks.FLOOR, floor=True), *subjects]
    found = {subject.name: Series() for subject in everyone}
    for turn in range(-1, launches):
        for subject in everyone if turn % 2 else reversed(everyone):
            series = found[subject.name]
            try:
                visit = look_in(probe, subject, keys=0 <= turn < with_keys)
            except ProbeError as error:
                visit, series.failed = None, str(error)
            if turn >= 0:
                series.visits.append(visit)
    return found


def look_in(probe: Probe, subject: Subject, *, keys: bool = False) -> Visit:
    """Launch once, strike one key or also all kinds of them, and leave."""
    with probe.launch(subject.words) as launched:
        paint = launched.shown(subject.filled)
        cpu = launched.cpu()
        moved = _moved(launched, floor=subject.floor)
        launched.send("j")
        # from launch on, and not from the paint: the probe takes its time to see all of that before it strikes
        answered = launched.shown(moved)
        launched.still()
        visit = Visit(paint, cpu, answered, launched.memory())
        if keys and subject.floor:
            _strike(launched, visit, "echo", ("j",) * _ECHO)
        elif keys:
            launched.strike("<home>")
            for kind in _ORDER:
                _strike(launched, visit, kind, KINDS[kind])
        visit.quit = launched.quit("q")
        return visit


def _moved(launched: Launched, *, floor: bool) -> Look:
    """Await what the first key does; a late part of the first paint is no answer to it."""
    if floor:
        return Look("READY 1", lambda text: "READY 1" in text)
    before = launched.rows(*_LIST_ROWS)
    return Look("the cursor on the second row", lambda _: _all_changed(before, launched.rows(*_LIST_ROWS)))


def _all_changed(before: Sequence[int], now: Sequence[int]) -> bool:
    return all(old != new for old, new in zip(before, now, strict=True))


def _strike(launched: Launched, visit: Visit, kind: str, keys: Sequence[str]) -> None:
    kept = visit.strokes.setdefault(kind, [])
    for key in keys:
        stroke = launched.strike(key)
        if stroke is None:
            visit.missed += 1
        else:
            kept.append(stroke)
