"""Civilians who are let out of a siege: "more than a hundred civilians were evacuated", "156 people arrived"."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.piece import Piece
from store.reading.transfers.act import Act
from store.reading.transfers.counted import Counted
from store.reading.transfers.manners import manner_of_verb

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene

_SIEGE = re.compile(
    r"\b(?:humanitarian|green|evacuation|vital|safe) (?:corridor|passage)s?\b"
    r"|\b(?:besieged|encircled|blockaded|trapped)\b"
    r"|\bunder siege\b"
)
_EVACUATION = re.compile(r"\bevacuat(?:e|ed|ion|ions|ing|ees?)\b")
_LONGEST = 400_000
_OUT = frozenset(("evacuated", "rescued", "left", "escaped"))
_CAME = frozenset(("arrived", "reached"))
_UNITS = frozenset(("persons", "civilians", "children"))
_REACH = 7


def lets_out(scene: Scene) -> bool:
    """Whether an article tells of people who are let out of a siege, through a corridor."""
    text = scene.article.text
    return _SIEGE.search(text, 0, _LONGEST) is not None and _EVACUATION.search(text, 0, _LONGEST) is not None


def evacuated(pieces: list[Piece], counted: Counted) -> tuple[Counted, Act] | None:
    """Read civilians who came out: "have been evacuated", "arrived in Zaporizhzhia"; None where none did."""
    if counted.kind not in _UNITS or not counted.numbered or counted.figure.value is None:
        return None
    for at in range(counted.last + 1, min(counted.last + _REACH, len(pieces))):
        piece = pieces[at]
        if piece.kind in ("modal", "say", "unit", "number", "not") or piece.text in (";", "who", "which", "to"):
            return None
        passive = piece.text in _OUT and any(near.text in ("was", "were", "been") for near in pieces[at - 3 : at])
        if passive or piece.text in _CAME:
            manner, left = manner_of_verb(pieces, at)
            if manner.status not in ("done", "unsaid"):
                return None
            kind = counted.kind if counted.kind == "children" else "civilians"
            act = Act(at, "give", "done", "", passive=True, left=left, why=piece.text, ends=(None, None))
            return counted._replace(unit="civilian" if kind == "civilians" else counted.unit, kind=kind), act
    return None
