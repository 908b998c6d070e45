"""The clauses of a claim as columns: a pace, a ratio, days counted from an event, a longer time."""

from __future__ import annotations

from store.domain.clauses import MOST, Per, format_counted, format_ratio, parse_counted, parse_ratio
from store.domain.typed import TYPE_CHECKING
from store.repository.tables.columns import Names, UnknownNameError, choose

if TYPE_CHECKING:
    from typing import Any

CLAUSES = ("per", "ratio", "counts_from", "on_days", "extends")
"""The columns, named as the keys of a line are."""
_NONE = (None,) * len(CLAUSES)
_EVENTS = ("exchange", "round", "commitment")


def clause_values(said: Any) -> tuple[Any, ...]:
    """Check the clauses of a claim, the keys of its line as attributes, and write them as columns (ValueError)."""
    found = said.per, said.ratio, said.counts_from, said.on_days, said.extends
    if found == _NONE:
        return _NONE
    per, ratio, event, days, extends = found
    if said.measure != "owed":
        raise ValueError(f"only a claim of measure owed has {', '.join(CLAUSES)}")
    choose(Per, per, "per")
    if per is not None and not said.figure:
        raise ValueError(f"'per' says in which time the figure is owed, and there is no figure for a {per}")
    if (event is None) != (days is None):
        raise ValueError("'counts_from' names an event and 'on_days' the days from it: give both or neither")
    if said.window and (event is not None or extends is not None):
        raise ValueError("a claim that gives its days in 'window' counts and extends none: leave one of them out")
    if extends is not None and not 1 <= extends <= MOST:
        raise ValueError(f"'extends' is a number of days from 1 to {MOST:,}")
    return (
        per,
        format_ratio(parse_ratio(ratio)) if ratio is not None else None,
        event,
        format_counted(parse_counted(event, days)) if event is not None else None,
        extends,
    )


def check_event(event: str, commitment: str | None, names: Names) -> None:
    """Check that days are counted from something that can happen. Raises ValueError, and UnknownNameError."""
    if commitment is None or event == commitment:
        raise ValueError("days are counted for a commitment, and from something else than itself")
    if not any(names.labels[kind].holds(event) for kind in _EVENTS):
        raise UnknownNameError(f"there is no exchange, round or commitment '{event}' to count days from")
