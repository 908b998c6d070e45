"""Swaps that a headline names as if they were to come, and of which the text tells that they were carried out."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.proposals import Commitment, Exchange

if TYPE_CHECKING:
    from store.reading.transfers.transfers import Transfer

_SWAPS = {"prisoners", "prisoner_exchange"}


def was_carried_out(transfer: Transfer, content: Commitment | Exchange, others: list[Commitment | Exchange]) -> bool:
    """Return whether a headline only names the swap that the text says was done: "Chiefs arrange big swap"."""
    vague = isinstance(content, Commitment) and content.figure.value is None and content.figure.comparator != "all"
    return (
        vague
        and transfer.sentence.headline
        and any(
            isinstance(other, Exchange) and {content.kind, other.kind} <= _SWAPS and other.window.bounded
            for other in others
        )
    )
