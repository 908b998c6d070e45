"""What people add of their own: judgements, and the journal of every write."""

from __future__ import annotations

from datetime import date

from store.domain.typed import NamedTuple
from store.domain.words import Aspect


class Judgement(NamedTuple):
    """The analyst's own statement. Never changed: a later one supersedes it."""

    id: int
    label: str | None
    about: str
    """The label of the commitment or round it is about."""
    aspect: Aspect
    value: str | None
    """The state judged; None takes an earlier judgement back and lets the claims speak."""
    reason: str | None
    rests_on: str | None
    """The claim it rests on, as label or locator."""
    author: str
    day: date
    """The day of the evidence that it judges: it shows on boards from that day on."""
    filed_on: date | None = None
    """The day on which it was written, by the author's clock."""
    supersedes: int | None = None


class JournalEntry(NamedTuple):
    """One write: who, when, what was, what is, why."""

    id: int
    at: str
    """Time of writing, UTC, ISO 8601."""
    who: str
    action: str
    subject: str
    """Label of what was changed."""
    before: str | None
    after: str | None
    why: str | None
    target: int | None = None
    """The entry that an undo or redo is about."""
