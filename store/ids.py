"""Ids that two machines can mint apart without clashing: 128 bits, written as 26 letters and digits."""

from __future__ import annotations

import os
from datetime import datetime

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = tuple(high + low for high in _ALPHABET for low in _ALPHABET)
"""Two letters at once: an import spells an id for every line."""
_HALF = 2**60 - 1


def _spelled(number: int, pairs: tuple[str, ...] = _PAIRS) -> str:
    """Spell 130 bits, in two halves of which Python reckons the lower one as a small number."""
    high, low = number >> 60, number & _HALF
    return (
        f"{pairs[high >> 60]}{pairs[high >> 50 & 1023]}{pairs[high >> 40 & 1023]}{pairs[high >> 30 & 1023]}"
        f"{pairs[high >> 20 & 1023]}{pairs[high >> 10 & 1023]}{pairs[high & 1023]}"
        f"{pairs[low >> 50]}{pairs[low >> 40 & 1023]}{pairs[low >> 30 & 1023]}"
        f"{pairs[low >> 20 & 1023]}{pairs[low >> 10 & 1023]}{pairs[low & 1023]}"
    )


def mint(at: datetime) -> str:
    """Mint an id: the time in milliseconds, then 80 random bits (the ULID layout), so that ids sort by time."""
    milliseconds = int(at.timestamp() * 1000) & (2**48 - 1)
    return _spelled(milliseconds << 80 | int.from_bytes(os.urandom(10)))


def derive(text: str) -> str:
    """Derive the id of a line of the record from what it says: the same line has the same id on every machine."""
    # only imports derive ids, and hashlib takes longer to load than most commands to answer
    from hashlib import sha256

    return _spelled(int.from_bytes(sha256(text.encode()).digest()[:16]))
