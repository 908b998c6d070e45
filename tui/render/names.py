"""Names and marks that several parts of the screen share: actors, ways, marks of a delivery, who said it."""

from __future__ import annotations

from collections.abc import Mapping

from store.domain.model import ARTICLE, Actor, Cite
from store.domain.standing import JUDGED, Standing
from store.domain.words import ActorKind, Delivery, GateState, RoundState, Schedule, Strength, spoken
from tui.render.spans import Role, Span, put
from tui.wording import safe

Actors = Mapping[str, Actor]

DELIVERY_ROLES = {
    Delivery.NOT_STARTED: Role.TEXT,
    Delivery.PREPARING: Role.WARN,
    Delivery.PARTIAL: Role.WARN,
    Delivery.DELIVERED: Role.GOOD,
    Delivery.EXCEEDED: Role.GOOD,
    Delivery.STALLED: Role.BAD,
    Delivery.REFUSED: Role.BAD,
}
ROUND_ROLES = {
    RoundState.PROPOSED: Role.TEXT,
    RoundState.GATED: Role.WARN,
    RoundState.EXPECTED: Role.ACCENT,
    RoundState.SCHEDULED: Role.ACCENT,
    RoundState.IN_SESSION: Role.ACCENT,
    RoundState.HELD: Role.GOOD,
    RoundState.POSTPONED: Role.WARN,
    RoundState.CANCELLED: Role.BAD,
    RoundState.LAPSED: Role.BAD,
}
GATE_ROLES = {
    GateState.CLOSED: Role.BAD,
    GateState.OPEN: Role.GOOD,
    GateState.DISPUTED: Role.WARN,
    GateState.UNTESTABLE: Role.MUTED,
}
GATE_GLYPHS = {
    GateState.CLOSED: "✗",
    GateState.OPEN: "✓",
    GateState.DISPUTED: "!",
    GateState.UNTESTABLE: "?",
}
SCHEDULE_ROLES = {Schedule.OVERDUE: Role.BAD, Schedule.DUE: Role.WARN, Schedule.MET_LATE: Role.WARN}


def name(actors: Actors, code: str | None) -> str:
    """Name an actor as people do; an actor the record does not know keeps its code."""
    if code is None:
        return ""
    actor = actors.get(code)
    return safe(actor.name if actor else code)


def short_name(actors: Actors, code: str | None) -> str:
    """Name a person by the last name, anything else in full."""
    actor = actors.get(code or "")
    if actor is not None and actor.kind is ActorKind.PERSON:
        return safe(actor.name.split()[-1] if actor.name.split() else actor.name)
    return name(actors, code)


def voice_name(actors: Actors, voice: str) -> str:
    """Name the voice of a figure; an article that names no speaker is itself."""
    return "article" if voice == ARTICLE else name(actors, voice)


def way(debtor: str, creditor: str) -> str:
    """Write who owes whom: "RU→UA"; of both sides to one another "RU↔UA"."""
    if debtor == creditor:
        return safe(debtor.replace("+", "↔"))
    return safe(f"{debtor}→{creditor}")


def mark_span(standing: Standing) -> Span:
    """Return the mark that says how well a delivery is attested, or that it is judged."""
    mark = standing.mark
    return mark, {"=": Role.GOOD, "!": Role.WARN, JUDGED: Role.ACCENT}.get(mark, Role.MUTED)


def strength_words(cite: Cite) -> str:
    """Say how a statement came to us: "quote", "the article's own voice", "relayed via Anadolu"."""
    if cite.strength is Strength.ARTICLE:
        return "article's own voice"
    if cite.strength is Strength.HEADLINE:
        return "headline only"
    via = f" via {safe(cite.via)}" if cite.via else ""
    return f"{spoken(cite.strength)}{via}"


def said_by(actors: Actors, cite: Cite) -> str:
    """Say who speaks, and for whom where that is somebody else: "Dmitry Peskov for Russia"."""
    if cite.speaker is None:
        return f"for {name(actors, cite.speaks_for)}" if cite.speaks_for else ""
    who = name(actors, cite.speaker)
    if cite.speaks_for and cite.speaks_for != cite.speaker:
        return f"{who} for {name(actors, cite.speaks_for)}"
    return who


def locator_span(cite: Cite) -> Span:
    """Return the place in the source; of several the first, and how many more."""
    first, *more = cite.locator.split(", ")
    return put(f"{first} +{len(more)}" if more else first, Role.ACCENT)


def listed(names: list[str]) -> str:
    """Write names as a sentence does: "Russia", "Russia and Ukraine", "Russia, Ukraine and article"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def distance_words(days: int) -> str:
    """Write how far a day lies: "today", "1 day ago", "515 days ago", "in 3 days"."""
    if days == 0:
        return "today"
    count = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"{count} ago" if days > 0 else f"in {count}"
