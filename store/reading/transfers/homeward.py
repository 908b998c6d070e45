"""Which way people go whom a verb alone does not tell: brought home, or given for others."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.transfers.naming import side_right_behind

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.transfers.act import Act
    from store.reading.transfers.counted import Counted

_NEAR = 10
_FOR = 4


def takes_home(pieces: list[Piece], counted: Counted, act: Act, giver: str | None) -> bool:
    """Whether a side brings its own people back: "has returned home 185 of its servicemen"."""
    if act.passive or act.way != "give" or giver is None or side_right_behind(pieces, counted, "to") is not None:
        return False
    return pieces[act.at].text.startswith(("return", "repatriat")) and counted.owner == giver


def may_take_home(pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether nobody can tell if a side gave people or got its own back: "the republic returned 185 fighters"."""
    if act.passive or act.way != "give" or counted.owner is not None or act.at > counted.first:
        return False
    free = counted.kind in ("soldiers", "civilians") and pieces[act.at].text in ("returned", "returns", "return")
    return free and not any(piece.text in ("to", "from") for piece in pieces[act.at + 1 : act.at + _NEAR])


def against(pieces: list[Piece], counted: Counted) -> bool:
    """Whether another number is given for it: "1,700 of our prisoners in exchange for 1,200 of theirs"."""
    behind = pieces[counted.last + 1 : counted.last + 7]
    at = next((place for place, piece in enumerate(behind) if piece.kind == "number"), 0)
    other = at and behind[at].value != counted.figure.value and counted.figure.value is not None
    return bool(other) and behind[at - 1].text in ("for", "against") and at <= _FOR


def given_back(pieces: list[Piece], counted: Counted, act: Act) -> bool:
    """Whether it is what is given for another number: "to swap 40 Indian prisoners for 25 Pakistani ones"."""
    if act.at > counted.first or pieces[counted.first - 1].text not in ("for", "against"):
        return False
    before = [piece.value for piece in pieces[act.at + 1 : counted.first - 1] if piece.kind == "number"]
    return len(before) == 1 and counted.figure.value not in (None, before[0])


def for_others(pieces: list[Piece], at: int) -> bool:
    """Whether people were exchanged for others: "the two Americans were exchanged for a Taliban member"."""
    return at + 1 < len(pieces) and pieces[at].kind == "exchange-verb" and pieces[at + 1].text == "for"
