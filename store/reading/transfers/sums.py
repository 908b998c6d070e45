"""Totals beside their parts: 12,000 beside 6,000 each way."""

from __future__ import annotations

from store.domain.windows import Window
from store.reading.proposals import Commitment, Exchange

Content = Commitment | Exchange
_ROUGHLY = 0.05
"""By what share a rough total may be off its parts: "nearly 500" beside 246 from each side."""
_LEAST = 2
"""The least that two can add up to."""


def sum_of_others(content: Content, others: list[Content]) -> bool:
    """Whether it is the total of two others that are proposed: 12,000 beside 6,000 each way."""
    total = content.figure.value
    if total is None or total < _LEAST:
        return False
    parts = [other for other in others if other is not content and _comparable(other, content)]
    about = total * _ROUGHLY if content.figure.comparator != "=" else 0
    if any(part.reciprocal and abs((part.figure.value or 0) * 2 - total) <= about for part in parts):
        return True
    if not content.reciprocal and content.figure.per != "total":
        return False
    values = [part.figure.value or 0 for part in parts]
    pairs = (one + other for place, one in enumerate(values) for other in values[place + 1 :])
    return total in pairs or total / 2 in values


def day_of(content: Content) -> Window:
    """Return when something was, or is to be, handed over: ten on Tuesday are not ten on Wednesday."""
    return content.due if isinstance(content, Commitment) else content.window


def _comparable(one: Content, other: Content) -> bool:
    events = isinstance(one, Exchange) and isinstance(other, Exchange)
    if events and _on_other_days(one, other):
        return False
    return type(one) is type(other) and one.kind == other.kind and bool(one.figure.value)


def _on_other_days(one: Content, other: Content) -> bool:
    """Whether two are events of different days."""
    first, second = day_of(one), day_of(other)
    return first.bounded and second.bounded and not first.overlaps(second)
