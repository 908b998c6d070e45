"""Accepted proposals as lines of the record, the same that an import takes.

Each proposal is matched again as its lines are drafted, with what the ones before it brought: an exchange then serves
the commitment of the same article. Rounds come first, then what is owed, handed over, said about when, asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import Round
from store.domain.windows import format_span
from store.domain.words import About, Modality, RoundState
from store.reading.proposals import Commitment, Exchange, Position, Signal
from store.reading.proposals import Round as RoundProposed
from store.reading.record.compared import Meeting
from store.reading.record.desk import Chosen, Desk
from store.reading.record.drafting import filled, window_fields
from store.reading.record.giving import draft_commitment, draft_exchange
from store.reading.record.matching import APART, matches, meeting_of, round_of
from store.reading.record.recorded import ABOUT, MODALITIES, ROUND_STATES, STANCES

_ORDER = (RoundProposed, Commitment, Exchange, Signal, Position)
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_LONGEST_TOPIC = 60
_STATED = {"criticise": "Criticises", "accuse": "Accuses", "condemn": "Condemns"}


def draft(desk: Desk, chosen: Sequence[Chosen]) -> None:
    """Draft the lines of proposals. Raises UsageError where one does not say what a line must."""
    desk.open_track([one.proposal for one in chosen])
    for one in sorted(chosen, key=lambda one: _ORDER.index(type(one.proposal.content))):
        desk.begin(one.proposal.number)
        match one.proposal.content:
            case RoundProposed() as content:
                _round(desk, one, content)
            case Commitment() as content:
                draft_commitment(desk, one, content)
            case Exchange() as content:
                draft_exchange(desk, one, content)
            case Signal() as content:
                _signal(desk, one, content)
            case Position() as content:
                _position(desk, one, content)


def _round(desk: Desk, chosen: Chosen, content: RoundProposed) -> None:
    held = meeting_of(content, desk.ground, chosen.link)
    state = ROUND_STATES.get(content.status)
    label = held.round.label if held is not None else _new_round(desk, content, state)
    outcome = "broken off" if content.status == "broken_off" else None
    desk.put(
        "report",
        label,
        filled(
            state=state.value if state else None,
            place=content.place,
            outcome=outcome,
            note=desk.note(chosen),
            **window_fields(content.window),
            **desk.cite(chosen),
        ),
    )


def _new_round(desk: Desk, content: RoundProposed, state: RoundState | None) -> str:
    """Draft a round: one with its number, the next one of the track, or another meeting."""
    track = desk.track.label
    ordinal = content.ordinal
    if ordinal is None and content.status != "held":
        ordinal = _next_ordinal(desk)
    if ordinal is None:
        days = format_span(content.window.earliest, content.window.latest)
        name = " ".join(part for part in ("Talks", f"in {content.place}" if content.place else "", days or "") if part)
        round_ = Round(desk.labels.next("meeting"), track, None, name, meeting=True)
    else:
        round_ = Round(desk.labels.free("round", f"R{ordinal}"), track, ordinal, _named(ordinal), meeting=False)
    kind = "meeting" if round_.meeting else "round"
    desk.put("round", round_.label, filled(track=track, kind=kind, name=round_.name, ordinal=ordinal))
    meeting = Meeting(round_, state or RoundState.PROPOSED, content.window)
    record = desk.ground.record
    desk.ground = desk.ground._replace(record=record._replace(meetings=(*record.meetings, meeting)))
    return round_.label


def _next_ordinal(desk: Desk) -> int:
    held = (meeting.round for meeting in desk.ground.record.meetings)
    return 1 + max((one.ordinal or 0 for one in held if one.track == desk.track.label), default=0)


def _named(ordinal: int) -> str:
    return f"{_ORDINALS[ordinal - 1]} round" if ordinal <= len(_ORDINALS) else f"Round {ordinal}"


def _signal(desk: Desk, chosen: Chosen, content: Signal) -> None:
    about = ABOUT.get(content.about, About.OTHER)
    cite = desk.cite(chosen)  # before the match, so that a speaker who is new is known
    match = matches(chosen.proposal, desk.ground, chosen.link)[0]
    round_ = None if chosen.link == APART else round_of(content, desk.ground, chosen.link)
    label = round_.label if round_ else None
    if label is None and about in (About.ROUND, About.SETTING_ITS_DATE):
        label = _new_round(desk, RoundProposed(status="expected"), None)
    condition = f"On condition: {content.condition}." if content.condition else None
    place = f"Place: {content.place}." if content.place else None
    fields = {"phrase": content.phrase, **window_fields(content.window)}
    desk.put(
        "signal",
        desk.labels.statement(),
        filled(
            track=desk.track.label,
            round_=label,
            about=about.value,
            modality=MODALITIES.get(content.modality, Modality.EXPECTED).value,
            note=desk.note(chosen, condition, place, _instead_of(match.earlier)),
            **fields,
            **cite,
        ),
    )


def _instead_of(earlier: str | None) -> str | None:
    """Say which signal gives way; the older one stays in sight, since the newest of a speaker wins anyhow."""
    return f"Takes the place of {earlier}." if earlier else None


def _position(desk: Desk, chosen: Chosen, content: Position) -> None:
    stance = STANCES.get(content.stance, "states")
    topic = content.topic if len(content.topic) <= _LONGEST_TOPIC else content.topic[: _LONGEST_TOPIC - 1] + "…"
    summary = f"{_STATED[content.stance]}: {content.topic}" if content.stance in _STATED else content.topic
    cite = desk.cite(chosen)
    actor = desk.people.side(content.holder, desk.ground.track) or desk.people.everybody(desk.track.parties)
    desk.put(
        "position",
        desk.labels.next("position"),
        filled(
            track=desk.track.label,
            actor=actor,
            topic=topic or stance,
            stance=stance,
            summary=summary or stance,
            strength=cite["strength"],
            at=cite["at"],
            note=desk.note(chosen),
        ),
    )
