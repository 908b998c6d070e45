"""The letters with which a status is chosen."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from store.domain.words import Delivery
from tui.layouts import twins


class StatusKey(NamedTuple):
    """A letter of the status picker."""

    letter: str
    value: Delivery | None
    """None takes the judgement back and lets the claims speak."""

    def is_meant(self, char: str) -> bool:
        """Whether a character is this letter, on whatever layout."""
        return char == self.letter or char in twins(self.letter)


STATUS_KEYS = (
    StatusKey("n", Delivery.NOT_STARTED),
    StatusKey("r", Delivery.PREPARING),
    StatusKey("p", Delivery.PARTIAL),
    StatusKey("d", Delivery.DELIVERED),
    StatusKey("e", Delivery.EXCEEDED),
    StatusKey("s", Delivery.STALLED),
    StatusKey("x", Delivery.REFUSED),
    StatusKey("c", None),
)
BASIS_LETTERS = ("j", "w")
"""The letters of the second step: file as judgement, write a reason."""
