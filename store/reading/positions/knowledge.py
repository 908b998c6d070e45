"""What an article says of its sides as a whole: whom "the government", "the movement" and "we" mean in it."""

from __future__ import annotations

from functools import lru_cache

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.authors import author_of, caller_of
from store.reading.positions.memory import Known

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene
    from store.reading.lexicon import Lexicon


def seated_in(lexicon: Lexicon) -> frozenset[str]:
    """Return the sides that have a seat of power: states and unions of states."""
    return frozenset(entry.meaning for (kind, _), entry in lexicon.entries.items() if kind == "seat")


def known_of(scene: Scene, lexicon: Lexicon, seated: frozenset[str]) -> Known:
    """Return what is known of the sides of an article before it is read."""
    states = [side for side in scene.pair or () if side in seated]
    government = states[0] if len(states) == 1 else None
    return Known(government, scene.group, author_of(scene), caller_of(scene) is not None, _names_of(lexicon))


@lru_cache(maxsize=4)
def _names_of(lexicon: Lexicon) -> dict[str, str]:
    return {words: entry.meaning for (kind, words), entry in lexicon.entries.items() if kind == "actor"}
