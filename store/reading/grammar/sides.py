"""The sides of an article: how often each is named, which two it is about, who only helps."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from store.domain.typed import NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.lexicon import Lexicon

_MEDIATING = re.compile(
    r"mediat|broker|facilitat|host(?!age)|sponsor|guarant|witness|thank|envoy|intermedia|venue|capital"
)


class Sides(NamedTuple):
    """What an article says of sides."""

    counts: Counter[str]
    """How often each side or body is named."""
    pair: tuple[str, str] | None = None
    """The two that it is about, first named first; None where it cannot be told."""
    helpers: frozenset[str] = frozenset()
    """Those who mediate or host, and give nothing themselves."""


class _Tally:
    """What is counted of sides, sentence by sentence."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.pairs: Counter[frozenset[str]] = Counter()
        self.helping: Counter[str] = Counter()
        self.order: dict[str, None] = {}
        self.government = False
        self.stakes: Counter[str] = Counter()

    def take(self, pieces: list[Piece], lexicon: Lexicon) -> None:
        """Count the sides of a sentence, and those that stand together in it."""
        for piece in pieces:
            if "-" in piece.text and (both := _hyphened(piece.text, lexicon)):
                self.pairs[both] += _BETWEEN
        actors = [(at, side_of(piece)) for at, piece in enumerate(pieces) if piece.kind == "actor"]
        if any(piece.unit[1] == "hostages" or piece.text in _AT_STAKE for piece in pieces):
            self.stakes.update({side for _, side in actors})
        for at, side in actors:
            self.counts[side] += 1
            self.helping[side] += _mediates(pieces, at)
            self.order.setdefault(side)
        for one, other in pairwise(actors):
            if one[1] != other[1] and not {one[1], other[1]} & group("third"):
                self.pairs[frozenset((one[1], other[1]))] += _together(pieces, one[0], other[0])
        self.government = self.government or any(piece.text == "government" for piece in pieces)

    def face(self, lexicon: Lexicon) -> None:
        """Count a group and the state that it faces as standing together."""
        for body in list(self.counts):
            faced = lexicon.faced_by(body)
            if faced is None or (self.counts[body] < _FEW and not self._is_captor(body, faced)):
                continue
            if self.counts[faced] or self.government:
                self.pairs[frozenset((body, faced))] += min(_FACING, _FEW * self.counts[body]) + _STAKE * (
                    self.stakes[body] + self.stakes[faced]
                )
            self.counts[faced] += not self.counts[faced]
            self.order.setdefault(faced)

    def _is_captor(self, body: str, faced: str) -> bool:
        """Whether a group is named once, where hostages or a truce are spoken of again and again with who faces it."""
        return self.stakes[body] > 0 and self.stakes[faced] >= _FEW

    def with_captors(self, pair: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
        """Return two sides with a group in place of its people, where captives are spoken of and it is named."""
        for body in self.counts:
            people, faced = lexicon.people_of(body), lexicon.faced_by(body)
            if people is not None and faced is not None and pair == {people, faced} and self.stakes[faced]:
                return frozenset((body, faced))
        return pair

    def only_two(self) -> frozenset[str] | None:
        """Return the two sides of an article that names no more, though never together."""
        named = frozenset(side for side in self.counts if 2 * self.helping[side] < self.counts[side]) - group("third")
        return named if len(named) == _PAIR else None

    def weight(self, pair: frozenset[str]) -> float:
        """Return how much speaks for two sides being those that the article is about."""
        share = min(1 - self.helping[side] / self.counts[side] for side in pair)
        named = 0.5 * sum(self.counts[side] for side in pair)
        return (self.pairs[pair] + named) * share


_PAIR = 2
_FEW, _FACING, _BESIDE, _BETWEEN, _STAKE = 2, 12, 4, 8, 4
_AT_STAKE = frozenset(("ceasefire", "cease-fire", "truce", "captives"))
"""Words of what a group and the state that it faces owe each other; hostages are told by their unit."""


def sides_of(sentences: list[list[Piece]], lexicon: Lexicon) -> Sides:
    """Count the sides, and find the two that the article is about: those named together, less those that mediate."""
    tally = _Tally()
    for pieces in sentences:
        tally.take(pieces, lexicon)
    tally.face(lexicon)
    for pair in [pair for pair in tally.pairs if not all(tally.counts[side] for side in pair)]:
        del tally.pairs[pair]
    for body in tally.counts:
        tally.pairs.pop(frozenset((body, lexicon.people_of(body) or "")), None)
    best = max(tally.pairs, key=tally.weight, default=None)
    if best is None or tally.weight(best) <= 0:
        best = tally.only_two()
    if best is None:
        return Sides(tally.counts)
    best = tally.with_captors(best, lexicon)
    order = list(tally.order)
    first, second = sorted(best, key=order.index)
    helpers = (side for side, times in tally.helping.items() if side not in best and 3 * times >= tally.counts[side])
    return Sides(tally.counts, (first, second), frozenset(helpers))


def _hyphened(word: str, lexicon: Lexicon) -> frozenset[str] | None:
    """Return the two sides of "Russia-Ukraine"; None where a word joins no two."""
    sides = [lexicon.entries.get(("actor", part)) for part in word.split("-")]
    named = frozenset(side.meaning.partition("/")[0] for side in sides if side is not None)
    return named if len(sides) == len(named) == _PAIR else None


def _together(pieces: list[Piece], one: int, other: int) -> int:
    """Return how much two neighbours belong together: "between X and Y" most."""
    between = {piece.text for piece in pieces[one + 1 : other]}
    close = other - one <= 4 or (other - one <= 7 and "and" in between)
    if not close or not between & {"and", "with", "-", "–", ",", "to", "'s", "between"}:
        return 1
    return _BETWEEN if one and pieces[one - 1].text in ("between", "both") else _BESIDE


def _mediates(pieces: list[Piece], at: int) -> bool:
    """Whether an actor is named as one who helps or hosts, near its name."""
    around = pieces[max(at - 2, 0) : at + 4]
    return any(_MEDIATING.match(piece.text) for piece in around) or (
        at > 0 and pieces[at - 1].text in ("in", "thank", "thanked", "thanks") and pieces[at].form == "seat"
    )


def side_of(piece: Piece) -> str:
    """Return the side or body of an actor's piece."""
    return str(piece.value).partition("/")[0]


def body_of(piece: Piece) -> str:
    """Return the body that an actor speaks for."""
    side, _, body = str(piece.value).partition("/")
    return body or side
