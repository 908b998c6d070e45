"""Articles that are a list of what happened on a day, each entry with a bullet: one conflict after another."""

from __future__ import annotations

import re
from itertools import islice

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene

BULLET = re.compile(r"[*•]\s")
_ENTRIES = 5
"""From how many bullets on an article is a chronicle."""


def is_chronicle(scene: Scene) -> bool:
    """Whether an article is a list of what happened on its day: many entries with a bullet."""
    text = scene.article.text
    bullets = (passage for passage in scene.article.passages if BULLET.match(text, passage.span.start))
    return len(list(islice(bullets, _ENTRIES))) == _ENTRIES
