"""What a reader proposes: rounds, commitments, exchanges, signals and positions, each with the words it rests on.

The words of kinds, modalities and stances are those of the field's answer sheets; `store.reading.record.drafting` makes
lines of the record of them.
"""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import Strength

if TYPE_CHECKING:
    from store.reading.article import Article, Span

ALL_SIDES = "all sides"
"""The debtor and creditor of what every side owes."""


class Figure(NamedTuple):
    """How many, as the words say it."""

    value: int | None = None
    """The number; None where the words give none (all, hundreds, undisclosed, or silence)."""
    comparator: str = "="
    """= exact or unsaid, > over, >= at least, < under, <= at most, ~ about, <~ nearly, all, several, hundreds,
    undisclosed."""
    per: str = "unstated"
    """one_way, each (every direction that many), total (all directions together), duration, unstated."""
    high: int | None = None
    """The upper end of a range ("20 to 30"); `value` is then the lower."""
    how: str | None = None
    """How the number was derived, where it does not stand in the text ("12,000 = 2 x 6,000")."""


class Said(NamedTuple):
    """Who says it, and how strongly."""

    speaker: str | None = None
    """The person, or the body that speaks; None where nobody is named."""
    body: str | None = None
    """The body or side that the speaker speaks for."""
    strength: Strength = Strength.ARTICLE
    via: str | None = None
    """The outlet that relays it."""


class Round(NamedTuple):
    """A meeting of the delegations, held or to come."""

    ordinal: int | None = None
    window: Window = NO_WINDOW
    place: str | None = None
    status: str = "held"
    """held, expected, proposed, unscheduled, on_hold, broken_off."""
    parties: tuple[str, ...] = ()


class Commitment(NamedTuple):
    """Who owes, offers or is asked what to whom."""

    kind: str
    """prisoner_exchange, prisoners, hostages, remains, civilians, children, prisoner_list, truce, access and so on."""
    debtor: str | None = None
    creditor: str | None = None
    reciprocal: bool = False
    """Whether the same is owed in both directions."""
    figure: Figure = Figure()
    unit: str | None = None
    """prisoner, detainee, soldier, hostage, civilian, person, child, remains, list, document, day, truck, kilometre."""
    qualifier: str | None = None
    """Which of them ("seriously wounded", "under 25")."""
    due: Window = NO_WINDOW
    modality: str = "agreed"
    """agreed, announced, offered, proposed, expected, requested."""


class Exchange(NamedTuple):
    """People, remains or things that were handed over in one direction, or in both in equal number."""

    kind: str
    giver: str | None = None
    taker: str | None = None
    reciprocal: bool = False
    figure: Figure = Figure()
    unit: str | None = None
    qualifier: str | None = None
    window: Window = NO_WINDOW
    measure: str = "batch"
    """batch (this time), cumulative (since the beginning), stock (still held)."""


class Signal(NamedTuple):
    """What somebody says about when."""

    about: str
    """next_round, date_announcement, response, exchange, negotiations_start, summit, other_meeting, ceasefire_talks,
    truce_end, arrangement_end, deadline."""
    modality: str
    """scheduled, planned, announced, expected, likely, proposed, hoped, conditional, on_hold, not_set, open, supposed,
    claimed, inferred."""
    window: Window = NO_WINDOW
    phrase: str | None = None
    """The words about when, where they give no window."""
    condition: str | None = None
    """What it depends on."""
    place: str | None = None


class Position(NamedTuple):
    """What a side asks, offers, takes or refuses."""

    holder: str
    stance: str
    """demand, propose, accept, reject, urge, criticise, accuse, condemn, state."""
    topic: str


Content = Round | Commitment | Exchange | Signal | Position


class Proposal(NamedTuple):
    """One fact that the text bears, proposed to a person."""

    number: str
    """Its name within the reading: R1, C1, X1, D1 (signals), P1."""
    content: Content
    evidence: tuple[Span, ...]
    """The words it rests on, as they stand in the article."""
    line: int
    """The line of the text on which the first of them begins, from 1."""
    said: Said = Said()
    why: tuple[str, ...] = ()
    """The rules that made it, as a person follows them: "promise: 'will hand over'", "count: '1,000 prisoners'"."""


class ArticleReading(NamedTuple):
    """What was read from one article."""

    article: Article
    proposals: tuple[Proposal, ...]
