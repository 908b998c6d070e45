"""Where the words of measures stand in a sentence."""

from __future__ import annotations

from functools import lru_cache

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.forms import noun_forms, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.lexicon import Lexicon

PREFIX = "measure "
"""What the kinds of the lexicon's entries begin with that are words of measures."""
_Run = tuple[tuple[str, ...], str, str, str]


Index = dict[str, list[_Run]]
"""The words of measures by their first word."""


class Spot(NamedTuple):
    """A word of measures, or a run of them, in a sentence."""

    first: int
    """The piece it begins with."""
    last: int
    """The piece it ends with."""
    value: str
    """The kind of commitment it stands for; empty where that is told by other words."""
    form: str
    """The form of a verb: base, s, ing, past, pp, ed (past or participle); else empty."""
    text: str


class Marks(NamedTuple):
    """The words of measures of one sentence, by class."""

    found: dict[str, list[Spot]]
    places: dict[tuple[str, int], Spot]
    """The word of a class that each piece belongs to."""

    def of(self, group: str) -> list[Spot]:
        """Return those of a class, in order."""
        return self.found.get(group, [])

    def within(self, group: str, first: int, last: int) -> Spot | None:
        """Return the first of a class that lies between two pieces, both included."""
        for place in range(first, last + 1):
            spot = self.places.get((group, place))
            if spot is not None and spot.first >= first and spot.last <= last:
                return spot
        return None

    def covering(self, group: str, place: int) -> Spot | None:
        """Return the one of a class that a piece belongs to."""
        return self.places.get((group, place))


@lru_cache(maxsize=8)
def index_of(lexicon: Lexicon) -> Index:
    """Return the words of measures that a lexicon knows, by their first word, the longest first."""
    runs: dict[str, list[_Run]] = {}
    for entry in lexicon.entries.values():
        if entry.kind.startswith(PREFIX):
            group = entry.kind.removeprefix(PREFIX)
            for words, form in _forms(group, entry.words):
                run = tuple(words.casefold().split())
                runs.setdefault(run[0], []).append((run, group, entry.meaning, form))
    for found in runs.values():
        found.sort(key=lambda run: -len(run[0]))
    return runs


def _forms(group: str, words: str) -> Iterator[tuple[str, str]]:
    if words.startswith("="):
        yield words[1:], ""
    elif group.endswith("-verb"):
        yield from verb_forms(words).items()
    elif group in ("unreal", "old", "over", "asking", "holiday", "wished"):
        yield words, ""
    else:
        yield from ((form, "") for form in noun_forms(words))


def marks_of(pieces: Sequence[Piece], index: Index) -> Marks:
    """Return the words of measures of a sentence; within a class the longest wins and none overlap."""
    words: list[str] = []
    owners: list[int] = []
    for place, piece in enumerate(pieces):
        for word in piece.text.split():
            words.append(word)
            owners.append(place)
    found: dict[str, list[Spot]] = {}
    reached: dict[str, int] = {}
    for at, word in enumerate(words):
        for run, group, value, form in index.get(word, ()):
            size = len(run)
            if pieces[owners[at]].kind == "date" and group != "holiday":
                continue  # the words of a phrase of time are no words of measures: "after the truce has ended"
            if at >= reached.get(group, 0) and (size == 1 or tuple(words[at : at + size]) == run):
                reached[group] = at + size
                found.setdefault(group, []).append(Spot(owners[at], owners[at + size - 1], value, form, " ".join(run)))
    _compose(pieces, found)
    places = {
        (group, place): spot
        for group, spots in found.items()
        for spot in reversed(spots)
        for place in range(spot.first, spot.last + 1)
    }
    return Marks(found, places)


_HALTED_IN = frozenset(("to", "in", "of", "on", "against"))
_FURTHER = 5
"""How many pieces behind a word for halting what is halted is looked for."""


def _compose(pieces: Sequence[Piece], found: dict[str, list[Spot]]) -> None:
    """Add to the nouns of truces those that name what is halted: "a halt to drone strikes", "a pause in shelling"."""
    nouns = found.get("quiet-noun", [])
    for halt in found.get("halt-noun", ()):
        spot = _halt_of(pieces, found, halt)
        if spot is not None and not any(noun.first <= spot.first and noun.last >= spot.last for noun in nouns):
            nouns = [noun for noun in nouns if noun.last < spot.first or noun.first > spot.last]
            nouns.append(spot)
    if nouns:
        found["quiet-noun"] = sorted(nouns, key=lambda noun: noun.first)


def _halt_of(pieces: Sequence[Piece], found: dict[str, list[Spot]], halt: Spot) -> Spot | None:
    """Return a word for halting with what is halted; None where nothing that is fought with follows it closely."""
    at = halt.last + 1
    if at >= len(pieces) or pieces[at].text not in _HALTED_IN:
        return None
    halted = [
        spot
        for group in ("fight-noun", "strike-noun")
        for spot in found.get(group, ())
        if at < spot.first <= at + _FURTHER and spot.text != "gun"
    ]
    nearest = min(halted, key=lambda spot: (spot.first, -spot.last), default=None)
    if nearest is None or any(
        piece.kind in ("aux", "modal", "say", "punct", "prep", "conj") for piece in pieces[at + 1 : nearest.first]
    ):
        return None
    kind = halt.value if halt.value and nearest.value == "truce" else nearest.value
    return Spot(halt.first, nearest.last, kind, "", f"{halt.text} {pieces[at].text} {nearest.text}")
