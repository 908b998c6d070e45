"""Whether two positions of one holder are one: what a report tells again in other words is no second position."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.stances import word_set
from store.reading.positions.topics import alike, content_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.reading.positions.stand import Stand
    from store.reading.proposals import Position

_MATTERS = tuple(
    content_words(words)
    for words in (
        "ceasefire truce pause halt cessation lull moratorium hostilities fighting war offensive",
        "withdrawal territory land region border occupation cede frontline troop pullback retreat forces",
        "release prisoner detainee hostage captive exchange swap pow abductee jailed free remains body bodies",
        "child children deported minor",
        "sanction tariff embargo blockade asset oil",
        "aid humanitarian crossing corridor convoy food medicine relief",
        "disarm disarmament weapon arm demilitarisation demilitarization demobilisation demobilization",
        "guarantee membership nato neutrality alliance army mobilization mobilisation",
        "talk negotiation meeting summit venue dialogue negotiator mediation mediator round group",
    )
)
"""What is negotiated about; words of one line are about one matter."""
_FIGHTING, _PEOPLE = frozenset((0,)), frozenset((2, 3))
"""The lines above that are about the fighting, and about those who are held or missed."""
_MOST = 3
"""How many topics one record names at most."""
_ONCE = word_set("accept criticise condemn state")
"""Stances that a report gives each side once: it comes back to them, it does not add another."""


def joined(stands: Iterable[Stand]) -> list[list[Stand]]:
    """Return the positions with what one holder takes the same stance on together: that is one record.

    What is asked about the fighting and what is asked about people are two, for they are negotiated apart; so are
    two plans about different matters, each of which may be taken or refused.
    """
    records: dict[tuple[str, str], list[list[Stand]]] = {}
    order: list[list[Stand]] = []
    for stand in stands:
        mine = records.setdefault((stand.position.holder, stand.position.stance), [])
        record = next((record for record in mine if not _apart(record[0], stand)), None)
        if record is None:
            record = []
            mine.append(record)
            order.append(record)
        if len(record) < _MOST:
            record.append(stand)
    return order


def _apart(one: Stand, other: Stand) -> bool:
    """Whether one position is about the fighting alone, and another about people alone; or two plans differ."""
    here, there = (_matters(content_words(stand.position.topic)) for stand in (one, other))
    if one.position.stance == "propose" and here and there and not here & there:
        return True
    return any(
        first & _FIGHTING and not first & _PEOPLE and second & _PEOPLE and not second & _FIGHTING
        for first, second in ((here, there), (there, here))
    )


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


def negotiated(topic: str) -> bool:
    """Whether a topic names one of the matters that are negotiated about."""
    return bool(_matters(content_words(topic)))


def _matters(words: frozenset[str]) -> frozenset[int]:
    return frozenset(at for at, matter in enumerate(_MATTERS) if words & matter)
