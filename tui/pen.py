"""Writing to a terminal: how a cell looks, and text at places in as few codes as that takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

from store.domain.typed import NamedTuple

ON = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
_OFF = ("22", "22", "23", "24", "25", "25", "27", "28", "29")
"""The codes of bold, dim, italic, underline, blink, quick blink, reverse, hidden, struck out, as Rich counts them."""
_WEIGHTS = 0b11
"""Bold and dim, which one code ends together."""
SEEN_ON_BLANKS = 0b1_0111_1000
"""Attributes that show where there is no letter."""


class Look(NamedTuple):
    """How a cell is drawn, as a terminal is told."""

    bits: int
    fore: str
    back: str


PLAIN = Look(0, "", "")


def look_of(style: Style, system: ColorSystem) -> Look:
    """Return the codes of a style."""
    fore, back = style.color, style.bgcolor
    return Look(
        style._attributes & style._set_attributes,
        ";".join(fore.downgrade(system).get_ansi_codes()) if fore else "",
        ";".join(back.downgrade(system).get_ansi_codes(foreground=False)) if back else "",
    )


class Pen:
    """Writes text at places, changing only what has to change of the look."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._look = PLAIN

    def move(self, x: int, y: int) -> None:
        """Go to a cell."""
        self._out.append(f"\x1b[{y + 1};{x + 1}H")

    def raw(self, text: str) -> None:
        """Write what carries its own codes and ends with none."""
        self._take(PLAIN)
        self._out.append(text)

    def put(self, text: str, look: Look) -> None:
        """Write a text in a look."""
        held = self._look
        if look != held:
            bare = not (look.bits | held.bits) & SEEN_ON_BLANKS and not text.strip(" ")
            self._take(Look(held.bits, held.fore, look.back) if bare else look)
        self._out.append(text)

    def done(self) -> str:
        """Return all that was written, leaving no look behind; empty where nothing was."""
        self._take(PLAIN)
        return "".join(self._out)

    def _take(self, look: Look) -> None:
        held = self._look
        if look == held:
            return
        self._look = look
        self._out.append(_turn(held, look))


@lru_cache(4096)
def _turn(held: Look, look: Look) -> str:
    """Return the code that leads from one look to another."""
    if look == PLAIN:
        return "\x1b[0m"
    codes = list(_changed(held.bits, look.bits))
    if look.fore != held.fore:
        codes.append(look.fore or "39")
    if look.back != held.back:
        codes.append(look.back or "49")
    return f"\x1b[{';'.join(codes)}m"


def _changed(held: int, wanted: int) -> Iterator[str]:
    """List the codes that lead from some attributes to others."""
    gone, kept = held & ~wanted, held & wanted
    if gone & _WEIGHTS:
        gone, kept = gone | (held & _WEIGHTS), kept & ~_WEIGHTS
    yield from dict.fromkeys(code for bit, code in enumerate(_OFF) if gone >> bit & 1)
    yield from (code for bit, code in enumerate(ON) if (wanted & ~kept) >> bit & 1)
