"""What an obligation is tied to, as words: a pace, a ratio, days counted from an event, a longer time.

Plain strings only, as in `tui.wording`; loaded where an obligation is tied to anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.clauses import Clauses, Counted, Rate, Ratio, counted_words
from store.domain.standing import Standing
from tui.wording import day_words, figure_words, number_words


def rate_words(rate: Rate) -> str:
    """Write a pace: "600 a day"."""
    return f"{figure_words(rate.quantity)} a {rate.per.value}"


def ratio_words(ratio: Ratio) -> str:
    """Write a ratio: "3 for 1", "30–50 for 1"."""
    many = number_words(ratio.low)
    if ratio.low != ratio.high:
        many += f"–{number_words(ratio.high)}"
    return f"{many} for {number_words(ratio.of)}"


def extension_words(days: int) -> str:
    """Write by how much an end was moved: "longer by 2 days"."""
    return f"longer by {number_words(days)} day{'' if days == 1 else 's'}"


def from_words(counted: Counted) -> str:
    """Write days and what they are counted from: "by day 16 from GE5"."""
    return f"{counted_words(counted)} from {counted.event}"


def clause_words(clauses: Clauses, figure: str) -> str:
    """Write what one statement says, with its figure: "600 a day, days 1 to 42 from GE5"."""
    said = [
        f"{figure} a {clauses.per.value}" if clauses.per else figure,
        ratio_words(clauses.ratio) if clauses.ratio else "",
        from_words(clauses.counted) if clauses.counted else "",
        extension_words(clauses.extends) if clauses.extends else "",
    ]
    return ", ".join(words for words in said if words)


def tied_words(standing: Standing) -> Iterator[str]:
    """Say what follows from the clauses on the day: how much was expected by now, is owed for, and whence days count.

    What is owed under a ratio goes as far as what the other direction delivered; it is no final number.
    """
    terms, due = standing.terms, standing.terms.due
    if standing.expected is not None:
        over = due.latest is not None and due.earliest is not None and standing.schedule in _OVER
        yield f"{figure_words(standing.expected)} expected {f'by {day_words(due.latest)}' if over else 'so far'}"
    if terms.ratio is not None:
        if terms.quantity is not None or terms.rate is not None:
            yield ratio_words(terms.ratio)
        if standing.matched is not None:
            mirror = standing.commitment.mirrors
            yield f"{figure_words(standing.matched)} owed so far for {mirror}"
    if terms.counted is not None and not due.bounded:
        yield f"{from_words(terms.counted)}, which has no day yet"
    if terms.extended:
        yield extension_words(terms.extended)


_OVER = ("overdue", "lapsed", "met", "met_late")
