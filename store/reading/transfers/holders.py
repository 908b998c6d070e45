"""Who holds those counted, as the words behind them say: "held hostage by Hamas", "imprisoned in Israel"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sentences import Scene
from store.reading.grammar.sides import side_of
from store.reading.transfers.counted import Counted

_NEAR = 8
_TAKEN = ("kidnapped", "abducted", "seized")
"""What says where people were when they were taken, and not who holds them."""
_LEADING = ("word", "role", "name")
"""What may stand between "by" and the name of a side."""


def holder_of(scene: Scene, pieces: list[Piece], counted: Counted) -> str | None:
    """Return who holds them, as the words behind say: "held hostage by Hamas", "imprisoned in Israel"."""
    if counted.holder is not None:
        return counted.holder
    captive = pieces[counted.last].text in ("hostage", "captive") and counted.kind == "hostages"
    tail = pieces[counted.last + (not captive) : counted.last + 13]
    for at, piece in enumerate(tail[:8]):
        if piece.text in group("held"):
            place = _captor_at(tail, at)
            return _in_arms(scene, tail, place) if place is not None else None
        if piece.kind.endswith(("-verb", "exchange-noun")) or piece.kind in ("say", "modal"):
            return None
        if piece.text in ("exchange", "return") and at and tail[at - 1].text == "in":
            return None
    return None


def _captor_at(pieces: list[Piece], held: int) -> int | None:
    """Return where it stands who holds them: behind "by" rather than "in" ("abducted in Nairobi by the government")."""
    for at in range(held + 1, min(held + _NEAR, len(pieces) - 1)):
        if pieces[at].text == "by":
            found = next((place for place in (at + 1, at + 2, at + 3, at + 4) if _is_side(pieces, place)), None)
            return found if found is not None and all(p.kind in _LEADING for p in pieces[at + 1 : found]) else None
        if pieces[at].text in (",", ";") or pieces[at].kind.endswith("-verb"):
            break
    for at in range(held + 1, min(held + 6, len(pieces))):
        if pieces[at].text == "," and pieces[at - 1].kind == "date":
            return None
        if _is_side(pieces, at) and pieces[at - 1].text in ("by", "in", "the"):
            return None if pieces[at - 1].text == "in" and pieces[held].text in _TAKEN else at
    return None


def _is_side(pieces: list[Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].kind in ("actor", "place")


def _in_arms(scene: Scene, pieces: list[Piece], at: int) -> str | None:
    """Return the side at a place; "Syrian rebels" are those who face Syria, and who holds in a group's land is it."""
    side = side_of(pieces[at])
    against = next((one for one, faced in scene.faces if faced == side), None)
    if at + 1 < len(pieces) and pieces[at + 1].text in group("against a state"):
        return against
    if pieces[at].kind == "place" and scene.pair is not None and side not in scene.pair and against is not None:
        return against
    return side
