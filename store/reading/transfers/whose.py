"""Whose people those counted are, where only "government" or "rebel" says it: "15 government soldiers"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene
    from store.reading.transfers.counted import Counted

_OF_STATE = frozenset(("government", "army", "federal", "loyalist", "regime", "police", "pro-government", "national"))
_OF_GROUP = frozenset(
    ("rebel", "rebels", "insurgent", "guerrilla", "guerrillas", "militant", "militants", "separatist")
)
_PEOPLE = frozenset(("prisoners", "soldiers", "persons", "hostages", "remains"))


def with_owner(scene: Scene, pieces: list[Piece], counted: Counted) -> Counted:
    """Return a count with the side whose people it is of: the state of two that fight, or the group that faces it."""
    if counted.owner is not None or scene.group is None or scene.pair is None or counted.kind not in _PEOPLE:
        return counted
    state = next(side for side in scene.pair if side != scene.group)
    words = [piece.text for piece in pieces[counted.first : counted.last + 1] if piece.kind != "number"]
    if pieces[counted.last].text in ("prisoners", "captives", "detainees", "hostages"):
        return counted
    if _OF_GROUP.intersection(words):
        return counted._replace(owner=scene.group)
    return counted._replace(owner=state) if _OF_STATE.intersection(words) else counted
