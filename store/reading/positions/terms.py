"""Terms that are set rather than asked for: "will not free them unless the war ends", "is ready to stop if ..."."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.holders import Held, subject_of
from store.reading.positions.stances import Mark, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.positions.memory import Memory

_FIRST = word_set("unless until")
_READY = word_set("ready prepared willing only")
_SILENT = word_set("comment know say name be able rest sleep stop cease relent tire")
_WILL = word_set("will would shall can cannot 'll won't wouldn't")
_REACH = 24
"""How many pieces before "unless" what will not be done is looked for."""
_OWN = word_set("after we i")
"""What follows where nothing is asked of another: "until we have looked at it"."""
_NEAR = 14
"""How many pieces before "if" a side says what it is ready for."""
_ENDS = frozenset(";.?!:")


def terms_in(pieces: list[Piece]) -> Iterator[Mark]:
    """Yield the words that say what must happen before a side does something: "unless", "until", "ready to ... if"."""
    for at, piece in enumerate(pieces):
        if at + 2 >= len(pieces) or pieces[at + 1].kind in ("date", "number") or pieces[at + 1].text in _OWN:
            continue
        ready = piece.text == "if" and any(near.text in _READY for near in pieces[max(at - _NEAR, 0) : at])
        if piece.text in _FIRST or ready:
            yield Mark("terms", False, "", at, at, piece.text)


def setter_of(pieces: list[Piece], mark: Mark, memory: Memory) -> Held | None:
    """Return who sets a term: the side that will not do something before, or who warns of what comes otherwise."""
    for at in range(mark.first - 1, max(mark.first - _REACH, -1), -1):
        if pieces[at].text in _ENDS:
            return None
        if pieces[at].text in (_READY if mark.words == "if" else _WILL) and _meant(pieces, at, mark):
            held = subject_of(pieces, at, memory)
            if held is not None or pieces[at].text != "only":
                return held
    warned = any(
        piece.kind == "say" and piece.value == "warn" for piece in pieces[max(mark.first - _REACH, 0) : mark.first]
    )
    only = mark.words == "if" and mark.first > 0 and pieces[mark.first - 1].text == "only"
    said = only or (warned and mark.words == "unless")
    return Held(memory.speaker, mark.first) if said and memory.speaker else None


def _meant(pieces: list[Piece], at: int, mark: Mark) -> bool:
    """Whether something is refused, or offered, at a piece: not "will not comment until"."""
    if mark.words == "if":
        return True
    near = pieces[at : at + 4]
    if any(piece.text in _SILENT or piece.kind == "say" for piece in near[1:]):
        return False
    return any(piece.kind == "not" for piece in near) or pieces[at].text in ("won't", "wouldn't", "cannot")
