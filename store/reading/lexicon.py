"""The words of the trade that the reader knows: actors, units, verbs; shipped with the program, extended by people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from store.domain.typed import NamedTuple
from store.reading.grammar.forms import noun_forms, verb_forms
from store.reading.grammar.groups import lines_of, split


class Entry(NamedTuple):
    """One thing that the reader is taught."""

    kind: str
    """actor, seat, person, unit, or a class of verbs and nouns of the trade (give-verb, exchange-noun, agree, ...)."""
    words: str
    """The words as they stand in articles, in the singular or base form; units as they stand after an `=`."""
    meaning: str
    """What they stand for: the common English name of an actor, `unit/kind of commitment` of a unit."""


class Meaning(NamedTuple):
    """What a run of words means to the reader."""

    kind: str
    """The kind of the entry."""
    value: str
    """Its meaning."""
    form: str
    """The form of a verb: base, s, ing, past, pp, ed (past or participle); else empty."""
    exact: bool
    """Whether it holds only with the capitals of the entry (names, abbreviations)."""
    words: str
    """The words of the entry."""


_NAMES = ("actor", "seat", "person")
_STANCES = ("stance-verb", "stance-noun", "stance-idea", "stance-matter", "stance-silent")
_RELATIONS = ("faces", "people")
"""What is known of sides beside their names."""
_VERBS = frozenset(("agree", "announce", "offer", "propose", "demand", "refuse", "expect", "say"))
_NOUNS = ("unit", "give-noun", "exchange-noun", "agreement-noun", "meeting")


class Lexicon:
    """What the reader knows. Never changed: `extended` makes another one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Keep entries; a later one wins over an earlier one of the same kind and words."""
        self.entries: dict[tuple[str, str], Entry] = {}
        self._runs: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for entry in {(entry.kind, entry.words.casefold()): entry for entry in entries}.values():
            self._keep(entry)

    def _keep(self, entry: Entry) -> None:
        self.entries[entry.kind, entry.words.casefold()] = entry
        # Words of stance and of measures are words of the trade too: they are looked for beside the pieces.
        for words, meaning in _meanings(entry) if not _is_read_apart(entry) else ():
            said = words.casefold().replace("’", "'")
            run = tuple((said.replace("'s ", " 's ") if entry.kind in _NAMES else said).split())
            if run:
                known = [*self._runs.get(run[0], ()), (run, meaning)]
                self._runs[run[0]] = sorted(known, key=lambda one: -len(one[0]))

    def extended(self, entries: Iterable[Entry]) -> Lexicon:
        """Return one that knows further entries too, which win over those of the same kind and words."""
        added = list(entries)
        if any((entry.kind, entry.words.casefold()) in self.entries for entry in added):
            return Lexicon((*self.entries.values(), *added))
        more = Lexicon(())
        more.entries, more._runs = dict(self.entries), dict(self._runs)
        for entry in added:
            more._keep(entry)
        return more

    @property
    def kinds(self) -> list[str]:
        """The kinds of words that are known, in order: what can be taught."""
        return sorted({kind for kind, _ in self.entries})

    @property
    def groups(self) -> list[str]:
        """The names of the groups that face a state."""
        return [entry.words for (kind, _), entry in self.entries.items() if kind == "faces"]

    def faced_by(self, group: str) -> str | None:
        """Return the side that a group faces; None where it is no group, or nobody said."""
        entry = self.entries.get(("faces", group.casefold()))
        return entry.meaning if entry is not None else None

    def people_of(self, group: str) -> str | None:
        """Return whose people come back to a group; None where nobody said."""
        entry = self.entries.get(("people", group.casefold()))
        return entry.meaning if entry is not None else None

    def at(self, words: list[str], place: int) -> Iterator[tuple[int, Meaning]]:
        """Yield what begins at a place of folded words: how many words it takes, and what it means; longest first."""
        for run, meaning in self._runs.get(words[place], ()):
            size = len(run)
            if size == 1 or tuple(words[place : place + size]) == run:
                yield size, meaning


def _is_read_apart(entry: Entry) -> bool:
    return entry.kind in _STANCES or entry.kind in _RELATIONS or entry.kind.startswith("measure ")


def _meanings(entry: Entry) -> Iterator[tuple[str, Meaning]]:
    if entry.kind.endswith("-verb") and entry.words.startswith("="):
        yield entry.words[1:], Meaning(entry.kind, entry.meaning, "ed", False, entry.words[1:])
    elif entry.kind.endswith("-verb") or entry.kind in _VERBS:
        for form, name in verb_forms(entry.words).items():
            yield form, Meaning(entry.kind, entry.meaning, name, False, entry.words)
    elif entry.kind in _NAMES:
        yield entry.words, Meaning(entry.kind, entry.meaning, "", True, entry.words)
    elif entry.kind in _NOUNS and not entry.words.startswith("="):
        for form in noun_forms(entry.words):
            yield form, Meaning(entry.kind, entry.meaning, "", False, entry.words)
    else:
        words = entry.words.removeprefix("=")
        yield words, Meaning(entry.kind, entry.meaning, "", False, words)


@cache
def shipped() -> Lexicon:
    """Return what the reader knows of itself."""
    return Lexicon(
        (
            *_sides(),
            *_people(),
            *_units(),
            *_trade(),
            *_listed("speech", "say"),
            *_listed("roles", "role"),
            *_stances(),
            *_measures(),
        )
    )


def _sides() -> Iterator[Entry]:
    for name, people, seats, *faced in lines_of("sides"):
        yield Entry("actor", name, name)
        for kind, side in zip(("faces", "people"), faced, strict=False):
            yield Entry(kind, name, side)
        for word in split(people):
            yield Entry("actor", word, name)
        for word in split(seats):
            yield Entry("seat", word, name)


def _people() -> Iterator[Entry]:
    for name, side, body in lines_of("people"):
        yield Entry("person", name, f"{side}/{body}")


def _units() -> Iterator[Entry]:
    for unit, kind, words in lines_of("units"):
        for word in split(words):
            yield Entry("unit", word, f"{unit}/{kind}")


def _trade() -> Iterator[Entry]:
    for kind, words in lines_of("trade"):
        for word in split(words):
            yield Entry(kind, word, kind)


def _listed(name: str, kind: str) -> Iterator[Entry]:
    for (words,) in lines_of(name):
        for word in split(words):
            yield Entry(kind, word, kind)


def _stances() -> Iterator[Entry]:
    for stance, part, words in lines_of("stances"):
        for word in split(words):
            yield Entry(f"stance-{part}", word, stance)


def _measures() -> Iterator[Entry]:
    for group, kind, words in lines_of("measures"):
        for word in split(words):
            yield Entry(f"measure {group}", word, kind)
