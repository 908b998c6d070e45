"""Who speaks in a sentence that relays what somebody says."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.positions.holders import subject_of
from store.reading.positions.private import privately

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.positions.memory import Memory


def speaker_of(pieces: list[Piece], memory: Memory) -> str | None:
    """Return who says what a sentence relays: the subject of its verb of speech, before or behind it."""
    if privately(pieces):
        return None
    for at, piece in enumerate(pieces):
        if piece.kind != "say" or piece.form not in ("ed", "past", "s", "ing") or _states(pieces, at):
            continue
        held = subject_of(pieces, at, memory)
        if held is not None:
            return held.side
        for ahead in range(at + 1, min(at + 7, len(pieces))):
            if pieces[ahead].kind == "actor":
                return side_of(pieces[ahead])
            if pieces[ahead].kind not in ("word", "role", "name", "pron"):
                break
    return None


def _states(pieces: list[Piece], at: int) -> bool:
    """Whether "states" is no verb but countries: "ASEAN Member States"."""
    return pieces[at].text == "states" and at > 0 and pieces[at - 1].kind not in ("actor", "role", "pron")
