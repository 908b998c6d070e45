"""Those who hold people for a ransom, and speak for no side: whom they free are hostages."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.transfers.act import Act

_KIDNAPPERS = frozenset(
    (
        "pirates", "kidnappers", "gunmen", "bandits", "abductors", "hijackers", "captors", "gangsters", "gang",
        "jihadists", "pirate", "kidnapper",
    )
)  # fmt: skip
_BEFORE, _BEHIND = 7, 5


def by_kidnappers(pieces: list[Piece], act: Act) -> bool:
    """Whether kidnappers do what a verb says: "gunmen on Sunday freed eight nuns", "freed by their captors"."""
    if not act.passive:
        before = pieces[max(act.left - _BEFORE, 0) : act.left]
        led = [piece for piece in before if piece.text in _KIDNAPPERS or piece.text.endswith(" pirates")]
        return bool(led) and not any(piece.kind in ("say", "unit") for piece in before[before.index(led[-1]) + 1 :])
    behind = pieces[act.at + 1 : act.at + 1 + _BEHIND]
    by = next((place for place, piece in enumerate(behind) if piece.text == "by"), None)
    return by is not None and any(piece.text in _KIDNAPPERS for piece in behind[by + 1 :])
