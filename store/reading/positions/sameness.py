"""Whether two positions of one holder are one: what a report tells again in other words is no second position."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.stances import word_set
from store.reading.positions.topics import alike, content_words

if TYPE_CHECKING:
    from store.reading.proposals import Position

_MATTERS = tuple(
    word_set(words)
    for words in (
        "ceasefire truce pause halt cessation lull moratorium hostilities fighting war offensive",
        "withdrawal territory land region border occupation cede frontline troop pullback retreat forces",
        "release prisoner detainee hostage captive exchange swap pow abductee jailed free remains body bodies",
        "child children deported minor return",
        "sanction tariff embargo blockade asset oil",
        "aid humanitarian crossing corridor convoy food medicine relief",
        "disarm disarmament weapon arm demilitarisation demilitarization demobilisation demobilization",
        "guarantee membership nato neutrality alliance army mobilization mobilisation",
        "talk negotiation meeting summit venue dialogue negotiator mediation mediator round group",
    )
)
"""What is negotiated about; words of one line are about one matter."""
_ONCE = word_set("accept criticise condemn")
"""Stances that a report gives each side once: it comes back to them, it does not add another."""


def same(one: Position, other: Position, ideas: frozenset[str], *, spoken_of: bool, listed: bool) -> bool:
    """Whether two positions of one holder (and of stances that go together) say the same.

    `listed` is true of a statement or a list, which asks for one thing after another: there only like words are one.
    """
    first, second = content_words(one.topic), content_words(other.topic)
    if one.stance != other.stance:
        return 2 * len(first & second) > min(len(first), len(second))
    if alike(one.topic, other.topic, ideas, spoken_of=spoken_of):
        return True
    if listed:
        return False
    if one.stance in _ONCE:
        return True
    here, there = _matters(first), _matters(second)
    return not here or not there or bool(here & there)


def _matters(words: frozenset[str]) -> frozenset[int]:
    return frozenset(at for at, matter in enumerate(_MATTERS) if words & matter)
