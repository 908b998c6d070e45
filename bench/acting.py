"""What a person does beyond moving: a status, a filter, another day, another reading; each up to its painted board."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench import looks
from bench.numbers import sample
from bench.probe import GAP, Launched, Look, Probe, ProbeError
from bench.processes import program, run
from bench.stores import Built, copied, discard
from bench.table import Figure, Goal, figure, not_measured

_TYPED = "прот"
"""What is typed into the filter; each letter counts as answered once the title of the list names it."""
_STATES = (("s", "stalled"), ("x", "refused"))
"""Letter and name of what is set in turns; none of it moves the row to another part of the list."""
_GATE_STATES = (("d", "delivered"), ("s", "stalled"))
"""The first opens what the second closes again."""
_CHANGES = 6
_STEPS = 5
_READINGS = 3
_APART = 0.005
"""Seconds between a key that asks for a board and one that must not wait for it."""


_MEANWHILE, _ALONE = "as-of step: help asked meanwhile", "help asked alone"
_HELD_UP = 20.0
"""Most milliseconds by which looking for one thing may hold up the answer to another."""


class _Times(NamedTuple):
    """Milliseconds by what was done."""

    found: dict[str, list[float]]

    def add(self, what: str, value: float) -> None:
        self.found.setdefault(what, []).append(value)


_GOALS = {
    "status change": 15.0,
    "status change, gate": 15.0,
    "filter: a letter": 20.0,
    "filter: echo of a letter": 20.0,
    "filter: four letters at once": None,
    "as-of step": 50.0,
    _MEANWHILE: None,
    "reading switch": 50.0,
    _ALONE: None,
}
_NOTES = {
    "status change": "key to row and evidence painted",
    "status change, gate": "key to row, evidence and gate painted, on a commitment that the next round waits for",
    "filter: a letter": "key to the title of the list that names what was typed, rows with it",
    "filter: echo of a letter": "key to the letter in the line it is typed into, while the list before is looked for",
    "filter: four letters at once": "to the list of all four",
    "as-of step": "key to that day's header, all panes filled",
    _MEANWHILE: "a key that needs no board, 5 ms after the one that asks for a day",
    "reading switch": "key to that reading's header, all panes filled",
}


def figures(probe: Probe, store: Built, launches: int) -> list[Figure]:
    """Do each thing on so many launches."""
    times, failed = _Times({}), []
    for part in (_stepping, _filtering, _changing):
        for _ in range(launches):
            try:
                part(probe, store, times)
            except ProbeError as error:
                failed.append(f"{part.__name__.strip('_')}: {error}")
    rows = [
        figure(what, store.name, "ms", sample(times.found.get(what, [])), Goal(most), note=_NOTES.get(what, ""))
        for what, most in _GOALS.items()
        if what in times.found or not failed
    ]
    meanwhile, alone = (sample(times.found.get(what, [])) for what in (_MEANWHILE, _ALONE))
    if meanwhile and alone:
        longer = max(0.0, meanwhile.median - alone.median)
        rows.append(figure("as-of step: holds another key up", store.name, "ms", longer, Goal(_HELD_UP)))
    checks = times.found.get("saved", [])
    if checks:
        share, told = min(checks), f"found in row and journal by another process after kill -9, {len(checks)} times"
        kept = figure("status change: in the file", store.name, "", share, note=told)
        rows.append(kept._replace(goal="1", met=share == 1.0))
    return [*rows, *(not_measured("failed", store.name, why) for why in sorted(set(failed)))]


def _words(path: Path) -> list[str]:
    return [*program(), "--store", str(path)]


def _stepping(probe: Probe, store: Built, times: _Times) -> None:
    """Step through days and readings, then step again and ask for help before the answer can be there."""
    with probe.launch(_words(store.path)) as launched:
        launched.shown(looks.FILLED)
        launched.still()
        for _ in range(_STEPS):
            _timed(launched, times, "as-of step", "<lt>", looks.another_day)
        for _ in range(_STEPS):
            _timed(launched, times, "as-of step", ">", looks.another_day)
        for _ in range(_READINGS):
            _timed(launched, times, "reading switch", "v", looks.another_reading)
        _ask_help(launched, times, _ALONE)
        launched.send("<lt>")
        launched.watch(_APART)
        _ask_help(launched, times, _MEANWHILE)
        launched.quit("<c-q>")


def _ask_help(launched: Launched, times: _Times, what: str) -> None:
    stroke = launched.strike("?", looks.HELP)
    if stroke is not None:
        times.add(what, stroke.first)
    launched.strike("<esc>")
    launched.still()


def _timed(launched: Launched, times: _Times, what: str, keys: str, await_: Callable[[str], Look]) -> None:
    launched.watch(0)
    stroke = launched.strike(keys, await_(launched.text()))
    if stroke is not None:
        times.add(what, stroke.first)
    launched.still(0.2)


def _filtering(probe: Probe, store: Built, times: _Times) -> None:
    """Type letters one by one, then all at once; a letter must be echoed even while a list is looked for."""
    with probe.launch(_words(store.path)) as launched:
        launched.shown(looks.FILLED)
        launched.still()
        launched.strike("/")
        for place in range(len(_TYPED)):
            stroke = launched.strike(_TYPED[place], looks.filtered(_TYPED[: place + 1]))
            if stroke is not None:
                times.add("filter: a letter", stroke.first)
        launched.strike("<esc>")
        launched.still()
        launched.strike("/")
        for place in range(len(_TYPED)):
            stroke = launched.strike(_TYPED[place], looks.typed(_TYPED[: place + 1]), gap=0)
            if stroke is not None:
                times.add("filter: echo of a letter", stroke.first)
        launched.strike("<esc>")
        launched.still()
        launched.strike("/")
        stroke = launched.strike(_TYPED, looks.filtered(_TYPED))
        if stroke is not None:
            times.add("filter: four letters at once", stroke.first)
        launched.quit("<c-q>")


def _changing(probe: Probe, store: Built, times: _Times) -> None:
    """Set statuses in a copy of the store, end the program as if the machine died, and ask another for them."""
    path = copied(store, "status")
    try:
        with probe.launch(_words(path)) as launched:
            launched.shown(looks.FILLED)
            launched.still()
            subject, blocking = looks.shown_commitment(launched.text()), looks.blocker(launched.text())
            _set(launched, times, "status change", subject, last=not blocking)
            if blocking:
                launched.strike("/")
                launched.strike(blocking, looks.filtered(blocking))
                launched.strike("<enter>")
                launched.still()
                _set(launched, times, "status change, gate", blocking, last=True)
                subject = blocking
            launched.kill()
        states = _GATE_STATES if blocking else _STATES
        times.add("saved", float(_saved(path, subject, states[(_CHANGES - 1) % 2][1])))
    finally:
        discard(path)


def _set(launched: Launched, times: _Times, what: str, label: str, *, last: bool) -> None:
    """Set one status after another on the highlighted commitment; after the `last` nothing is waited for."""
    waiting = label if what.endswith("gate") else ""
    states = _GATE_STATES if waiting else _STATES
    for turn in range(_CHANGES):
        letter, state = states[turn % 2]
        launched.strike("<space>", looks.CHOOSING)
        launched.strike(letter, looks.RESTING)
        gap = 0 if last and turn == _CHANGES - 1 else GAP
        stroke = launched.strike("j", looks.judged(label, state, waiting=waiting), gap=gap)
        if stroke is not None:
            times.add(what, stroke.first)
        if gap:
            launched.still()


def _saved(path: Path, label: str, state: str) -> bool:
    """Ask another process whether the last status is the commitment's, and stands in the journal."""
    shown, journal = (run([*_words(path), "--read-only", word, label]).out for word in ("show", "log"))
    return f"{state} *" in shown and f"→ {state}" in journal.splitlines()[0]
