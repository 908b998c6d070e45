"""Words for people that count nobody by themselves: "civilian areas", "one hostage's body"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.counted import text_at

_OWNING = ("'s", "'", "’")
_SORTS = ("civilian", "child", "soldier", "personnel", "prisoner", "detainee", "captive")


def body_of(pieces: list[Piece], index: int) -> int:
    """Return where the body of those counted stands: "one hostage's body"; their own place without one."""
    body = index + 2
    owned = body < len(pieces) and text_at(pieces, index + 1) in _OWNING and pieces[body].unit[1] == "remains"
    return body if owned else index


def is_adjective(pieces: list[Piece], index: int) -> bool:
    """Whether a word for people only says of what sort something is: "civilian neighbourhoods", "child labour"."""
    if pieces[index].text not in _SORTS or index + 1 >= len(pieces):
        return False
    following = pieces[index + 1]
    return following.kind == "word" and following.text not in group("held") and not following.text.endswith("ed")
