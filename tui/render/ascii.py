"""Every sign as one of ASCII that takes as many cells, for terminals that cannot draw others: the one table of them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tui.render.spans import cells

_PAIRS = (
    # borders, rules and bars
    "─- ━= ┄. ┅. ╌. │| ┃| ┆: ┊: ╭+ ╮+ ╰+ ╯+ ┌+ ┐+ └+ ┘+ ├| ┤| ┬+ ┴+ ┼+ ═= ║| ╔+ ╗+ ╚+ ╝+ ╞= ╡= ╪= ┠| ┨| "
    "┏+ ┓+ ┗+ ┛+ ┣+ ┫+ ┳+ ┻+ ╋+ "
    "█# ▓# ▒: ░. ▀# ▄_ ▌| ▐| ▎| ▍| ▊| ▋| ▉# ▏| ▕| ▁_ ▂_ ▃_ ▅# ▆# ▇# ▔- ■# □. ▪# ▫. ╸= ╺= ╹| ╻| ╴- ╶- ╵| ╷| "
    # states and marks
    "○o ◔. ◑% ◐% ◕% ●* ◉@ ✓v ✔v ✗x ✘x ‖# ↺c ◆* ◇o ★* ☆o ▲^ △^ ▼v ▽v ▶> ▷> ◀< ◁< ►> ◄< ▸> ▹> ◂< ▾v ▴^ •* ∙. ·. ‣> "
    # arrows and keys
    "→> ←< ↑^ ↓v ↔= ↕| ⇄= ⇆= ⇒> ⇐< ↦> ↳> ↩< ↪> ⏎E ↵E ⌫< ⇥> ⇤< ␣_ "
    # typesetting
    '…~ –- —- ―- −- ‑- ‘\' ’\' “" ”" „" «< »> ″" ×x ÷/ ±+ ≈~ ≠# ≤< ≥> ∞? °o №# §$ ¶P †+ ‡+ ¿? ¡! '
    "ªa ºo ¬- ¦| ©c ®r ™t €E £L ₴h ₽r ₺t µu ∅0 ⌀0"
)
_TABLE = {pair[0]: pair[1] for pair in _PAIRS.split()}
_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўџјљњћђѓќѕ" + "ıłøđħŋœæßðþŧ",
        "abvgdeezzijklmnoprstufhccss'y'euaiiegudjlnhdgkz" + "ilodhnoesdtt",
        strict=True,
    )
)
"""One letter for each, so that nothing moves: enough to recognise a name by."""
UNKNOWN = "?"
_BRAILLE = 0x2800
"""The first of the signs that lines of charts are drawn with: each has a bit for each dot."""


@lru_cache(8192)
def plain(text: str, encoding: str) -> str:
    """Write a text in ASCII, each sign as one that takes as many cells.

    Letters beyond ASCII stay where the encoding has them; elsewhere they become the nearest of ASCII, or "?".
    """
    return text if text.isascii() else "".join(_plain(char, encoding) for char in text)


@lru_cache(4096)
def _plain(char: str, encoding: str) -> str:
    if char.isascii():
        return char
    sign = _TABLE.get(char)
    if sign is not None:
        return sign
    if _BRAILLE <= ord(char) <= _BRAILLE + 255:
        return " .:"[min(2, (ord(char) - _BRAILLE).bit_count())]
    width = cells(char)
    if width == 0:
        return ""
    if char.isalpha() and _has(encoding, char):
        return char
    letter = _letter(char)
    return letter if width == 1 else letter * width


def _letter(char: str) -> str:
    """Return the letter of ASCII that is nearest, else "?"."""
    small = char.lower()
    found = _LETTERS.get(small) or next(iter(unicodedata.normalize("NFKD", small)), UNKNOWN)
    found = _LETTERS.get(found, found)
    if not (found.isascii() and found.isprintable()):
        return UNKNOWN
    return found.upper() if char != small else found


def _has(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
