"""Matching: how each proposal lies to the record. Pure functions; what they may look at is a `Ground`.

A proposal is compared with things of the record, never merged with them: a figure that differs is shown beside the
stored one, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.domain.model import ARTICLE, Round, Track
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window, format_span
from store.domain.words import About, Modality, RoundState, spoken
from store.reading.proposals import ALL_SIDES, Commitment, Exchange, Position, Proposal, Signal
from store.reading.proposals import Round as RoundProposed
from store.reading.record.compared import NEW, Ground, Match, Meeting, Record
from store.reading.record.compared import MatchKind as Kind
from store.reading.record.handing import match_commitment, match_exchange
from store.reading.record.naming import folded
from store.reading.record.recorded import ABOUT, MODALITIES, ROUND_STATES, STANCES

if TYPE_CHECKING:
    from store.reading.record.naming import Naming

APART = "new"
"""What a proposal is linked to where a person says that it is about nothing on record."""
_COMING = (RoundState.PROPOSED, RoundState.GATED, RoundState.EXPECTED, RoundState.SCHEDULED, RoundState.POSTPONED)
_OF_A_ROUND = (About.ROUND, About.SETTING_ITS_DATE)
BOTH = 2
_LOOKED_AT = 100_000
"""How much of a text is looked through for the parties of a negotiation."""
_WORD = re.compile(r"\w+")
_TOPIC_LETTERS = 4
"""Shorter words of a topic tell nothing."""


def matches(proposal: Proposal, ground: Ground, link: str | None = None) -> tuple[Match, ...]:
    """Compare a proposal with the record: one match, or one for each direction of what goes both ways.

    `link` is the thing that a person named: a label of the record, or `APART`.
    """
    content = proposal.content
    match content:
        case RoundProposed():
            return (_round(content, ground, link),)
        case Commitment():
            return match_commitment(content, proposal.said, ground, link)
        case Exchange():
            return match_exchange(content, proposal.said, ground, link)
        case Signal():
            return (_signal(proposal, content, ground, link),)
        case Position():
            return (_position(content, ground),)


def track_of(proposals: Iterable[Proposal], record: Record, naming: Naming, text: str) -> Track | None:
    """Choose the negotiation that an article is about: the one of whose parties it names most.

    Where what is proposed names no side, the text must name the parties; where it names others, it is about none.
    """
    read = list(proposals)
    named = {name for proposal in read for name in _sides(proposal)}
    voices = {name for proposal in read for name in (proposal.said.body, proposal.said.speaker) if name}
    codes = [naming.side(code) or code for name in named | voices if (code := naming.code(name)) is not None]
    ranked = [(sum(code in track.parties for code in codes), place) for place, track in enumerate(record.tracks)]
    least = 1
    if not named and not any(number for number, _ in ranked):
        words = f" {' '.join(_WORD.findall(folded(text[:_LOOKED_AT])))} "
        ranked = [(naming.among(track.parties, words), place) for place, track in enumerate(record.tracks)]
        least = BOTH
    most, place = max(ranked, default=(0, 0))
    return record.tracks[place] if most >= least else None


def _sides(proposal: Proposal) -> tuple[str, ...]:
    match proposal.content:
        case RoundProposed(parties=parties):
            names: Sequence[str | None] = parties
        case Commitment(debtor=giver, creditor=taker) | Exchange(giver=giver, taker=taker):
            names = (giver, taker)
        case Position(holder=holder):
            names = (holder,)
        case _:
            names = ()
    return tuple(name for name in names if name and name != ALL_SIDES)


def coming_round(ground: Ground) -> Round | None:
    """Find the round that was to come next on the article's day: the lowest ordinal not held by then."""
    found = [m for m in _meetings(ground) if not m.round.meeting and not _over(m, ground)]
    return min((m.round for m in found), key=lambda one: one.ordinal or 0, default=None)


def _over(meeting: Meeting, ground: Ground) -> bool:
    if not meeting.state.over:
        return False
    last = meeting.window.latest
    return last is None or ground.day is None or last <= ground.day


def _meetings(ground: Ground) -> list[Meeting]:
    return [m for m in ground.record.meetings if ground.track is not None and m.round.track == ground.track.label]


