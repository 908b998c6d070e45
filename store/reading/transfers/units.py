"""Words for people that count nobody by themselves: "civilian areas", "one hostage's body"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.counted import text_at

_AS_HOSTAGES = (("held", "hostage"), ("taken", "hostage"), ("held", "hostages"))
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


def are_hostages(pieces: list[Piece], last: int, kind: str) -> bool:
    """Whether people are hostages by what is told right behind them: "kidnapped in May", "held hostage"."""
    if kind == "soldiers":
        return (text_at(pieces, last + 1), text_at(pieces, last + 2)) in _AS_HOSTAGES
    return kind in ("persons", "civilians") and _were_kidnapped(pieces, last)


def _were_kidnapped(pieces: list[Piece], last: int) -> bool:
    behind = [piece.text for piece in pieces[last + 1 : last + 6]]
    return bool({"kidnapped", "abducted"} & set(behind)) and not {".", ";"} & set(behind)
