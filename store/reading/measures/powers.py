"""Powers that broker truces of others: named beside a truce, they owe none, unless the words say that they fight."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.measures.sides import Parties, named_pair, rivals

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene
    from store.reading.measures.measure import Measure

_KEPT_BY_BOTH = ("truce", "ceasefire", "arrangement")


def without_powers(scene: Scene, measure: Measure) -> Measure:
    """Return a measure without its sides where one of them is a power that only brokers it.

    A power is a side where it stands beside the other in the sentence, or alone promises what it owes.
    """
    sides = {measure.parties.debtor, measure.parties.creditor} - {None}
    powers = sides & (group("powers") | scene.helpers)
    if measure.kind not in _KEPT_BY_BOTH or not powers:
        return measure
    known, pieces = set(rivals(scene) or ()), measure.sentence.timed
    together = len(sides) > 1 and sides == set(named_pair(pieces, 0, len(pieces) - 1) or ())
    if together and (powers != sides or sides == known):
        return measure
    if not scene.faces and not measure.parties.reciprocal and sides <= known:
        return measure
    return measure._replace(parties=Parties(reciprocal=measure.parties.reciprocal))