def meeting_of(content: RoundProposed, ground: Ground, link: str | None = None) -> Meeting | None:
    """Find the round or meeting on record that a proposal is about."""
    found = _meetings(ground)
    if link is not None:
        return next((m for m in ground.record.meetings if m.round.label == link), None)
    if content.ordinal is not None:
        return next((m for m in found if not m.round.meeting and m.round.ordinal == content.ordinal), None)
    if content.window.bounded:
        held = (m for m in found if m.window.days is not None and m.window.overlaps(content.window))
        if (meeting := next(held, None)) is not None or content.status == "held":
            return meeting
    if content.status == "held":
        return None
    coming = coming_round(ground)
    return next((m for m in found if coming is not None and m.round.label == coming.label), None)


def _round(content: RoundProposed, ground: Ground, link: str | None) -> Match:
    meeting = meeting_of(content, ground, link)
    if meeting is None:
        return NEW
    label, state = meeting.round.label, ROUND_STATES.get(content.status)
    if any(report.cite.source in ground.record.sources for report in meeting.reports):
        return Match(Kind.SAME_ORIGIN, label)
    later = meeting.state.over and not _over(meeting, ground)
    coming = later or (meeting.state in _COMING and state in (*_COMING, None))
    if state is not None and state is not meeting.state and not coming:
        return Match(Kind.DIFFERS, label, spoken(meeting.state), spoken(state))
    if not content.window.bounded:
        return Match(Kind.CONFIRMS, label)
    days, said = _days(meeting.window), _days(content.window)
    if not meeting.window.bounded:
        return Match(Kind.NEW, label, days, said)
    kind = Kind.CONFIRMS if meeting.window.overlaps(content.window) else Kind.DIFFERS
    return Match(kind, label, days, said)


def round_of(content: Signal, ground: Ground, link: str | None = None) -> Round | None:
    """Find the round on record that a signal is about; None for signals about something else."""
    if link is not None:
        return next((m.round for m in ground.record.meetings if m.round.label == link), None)
    return coming_round(ground) if ABOUT.get(content.about) in _OF_A_ROUND else None


def _signal(proposal: Proposal, content: Signal, ground: Ground, link: str | None) -> Match:
    about, modality = ABOUT.get(content.about, About.OTHER), MODALITIES.get(content.modality, Modality.EXPECTED)
    target = round_of(content, ground, link)
    said = f"{spoken(modality)} {_days(content.window)}"
    if link == APART or (target is None and about in _OF_A_ROUND):
        return NEW
    label = target.label if target else None
    alike = [s for s in ground.record.signals if s.about is about and s.round == label]
    mouth = ground.naming.mouth_of(proposal.said, ground.track)
    mine = [s for s in alike if s.cite.mouth == mouth or (s.cite.mouth.startswith(ARTICLE) and mouth == ARTICLE)]
    for signal in mine:
        stored = f"{spoken(signal.modality)} {_days(signal.window)}"
        same = signal.modality is modality and _days(signal.window) == _days(content.window)
        if same:
            kind = Kind.SAME_ORIGIN if signal.cite.source in ground.record.sources else Kind.CONFIRMS
            return Match(kind, signal.label, stored, said)
    if mouth == ARTICLE or not mine:
        return Match(Kind.NEW, label, None, said)
    last = mine[0]
    stored = f"{spoken(last.modality)} {_days(last.window)}"
    if ground.day is None or last.said_on >= ground.day:
        return Match(Kind.DIFFERS, last.label, stored, said)
    return Match(Kind.SUPERSEDES, last.label, stored, said, earlier=last.label)


def _position(content: Position, ground: Ground) -> Match:
    holder = ground.naming.code(content.holder, ground.track)
    stance = STANCES.get(content.stance, "states")
    topic = _topic(content.topic)
    alike = [
        held
        for held in ground.record.positions
        if held.actor == holder and held.stance == stance and topic & _topic(f"{held.topic} {held.summary}")
    ]
    own = [p for p in alike if any(at.rpartition(":")[0] in ground.record.sources for at in p.locators)]
    if own:
        return Match(Kind.SAME_ORIGIN, own[-1].label)
    return Match(Kind.CONFIRMS, alike[-1].label) if alike else NEW


def _topic(text: str) -> set[str]:
    """Return the beginnings of the longer words of a topic, so that "ceasefire" and "ceasefires" are one."""
    return {word[: _TOPIC_LETTERS + 3] for word in text.casefold().split() if len(word) > _TOPIC_LETTERS}


def _days(window: Window) -> str:
    return format_span(window.earliest, window.latest) or "no date"
