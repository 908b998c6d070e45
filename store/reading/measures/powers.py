"""Powers that broker truces of others: named beside a truce, they owe none, unless the words say that they fight."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.grammar.sides import side_of
from store.reading.measures.sides import Parties, both, is_one_of_several, named_pair, rivals

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene
    from store.reading.measures.measure import Measure

_KEPT_BY_BOTH = ("truce", "ceasefire", "arrangement")
_HALTS = ("truce", "ceasefire", "strike_halt")


def with_those_at_war(scene: Scene, measure: Measure) -> Measure:
    """Return a halt of fighting with those who fight, where a power that talks with them stands for one of them.

    "Russia and the United States agreed on a ceasefire in the Black Sea", in an article on Russia and Ukraine.
    Of several groups that face one state, one that the sentence does not name is no party.
    """
    parties, known = measure.parties, rivals(scene)
    if measure.kind not in _HALTS:
        return measure
    strange = {parties.debtor, parties.creditor} - {None, *(known or ())}
    if known is not None and strange and strange <= group("powers") and not set(known) & group("powers"):
        own = next((side for side in parties[:2] if side in known), None)
        turned = known if own in (None, known[0]) else (known[1], known[0])
        return measure._replace(parties=both(turned)._replace(reciprocal=parties.reciprocal))
    named = {side_of(piece) for piece in measure.sentence.timed if piece.kind == "actor"}
    debtor, creditor = (
        None if side is not None and side not in named and is_one_of_several(scene, side) else side
        for side in parties[:2]
    )
    return measure._replace(parties=parties._replace(debtor=debtor, creditor=creditor))


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
