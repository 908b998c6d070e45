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
    ends: tuple[str | None, str | None] | None = None
    """Giver and taker, where the way itself tells them: "left Sanaa for Riyadh"."""
    turned: bool = False
    """Whether it goes against what was told before: "63 went the other way"."""
    again: bool = False
    """Whether it goes on from what was told before, the same way: "the other 550 followed"."""
    moved: bool = False
    """Whether only a way is told, which frees none but captives: "were flown to Riyadh"."""
