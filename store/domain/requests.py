"""What is asked of the record and what is handed to it: queries, new facts, and the receipt for a write."""

from __future__ import annotations

from datetime import date, datetime

from store.domain.journal import JournalEntry
from store.domain.quantities import Basis, Quantity
from store.domain.reading import Reading
from store.domain.shelves import BOARD_ORDER, Order
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import Aspect, ClaimRole, Delivery, Measure, Strength

if TYPE_CHECKING:
    from store.domain.redating import Redating


class BoardQuery(NamedTuple):
    """Which board is wanted."""

    today: date
    """Today by the caller's clock; only ages are reckoned from it."""
    day: date | None = None
    """The day to show; None = the latest evidence."""
    reading: Reading = Reading()
    track: str | None = None
    """Show only this track; None = all of them."""
    around: str | None = None
    """The commitment that the page of obligations shall hold in its middle; None = the page begins at an edge."""
    from_end: bool = False
    """Whether the page is the last one rather than the first (where `around` is None)."""
    size: int = 120
    """How many obligations a page holds at most."""
    filter: str = ""
    """Show only commitments in which every one of these words, or a word that begins with it, occurs, and that meet
    its terms (store/domain/filtering.py)."""
    since: date | None = None
    """The day to list changes from; None = the evidence day before the one shown."""
    with_changes: bool = True
    """Whether the board lists what changed; without, it comes sooner and the changes can be asked for after it."""
    order: Order = BOARD_ORDER
    """How the obligations are put in order."""


class Author(NamedTuple):
    """Who writes, and when by their clock."""

    name: str
    at: datetime
    """Aware, UTC."""


class NewJudgement(NamedTuple):
    """A statement of the analyst's own, to be appended."""

    about: str
    """Label of the commitment or round."""
    aspect: Aspect
    value: str | None
    """The state; None takes the earlier judgement back and lets the claims speak."""
    reason: str | None = None
    rests_on: str | None = None
    """Label or locator of the claim that it rests on."""
    expected: int | None = None
    """The newest journal entry on the subject that the author has seen; another one since is a conflict."""


class NewClaim(NamedTuple):
    """What a source says of a commitment or exchange, to be appended."""

    about: str
    source: str
    """Label of a source in the record."""
    locator: str
    """Where in the source: a line, page or paragraph."""
    strength: Strength
    measure: Measure = Measure.CUMULATIVE
    figure: Quantity | None = None
    basis: Basis = Basis.UNSTATED
    progress: Delivery | None = None
    rejects: bool = False
    """Whether it denies what others claim (measure progress, without a state)."""
    speaker: str | None = None
    speaks_for: str | None = None
    role: ClaimRole | None = None
    words: str | None = None
    window: Window = NO_WINDOW
    note: str | None = None
    supersedes: str | None = None
    """Label of the claim that it corrects."""


class Receipt(NamedTuple):
    """What a write came to: the journal entry, and a sentence to show."""

    entry: JournalEntry
    sentence: str
    redating: Redating | None = None
    """What a corrected day of publication moved and left; None for other writes."""
