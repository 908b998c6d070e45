"""Ids that two machines can mint apart without clashing: 128 bits, written as 26 letters and digits."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26


def _spelled(number: int) -> str:
    letters = []
    for _ in range(_LENGTH):
        letters.append(_ALPHABET[number & 31])
        number >>= 5
    return "".join(reversed(letters))


def mint(at: datetime) -> str:
    """Mint an id: the time in milliseconds, then 80 random bits (the ULID layout), so that ids sort by time."""
    milliseconds = int(at.timestamp() * 1000) & (2**48 - 1)
    return _spelled(milliseconds << 80 | int.from_bytes(os.urandom(10)))


def derive(text: str) -> str:
    """Derive the id of a line of the record from what it says: the same line has the same id on every machine."""
    return _spelled(int.from_bytes(hashlib.sha256(text.encode()).digest()[:16]))
