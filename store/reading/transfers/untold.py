"""What is no hand-over though a verb of the trade stands by it: a rescue, a rate, people got ready, an awaited end."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.transfers.counted import text_at

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene
    from store.reading.transfers.act import Act
    from store.reading.transfers.counted import Counted

_ARMED = frozenset(
    ("troops", "forces", "soldiers", "commandos", "army", "police", "navy", "marines", "raid", "operation", "rangers")
)
_READY = frozenset(("ready", "prepared", "dressed", "fit"))
_EACH = ("each", "every")
_FREED = frozenset(("released", "freed", "liberated", "set free", "let go", "free", "release"))
_PAPERS = ("list", "document")


def untold(scene: Scene, pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether what is done with a count hands nobody over."""
    return (
        _is_rescue(scene, pieces, counted, act)
        or (act.status == "done" and _is_rate(pieces, counted))
        or (act.way == "receive" and text_at(pieces, counted.last + 1) in _READY)
        or _is_part_of_list(pieces, counted, act)
        or (counted.unit in _PAPERS and pieces[act.at].text in _FREED and act.at < counted.first - 1)
    )


def _is_rescue(scene: Scene, pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether captives were freed by their own troops: "one hostage was freed by Israeli forces"."""
    if counted.kind != "hostages" or not act.passive or not any(piece.text in _FREED for piece in pieces[act.at :][:1]):
        return False
    behind = pieces[act.at + 1 : act.at + 7]
    if not behind or behind[0].text not in ("by", "in"):
        return False
    captors = {body for body, _ in scene.faces}
    by_captor = any(piece.kind == "actor" and side_of(piece) in captors for piece in behind)
    return not by_captor and any(piece.text in _ARMED for piece in behind[:4])


def _is_rate(pieces: list[Piece], counted: Counted) -> bool:
    """Whether so many go for each one of others: "for each hostage Israel gives back 15 bodies"."""
    if not counted.numbered:
        return False
    led = any(
        pieces[at].text == "for" and any(text_at(pieces, near) in _EACH for near in range(at + 1, at + 5))
        for at in range(counted.first)
    )
    behind = text_at(pieces, counted.last + 1), text_at(pieces, counted.last + 2)
    return led or (behind[0] == "for" and behind[1] in _EACH)


def _is_part_of_list(pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether it is one of those of whom the sentence begins to list some: "Among those freed are a colonel and"."""
    return text_at(pieces, 0) == "among" and act.at < counted.first and act.at < _NEAR


_NEAR = 8
