"""What was known on a day: later facts and superseded ones left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.domain.journal import Judgement
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Aspect

if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    class Dated(Protocol):
        """Anything that is appended with the day it became known."""

        @property
        def id(self) -> int:
            """Its number in this store."""

        @property
        def known_on(self) -> date:
            """The day it became known."""

        @property
        def supersedes(self) -> int | None:
            """The earlier one that it corrects."""

    D = TypeVar("D", bound=Dated)


def known(items: Iterable[D], day: date) -> list[D]:
    """List what was known on the evening of a day, without what had been corrected by then; oldest first."""
    seen = [item for item in items if item.known_on <= day]
    corrected = {item.supersedes for item in seen if item.supersedes is not None}
    if corrected:
        seen = [item for item in seen if item.id not in corrected]
    if len(seen) > 1:
        seen.sort(key=lambda item: (item.known_on, item.id))
    return seen


def judged(judgements: Iterable[Judgement], aspect: Aspect, day: date) -> Judgement | None:
    """Return the judgement that holds on a day for one aspect; None where there is none or it was taken back."""
    mine = [j for j in judgements if j.aspect is aspect and j.day <= day]
    if not mine:
        return None
    newest = max(mine, key=lambda j: j.id)
    return newest if newest.value is not None else None


def judged_word(judgements: Iterable[Judgement], aspect: Aspect, day: date) -> str | None:
    """Return the state that a judgement gives one aspect on a day; None where the claims speak."""
    holding = judged(judgements, aspect, day)
    return holding.value if holding is not None else None
