"""Ids that two machines can mint apart without clashing: 128 bits, written as 26 letters and digits."""

from __future__ import annotations

import os
from datetime import datetime

TYPE_CHECKING = False  # as in typing, which takes too long to load
if TYPE_CHECKING:
    from collections.abc import Callable

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HALF = 2**60 - 1


def _spelled(number: int) -> str:
    """Spell 130 bits."""
    return "".join(_ALPHABET[number >> place & 31] for place in range(125, -1, -5))


def mint(at: datetime) -> str:
    """Mint an id: the time in milliseconds, then 80 random bits (the ULID layout), so that ids sort by time."""
    milliseconds = int(at.timestamp() * 1000) & (2**48 - 1)
    return _spelled(milliseconds << 80 | int.from_bytes(os.urandom(10)))


def derive(text: str) -> str:
    """Derive the id of a line of the record from what it says: the same line has the same id on every machine."""
    # only imports derive ids, and hashlib takes longer to load than most commands to answer
    from hashlib import sha256

    return _spelled(int.from_bytes(sha256(text.encode()).digest()[:16]))


def deriving() -> Callable[[bytes], str]:
    """Return what derives ids as `derive` does, of encoded texts and quicker: for who derives one for every line."""
    from hashlib import sha256

    three = [a + b + c for a in _ALPHABET for b in _ALPHABET for c in _ALPHABET]

    def derived(said: bytes) -> str:
        """Spell three letters at once, in two halves that Python reckons as small numbers."""
        number = int.from_bytes(sha256(said).digest()[:16])
        high, low = number >> 60, number & _HALF
        return (
            f"{three[high >> 60][1:]}{three[high >> 45 & 32767]}{three[high >> 30 & 32767]}{three[high >> 15 & 32767]}"
            f"{three[high & 32767]}{three[low >> 45]}{three[low >> 30 & 32767]}{three[low >> 15 & 32767]}"
            f"{three[low & 32767]}"
        )

    return derived
