"""The stretches of a text that can hold a date: known words near one that carries a date; the rest is passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.phrases.grammar import Piece, Row, code_of, row_of

_REACH = 8
"""How many pieces on either side of a word that carries a date may belong to its phrase."""
_CARRIERS = (
    "MONTH WEEKDAY SEASON DAYNIGHT EOP UNIT UNITS "
    "DAYWORD WEEKWORD WEEKENDWORD MONTHWORD QUARTERWORD YEARWORD WEEKBOTH MONTHBOTH "
    "HOURWORD HOURWORDS HALFYEARLEN LENGTHWORD FORTNIGHT MIDWEEK RDAY RYEAR OVERNIGHT NOW HOLIDAY ORD Y YEARS DATE "
    "PERIOD SHORT POINTED QUARTER HALFYEAR HALFWORD NUMBERWORD LASTDAYS OPENINGDAYS CLOSINGDAYS TWENTIES TODATE TENS "
    "COND ASSOONAS NOTUNTIL ASLONGAS UPON NONE AFTER BEFORE SOONBEFORE SOONAFTER UNTIL FOLLOWING DO EVE MORROW WEEKOF"
)
_CORE = "".join(code_of(symbol) for symbol in _CARRIERS.split())
_UNKNOWN = code_of("X")
_BETWEEN = f"[^{_CORE}{_UNKNOWN}]{{0,{_REACH}}}"
_ISLAND = re.compile(f"(?:{_BETWEEN}[{_CORE}])+{_BETWEEN}{_UNKNOWN}?")
_SHORT = 60
"""Texts of so few pieces are taken whole."""
_BREAK = Piece("STOP", None, 0, 0)


def islands(pieces: Sequence[Piece], most: int) -> Row:
    """Return at most so many pieces of the stretches that can hold a date, with a break between them."""
    if len(pieces) <= _SHORT:
        return row_of(pieces)
    row = row_of(pieces)
    kept: list[Piece] = []
    for match in _ISLAND.finditer(row.codes):
        if kept:
            kept.append(_BREAK)
        kept.extend(row.pieces[match.start() : match.end()])
        if len(kept) > most:
            break
    return row_of(kept[:most])
