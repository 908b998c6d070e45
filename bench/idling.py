"""A dashboard that nobody touches: what it computes and writes, all stores and the floor at the same time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack

from bench import looks
from bench.probe import Probe, ProbeError
from bench.table import Figure, Goal, figure, not_measured
from bench.visits import Subject

_SETTLE = 3.0
"""Seconds until what a launch leaves to be done later is done."""


def figures(probe: Probe, subjects: Sequence[Subject], seconds: float) -> list[Figure]:
    """Watch each of them over the same time."""
    rows: list[Figure] = []
    floor = Subject("F", tuple(probe.floor_words), looks.FLOOR, floor=True)
    with ExitStack() as stack:
        watched = []
        for subject in (floor, *subjects):
            launched = stack.enter_context(probe.launch(subject.words))
            try:
                launched.shown(subject.filled)
            except ProbeError as error:
                rows.append(not_measured("idle", subject.name, str(error)))
                continue
            watched.append((subject, launched))
        for _, launched in watched:
            launched.still(_SETTLE)
        began = time.perf_counter()
        then = [(launched.cpu(), launched.written()) for _, launched in watched]
        while time.perf_counter() - began < seconds:
            for _, launched in watched:
                launched.watch(0.1)
        taken = 1000 * (time.perf_counter() - began)
        for (subject, launched), (cpu, written) in zip(watched, then, strict=True):
            rows += _rows(subject, 100 * (launched.cpu() - cpu) / taken, launched.written() - written)
    return rows


def _rows(subject: Subject, share: float, sent: int) -> list[Figure]:
    if subject.floor:
        return [figure("F idle: CPU", "", "%", share), figure("F idle: bytes", "", "", sent)]
    return [
        figure("idle: CPU", subject.name, "%", share, Goal(0.3)),
        figure("idle: bytes", subject.name, "", sent, Goal(0)),
    ]
