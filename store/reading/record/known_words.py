"""What a reader knows who works on a store: the words shipped with the program, and those of the store."""

from __future__ import annotations

from collections.abc import Iterable

from store.reading.lexicon import Entry, Lexicon, shipped

_NAMES = ("actor", "seat", "person")
"""Kinds of words that name somebody."""


def lexicon_of(entries: Iterable[Entry], taught: Iterable[Entry] = ()) -> Lexicon:
    """Return a lexicon with the names of a store's actors and what people taught.

    A name that the program knows keeps the meaning it has there, since it tells a capital that speaks from a place;
    what people taught wins over everything.
    """
    known = shipped()
    names = {words for kind, words in known.entries if kind in _NAMES}
    own = [entry for entry in entries if entry.words.casefold() not in names]
    return known.extended([*own, *taught])


def trade_words(taught: Iterable[Entry]) -> list[str]:
    """List the words of the trade: those that the program ships and people taught, but for names and places.

    A sign before a word that only says how it is read is left away.
    """
    listed = [*shipped().entries.values(), *taught]
    return list(dict.fromkeys(e.words.removeprefix("=") for e in listed if e.kind not in (*_NAMES, "place")))
