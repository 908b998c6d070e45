"""The words that point at one of several: this, next, last, coming, past."""

from __future__ import annotations

from store.phrases import parts as part
from store.phrases.grammar import Parts

_AWAY = {
    "THIS": 0,
    "NEW": 1,
    "NEXT": 1,
    "COMING": 1,
    "COMINGS": 1,
    "PASTS": -1,
    "FOLLOWING": 1,
    "LAST": -1,
    "PASTA": -1,
    "AFTERNEXT": 2,
    "BEFORELAST": -2,
    "AFTER": 2,
    "BEFORE": -2,
    "JUSTENDED": -1,
}
"""How many units away each pointing word is."""


def _pointing(parts: Parts) -> str:
    """Return the symbol of the pointing word, by whichever name the pattern gives it."""
    return next((parts.symbol(name) for name in ("which", "two", "before") if name in parts), "")


def away(parts: Parts) -> int:
    """Return how many units away the pointing word is."""
    return _AWAY[_pointing(parts)]


_ALONE = "(?! UNIT | UNITS | LEN | MONTH | WEEKDAY | SEASON )"
TWO_AWAY = (
    f"(?: (?P<which>AFTERNEXT | BEFORELAST) | (?P<two>AFTER) THE? NEXT {_ALONE} | "
    f"(?P<before>BEFORE) THE? LAST {_ALONE} )"
)
"""`After next` and `before last`, which point two units away."""

THIRDS = {"EARLY": part.EARLY, "START": part.EARLY, "BEGINNING": part.EARLY, "OPENINGDAYS": part.EARLY}
THIRDS |= {"MID": part.MID, "LATE": part.LATE, "END": part.LATE, "CLOSINGDAYS": part.LATE, "LASTDAYS": part.LATE}
"""Which third of a period each word means."""
