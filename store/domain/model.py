"""The things the product knows, as frozen values. Things name one another by their labels (R2, C09, 000, peskov)."""

from __future__ import annotations

from datetime import date

from store.domain.quantities import Basis, Quantity
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import (
    About,
    ActorKind,
    Category,
    ClaimRole,
    DayBasis,
    Delivery,
    Event,
    GateMode,
    Instrument,
    Measure,
    Modality,
    Role,
    RoundState,
    Strength,
)

if TYPE_CHECKING:
    from store.domain.clauses import Clauses

ARTICLE = "article"
"""The voice of a source that names no speaker."""


class Actor(NamedTuple):
    """A side, a body or a person."""

    code: str
    """What the record calls it: `RU`, `peskov`."""
    name: str
    kind: ActorKind
    role: Role
    speaks_for: str | None = None
    """The side it speaks for; None for a side itself and for outsiders."""
    office: str | None = None
    """The body whose words it gives out, for a spokesperson."""
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """The actors a joint actor stands for."""


class Track(NamedTuple):
    """One negotiation; ordinals of rounds belong to it."""

    label: str
    name: str
    parties: tuple[str, ...] = ()
    host: str | None = None
    mediators: tuple[str, ...] = ()


class Source(NamedTuple):
    """A document that says things."""

    label: str
    title: str | None
    publisher: str | None
    upstream: str | None
    """Whom it names as its own source."""
    origin: str
    """The report it goes back to; sources of one origin count once."""
    published: date
    """The best single day, on which everything in it became known."""
    window: Window
    """Every day the text allows for its publication."""
    basis: DayBasis
    """How the day is known."""
    why: str | None = None
    """What the day rests on, where it was resolved or inferred."""
    address: str | None = None
    digest: str | None = None
    language: str | None = None
    note: str | None = None


class Cite(NamedTuple):
    """Where a fact stands: the source, the place in it, the words, and who is really speaking."""

    source: str
    locator: str
    """Source and line: `000:5`."""
    words: str | None
    """The few words that the fact rests on, verbatim."""
    strength: Strength
    speaker: str | None = None
    """The actor who said it; None where nobody is named."""
    speaks_for: str | None = None
    """The side it was said for; None for an article's own voice."""
    via: str | None = None
    """The outlet that relayed it."""
    office: str | None = None
    """The body whose words the speaker gives out: a spokesperson and the office speak with one mouth."""
    origin: str = ""
    """The origin of the source."""
    inferred: bool = False
    """Whether the source's day was inferred or resolved rather than stated."""

    @property
    def voice(self) -> str:
        """Whose figure this is: the side spoken for, else the speaker, else the article."""
        return self.speaks_for or self.speaker or ARTICLE

    @property
    def mouth(self) -> str:
        """Who said it, for telling a newer word of the same speaker: the office, the speaker, or this article."""
        return self.office or self.speaker or self.speaks_for or f"{ARTICLE} {self.origin}"


class Round(NamedTuple):
    """A meeting of the delegations, or another meeting."""

    label: str
    track: str
    ordinal: int | None
    """Its number on its own track; None for other meetings."""
    name: str
    meeting: bool
    """Whether it is another meeting (a summit) and no round."""


class Report(NamedTuple):
    """One source says something of a round: that it was held, where, how long, what came out."""

    id: int
    round: str
    known_on: date
    cite: Cite
    state: RoundState | None = None
    window: Window = NO_WINDOW
    place: str | None = None
    host: str | None = None
    duration: str | None = None
    """The words for how long it lasted."""
    minutes: int | None = None
    """How long it lasted, in minutes."""
    heads: tuple[str, ...] = ()
    outcome: str | None = None
    note: str | None = None
    supersedes: int | None = None


class Commitment(NamedTuple):
    """Who owes what to whom. How much, by when and by what act is said by claims of measure `owed`."""

    id: int
    label: str
    track: str
    round: str | None
    debtor: str
    creditor: str
    category: Category
    what: str
    unit: str | None
    known_on: date
    mirrors: str | None = None
    """The commitment of the other direction."""
    needs: tuple[str, ...] = ()
    """The commitments that must be carried out before it."""


class Leg(NamedTuple):
    """One direction of an exchange."""

    debtor: str
    creditor: str
    category: Category
    parts: str | None = None


class Exchange(NamedTuple):
    """An event in which people or remains are handed over; it may serve several commitments, or none."""

    label: str
    track: str
    name: str
    window: Window
    place: str | None = None
    witness: str | None = None
    legs: tuple[Leg, ...] = ()
    serves: tuple[str, ...] = ()


class Claim(NamedTuple):
    """One source says one thing of one commitment or exchange. Never changed: a correction supersedes it."""

    id: int
    label: str | None
    known_on: date
    cite: Cite
    measure: Measure
    commitment: str | None = None
    exchange: str | None = None
    way: tuple[str, str] | None = None
    """The direction it is about (from, to), where it is about an exchange of several."""
    figure: Quantity | None = None
    basis: Basis = Basis.UNSTATED
    progress: Delivery | None = None
    rejects: bool = False
    """Whether it denies what others claim."""
    event: Event | None = None
    instrument: Instrument | None = None
    recognised_by: tuple[str, ...] = ()
    role: ClaimRole | None = None
    window: Window = NO_WINDOW
    """When it is due (measure owed), else the days that the figure covers."""
    note: str | None = None
    supersedes: int | None = None
    clauses: Clauses | None = None
    """What it ties the obligation to (measure owed): a pace, a ratio, an event, a longer time; None = to nothing."""


class Signal(NamedTuple):
    """One source says something about when."""

    id: int
    label: str | None
    track: str
    known_on: date
    cite: Cite
    about: About
    modality: Modality
    said: Window
    """The day or days in which it was said."""
    window: Window
    """The days it points to; unbounded where the speaker gave none."""
    round: str | None = None
    note: str | None = None
    supersedes: int | None = None

    @property
    def said_on(self) -> date:
        """The best single day for when it was said: never later than the day it became known."""
        said, known_on = self.said.latest, self.known_on
        return said if said is not None and said < known_on else known_on


class Gate(NamedTuple):
    """X only after Y."""

    label: str
    track: str
    round: str | None
    holds: str
    """What it holds back: `round`, `setting_its_date`, `truce`, `exchange` and so on."""
    mode: GateMode
    requires: tuple[str, ...]
    """The commitments that must be fulfilled."""
    holds_commitments: tuple[str, ...]
    condition: str
    testable: bool
    """Whether the record can decide it."""
    known_on: date
    cite: Cite
    note: str | None = None


class Position(NamedTuple):
    """What a side asks, offers or refuses."""

    label: str
    track: str | None
    actor: str
    topic: str
    stance: str
    summary: str
    reply: str | None
    strength: Strength
    locators: tuple[str, ...]
    known_on: date


class Discrepancy(NamedTuple):
    """Where sources contradict each other or themselves, and how to treat it."""

    label: str
    kind: str
    about: tuple[str, ...]
    summary: str
    treat_as: str
    locators: tuple[str, ...]
    known_on: date
