"""One of something, without a number: "a coffin", "another hostage", "the body of a hostage"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.proposals import Figure

_ONE = frozenset(("a", "an", "another"))
_ALONE = frozenset(("prisoners", "soldiers", "hostages", "remains"))
"""Kinds of whom one may be handed over; a man or a child who is released need not be of the trade."""
_MANY = ("men", "women", "people", "personnel", "children", "remains")
_FOLLOWING = frozenset(("punct", "prep", "pron", "aux", "modal", "conj", "date", "quote", "not", "say"))
_CONTAINING = frozenset(("containing", "carrying", "holding", "bearing", "killed", "believed", "thought", "back"))
_BODIES = frozenset(("body", "coffin", "corpse", "casket"))


def single(pieces: list[Piece], article: int, unit: int) -> Figure | None:
    """Return one where an article before a unit says so and the unit is no part of a longer noun; else nothing."""
    named, said = pieces[unit], pieces[article].text if article >= 0 else ""
    child = named.unit[1] == "children" and said == "another"
    if (named.unit[1] not in _ALONE and not child) or _is_plural(named.text) or not _ends_noun(pieces, unit):
        return None
    if said in _ONE:
        return Figure(1, how=f"'{said} {named.text}' is one")
    of = unit + 2 < len(pieces) and pieces[unit + 1].text == "of" and not _many_behind(pieces, unit + 2)
    if said == "the" and named.text in _BODIES and of:
        return Figure(1, how=f"'the {named.text} of' is one")
    return None


def _is_plural(text: str) -> bool:
    head = text.partition(" of ")[0]
    return head.endswith(_MANY) or (head.endswith("s") and not head.endswith("ss"))


def _many_behind(pieces: list[Piece], at: int) -> bool:
    """Whether more than one may be meant: "the body of both", "of 20 soldiers", "of those"."""
    near = pieces[at : at + 4]
    return any(piece.kind == "number" or piece.text in ("those", "all", "both", "several") for piece in near) or any(
        piece.kind == "unit" and _is_plural(piece.text) for piece in near
    )


def _ends_noun(pieces: list[Piece], unit: int) -> bool:
    if unit + 1 >= len(pieces):
        return True
    behind = pieces[unit + 1]
    if behind.text in ("-", "–", "/"):
        return False
    verbal = behind.kind.endswith("-verb") and behind.form in ("ed", "pp", "ing", "past", "s")
    return verbal or behind.kind in _FOLLOWING or behind.text in group("held") or behind.text in _CONTAINING
