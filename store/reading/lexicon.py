"""The words of the trade that the reader knows: actors, units, verbs; shipped with the program, extended by people."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.typed import NamedTuple


class Entry(NamedTuple):
    """One thing that the reader is taught."""

    kind: str
    """actor, unit, place, give, receive and so on: the lists that the reader knows by name."""
    words: str
    """The words as they stand in articles, in the singular or base form."""
    meaning: str
    """What they stand for: the common English name of an actor, the unit, the kind of a commitment."""


class Lexicon:
    """What the reader knows. Never changed: `extended` makes another one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Keep entries; a later one wins over an earlier one of the same kind and words."""
        self.entries = {(entry.kind, entry.words.casefold()): entry for entry in entries}

    def extended(self, entries: Iterable[Entry]) -> Lexicon:
        """Return one that knows further entries too, which win over those of the same kind and words."""
        return Lexicon((*self.entries.values(), *entries))
