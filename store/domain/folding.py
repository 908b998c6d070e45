"""Folding: texts as words without case, accents and look-alike spellings, so that people find what they mean."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans({"\u0131": "i", "\u0142": "l", "\u00f8": "o", "\u0111": "d"})
"""Letters that Unicode does not take apart: dotless i, and l, o and d with a stroke."""


def folded(text: str) -> list[str]:
    """Take a text apart into words without case and accents."""
    return [word for piece in text.split() for word in _folded(piece)]


@lru_cache(maxsize=8192)
def _folded(piece: str) -> tuple[str, ...]:
    """Take what stands between spaces apart; the same pieces come again and again."""
    if piece.isascii():
        return tuple(_WORD.findall(piece.lower()))
    apart = unicodedata.normalize("NFKD", piece.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.category(letter).startswith("M"))
    return tuple(word for part in bare.casefold().translate(_ALIKE).split() for word in _WORD.findall(part))
