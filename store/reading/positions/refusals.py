"""What a side says it will not do: "Israel has said it won't withdraw", "we will never give up our land"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.positions.stances import Mark, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece

_REFUSED = word_set(
    "withdraw leave retreat cede surrender yield relinquish abandon hand release free return disarm demobilise "
    "demobilize negotiate talk sign attend join participate allow permit accept recognise recognize agree stop end "
    "halt extend compromise back bow lift give pull capitulate tolerate submit concede let lay engage discuss bargain "
    "trade swap resume restore enter open reopen drop send hold meet"
)
"""What a side takes a stand by not doing."""
_WONT = word_set("won't wouldn't")
_WILL = word_set("will would shall")
_BETWEEN = word_set("be ever again simply under any circumstances in")
_TERMS = word_set("unless until before if without")
_INCLINED = word_set(
    "want wants wanted ready willing prepared going intend intends intending plan plans planning planned"
)
_AIMS = word_set("intention intentions plan plans desire wish interest readiness")
_NEAR = 4


def refusals_in(pieces: list[Piece]) -> Iterator[Mark]:
    """Yield the verbs of what is said not to be done, unless it waits for something else."""
    if any(piece.text in _TERMS or (piece.kind == "date" and piece.text.split()[0] in _TERMS) for piece in pieces):
        return
    for at, piece in enumerate(pieces):
        if piece.text.split()[0] not in _REFUSED or piece.form not in ("", "base"):
            continue
        if piece.text.split()[0] == "give" and _bare_up(pieces, at):
            continue
        if piece.text == "talk" and any(near.text == "about" for near in pieces[at + 1 : at + 2]):
            continue
        away = pieces[at + 1 : at + 4]
        if any(near.text == "from" for near in away[:2]) and any(near.kind == "meeting" for near in away):
            continue
        if _denied(pieces, at):
            yield Mark("wont", False, "base", at, at, piece.text)
            return


def _bare_up(pieces: list[Piece], at: int) -> bool:
    """Whether one only goes on: "will not give up"."""
    after = pieces[at : at + 3]
    up = after[0].text == "give up" or (len(after) > 1 and after[1].text == "up")
    return up and (len(after) < 3 or pieces[at + (1 if " " in after[0].text else 2)].kind in ("punct", "quote", "conj"))


def _denied(pieces: list[Piece], at: int) -> bool:
    """Whether "will not", "would never" or "won't" stands right before a verb."""
    denied = False
    if at >= _NEAR and pieces[at - 1].text == "to" and pieces[at - 2].text in _AIMS and pieces[at - 3].text == "no":
        return True
    if at >= _NEAR and pieces[at - 1].text == "to" and pieces[at - 2].text in _INCLINED:
        near = pieces[at - _NEAR : at - 2]
        own = any(piece.kind in ("modal", "pron") for piece in near)
        return any(piece.kind == "not" for piece in near) and not own
    for back in range(at - 1, max(at - _NEAR, -1), -1):
        piece = pieces[back]
        if piece.text in _WONT:
            return True
        if piece.kind == "not":
            denied = True
        elif piece.text in _WILL:
            return denied
        elif not (piece.text.endswith("ly") or piece.text in _BETWEEN):
            return False
    return False
