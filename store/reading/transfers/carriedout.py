"""Swaps that a headline names as if they were to come, and of which the text tells that they were carried out."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.proposals import Commitment, Exchange

if TYPE_CHECKING:
    from store.reading.transfers.transfers import Transfer

_FEWEST = 2
FREED = {"prisoners", "prisoner_exchange"}
"""Kinds as which the same people are counted, by whether the text speaks of a swap."""


def was_carried_out(transfer: Transfer, content: Commitment | Exchange, others: list[Commitment | Exchange]) -> bool:
    """Return whether a headline only names the swap that the text says was done: "Chiefs arrange big swap"."""
    vague = isinstance(content, Commitment) and content.figure.value is None and content.figure.comparator != "all"
    return (
        vague
        and transfer.sentence.headline
        and any(
            isinstance(other, Exchange) and {content.kind, other.kind} <= FREED and other.window.bounded
            for other in others
        )
    )


def done_in_parts(found: list[tuple[Transfer, Commitment | Exchange]]) -> list[tuple[Transfer, Commitment | Exchange]]:
    """Take for done what was agreed where it adds up to what was exchanged: 34, and 20 and 14; the sum is left out.

    What both sides gave each other counts twice.
    """
    owed = [one for _, one in found if isinstance(one, Commitment) and one.kind in FREED and _agreed(one)]
    whole = next((one for _, one in found if isinstance(one, Exchange) and _is_sum_of(one, owed)), None)
    if not isinstance(whole, Exchange):
        return found
    done: list[tuple[Transfer, Commitment | Exchange]] = []
    for transfer, one in found:
        if isinstance(one, Commitment) and one in owed:
            ends = (one.kind, one.debtor, one.creditor, one.reciprocal)
            done.append((transfer, Exchange(*ends, one.figure, one.unit, one.qualifier, whole.window)))
        elif one is not whole:
            done.append((transfer, one))
    return done


def _agreed(one: Commitment) -> bool:
    return one.modality in ("agreed", "announced") and one.figure.value is not None


def _is_sum_of(whole: Exchange, parts: list[Commitment]) -> bool:
    """Whether a number that was exchanged on a day is exactly what several parts add up to."""
    if whole.kind not in FREED or not whole.window.bounded or len(parts) < _FEWEST or whole.figure.value is None:
        return False
    return whole.figure.value == sum((part.figure.value or 0) * (1 + part.reciprocal) for part in parts)
