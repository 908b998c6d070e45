"""Numbers of repeated measurements: their middle, their ends, and ratios of runs taken in turns."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple

_RESAMPLES = 1000


class Sample(NamedTuple):
    """What repeated measurements came to; never empty."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle."""
        return statistics.median(self.values)

    @property
    def low(self) -> float:
        """The least."""
        return min(self.values)

    @property
    def high(self) -> float:
        """The most."""
        return max(self.values)

    @property
    def late(self) -> float:
        """The value that 95 of 100 do not exceed."""
        ranked = sorted(self.values)
        place = (len(ranked) - 1) * 0.95
        below = int(place)
        above = min(below + 1, len(ranked) - 1)
        return ranked[below] + (ranked[above] - ranked[below]) * (place - below)


class Ratio(NamedTuple):
    """How many times something else a thing is."""

    value: float
    low: float | None = None
    """Ends of the bootstrap interval of 95 %; None where there is one measurement alone."""
    high: float | None = None


def sample(values: Sequence[float | None]) -> Sample | None:
    """Keep what was measured; None where nothing was."""
    found = tuple(value for value in values if value is not None)
    return Sample(found) if found else None


def paired_ratio(base: Sequence[float | None], ours: Sequence[float | None]) -> Ratio | None:
    """Return the median of the ratios of runs taken in turns, with its interval."""
    found = [ours_ / base_ for base_, ours_ in zip(base, ours, strict=True) if base_ and ours_ is not None]
    if not found:
        return None
    low, high = _interval(lambda dice: statistics.median(dice.choices(found, k=len(found))))
    return Ratio(statistics.median(found), low, high)


def pooled_ratio(base: Sample | None, ours: Sample | None) -> Ratio | None:
    """Return the ratio of two medians, with its interval, where single values have no partner."""
    if base is None or ours is None or not base.median:
        return None
    low, high = _interval(lambda dice: _middle(dice, ours) / max(_middle(dice, base), 1e-9))
    return Ratio(ours.median / base.median, low, high)


def _middle(dice: random.Random, of: Sample) -> float:
    return statistics.median(dice.choices(of.values, k=len(of.values)))


def _interval(draw: Callable[[random.Random], float]) -> tuple[float, float]:
    dice = random.Random(1)
    drawn = sorted(draw(dice) for _ in range(_RESAMPLES))
    return drawn[_RESAMPLES // 40], drawn[-_RESAMPLES // 40]
