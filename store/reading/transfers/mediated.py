"""Who mediates and is no party: of "trilateral talks" between two at war and a third, the two."""

from __future__ import annotations

import re

from store.reading.grammar.groups import group
from store.reading.grammar.sentences import Scene

_THREE = re.compile(
    r"\b(?:trilateral|three-way|tripartite|[Tt]hree-sided)\b"
    r"|\b[A-Z][\w.]*(?: [A-Z]\w+)?[-‑](?:brokered|mediated|led|sponsored|hosted|facilitated)\b"
    r"|\b(?:mediated|brokered|facilitated|hosted) by\b|\bmediation (?:by|efforts)\b"
)
_LONGEST = 400_000
_OFTEN = 4
"""From how many mentions on a side may be the other one of two."""


def without_mediator(scene: Scene) -> Scene:
    """Return a scene whose two sides are those at war, where one of them only mediates and another one is named."""
    pair = scene.pair
    if pair is None or len(set(pair) & group("mediators")) != 1 or not _THREE.search(scene.article.text, 0, _LONGEST):
        return scene
    party = next(side for side in pair if side not in group("mediators"))
    if any(party in faced for faced in scene.faces):
        return scene
    apart = group("mediators") | group("third") | scene.helpers | {party}
    others = [(times, side) for side, times in scene.sides.items() if side not in apart and times >= _OFTEN]
    if not others:
        return scene
    other = max(others, key=lambda one: one[0])[1]
    first, second = (party, other) if pair[0] == party else (other, party)
    return scene._replace(pair=(first, second))
