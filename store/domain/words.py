"""The field's words: the states and kinds that things of the record can have, each axis apart."""

from __future__ import annotations

from enum import StrEnum

from store.domain.typed import direct


@direct
class Role(StrEnum):
    """What an actor is in a negotiation."""

    PARTY = "party"
    HOST = "host"
    MEDIATOR = "mediator"
    GUARANTOR = "guarantor"
    WITNESS = "witness"
    SPOKESPERSON = "spokesperson"
    OTHER = "other"


@direct
class ActorKind(StrEnum):
    """What sort of actor it is; a joint actor stands for its members together."""

    SIDE = "side"
    BODY = "body"
    PERSON = "person"
    JOINT = "joint"


@direct
class DayBasis(StrEnum):
    """How the day of a source is known."""

    STATED = "stated"
    RESOLVED = "resolved"
    INFERRED = "inferred"


@direct
class Strength(StrEnum):
    """Who is really speaking, strongest first."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    RELAYED = "relayed"
    ARTICLE = "article"
    HEADLINE = "headline"

    def __init__(self, _word: str) -> None:
        self.rank = len(type(self).__members__)
        """Place in the order of strength; 0 is the strongest."""


@direct
class Category(StrEnum):
    """What kind of thing is owed."""

    PRISONERS = "prisoners"
    REMAINS = "remains"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    LIST = "list"
    DOCUMENT = "document"
    CEASEFIRE = "ceasefire"
    OTHER = "other"

    def __init__(self, word: str) -> None:
        self.humanitarian = word in ("prisoners", "remains", "civilians", "children")
        """Whether people or the dead are what is owed."""


@direct
class Instrument(StrEnum):
    """By what act a commitment stands, weakest first; only announced and agreed ones are owed."""

    REQUESTED = "requested"
    EXPECTED = "expected"
    OFFERED = "offered"
    ANNOUNCED = "announced"
    AGREED = "agreed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    def __init__(self, word: str) -> None:
        self.rank = len(type(self).__members__)
        """Place in the order of strength; a higher one binds more."""
        self.owed = word in ("announced", "agreed")
        """Whether such a commitment is an obligation at all."""
        self.ended = word in ("superseded", "withdrawn")
        """Whether it no longer stands."""


@direct
class Delivery(StrEnum):
    """How far a commitment has been carried out."""

    NOT_STARTED = "not_started"
    PREPARING = "preparing"
    PARTIAL = "partial"
    DELIVERED = "delivered"
    EXCEEDED = "exceeded"
    STALLED = "stalled"
    REFUSED = "refused"

    def __init__(self, word: str) -> None:
        self.done = word in ("delivered", "exceeded")
        """Whether nothing is left to deliver."""


@direct
class Verification(StrEnum):
    """How well a delivery is attested. Silence of the other side is one-sided, never disputed."""

    NONE = "none"
    ONE_SIDED = "one_sided"
    CONFIRMED = "confirmed"
    WITNESSED = "witnessed"
    DISCREPANT = "discrepant"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"

    @property
    def mark(self) -> str:
        """The one sign put after a delivery for people who want one word."""
        match self:
            case Verification.ONE_SIDED | Verification.UNVERIFIABLE:
                return "?"
            case Verification.CONFIRMED | Verification.WITNESSED:
                return "="
            case Verification.DISCREPANT | Verification.DISPUTED:
                return "!"
            case _:
                return ""


@direct
class Schedule(StrEnum):
    """Where a commitment stands against its window on the day of the board."""

    NO_DEADLINE = "no_deadline"
    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    LAPSED = "lapsed"


@direct
class RoundState(StrEnum):
    """Where a round stands; what came out of it is another matter."""

    PROPOSED = "proposed"
    GATED = "gated"
    EXPECTED = "expected"
    SCHEDULED = "scheduled"
    IN_SESSION = "in_session"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"

    @property
    def over(self) -> bool:
        """Whether it lies behind us, so that the next round is another one."""
        return self in (RoundState.HELD, RoundState.CANCELLED)


@direct
class GateState(StrEnum):
    """Whether what a gate holds back may happen."""

    CLOSED = "closed"
    OPEN = "open"
    DISPUTED = "disputed"
    UNTESTABLE = "untestable"


@direct
class Measure(StrEnum):
    """What the figure of a claim measures."""

    OWED = "owed"
    BATCH = "batch"
    CUMULATIVE = "cumulative"
    STOCK = "stock"
    PROGRESS = "progress"


@direct
class ClaimRole(StrEnum):
    """What the one who claims is to the commitment."""

    DEBTOR = "debtor"
    CREDITOR = "creditor"
    WITNESS = "witness"
    OTHER = "other"


@direct
class Event(StrEnum):
    """What a claim says of an exchange as an event."""

    ANNOUNCED = "announced"
    ATTEMPTED = "attempted"
    POSTPONED = "postponed"
    DONE = "done"
    DISPUTED = "disputed"


@direct
class About(StrEnum):
    """What a signal says when of."""

    ROUND = "round"
    SETTING_ITS_DATE = "setting_its_date"
    REPLY = "reply"
    SUMMIT = "summit"
    EXCHANGE = "exchange"
    END_OF_TRUCE = "end_of_truce"
    OTHER = "other"


@direct
class Modality(StrEnum):
    """How firmly a signal says it."""

    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    PROPOSED = "proposed"
    HOPED = "hoped"
    CONDITIONAL = "conditional"
    ON_HOLD = "on_hold"
    NOT_SET = "not_set"


@direct
class Aspect(StrEnum):
    """What a judgement is about, of the thing it is about."""

    DELIVERY = "delivery"
    VERIFICATION = "verification"
    INSTRUMENT = "instrument"
    ROUND_STATE = "round_state"
    NOTE = "note"


@direct
class GateMode(StrEnum):
    """How many of a gate's commitments must be fulfilled."""

    ALL_OF = "all_of"
    ANY_OF = "any_of"


REJECTED = "rejected"
"""What a claim of progress says when a party denies what another claims."""


def spoken(state: StrEnum | str) -> str:
    """Write a state as people say it: `not_started` is "not started", `one_sided` is "one-sided"."""
    return {"one_sided": "one-sided"}.get(str(state), str(state).replace("_", " "))


JUDGED_WORDS: dict[Aspect, type[StrEnum]] = {
    Aspect.DELIVERY: Delivery,
    Aspect.VERIFICATION: Verification,
    Aspect.INSTRUMENT: Instrument,
    Aspect.ROUND_STATE: RoundState,
}
"""The states that an analyst can judge, by the aspect."""
