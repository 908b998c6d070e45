"""What is done with something counted."""

from __future__ import annotations

from store.domain.typed import NamedTuple

CLAUSE_ENDS = frozenset((";", "while", "but", "whereas"))
FARTHEST_BEFORE, FARTHEST_BEHIND = 16, 22
"""How many pieces a verb may stand from what it governs."""


class Act(NamedTuple):
    """What is done with something counted."""

    at: int
    """The piece of the verb or noun."""
    way: str
    """give, receive or exchange."""
    status: str
    """done, owed, offered, proposed, requested, refused, talked (only spoken of), or possible."""
    modality: str
    """agreed, announced, offered, expected, proposed: how it is owed."""
    passive: bool
    left: int
    """The first piece of the verb with its auxiliaries: who does it stands before."""
    why: str
    """The words of it."""
    partner: bool = False
    """Whether it is what is given in exchange ("in exchange for 90 prisoners")."""
